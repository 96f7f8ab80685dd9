"""The command line: `concerted ...`."""
