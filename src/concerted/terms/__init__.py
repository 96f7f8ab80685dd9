"""The coalition's words as small frozen types, and the vocabulary they come from."""
