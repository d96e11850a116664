"""Absences and deputies: rights from the first day to the last and no longer, who may arrange them, what is refused."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.actions import (
    DeputyValues,
    PeopleRefused,
    arrange_deputy,
    assign_role,
    end_deputyship,
    end_role,
    erase_person,
)
from kollegium.accounts.models import Account, Assignment, Deputyship, Person
from kollegium.accounts.queries import actor_of_person
from kollegium.domain.roles import ROLES, ROLES_WITH_DEPUTIES, Permission, Role
from kollegium.organisations.actions import close_unit
from kollegium.organisations.history import history_of
from kollegium.organisations.models import Unit
from kollegium.trail.tracking import recording
from tests import people

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = timedelta(days=1)
FIRST, LAST = TODAY + 5 * DAY, TODAY + 9 * DAY
ADD = "/me/deputies/add/"


@pytest.fixture
def hedda() -> Person:
    """A head of unit who can log in."""
    person = people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, people.make_unit())
    people.make_account(person, "hedda@exempel.se")
    return person


@pytest.fixture
def dan() -> Person:
    """A supervisor at the same unit who can log in."""
    person = people.make_person("Dan Ek", Role.MAIN_SUPERVISOR, Unit.objects.first() or people.make_unit())
    people.make_account(person, "dan@exempel.se")
    return person


def role_of(person: Person) -> Assignment:
    return Assignment.objects.get(person=person)


def arranged(
    holder: Person,
    deputy: Person | None,
    first: date = FIRST,
    last: date | None = LAST,
    *,
    is_standing: bool = False,
    by: Person | None = None,
) -> Deputyship:
    values = DeputyValues(role_of(holder).pk, deputy.pk if deputy else None, first, last, is_standing, "")
    return arrange_deputy(values=values, as_of=TODAY, by=people.actor_today(by or holder))


def refused_code(act: Callable[[], object]) -> str | None:
    try:
        act()
    except PeopleRefused as refused:
        return refused.code
    return None


def may_report(person: Person, day: date) -> bool:
    actor = actor_of_person(person, as_of=day)
    return actor.may(Permission.REPORT_PROGRESS, Unit.objects.get().place)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(FIRST - DAY, False), (FIRST, True), (LAST, True), (LAST + DAY, False)],
    ids=["day before", "first", "last", "day after"],
)
def test_deputy_has_the_rights_during_the_absence_and_no_longer(
    hedda: Person, dan: Person, day: date, expected: bool
) -> None:
    arranged(hedda, dan)

    assert may_report(dan, day) is expected
    assert may_report(hedda, day) is True


def test_standing_deputy_has_them_until_it_is_ended(hedda: Person, dan: Person) -> None:
    standing = arranged(hedda, dan, TODAY, None, is_standing=True)
    in_ten_years = TODAY + 3650 * DAY
    before = (may_report(dan, TODAY), may_report(dan, in_ten_years))

    end_deputyship(deputyship_id=standing.pk, last_day=TODAY, as_of=TODAY, by=people.actor_today(hedda))

    assert (*before, may_report(dan, TODAY), may_report(dan, TODAY + DAY)) == (True, True, True, False)


def test_rights_end_with_the_role_that_ends_during_the_absence(hedda: Person, dan: Person) -> None:
    arranged(hedda, dan)
    end_role(assignment_id=role_of(hedda).pk, last_day=FIRST + DAY, as_of=TODAY, by=people.SYSTEM)

    assert [may_report(dan, day) for day in (FIRST, FIRST + DAY, FIRST + 2 * DAY)] == [True, True, False]


def test_role_taken_away_before_it_began_takes_its_deputies_along(dan: Person) -> None:
    unit = Unit.objects.get()
    coming = people.make_person("Kommande Chef", Role.HEAD_OF_UNIT, unit, since=FIRST)
    arranged(coming, dan, by=coming)

    end_role(assignment_id=role_of(coming).pk, last_day=TODAY, as_of=TODAY, by=people.SYSTEM)

    assert not Deputyship.objects.exists()
    assert may_report(dan, FIRST) is False


def test_there_is_no_chain_of_deputies(hedda: Person, dan: Person) -> None:
    other = people.make_person("Olle Chef", Role.HEAD_OF_UNIT, people.make_unit("Grannen"))
    people.make_account(other)
    arranged(hedda, other)
    arranged(other, dan, FIRST, LAST)

    held = actor_of_person(dan, as_of=FIRST).held_roles

    assert [(item.role, item.for_person_id) for item in held] == [
        (Role.MAIN_SUPERVISOR, None),
        (Role.HEAD_OF_UNIT, other.pk),
    ]
    assert (
        refused_code(
            lambda: arrange_deputy(
                values=DeputyValues(role_of(hedda).pk, dan.pk, LAST + DAY, LAST + DAY),
                as_of=TODAY,
                by=actor_of_person(other, as_of=FIRST),
            )
        )
        == "not-allowed"
    )


def test_held_role_says_for_whom(hedda: Person, dan: Person) -> None:
    arranged(hedda, dan)

    actor = actor_of_person(dan, as_of=FIRST)

    assert actor.deputy_for == (hedda.pk,)
    assert actor_of_person(hedda, as_of=FIRST).deputy_for == ()


@pytest.mark.parametrize(
    ("first", "last", "is_standing", "code"),
    [
        pytest.param(TODAY, TODAY, False, None, id="today alone"),
        pytest.param(TODAY - DAY, TODAY, False, "starts-before-today", id="from yesterday"),
        pytest.param(LAST, FIRST, False, "ends-before-start", id="backwards"),
        pytest.param(FIRST, None, False, "end-missing", id="absence without end"),
        pytest.param(FIRST, None, True, None, id="standing without end"),
    ],
)
def test_days(
    hedda: Person, dan: Person, first: date, last: date | None, is_standing: bool, code: str | None
) -> None:
    assert refused_code(lambda: arranged(hedda, dan, first, last, is_standing=is_standing)) == code


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        pytest.param(FIRST - DAY, FIRST - DAY, None, id="ends the day before"),
        pytest.param(FIRST - DAY, FIRST, "absence-overlaps", id="ends on its first day"),
        pytest.param(LAST, LAST + DAY, "absence-overlaps", id="begins on its last day"),
        pytest.param(LAST + DAY, LAST + DAY, None, id="begins the day after"),
    ],
)
def test_two_absences_share_no_day(
    hedda: Person, dan: Person, first: date, last: date, code: str | None
) -> None:
    arranged(hedda, dan)

    assert refused_code(lambda: arranged(hedda, None, first, last)) == code


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        pytest.param(FIRST, LAST, None, id="to the last day of the role"),
        pytest.param(FIRST, LAST + DAY, "beyond-role", id="a day longer"),
        pytest.param(FIRST, None, "beyond-role", id="for ever"),
    ],
)
def test_absence_lies_within_the_role(
    hedda: Person, dan: Person, first: date, last: date | None, code: str | None
) -> None:
    Assignment.objects.filter(person=hedda).update(valid_until=LAST)

    assert refused_code(lambda: arranged(hedda, dan, first, last, is_standing=True)) == code


def test_nobody_stands_in_for_themselves_without_a_log_in_or_while_away(hedda: Person, dan: Person) -> None:
    people.make_person("Utan Inloggning")
    closed = people.make_person("Stängd")
    Account.objects.filter(pk=people.make_account(closed).pk).update(is_active=False)
    other = people.make_person("Olle Chef", Role.HEAD_OF_UNIT, people.make_unit("Grannen"))
    people.make_account(other)
    arranged(other, None, LAST, LAST + DAY)
    candidates = [hedda, Person.objects.get(name="Utan Inloggning"), closed, other]

    codes = [refused_code(lambda one=one: arranged(hedda, one)) for one in candidates]

    assert codes == ["deputy-is-self", "deputy-without-log-in", "deputy-without-log-in", "deputy-absent"]
    assert refused_code(lambda: arranged(hedda, other, FIRST, LAST - DAY)) is None


def test_standing_deputy_must_be_named_and_once(hedda: Person, dan: Person) -> None:
    arranged(hedda, dan, TODAY, None, is_standing=True)

    assert refused_code(lambda: arranged(hedda, None, TODAY, None, is_standing=True)) == "deputy-missing"
    assert refused_code(lambda: arranged(hedda, dan, FIRST, LAST, is_standing=True)) == "deputy-already"


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_only_some_roles_have_deputies(dan: Person, role: Role) -> None:
    unit = Unit.objects.get()
    kinds = {
        "unit": unit,
        "care_provider": unit.care_provider,
        "region": unit.region,
        "specialty": people.make_specialty(),
        "national": None,
    }
    place = next(kinds[reach] for reach in kinds if _can_be_held(role, reach))
    holder = people.make_person("Någon", role, place)

    code = refused_code(lambda: arranged(holder, dan))

    assert code == (None if role in ROLES_WITH_DEPUTIES else "role-without-deputies")


def _can_be_held(role: Role, reach: str) -> bool:
    return reach in {one.value for one in ROLES[role].reaches}


def test_who_may_arrange_is_oneself_and_who_gives_the_role(hedda: Person, dan: Person) -> None:
    ada = people.make_person("Ada Admin", Role.ADMINISTRATOR)
    rut = people.make_person("Rut Region", Role.ADMINISTRATOR, people.make_region())
    elsewhere = people.make_person("Eva", Role.ADMINISTRATOR, people.make_region("Region Söderdal", "98"))
    colleague = people.make_person("Kollega", Role.HEAD_OF_UNIT, people.make_unit("Grannen"))

    codes = {}
    for number, person in enumerate((hedda, ada, rut, elsewhere, colleague, dan)):
        day = FIRST + number * DAY
        codes[person.name] = refused_code(
            lambda person=person, day=day: arranged(hedda, dan, day, day, by=person)
        )

    assert codes == {
        "Hedda Chef": None,
        "Ada Admin": None,
        "Rut Region": None,
        "Eva": "not-allowed",
        "Kollega": "not-allowed",
        "Dan Ek": "not-allowed",
    }


def test_database_keeps_overlaps_out_whoever_writes(hedda: Person, dan: Person) -> None:
    arranged(hedda, dan)
    role = role_of(hedda)
    rows = [
        Deputyship(assignment=role, deputy=dan, valid_from=LAST, valid_until=LAST),
        Deputyship(assignment=role, deputy=dan, valid_from=LAST + DAY, valid_until=None),
        Deputyship(assignment=role, deputy=None, valid_from=FIRST, valid_until=None, is_standing=True),
    ]
    for row in rows:
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()

    Deputyship.objects.create(assignment=role, deputy=dan, valid_from=LAST + DAY, valid_until=LAST + DAY)
    assert Deputyship.objects.count() == 2


def test_absence_is_ended_earlier_but_not_later_and_taken_away_before_it_began(
    hedda: Person, dan: Person
) -> None:
    first = arranged(hedda, dan)
    actor = people.actor_today(hedda)

    def end(last_day: date) -> Deputyship | None:
        return end_deputyship(deputyship_id=first.pk, last_day=last_day, as_of=TODAY, by=actor)

    assert refused_code(lambda: end(LAST + DAY)) == "ends-later"
    assert refused_code(lambda: end(TODAY - 2 * DAY)) == "ends-before-today"
    assert end(FIRST) is not None
    assert (may_report(dan, FIRST), may_report(dan, FIRST + DAY)) == (True, False)
    assert end(TODAY) is None
    assert may_report(dan, FIRST) is False
    assert refused_code(lambda: end(TODAY)) == "deputyship-has-ended"


def test_what_a_deputy_does_is_told_as_done_for_another(hedda: Person, dan: Person) -> None:
    unit = Unit.objects.get()
    arranged(hedda, dan, TODAY, LAST)

    with recording(by=people.actor_today(dan), action="tests.move"):
        Unit.objects.filter(pk=unit.pk).update(site="Granåsen")
    with recording(by=people.actor_today(hedda), action="tests.move"):
        Unit.objects.filter(pk=unit.pk).update(site="Björkbacken")

    who = [entry.who for entry in history_of(Unit.objects.get())][:2]
    assert who == ["Hedda Chef", "Dan Ek (ställföreträdare för Hedda Chef)"]


def test_erased_deputy_stands_in_no_longer_and_leaves_no_name(hedda: Person, dan: Person) -> None:
    unit = Unit.objects.get()
    arranged(hedda, dan, TODAY, LAST)
    arranged(hedda, dan, LAST + DAY, LAST + DAY)
    with recording(by=people.actor_today(dan), action="tests.move"):
        Unit.objects.filter(pk=unit.pk).update(site="Granåsen")

    erase_person(person_id=dan.pk, as_of=TODAY + DAY, by=people.SYSTEM)

    assert [may_report(dan, day) for day in (TODAY, TODAY + DAY, LAST + DAY)] == [True, False, False]
    assert (
        history_of(Unit.objects.get())[0].who
        == "En person som har raderats (ställföreträdare för Hedda Chef)"
    )


def test_one_registers_ones_own_absence_and_both_see_it(hedda: Person, dan: Person) -> None:
    client = people.client_of(hedda)
    typed = {
        "assignment": role_of(hedda).pk,
        "kind": "absence",
        "deputy_words": "dan ek",
        "reason": "holiday",
    }
    typed |= {"valid_from": TODAY.isoformat(), "valid_until": LAST.isoformat()}

    found = client.post(ADD, typed | {"find": "1"})
    saved = client.post(ADD, typed | {"deputy": dan.pk})

    assert "Dan Ek" in found.content.decode()
    assert not found.context["form"].is_bound
    assert saved.headers["Location"] == "/me/"
    own = client.get("/me/").context
    theirs = people.client_of(dan).get("/me/").context
    assert [row["words"] for row in own["deputies"]] == ["Hedda Chef är borta, Dan Ek är ställföreträdare"]
    assert own["deputies"][0]["end_url"] != ""
    assert [row["role"] for row in theirs["deputy_roles"]] == [
        "Verksamhetschef (ställföreträdare för Hedda Chef)"
    ]
    assert theirs["deputies"][0]["end_url"] == ""
    assert "Hedda Chef är borta, " in own["history"][0].sentence
    assert own["history"][0].sentence.endswith("Dan Ek är ställföreträdare.")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"valid_from": "igår"}, "valid_from"),
        ({"valid_from": "2020-01-01"}, "valid_from"),
        ({"valid_until": ""}, "valid_until"),
        ({"assignment": "999999"}, "assignment"),
        ({"deputy_words": "ingen alls"}, "deputy_words"),
        ({"deputy": "999999"}, "deputy_words"),
        ({"kind": "standing", "deputy_words": "", "deputy": ""}, "deputy_words"),
    ],
    ids=["no date", "past", "no end", "role of another", "nobody", "unknown deputy", "standing without"],
)
def test_bad_input_is_told_at_the_field(
    hedda: Person, dan: Person, typed: dict[str, str], field: str
) -> None:
    good = {
        "assignment": str(role_of(hedda).pk),
        "kind": "absence",
        "deputy_words": "dan",
        "deputy": str(dan.pk),
        "valid_from": FIRST.isoformat(),
        "valid_until": LAST.isoformat(),
    }

    answer = people.client_of(hedda).post(ADD, good | typed)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Deputyship.objects.exists()


def test_who_has_no_such_role_has_no_page(hedda: Person, dan: Person) -> None:
    made = arranged(hedda, None)
    client = people.client_of(dan)

    answers = [
        client.get(ADD),
        client.get(reverse("accounts:deputy_of", args=[hedda.pk])),
        client.post(reverse("accounts:deputyship_end", args=[made.pk]), {"last_day": TODAY.isoformat()}),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert Deputyship.objects.exists()


def test_deputy_elsewhere_is_found_by_the_whole_address_alone(hedda: Person) -> None:
    stranger = people.make_person("Dagmar Annanstans", Role.TRAINEE, people.make_unit("Grannen"))
    people.make_account(stranger, "dagmar@annan.se")
    client = people.client_of(hedda)

    pages = [
        client.post(ADD, {"deputy_words": words, "find": "1"}).context["form"].found
        for words in ("dagmar", "dagmar@annan", "Dagmar@annan.se")
    ]

    assert [[row["name"] for row in found] for found in pages] == [[], [], ["Dagmar Annanstans"]]


def test_two_of_one_name_are_told_apart_by_role_and_unit_and_no_address_is_shown(hedda: Person) -> None:
    unit, far = Unit.objects.get(), people.make_unit("Grannen")
    for email, role, at in (
        ("ett@exempel.se", Role.MAIN_SUPERVISOR, unit),
        ("två@exempel.se", Role.TRAINEE, unit),
    ):
        twin = people.make_person("Bo Ek", role, at)
        people.make_account(twin, email)
        Person.objects.filter(pk=twin.pk).update(email=email)
    assign_role(person=twin, role=Role.TRAINEE, at=far, valid_from=FIRST, by=people.SYSTEM)

    found = people.client_of(hedda).post(ADD, {"deputy_words": "bo ek", "find": "1"})

    here = "Tallbackens hälsocentral"
    assert [label for _value, label in found.context["form"].fields["deputy"].choices] == [
        f"Bo Ek – Huvudansvarig handledare, {here}",
        f"Bo Ek – ST-läkare, {here}",
    ]
    page = found.content.decode()
    assert [email for email in ("ett@exempel.se", "två@exempel.se", "Grannen") if email in page] == []


def test_administrator_sees_deputies_on_the_persons_page_and_among_the_rights(
    hedda: Person, dan: Person
) -> None:
    ada = people.make_person("Ada Admin", Role.ADMINISTRATOR)
    arranged(hedda, dan, TODAY, LAST)
    client = people.client_of(ada)

    page = client.get(reverse("accounts:person", args=[dan.pk])).content.decode()
    rights = client.get(reverse("accounts:rights"), {"permission": "report_progress"}).context
    unit = Unit.objects.get()
    at_unit = client.get(
        reverse("accounts:rights"), {"at": f"unit:{unit.pk}", "role": "head_of_unit"}
    ).context
    file = client.get(reverse("accounts:rights_export")).content.decode("utf-8-sig")

    assert "Verksamhetschef (ställföreträdare för Hedda Chef)" in page
    for context in (rights, at_unit):
        assert [(row["name"], row["role"], row["given_by"]) for row in context["deputies"]] == [
            ("Dan Ek", "Verksamhetschef (ställföreträdare för Hedda Chef)", "Hedda Chef")
        ]
    assert "Dan Ek;Verksamhetschef (ställföreträdare för Hedda Chef);Tallbackens hälsocentral;" in file


def test_who_is_away_is_reminded_of_those_they_stand_in_for(hedda: Person, dan: Person) -> None:
    other = people.make_person("Olle Chef", Role.HEAD_OF_UNIT, people.make_unit("Grannen"))
    people.make_account(other)
    arranged(other, hedda)
    typed = {"assignment": role_of(hedda).pk, "kind": "absence", "deputy_words": "dan ek"}
    typed |= {"valid_from": FIRST.isoformat(), "valid_until": LAST.isoformat()}

    answer = people.client_of(hedda).post(ADD, typed, follow=True)

    assert "Hedda Chef är ställföreträdare för Olle Chef." in answer.content.decode()


def test_actor_costs_one_query_whatever_is_held(hedda: Person, dan: Person) -> None:
    counts = []
    for number in range(3):
        with CaptureQueriesContext(connection) as captured:
            actor_of_person(dan, as_of=TODAY)
        counts.append(len(captured))
        other = people.make_person(f"Chef {number}", Role.HEAD_OF_UNIT, people.make_unit(f"Enhet {number}"))
        arranged(other, dan, TODAY, None, is_standing=True)

    assert counts == [1, 1, 1]
    assert len(people.actor_today(dan).held_roles) == 4


def test_closed_unit_keeps_its_deputies_as_it_keeps_its_roles(hedda: Person, dan: Person) -> None:
    arranged(hedda, dan)
    unit = Unit.objects.get()

    close_unit(unit_id=unit.pk, closed_on=TODAY, expected_version=unit.version, by=people.SYSTEM)

    assert may_report(dan, FIRST) == may_report(hedda, FIRST)
