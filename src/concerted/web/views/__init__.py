"""One file a noun: what each page shows and what its forms do."""
