"""What PostgreSQL's row-level security costs."""
