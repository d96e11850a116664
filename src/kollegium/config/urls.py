"""Every address of the program: each capability brings its own, joined here."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from kollegium.config import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.live, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("i18n/", include("django.conf.urls.i18n")),
]
for _capability in (
    "home",
    "accounts",
    "organisations",
    "reviews",
    "report_import",
    "comparison",
    "files",
    "ui",
    "demo",
):
    if find_spec(f"kollegium.{_capability}") and find_spec(f"kollegium.{_capability}.urls"):
        urlpatterns.append(path("", include(f"kollegium.{_capability}.urls")))

handler500 = "kollegium.config.outage.fault"
