"""A sheet becomes records: read into parts, compared with what is there, looked at, and written part by part.

Every step is one transaction of its own. Whatever ends the program between two of them, the next one goes on where
the last one ended.
"""
