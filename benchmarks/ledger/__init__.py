"""What a long ledger costs."""
