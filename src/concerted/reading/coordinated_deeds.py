"""Where the text of a promise goes on with a further deed, or with a further thing that the same deed is done to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from concerted.reading.deeds import Form, deed_words, is_deed, is_gerund, is_verb, skip_adverbs
from concerted.reading.tokens import Tokens, clause_words

# A list is looked through so far, in words; no promise of a statement has a longer one.
_FAR = 200
_JOINING = ("and", "or", "but", "nor")
# With these a gerund says what is aimed at, not by what means.
_AIMING = frozenset(("on", "towards", "toward", "at", "to", "upon"))
_CLAUSES = frozenset(
    ("that", "if", "whether", "because", "when", "as", "while", "which", "who", "whose", "where", "whom")
)
_DESCRIBING = frozenset(("which", "who", "whose", "where"))
_DWELLING = frozenset(("focus", "focusing", "cooperate", "collaborate"))
_BESIDE = frozenset((",", "with", "to", "on", "up", "out", "down", "off"))
_TOGETHER = frozenset(("between", "among", "both", "from", "against", "across"))
_BACK = frozenset(("their", "its", "his", "her"))
_OWN = frozenset(("the", "our", "a", "an")) | _BACK


@dataclass(slots=True)
class _Frame:
    """A verb whose form a later one may take up; ``counts`` where that is a target of its own.

    ``at`` is where the last verb of the form stands, ``opener`` the word that leads to the first.
    """

    forms: frozenset[Form]
    counts: bool
    at: int
    opener: str = ""


class CoordinatedDeeds:
    """One promise while it is searched for further targets, from its first deed on."""

    def __init__(self, tokens: Tokens, first: int, form: Form) -> None:
        self.tokens = tokens
        self.first = first
        forms = frozenset((form, Form.GERUND) if form is Form.NOUN else (form,))
        at = first - 1 if form is Form.NOUN else first
        self.frames = [_Frame(forms, counts=True, at=at, opener=tokens.lower[first - 1] if first else "")]

    def starts(self) -> Iterator[int]:
        """Give the tokens at which further targets begin, in their order."""
        tokens, numbered, place = self.tokens, False, self.first - 1
        while place + 1 < len(tokens):
            place += 1
            if is_number(tokens, place):
                place = _behind_number(tokens, place)
                if place >= len(tokens):
                    return
                # "across six pillars: 1) the bay; 2) the locks": numbered things are no targets, numbered deeds are.
                form = _form_at(tokens, place)
                numbered = numbered or form is not Form.NOUN or "following" in tokens.lower[self.first : place]
                if numbered:
                    self.frames = [_Frame(frozenset((form,)), counts=True, at=place)]
                    yield place
            elif not tokens.depth[place] and _joins(tokens, place):
                start, joined = _behind_marks(tokens, place)
                inside = start < len(tokens) and not tokens.depth[start]
                if inside and self._goes_on(place, start, joined=joined) and not numbered:
                    yield start
                place = max(place, start - 1)
            elif not tokens.depth[place]:
                self._open(place)

    def _open(self, place: int) -> None:
        """Remember the verb that a word opens: an aim, a means, a clause of its own."""
        tokens, word = self.tokens, self.tokens.lower[place]
        after = skip_adverbs(tokens, place + 1, len(tokens))
        if after >= len(tokens):
            return
        counts = self.frames[-1].counts
        if word == "to" and is_deed(tokens, after):
            self.frames.append(_Frame(frozenset((Form.BASE,)), counts, after, "to"))
        elif word in _CLAUSES and is_gerund(tokens, after):
            self.frames.append(_Frame(frozenset((Form.GERUND,)), counts=False, at=after))
        elif word in _CLAUSES and (tokens.lower[after] == "we" or is_verb(tokens, after)):
            self.frames.append(_Frame(frozenset((Form.BASE, Form.GERUND)), counts=False, at=after))
        elif word in _DESCRIBING:
            self.frames.append(_Frame(frozenset(), counts=False, at=after))
        elif is_gerund(tokens, after) and (word in clause_words().prepositions or word in deed_words().asides):
            self.frames.append(_Frame(frozenset((Form.GERUND,)), counts and word in _AIMING, after, word))

    def _goes_on(self, mark: int, start: int, *, joined: bool) -> bool:
        """Tell whether words behind a mark take up what stands before it as a further target; close what they end."""
        tokens, word = self.tokens, self.tokens.lower[start]
        if tokens.lower[mark] == ";":
            del self.frames[1:]
            return word not in deed_words().asides and not is_number(tokens, start)
        form = _form_at(tokens, start)
        led = word if word in _AIMING | {"in"} else ""
        if form is Form.NOUN:
            if led == "to":
                return joined and self._is_promised(start + 1)
            return not led and self._names_another(mark, start, joined=joined)
        if not led and self._shares_object(mark):
            return False
        if led == "to" and tokens.lower[mark] == "," and joined:
            self._leave_clause()
        if not joined and (not self._closes(start, form, led) or word in deed_words().accompanying):
            if form is Form.GERUND:
                self.frames.append(_Frame(frozenset((form,)), counts=False, at=start))
            return False
        for depth in range(len(self.frames) - 1, -1, -1):
            frame = self.frames[depth]
            if form in frame.forms and (not led or led == frame.opener or (led == "to" and form is Form.BASE)):
                del self.frames[depth + 1 :]
                frame.at = start + 1 if led else start
                return frame.counts
        return False

    def _leave_clause(self) -> None:
        """ "..., which needs to open soon, and to pay the pilots": a comma and "and to" end a clause put between."""
        while (
            not self.frames[-1].counts
            and len(self.frames) > 1
            and any(one.counts and one.opener == "to" for one in self.frames[:-1])
        ):
            self.frames.pop()

    def _shares_object(self, mark: int) -> bool:
        """ "halt and reverse the loss", "engage with and help the pilots": verbs with one object are one target."""
        tokens, last = self.tokens, mark - 1
        while last > self.first and (tokens.is_adverb(last) or tokens.lower[last] in _BESIDE):
            last -= 1
        if last <= self.first:
            return True
        before = tokens.lower[last - 1]
        opens = before in ("will", "shall", "better", ",", *_JOINING, *_AIMING) or tokens.is_adverb(last - 1)
        return opens and (tokens.lower[last] in deed_words().deeds or is_gerund(tokens, last))

    def _closes(self, start: int, form: Form, led: str) -> bool:
        """Tell whether a list that goes on behind a comma is closed by the same form behind "and"."""
        tokens = self.tokens
        for place in range(start + 1, min(start + _FAR, len(tokens) - 1)):
            if tokens.depth[place] or tokens.lower[place] not in ("and", "or", ";"):
                continue
            after = skip_adverbs(tokens, place + 1, len(tokens) - 1)
            found = _form_at(tokens, after)
            if led == "to":
                if found is Form.GERUND or (found is form and tokens.lower[after] == "to"):
                    return True
            elif found is form:
                return True
        return False

    def _is_promised(self, place: int) -> bool:
        """ "committed to dredging the bay and to the repair of the quay": a thing that the same "to" promises."""
        frame, tokens = self.frames[0], self.tokens
        if frame.opener != "to" or place >= len(tokens) or tokens.text[tokens.starts[place]].isupper():
            return False
        del self.frames[1:]
        return True

    # --- Further things that one deed is done to.

    def _names_another(self, mark: int, start: int, *, joined: bool) -> bool:
        """Tell "open the locks of the north and the basin of the south" from "the safety and speed of the locks"."""
        frame, words = self.frames[-1], self.tokens.lower
        dwells = words[frame.at] in _DWELLING and words[frame.at + 1] == "on"
        if not frame.counts or not (joined or (dwells and self._is_listed(start))):
            return False
        between = words[max(frame.at + 1, mark - _FAR) : mark]
        if any(word in deed_words().asides or word in _TOGETHER for word in between):
            return False
        if ["as", "well", "as"] in (words[mark : mark + 3], words[mark + 1 : mark + 4]):
            return words[start] not in clause_words().prepositions and start + 1 < len(words)
        return dwells or self._is_parallel(frame.at + 1, mark, start)

    def _is_parallel(self, first: int, mark: int, start: int) -> bool:
        words = self.tokens.lower
        if words[start] not in _OWN - _BACK or words[first] not in _OWN or first >= mark:
            return False  # "the locks and their keepers" hang together
        # "the depth of the bay and the river": what follows goes with the nearer noun.
        prepositions = clause_words().prepositions
        nearer = any(
            words[p] in prepositions and words[p + 1] in _OWN for p in range(max(first, mark - _FAR), mark - 1)
        )
        return not nearer or words[mark] == ","

    def _is_listed(self, start: int) -> bool:
        """Tell whether a list of things that goes on behind a comma ends with ", and ..."."""
        tokens = self.tokens
        ahead = range(start, min(start + _FAR, len(tokens)))
        return any(tokens.lower[p : p + 2] == [",", "and"] for p in ahead if not tokens.depth[p])


def _joins(tokens: Tokens, place: int) -> bool:
    if tokens.lower[place] == "and" and 0 < place < len(tokens) - 1:
        return not (tokens.is_adverb(place - 1) and tokens.is_adverb(place + 1))
    return tokens.lower[place] in (",", ";", *_JOINING) or tokens.lower[place : place + 3] == ["as", "well", "as"]


def _behind_marks(tokens: Tokens, place: int) -> tuple[int, bool]:
    """Find the first word behind marks and words that join, and whether one of these says "and"."""
    joined = False
    while place < len(tokens) and (_joins(tokens, place) or tokens.lower[place] == "/"):
        wide = 3 if tokens.lower[place] == "as" else 1
        joined = joined or tokens.lower[place] not in (",", "/")
        place += wide
        if tokens.lower[place - 1] == "," and tokens.lower[place - 2] in _JOINING:
            # "and, as appropriate, to review": a phrase between commas.
            place = next((p + 1 for p in range(place, min(place + 9, len(tokens))) if tokens.lower[p] == ","), place)
    return skip_adverbs(tokens, place, len(tokens)), joined


def _form_at(tokens: Tokens, place: int) -> Form:
    """Tell the form of the deed that words open, a "to" or "will" before it left out."""
    if place >= len(tokens):
        return Form.NOUN
    word = tokens.lower[place]
    if word in _AIMING or word in ("will", "shall", "in"):
        after = skip_adverbs(tokens, place + 1, len(tokens))
        if after < len(tokens) and is_gerund(tokens, after):
            return Form.GERUND
        verbal = word in ("to", "will", "shall")
        return Form.BASE if verbal and after < len(tokens) and is_deed(tokens, after) else Form.NOUN
    if is_gerund(tokens, place):
        return Form.GERUND
    before = tokens.lower[max(0, place - 2) : place]
    parted = "," in before[-1:] or before in ([",", "and"], [",", "or"])
    return Form.BASE if is_verb(tokens, place, parted=parted) else Form.NOUN


def is_number(tokens: Tokens, place: int) -> bool:
    """Tell whether "(ii)" or "ii)" numbers a part of a sentence at a place."""
    words = tokens.lower[max(0, place) : place + 3]
    if words[:1] == ["("]:
        return words[2:] == [")"] and _numbers(words[1])
    return words[1:2] == [")"] and tokens.lower[place - 1] != "(" and _numbers(words[0])


def _numbers(word: str) -> bool:
    return set(word) <= set("ivx") or (len(word) == 1 and word.isalnum())


def _behind_number(tokens: Tokens, place: int) -> int:
    return tokens.lower.index(")", place) + 1
