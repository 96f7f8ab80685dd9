"""Measurements that people run: how right and how quick the program is."""
