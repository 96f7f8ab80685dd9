"""What comes in over the network."""
