"""The program's addresses, and beside them the bare view: the same SQL as a page, its rows as JSON, no template."""

import json
from contextlib import nullcontext

from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path

from bench.timing import KEPT


def bare(request: HttpRequest, name: str) -> HttpResponse:
    """Run the statements that an operation ran in this process, and give every row they give.

    What a write did is undone: its bare view does everything but the last commit.
    """
    if name not in KEPT:
        raise Http404
    statements = KEPT[name]
    writes = any(not sql.lstrip("( ").upper().startswith("SELECT") for sql, _ in statements)
    answers = []
    with transaction.atomic() if writes else nullcontext(), connection.cursor() as cursor:
        for sql, params in statements:
            cursor.execute(sql, params)
            answers.append(cursor.fetchall() if cursor.description else cursor.rowcount)
        if writes:
            # What stands stays as it is, or the next real save would find another version than its own.
            transaction.set_rollback(True)
    return HttpResponse(json.dumps(answers, default=str), content_type="application/json")


urlpatterns = [
    path("bench/bare/<str:name>/", bare),
    path("", include("kollegium.config.urls")),
]
handler500 = "kollegium.config.outage.fault"
