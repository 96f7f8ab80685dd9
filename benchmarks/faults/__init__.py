"""What is left of the record when the program is killed in the middle of a write."""
