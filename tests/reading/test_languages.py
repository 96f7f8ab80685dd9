"""The language of a text, also of a short one, and the refusal of what is not read."""

from __future__ import annotations

import pytest

from concerted.reading.acceptance import require_statement
from concerted.reading.languages import language_of, languages
from concerted.reading.read import read
from concerted.terms.document import Document
from concerted.terms.errors import UnreadLanguage


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We condemn the attack on the harbour.", "en"),
        ("Nous condamnons cette attaque contre le port.", "fr"),
        ("Le Conseil de sécurité condamne les attaques.", "fr"),
        ("نحن ندين الهجوم على الميناء.", "ar"),
        ("اجتمع الوزراء في الرياض", "ar"),
        ("Los ministros se reunieron en el puerto de Vigo.", "es"),
        ("Os ministros reuniram-se em Faro e não aceitam a violência.", "pt"),
        ("I ministri si sono riuniti per discutere della situazione del porto.", "it"),
        ("Wir verurteilen den Angriff auf die Stadt.", "de"),
        ("Wij veroordelen de aanval op de haven.", "nl"),
        ("Vi möttes i hamnen och det är viktigt att inte glömma.", "sv"),
        ("Vi fordømmer angrebet på havnen og støtter de lokale myndigheder.", "da"),
        ("Vi fordømmer angrepet på havnen og støtter våre partnere.", "no"),
        ("Me tuomitsemme hyökkäyksen ja se on vakava.", "fi"),
        ("Potępiamy atak na port i wzywamy do pokoju.", "pl"),
        ("Limana yapılan saldırıyı kınıyoruz ve barış için çağrıda bulunuyoruz.", "tr"),
        ("Мы осуждаем нападение на порт.", "ru"),
        ("Ми засуджуємо напад на порт і закликаємо до миру.", "uk"),
        ("ما این حمله را محکوم می‌کنیم.", "fa"),
        ("ہم اس حملے کی مذمت کرتے ہیں۔", "ur"),
        ("我们谴责这次袭击。", "zh"),
        ("私たちは攻撃を非難します。", "ja"),
        ("우리는 공격을 규탄한다.", "ko"),
        ("12345 67890", ""),
        ("", ""),
        ("Ruritania, Norland, Arcadia", ""),
        ("ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ", "und"),
    ],
)
def test_script_and_everyday_words_tell_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_the_header_of_a_page_does_not_tell_the_language_of_its_text() -> None:
    header = "# title: Gemensamt uttalande om de nordiska hamnarna och det som är viktigt för oss\n# language: sv\n\n"
    assert language_of(header + "We met in the harbour and agreed on the way for our ships.") == "en"


def test_no_everyday_word_stands_twice() -> None:
    for one in languages().values():
        assert one.script == "latin" or len(one.name) > 2
        assert all(word == word.lower() for word in one.words), one.code


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vi möttes i hamnen och det är viktigt för oss att inte glömma den.", "in Swedish"),
        ("Die Minister trafen sich in der Stadt und einigten sich auf die Hilfe für den Hafen.", "in German"),
        ("Мы осуждаем нападение на порт.", "in Russian"),
        ("ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ", "in an unknown language"),
    ],
)
def test_a_text_that_is_not_read_is_refused_with_its_language(text: str, said: str) -> None:
    with pytest.raises(UnreadLanguage, match=rf"^the text is {said}; Concerted reads English, French and Arabic$"):
        require_statement(read(Document(text)))


@pytest.mark.parametrize(
    "text",
    [
        "We, Sweden and Norway, condemn the attack on the harbour.",
        "Nous, la Suède et la Norvège, condamnons l’attaque contre le port.",
        "نحن، السويد والنرويج، ندين الهجوم على الميناء.",
    ],
)
def test_what_is_read_is_accepted(text: str) -> None:
    require_statement(read(Document(text)))
