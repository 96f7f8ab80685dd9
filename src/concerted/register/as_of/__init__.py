"""The register as it stood on a day: put together from the ledger, for one person, and then asked as ever.

``reading`` lets every question of a thread or task go to such a register, ``filling`` puts one together from the
entries that the person may see, and ``keeping`` keeps a few of them for as long as they are asked for.
"""

from concerted.register.as_of.reading import Router, day

__all__ = ["Router", "day"]
