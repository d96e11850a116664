"""Every address of the program: each capability brings its own, joined here."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from kollegium.accounts.urls import names_for_allauth
from kollegium.config import health

# An address is looked for in this order, so what is asked for most stands first.
CAPABILITIES = (
    "home",
    "reviews",
    "accounts",
    "notifications",
    "organisations",
    "questionnaires",
    "planning",
    "action_plans",
    "report_import",
    "comparison",
    "ui",
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.live, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    *(path("", include(f"kollegium.{capability}.urls")) for capability in CAPABILITIES),
    *names_for_allauth,
]
if not settings.IN_PRODUCTION:
    # The mailbox of the demo shows everybody's mail to everybody.
    urlpatterns.append(path("", include("kollegium.demo.urls")))

handler500 = "kollegium.config.outage.fault"
