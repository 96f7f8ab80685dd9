"""From a reporting window to a score: planned, reported, assessed by the guideline, and opened again."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.test import Client

from tests.web import kept
from tests.web.conftest import SLUG, Register
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]
GUIDELINE = {"full": "Every warning is shared.", "partial": "Some are.", "none": "None is."}
MARK = {"mark": "1", "reasons": "All of them came.", "evidence": "The log of the dam."}


def test_a_report_is_assessed_and_every_figure_leads_to_it(register: Register, signed_in: SIGNED_IN) -> None:
    focal, secretariat, reader = signed_in("focal"), signed_in("secretariat"), signed_in("reader")
    promise = kept.promised()
    board = focal.get(f"/{SLUG}/").content.decode()
    assert "1 commitment not reported yet" in board and faults(board) == []
    window = focal.get(f"/{SLUG}/reporting/{promise['window']}/").content.decode()
    assert f"/reports/new/?window={promise['window']}&amp;commitment={promise['commitment']}" in window
    number = kept.enter(focal, "report", **promise)
    assert "not reported yet" not in focal.get(f"/{SLUG}/").content.decode()

    about = f"/{SLUG}/commitments/{promise['commitment']}/"
    assert "It has no guideline yet." in secretariat.get(f"{about}assess/?report={number}").content.decode()
    assert secretariat.post(f"{about}guideline/", GUIDELINE | {"full": ""}).status_code == 422
    assert secretariat.post(f"{about}guideline/", GUIDELINE).status_code == 302
    assert focal.get(f"{about}guideline/").status_code == 403
    # The lead of line 1 comes from the party that reports.
    assert signed_in("lead").get(f"{about}assess/?report={number}").status_code in (403, 404)
    assert secretariat.post(f"{about}assess/?report={number}", MARK | {"reasons": ""}).status_code == 422
    made = secretariat.post(f"{about}assess/?report={number}", MARK | {"seen": "1"}).headers["Location"]

    scores = reader.get(f"/{SLUG}/scores/").content.decode()
    assert f'href="/{SLUG}/assessments/?party=UGA&amp;line=1"' in scores and "+1.00" in scores
    listed = reader.get(f"/{SLUG}/assessments/?party=UGA&line=1").content.decode()
    assert f'href="{made}"' in listed
    for place, figure in (("", "?line=1"), ("lines/1/", "?party=UGA&amp;line=1"), ("partners/UGA/", "?party=UGA&amp;")):
        html = reader.get(f"/{SLUG}/{place}").content.decode()
        assert f'href="/{SLUG}/assessments/{figure}"' in html and '<svg class="score-bar lean-full"' in html, place
        assert faults(html) == [], place
    page = reader.get(made).content.decode()
    for said in ("All of them came.", "Every warning is shared.", f"/{SLUG}/reports/{number}/", "#p"):
        assert said in page
    found = re.search(rf'href="(/{SLUG}/guidelines/\d+/)"', page)
    assert found and f'href="{found[1]}"' in reader.get(f"/{SLUG}/search/?q=warning+shared").content.decode()
    guideline = reader.get(found[1]).content.decode()
    assert "Every warning is shared." in guideline and f'href="{made}"' in guideline and "#p" in guideline
    secretariat.post(f"{about}guideline/", GUIDELINE | {"full": "Within an hour.", "seen": found[1].split("/")[-2]})
    assert "The guideline that took its place" in reader.get(found[1]).content.decode()
    for client in (focal, secretariat, reader):
        for place in (found[1], f"/{SLUG}/scores/", f"/{SLUG}/assessments/", made, f"/{SLUG}/reporting/", about):
            assert faults(client.get(place).content.decode()) == [], place
    assert secretariat.post(f"{made}withdraw").status_code == 302
    assert "+1.00" not in reader.get(f"/{SLUG}/scores/").content.decode()


def test_a_benchmark_has_a_picture_with_a_table(register: Register, signed_in: SIGNED_IN) -> None:
    focal = signed_in("focal")
    benchmark = kept.enter(focal, "benchmark")
    kept.enter(focal, "measurement", benchmark=str(benchmark))
    html = focal.get(f"/{SLUG}/benchmarks/{benchmark}/").content.decode()
    assert faults(html) == []
    assert html.count("<svg") == 4 and 'class="dot-behind"' in html and "450" in html


def test_the_secretariat_plans_and_withdraws_a_window(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    days = {"first": "2024-01-01", "last": "2024-06-30", "opens": "2024-05-01", "closes": "2024-04-01"}
    assert client.post(f"/{SLUG}/reporting/new/", {"title": "Spring", **days}).status_code == 422
    days["closes"] = "2024-07-01"
    made = client.post(f"/{SLUG}/reporting/new/", {"title": "Spring", "lines": ["1"], **days}).headers["Location"]
    assert client.post(f"{made}change/", {"title": "Summer", "seen": "1", **days}).status_code == 302
    assert "Summer" in client.get(made).content.decode()
    assert signed_in("focal").get(f"{made}change/").status_code == 403
    assert client.post(f"{made}withdraw/", {"seen": "2"}).status_code == 302
    assert client.get(made).status_code == 404
