"""Whoever asks: the sets of coalitions, parties, lines and releases that decide what a person may see.

The rules of ``policy`` are written against these sets. A query of the program takes them as numbers (``Asker``),
PostgreSQL's own policies from settings of the session (``Session``); both come from the same ``subqueries``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from django.apps import apps
from django.db import connection, connections, router
from django.db.models import BigIntegerField, CharField, Q, QuerySet, Value
from django.db.models.expressions import RawSQL

from concerted.register.access import NATIONAL, READERS, WORKERS, Role
from concerted.register.validity import holding, today

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser

# Whoever asks: somebody with an account, or the public.
Person: TypeAlias = "AbstractBaseUser | AnonymousUser"

# A person's number, None for the public, or an expression where a function takes it as its argument.
Whose: TypeAlias = "int | RawSQL | None"
Numbers: TypeAlias = tuple[int, ...]
R = TypeVar("R")
# Functions of the database that see past row-level security: see ``row_security.functions``.
SETS_FUNCTION = "register_sets"
WITHHELD = "register_withheld"
TOLD = "register_told"


@dataclass(frozen=True, slots=True)
class Asker:
    """A person who asks, or the public, by the numbers of what they belong to.

    ``person`` is the person's own number while the account is active; ``belonging`` coalitions that they belong to,
    ``coalitions`` those whose lines, parties and series they may know, also as open to the public; ``working`` those of
    them to whose own record they may do something; ``parties`` those they belong to, ``keeping`` those of them whose
    rows they keep; ``leading`` the lines that they lead; ``secretariats`` and ``audited`` coalitions whose secretariat
    or auditor they are; ``releases`` those that reach them, ``observed`` those that reach them for what the coalition
    itself owns.
    """

    person: Numbers = ()
    belonging: Numbers = ()
    coalitions: Numbers = ()
    working: Numbers = ()
    parties: Numbers = ()
    keeping: Numbers = ()
    leading: Numbers = ()
    secretariats: Numbers = ()
    audited: Numbers = ()
    releases: Numbers = ()
    observed: Numbers = ()
    # Not empty where the database itself narrows what it is asked to the session's person.
    narrowed: Numbers = ()


SETS = tuple(one.name for one in fields(Asker) if one.name != "narrowed")
# What was worked out of whoever asks during the request that is being answered; None where nobody keeps it.
_known: ContextVar[dict[Hashable, Any] | None] = ContextVar("known", default=None)


# Stands for the person's number in a query that is written before that is known.
_PERSON = object()


class Session:
    """The sets as PostgreSQL finds them in the settings of the session, for its row-level security.

    The settings are the application's to set: see ``register.session``.
    """

    def __getattr__(self, name: str) -> RawSQL:
        if name not in SETS:
            raise AttributeError(name)
        numbers = f"string_to_array(current_setting('concerted.{name}', true), ',')::bigint[]"
        return RawSQL(f"SELECT unnest({numbers})", [])  # noqa: S611 (our own names)


Sets: TypeAlias = Asker | Session


def asker(user: Person) -> Asker:
    """Work out who a person is to every coalition: one question to the database, within a request only the first."""
    return once(("asker", user.pk), lambda: worked_out(user.pk))


def once(key: Hashable, work: Callable[[], R]) -> R:
    """Work out what a person is, within a request only the first time; ``key`` says whose and what it is."""
    known = _known.get()
    if known is None:
        return work()
    if key not in known:
        known[key] = work()
    found: R = known[key]
    return found


def worked_out(person: int | None) -> Asker:
    """Ask the database who a person is to every coalition, as of now."""
    found: dict[str, list[int]] = defaultdict(list)
    for name, number in _numbers(person):
        found[name].append(number)
    return Asker(**{name: tuple(sorted(set(numbers))) for name, numbers in found.items()})


def _numbers(person: int | None) -> Iterable[tuple[str, int]]:
    if connection.vendor != "postgresql":
        sql, parameters = _every_set()
        with connections[router.db_for_read(apps.get_model("register", "Membership"))].cursor() as cursor:
            cursor.execute(sql, [person if one is _PERSON else one for one in parameters])
            return list(cursor.fetchall())
    # Row-level security would show the sets only to whoever has them already.
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT name, number FROM {SETS_FUNCTION}(%s)"  # noqa: S608 (our own name)
            " UNION ALL SELECT 'narrowed', 1 WHERE row_security_active('register_entry')",
            [person],
        )
        return list(cursor.fetchall())


@cache
def _every_set() -> tuple[str, tuple[Any, ...]]:
    """Write the SQL of all sets, once, as every request asks for them; ``_PERSON`` stands for the person's number."""
    sql, parameters = every_set(RawSQL("%s", [_PERSON], BigIntegerField())).query.sql_with_params()
    return sql, tuple(parameters)


