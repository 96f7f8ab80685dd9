"""The addresses of one's own sign-in: allauth's pages, of which only those are here that we offer, and ours."""

from __future__ import annotations

from allauth.account import views as accounts
from allauth.socialaccount import views as connections
from allauth.usersessions import views as sessions
from django.urls import URLPattern, URLResolver, include, path, re_path

from concerted.web.views import account, calendars, invitations, provider, tokens, unsubscribing

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", accounts.login, name="account_login"),
    path("sign-out/", accounts.logout, name="account_logout"),
    path("account/", account.overview, name="account"),
    path("account/invitation/<str:token>/", invitations.invitation, name="account_invitation"),
    path("account/inactive/", accounts.account_inactive, name="account_inactive"),
    path("account/new/", accounts.signup, name="account_signup"),
    path("account/digests/", account.choose_digests, name="account_digests"),
    path("account/digests/none/<str:signed>/", unsubscribing.unsubscribe, name="account_unsubscribe"),
    path("account/confirm/", accounts.reauthenticate, name="account_reauthenticate"),
    path("account/email/", accounts.email, name="account_email"),
    path("account/email/sent/", accounts.email_verification_sent, name="account_email_verification_sent"),
    path("account/email/<str:key>/", accounts.confirm_email, name="account_confirm_email"),
    path("account/password/", accounts.password_change, name="account_change_password"),
    path("account/password/first/", accounts.password_set, name="account_set_password"),
    path("account/password/forgotten/", accounts.password_reset, name="account_reset_password"),
    path("account/password/sent/", accounts.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^account/password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        accounts.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "account/password/done/",
        accounts.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("account/second-factor/", include("allauth.mfa.urls")),
    path("account/sessions/", sessions.list_usersessions, name="usersessions_list"),
    path("account/sessions/<int:session>/end/", account.end_session, name="account_end_session"),
    path("account/sessions/end/", account.end_sessions, name="account_end_sessions"),
    path("account/tokens/", tokens.tokens, name="account_tokens"),
    path("account/tokens/<int:token>/withdraw/", tokens.withdraw, name="account_withdraw_token"),
    path("calendar/<str:secret>.ics", calendars.feed, name="calendar_feed"),
    path("account/provider/", connections.connections, name="socialaccount_connections"),
    path("account/provider/new/", connections.signup, name="socialaccount_signup"),
    path("account/provider/cancelled/", connections.login_cancelled, name="socialaccount_login_cancelled"),
    path("account/provider/failed/", connections.login_error, name="socialaccount_login_error"),
    path("account/provider/<slug:provider_id>/login/", provider.login, name="openid_connect_login"),
    path("account/provider/<slug:provider_id>/login/callback/", provider.callback, name="openid_connect_callback"),
]
