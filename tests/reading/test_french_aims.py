"""Aims and targets of French commitments."""

from __future__ import annotations

import pytest

from concerted.reading.facts import Act, Aim, Kind, Mark
from concerted.reading.read import read
from concerted.terms.document import Document

OPENING = "Les ministres se sont réunis à Vienne pour parler des ports et des fleuves. "


def one(sentence: str) -> Act:
    (act,) = (act for act in read(Document(OPENING + sentence)).acts if act.kind is Kind.COMMITMENT)
    return act


@pytest.mark.parametrize(
    "sentence",
    [
        "Nous publierons la carte du port.",
        "Nous continuerons de réparer les écluses.",
        "Nous nous engageons à renforcer les quais du vieux port.",
        "Nous nous engageons à approfondir notre coopération d'ici à 2031.",
        "Nous verserons 4 millions d'euros aux pêcheurs.",
        "Nous sommes déterminés à rouvrir la ligne de bac.",
        "Nous nous réunirons au printemps.",
        "Nous avons décidé d'envoyer des pilotes en Namibie.",
    ],
)
def test_a_discrete_action_towards_a_target_is_specific(sentence: str) -> None:
    assert one(sentence).aim is Aim.SPECIFIC


@pytest.mark.parametrize(
    "sentence",
    [
        "Nous nous engageons à promouvoir la croissance économique.",
        "Nous sommes déterminés à lutter contre la corruption.",
        "Nous resterons saisis de la question.",
        "Nous approfondirons notre partenariat.",
        "Nous nous engageons à œuvrer pour la paix et la prospérité.",
        "Nous nous engageons à prendre de nouvelles mesures.",
        "Nous nous tiendrons étroitement informés.",
    ],
)
def test_a_stance_or_an_aspiration_is_a_general_aim(sentence: str) -> None:
    assert one(sentence).aim is Aim.GENERAL


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("Nous publierons la carte du port.", Mark.TARGET),
        ("Nous ouvrirons les écluses avant le 3 mai 2031.", Mark.DATE),
        ("Nous verserons 4 millions d'euros.", Mark.AMOUNT),
        ("Nous ouvrirons une école en Namibie.", Mark.PLACE),
        ("Nous ouvrirons une école à Windhoek.", Mark.PLACE),
        ("Nous prêterons des barges à la Namibie.", Mark.ADDRESSEE),
        ("Nous prêterons des barges aux familles touchées.", Mark.ADDRESSEE),
    ],
)
def test_a_mark_is_found_and_otherwise_missing(sentence: str, mark: Mark) -> None:
    act = one(sentence)
    assert mark in act.marks
    assert sorted((*act.marks, *act.missing)) == sorted(Mark)


def test_parts_led_to_by_the_same_word_are_targets() -> None:
    act = one("Nous nous engageons à ouvrir les écluses, à draguer la baie et à payer les pilotes.")
    assert [target.quote for target in act.targets] == ["ouvrir les écluses", "draguer la baie", "payer les pilotes"]


def test_one_part_is_the_whole_act() -> None:
    act = one("Nous publierons la carte du port.")
    assert act.targets == (act.passage,)
