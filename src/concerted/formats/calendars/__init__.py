"""Calendars (iCalendar, RFC 5545): written from meetings and deadlines, and read strictly."""

from concerted.formats.calendars.component import Component
from concerted.formats.calendars.entries import Attendee, Calendar, Deadline, Event, Person
from concerted.formats.calendars.lines import MalformedCalendar, Property
from concerted.formats.calendars.strict import read
from concerted.formats.calendars.writing import MEDIA_TYPE, write

__all__ = [
    "MEDIA_TYPE",
    "Attendee",
    "Calendar",
    "Component",
    "Deadline",
    "Event",
    "MalformedCalendar",
    "Person",
    "Property",
    "read",
    "write",
]
