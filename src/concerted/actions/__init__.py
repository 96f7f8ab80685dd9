"""Every write: keyword-only, who (``by``) and when (``at``) handed in, in one transaction, kept by the ledger."""