def every_set(person: Whose) -> QuerySet[Any, tuple[str, int]]:
    """Give all sets of a person as one query for pairs of a set's name and a number in it."""
    first, *others = (
        query.annotate(of=Value(name, CharField())).values_list("of", field).order_by()
        for name, (query, field) in subqueries(person).items()
    )
    every: QuerySet[Any, tuple[str, int]] = first.union(*others, all=True)
    return every


@contextmanager
def remembering() -> Iterator[None]:
    """Work out once who a person is, for as long as one request lasts."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def forget() -> None:
    """Work out anew who everybody is: something was written."""
    if (known := _known.get()) is not None:
        known.clear()


def subqueries(person: Whose) -> dict[str, tuple[QuerySet[Any], str]]:
    """Give each set as a query and the field of it that holds the numbers."""

    def rows(name: str) -> QuerySet[Any]:
        every: QuerySet[Any] = apps.get_model("register", name)._default_manager.all()
        return every

    held = rows("Membership").filter(user=person, user__is_active=True)
    parties, acting = held.filter(party__isnull=False), held.filter(in_office())
    national = acting.filter(role__in=NATIONAL)
    sat = rows("WorkingGroupSeat").filter(holding(today()), party__in=national.values("party")).values("line")
    lines = Q(line__in=acting.filter(role=Role.LINE_LEAD).values("line")) | Q(line__in=sat)
    coalitions = rows("Coalition").filter(Q(pk__in=held.values("coalition")) | Q(is_open=True))
    releases = rows("Release")
    reaching = releases.filter(
        Q(kind="public", coalition__in=coalitions.values("pk"))
        | Q(kind="coalition", coalition__in=acting.filter(role__in=READERS).values("coalition"))
        | Q(Q(kind="working group") & lines)
        | Q(kind="named partners", pk__in=_named(parties))
    )
    observed = releases.filter(kind="coalition", coalition__in=held.filter(role=Role.OBSERVER).values("coalition"))
    return {
        "person": (rows("User").filter(pk=person, is_active=True), "pk"),
        "belonging": (held, "coalition"),
        "coalitions": (coalitions, "pk"),
        "working": (acting.filter(role__in=WORKERS), "coalition"),
        "parties": (parties, "party"),
        "keeping": (acting.filter(role=Role.FOCAL_POINT), "party"),
        "leading": (acting.filter(role=Role.LINE_LEAD, line__isnull=False), "line"),
        "secretariats": (held.filter(role=Role.SECRETARIAT), "coalition"),
        "audited": (held.filter(role=Role.AUDITOR), "coalition"),
        "releases": (reaching, "pk"),
        "observed": (observed, "pk"),
    }


def in_office() -> Q:
    """Give the condition that a membership's role gives what it gives: it rests while its party is out.

    Observers need no party that is in.
    """
    return Q(role=Role.OBSERVER) | Q(party__isnull=True) | ~Q(party__in=out())


def out() -> QuerySet[Any]:
    """Give the parties that are not in their coalition today: invited only, or withdrawn.

    One whose standing nobody has recorded is in.
    """
    standings: QuerySet[Any] = apps.get_model("register", "PartyStanding")._default_manager.filter(in_force=True)
    acceded = standings.filter(holding(today()), standing="acceded")
    found: QuerySet[Any] = standings.exclude(party__in=acceded.values("party")).values("party")
    return found


def _named(parties: QuerySet[Any]) -> QuerySet[Any]:
    """Give the releases that name one of the parties."""
    through: Any = apps.get_model("register", "Release")._meta.get_field("parties")
    named: QuerySet[Any] = through.remote_field.through._default_manager.filter(party__in=parties.values("party"))
    return named.values("release")
