"""The count of servers in front of the site."""

from __future__ import annotations

import pytest

from concerted.site.proxies import BadCount, count


def test_a_count_is_read() -> None:
    assert (count("", default=1), count(" 2 ", default=1), count("0", default=1)) == (1, 2, 0)


@pytest.mark.parametrize("given", ["one", "-1", "1.5"])
def test_anything_else_is_refused(given: str) -> None:
    with pytest.raises(BadCount):
        count(given, default=0)
