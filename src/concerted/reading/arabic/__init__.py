"""What is read in Arabic statements beside parties, dates and sums: the texts that they cite."""
