"""How mail leaves the site: one address in the environment says it all."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.mail import get_connection, send_mail
from django.test import override_settings

from concerted.site.mail import BadMailAddress, mail


def test_without_an_address_mails_are_printed() -> None:
    assert mail("")["EMAIL_BACKEND"].endswith("console.EmailBackend")


def test_mails_can_lie_in_a_folder(tmp_path: Path) -> None:
    with override_settings(**mail(f"file:{tmp_path}/post box")):
        send_mail("Tide", "High at noon.", "a@example.org", ["b@example.org"], connection=get_connection())
    assert "High at noon." in next((tmp_path / "post box").iterdir()).read_text()


def test_a_server_is_spoken_to_in_secret() -> None:
    plain = mail("smtp://post%40here:s%2Fcret@mail.example.org")
    assert (plain["EMAIL_HOST_USER"], plain["EMAIL_HOST_PASSWORD"]) == ("post@here", "s/cret")
    assert (plain["EMAIL_PORT"], plain["EMAIL_USE_TLS"], plain["EMAIL_USE_SSL"]) == (587, True, False)
    secret = mail("smtps://mail.example.org:4465")
    assert (secret["EMAIL_PORT"], secret["EMAIL_USE_TLS"], secret["EMAIL_USE_SSL"]) == (4465, False, True)
    assert mail("smtp://localhost:2525")["EMAIL_USE_TLS"] is False


@pytest.mark.parametrize(
    "address", ["mail.example.org", "https://mail.example.org", "smtp://", "file:", "smtp://x:port", "smtp://x?tls=no"]
)
def test_anything_else_is_refused(address: str) -> None:
    with pytest.raises(BadMailAddress):
        mail(address)
