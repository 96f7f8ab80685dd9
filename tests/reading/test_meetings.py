"""Meetings, held and planned, with day, place, host and line of effort."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from concerted.reading.blocks import lay_out
from concerted.reading.facts import Meeting, MeetingStatus
from concerted.reading.meetings import find_meetings

HELD, PLANNED = MeetingStatus.HELD, MeetingStatus.PLANNED


def meetings(text: str, given: date | None = None) -> tuple[Meeting, ...]:
    found = find_meetings(lay_out(text), None, given)
    assert all(text[one.passage.start : one.passage.end] == one.passage.quote for one in found)
    return found


def test_clauses_of_a_list_keep_their_own_host_day_and_line() -> None:
    text = (
        "They commended partners for their lead, to include Oman, which hosted a conference on safe harbours "
        "(Line of Effort 4) on March 3, 2016; Chile, which hosted a workshop on pilots (Line of Effort 2) on "
        "April 9, 2016; and Ghana, which will host the first meeting of the Pilots working group on May 15, 2016."
    )
    found = meetings(text)
    assert [(one.host, one.start, one.line, one.status) for one in found] == [
        (("OMN",), date(2016, 3, 3), 4, HELD),
        (("CHL",), date(2016, 4, 9), 2, HELD),
        (("GHA",), date(2016, 5, 15), None, PLANNED),
    ]


def test_a_meeting_of_several_days_has_place_and_attendance() -> None:
    text = (
        "They noted the successful planning conference held at Fort Harbour Camp from November 12-21, 2014, "
        "attended by over 90 planners from 12 nations."
    )
    (found,) = meetings(text)
    assert (found.start, found.end, found.place) == (
        date(2014, 11, 12),
        date(2014, 11, 21),
        "Fort Harbour Camp",
    )
    assert found.attendance == "over 90 planners from 12 nations"


@pytest.mark.parametrize(
    ("text", "status", "place"),
    [
        ("The partners met in Riga, Latvia, on 4 May 2021.", HELD, "Riga, Latvia"),
        ("Leaders are scheduled to meet in Riga, Latvia, in December.", PLANNED, "Riga, Latvia"),
        ("We look forward to the third Harbour Summit in Lima.", PLANNED, "Lima"),
        ("They signed it at the G7 Summit in Apulia.", HELD, "Apulia"),
        ("A year after meeting at Castle Harbour, they remain friends.", HELD, "Castle Harbour"),
        ("The President welcomed the Prime Minister of Norway to the White House.", HELD, "White House"),
    ],
)
def test_a_meeting_has_status_and_place(text: str, status: MeetingStatus, place: str) -> None:
    (found,) = meetings(text)
    assert (found.status, found.place) == (status, place)


@pytest.mark.parametrize(
    "text",
    [
        "Partners decided to meet regularly for consultation.",
        "We will continue to meet on a regular basis.",
        "Our foreign ministers will talk often and meet at least once a year.",
    ],
)
def test_recurring_meetings_are_planned_without_a_day(text: str) -> None:
    (found,) = meetings(text)
    assert (found.status, found.start) == (PLANNED, None)
    assert "recurring" in (found.note or "")


@pytest.mark.parametrize(
    "text",
    [
        "We will meet our commitments and meet the needs of all.",
        "They call for an international conference on fish.",
        "If needed, the council may convene a special session.",
        "Progress is made through working group meetings.",
        "The parties should engage in dialogue.",
        "This meeting was fruitful, and each session helped.",
        "The Summit goal is within reach.",
    ],
)
def test_what_only_sounds_like_a_meeting_is_none(text: str) -> None:
    assert meetings(text) == ()


def test_the_statements_own_meeting_is_kept_once() -> None:
    text = (
        "The members of the Harbour Initiative met in Oslo, Norway, on May 30–31, 2022.\n\n"
        "At the Second Harbour Summit, members renewed their promise."
    )
    (found,) = meetings(text)
    assert (found.name, found.start, found.end) == ("Second Harbour Summit", date(2022, 5, 30), date(2022, 5, 31))


def test_the_organs_meeting_that_adopted_a_text_counts() -> None:
    text = (
        "Resolution 9999 (2014)\n\nAdopted by the Security Council at its 7001st meeting, on 5 May 2014\n\nThe Council,"
    )
    (found,) = meetings(text)
    assert (found.name, found.start) == ("7001st meeting of the Security Council", date(2014, 5, 5))


def test_hosts_are_who_hosts() -> None:
    (found,) = meetings("Today in Oslo, Norway and Ghana co-hosted the fifth meeting of the Harbour Forum.")
    assert found.host == ("NOR", "GHA")
    (found,) = meetings("We look forward to the second Harbour Summit hosted by Italy in 2025.", date(2024, 5, 1))
    assert (found.host, found.status, found.note) == (("ITA",), PLANNED, "year only: 2025")


def test_a_day_without_a_year_lies_in_the_year_of_what_is_known() -> None:
    text = "They met on November 9, 2014. They back the aims of the October 28 Conference on Harbour Safety."
    assert [one.start for one in meetings(text)] == [date(2014, 11, 9), date(2014, 10, 28)]


def test_a_words_line_may_be_told_from_outside() -> None:
    layout = lay_out("Oman hosted a conference on pilots on May 3, 2016.")
    (found,) = find_meetings(layout, line_of_words=lambda words: 3 if "pilots" in words else None)
    assert found.line == 3


@pytest.mark.parametrize(
    ("text", "name", "series"),
    [
        ("As agreed at the 9th Harbour-Reef Summit, we act.", "9th Harbour-Reef Summit", "Harbour-Reef Summit"),
        ("We back the Lima Safety and Growth Summit in May 2020.", "Lima Safety and Growth Summit", None),
        ("They held a conference on Boats, Nets, and Reefs in Lima.", "conference on Boats, Nets, and Reefs", None),
        ("We promised it at the Coral – Reef Leaders’ Summit in Lima.", "Coral – Reef Leaders’ Summit", None),
        ("Recalling the promise from the 2022 G7 Elmau Summit, we act.", "2022 G7 Elmau Summit", None),
        ("We plan a Harbour Ministerial later this year in Lima.", "Harbour Ministerial", None),
        ("We look forward to this year’s Summit of the Isles.", "Summit of the Isles", None),
        (
            "Further meetings of this ministerial plenary will be held as often as needed, within 99 days.",
            "Further meetings of the ministerial plenary",
            "ministerial plenary",
        ),
    ],
)
def test_meetings_named_in_passing_have_their_whole_name_and_their_series(
    text: str, name: str, series: str | None
) -> None:
    (found,) = meetings(text)
    assert (found.name, found.series) == (name, series)


def test_meetings_of_one_group_in_different_formats_are_two() -> None:
    text = (
        "We look forward to the next Reef Foreign Ministers’ meeting hosted by Norway in 2025, and the next "
        "Reef Leaders’ Summit hosted by India in 2025."
    )
    assert [one.host for one in meetings(text)] == [("NOR",), ("IND",)]


def test_todays_meeting_is_the_statements_own() -> None:
    assert [one.name for one in meetings("At this morning’s meeting of port ministers, we agreed to act.")] == [
        "meeting of port ministers"
    ]
    told = "The port ministers met in Oslo on 4 May 2021 and talked. Today’s meeting was fruitful."
    assert [one.start for one in meetings(told)] == [date(2021, 5, 4)]


def test_a_relative_clause_tells_host_and_day() -> None:
    (found,) = meetings("They recalled the conference on wrecks, which Ghana hosted on 28 May 2014 in Accra.")
    assert (found.host, found.start, found.status) == (("GHA",), date(2014, 5, 28), HELD)
    (found,) = meetings("They thanked Oman, which on 15 May 2014 will host the first session of the pilots’ group.")
    assert (found.host, found.start, found.status) == (("OMN",), date(2014, 5, 15), PLANNED)


def test_who_where_and_when_alone_tell_a_meeting() -> None:
    (found,) = meetings("We renew our resolve, last expressed in May 2018 by the league's foreign ministers in Kuwait.")
    assert (found.name, found.place, found.note) == (
        "meeting of league's foreign ministers",
        "Kuwait",
        "month only: 2018-05",
    )
    assert meetings("We renew our resolve, last expressed by the league's foreign ministers in Kuwait.") == ()


def test_the_dated_meetings_of_the_first_official_statement(shared: Path) -> None:
    path = shared / "statements" / "2014-12-brussels-first-plenary.txt"
    found = find_meetings(lay_out(path.read_text(encoding="utf-8")))
    dated = [(one.start, one.end, one.host, one.status) for one in found if one.start]
    assert dated == [
        (date(2014, 10, 28), None, ("KWT",), HELD),
        (date(2014, 11, 9), None, ("BHR",), HELD),
        (date(2014, 12, 15), None, ("MAR",), PLANNED),
        (date(2014, 11, 12), date(2014, 11, 21), (), HELD),
        (date(2014, 10, 28), None, ("DEU",), HELD),
    ]


@pytest.mark.parametrize(
    ("text", "quote", "status"),
    [
        (
            "Fishers of all three ports will convene in the coming weeks.",
            "Fishers of all three ports will convene",
            PLANNED,
        ),
        ("We will convene public dialogues and map out routes.", "public dialogues", PLANNED),
        ("We plan to host a forum to discuss nets.", "a forum", PLANNED),
        ("Members of the league hosted regional events throughout the year.", "regional events", HELD),
        (
            "They will report at the next meeting of the Harbour League.",
            "the next meeting of the Harbour League",
            PLANNED,
        ),
        ("We will review it at the fall meeting of the Council.", "the fall meeting of the Council", PLANNED),
        ("They spoke on the margins of the Harbour Investment event.", "the Harbour Investment event", HELD),
        (
            "We look forward to holding the first joint Net and Tide Dialogue.",
            "the first joint Net and Tide Dialogue",
            PLANNED,
        ),
        ("We will agree at the July meeting of Harbour Ministers.", "the July meeting of Harbour Ministers", PLANNED),
        ("They recalled annual leaders’ meetings (since 2009) with care.", "annual leaders’ meetings", HELD),
        ("They said so at the G20 in India.", "the G20 in India", HELD),
        ("They met at the Northern Harbour Summit (NHS). We look forward to the ninth NHS.", "the ninth NHS", PLANNED),
        ("Utskottet träffas i Wien idag den 28 juni om fisket.", "träffas i Wien", HELD),
        ("De talade vid ett digitalt möte den 28 november 2023.", "digitalt möte den 28 november 2023", HELD),
    ],
)
def test_gatherings_that_go_by_other_words(text: str, quote: str, status: MeetingStatus) -> None:
    assert [one.status for one in meetings(text) if quote in one.passage.quote] == [status]


def test_who_meets_belongs_to_the_passage() -> None:
    (found,) = meetings("After the storm, the leaders of the four ports met in Riga on 4 May 2021.")
    assert found.passage.quote == "the leaders of the four ports met in Riga on 4 May 2021"


def test_years_tell_gatherings_of_one_series_apart() -> None:
    text = "They met for the fourth Harbour Summit. They recall the vision of the 2023 Harbour Summit in Lima."
    assert [one.name for one in meetings(text)] == ["fourth Harbour Summit", "2023 Harbour Summit"]


@pytest.mark.parametrize(
    ("text", "status", "name"),
    [
        (
            "The partners commit to convening our joint pilots working group by 2032.",
            PLANNED,
            "joint pilots working group",
        ),
        ("We will convene a boating and fishing forum in the delta.", PLANNED, "boating and fishing forum"),
        ("We ask our Harbour Ministers to convene shortly on nets.", PLANNED, "meeting of Harbour Ministers"),
        ("Each side names a pilot, and we task them to meet soon.", PLANNED, "meeting"),
        ("We will widen our work, including regular meetings by our pilots.", PLANNED, "regular meetings"),
        (
            "We will also teach rowing through a Council-hosted event this week at the docks.",
            PLANNED,
            "Council-hosted event",
        ),
        ("Building on our declaration adopted in May in Lima, we shall row on.", HELD, "meeting"),
        ("They took note of the decision of the Fleet Council at its sixteenth session.", HELD, "sixteenth session"),
        ("This leads up to a high-level workshop in 2033.", PLANNED, "high-level workshop"),
        (
            "Towns are to show their plans at the Clean Docks Forum this September in Lima.",
            PLANNED,
            "Clean Docks Forum",
        ),
        ("They praised the River Climate Conference in Lima (COP 20).", HELD, "River Climate Conference (COP 20)"),
        (
            "They recalled the 2nd Delta Ministers + Coast Meeting on 3 May 2021.",
            HELD,
            "2nd Delta Ministers + Coast Meeting",
        ),
    ],
)
def test_gatherings_that_only_their_setting_tells(text: str, status: MeetingStatus, name: str) -> None:
    (found,) = meetings(text, date(2031, 4, 1))
    assert (found.status, found.name.startswith(name)) == (status, True), found.name


@pytest.mark.parametrize(
    "text",
    [
        "We will go on through regular meetings of our pilots.",
        "They urged the parties to convene soon.",
        "We asked our pilots to meet the demand.",
        "The report speaks of its ninth session.",
    ],
)
def test_channels_and_calls_upon_others_are_no_gatherings(text: str) -> None:
    assert meetings(text) == ()


def test_sessions_far_on_in_a_series_keep_their_day() -> None:
    text = (
        "It shall meet at its seat, to hold its twenty-third session in Lima, and awaits the twenty-third session, "
        "which is to be held from 5 to 9 May 2031."
    )
    (found,) = meetings(text, date(2031, 1, 2))
    assert (found.status, found.start, found.end, found.place) == (PLANNED, date(2031, 5, 5), date(2031, 5, 9), "Lima")
