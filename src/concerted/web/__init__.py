"""What people see: pages over the register's rows; they read through queries and write through actions."""
