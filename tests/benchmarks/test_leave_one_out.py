"""The vocabulary without some of its entries, and statements read with what others need of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import leave_one_out
from benchmarks.accuracy.ablation import ablated, entries_of, whole_vocabulary
from benchmarks.accuracy.statements import Statement
from benchmarks.accuracy.vocabulary_entries import Entry, alternatives, entries, fold, without
from concerted.reading.read import read
from concerted.terms.document import Document


def texts_of(some: list[Entry]) -> list[str]:
    return [one.words for one in some]


def test_entries_are_verbs_names_words_and_alternatives() -> None:
    data = {
        "verbs": {"vow": "promise strong", "take note": "noting"},
        "groups": {"promise": {"kind": "commitment"}},
        "issuers": "ministers leaders",
        "list": ["a number of", r"(?:harbours?|sea\s+lanes)\b"],
        "lines": ["Alba Longa | ARC | 2010-"],
    }
    assert texts_of(list(entries("words", data))) == [
        *("vow", "take note", "ministers", "leaders", "a number of"),
        *(r"(?:harbours?|sea\s+lanes)\b", "harbours?", r"sea\s+lanes", "Alba Longa"),
    ]
    names = {"ARC": {"en": "Arcadia | Republic of Arcadia", "part_of": "UN"}, "SYL": {"en": "Greater Sylvania"}}
    assert texts_of(list(entries("states", names))) == ["Arcadia", "Republic of Arcadia", "Greater Sylvania"]


def test_alternatives_are_found_at_any_depth_and_outside_of_look_behinds() -> None:
    pattern = r"(?:salt|(?:open|closed) sea[|)])|(?<!may)(?<=a|b)\(x\|y\)"
    assert [pattern[slice(*span)] for span in alternatives(pattern)] == [
        *("open", "closed", "salt", r"(?:open|closed) sea[|)]"),
        *(r"(?:salt|(?:open|closed) sea[|)])", r"(?<!may)(?<=a|b)\(x\|y\)"),
    ]


def test_what_is_taken_away_leaves_the_shape() -> None:
    data = {"verbs": {"vow": "promise"}, "bag": "salt sea", "list": ["(?:one|two)"]}
    gone = [one for one in entries("words", data) if one.words in ("vow", "sea", "two", "(?:one|two)")]
    left = without("words", data, gone)
    assert list(left["verbs"].values()) == ["promise"]
    assert "vow" not in left["verbs"]
    assert left["bag"].split()[0] == "salt"
    assert left["bag"].split()[1].startswith("zqx")
    assert left["list"][0].startswith("zqx")
    assert without("others", data, gone) == data


@pytest.mark.parametrize(
    ("words", "may"),
    [("harbour", True), ("harbourmaster", False), (r"harbou?rs?\s+(?:of|in)", True), (r"saltpans?\b", False)],
)
def test_words_tell_whether_a_text_may_hold_an_entry(words: str, may: bool) -> None:
    assert Entry("words", ("list", 0), (0, len(words)), words).may_be_in(fold("The Harboúrs of Arcadia")) is may


def test_readers_do_without_what_was_taken_away_and_have_it_again() -> None:
    document = Document("Ministers of Arcadia met. They pledged to open the harbours.\n")
    before = read(document)
    assert [act.kind.value for act in before.acts] == ["finding", "commitment"]
    data = whole_vocabulary()
    with ablated(data) as ablation:
        assert read(document) == before
        ablation.take_away(one for one in entries_of(data) if one.words == "pledge")
        assert [act.kind.value for act in read(document).acts] == ["finding", "finding"]
        ablation.take_away(())
        assert read(document) == before
    assert read(document) == before


def test_a_verb_that_one_statement_alone_needs_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leave_one_out, "KEPT", tmp_path)
    said = ("pledged to open the harbours", "vowed to open the harbours")
    statements = [
        Statement(
            f"{number}",
            Document(f"Ministers of Sylvania met. They {words}.\n"),
            {"acts": [{"kind": "commitment", "text": words}]},
        )
        for number, words in enumerate((said[0], said[0], said[1]))
    ]
    figures = leave_one_out.leave_one_out([[one] for one in statements])
    assert [one.tallies["acts: commitment"].right for one in figures.values()] == [1, 1, 0]
    assert len(list(tmp_path.iterdir())) == 1
    assert leave_one_out.leave_one_out([[one] for one in statements]) == figures
    with pytest.raises(ValueError, match="only fold"):
        leave_one_out.leave_one_out([statements])
