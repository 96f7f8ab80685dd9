"""How quick reading is."""
