"""How often an address asks that shows no token, counted in the site's cache, which all processes share."""

from __future__ import annotations

import logging
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from concerted.actions.tokens import WINDOW

log = logging.getLogger(__name__)


def count(*, address: str, at: datetime) -> tuple[int, datetime]:
    """Count a request of an address; gives how many it made in this window, and when the next one begins.

    One statement counts. The cache's own way reads and then writes: requests at the same moment count as one, and where
    the register was busy nothing was written and nobody told. A register that cannot take it now is logged: it keeps
    nobody from reading.
    """
    since = at.replace(second=0, microsecond=0)
    key = f":1:api:{address}:{since:%Y%m%d%H%M}"
    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    ends = connection.ops.adapt_datetimefield_value(since + 2 * WINDOW)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (cache_key, value, expires) VALUES (%s, '1', %s) ON CONFLICT (cache_key)"  # noqa: S608 (our own name)
                f" DO UPDATE SET value = CAST(CAST({table}.value AS integer) + 1 AS text)",
                [key, ends],
            )
            cursor.execute(f"SELECT value FROM {table} WHERE cache_key = %s", [key])  # noqa: S608 (our own name)
            used = int(cursor.fetchone()[0])
    except DatabaseError:
        log.exception("the request of an address was not counted")
        used = 1
    return used, since + WINDOW
