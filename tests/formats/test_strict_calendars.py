"""Files that are no calendar, each refused with its line, and those that are one."""

from __future__ import annotations

import pytest

from concerted.formats.calendars import MalformedCalendar, read
from concerted.formats.calendars.recurrence import is_recurrence
from concerted.formats.calendars.values import is_value

HEAD = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Ferry//EN\n"
EVENT = "BEGIN:VEVENT\nUID:1@ferry\nDTSTAMP:20240101T000000Z\n"
END = "END:VEVENT\nEND:VCALENDAR\n"
DAY = "DTSTART;VALUE=DATE:20240502\n"
ZONE = "BEGIN:VTIMEZONE\nTZID:Here\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\n"
ZONE_END = "END:STANDARD\nEND:VTIMEZONE\n"
TODO = "BEGIN:VTODO\nUID:2@ferry\nDTSTAMP:20240101T000000Z\n"
ALARM = "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Soon\n"


def lines(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def event(*more: str) -> str:
    return HEAD + EVENT + DAY + "".join(f"{one}\n" for one in more) + END


def todo(*more: str) -> str:
    return HEAD + TODO + "".join(f"{one}\n" for one in more) + "END:VTODO\nEND:VCALENDAR\n"


GOOD = {
    "an event": event("SUMMARY:Locks\\, and dams", "CATEGORIES:a,b\\,c", "X-OWN;X-KEY=1:any;thing,here"),
    "a fold inside a word": HEAD + EVENT + "DTSTART;VALUE=DA\n TE:20240502\nSUMMARY:Lo\n\tcks\n" + END,
    "a zone": HEAD + ZONE + ZONE_END + EVENT + "DTSTART;TZID=Here:20240502T090000\nDURATION:PT90M\n" + END,
    "a zone that all know": HEAD + EVENT + "DTSTART;TZID=/ferry.example/Here:20240502T090000\n" + END,
    "a series and a meeting that differs": HEAD
    + EVENT
    + "DTSTART:20240502T090000Z\nRRULE:FREQ=WEEKLY;COUNT=4;BYDAY=TH\nEND:VEVENT\n"
    + EVENT
    + "RECURRENCE-ID:20240509T090000Z\nDTSTART:20240510T090000Z\n"
    + END,
    "a task with an alarm": todo("DUE;VALUE=DATE:20241201", f"{ALARM}TRIGGER;RELATED=END:-P7D", "END:VALARM"),
    "a journal and busy times": HEAD
    + "BEGIN:VJOURNAL\nUID:3@ferry\nDTSTAMP:20240101T000000Z\nEND:VJOURNAL\nBEGIN:VFREEBUSY\nUID:4@ferry\n"
    + "DTSTAMP:20240101T000000Z\nFREEBUSY:20240502T090000Z/PT1H,20240503T090000Z/20240503T100000Z\nEND:VFREEBUSY\n"
    + "BEGIN:X-OWN\nANY:thing\nEND:X-OWN\nEND:VCALENDAR\n",
    "people": event('ATTENDEE;CN="Okello, J.";ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:o@example.org'),
}
BAD = {
    "nothing": ("", 0, "empty"),
    "no calendar": ("BEGIN:VEVENT\n", 1, "stands in no calendar"),
    "a property before the calendar": ("VERSION:2.0\n", 1, "stands in no calendar"),
    "text": ("Dear all,\nwe meet on Thursday.\n", 1, "has no value"),
    "cut off": (HEAD + EVENT, 6, "cut off"),
    "two calendars": (event() + event(), 10, "is over before"),
    "an end of something else": (HEAD + EVENT + "END:VTODO\n", 7, "not open"),
    "a strange component": (HEAD + "BEGIN:VEVNT\nEND:VEVNT\nEND:VCALENDAR\n", 4, "may not lie in VCALENDAR"),
    "an event in an event": (HEAD + EVENT + EVENT, 7, "may not lie in VEVENT"),
    "a calendar of nothing": (HEAD + "END:VCALENDAR\n", 1, "is empty"),
    "no version": (event().replace("VERSION:2.0\n", ""), 1, "has no VERSION"),
    "an old version": (event().replace("2.0", "1.0"), 2, "VERSION says '1.0'"),
    "no UID": (event().replace("UID:1@ferry\n", ""), 4, "has no UID"),
    "two UIDs": (event("UID:2"), 8, "stands twice"),
    "no start": (event().replace(DAY, ""), 4, "no DTSTART"),
    "a property of tasks": (event("DUE:20240502T090000Z"), 8, "may not stand in VEVENT"),
    "an unknown property": (event("SUMARY:Locks"), 8, "may not stand"),
    "a day that is none": (event().replace("20240502", "20240230"), 7, "'20240230'"),
    "a day without its type": (event().replace(";VALUE=DATE", ""), 7, "DTSTART says '20240502'"),
    "a stamp of no zone": (event().replace("0000Z", "0000"), 6, "not in UTC"),
    "an end before the start": (event("DTEND;VALUE=DATE:20240501"), 8, "not after"),
    "an end at the start": (event("DTEND;VALUE=DATE:20240502"), 8, "not after"),
    "an end unlike the start": (event("DTEND:20240503T090000Z"), 8, "unlike"),
    "an end and a length": (event("DTEND;VALUE=DATE:20240503", "DURATION:P1D"), 9, "beside"),
    "a length that is none": (event("DURATION:1 hour"), 8, "'1 hour'"),
    "a length that leaves out minutes": (event("DURATION:PT1H30S"), 8, "DURATION says"),
    "a zone that is not there": (
        HEAD + EVENT + "DTSTART;TZID=Here:20240502T090000\n" + END,
        7,
        "not in the file",
    ),
    "a zone for a time of UTC": (
        HEAD + ZONE + ZONE_END + EVENT + "DTSTART;TZID=Here:20240502T090000Z\n" + END,
        15,
        "TZID",
    ),
    "a zone twice": (HEAD + (ZONE + ZONE_END) * 2 + EVENT + DAY + END, 12, "there twice"),
    "a zone without offsets": (HEAD + "BEGIN:VTIMEZONE\nTZID:Here\nEND:VTIMEZONE\nEND:VCALENDAR\n", 4, "no offsets"),
    "an offset of minus nothing": (
        HEAD + ZONE.replace("TO:+0100", "TO:-0000") + ZONE_END + EVENT + DAY + END,
        9,
        "'-0000'",
    ),
    "an onset in UTC": (HEAD + ZONE.replace("0000\nTZ", "0000Z\nTZ") + ZONE_END + EVENT + DAY + END, 7, "no local"),
    "an entry twice": (HEAD + (EVENT + DAY + "END:VEVENT\n") * 2 + "END:VCALENDAR\n", 9, "'1@ferry' is there twice"),
    "a status of tasks": (event("STATUS:COMPLETED"), 8, "'COMPLETED'"),
    "a part that nobody takes": (event("ATTENDEE;PARTSTAT=MAYBE:mailto:o@example.org"), 8, "PARTSTAT says 'MAYBE'"),
    "an attendee who is no address": (event("ATTENDEE:Joseph"), 8, "'Joseph'"),
    "a number that is none": (event("SEQUENCE:two"), 8, "'two'"),
    "a number below nothing": (event("SEQUENCE:-1"), 8, "0 to"),
    "a priority above nine": (event("PRIORITY:11"), 8, "0 to 9"),
    "a rule without FREQ": (event("RRULE:COUNT=3"), 8, "'COUNT=3'"),
    "a bare comma": (event("SUMMARY:Locks, and dams"), 8, "SUMMARY says"),
    "a lone backslash": (event("SUMMARY:Locks \\& dams"), 8, "SUMMARY says"),
    "a wrong type": (event("SUMMARY;VALUE=URI:https://example.org/"), 8, "of the type URI"),
    "a parameter without a value": (event("SUMMARY;LANGUAGE:Locks"), 8, "a parameter of SUMMARY"),
    "a parameter twice": (event("SUMMARY;LANGUAGE=en;LANGUAGE=fr:Locks"), 8, "LANGUAGE stands twice"),
    "no colon": (event("SUMMARY Locks"), 8, "has no value"),
    "no name": (event("?SUMMARY:Locks"), 8, "no name"),
    "an empty line": (event(""), 8, "no name"),
    "a fold before anything": (" " + event(), 1, "no name"),
    "a control character": (event("SUMMARY:Lo\x07cks"), 8, "control character"),
    "a task's length from nothing": (todo("DURATION:P1D"), 7, "counts from nothing"),
    "an alarm from nothing": (todo(f"{ALARM}TRIGGER:-P7D", "END:VALARM"), 10, "counts from nothing"),
    "an alarm without words": (
        event("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P7D", "END:VALARM"),
        8,
        "no DESCRIPTION",
    ),
    "an alarm that repeats by halves": (event(f"{ALARM}TRIGGER:-P7D\nREPEAT:2", "END:VALARM"), 8, "by halves"),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_the_standard_allows_is_read(name: str) -> None:
    assert read(lines(GOOD[name]), "a.ics").name == "VCALENDAR"


@pytest.mark.parametrize("name", BAD)
def test_what_the_standard_does_not_allow_is_refused_with_its_line(name: str) -> None:
    text, line, says = BAD[name]
    with pytest.raises(MalformedCalendar) as refused:
        read(lines(text), "a.ics")
    assert refused.value.where == (f"a.ics, line {line}" if line else "a.ics")
    assert says in refused.value.what or says in refused.value.expected, str(refused.value)
    assert refused.value.expected


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (lines(HEAD) + b"BEGIN:VEVENT\nUID:1\r\n", 4, "does not end"),
        (lines(HEAD) + b"X:\r\rUID:1\r\n", 4, "does not end"),
        (lines(HEAD) + b"END:VCALENDAR", 4, "does not end"),
        (lines(HEAD) + b"X-OWN:\xff\r\nEND:VCALENDAR\r\n", 4, "not UTF-8"),
    ],
)
def test_bytes_that_are_no_lines_are_refused_with_the_line(data: bytes, line: int, says: str) -> None:
    with pytest.raises(MalformedCalendar, match=says) as refused:
        read(data, "a.ics")
    assert refused.value.where == f"a.ics, line {line}"


