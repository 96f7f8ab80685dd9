"""The sentences of a drafted statement.

What the record does not say stands in square brackets, as drafters write what is not settled. What was promised or
asked in English is said again in an English draft; other words are quoted, in the language in which they were said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from concerted.convening import said_again
from concerted.convening.draft_statement import Clause
from concerted.register.rows.draft_statement import DraftParagraph, DraftPoint, DraftStatement, MeasuredRow
from concerted.register.rows.references import CoalitionRef, PartyRef


def _money(amount: Decimal, currency: str) -> str:
    return f"{amount:,.2f} {currency}".replace(".00 ", " ")


def _counted(number: Decimal, unit: str) -> str:
    return f"{number.normalize():,f} {unit}"


@dataclass(frozen=True, slots=True)
class Wording:
    """How a draft is said: ``say`` gives a word, ``day`` a day, ``party`` a name; ``origin`` is the site's.

    ``money`` writes amounts, ``counted`` numbers of a unit.

    ``own`` keeps the direction of a text inside a sentence, ``quoted`` puts words of others into quotation marks,
    ``listed`` names one after the other, ``span`` says a length of time that the register gives, such as "180 days",
    ``coalition`` names the coalition. ``is_english`` lets English promises and calls be said again.
    """

    say: Callable[[str], str]
    day: Callable[[date], str]
    party: Callable[[PartyRef], str]
    origin: str = ""
    money: Callable[[Decimal, str], str] = _money
    counted: Callable[[Decimal, str], str] = _counted
    own: Callable[[str], str] = lambda text: text
    quoted: Callable[[str], str] = lambda text: f"“{text}”"
    listed: Callable[[Iterable[str]], str] = lambda names: ", ".join(names)
    span: Callable[[str], str] = lambda length: length
    coalition: Callable[[CoalitionRef], str] = lambda one: one.name
    is_english: bool = True


PLAIN = Wording(say=lambda words: words, day=lambda day: f"{day.day} {day:%B %Y}", party=lambda one: one.name)


def sentence(one: DraftParagraph, draft: DraftStatement, words: Wording) -> str:
    """Say a paragraph in one sentence, perhaps with a remark on what else is on record."""
    text = _closed(_SENTENCES[one.clause](one.points, draft, words))
    if not one.more:
        return text
    more = words.say("[{number} more of the kind are on record.]").format(number=one.more)
    return f"{text} {more}"


def _closed(text: str) -> str:
    return text if text.rstrip("”»\u2069 ").endswith((".", "!", "?", "؟", "…")) else f"{text}."


_Points = tuple[DraftPoint, ...]


def _met(_points: _Points, draft: DraftStatement, words: Wording) -> str:
    row, say = draft.meeting, words.say
    days = [words.day(one) for one in (row.meeting.start, row.meeting.end) if one]
    hosts = words.listed(words.party(one) for one in row.hosts)
    text = say("We, the partners of the {coalition}, met in {place} on {days}.").format(
        coalition=words.coalition(draft.coalition),
        place=words.own(row.place) if row.place else say("[place]"),
        days=" – ".join(dict.fromkeys(days)) or say("[day]"),
    )
    return f"{text} {say('We thank {hosts} for hosting us.').format(hosts=hosts)}" if hosts else text


def _recalled(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    named = words.say("; ").join(_with(words.own(one.text), [_day(one.day, words)], words) for one in points)
    return words.say("We recall what we stated before: {statements}.").format(statements=named)


def _texts(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    return words.say("We recall {texts}.").format(texts=words.say("; ").join(words.own(one.text) for one in points))


def _joined(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    names = words.listed(words.party(party) for one in points for party in one.parties)
    return words.say("We welcome as new partners: {parties}.").format(parties=names)


def _fulfilled(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    return words.say("We welcome that {promise} has been fulfilled.").format(promise=_promise(points[0], words))


def _overdue(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    one = points[0]
    text = words.say(
        "We expect {promise}, which was due by {day}, to be fulfilled without delay."
        if one.parties
        else "We will fulfil without delay {promise}, which was due by {day}."
    )
    return text.format(promise=_promise(one, words), day=_day(one.due, words))


def _reaffirmed(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    one = points[0]
    clause = said_again.clause(one.text, one.verb) if _is_english(one, words) and not _deed(one, words) else None
    if clause is not None:
        text = f"We welcome that {_who(one, words)} {clause}" if one.parties else f"We reaffirm that we {clause}"
        return _with(text, [_due(one, words)], words)
    promise = _promise(one, words)
    if one.due:
        promise = words.say("{promise}, due by {day}").format(promise=promise, day=words.day(one.due))
    return words.say("We welcome {promise}." if one.parties else "We reaffirm {promise}.").format(promise=promise)


def _promise(one: DraftPoint, words: Wording) -> str:
    """Name a commitment by what it is to do, or by its words and the day of its statement."""
    deed, who = _deed(one, words), _who(one, words)
    if deed is not None:
        return f"the commitment of {who} {deed}" if who else f"our commitment {deed}"
    form = words.say("the commitment of {party} of {day} ({text})" if who else "our commitment of {day} ({text})")
    return form.format(party=who, day=_day(one.day, words) or words.say("[day]"), text=words.quoted(one.text))


def _deed(one: DraftPoint, words: Wording) -> str | None:
    return said_again.deed(one.text, one.verb, one.start) if _is_english(one, words) else None


def _is_english(one: DraftPoint, words: Wording) -> bool:
    return words.is_english and one.language.startswith("en")


def _called(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    one = points[0]
    asked = said_again.call(one.text) if _is_english(one, words) else None
    if asked is not None:
        return f"We call again {asked}."
    return words.say("We repeat our call of {day}: {text}").format(
        day=_day(one.day, words) or words.say("[day]"), text=words.quoted(one.text)
    )


def _given(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    one = points[0]
    text = words.say("We welcome the contribution of {party}: {text}").format(
        party=_who(one, words), text=words.own(one.text)
    )
    return _with(text, [_much(one.much, words), words.say(one.status), _day(one.day, words)], words)


def _measured(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    one = points[0]
    text = words.say(
        "We note with satisfaction how far we have come with {benchmark}: {value}"
        if one.clause is Clause.ON_COURSE
        else "We note with concern that we are behind with {benchmark}: {value}"
    )
    told = text.format(benchmark=words.own(one.text), value=_much(one.much, words))
    return _with(told, [_day(one.day, words), _due(one, words)], words)


def _missing(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    gap = points[0].gap
    if gap is None:
        return ""
    sums = (gap.missing, gap.asked, gap.pledged, gap.delivered)
    missing, asked, pledged, delivered = (words.money(one, gap.currency) for one in sums)
    text = words.say(
        "We note that {missing} of {asked} asked for is missing (pledged: {pledged}, delivered: {delivered})."
    )
    return text.format(missing=missing, asked=asked, pledged=pledged, delivered=delivered)


def _required(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    one = points[0]
    text = words.say(
        "We invite partners to meet what {party} needs, as their national decisions and means allow: {text}"
        if one.parties
        else "We invite partners to meet what is needed, as their national decisions and means allow: {text}"
    )
    told = text.format(party=_who(one, words), text=words.own(one.text))
    return _with(told, [_much(one.much, words), _due(one, words)], words)


def _decided(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    return words.say("We decided: {text}").format(text=words.own(points[0].text))


def _agreed(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    one = points[0]
    text = words.say(
        "We agreed that {party} acts by {day}: {text}" if one.due else "We agreed that {party} acts: {text}"
    )
    who = _who(one, words) or words.say("the secretariat")
    return text.format(party=who, day=_day(one.due, words), text=words.own(one.text))


def _next(_points: _Points, draft: DraftStatement, words: Wording) -> str:
    found = draft.next
    day = _day(found.due_on if found else None, words) or words.say("[day]")
    if found is not None and found.within:
        text = words.say("We will meet again within {length}, no later than {day}.")
        return text.format(length=words.span(found.within), day=day)
    return words.say("We will meet again no later than {day}.").format(day=day)


def _reserved(points: _Points, _draft: DraftStatement, words: Wording) -> str:
    one = points[0]
    if one.statement is None:
        about = words.say("decision {number}").format(number=one.paragraph or words.say("[number]"))
    elif one.paragraph:
        about = words.say("paragraph {number} of {statement}").format(
            number=one.paragraph, statement=words.own(one.statement.title)
        )
    else:
        about = words.own(one.statement.title)
    text = words.say("Reservation of {party} to {about}: {text}")
    return text.format(party=_who(one, words), about=about, text=words.own(one.text))


_SENTENCES: dict[Clause, Callable[[_Points, DraftStatement, Wording], str]] = {
    Clause.MET: _met,
    Clause.RECALLED: _recalled,
    Clause.TEXTS: _texts,
    Clause.JOINED: _joined,
    Clause.FULFILLED: _fulfilled,
    Clause.GIVEN: _given,
    Clause.ON_COURSE: _measured,
    Clause.BEHIND: _measured,
    Clause.OVERDUE: _overdue,
    Clause.REAFFIRMED: _reaffirmed,
    Clause.FUNDING: _missing,
    Clause.REQUIRED: _required,
    Clause.CALLED: _called,
    Clause.DECIDED: _decided,
    Clause.AGREED: _agreed,
    Clause.NEXT: _next,
    Clause.RESERVED: _reserved,
}


def _with(text: str, about: Iterable[str], words: Wording) -> str:
    """Put what else is known in brackets after words."""
    known = [one for one in about if one]
    return f"{text} ({words.say('; ').join(known)})" if known else text


def _who(one: DraftPoint, words: Wording) -> str:
    return words.listed(words.party(party) for party in one.parties)


def _day(day: date | None, words: Wording) -> str:
    return words.day(day) if day else ""


def _due(one: DraftPoint, words: Wording) -> str:
    return words.say("due by {day}").format(day=words.day(one.due)) if one.due else ""


def _much(one: MeasuredRow | None, words: Wording) -> str:
    if one is None:
        return ""
    if one.target is not None and one.quantity is not None:
        reached, target = words.counted(one.quantity, one.unit), words.counted(one.target, one.unit)
        return words.say("{value}, of {target}").format(value=reached, target=target)
    found = [words.money(one.amount, one.currency)] if one.amount is not None else []
    found += [words.counted(one.quantity, one.unit)] if one.quantity is not None else []
    return words.listed(found)
