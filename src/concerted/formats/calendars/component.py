"""A component of a calendar as it stands in a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from concerted.formats.calendars.lines import Property


@dataclass(slots=True)
class Component:
    """A component as it stands in the file: its name, where it begins, its properties and what lies in it."""

    name: str
    place: str
    properties: list[Property] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)

    def every(self, name: str) -> list[Property]:
        """List the properties of a name."""
        return [one for one in self.properties if one.name == name]

    def one(self, name: str) -> Property | None:
        """Give the property of a name; None where there is none."""
        return next((one for one in self.properties if one.name == name), None)

    def value(self, name: str) -> str:
        """Give what the property of a name says, as it stands; "" where there is none."""
        found = self.one(name)
        return found.value if found else ""

    def walk(self) -> Iterator[Component]:
        """Give the component and everything in it."""
        yield self
        for one in self.components:
            yield from one.walk()
