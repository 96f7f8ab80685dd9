"""The words of reading: what statements are, why a part of a text is passed over, how a finding stands in a new one."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.reading.anchoring import How

STATEMENT_KINDS: dict[str, Promise] = {
    "chair's summary": _("chair’s summary"),
    "communiqué": _("communiqué"),
    "joint declaration": _("joint declaration"),
    "declaration": _("declaration"),
    "resolution": _("resolution"),
    "joint statement": _("joint statement"),
    "statement": _("statement"),
    "principles": _("principles"),
    "plan": pgettext_lazy("a kind of statement", "plan"),
    "pledge": pgettext_lazy("a kind of statement", "pledge"),
    "proceedings": _("proceedings"),
}
PASSED_OVER: dict[str, Promise] = {
    "file header": _("file header"),
    "heading": _("heading"),
    "paragraph": _("paragraph"),
    "list item": _("list item"),
    "list of participants": _("list of participants"),
    "footnote": _("footnote"),
    "place and date": _("place and date"),
    "adoption line": _("adoption line"),
    "subject line": _("subject line"),
    "salutation": _("salutation"),
    "signature": _("signature"),
    "boilerplate": _("boilerplate"),
    "text in another language": _("text in another language"),
    "separator": _("separator"),
    "names a line of effort": _("names a line of effort"),
    "introduces a list": _("introduces a list"),
    "formula": _("formula"),
    "names a term only": _("names a term only"),
    "no sentence": _("no sentence"),
    "no words": _("no words"),
    "no operative verbs are known in this language": _("no operative verbs are known in this language"),
    "an amount of money whose figure cannot be read": _("an amount of money whose figure cannot be read"),
}
ANCHORED: dict[str, Promise] = {
    "anchored": pgettext_lazy("of a finding in a corrected text", "has its place"),
    "orphaned": pgettext_lazy("of a finding in a corrected text", "has lost its place"),
    "superseded": pgettext_lazy("of a finding in a corrected text", "read anew"),
    "withdrawn": pgettext_lazy("of a finding in a corrected text", "withdrawn"),
}
# How a finding came into a corrected text.
HOW: dict[str, Promise] = {
    How.SAME: _("the same words"),
    How.RETYPED: _("the same words in other typography"),
    How.MOVED: _("the same words in another place"),
    How.EDITED: _("with small changes"),
    How.CHANGED: _("the words changed"),
    How.GONE: _("not found"),
    "placed by hand": _("placed by hand"),
}
