"""Mails in the language that is being spoken: plain text, and a page that runs as the language does."""

from __future__ import annotations

import hashlib
import re
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_bidi


def send(subject: str, text: str, address: str, *, key: str = "", page: str = "", leave: str = "") -> None:
    """Send a text to somebody; some programs show plain text from left to right only, hence the page beside it.

    ``key`` is the same for the same letter, so that of one that a server took without saying so the next one is known
    as its double. ``page`` is the letter as a page, where it is more than the text; ``leave`` is the address at which
    its reader gets no more of its kind, with one press (RFC 8058). Raises SMTPException or OSError where no
    server takes it.
    """
    # The first strong sign of a paragraph turns it, which may be a Latin name: U+200F comes before it.
    plain = re.sub(r"(?m)^(?=.)", "\u200f", text) if get_language_bidi() else text
    headers = {"Content-Language": get_language() or "en"}
    if key:
        told = hashlib.sha256(f"{settings.ORIGIN}/{key}".encode()).hexdigest()[:32]
        headers["Message-ID"] = f"<{told}@{parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition('@')[2]}>"
    if leave:
        headers["List-Unsubscribe"] = f"<{leave}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    letter = EmailMultiAlternatives(subject, plain, to=[address], headers=headers)
    shown = page or render_to_string("mail/page.html", {"subject": subject, "text": text})
    letter.attach_alternative(shown, "text/html")
    letter.send()
