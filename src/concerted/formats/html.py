"""A web page: its statement as blocks, without the page around it."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

from concerted.formats.encoding import characters
from concerted.formats.html_blocks import Block, blocks_of
from concerted.formats.text import date_of
from concerted.terms.document import Document
from concerted.terms.errors import UnreadableDocument

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_WORD = re.compile(r"\w+")
_PUBLISHED = ("article:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date")
_PUBLISHED_ELSE = ("dcterms.created", "publish-date", "publish_date", "pubdate", "date")
# The main part is the smallest element that holds this share of what the extraction keeps.
_MAIN_SHARE = 0.9


def read(data: bytes, name: str, charset: str = "") -> Document:
    """Read the main part of a page; headings, lists, tables and footnote marks stay recognisable.

    Title, date of publication, language and canonical address come from the page's own
    metadata, never from its words. Raises UnreadableDocument where there is no text.
    """
    from lxml import etree, html

    meta = _CHARSET.search(data[:4096])
    markup = characters(data, name, charset or (meta[1].decode("ascii").lower() if meta else ""))
    try:
        page = html.document_fromstring(_XML_DECLARATION.sub("", markup))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument("there is no text in the page", where=name, expected="a page of text") from error
    blocks = _main_part(page, blocks_of(page))
    metadata = _metadata(page)
    return Document(
        "\n\n".join(block.text for block in blocks) + "\n",
        title=_title(page, metadata),
        source=_address(page) or name,
        given_date=_published(page, metadata),
        language=(page.get("lang") or "").partition("-")[0].lower(),
    )


def _main_part(page: HtmlElement, blocks: list[Block]) -> list[Block]:
    """Keep the blocks of the page's main part.

    Extraction alone loses paragraphs now and then (short ones, lists of names), so it only
    points: everything in the smallest element that holds what it kept is the main part.
    """
    from trafilatura import extract

    extracted = " ".join(_WORD.findall(extract(page, include_comments=False, favor_recall=True) or ""))
    kept = [block for block in blocks if (words := " ".join(_WORD.findall(block.text))) and words in extracted]
    weight: dict[HtmlElement, int] = {}
    for block in kept:
        for element in (block.element, *block.element.iterancestors()):
            weight[element] = weight.get(element, 0) + len(block.text)
    least = _MAIN_SHARE * sum(len(block.text) for block in kept)
    holding = [element for element, size in weight.items() if size >= least]
    if not holding:
        return blocks
    main = max(holding, key=lambda element: sum(1 for _ in element.iterancestors()))
    return [block for block in blocks if block.element is main or main in block.element.iterancestors()]


def _metadata(page: HtmlElement) -> dict[str, str]:
    """Collect the page's ``meta`` elements by name, in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(key.lower(), (element.get("content") or "").strip())
    return found


def _title(page: HtmlElement, metadata: dict[str, str]) -> str:
    title = metadata.get("og:title") or " ".join((page.findtext(".//title") or "").split())
    site = metadata.get("og:site_name", "")
    return re.sub(rf"\s+[|–—-]\s+{re.escape(site)}$", "", title) if site else title


def _address(page: HtmlElement) -> str:
    links = [link.get("href") or "" for link in page.iter("link") if link.get("rel") == "canonical"]
    return next((link for link in links if link.startswith(("https://", "http://"))), "")


def _published(page: HtmlElement, metadata: dict[str, str]) -> date | None:
    """Find the day of publication: in ``meta``, in JSON-LD, in a ``time`` that says so."""
    found = [metadata.get(key, "") for key in _PUBLISHED]
    found += [
        _in_json(script.text or "") for script in page.iter("script") if script.get("type") == "application/ld+json"
    ]
    found += [metadata.get(key, "") for key in _PUBLISHED_ELSE]
    found += [time.get("datetime") or "" for time in page.iter("time") if time.get("itemprop") == "datePublished"]
    return next((day for value in found if (day := date_of(value[:10]) or date_of(value))), None)


def _in_json(script: str) -> str:
    try:
        data = json.loads(script)
    except ValueError:
        return ""
    graph = data.get("@graph", [data]) if isinstance(data, dict) else data
    published = (
        [part.get("datePublished") for part in graph if isinstance(part, dict)] if isinstance(graph, list) else []
    )
    return next((value for value in published if isinstance(value, str)), "")
