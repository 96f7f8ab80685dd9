"""How quick sheets are read, written and imported, beside peers that do less."""
