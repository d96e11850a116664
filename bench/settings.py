"""The program's own settings, with the clock around every request and the bare views added."""

from kollegium.config.settings import *  # noqa: F403
from kollegium.config.settings import MIDDLEWARE as _MIDDLEWARE

ROOT_URLCONF = "bench.bare"
MIDDLEWARE = ["bench.timing.TimingMiddleware", *_MIDDLEWARE]
