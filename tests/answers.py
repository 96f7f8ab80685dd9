"""All that the site says in an answer, what is packed into a file included."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any


def said(answer: Any) -> str:
    """Give the text of an answer and of its headers; of an archive, that of the files in it."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer.headers.get("Content-Type") == "application/zip":
        with zipfile.ZipFile(BytesIO(body)) as archive:
            body = b"\n".join(name.encode() + b"\n" + archive.read(name) for name in archive.namelist())
    return body.decode("utf-8", "replace") + str(dict(answer.headers))
