"""What is made of rows of the register: files to take along, two statements compared."""
