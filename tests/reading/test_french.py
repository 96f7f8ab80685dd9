"""French statements against their records: texts and records are our own, as is everything in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.accuracy.measure import Figures, measure
from concerted.formats.record import record
from concerted.reading.facts import Act, Kind, Reading, Role
from concerted.reading.read import read
from concerted.terms.document import Document
from tests.reading.pairs import pair

TEXTS = sorted((Path(__file__).parent / "french").glob("*.txt"))
# Their rules were written before these were looked at.
NEW = frozenset(("appel-de-vienne", "conference-des-donateurs", "plan-de-cybersecurite"))
ALL_RIGHT = ("participants", "instruments", "instrument ids", "meetings", "deadlines", "sums", "people", "quantities")


def _figures(texts: list[Path]) -> Figures:
    total = Figures()
    for path in texts:
        text, annotated = pair(path)
        total.add(measure(text, annotated, record(read(Document(text)))))
    return total


def _f1(figures: Figures, name: str) -> float:
    found = figures.tallies[name].f1
    return 1.0 if found is None else found


def test_known_texts_are_read_as_annotated() -> None:
    figures = _figures([path for path in TEXTS if path.stem not in NEW])
    assert _f1(figures, "acts: span and kind") >= 0.97, figures.lines
    assert all(_f1(figures, name) >= 0.97 for name in (*ALL_RIGHT, "definitions", "lines")), figures.lines
    for name in ("act's renews", "act's actors", "meeting's start", "meeting's status", "deadline's date", "issued_on"):
        assert figures.agree[name] >= 0.97 * figures.compared[name], (name, figures.lines)


def test_new_texts_are_read_nearly_as_well() -> None:
    figures = _figures([path for path in TEXTS if path.stem in NEW])
    assert _f1(figures, "acts: span and kind") >= 0.9, figures.lines
    assert _f1(figures, "acts: commitment") >= 0.93, figures.lines
    assert all(_f1(figures, name) >= 0.8 for name in ALL_RIGHT), figures.lines


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_sentence_is_accounted_for(path: Path) -> None:
    found = read(Document(path.read_text(encoding="utf-8")))
    assert found.statement.language == "fr"
    passages = [one.passage for one in (*found.acts, *found.passed_over)]
    assert all(found.text[one.start : one.end] == one.quote for one in passages)
    reached = sum(len(one.quote) for one in passages)
    assert reached > 0.75 * len(found.text)


# --- One sentence each.

OPENING = "Nous, la France et le Maroc, nous sommes réunis à Rabat le 3 mai 2021. "


def _reading(text: str) -> Reading:
    return read(Document(text, language="fr"))


def _acts(sentence: str) -> tuple[Act, ...]:
    return _reading(OPENING + sentence).acts[1:]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Nous nous engageons à draguer la baie.", "commitment"),
        ("Nous poursuivrons nos patrouilles.", "commitment"),
        ("Nous allons ouvrir deux ports.", "commitment"),
        ("Nous sommes résolus à protéger les phares.", "commitment"),
        ("Nous restons déterminés à draguer la baie.", "commitment"),
        ("Nous ne tolérerons aucune entrave.", "commitment"),
        ("Nous avons l’intention d’agrandir le quai.", "commitment"),
        ("La prochaine réunion se tiendra à Tanger.", "commitment"),
        ("Nous décidons de créer un comité des phares.", "decision"),
        ("Nous adoptons le plan des ports.", "decision"),
        ("Un secrétariat est institué à Brest.", "decision"),
        ("Nous appelons tous les armateurs à la prudence.", "call"),
        ("Nous demandons instamment aux armateurs de réparer leurs navires.", "call"),
        ("Les armateurs doivent réparer leurs navires.", "call"),
        ("Il faut réparer les quais.", "call"),
        ("Il est urgent de réparer les quais.", "call"),
        ("Les armateurs sont priés de réparer leurs navires.", "call"),
        ("Nous soulignons la nécessité de réparer les quais.", "call"),
        ("Nous nous félicitons de l’ouverture du port.", "endorsement"),
        ("Nous rendons un vibrant hommage aux pilotes.", "endorsement"),
        ("Nous adressons nos condoléances aux familles.", "endorsement"),
        ("Nous réaffirmons notre soutien aux pilotes.", "endorsement"),
        ("Nous condamnons ces attaques.", "concern"),
        ("Nous sommes vivement préoccupés par l’ensablement.", "concern"),
        ("Nous notons avec inquiétude que la baie s’ensable.", "concern"),
        ("Ces attaques sont inacceptables.", "concern"),
        ("Rien ne saurait justifier ces attaques.", "concern"),
        ("Nous constatons que la baie s’ensable.", "finding"),
        ("Nous prenons note du rapport des pilotes.", "finding"),
        ("Nous n’avons pas retenu le second plan.", "finding"),
        ("La baie s’ensable depuis vingt ans.", "finding"),
        ("Nous condamnons ces attaques et saluons les pilotes.", "concern endorsement"),
        ("Le Maroc fournira des bouées, et la France réparera les quais.", "commitment commitment"),
        ("Nous notons que les pilotes ont réparé les quais et demandons un rapport.", "finding call"),
        ("Lorsque le port ouvrira, nous publierons un guide.", "commitment"),
        ("Rappelant le rapport des pilotes, nous saluons leur courage.", "finding endorsement"),
        ("Aussi avons-nous décidé de draguer la baie.", "commitment"),
    ],
)
def test_the_kinds_of_a_sentence(sentence: str, kinds: str) -> None:
    assert " ".join(act.kind.value for act in _acts(sentence)) == kinds


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Ils se sont engagés à draguer la baie.", "se sont engagés à draguer la baie"),
        ("Les ministres n’ont jamais accepté cela.", "Les ministres n’ont jamais accepté cela."),
        ("À cet effet, nous lançons un concours.", "lançons un concours"),
        ("Les armateurs ne doivent pas attendre.", "Les armateurs ne doivent pas attendre."),
    ],
)
def test_an_act_runs_from_its_verb_with_what_stands_before_it(sentence: str, text: str) -> None:
    assert _acts(sentence)[0].passage.quote == text


def test_items_inherit_what_introduces_them() -> None:
    acts = _acts("Nous entendons :\n\n- réparer les quais ;\n- former des pilotes d’ici à 2030.")
    assert [(act.kind, act.passage.quote) for act in acts] == [
        (Kind.COMMITMENT, "réparer les quais"),
        (Kind.COMMITMENT, "former des pilotes d’ici à 2030"),
    ]
    assert acts[1].due is not None and acts[1].due.quote == "d’ici à 2030"


def test_a_resolution_opens_with_its_verbs() -> None:
    text = (
        "Le Conseil de sécurité,\n\nRappelant ses résolutions antérieures,\n\n"
        "Gravement préoccupé par l’ensablement,\n\n1. Exige que la baie soit draguée ;\n\n"
        "2. Décide de rester saisi de la question."
    )
    found = _reading(text)
    assert [one.party for one in found.participants] == ["UN"]
    assert [act.kind.value for act in found.acts] == ["finding", "concern", "call", "commitment"]
    assert [act.renews for act in found.acts] == [True, False, False, True]


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Le Maroc fournira des bouées.", ("MAR",)),
        ("Les deux ministres ont salué les pilotes.", ("issuers",)),
        ("Nos experts publieront un guide.", ("issuers",)),
        ("La France et le Maroc ont salué les pilotes.", ("issuers",)),
    ],
)
def test_who_acts(sentence: str, actors: tuple[str, ...]) -> None:
    assert _acts(sentence)[0].actors == actors


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Les ministres de la Suède et du Chili se sont réunis à Brest, à l’invitation du Chili.",
            {("SWE", "issuer"), ("CHL", "issuer"), ("CHL", "host")},
        ),
        ("Nous, dirigeants du Kenya, des Pays-Bas et des États-Unis, saluons les pilotes.", {"KEN", "NLD", "USA"}),
        (
            "Le Pérou a organisé à Lima une conférence sur les ports. Trente délégations y ont participé, dont "
            "celles du Chili et du Brésil.",
            {("PER", "issuer"), ("PER", "host"), ("CHL", "joined"), ("BRA", "joined")},
        ),
    ],
)
def test_participants_and_their_roles(text: str, roles: set[str | tuple[str, str]]) -> None:
    expected = {one if isinstance(one, tuple) else (one, Role.ISSUER.value) for one in roles}
    assert {(one.party, one.role.value) for one in _reading(text).participants} == expected


@pytest.mark.parametrize(
    ("words", "value", "currency"),
    [
        ("1,5 milliard d’euros", 1_500_000_000, "EUR"),
        ("300 millions de dollars", 300_000_000, "USD"),
        ("12 500 000 euros", 12_500_000, "EUR"),
        ("40 millions de francs suisses", 40_000_000, "CHF"),
    ],
)
def test_sums(words: str, value: int, currency: str) -> None:
    found = _reading(f"{OPENING}Nous verserons {words} aux ports.").sums
    assert [(one.passage.quote, one.value, one.currency) for one in found] == [(words, value, currency)]


@pytest.mark.parametrize(
    ("words", "day", "length"),
    [
        ("dans un délai de 180 jours", date(2021, 10, 30), 180),
        ("au plus tard le 1er juin 2022", date(2022, 6, 1), None),
        ("d’ici à 2030", date(2030, 12, 31), None),
        ("d’ici au 30 juin 2024", date(2024, 6, 30), None),
        ("avant la fin de l’année", date(2021, 12, 31), None),
        ("d’ici à la fin de 2023", date(2023, 12, 31), None),
        ("au cours des deux prochaines années", date(2023, 5, 3), 730),
    ],
)
def test_deadlines(words: str, day: date, length: int | None) -> None:
    text = f"Rabat, le 3 mai 2021\n\nNous, la France et le Maroc, draguerons la baie {words}."
    assert [(one.passage.quote, one.date, one.days) for one in _reading(text).deadlines] == [(words, day, length)]


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("la résolution 2178 (2014)", "UNSCR 2178"),
        ("la résolution A/RES/60/288 de l’Assemblée générale", "UNGA 60/288"),
        ("la Charte des Nations Unies", "UN Charter"),
        ("l’accord de Paris", "Paris Agreement"),
        ("le Protocole de Brest sur les phares", "Protocole de Brest sur les phares"),
        ("la déclaration commune du 3 mars 2020", "déclaration commune 2020-03-03"),
    ],
)
def test_instruments(words: str, id_: str) -> None:
    assert [one.id for one in _reading(f"{OPENING}Nous appliquerons {words}.").instruments] == [id_]


def test_people_with_their_offices() -> None:
    text = (
        "Mme Ana Ruiz, ministre des ports du Chili, et le ministre kényan des phares, M. Joel Mboya, se sont "
        "entretenus à Lima. Le Président Ruiz a salué les pilotes."
    )
    found = [(one.name, one.office, one.party) for one in _reading(text).people]
    assert found == [("Ana Ruiz", "ministre des ports", "CHL"), ("Joel Mboya", "ministre kényan des phares", "KEN")]


def test_names_fixed_for_later() -> None:
    text = (
        f"{OPENING}Nous créons un Conseil des phares (CP). Le Fonds des ports (ci-après dénommé « le Fonds ») ouvrira."
    )
    found = [(one.term, one.stands_for) for one in _reading(text).definitions]
    assert found == [("CP", "Conseil des phares"), ("Fonds", "Fonds des ports")]


def test_full_stops_that_end_no_sentence() -> None:
    found = _reading(
        f"{OPENING}M. Roux et MM. Diop et Sy ont vu les quais (art. 3, p. ex.). Ils ont salué les pilotes."
    )
    assert len(found.acts) == 3
