"""What changed since somebody was last here: remembered for each person and role, told in words, asked for apart."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kollegium.accounts.actions import PeopleRefused, assign_role, note_look
from kollegium.accounts.models import Assignment, Look
from kollegium.accounts.queries import actor_of_person
from kollegium.domain.changes import LastLook
from kollegium.domain.roles import Role
from kollegium.home import wording
from kollegium.organisations.models import Unit
from tests import people
from tests.home.test_changes import regrade
from tests.reviews.builders import make_review

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def unit(db: None) -> Unit:
    return people.make_unit()


def test_look_is_remembered_for_the_person_alone(unit) -> None:
    head, other = (people.make_actor(Role.HEAD_OF_UNIT, unit, name) for name in ("Hanna Ett", "Hanna Två"))

    note_look(now=NOW, by=head)

    assert note_look(now=NOW + HOUR, by=head) == LastLook(NOW + HOUR, NOW)
    assert note_look(now=NOW + HOUR, by=other) == LastLook(NOW + HOUR)
    assert Look.objects.count() == 2


def test_each_role_remembers_for_itself(unit) -> None:
    person = people.make_person("Hanna Prov", Role.HEAD_OF_UNIT, unit)
    assign_role(
        person=person,
        role=Role.TRAINEE,
        at=unit,
        valid_from=people.TODAY,
        valid_until=None,
        by=people.SYSTEM,
    )
    hat_id = Assignment.objects.filter(person=person, role=Role.TRAINEE).get().pk
    with_all, as_trainee = (actor_of_person(person, as_of=people.TODAY, hat_id=hat) for hat in (None, hat_id))

    note_look(now=NOW, by=with_all)

    assert note_look(now=NOW + HOUR, by=as_trainee) == LastLook(NOW + HOUR)
    assert note_look(now=NOW + HOUR, by=with_all) == LastLook(NOW + HOUR, NOW)


def test_look_again_at_once_writes_nothing(unit) -> None:
    head = people.make_actor(Role.HEAD_OF_UNIT, unit)
    note_look(now=NOW, by=head)

    with CaptureQueriesContext(connection) as run:
        note_look(now=NOW + timedelta(minutes=4), by=head)

    assert len(run) == 1


def test_system_does_not_look(db: None) -> None:
    with pytest.raises(PeopleRefused):
        note_look(now=NOW, by=people.SYSTEM)


def test_part_of_the_start_page_shows_what_came_since_the_visit_before(unit) -> None:
    office = people.make_actor(Role.REVIEW_OFFICE, name="Karin Kansli")
    head = people.make_person("Hanna Chef", Role.HEAD_OF_UNIT, unit)
    client, now = people.client_of(head), timezone.now()
    assert "första gången" in client.get("/changes/new/").content.decode()
    Look.objects.update(at=now - 3 * HOUR)
    regrade(make_review(unit), office, now=now - 4 * HOUR, reason="gammalt skäl")
    regrade(make_review(unit), office, now=now - 2 * HOUR, reason="nytt skäl")

    part, again = (client.get("/changes/new/").content.decode() for _ in range(2))

    for page in (part, again, client.get("/changes/").content.decode()):
        assert "nytt skäl" in page
        assert "gammalt skäl" not in page
        assert "Du var här senast" in page
    assert "gammalt skäl" in client.get("/changes/?days=14").content.decode()


def test_start_page_asks_for_the_changes_apart(unit) -> None:
    head = people.make_person("Hanna Chef", Role.HEAD_OF_UNIT, unit)

    page = people.client_of(head).get("/").content.decode()

    assert 'hx-get="/changes/new/"' in page
    assert '<a href="/changes/">' in page
    assert Look.objects.count() == 0


def test_visitor_is_sent_to_the_log_in(client, db: None) -> None:
    assert client.get("/changes/new/").headers["Location"].startswith("/login/")
    assert client.post("/changes/new/").status_code in (302, 405)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (None, "Du är här för första gången, så de senaste 14 dagarna visas."),
        (datetime(2026, 3, 2, 8, 5, tzinfo=UTC), "Du var här senast i dag kl. 09:05."),
        (datetime(2026, 3, 1, 23, 30, tzinfo=UTC), "Du var här senast i dag kl. 00:30."),
        (datetime(2026, 3, 1, 8, 5, tzinfo=UTC), "Du var här senast i går kl. 09:05."),
        (datetime(2026, 2, 24, 13, 10, tzinfo=UTC), "Du var här senast i tisdags kl. 14:10."),
        (datetime(2026, 2, 23, 13, 10, tzinfo=UTC), "Du var här senast den 23 februari 2026."),
        (
            datetime(2025, 2, 23, 13, 10, tzinfo=UTC),
            "Du var här senast den 23 februari 2025; de senaste 90 dagarna visas.",
        ),
    ],
    ids=["never", "today", "after-midnight", "yesterday", "this-week", "a-week-ago", "a-year-ago"],
)
def test_last_visit_is_told_in_words(before: datetime | None, sentence: str) -> None:
    assert wording.looked(LastLook(NOW, before), now=NOW) == sentence
