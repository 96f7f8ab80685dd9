"""``python -m concerted`` is ``concerted``."""

from concerted.cli import main

main(prog_name="concerted")
