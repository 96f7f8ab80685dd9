"""LEDGER: entries make a Merkle tree, whose signed checkpoints and proofs anybody can check without the register."""
