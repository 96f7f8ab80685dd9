"""The programming interface: all that a page shows or does, under /api/v1/, for programs with a token."""
