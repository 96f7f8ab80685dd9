"""Word documents for tests, made by python-docx."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

FOOTNOTES = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="4"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Held in 2030.</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:t>* One state names it otherwise.</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
_CHANGES = (
    f"<w:p {nsdecls('w')}><w:r><w:t>We pledge </w:t></w:r>"
    '<w:del w:id="1" w:author="a"><w:r><w:delText>ten</w:delText></w:r></w:del>'
    '<w:ins w:id="2" w:author="a"><w:r><w:t>twelve</w:t></w:r></w:ins>'
    '<w:r><w:t xml:space="preserve"> ships in the co</w:t><w:noBreakHyphen/><w:t>operative har</w:t><w:softHyphen/>'
    "<w:t>bour.</w:t></w:r></w:p>"
)
_CONTROL = (
    f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>"
    "<w:p><w:r><w:t>We meet again</w:t><w:br/><w:t>in Arcadia.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)


def _reference(identity: int, own: str = "") -> str:
    follows = ' w:customMarkFollows="1"' if own else ""
    return (
        f"<w:r {nsdecls('w')}><w:footnoteReference w:id='{identity}'{follows}/>"
        + (f"<w:t>{own}</w:t>" if own else "")
        + "</w:r>"
    )


def harbour_statement() -> bytes:
    """Make a statement with a heading, lists, footnotes, tracked changes, a content control and a table."""
    word = docx.Document()
    word.core_properties.title = "Harbour Statement"
    word.core_properties.language = "en-GB"
    word.add_heading("Harbour Statement", 1)
    opening = word.add_paragraph("We, the ministers of Arcadia and Borduria")
    opening._p.append(parse_xml(_reference(2, own="*")))
    opening.add_run(", met on 1 May 2031")
    opening._p.append(parse_xml(_reference(4)))
    opening.add_run(". We intend to:")
    word.add_paragraph("pledge 12 million crowns;", style="List Bullet")
    word.add_paragraph("report every year;", style="List Number")
    word.add_paragraph("invite others.", style="List Number")
    word.element.body.insert(-1, parse_xml(_CHANGES))
    word.element.body.insert(-1, parse_xml(_CONTROL))
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), "ABCD", strict=True):
        cell.text = f"State of {text}"
    return _with_footnotes(_bytes(word))


def _bytes(word: docx.document.Document) -> bytes:
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _with_footnotes(data: bytes) -> bytes:
    """Add the part for footnotes, which python-docx cannot write."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "[Content_Types].xml":
                kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
                part = part.replace(
                    b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode()
                )
            elif name == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
                part = part.replace(
                    b"</Relationships>",
                    f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode(),
                )
            target.writestr(name, part)
        target.writestr("word/footnotes.xml", FOOTNOTES)
    return out.getvalue()
