"""Django's settings, from the environment; docs/operations.md describes every one of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pghistory

from kollegium.config import database, embedded
from kollegium.config.env import (
    KEY_OF_THE_DEMO,
    SAME_KEY,
    Reader,
    SettingRefused,
    require_key,
    require_password,
)
from kollegium.domain.claims import WrongClaimMap, check_claim_names, read_roles
from kollegium.domain.web_addresses import is_encrypted, is_own_machine

environment = Reader(os.environ)
SOURCE = Path(__file__).resolve().parents[1]
REPOSITORY = SOURCE.parents[1]
# Every account of the demo has this password; it is shown to everybody, and refused in production.
DEMO_PASSWORD = "lugn-gran-i-motljus"  # noqa: S105 - no secret

MODE = environment.choice("KOLLEGIUM_MODE", ("demo", "production", "test"), "demo")
IN_PRODUCTION = MODE == "production"
DATA = Path(environment.text("KOLLEGIUM_DATA", str(REPOSITORY / "var"))).resolve()
DEBUG = environment.switch("KOLLEGIUM_DEBUG", default=False)
if IN_PRODUCTION and DEBUG:
    raise SettingRefused(
        "KOLLEGIUM_DEBUG must not be on in production: it shows the program's inside to visitors."
    )

SECRET_KEY = environment.text(
    "KOLLEGIUM_SECRET_KEY", None if IN_PRODUCTION else embedded.secret(DATA / "secrets", "secret-key")
)
SEAL_KEY = environment.text(
    "KOLLEGIUM_SEAL_KEY", None if IN_PRODUCTION else embedded.secret(DATA / "secrets", "seal-key")
)
_known_keys = dict.fromkeys(embedded.kept_secrets(DATA / "secrets") if IN_PRODUCTION else (), KEY_OF_THE_DEMO)
require_key("KOLLEGIUM_SECRET_KEY", SECRET_KEY, known=_known_keys)
require_key("KOLLEGIUM_SEAL_KEY", SEAL_KEY, known={SECRET_KEY: SAME_KEY, **_known_keys})
ALLOWED_HOSTS = list(environment.several("KOLLEGIUM_HOSTS", () if IN_PRODUCTION else ("*",)))
if IN_PRODUCTION and not ALLOWED_HOSTS:
    raise SettingRefused("KOLLEGIUM_HOSTS must name the host names that the program answers to.")
if IN_PRODUCTION and "*" in ALLOWED_HOSTS:
    raise SettingRefused("KOLLEGIUM_HOSTS must not be * in production: links in mail could lead anywhere.")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host != "*"]

# Where letters lead: they are written by the worker, which knows of no request.
_RUNS_AT = DATA / "address"  # kept by the last `run`
_FIRST_HOST = next((host for host in ALLOWED_HOSTS if host[:1] not in ("*", ".")), None)
ADDRESS = environment.text(
    "KOLLEGIUM_ADDRESS",
    (f"https://{_FIRST_HOST}" if _FIRST_HOST else None)
    if IN_PRODUCTION
    else (_RUNS_AT.read_text(encoding="utf-8") if _RUNS_AT.exists() else "http://127.0.0.1:8000"),
).rstrip("/")

# Where the standards are read from; empty for the ones that come with the program.
STANDARDS_FOLDER = environment.text("KOLLEGIUM_STANDARDS", "")

# --- parts ---------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "kollegium.config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pghistory",
    "pgtrigger",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "kollegium.ui",
    "kollegium.jobs",
    "kollegium.trail",
    "kollegium.files",
    "kollegium.notifications",
    "kollegium.organisations",
    "kollegium.accounts",
    "kollegium.questionnaires",
    "kollegium.reviews",
    "kollegium.planning",
    "kollegium.action_plans",
    "kollegium.report_import",
    "kollegium.comparison",
    "kollegium.home",
    "kollegium.demo",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kollegium.ui.security.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kollegium.ui.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "kollegium.config.bodies.BodySizeMiddleware",  # before the form token is looked for in the body
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kollegium.config.rate_limits.RateLimitMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kollegium.accounts.middleware.ActorMiddleware",
    "kollegium.accounts.middleware.SecondFactorMiddleware",
]
ROOT_URLCONF = "kollegium.config.urls"
WSGI_APPLICATION = "kollegium.config.wsgi.application"
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
                "kollegium.home.context.page_context",
            ],
        },
    }
]

# --- database ------------------------------------------------------------------------------------
DATABASE_ROLE = database.role_for(
    sys.argv, environment.choice("KOLLEGIUM_DATABASE_ROLE", ("", "owner", "application"), "")
)
DATABASE_URL = environment.text("DATABASE_URL", "")
DATABASE_OWNER_URL = environment.text("DATABASE_OWNER_URL", DATABASE_URL)
if DATABASE_URL:
    DATABASES = {
        "default": database.parse_url(DATABASE_OWNER_URL if DATABASE_ROLE == "owner" else DATABASE_URL)
    }
    if IN_PRODUCTION:
        require_password(
            "The password in DATABASE_URL", DATABASES["default"]["PASSWORD"], known={DEMO_PASSWORD}
        )
elif IN_PRODUCTION:
    raise SettingRefused("DATABASE_URL must be set: production does not run on the embedded database.")
else:
    DATABASES = {"default": database.embedded_settings(DATA, DATABASE_ROLE, durable=MODE != "test")}
DATABASES["default"]["CONN_MAX_AGE"] = 0  # the pool keeps the connections
if MODE == "test":
    # One name per run: several runs may share the server. Workers of the same run inherit the number.
    os.environ.setdefault("KOLLEGIUM_TEST_RUN", str(os.getpid()))
    DATABASES["default"]["TEST"] = {"NAME": f"test_{environment.text('KOLLEGIUM_TEST_RUN')}"}
else:
    DATABASES["default"]["OPTIONS"]["pool"] = {
        "min_size": 1,
        "max_size": environment.number("KOLLEGIUM_DATABASE_CONNECTIONS", 10, lowest=1),
        "timeout": 5,  # seconds until a lost database is said to be lost
    }
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # so that it recovers by itself
# The server keeps the plans of what pages ask most, for each connection (`kollegium.ui.statements`).
if environment.switch("KOLLEGIUM_PREPARED_STATEMENTS", default=True):
    DATABASES["default"]["OPTIONS"]["prepare_threshold"] = 3
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False
# The context of a change (who, which action) is stored on each event row itself, so that the
# application's role needs no right to update a row of the trail.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_CONTEXT_ID_FIELD = pghistory.ContextUUIDField(null=True)
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        # Room for every attempt at a log-in within its time; a full cache would forget some of them.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
SESSION_ENGINE = "kollegium.accounts.session_store"

# --- people --------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["kollegium.accounts.backends.EmailBackend"]
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
if MODE == "test":  # the tests log in a thousand times
    PASSWORD_HASHERS.insert(0, "django.contrib.auth.hashers.MD5PasswordHasher")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

INVITATION_DAYS = environment.number("KOLLEGIUM_INVITATION_DAYS", 14, lowest=1)
FACT_CHECK_DAYS = environment.number("KOLLEGIUM_FACT_CHECK_DAYS", 21, lowest=1)
RECONSIDERATION_DAYS = environment.number("KOLLEGIUM_RECONSIDERATION_DAYS", 21, lowest=1)
ACTION_PLAN_MONTHS = environment.number("KOLLEGIUM_ACTION_PLAN_MONTHS", 3, lowest=1)

# allauth keeps the second factors and leads through the steps of a log-in; its pages are not used.
ACCOUNT_ADAPTER = "kollegium.accounts.allauth_adapters.LogInAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False  # kollegium.accounts.throttling counts for every process alike
MFA_ADAPTER = "kollegium.accounts.allauth_adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # a clock may be wrong by one step of thirty seconds
MFA_TOTP_ISSUER = "Kollegium"
MFA_WEBAUTHN_USER_VERIFICATION = "required"
PASSWORD_RESET_TIMEOUT = 2 * 3600

# Log-in at an identity provider outside, a region's; without an issuer there is none.
OIDC_ISSUER = environment.text("KOLLEGIUM_OIDC_ISSUER", "")
if OIDC_ISSUER and not is_encrypted(OIDC_ISSUER) and (IN_PRODUCTION or not is_own_machine(OIDC_ISSUER)):
    raise SettingRefused(
        "KOLLEGIUM_OIDC_ISSUER must begin with https://; http:// is for trying things on this machine alone"
        " (localhost), and never in production."
    )
OIDC_CLIENT_ID = environment.text("KOLLEGIUM_OIDC_CLIENT_ID", None if OIDC_ISSUER else "")
OIDC_CLIENT_SECRET = environment.text("KOLLEGIUM_OIDC_CLIENT_SECRET", None if OIDC_ISSUER else "")
OIDC_NAME = environment.text("KOLLEGIUM_OIDC_NAME", "SITHS")
OIDC_SCOPE = environment.text("KOLLEGIUM_OIDC_SCOPE", "openid profile")
OIDC_CLAIM = environment.text("KOLLEGIUM_OIDC_CLAIM", "employeeHsaId")
OIDC_LEVELS = environment.several(
    "KOLLEGIUM_OIDC_LEVELS", ("http://id.sambi.se/loa/loa3", "http://id.sambi.se/loa/loa4")
)
# What the provider says of somebody's work becomes proposals, which somebody decides about.
OIDC_UNIT_CLAIM = environment.text("KOLLEGIUM_OIDC_UNIT_CLAIM", "healthCareUnitHsaId")
OIDC_CARE_PROVIDER_CLAIM = environment.text("KOLLEGIUM_OIDC_CARE_PROVIDER_CLAIM", "healthCareProviderHsaId")
OIDC_COMMISSIONS_CLAIM = environment.text("KOLLEGIUM_OIDC_COMMISSIONS_CLAIM", "allCommissions")
try:
    check_claim_names(
        {
            "KOLLEGIUM_OIDC_UNIT_CLAIM": OIDC_UNIT_CLAIM,
            "KOLLEGIUM_OIDC_CARE_PROVIDER_CLAIM": OIDC_CARE_PROVIDER_CLAIM,
            "KOLLEGIUM_OIDC_COMMISSIONS_CLAIM": OIDC_COMMISSIONS_CLAIM,
        }
    )
    OIDC_ROLES = read_roles(environment.text("KOLLEGIUM_OIDC_ROLES", ""), name="KOLLEGIUM_OIDC_ROLES")
except WrongClaimMap as error:
    raise SettingRefused(f"{error}. See docs/operations.md.") from None

# --- language and time ---------------------------------------------------------------------------
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [REPOSITORY / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600

# --- safety --------------------------------------------------------------------------------------
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}
BEHIND_HTTPS = environment.switch("KOLLEGIUM_HTTPS", default=IN_PRODUCTION)
# Browsers take a cookie of that name only from this very host, over HTTPS: a neighbour cannot plant one.
SESSION_COOKIE_NAME = "__Host-session" if BEHIND_HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrf" if BEHIND_HTTPS else "csrftoken"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
SECURE_SSL_REDIRECT = BEHIND_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# For one visitor; the other limits are shares of it, see config/rate_limits.py. 0 counts nobody.
REQUESTS_PER_MINUTE = environment.number("KOLLEGIUM_REQUESTS_PER_MINUTE", 300)
TRUST_PROXY = environment.switch("KOLLEGIUM_TRUST_PROXY", default=False)
if TRUST_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- files and mail ------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_NUMBER_FILES = 500
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
_STATIC_IS_COLLECTED = MODE != "test" and (
    (STATIC_ROOT / "staticfiles.json").exists() or sys.argv[1:2] == ["collectstatic"]
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "kollegium.ui.storage.BundledStaticFilesStorage"
        if _STATIC_IS_COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not _STATIC_IS_COLLECTED
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.text(
    "KOLLEGIUM_MAIL_FROM", "Kollegium <kollegium@example.org>"
)
FAULT_REPORT_EMAIL = environment.text("KOLLEGIUM_FAULT_REPORT_EMAIL", "")
SERVICE_OWNER = environment.text("KOLLEGIUM_SERVICE_OWNER", "")
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST = environment.text("KOLLEGIUM_MAIL_HOST", None if IN_PRODUCTION else "")
EMAIL_PORT = environment.number("KOLLEGIUM_MAIL_PORT", 587, lowest=1)
EMAIL_HOST_USER = environment.text("KOLLEGIUM_MAIL_USER", "")
EMAIL_HOST_PASSWORD = environment.text("KOLLEGIUM_MAIL_PASSWORD", "")
if IN_PRODUCTION and EMAIL_HOST_PASSWORD == DEMO_PASSWORD:
    raise SettingRefused("KOLLEGIUM_MAIL_PASSWORD is a password of the demo, which everybody knows.")
EMAIL_USE_TLS = environment.switch("KOLLEGIUM_MAIL_TLS", default=True)
EMAIL_TIMEOUT = 20
if EMAIL_HOST:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
else:
    EMAIL_BACKEND = "kollegium.demo.mailbox.MailboxBackend"

# --- server and worker ---------------------------------------------------------------------------
# How long a page may wait for one answer of the database; 0 waits for ever. Worker and commands always do.
STATEMENT_SECONDS = environment.number("KOLLEGIUM_STATEMENT_SECONDS", 20)
WEB_PROCESSES = environment.number("KOLLEGIUM_WEB_PROCESSES", 2, lowest=1)
WEB_THREADS = environment.number("KOLLEGIUM_WEB_THREADS", 4, lowest=1)
WORKER_THREADS = environment.number("KOLLEGIUM_WORKER_THREADS", 2, lowest=1)
SEAL_LOG = Path(environment.text("KOLLEGIUM_SEAL_LOG", str(DATA / "log" / "seals.jsonl"))).resolve()
LOG_LEVEL = environment.choice("KOLLEGIUM_LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "filters": {"veiled": {"()": "kollegium.config.veiling.VeiledLinks"}},
    "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["veiled"]}},
    "root": {"handlers": ["stream"], "level": "WARNING"},
    "loggers": {
        "kollegium": {"level": LOG_LEVEL},
        "django": {"handlers": ["stream"], "level": "WARNING", "propagate": False},
    },
}
