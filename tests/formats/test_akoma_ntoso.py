"""Akoma Ntoso: how a statement is named and structured, what is read of anybody's, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from lxml import etree

from concerted.formats import open_document
from concerted.formats.akoma_ntoso import statement
from concerted.formats.decisions import Reviewed
from concerted.reading.read import read
from concerted.terms.errors import UnreadableDocument
from tests.formats.readings import rejected
from tests.formats.test_exchange import DAY, SCHEMA

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
TEXT = """# Harbour Statement

1. We, the ministers of Sweden and Kuwait, met in Stockholm on 2 May 2031. We welcomed the report on the harbours.

2. We decided to:

(a) meet again no later than within 90 days;

(b) pledge $12 million for this work.

3. We urge all States to implement UN Security Council resolution 2178 and General Assembly resolution 60/288.

* * *
"""
RESOLUTION = """# title: UN Security Council resolution 4178 (2031)
Resolution 4178 (2031)

Adopted by the Security Council at its 9001st meeting, on 4 June 2031

The Security Council,

Recalling its resolution 1373 (2001),

1. Decides that all States shall keep their harbours open;

2. Decides to remain seized of the matter.
"""


def _reviewed(text: str = TEXT) -> Reviewed:
    return Reviewed(read(open_document(text.encode(), "harbour.txt")))


def _tree(one: Reviewed) -> Any:
    return etree.fromstring(statement.dumps(one, DAY))


def _all(tree: Any, path: str) -> list[Any]:
    found: list[Any] = tree.xpath(path, namespaces={"a": NAMESPACE, "c": "urn:concerted:reading:1"})
    return found


def test_a_numbered_text_has_its_structure() -> None:
    tree = _tree(_reviewed())
    assert _all(tree, "string(//a:preface//a:docTitle)") == "Harbour Statement"
    assert _all(tree, "//a:mainBody/a:paragraph/@eId") == ["para_1", "para_2", "para_3"]
    assert _all(tree, "//a:paragraph[@eId='para_2']/a:list/a:intro/a:p/text()") == ["We decided to:"]
    assert _all(tree, "//a:point/@eId") == ["para_2__list_1__point_a", "para_2__list_1__point_b"]
    assert _all(tree, "//a:point/a:num/text()") == ["(a)", "(b)"]
    assert _all(tree, "string(//a:conclusions)").strip() == "* * *"


def test_what_is_mentioned_is_marked_and_explained() -> None:
    tree = _tree(_reviewed())
    assert _all(tree, "//a:ref/@href") == [
        "https://undocs.org/S/RES/2178(2014)",
        "https://undocs.org/A/RES/60/288",
    ]
    assert _all(tree, "//a:organization/text()") == ["Sweden", "Kuwait"]
    assert _all(tree, "//a:quantity/@normalized") == ["12000000 USD"]
    assert {"commitment", "call", "endorsement"} <= set(_all(tree, "//a:inline/@name"))
    referred = " ".join(_all(tree, "//@refersTo | //c:*/@href | //a:FRBRauthor/@href")).split()
    assert set(referred) <= {f"#{eid}" for eid in _all(tree, "//@eId")}


def test_an_act_stands_in_the_analysis_with_its_place() -> None:
    one = _reviewed()
    (sum_place,) = [place for place, act in enumerate(one.reading.acts) if act.sums]
    tree = _tree(one)
    act = _all(tree, "//c:act[c:sums]")[0]
    assert act.get("href") == f"#act_{sum_place + 1}"
    assert act.get("kind") == "commitment"
    passage = one.reading.acts[sum_place].passage
    assert _all(act, "c:passage/@start") == [str(passage.start)]
    assert _all(tree, f"string(//a:inline[@eId='act_{sum_place + 1}'])") == passage.quote


def test_a_rejected_fact_is_listed_and_not_marked() -> None:
    tree = _tree(rejected(_reviewed(), "sums"))
    assert not _all(tree, "//a:quantity[@refersTo='#money']")
    decision = _all(tree, "//c:sums/c:sum/c:decision")[0]
    assert (decision.get("state"), decision.get("by"), decision.text) == ("rejected", "Amina Odhiambo", "=not ours")


def test_a_resolution_is_named_as_the_united_nations_name_it() -> None:
    one = _reviewed(RESOLUTION)
    tree = _tree(one)
    uri = "/akn/un/statement/deliberation/unsc/2031-06-04/4178"
    assert _all(tree, "//a:FRBRWork/a:FRBRuri/@value") == [uri]
    assert _all(tree, "//a:FRBRExpression/a:FRBRuri/@value") == [f"{uri}/eng@"]
    assert _all(tree, "//a:FRBRalias[@name='symbol']/@value") == ["S/RES/4178(2031)"]
    assert _all(tree, "string(//a:preamble/a:formula)").strip() == "The Security Council,"
    assert _all(tree, "string(//a:preamble/a:container)") == "Recalling its resolution 1373 (2001),"
    assert _all(tree, "//a:mainBody/a:paragraph/a:num/text()") == ["1.", "2."]


def test_another_statement_has_no_country_and_what_is_known_of_its_day() -> None:
    tree = _tree(_reviewed())
    assert _all(tree, "//a:FRBRWork/a:FRBRuri/@value") == ["/akn/xx/statement/statement/2031-05-02/harbour-statement"]
    assert _all(tree, "//a:FRBRWork/a:FRBRdate/@name") == ["not-before"]
    assert open_document(statement.dumps(_reviewed(), DAY), "a.akn").given_date is None


def test_the_schema_finds_what_is_wrong() -> None:
    data = statement.dumps(_reviewed(), DAY)
    assert statement.mistake(data, str(SCHEMA)) is None
    assert "mainBodies" in (statement.mistake(data.replace(b"mainBody", b"mainBodies"), str(SCHEMA)) or "")
    with pytest.raises(UnreadableDocument, match="no schema"):
        statement.mistake(data, "nowhere.xsd")


def test_a_changed_text_is_read_anew_but_its_reading_is_not() -> None:
    data = statement.dumps(_reviewed(), DAY).replace(b"We decided to:", b"We resolved to:")
    with pytest.raises(UnreadableDocument, match="the text was changed"):
        statement.reviewed_of(data, "harbour.akn")
    text = open_document(data, "harbour.akn").text
    assert "# Harbour Statement\n\n1. We, the ministers" in text
    assert "2. We resolved to:\n\n(a) meet again" in text


FOREIGN = f"""<akomaNtoso xmlns="{NAMESPACE}"><act name="act"><meta><identification source="#x"><FRBRWork>
<FRBRthis value="/akn/za/act/2009/10"/><FRBRdate date="2026-01-01" name="Generation"/>
<FRBRdate date="2009-03-04" name="assent"/></FRBRWork><FRBRExpression><FRBRlanguage language="fra"/></FRBRExpression>
</identification></meta><preface><longTitle><p>Act <docTitle>on   harbours</docTitle></p></longTitle></preface><body>
<!-- for the clerk --><speech><from>The Speaker:</from><p><b>Order!</b></p></speech>
<section eId="sec_1"><num>1.</num><heading>Names</heading><content><p>Every harbour <b>shall</b> have
a name.<authorialNote marker="1"><p>Or a number.</p></authorialNote></p></content></section>
<paragraph><num>(a)</num><content><blockList><listIntroduction>These are:</listIntroduction>
<item><num>(i)</num><p>North;</p></item><item><num>(ii)</num><p>South.</p></item></blockList>
<table><tr><th><p>Harbour</p></th><th><p>Ships</p></th></tr></table><ul><li>One.</li></ul></content></paragraph>
</body></act></akomaNtoso>"""


@pytest.mark.parametrize("name", ["act.xml", "act.akn", "act"])
def test_anybodys_document_is_read(name: str) -> None:
    document = open_document(FOREIGN.encode(), name)
    assert document.text.split("\n\n") == [
        "Act on harbours",
        "The Speaker:",
        "Order!",
        "# 1. Names",
        "Every harbour shall have a name.¹",
        "¹ Or a number.",
        "(a) These are:",
        "(i) North;",
        "(ii) South.",
        "- Harbour | Ships",
        "- One.\n",
    ]
    assert (document.title, document.given_date, document.language) == ("on harbours", date(2009, 3, 4), "fr")
    assert document.media_type == "application/akn+xml"


def test_every_encoding_that_xml_declares_is_read() -> None:
    declared = f'<?xml version="1.0" encoding="UTF-16"?>{FOREIGN}'.encode("utf-16")
    assert open_document(declared, "act.xml").text == open_document(FOREIGN.encode(), "act.xml").text


_BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_FILE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (_BOMB + FOREIGN.replace("Names", "&b;"), "it declares a document type"),
        (_FILE + FOREIGN.replace("Names", "&b;"), "it declares a document type"),
        ('<!DOCTYPE akomaNtoso SYSTEM "http://harbour.example/a.dtd">' + FOREIGN, "it declares a document type"),
        (FOREIGN.replace("Names", "&b;"), "the XML is broken"),
        (FOREIGN.replace("</act>", ""), "the XML is broken"),
        (FOREIGN.replace("<body>", "<b>" * 3_000), "the XML is broken"),
        ("<statement>We pledge.</statement>", "the XML is 'statement'; expected an Akoma Ntoso document"),
        (f'<akomaNtoso xmlns="{NAMESPACE}"/>', "expected an Akoma Ntoso document"),
        (f'<akomaNtoso xmlns="{NAMESPACE}"><doc><meta/></doc></akomaNtoso>', "there is no text in the file"),
    ],
    ids=["bomb", "file", "dtd", "entity", "broken", "deep", "root", "empty", "wordless"],
)
def test_what_is_no_document_is_refused(data: str, message: str) -> None:
    with pytest.raises(UnreadableDocument, match=message):
        open_document(data.encode(), "act.xml")


def test_a_document_of_others_holds_no_reading() -> None:
    with pytest.raises(UnreadableDocument, match="no reading in the document"):
        statement.reviewed_of(FOREIGN.encode(), "act.xml")
