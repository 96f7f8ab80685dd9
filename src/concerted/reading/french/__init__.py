"""The grammar of French statements, behind the same questions that English sentences are asked."""
