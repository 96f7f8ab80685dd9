"""What the site asks of allauth: no accounts of one's own making, encrypted secrets, ministries for their own."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailConfirmation
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone

from concerted.actions import invitations, sign_ins
from concerted.actions.users import Account
from concerted.register.vault import decrypted, encrypted
from concerted.web.own_address import at_origin

SECOND_FACTORS = "second factors"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts come from the secretariat: by an invitation, or by the command line."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Keep allauth's own page for new accounts shut."""
        return False

    def login(self, request: HttpRequest, user: Account) -> None:
        """Sign a person in, and clear away sign-ins that have run out: nobody else would."""
        super().login(request, user)
        sign_ins.clear_expired(by=user, at=timezone.now())

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Give the address at which a new password is set."""
        return at_origin(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: EmailConfirmation) -> str:
        """Give the address at which an e-mail address is confirmed."""
        return at_origin(super().get_email_confirmation_url(request, emailconfirmation))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: str) -> str:
        """Count attempts by person alone: allauth's own key has the Host header in it, whose port a caller may choose.

        A person's name and address are one key, or each would have its own attempts.
        """
        login = (credentials.get("email") or credentials.get("username") or "").lower()
        found = sign_ins.known(address=login)
        return found.username.lower() if found else login


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Keeps the secrets of authenticator apps encrypted, so that the register alone does not give them away."""

    def encrypt(self, text: str) -> str:
        """Encrypt a secret before it is stored."""
        return encrypted(text, purpose=SECOND_FACTORS)

    def decrypt(self, encrypted_text: str) -> str:
        """Give a stored secret back; raises OtherKey if the site's secret key is another one now."""
        return decrypted(encrypted_text, purpose=SECOND_FACTORS)


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """A ministry's identity provider opens the door to people who are known or invited, and to nobody else."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Keep allauth's own page for new accounts shut."""
        return False

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[Account, str] | None:
        """Find the person whose confirmed address the provider confirms too, or let in whoever is invited by it."""
        for address in _believed(sociallogin):
            if found := sign_ins.known(address=address):
                return found, address
        if sociallogin.state.get("process") == "connect":
            return None
        for address in _believed(sociallogin):
            name = str(next((part["name"] for part in _told(sociallogin) if part.get("name")), ""))
            if made := invitations.welcome(address=address, name=name, at=timezone.now()):
                return made, address
        return None

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuse whoever is neither known nor invited, and answers of the provider that contradict each other."""
        connects = sociallogin.state.get("process") == "connect"
        if not _speaks_of_one(sociallogin) or not (connects or sociallogin.is_existing):
            context = {"provider": sociallogin.provider.name}
            raise ImmediateHttpResponse(render(request, "account/signup_closed.html", context, status=403))


def _believed(sociallogin: SocialLogin) -> list[str]:
    """Keep the addresses that the provider says it has confirmed, in a domain that it may speak for."""
    if not _speaks_of_one(sociallogin):
        return []
    domains = set(sociallogin.provider.app.settings["domains"])
    return [
        one.email.lower()
        for one in sociallogin.email_addresses
        # Some providers say "false" in words, which would count as true.
        if one.verified is True and one.email.lower().rpartition("@")[2] in domains
    ]


def _told(sociallogin: SocialLogin) -> list[dict[str, object]]:
    told = sociallogin.account.extra_data
    return [part for part in (told.get("userinfo"), told.get("id_token")) if part]


def _speaks_of_one(sociallogin: SocialLogin) -> bool:
    """Tell whether token and page of the provider speak of the same person (OpenID Connect Core 1.0, 5.3.2)."""
    return len({part.get("sub") for part in _told(sociallogin)}) == 1
