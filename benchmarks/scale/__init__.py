"""How pages keep their pace while the register grows, and how it holds when many people use it at once."""
