"""Words, dates and money for templates."""