def test_a_fold_may_stand_inside_a_character() -> None:
    ship = "🚢".encode()
    data = lines(HEAD + EVENT + DAY) + b"SUMMARY:" + ship[:2] + b"\r\n " + ship[2:] + b"\r\n" + lines(END)
    assert read(data, "a.ics").components[0].value("SUMMARY") == "🚢"


@pytest.mark.parametrize(
    ("rule", "good"),
    [
        ("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", True),
        ("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20301231T000000Z", True),
        ("FREQ=DAILY;BYSETPOS=1", False),
        ("FREQ=WEEKLY;BYDAY=2TU", False),
        ("FREQ=WEEKLY;BYMONTHDAY=3", False),
        ("FREQ=DAILY;COUNT=2;UNTIL=20301231", False),
        ("FREQ=DAILY;INTERVAL=0", False),
        ("FREQ=DAILY;FREQ=DAILY", False),
        ("FREQ=OFTEN", False),
    ],
)
def test_rules_of_recurrence(rule: str, good: bool) -> None:
    assert is_recurrence(rule) is good


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("BINARY", "AAAA", "A"),
        ("BOOLEAN", "TRUE", "yes"),
        ("DATE-TIME", "20240229T235960Z", "20230229T120000"),
        ("DATE", "20240229", "٢٠٢٤٠٢٢٩"),
        ("DURATION", "-P1DT2H", "P"),
        ("DURATION", "P2W", "P1DT"),
        ("GEO", "59.9;-10.7", "91;0"),
        ("INTEGER", "-3", "99999999999"),
        ("PERIOD", "20240101T000000Z/PT1H", "20240101T000000Z/20230101T000000Z"),
        ("REQUEST-STATUS", "2.0;Success", "fine"),
        ("TIME", "235959Z", "250000"),
        ("URI", "https://example.org/a", "example"),
        ("UTC-OFFSET", "-0330", "+2500"),
    ],
)
def test_values(kind: str, good: str, bad: str) -> None:
    assert is_value(kind, good)
    assert not is_value(kind, bad)
