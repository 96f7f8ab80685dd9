"""A register in one file, and back: a copy of its database as it stood at one moment, with a manifest."""
