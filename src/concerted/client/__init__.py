"""A client of the programming interface, for other programs: typed calls, frozen rows, and no need of the site's own.

with Client("https://record.example.org", token) as record:
    for one in record.commitments("global-coalition", status="open"):
        print(one.id, one.text)
"""

from concerted.client.client import Client
from concerted.client.connection import Problem

__all__ = ["Client", "Problem"]
