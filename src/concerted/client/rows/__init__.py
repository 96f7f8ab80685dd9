"""The rows that the interface answers with. Written by `make api`."""
