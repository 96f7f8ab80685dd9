"""Records as packs carry them: their names in two registers, what they say in plain values, how they stand here."""
