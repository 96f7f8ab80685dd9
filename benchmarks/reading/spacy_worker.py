"""Peer (b) at work: reads names and texts as JSON, then says for every further line how many seconds it needed.

Runs in an environment that has spaCy and nothing of ours, so it imports neither Concerted nor its types.
"""

from __future__ import annotations

import json
import sys
import time

import spacy


def main() -> None:
    """Answer each line on standard input with the processor time that the texts took."""
    given = json.loads(sys.stdin.readline())
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PARTY", "pattern": name} for name in given["names"]])
    pipeline.max_length = 10**9
    print(0.0, flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        for text in given["texts"]:
            document = pipeline(text)
            sum(1 for _ in document.sents)
        print(time.process_time() - start, flush=True)


if __name__ == "__main__":
    main()
