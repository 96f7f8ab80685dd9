"""Settings of the site, all from the environment.

CONCERTED_REGISTER    path of an SQLite file (default ``concerted.sqlite3`` in the working
                      directory), or ``postgresql://user:password@host:port/name``
CONCERTED_SECRET_KEY  the site's secret; without it the file that ``concerted init`` has made
CONCERTED_LEDGER_KEY  the key that signs the ledger, as PEM; without it the file that ``concerted init`` has made
CONCERTED_ORIGIN      the site's public address, ``https://record.example.org``; without it the
                      site answers on this machine only
CONCERTED_DEBUG       ``1`` shows errors in full; never on a public address
CONCERTED_PROXIES     how many servers of one's own stand in front of the site
CONCERTED_MAIL, CONCERTED_MAIL_FROM        how mail leaves the site, see ``mail``
CONCERTED_API_RATE    how many requests a minute a token may make (default 600)
CONCERTED_REQUIRE_SECOND_FACTOR            roles that must have a second factor, parted by commas
CONCERTED_OIDC_...    a ministry's identity provider, see ``identity_provider``
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from concerted.register.place import ledger_pem, place, secret_key
from concerted.site.identity_provider import identity_provider
from concerted.site.mail import mail
from concerted.site.proxies import count

WEB = Path(__file__).resolve().parents[1] / "web"

DEBUG = os.environ.get("CONCERTED_DEBUG") == "1"
REGISTER = place()
# Empty before `concerted init`: Django then refuses whatever needs the key.
SECRET_KEY = secret_key(REGISTER)
LEDGER_KEY = ledger_pem(REGISTER)
DATABASES = {"default": dict(REGISTER.options)}

# On this machine alone, unless the environment gives a public address.
ORIGIN = os.environ.get("CONCERTED_ORIGIN", "").rstrip("/")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
if ORIGIN:
    ALLOWED_HOSTS.append(urlsplit(ORIGIN).hostname or "")
    CSRF_TRUSTED_ORIGINS = [ORIGIN]
PUBLIC = ORIGIN.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PUBLIC
SECURE_HSTS_SECONDS = 31_536_000 if PUBLIC else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PUBLIC
SECURE_SSL_REDIRECT = PUBLIC
# The server in front ends TLS and must set, or strip, this header itself.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PUBLIC else None
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 12 * 3600
# A name that browsers give to nobody but this very host.
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = ("__Host-session", "__Host-csrf") if PUBLIC else ("sessionid", "csrftoken")
LANGUAGE_COOKIE_SECURE = PUBLIC
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 21_000_000

INSTALLED_APPS = [
    "concerted.register",
    "concerted.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
]
AUTH_USER_MODEL = "register.User"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Before sessions and forms: programs show a token, and nothing else counts.
    "concerted.api.door.DoorMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Nothing is open unless the table of pages says so.
    "concerted.web.rights.PageRightsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "concerted.web.rights.RightsMiddleware",
    "concerted.web.headers.HeadersMiddleware",
    "concerted.web.second_factor.SecondFactorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # The last, so that the page alone is read as of a day, and not who asks for it.
    "concerted.web.as_of.AsOfMiddleware",
]
# Requests a minute for each token; a tenth of it for each address without one.
API_RATE = count(os.environ.get("CONCERTED_API_RATE", ""), default=600, where="CONCERTED_API_RATE")
PROVIDER = identity_provider(os.environ)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        # The button of the identity provider is a form whose answer leads there.
        "form-action": [SELF, *([PROVIDER.origin] if PROVIDER else [])],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

# Signing in. Nobody makes an account of their own: people are added, or invited, by the secretariat.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "concerted.web.sign_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_FORMS = {"login": "concerted.web.sign_in_forms.SignInForm"}
ACCOUNT_SESSION_REMEMBER = ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Concerted: "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PUBLIC else "http"
MFA_ADAPTER = "concerted.web.sign_in.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "add_webauthn": "concerted.web.sign_in_forms.AddPasskeyForm",
    "edit_webauthn": "concerted.web.sign_in_forms.NamePasskeyForm",
}
MFA_PASSKEY_LOGIN_ENABLED = MFA_RECOVERY_CODES_SHOW_ONCE = True
# The rule behind this is about accounts that people make themselves.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# Browsers offer passkeys over plain http on this machine alone.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PUBLIC
MFA_TOTP_ISSUER = "Concerted"
SECOND_FACTOR_ROLES = frozenset(
    one.strip() for one in os.environ.get("CONCERTED_REQUIRE_SECOND_FACTOR", "").split(",") if one.strip()
)
SOCIALACCOUNT_ADAPTER = "concerted.web.sign_in.ProviderAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = PROVIDER.options if PROVIDER else {}
# Limits count by address; behind a server of one's own it stands in X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = count(os.environ.get("CONCERTED_PROXIES", ""), default=int(PUBLIC))
globals().update(mail(os.environ.get("CONCERTED_MAIL", "")))
DEFAULT_FROM_EMAIL = os.environ.get("CONCERTED_MAIL_FROM") or f"concerted@{urlsplit(ORIGIN).hostname or 'localhost'}"
# What is read of the register as of a day comes from elsewhere.
DATABASE_ROUTERS = ["concerted.register.as_of.Router"]
# In the register, so that limits and used codes hold for every process and outlast each of them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "site_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

ROOT_URLCONF = "concerted.site.urls"
WSGI_APPLICATION = "concerted.site.wsgi.application"
LOGIN_URL = LOGOUT_REDIRECT_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
CSRF_FAILURE_VIEW = "concerted.web.views.errors.stale"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French")), ("ar", _("Arabic"))]
LOCALE_PATHS = [WEB / "locale"]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"

# Found where the packages lie and served as they are: nothing to collect before the first start.
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
