"""READ: one statement's text becomes a Reading."""
