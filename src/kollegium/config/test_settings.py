"""Settings of the tests: a server without safety against power cuts, quick log-in, mail kept in memory."""

from __future__ import annotations

import os
from pathlib import Path

os.environ["KOLLEGIUM_MODE"] = "test"
os.environ.setdefault("KOLLEGIUM_DATABASE_ROLE", "owner")
os.environ.setdefault("KOLLEGIUM_DATA", str(Path(__file__).resolve().parents[3] / "var" / "test"))

from kollegium.config.settings import *  # noqa: F403 - the environment must be set before

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
REQUESTS_PER_MINUTE = 0  # the tests ask a thousand times from one address
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405 - the web server's middleware warns when it is missing
