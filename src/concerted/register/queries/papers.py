"""Papers of meetings: those of an agenda, the versions of one, and a file."""

from __future__ import annotations

from django.db.models import Max

from concerted.register.models import Paper, PaperFile
from concerted.register.models.scope import Person
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.findings import Original
from concerted.register.rows.papers import PaperFileRow, PaperRow
from concerted.terms.errors import NotFound


def paper_files(user: Person, slug: str, id: int) -> tuple[PaperFileRow, ...]:
    """List the versions of a paper, the newest first; raises NotFound."""
    files = PaperFile.objects.visible_to(user).filter(paper=_one(enter(user, slug), id)).defer("data")
    return tuple(
        PaperFileRow(one.version, one.name, one.media_type, one.size, one.sha256, one.at)
        for one in files.order_by("-version")
    )


def paper_file(user: Person, slug: str, id: int, version: int) -> Original:
    """Give a version's bytes with the name to save them under; raises NotFound."""
    files = PaperFile.objects.visible_to(user).filter(paper=_one(enter(user, slug), id), version=version)
    found = files.first()
    if found is None:
        raise NotFound("no such version", where=f"paper {id}, version {version}", expected="one of its versions")
    return Original(bytes(found.data), found.media_type, found.name)


def papers_of(scope: Scope, meeting: int) -> tuple[PaperRow, ...]:
    """List the papers of a meeting that the person sees, in the order in which they came."""
    every = Paper.objects.visible_to(scope.user).filter(coalition=scope.coalition, meeting=meeting)
    columns = ("pk", "title", "item", "last", "why")
    found = every.annotate(last=Max("files__version")).order_by("pk").values_list(*columns)
    return tuple(PaperRow(pk, title, item, last or 0, why) for pk, title, item, last, why in found)


def _one(scope: Scope, id: int) -> Paper:
    found = Paper.objects.visible_to(scope.user).filter(coalition=scope.coalition, pk=id).first()
    if found is None:
        raise NotFound("no such paper", where=f"paper {id}", expected="one that you may see")
    return found
