"""Packs: a partner's changes as a file that travels between two registers whose networks do not touch.

Each line is canonical JSON: a header in the clear, a line for each record that the receiving register alone can open,
and a trailer with the digest of all before it, signed. docs/packs.md shows the format.
"""
