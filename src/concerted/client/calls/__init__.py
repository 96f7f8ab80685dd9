"""The operations of the interface. Written by `make api`."""
