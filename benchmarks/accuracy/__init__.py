"""How right readings are, against statements that people have annotated."""
