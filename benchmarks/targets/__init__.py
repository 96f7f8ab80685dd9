"""How many commitments are counted, beside what the researchers of compliance count."""
