"""How often a token, or an address without one, may ask."""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import PermissionDenied

from concerted.actions import callers, tokens
from concerted.api.asking import Asking
from concerted.api.problems import Refused

_SECONDS = int(tokens.WINDOW.total_seconds())


def counted(request: Asking) -> dict[str, str]:
    """Count a request, and tell its sender what is left; raises Refused, with 429, where nothing is.

    Headers as in draft-ietf-httpapi-ratelimit-headers: ``q`` and ``r`` count requests, ``w`` and ``t`` seconds.
    """
    limit = settings.API_RATE
    if request.token is not None:
        name = "token"
        used, ends = tokens.count(token=request.token.id, at=request.at)
    else:
        name, limit = "address", max(1, limit // 10)
        used, ends = _by_address(request)
    left = max(1, -int(-(ends - request.at) // timedelta(seconds=1)))
    told = {
        "RateLimit-Policy": f'"{name}";q={limit};w={_SECONDS}',
        "RateLimit": f'"{name}";r={max(0, limit - used)};t={left}',
    }
    if used > limit:
        raise Refused(
            f"{used} requests within a minute",
            status=429,
            where=name,
            expected=f"{limit} at most; again in {left} s",
            headers={**told, "Retry-After": str(left)},
        )
    return told


def _by_address(request: Asking) -> tuple[int, datetime]:
    """Count by the address that a request comes from."""
    try:
        address = get_adapter().get_client_ip(request)
    except PermissionDenied:
        # A server that speaks through a socket, without the header of a proxy: all count as one.
        address = "unknown"
    return callers.count(address=address, at=request.at)
