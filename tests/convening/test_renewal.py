from __future__ import annotations

from concerted.convening import renewal
from concerted.convening.renewal import Candidate
from concerted.terms.stems import weights

EARLIER = {
    1: "pledged to share the positions of ships in distress",
    2: "will train rescue divers for every harbour",
    3: "undertook to publish the tides of every harbour",
}


def renewed(text: str, earlier: dict[int, str]) -> Candidate | None:
    return renewal.renewed(text, earlier, weights([text, *earlier.values()]))


def test_the_one_that_shares_the_rare_words_is_renewed() -> None:
    found = renewed("reaffirmed their pledge to share positions of ships in distress", EARLIER)
    assert found is not None
    assert found.key == 1
    assert 0.9 < found.overlap <= 1


def test_nothing_is_renewed_by_other_words() -> None:
    assert renewed("will continue to lower the fees of pilots", EARLIER) is None


def test_nothing_is_renewed_where_two_are_alike() -> None:
    assert renewed("continue to train rescue divers", {1: "train rescue divers", 2: "train rescue divers"}) is None


def test_words_that_all_share_decide_nothing() -> None:
    assert renewed("reaffirmed their work in every harbour", EARLIER) is None


def test_nothing_before_renews_nothing() -> None:
    assert renewed("reaffirmed it", {}) is None


def test_two_words_in_common_are_not_enough() -> None:
    assert renewed("continue to train divers of the coast", {1: "train divers"}) is None
