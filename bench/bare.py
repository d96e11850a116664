"""The program's addresses, and beside them the bare view: the same SQL as a page, its rows as JSON, no template.

And two pages that hold nothing, to tell what every page costs.
"""

import json
from contextlib import nullcontext

from django.contrib.auth.decorators import login_required
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from bench.timing import KEPT
from kollegium.ui.statements import prepared_cursor


def bare(request: HttpRequest, name: str) -> HttpResponse:
    """Run the statements that an operation ran in this process, and give every row they give.

    What a write did is undone: its bare view does everything but the last commit.
    """
    if name not in KEPT:
        raise Http404
    statements = KEPT[name]
    writes = any(not ran.sql.lstrip("( ").upper().startswith("SELECT") for ran in statements)
    answers = []
    with transaction.atomic() if writes else nullcontext():
        for ran in statements:
            with prepared_cursor() if ran.is_prepared else connection.cursor() as cursor:
                cursor.execute(ran.sql, ran.params)
                answers.append(cursor.fetchall() if cursor.description else cursor.rowcount)
        if writes:
            # What stands stays as it is, or the next real save would find another version than its own.
            transaction.set_rollback(True)
    return HttpResponse(json.dumps(answers, default=str), content_type="application/json")


@login_required
def empty(request: HttpRequest) -> HttpResponse:
    """Answer nothing to somebody who is logged in and whose roles are known."""
    return HttpResponse(request.actor.capacity)  # type: ignore[attr-defined]


@login_required
def frame(request: HttpRequest) -> HttpResponse:
    """Give a page that has a header, a foot and nothing between."""
    return render(request, "ui/base.html")


urlpatterns = [
    path("bench/empty/", empty),
    path("bench/frame/", frame),
    path("bench/bare/<str:name>/", bare),
    path("", include("kollegium.config.urls")),
]
handler500 = "kollegium.config.outage.fault"
