"""The pages of the import exist for those who may import, and a file for the one who brought it."""

from collections.abc import Callable

import pytest
from django.test import Client

from kollegium.domain.roles import Role
from kollegium.report_import.models import FieldDecision, ProposalState
from tests.people import make_region, make_unit
from tests.report_import.reports import bring_and_read, make_director

pytestmark = pytest.mark.django_db

LogIn = Callable[..., Client]

PAGES = (
    "/import/", "/import/batches/{batch}/", "/import/batches/{batch}/next/", "/import/{proposal}/",
    "/import/{proposal}/original/", "/import/{proposal}/unit/", "/import/{proposal}/check/",
    "/import/{proposal}/take-back/", "/import/{proposal}/readings/",
)  # fmt: skip
POSTS = (
    "save",
    "doubt",
    "plan",
    "presence",
    "unit",
    "check",
    "discard",
    "reopen",
    "take-back",
    "readings",
    "read-again",
)


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.HEAD_OF_UNIT, Role.MAIN_SUPERVISOR])
@pytest.mark.parametrize("page", PAGES)
def test_who_may_import_nowhere_finds_no_page(log_in: LogIn, role: Role, page: str) -> None:
    proposal = bring_and_read(make_director(make_region()))
    client = log_in(role, make_unit())

    answer = client.get(page.format(batch=proposal.batch_id, proposal=proposal.pk))

    assert answer.status_code == 404
    assert "Strandkulla" not in answer.content.decode()


@pytest.mark.parametrize("page", PAGES[1:])
def test_another_directors_file_is_as_if_it_were_not(log_in: LogIn, page: str) -> None:
    proposal = bring_and_read(make_director(make_region()))
    client = log_in(Role.DIRECTOR_OF_TRAINING, make_region(), "Dag Andre")

    theirs = client.get(page.format(batch=proposal.batch_id, proposal=proposal.pk))
    nobodys = client.get(page.format(batch=999_999, proposal=999_999))

    assert (theirs.status_code, nobodys.status_code) == (404, 404)


@pytest.mark.parametrize("address", POSTS)
def test_another_directors_file_cannot_be_changed(log_in: LogIn, address: str) -> None:
    proposal = bring_and_read(make_director(make_region()))
    client = log_in(Role.DIRECTOR_OF_TRAINING, make_region(), "Dag Andre")

    answer = client.post(
        f"/import/{proposal.pk}/{address}/", {"t:areas.A.narrative": "0.x", "f:areas.A.narrative": "x"}
    )

    proposal.refresh_from_db()
    assert (answer.status_code, proposal.state, FieldDecision.objects.count()) == (
        404,
        ProposalState.PROPOSED,
        0,
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_is_asked_to_log_in(client: Client, page: str) -> None:
    answer = client.get(page.format(batch=1, proposal=1))

    assert (answer.status_code, answer.headers["Location"].startswith("/login/")) == (302, True)


@pytest.mark.parametrize("address", ["save", "doubt", "plan", "presence", "discard", "reopen", "read-again"])
def test_what_changes_is_only_posted(director: Client, address: str) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    assert director.get(f"/import/{proposal.pk}/{address}/").status_code == 405
