"""Texts that a statement cites: ids, mentions and what is done with them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from concerted.reading.blocks import lay_out
from concerted.reading.facts import Instrument
from concerted.reading.instruments import find_instruments

OPENING = "The partners met in the harbour town to take stock of their work.\n\n"


def instruments(text: str, title: str = "") -> tuple[Instrument, ...]:
    found = find_instruments(lay_out(OPENING + text), title)
    for one in found:
        assert all((OPENING + text)[place.start : place.end] == place.quote for place in one.passages)
    return found


def ids(text: str, title: str = "") -> list[str]:
    return [one.id for one in instruments(text, title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They recalled UN Security Council Resolutions 2170 and 2178 in full.", ["UNSCR 2170", "UNSCR 2178"]),
        (
            "Recalling resolutions 1267 (1999), 1373 (2001) 1540 (2004), and 1989 (2011), they agreed.",
            ["UNSCR 1267", "UNSCR 1373", "UNSCR 1540", "UNSCR 1989"],
        ),
        ("They noted UNSCR 817(1993) and S/RES/2254 (2015).", ["UNSCR 817", "UNSCR 2254"]),
        ("They noted A/RES/60/288 and resolution 68/101.", ["UNGA 60/288", "UNGA 68/101"]),
        ("They noted General Assembly resolution ES-11/1.", ["UNGA ES-11/1"]),
        ("They noted Human Rights Council resolution 49/1.", ["UNHRC 49/1"]),
        ("They commended Arab League Resolution 7804 (September 7, 2014).", ["LAS 7804"]),
        ("They noted S/PRST/2014/20.", ["S/PRST/2014/20"]),
        ("They noted its presidential statement of 9 February 2005.", ["UN PRST 2005-02-09"]),
        ("They noted its presidential statement of 3 August 2011 (S/PRST/2011/16).", ["S/PRST/2011/16"]),
        ("They welcomed the Valletta Communiqué (May 4, 2016).", ["Valletta Communiqué 2016-05-04"]),
        ("They upheld the Charter of the United Nations and the UN Charter.", ["UN Charter"]),
        ("They upheld the Treaty on the Non-Proliferation of Nuclear Weapons (NPT). The NPT matters.", [
            "Treaty on the Non-Proliferation of Nuclear Weapons"
        ]),
        ("They work under the 2009 Norland-Sudland Fisheries Agreement.", ["Norland-Sudland Fisheries Agreement 2009"]),
        ("They apply the Financial Action Task Force recommendations.", ["FATF recommendations"]),
        ("They acted consistent with Norland’s constitution.", ["Norland’s Constitution"]),
        ("Our governments issued a joint statement on January 3, 2024.", ["Joint Statement 2024-01-03"]),
        ("They noted the Council’s report, Dark Waters: Life on the Coast of Norland, which counts boats.", [
            "Dark Waters: Life on the Coast of Norland"
        ]),
        ("They recalled the Harbour Convention and its Optional Protocol.", [
            "Harbour Convention", "Optional Protocol to Harbour Convention"
        ]),
        ("They follow the CHIPS and Science Act and the Sea Lanes Act.", ["CHIPS and Science Act", "Sea Lanes Act"]),
    ],
)  # fmt: skip
def test_a_text_gets_its_id(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They will sign bilateral security agreements and new conventions.",
        "Our Joint Statement speaks for itself, and this Declaration binds us.",
        "We act in our Framework Nation Concept group.",
        "They discussed strategy, plans and the agenda.",
    ],
)
def test_classes_of_texts_and_the_text_itself_are_none(text: str) -> None:
    assert ids(text) == []


def test_the_statement_does_not_cite_itself() -> None:
    text = "Twelve states joined the Joint Declaration of Support for the Rebuilding of Norland."
    assert ids(text, "Joint Declaration of Support for the Rebuilding of Norland") == []
    assert len(ids(text, "Communiqué of the ministers of fisheries")) == 1


def test_every_mention_is_a_passage() -> None:
    text = "They back the Paris Call for Trust and Security. Members that support the Call act. The Call is open."
    (found,) = instruments(text)
    assert [place.quote for place in found.passages][1:] == ["the Call", "The Call"]


def test_a_short_name_that_two_texts_share_stays_open() -> None:
    text = "They back the Harbour Convention and the Canal Convention. The Convention is old."
    assert [len(one.passages) for one in instruments(text)] == [1, 1]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("We affirmed our commitment to implement resolution 2178 (2014).", "implements"),
        ("We recall resolution 2178 (2014).", "recalls"),
        ("We welcome resolution 2178 (2014).", "welcomes"),
        ("We urged all parties to act, in accordance with resolution 2178 (2014).", "requests"),
        ("The list drawn up pursuant to resolution 2178 (2014) is long.", None),
    ],
)
def test_the_governing_verb_is_the_relation(text: str, relation: str | None) -> None:
    assert [one.relation for one in instruments(text)] == [relation]


def test_documents_incorporated_afterwards_are_raised() -> None:
    text = (
        "We promise to implement resolution 2178 (2014). Ports matter. We commended the Valletta Communiqué "
        "(May 4, 2016). These documents guide us and are incorporated herein."
    )
    assert [one.relation for one in instruments(text)] == ["implements", "incorporates"]


def test_a_resolution_gets_the_day_on_which_it_passed() -> None:
    (found,) = instruments("On January 10, 2024, the UN Security Council passed UNSCR 2722, which binds.")
    assert found.date == date(2024, 1, 10)


def test_the_instruments_of_both_official_statements(shared: Path) -> None:
    folder = shared / "statements"
    first = (folder / "2014-12-brussels-first-plenary.txt").read_text(encoding="utf-8")
    assert [one.id for one in find_instruments(lay_out(first))] == [
        "UNSCR 2170",
        "UNSCR 2178",
        "LAS 7804",
        "Jeddah Communiqué 2014-09-11",
        "Paris Statement 2014-09-15",
        "UN PRST 2014-09-19",
        "Letter from Government of Iraq to UN 2014-09-20",
        "UNSCR 2139",
        "UNSCR 2165",
        "Rule of Terror: Living under ISIS in Syria",
        "Geneva Communiqué",
        "UNSCR 817",
    ]
    second = (folder / "2018-06-brussels-defence-ministers.txt").read_text(encoding="utf-8")
    assert [one.id for one in find_instruments(lay_out(second))] == ["UNSCR 2254", "Guiding Principles 2018-02"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("We welcome the March 2021 Reef Strategy for Safer Ports.", "Reef Strategy for Safer Ports 2021-03"),
        ("We back the Framework for Removal of Naval Mines.", "Framework for Removal of Naval Mines"),
        ("We follow the Plan of Action to Guard the Reef Straits.", "Plan of Action to Guard Reef Straits"),
        ("He issued an Executive Order to protect harbours.", "Executive Order to protect harbours"),
        ("We applaud the resolution on “Safer Ports for All”.", "Safer Ports for All"),
        ("Apply the Interpretive Note to Recommendation 6.", "Interpretive Note to Recommendation 6"),
    ],
)
def test_texts_told_by_month_subject_or_quoted_title(text: str, title: str) -> None:
    assert [one.id for one in find_instruments(lay_out(f"The partners met.\n\n{text}"))] == [title]


def _ids(text: str) -> list[str]:
    return [one.id for one in find_instruments(lay_out(f"{text}\n"))]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Recalling the Statement of its President on 31 January 1992 (S/23500), we act.", "S/23500"),
        (
            "Under rule 9 of its provisional rules of procedure it set up a panel.",
            "Provisional rules of procedure",
        ),
        (
            "They noted the Lima declaration on harbour nets (3 May 2031).",
            "Lima declaration on harbour nets 2031-05-03",
        ),
        (
            "They upheld the award rendered by the Harbour Tribunal on 3 May 2031.",
            "Award rendered by Harbour Tribunal 2031-05-03",
        ),
        ("The Council recalled the fleet strategy adopted in 1996.", "Strategy 1996"),
        ("In May 2031 they adopted a strategy to reduce waste.", "Strategy to reduce waste"),
        ("Members endorsed guidance to help small ports.", "Guidance to help small ports"),
        ("Reaffirming its decision 2133 (2014) on ransoms, it acts.", "UNSCR 2133"),
        ("We back the Programme for Safe Harbours (PSH) Work Plan.", "Programme for Safe Harbours Work Plan"),
        (
            "We reflect the Vision Statement issued by Leaders at the 2031 Harbour Summit.",
            "Vision Statement of 2031 Harbour Summit",
        ),
        ("They await a Code of Conduct in the Northern Sea soon.", "Code of Conduct in Northern Sea"),
        ("We drew on the Harbour and Fleet Act’s International Fund.", "Harbour and Fleet Act"),
        ("They signed a Harbour Watch MOU in full.", "Harbour Watch MOU"),
        (
            "They welcomed a new Memorandum of Cooperation that will link ports.",
            "Memorandum of Cooperation that will link ports",
        ),
        ("We back the Food Security Roadmap Towards 2030 in full.", "Food Security Roadmap Towards 2030"),
        ("We welcome the Oslo Proposals on Harbour Nets.", "Oslo Proposals on Harbour Nets"),
        (
            "We welcome the UN General Assembly Resolution on Safer Seas and Ports.",
            "UN General Assembly Resolution on Safer Seas and Ports",
        ),
        (
            "They signed a memorandum of understanding between the Harbour Bank (HB) and the Fleet Fund.",
            "MOU between Harbour Bank and Fleet Fund",
        ),
    ],
)
def test_texts_told_apart_by_their_making(text: str, id_: str) -> None:
    assert _ids(text) == [id_]


@pytest.mark.parametrize(
    "text",
    [
        "We back the Sustainable Development Goals.",
        "This Lima Declaration binds us.",
        "They spoke at the Harbour Compact with Islands Conference in Lima.",
        "They issued the following statement on nets and boats.",
        "They were told of the report on the flood on 3 May 2031.",
        "We will publish guidance to help ports.",
    ],
)
def test_aims_and_texts_to_come_are_none(text: str) -> None:
    assert _ids(text) == []


def test_another_resolution_of_the_same_body_is_not_the_statement_itself() -> None:
    layout = lay_out("The Council,\n\nRecalling Security Council resolutions 2170 (2014) and 2178 (2014),\n")
    found = find_instruments(layout, "Security Council resolution 2191 (2014)")
    assert [one.id for one in found] == ["UNSCR 2170", "UNSCR 2178"]


def test_a_name_fixed_in_brackets_is_the_text_before_it() -> None:
    text = "They uphold the Convention on Harbour Nets of 1951 (“the Nets Convention”). The Nets Convention binds all."
    (found,) = find_instruments(lay_out(text))
    assert len(found.passages) > 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They noted the report of the Secretary -General on the state of the quays.",
            ["Report of Secretary-General on state of quays"],
        ),
        ("They noted the decision of the Fleet Council at its ninth session.", ["Decision of Fleet Council"]),
        ("They noted the amendments adopted at the Lima Conference.", ["Amendments adopted at Lima Conference"]),
        (
            "They read the Nets Agency’s (NA) new report on its progress with ropes by May.",
            ["Nets Agency’s new report on its progress with ropes"],
        ),
        ("We welcome the new report by the Nets Agency to the summit.", ["New report by Nets Agency"]),
        (
            "We welcome the key recommendations by the Fleet Advisory Board (FAB), and the FAB’s work.",
            ["Key recommendations by Fleet Advisory Board"],
        ),
        ("Building on our statement adopted in May in Lima, we row on.", ["Statement adopted in May in Lima"]),
        ("We endorse the Rowing Club’s terms of reference as agreed.", ["Rowing Club terms of reference"]),
        ("We saw the adoption of a new fleet repair strategy.", ["Fleet repair strategy"]),
        ("They are writing a bold Plan of Renewal for all.", ["Plan of Renewal"]),
        ("They have joined the Lima Amendment in full.", ["Lima Amendment"]),
        ("See A/61/874 and A/61/874/Add.1 there, and A/62/828 S/2031/210 too.", ["A/61/874", "A/62/828"]),
        (
            "They noted the Delta Recovery Framework (DRF) and its Implementation Plan.",
            ["Delta Recovery Framework", "Delta Recovery Framework Implementation Plan"],
        ),
    ],
)
def test_texts_told_by_their_body(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_a_short_name_behind_the_head_stands_for_the_whole() -> None:
    text = "The Plan of Action (POA) to Clear the Delta Channels helps, and the POA goes on."
    (found,) = instruments(text)
    assert found.id == "Plan of Action to Clear Delta Channels"
    assert [place.quote for place in found.passages][1:] == ["POA"]


@pytest.mark.parametrize(
    "text",
    [
        "They follow recommendations of the Secretariat on ropes.",
        "They will report to the Council on its findings on ropes.",
        "They wish to develop a strategy and a plan of work.",
        "They signed a new agreement on the same day.",
    ],
)
def test_classes_and_reports_to_come_are_no_texts(text: str) -> None:
    assert ids(text) == []
