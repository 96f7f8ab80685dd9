"""Where a long list was cut."""

from __future__ import annotations

from dataclasses import dataclass

# No list is paged further: whoever looks for more narrows it, and a download has every row.
MOST = 10_000
# The size of a page that holds any list whole.
WHOLE = 10**9


@dataclass(frozen=True, slots=True)
class Paging:
    """A page of a list: its ``number`` from 1 on, how many rows a page has (``size``) and the list in all (``count``).

    Of a list that was not counted to its end, there are ``more`` rows than its count.
    """

    number: int
    size: int
    count: int
    more: bool = False

    @property
    def pages(self) -> int:
        """Count the pages that can be opened; an empty list has one."""
        return max(1, -(-min(self.count, MOST) // self.size))

    @property
    def ends(self) -> bool:
        """Tell whether the last page holds the end of the list."""
        return self.count <= MOST and not self.more

    @property
    def first(self) -> int:
        """Give the place of the page's first row in the list, from 1 on; 0 for an empty list."""
        return min((self.number - 1) * self.size + 1, self.count)

    @property
    def last(self) -> int:
        """Give the place of the page's last row in the list."""
        return min(self.number * self.size, self.count)
