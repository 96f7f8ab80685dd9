"""Who speaks, who joins and who hosts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.reading.blocks import lay_out
from concerted.reading.facts import Role
from concerted.reading.participants import find_participants, title_participants


def roles(text: str, language: str = "en") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in find_participants(lay_out(text, language)):
        assert text[one.passage.start : one.passage.end] == one.passage.quote
        found.setdefault(one.role.value, []).append(one.party)
    return found


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("We, the leaders of Chile, Japan, and New Zealand, reaffirm our friendship.", ["CHL", "JPN", "NZL"]),
        ("WE, the Member States of the African Union and Canada, gathered in Accra;", ["AU", "CAN"]),
        ("We—the governments of Fiji, Tonga, and the Cook Islands—meet on this occasion.", ["FJI", "TON", "COK"]),
        ("As leaders of Peru and Chile, guided by shared ideals, we resolve to act.", ["PER", "CHL"]),
        ("The Governments of Norway and Denmark concur on these principles.", ["NOR", "DNK"]),
        ("Today, we – Prime Minister Ann Lee of Canada and President Bo Ek of Finland – met.", ["CAN", "FIN"]),
        (
            "The Ministers of the Harbour Group (HG) – comprising Malta, Cyprus and Greece – met today.",
            ["MLT", "CYP", "GRC"],
        ),
        (
            "The members of the Grid Initiative—Kenya, Chad, Togo, and the European Union—met.",
            ["KEN", "TCD", "TGO", "EU"],
        ),
        ("The People’s Republic of China and the French Republic consider peace a duty.", ["CHN", "FRA"]),
        ("Statement by three leaders (Latvia, Estonia, Lithuania, 3 May 2021). We stand firm.", ["LVA", "EST", "LTU"]),
        ("We, the Leaders of the Group of Seven (G7), will act.", ["G7"]),
        (
            "We have convened to deepen trilateral cooperation between Japan, Peru, and Oman. We seek peace.",
            ["JPN", "PER", "OMN"],
        ),
        ("The Security Council,\n\nRecalling its resolutions,\n\n1. Decides to remain seized.", ["UN"]),
        (
            "Representatives met in Oslo. Participants included Chile, Japan, as well as the European Union.",
            ["CHL", "JPN", "EU"],
        ),
        ("Ministers from the African Union, as well as from Peru and Togo met in Accra.", ["AU", "PER", "TGO"]),
        ("It brought together Fiji, Tonga and the Arab League. It was held in Suva.", ["FJI", "TON", "LAS"]),
        ("Japan hosted the Foreign Ministers of Peru and Fiji in Tokyo on 3 May.", ["JPN", "PER", "FJI"]),
        ("The Security Council condemns the attack. The Security Council calls for calm.", ["UN"]),
        ("Chile and Peru have attacked pirates. We, the leaders of Fiji and Tonga, welcome this.", ["FJI", "TON"]),
        ("We welcome the truce between Chile and Peru. We call on both to keep it.", []),
        (
            "The text was agreed by the G7 ministers of Canada, France, and Italy.\n\nWe, the G7 ministers, will act.",
            ["CAN", "FRA", "ITA"],
        ),
        ("The Presidents of Peru and Chile, together with the King of Tonga, met in Lima.", ["PER", "CHL", "TON"]),
        ("Fiji, together with Oman and Malta, condemns the raid. We call for calm.", ["FJI", "OMN", "MLT"]),
        ("The Governments of CANADA, the UNITED STATES and MEXICO agree.", ["CAN", "USA", "MEX"]),
        ("On 3 May 2021 President Ana Paz of Chile received King Bo of Tonga. They spoke.", ["CHL", "TON"]),
        ("Our governments reject this. Forces of Chad acted against piracy.", []),
        ("Russia has attacked Ukraine. The attack is illegal.", []),
    ],
)
def test_the_opening_says_who_speaks(text: str, issuers: list[str]) -> None:
    assert roles(text).get("issuer", []) == issuers


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Fiji agreed on a code of conduct. Two partners have already declared their support for the code:\n\n"
        "- Chile\n\n- Tonga\n\n- Fiji\n\nThe code will be signed in Suva.",
        "We, the Presidents of Peru and Fiji, in the presence of the President of Chile and the King of Tonga, agree.",
    ],
)
def test_supporters_and_witnesses_join(text: str) -> None:
    assert roles(text) == {"issuer": ["PER", "FJI"], "joined": ["CHL", "TON"]}


def test_a_run_together_list_at_the_end_with_a_footnote() -> None:
    text = (
        "1. Five partners met at the invitation of Norwegian Foreign Minister Kari Dal to talk of fish.\n\n"
        "2. Partners decided to meet again.\n\n* * *\n\nPartner participants:\n\n"
        "Republic of Albania Hungary Sultanate of Oman Macedonia* Kingdom of the Netherlands Ukraine\n\n"
        "* One partner uses another name."
    )
    found = find_participants(lay_out(text))
    assert [one.party for one in found if one.role is Role.ISSUER] == ["ALB", "HUN", "OMN", "MKD", "NLD", "UKR"]
    assert [one.party for one in found if one.role is Role.HOST] == ["NOR"]
    (noted,) = [one for one in found if one.note]
    assert (noted.party, noted.name, noted.note) == ("MKD", "Macedonia", "One partner uses another name.")
    assert noted.note_passage and noted.note_passage.quote == noted.note


def test_those_who_join_are_no_issuers() -> None:
    text = (
        "The text is a joint release of ministers of Chile, Peru and the Secretary General of NATO. "
        "They were joined by senior officials from Japan and Fiji."
    )
    assert roles(text) == {"issuer": ["CHL", "PER", "NATO"], "joined": ["JPN", "FJI"]}


def test_a_count_and_its_list_join() -> None:
    text = (
        "More than two states and the European Union have agreed to join the Declaration. Those states are "
        "Chile, Peru, and Togo.\n\nWe, the Leaders of the Group of Seven (G7), will act."
    )
    assert roles(text) == {"issuer": ["G7"], "joined": ["EU", "CHL", "PER", "TGO"]}


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (
            "In Oslo Norwegian Minister Kari Dal and NATO Secretary General Jo Berg hosted the third meeting.",
            ["NOR", "NATO"],
        ),
        ("The President of Chile, Ana Paz, welcomed the Prime Minister of Fiji, Situ Lo, to Santiago.", ["CHL"]),
        ("We, the leaders of Peru and Chile, met for a summit hosted by President Ana Paz of Chile in Arica.", ["CHL"]),
        ("We, the leaders of Peru and Chile, look ahead to the next summit, which Peru will host.", []),
        ("We, the leaders of Peru and Chile, commend Japan, which hosted a conference on fish.", []),
    ],
)
def test_the_host_is_of_this_very_meeting(text: str, hosts: list[str]) -> None:
    assert roles(text).get("host", []) == hosts


def test_the_convener_of_a_summary_speaks_with_those_who_took_part() -> None:
    text = (
        "On 3 May 2022, President Ana Paz of Chile convened the Forum on Fish.\n\n"
        "Peru, Japan, and Fiji participated in the meeting.\n\nParticipants included:\n\n"
        "- Her Excellency Lin Oda, Prime Minister of Japan\n- His Excellency Bo Qi, President of the Republic of Fiji\n"
    )
    assert roles(text) == {"issuer": ["CHL", "JPN", "FJI"], "host": ["CHL"], "joined": ["PER"]}


@pytest.mark.parametrize(
    ("text", "language", "issuers"),
    [
        (
            "Nous, les dirigeants de la France, de l’Allemagne et de l'Italie, réaffirmons ceci.",
            "fr",
            ["FRA", "DEU", "ITA"],
        ),
        ("نحن قادة جمهورية العراق والمملكة الأردنية الهاشمية ومصر نؤكد التزامنا.", "ar", ["IRQ", "JOR", "EGY"]),
        ("Vi, ledarna för Danmark och Norge, fördömer detta.", "sv", ["DNK", "NOR"]),
    ],
)
def test_other_languages(text: str, language: str, issuers: list[str]) -> None:
    assert roles(text, language) == {"issuer": issuers}


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        (
            "Joint Statement of the Governments of Chile, the Czech Republic, and Fiji on Support for Togo",
            ["CHL", "CZE", "FJI"],
        ),
        ("U.S.-EU Summit Statement", ["USA", "EU"]),
        ("Statement on Peace in Ukraine", []),
        ("G7 Leaders’ Statement", ["G7"]),
    ],
)
def test_a_title_may_name_the_issuers(title: str, parties: list[str]) -> None:
    assert [one.party for one in title_participants(title)] == parties


def test_the_name_is_as_written_with_its_article() -> None:
    (chile, netherlands) = find_participants(lay_out("We, the leaders of Chile and the Netherlands, agree to act."))
    assert (chile.name, netherlands.name) == ("Chile", "the Netherlands")


@pytest.mark.parametrize(
    "name",
    [
        "2014-12-brussels-first-plenary",
        "2018-06-brussels-defence-ministers",
        "se-2022-11-10-jef-edinburgh",
        "un-sres-2170-2014",
        "wh-2022-11-01-cri-2022",
        "wh-2024-01-11-red-sea-coalition",
        "wh-2024-04-15-us-iraq",
        "wh-2024-09-25-ukraine-recovery-declaration",
    ],
)
def test_the_official_texts_give_every_participant_with_its_role(shared: Path, name: str) -> None:
    text = (shared / "statements" / f"{name}.txt").read_text(encoding="utf-8")
    gold = json.loads((shared / "statements" / "gold" / f"{name}.reading.json").read_text(encoding="utf-8"))
    found = find_participants(lay_out(text))
    assert {(one.party, one.role.value) for one in found} == {
        (one["party"], one["role"]) for one in gold["participants"]
    }
    assert {one.note for one in found} == {one["note"] for one in gold["participants"]} or not found
    if gold.get("title_participants"):
        assert [(one.party, one.name) for one in title_participants(gold["title"])] == [
            (one["party"], one["name"]) for one in gold["title_participants"]
        ]


WORDS = st.sampled_from(
    [
        "We, the leaders of ",
        "Iraq",
        "Japan",
        " and ",
        ", ",
        "President Ana Paz",
        " hosted ",
        "\n\n",
        "* ",
        "العراق",
        "(G7)",
        "The ",
    ]
)


@given(st.lists(WORDS | st.text(max_size=4)).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    roles(text)
    title_participants(text)
