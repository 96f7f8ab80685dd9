"""CONVENE: the clock between meetings, from the day that an obligation counts from."""
