"""A second reader that answers rightly, wrongly, late or not at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from concerted.cli import main
from concerted.feeds.second_reader import Endpoint, NoSecondReader, ask
from concerted.formats.record_schema import schema
from concerted.reading.facts import Kind
from concerted.reading.read import read
from concerted.reading.second_opinion import Verdict, compared, placed, stretches
from concerted.terms.document import Document
from concerted.terms.passage import Passage

TEXT = (
    "Norway, Ghana and Japan met in Lisbon on 3 May 2023.\n\nWe pledge to dredge the\nbay. We welcome the report.\n\n"
    "The bay is deep, and Ministers should hurry.\n"
)
ACTS = [
    {"kind": "commitment", "quote": "pledge to dredge the bay"},
    {"kind": "finding", "quote": "welcome the report"},
    {"kind": "finding", "quote": "The bay is deep"},
    {"kind": "call", "quote": "pay all pilots"},
    {"kind": "threat", "quote": "should hurry"},
]


class _Model(BaseHTTPRequestHandler):
    """Answers by the name of the model that is asked for."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), asked))  # type: ignore[attr-defined]
        model = asked["model"]
        if model == "silent":
            self.server.released.wait(5)  # type: ignore[attr-defined]
        elif model == "busy":
            self.send_error(503)
        elif model == "elsewhere":
            self.send_response(307)
            self.send_header("Location", "http://127.0.0.1:9/v1/chat/completions")
            self.end_headers()
        else:
            content = {"prose": "I would rather chat.", "fenced": f"```json\n{json.dumps({'acts': ACTS})}\n```"}
            said = content.get(model, json.dumps({"acts": ACTS}))
            self.send_response(200)
            self.end_headers()
            answer: dict[str, Any] = {"choices": [{"message": {"role": "assistant", "content": said}}]}
            self.wfile.write(json.dumps(answer).encode())

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output free of the server's log."""

    def handle(self) -> None:
        with suppress(ConnectionError):  # the client has had enough
            super().handle()


@pytest.fixture
def server() -> Iterator[Any]:
    serving = ThreadingHTTPServer(("127.0.0.1", 0), _Model)
    serving.asked, serving.released = [], threading.Event()  # type: ignore[attr-defined]
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield serving
    serving.released.set()  # type: ignore[attr-defined]
    serving.shutdown()
    serving.server_close()


def url(server: Any) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}/v1"


@pytest.mark.parametrize("model", ["plain", "fenced"])
def test_only_words_of_the_text_count(server: Any, model: str) -> None:
    reading = read(Document(TEXT))
    answers = ask(TEXT, stretches(reading), Endpoint(url(server), model, "secret"))
    assert [(one.kind, one.passage.quote) for one in answers.proposals] == [
        (Kind.COMMITMENT, "pledge to dredge the\nbay"),
        (Kind.FINDING, "welcome the report"),
        (Kind.FINDING, "The bay is deep"),
    ]
    assert answers.unfounded == 2
    path, headers, body = server.asked[0]
    assert path == "/v1/chat/completions" and headers["Authorization"] == "Bearer secret"
    assert body["messages"][-1]["content"] in TEXT


def test_opinions_stand_beside_each_other(server: Any) -> None:
    reading = read(Document(TEXT))
    answers = ask(TEXT, stretches(reading), Endpoint(url(server), "plain"))
    found = {
        one.passage.quote: (one.verdict, one.first, one.second)
        for one in compared(reading, answers.proposals, answers.asked)
    }
    assert found["pledge to dredge the\nbay"] == (Verdict.AGREED, Kind.COMMITMENT, Kind.COMMITMENT)
    assert found["welcome the report"] == (Verdict.KIND, Kind.ENDORSEMENT, Kind.FINDING)
    assert found["The bay is deep"] == (Verdict.SECOND, None, Kind.FINDING)
    assert found["should hurry"] == (Verdict.FIRST, Kind.CALL, None)


def test_a_recurring_quote_goes_to_the_next_free_place() -> None:
    text = "We will act. We will act."
    whole = Passage.of(text, 0, len(text))
    first = placed(text, whole, "will  act")
    assert first is not None and first.start == 3
    second = placed(text, whole, "will act", [first])
    assert second is not None and second.start == 16
    assert placed(text, whole, "will act", [first, second]) is None
    assert placed(text, whole, " ") is None


@pytest.mark.parametrize(
    ("model", "why"),
    [
        ("busy", "answered 503"),
        ("prose", "not in the form"),
        ("elsewhere", "answered 307"),
        ("silent", "within 0.3 seconds"),
    ],
)
def test_no_usable_answer_is_told(server: Any, model: str, why: str) -> None:
    with pytest.raises(NoSecondReader, match=why):
        ask(TEXT, stretches(read(Document(TEXT))), Endpoint(url(server), model, seconds=0.3))


def test_nobody_there() -> None:
    with pytest.raises(NoSecondReader, match="cannot be reached"):
        ask(TEXT, stretches(read(Document(TEXT))), Endpoint("http://127.0.0.1:9/v1", "plain"))
    with pytest.raises(NoSecondReader, match="no address"):
        ask(TEXT, [], Endpoint("localhost", "plain"))


def test_the_command_says_what_leaves_and_shows_both(server: Any, tmp_path: Any) -> None:
    file = tmp_path / "statement.txt"
    file.write_text(TEXT)
    options = ["read", str(file), "--second-reader", url(server)]
    shown = CliRunner().invoke(main, options)
    assert shown.exit_code == 0, shown.output
    assert "the statement's body, " in shown.stderr and "nothing else leaves this machine" in shown.stderr
    assert "another kind: endorsement / finding: welcome the report" in shown.stdout
    written = json.loads(CliRunner().invoke(main, [*options, "--format", "json"]).stdout)
    jsonschema.validate(written, schema())
    assert {one["verdict"] for one in written["second_reader"]["opinions"]} == {one.value for one in Verdict}


def test_the_command_reads_on_without_it(server: Any, tmp_path: Any) -> None:
    file = tmp_path / "statement.txt"
    file.write_text(TEXT)
    alone = CliRunner().invoke(
        main, ["read", str(file), "--second-reader", url(server), "--second-reader-model", "busy"]
    )
    assert alone.exit_code == 0 and "the first reader's reading stands alone" in alone.stderr
    assert "pledge to dredge" in alone.stdout and "Second reader" not in alone.stdout
    refused = CliRunner().invoke(main, ["read", str(file), "--second-reader", "nowhere"])
    assert isinstance(refused.exception, NoSecondReader) or refused.exit_code == 2
