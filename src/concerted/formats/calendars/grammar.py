"""What may stand in which part of a calendar, how often, and of which type (RFC 5545, 3.6 to 3.8, and RFC 7986)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of component: the properties that it must have once, may have once or often, and what may lie in it."""

    must: frozenset[str]
    once: frozenset[str]
    often: frozenset[str]
    holds: frozenset[str] = frozenset()


def _part(must: str = "", once: str = "", often: str = "", holds: str = "") -> Part:
    return Part(*(frozenset(words.split()) for words in (must, once, often, holds)))


_ENTRY = "ATTACH ATTENDEE CATEGORIES COMMENT CONTACT EXDATE REQUEST-STATUS RELATED-TO RDATE RRULE"
# Of RFC 7986, 9073 and 9253, which may stand beside those of RFC 5545.
_LATER = "IMAGE CONFERENCE STYLED-DESCRIPTION STRUCTURED-DATA CONCEPT LINK REFID"
_SAID = "CLASS CREATED LAST-MODIFIED ORGANIZER RECURRENCE-ID SEQUENCE STATUS SUMMARY URL COLOR"
_OBSERVANCE = _part("DTSTART TZOFFSETTO TZOFFSETFROM", often="RRULE RDATE COMMENT TZNAME")
PARTS = {
    "VCALENDAR": _part(
        "PRODID VERSION",
        "CALSCALE METHOD UID LAST-MODIFIED URL REFRESH-INTERVAL SOURCE COLOR",
        f"NAME DESCRIPTION CATEGORIES {_LATER}",
        "VEVENT VTODO VJOURNAL VFREEBUSY VTIMEZONE VAVAILABILITY",
    ),
    "VEVENT": _part(
        "UID DTSTAMP",
        f"{_SAID} DTSTART DTEND DURATION DESCRIPTION GEO LOCATION PRIORITY TRANSP",
        f"{_ENTRY} RESOURCES {_LATER}",
        "VALARM PARTICIPANT VLOCATION VRESOURCE",
    ),
    "VTODO": _part(
        "UID DTSTAMP",
        f"{_SAID} COMPLETED DTSTART DUE DURATION DESCRIPTION GEO LOCATION PERCENT-COMPLETE PRIORITY",
        f"{_ENTRY} RESOURCES {_LATER}",
        "VALARM PARTICIPANT VLOCATION VRESOURCE",
    ),
    "VJOURNAL": _part(
        "UID DTSTAMP", f"{_SAID} DTSTART", f"{_ENTRY} DESCRIPTION {_LATER}", "PARTICIPANT VLOCATION VRESOURCE"
    ),
    "VFREEBUSY": _part(
        "UID DTSTAMP",
        "CONTACT DTSTART DTEND ORGANIZER URL",
        "ATTENDEE COMMENT FREEBUSY REQUEST-STATUS STYLED-DESCRIPTION",
        "PARTICIPANT VLOCATION VRESOURCE",
    ),
    "VTIMEZONE": _part("TZID", "LAST-MODIFIED TZURL", "COMMENT TZID-ALIAS-OF", "STANDARD DAYLIGHT"),
    "STANDARD": _OBSERVANCE,
    "DAYLIGHT": _OBSERVANCE,
    "VALARM": _part(
        "ACTION TRIGGER",
        "DESCRIPTION SUMMARY DURATION REPEAT UID ACKNOWLEDGED PROXIMITY",
        "ATTACH ATTENDEE RELATED-TO STYLED-DESCRIPTION",
        "VLOCATION",
    ),
}
# Registered by later standards: their lines are read, what they say is not looked into.
LATER_PARTS = frozenset({"VAVAILABILITY", "PARTICIPANT", "VLOCATION", "VRESOURCE"})
_TYPES = {
    "CAL-ADDRESS": "ATTENDEE ORGANIZER",
    "DATE-TIME": "COMPLETED CREATED DTSTAMP LAST-MODIFIED ACKNOWLEDGED",
    "DATE-TIME DATE": "DTSTART DTEND DUE RECURRENCE-ID EXDATE",
    "DATE-TIME DATE PERIOD": "RDATE",
    "DURATION": "DURATION REFRESH-INTERVAL",
    "DURATION DATE-TIME": "TRIGGER",
    "GEO": "GEO",
    "INTEGER": "PERCENT-COMPLETE PRIORITY REPEAT SEQUENCE",
    "PERIOD": "FREEBUSY",
    "RECUR": "RRULE",
    "REQUEST-STATUS": "REQUEST-STATUS",
    "TEXT": "ACTION CALSCALE CATEGORIES CLASS COLOR COMMENT CONTACT DESCRIPTION LOCATION METHOD NAME PRODID RELATED-TO"
    " RESOURCES STATUS SUMMARY TRANSP TZID TZNAME UID VERSION",
    "URI": "TZURL URL SOURCE",
    "URI BINARY": "ATTACH IMAGE",
    "UTC-OFFSET": "TZOFFSETFROM TZOFFSETTO",
}
# The types that each property may have, the one that it has unless it says another first.
TYPES = {name: tuple(types.split()) for types, names in _TYPES.items() for name in names.split()}
LISTS = frozenset({"CATEGORIES", "RESOURCES", "EXDATE", "RDATE", "FREEBUSY"})
# What must say its type, as it has no other one.
SAYS_TYPE = frozenset({"REFRESH-INTERVAL"})
# Always in UTC.
UTC_ONLY = frozenset({"COMPLETED", "CREATED", "DTSTAMP", "LAST-MODIFIED", "ACKNOWLEDGED", "TRIGGER"})
_STATUS = {
    "VEVENT": "TENTATIVE CONFIRMED CANCELLED",
    "VTODO": "NEEDS-ACTION COMPLETED IN-PROCESS CANCELLED",
    "VJOURNAL": "DRAFT FINAL CANCELLED",
}
_ATTENDING = {
    "VEVENT": "NEEDS-ACTION ACCEPTED DECLINED TENTATIVE DELEGATED",
    "VTODO": "NEEDS-ACTION ACCEPTED DECLINED TENTATIVE DELEGATED COMPLETED IN-PROCESS",
    "VJOURNAL": "NEEDS-ACTION ACCEPTED DECLINED",
}
# What a property may say, by the component and the property.
CHOICES = {
    ("VCALENDAR", "VERSION"): ("2.0",),
    ("VCALENDAR", "CALSCALE"): ("GREGORIAN",),
    ("VEVENT", "TRANSP"): ("OPAQUE", "TRANSPARENT"),
    **{(part, "STATUS"): tuple(words.split()) for part, words in _STATUS.items()},
}
# What a parameter may say, by the component; ("", name) in each.
PARAMETERS = {
    **{(part, "PARTSTAT"): tuple(words.split()) for part, words in _ATTENDING.items()},
    ("", "ROLE"): ("CHAIR", "REQ-PARTICIPANT", "OPT-PARTICIPANT", "NON-PARTICIPANT"),
    ("", "CUTYPE"): ("INDIVIDUAL", "GROUP", "RESOURCE", "ROOM", "UNKNOWN"),
    ("", "RSVP"): ("TRUE", "FALSE"),
    ("", "RELATED"): ("START", "END"),
    ("", "RANGE"): ("THISANDFUTURE",),
    ("", "ENCODING"): ("8BIT", "BASE64"),
}
BETWEEN = {"PRIORITY": (0, 9), "PERCENT-COMPLETE": (0, 100), "SEQUENCE": (0, 2**31 - 1), "REPEAT": (0, 2**31 - 1)}
