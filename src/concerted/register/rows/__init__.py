"""Frozen rows: everything a page, a command or an API may know of the register.

A row holds words, numbers, days and other rows, never a model, so that nobody can read or
write past the queries. ``id`` is the register's number of a thing and goes into addresses.
"""
