"""How sure an anchor is: corrections are simulated, and each passage's true place is known."""
