"""The benchmark's arguments and figures; never how fast anything is."""

import json
import os

import pytest
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from bench import timing
from bench.__main__ import Measured, as_json, p95, parser, table
from bench.bare import bare
from bench.client import chosen_value, field_value
from bench.operations import OPERATIONS
from bench.server import memory
from kollegium.organisations.models import Region
from tests import people


def figure(size: str = "national", median: float = 20.0, **others: object) -> Measured:
    values: dict[str, object] = {
        "set": size,
        "operation": "open a review",
        "clients": 1,
        "median": median,
        "p95": 31.0,
        "cpu": 15.0,
        "database": 5.0,
        "queries": 13,
        "bytes": 120_000,
        "bare_median": 8.0,
        "bare_p95": 9.0,
        "goal": 25.0,
    }
    return Measured(**{**values, **others})  # type: ignore[arg-type]


def test_sets_are_chosen_by_name() -> None:
    assert parser().parse_args([]).sets == ("small", "national")
    assert parser().parse_args(["--sets", "region"]).sets == ("region",)


def test_unknown_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["--sets", "small,galaxy"])

    assert "galaxy is none of small, region, national" in capsys.readouterr().err


def test_every_operation_of_the_goals_is_measured() -> None:
    goals = {item.name: item.goal.alone for item in OPERATIONS if item.goal.alone}

    assert goals == {
        "review": 25,
        "save": 12,
        "text": 12,
        "judgement": 25,
        "verdict": 12,
        "list": 12,
        "search": 25,
        "pdf": 300,
        "docx": 200,
        "board": 60,
    }


def test_figures_are_plain_values_with_the_ratio_to_the_bare_view() -> None:
    written = json.loads(json.dumps(as_json([figure()], {"national": {"web": 90.0}}, [])))

    [row] = written["operations"]
    assert row["bare_ratio"] == 2.5
    assert set(row) >= {"set", "operation", "clients", "median", "p95", "queries", "bytes", "bare_median"}
    assert written["memory_mb"] == {"national": {"web": 90.0}}


def test_table_sets_the_national_set_beside_the_small_one() -> None:
    lines = table(
        [figure("small", 16.0), figure("national", 20.0)], {"small": {"web": 90.4}}, []
    ).splitlines()

    assert lines[2].split()[-2:] == ["1.25", "25"]
    assert lines[3] == "memory in MB, small: web 90"


@pytest.mark.parametrize(("count", "expected"), [(1, 0), (20, 19), (100, 95)])
def test_p95_is_the_time_that_nineteen_of_twenty_stay_under(count: int, expected: int) -> None:
    assert p95(list(range(count))) == expected


def test_values_of_a_form_are_read_from_its_page() -> None:
    page = (
        b'<input name="version" value="3"><select name="kind"><option value="a"><option value="b" selected>'
    )

    assert (field_value(page, "version"), chosen_value(page + b"</select>", "kind")) == ("3", "b")
    assert (field_value(page, "none"), chosen_value(page, "none")) == ("", "")


@pytest.mark.django_db
def test_bare_view_gives_the_rows_of_what_a_request_ran(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timing, "KEPT", {})
    monkeypatch.setattr("bench.bare.KEPT", timing.KEPT)
    people.make_region("Region Norrdal")

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(list(Region.objects.values_list("name"))))

    request = RequestFactory().get("/", headers={timing.KEEP_HEADER: "regions"})
    response = timing.TimingMiddleware(page)(request)
    answer = json.loads(bare(request, "regions").content)

    assert 'desc="1"' in response["Server-Timing"]
    assert answer == [[["Region Norrdal"]]]


@pytest.mark.django_db(transaction=True)
def test_bare_view_of_a_write_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    region = people.make_region("Region Norrdal")
    statement = timing.Ran(
        "UPDATE organisations_region SET name = %s WHERE id = %s", ("Annat", region.pk), is_prepared=False
    )
    monkeypatch.setattr("bench.bare.KEPT", {"rename": [statement]})

    answer = json.loads(bare(RequestFactory().get("/"), "rename").content)

    region.refresh_from_db()
    assert (answer, region.name) == ([1], "Region Norrdal")
    assert not connection.in_atomic_block


def test_bare_view_of_nothing_is_not_found() -> None:
    with pytest.raises(Http404):
        bare(RequestFactory().get("/"), "nothing")


def test_memory_of_a_process_is_more_than_nothing_and_of_none_is_nothing() -> None:
    assert memory(os.getpid()) > 1
    assert memory(2**22 + 1) == 0
