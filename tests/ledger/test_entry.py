"""An entry's bytes: the same for the same entry, and for no other."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concerted.ledger.entry import Entry, UnreadableEntry, canonical, entry_of, leaf_hash
from tests.ledger.log import entry

TEXT = st.text()
NAME = TEXT | st.integers(-(2**53) + 1, 2**53 - 1)
FIELDS = {
    **dict.fromkeys(("act", "record", "root"), NAME),
    **dict.fromkeys(("by", "coalition", "owner", "release"), NAME | st.none()),
    **dict.fromkeys(("at", "action", "noun", "root_noun", "salt"), TEXT),
    **dict.fromkeys(("before", "after"), TEXT | st.none()),
}
ANY = st.builds(Entry, **FIELDS)


def test_the_bytes_stay_as_they_are() -> None:
    # Other bytes for the same entry would make every ledger that exists look rewritten.
    odd = replace(entry(3), before='{"name": "Göteborg\\n",\t"é":null}', by=None, record=12)
    assert canonical(odd).decode() == (
        '{"act":"act-1","action":"commitment.change_status","after":"{\\"status\\": \\"met\\", \\"berths\\": 4}",'
        '"at":"2031-05-02T10:03:00+00:00","before":"{\\"name\\": \\"Göteborg\\\\n\\",\\t\\"é\\":null}","by":null,'
        '"coalition":"harbours","noun":"commitment","owner":"port-3","record":12,"release":null,'
        '"root":"3","root_noun":"commitment",'
        '"salt":"00000000000000000000000000000003","version":1}'
    )
    assert leaf_hash(odd).hex() == "d2fedf9d9f77f6c5988670aa7ce7bf6c17b508be6c461a5fb5051e3a0d5caec2"


@given(ANY)
@settings(deadline=None)
def test_the_bytes_lead_back_to_the_entry(one: Entry) -> None:
    values = json.loads(canonical(one))
    assert values.pop("version") == 1
    assert entry_of(values, where="here") == one


@given(ANY, ANY)
@settings(deadline=None)
def test_two_entries_have_two_texts(one: Entry, other: Entry) -> None:
    assert (canonical(one) == canonical(other)) == (one == other)


def test_a_number_is_not_its_digits() -> None:
    assert canonical(replace(entry(1), record="1")) != canonical(replace(entry(1), record=1))
    assert canonical(replace(entry(1), before="")) != canonical(replace(entry(1), before=None))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"at": None}, "here: at is None; expected text"),
        ({"after": 4}, "here: after is 4; expected text or null"),
        ({"by": True}, "here: by is True; expected text or a whole number or null"),
        ({"by": 1.5}, "here: by is 1.5; expected text or a whole number or null"),
        ({"record": None}, "here: record is None; expected text or a whole number"),
        ({"record": 2**53}, "here: record is 9007199254740992; expected text or a whole number"),
        ({"noun": "\ud83d"}, "here: half a character; expected Unicode text"),
        ({"note": "x"}, "here: missing or unknown: note; expected the fields act, action, after"),
    ],
)
def test_other_fields_are_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(UnreadableEntry) as caught:
        entry_of(asdict(entry(1)) | change, where="here")
    assert str(caught.value).startswith(said)


def test_a_missing_field_is_refused() -> None:
    values = asdict(entry(1))
    del values["salt"]
    with pytest.raises(UnreadableEntry, match="missing or unknown: salt"):
        entry_of(values, where="here")
