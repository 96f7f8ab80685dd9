"""Settings of the site, all from the environment.

CONCERTED_REGISTER    path of an SQLite file (default ``concerted.sqlite3`` in the working
                      directory), or ``postgresql://user:password@host:port/name``
CONCERTED_SECRET_KEY  the site's secret; without it the file that ``concerted init`` has made
CONCERTED_ORIGIN      the site's public address, ``https://record.example.org``; without it the
                      site answers on this machine only
CONCERTED_DEBUG       ``1`` shows errors in full; never on a public address
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from concerted.register.place import place, secret_key

WEB = Path(__file__).resolve().parents[1] / "web"

DEBUG = os.environ.get("CONCERTED_DEBUG") == "1"
REGISTER = place()
# Empty before `concerted init`: Django then refuses whatever needs the key.
SECRET_KEY = secret_key(REGISTER)
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
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 21_000_000

INSTALLED_APPS = [
    "concerted.register",
    "concerted.web",
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
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Nothing is open unless it says so itself.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

ROOT_URLCONF = "concerted.site.urls"
WSGI_APPLICATION = "concerted.site.wsgi.application"
LOGIN_URL = "web:sign-in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "web:sign-in"
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
