"""Administrators add people, change them, give and end roles, close log-ins: who may, and what is kept."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.actions import PeopleRefused, PersonValues, change_person, end_role
from kollegium.accounts.models import Account, Assignment, Person
from kollegium.accounts.queries import find_places, place_by_key, reaches_of
from kollegium.domain.roles import Role
from tests import people

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = timedelta(days=1)


@pytest.fixture
def ada() -> Person:
    """An administrator of the whole country."""
    return people.make_person("Ada Admin", Role.ADMINISTRATOR)


@pytest.fixture
def rut() -> Person:
    """An administrator of one region, beside a region they have nothing to do with."""
    people.make_unit(
        "Söderbergets vårdcentral",
        region=people.make_region("Region Söderdal", "98"),
        provider=people.make_provider("Region Söderdal", people.make_region("Region Söderdal", "98")),
    )
    return people.make_person("Rut Region", Role.ADMINISTRATOR, people.make_region())


def typed(person: Person, **values: object) -> dict[str, object]:
    """What a browser sends from the page of changes, with some values typed anew."""
    stored = {"name": person.name, "email": person.email, "hsa_id": person.hsa_id or "", "language": "sv"}
    remembered = {f"initial-{name}": value for name, value in stored.items()}
    return {**stored, **remembered, "version": person.version, **values}


def role_at(role: Role, key: str, **values: object) -> dict[str, object]:
    """What a browser sends to give a role."""
    return {"role": role.value, "place": key, "valid_from": TODAY.isoformat(), "save": "1", **values}


def names(client: Client, **query: str) -> list[str]:
    return [row["name"] for row in client.get(reverse("accounts:people"), query).context["rows"]]


def test_a_person_is_added_with_a_first_role(ada: Person) -> None:
    unit = people.make_unit()
    data = {"name": " Stina  Läkare ", "email": "Stina@Exempel.se", "hsa_id": "se-1", "language": "en"}

    answer = people.client_of(ada).post(
        reverse("accounts:person_add"), data | role_at(Role.TRAINEE, f"unit:{unit.pk}")
    )

    stina = Person.objects.get(name="Stina Läkare")
    assert answer.headers["Location"] == reverse("accounts:person", args=[stina.pk])
    assert (stina.email, stina.hsa_id, stina.language) == ("stina@exempel.se", "SE-1", "en")
    assert stina.assignments.values_list("role", "unit", "valid_from").get() == ("trainee", unit.pk, TODAY)


def test_place_is_searched_without_script_and_nothing_is_saved_meanwhile(ada: Person) -> None:
    people.make_unit("Grankullens hälsocentral")
    people.make_unit("Tallbackens hälsocentral")
    data = {
        "name": "Stina",
        "role": "trainee",
        "place_words": "gran",
        "find": "1",
        "valid_from": "2026-01-01",
    }

    answer = people.client_of(ada).post(reverse("accounts:person_add"), data)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Grankullens hälsocentral – Region Norrdal" in page
    assert "Tallbackens" not in page
    assert 'value="Stina"' in page
    assert not Person.objects.filter(name="Stina").exists()


def test_the_only_place_found_need_not_be_chosen(ada: Person) -> None:
    unit = people.make_unit("Grankullens hälsocentral")
    person = people.make_person("Stina Läkare")

    people.client_of(ada).post(
        reverse("accounts:role_add", args=[person.pk]), role_at(Role.TRAINEE, "", place_words="gran")
    )

    assert person.assignments.get().unit == unit


@pytest.mark.parametrize("key", ["", "unit:999999", "unit:x", "sol:1", "country", "unit:1'--"])
def test_a_place_that_is_none_gives_no_role(ada: Person, key: str) -> None:
    people.make_unit("Grankullens hälsocentral")
    people.make_unit("Tallbackens hälsocentral")
    person = people.make_person("Stina Läkare")

    answer = people.client_of(ada).post(
        reverse("accounts:role_add", args=[person.pk]), role_at(Role.TRAINEE, key)
    )

    assert (answer.status_code, person.assignments.count()) == (422, 0)


def test_more_than_thirty_units_are_cut_and_regions_are_not(ada: Person) -> None:
    for number in range(32):
        people.make_unit(f"Enhet {number:02}")
        people.make_region(f"Region {number:02}", f"{number:02}")
    actor = people.actor_today(ada)

    units = find_places(actor, "enhet", reaches_of(Role.TRAINEE))
    regions = find_places(actor, "", reaches_of(Role.REGION_OFFICER))

    assert (len(units.places), units.is_cut, units.places[0].name) == (30, True, "Enhet 00")
    assert (len(regions.places), regions.is_cut) == (33, False)
    assert place_by_key(units.places[3].key).name == "Enhet 03"  # type: ignore[union-attr]


def test_known_address_is_asked_about_and_either_answer_is_followed(ada: Person) -> None:
    unit = people.make_unit()
    known = people.make_person("Stina Läkare")
    Person.objects.filter(pk=known.pk).update(email="stina@exempel.se")
    client, url = people.client_of(ada), reverse("accounts:person_add")
    data = {"name": "Stina L", "email": "STINA@exempel.se", "language": "sv"}
    data |= role_at(Role.TRAINEE, f"unit:{unit.pk}")

    asked = client.post(url, data)
    client.post(url, data | {"known": "same"})
    client.post(url, data | {"known": "another"})

    assert asked.status_code == 422
    assert "Är det samma person?" in asked.content.decode()
    assert Person.objects.filter(name="Stina Läkare", assignments__unit=unit).count() == 1
    assert Person.objects.filter(name="Stina L", assignments__unit=unit).count() == 1


def test_two_who_change_at_once_lose_nothing(ada: Person) -> None:
    stina = people.make_person("Stina Lakare")
    client, url = people.client_of(ada), reverse("accounts:person_edit", args=[stina.pk])
    opened_by_both = typed(stina)

    client.post(url, opened_by_both | {"email": "stina@exempel.se", "name": "Stina Läkare"})
    met = client.post(url, opened_by_both | {"name": "Stina Alm", "hsa_id": "SE-2"})

    shown = [(row.label, row.left, row.right, row.differs) for row in met.context["rows"]]
    assert met.status_code == 422
    assert shown == [
        ("Namn", "Stina Läkare", "Stina Alm", True),
        ("E-post", "stina@exempel.se", "stina@exempel.se", False),
        ("HSA-id", "–", "SE-2", True),
        ("Språk", "Svenska", "Svenska", False),
    ]
    assert met.context["written_by"][0].who == "Ada Admin"
    assert Person.objects.get(pk=stina.pk).name == "Stina Läkare"

    again = {
        name: met.context["form"][name].value() for name in ("name", "email", "hsa_id", "language", "version")
    }
    client.post(url, again)

    saved = Person.objects.get(pk=stina.pk)
    assert (saved.name, saved.email, saved.hsa_id) == ("Stina Alm", "stina@exempel.se", "SE-2")


@pytest.mark.parametrize(
    ("values", "field"),
    [({"name": " "}, "name"), ({"email": "ingen adress"}, "email"), ({"hsa_id": "se-9"}, "hsa_id")],
    ids=["no name", "bad address", "HSA-id of another"],
)
def test_bad_changes_are_told_at_the_field_and_change_nothing(
    ada: Person, values: dict[str, object], field: str
) -> None:
    Person.objects.filter(pk=people.make_person("Annan").pk).update(hsa_id="SE-9")
    stina = people.make_person("Stina Läkare")

    answer = people.client_of(ada).post(
        reverse("accounts:person_edit", args=[stina.pk]), typed(stina, **values)
    )

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert Person.objects.get(pk=stina.pk).version == stina.version


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(-2, "refused"), (-1, TODAY - DAY), (0, TODAY), (30, TODAY + 30 * DAY)],
    ids=["day before yesterday", "yesterday", "today", "in a month"],
)
def test_role_ends_from_yesterday_on(ada: Person, offset: int, expected: object) -> None:
    stina = people.make_person("Stina Läkare", Role.TRAINEE, people.make_unit())
    assignment = stina.assignments.get()
    data = {"last_day": (TODAY + offset * DAY).isoformat(), "reason": "finished"}

    answer = people.client_of(ada).post(reverse("accounts:role_end", args=[assignment.pk]), data)

    assignment.refresh_from_db()
    assert answer.status_code == (422 if expected == "refused" else 302)
    assert assignment.valid_until == (None if expected == "refused" else expected)
    assert assignment.end_reason == ("" if expected == "refused" else "finished")


def test_role_that_has_not_begun_is_taken_away_and_stays_in_the_history(ada: Person) -> None:
    stina = people.make_person("Stina Läkare", Role.TRAINEE, people.make_unit(), since=TODAY + DAY)
    client = people.client_of(ada)

    client.post(
        reverse("accounts:role_end", args=[stina.assignments.get().pk]), {"last_day": TODAY.isoformat()}
    )

    history = client.get(reverse("accounts:person", args=[stina.pk])).context["history"]
    assert not stina.assignments.exists()
    assert history[0].sentence == "Tog bort rollen ST-läkare, Tallbackens hälsocentral."
    assert history[0].who == "Ada Admin"


def test_history_says_that_a_role_ended_and_why(ada: Person) -> None:
    stina = people.make_person("Stina Läkare", Role.TRAINEE, people.make_unit())
    end_role(
        assignment_id=stina.assignments.get().pk,
        last_day=TODAY,
        reason="left",
        as_of=TODAY,
        by=people.actor_today(ada),
    )

    entry = people.client_of(ada).get(reverse("accounts:person", args=[stina.pk])).context["history"][0]

    assert entry.sentence == "Avslutade rollen ST-läkare, Tallbackens hälsocentral."
    assert [(change.field, change.after) for change in entry.changes][1] == ("skäl", "Har lämnat tjänsten")


def test_ended_role_is_not_ended_again(ada: Person) -> None:
    stina = people.make_person("Stina", Role.TRAINEE, people.make_unit(), until=TODAY - DAY)
    assignment = stina.assignments.get()

    with pytest.raises(PeopleRefused) as refused:
        end_role(assignment_id=assignment.pk, last_day=TODAY, as_of=TODAY, by=people.SYSTEM)

    assert refused.value.code == "role-has-ended"
    assert people.client_of(ada).get(reverse("accounts:role_end", args=[assignment.pk])).status_code == 404


@pytest.mark.parametrize("role", [Role.HEAD_OF_UNIT, Role.TRAINEE], ids=str)
def test_pages_are_for_administrators_alone(role: Role) -> None:
    unit = people.make_unit()
    stina = people.make_person("Stina Läkare", Role.TRAINEE, unit)
    account = people.make_account(stina)
    client = people.client_of(people.make_person("Hedda", role, unit))
    pages = [
        reverse("accounts:person_add"),
        reverse("accounts:people_export"),
        reverse("accounts:rights"),
        reverse("accounts:rights_export"),
        reverse("accounts:person_edit", args=[stina.pk]),
        reverse("accounts:role_add", args=[stina.pk]),
        reverse("accounts:role_end", args=[stina.assignments.get().pk]),
    ]

    assert {url: client.get(url).status_code for url in pages} == dict.fromkeys(pages, 404)
    assert client.post(reverse("accounts:log_in_change", args=[stina.pk, account.pk])).status_code == 404
    assert "Ge en roll" not in client.get(reverse("accounts:person", args=[stina.pk])).content.decode()


def test_administrator_of_a_region_changes_nobody_who_is_somebody_elsewhere(rut: Person) -> None:
    here, there = (
        people.make_unit(),
        people.make_unit(
            "Lärkans",
            region=people.make_region("Region Söderdal"),
            provider=people.make_provider("Region Söderdal"),
        ),
    )
    own = people.make_person("Egen", Role.TRAINEE, here)
    shared = people.make_person("Delad", Role.TRAINEE, here)
    people.make_person("Annanstans", Role.TRAINEE, there)
    with_more = people.make_person("Kansli", Role.TRAINEE, here)
    for person, role, place in ((shared, Role.TRAINEE, there), (with_more, Role.REVIEW_OFFICE, None)):
        Assignment.objects.create(person=person, role=role, unit=place, valid_from=TODAY)
    client = people.client_of(rut)

    answers = {
        person.name: client.post(
            reverse("accounts:person_edit", args=[person.pk]), typed(person, email="x@y.se")
        )
        for person in (own, shared, with_more)
    }

    assert {name: answer.status_code for name, answer in answers.items()} == {
        "Egen": 302,
        "Delad": 403,
        "Kansli": 403,
    }
    assert sorted(names(client)) == ["Delad", "Egen", "Kansli", "Rut Region"]
    with pytest.raises(PeopleRefused) as refused:
        change_person(
            person_id=with_more.pk,
            values=PersonValues("Kapad", "x@y.se"),
            expected_version=1,
            by=people.actor_today(rut),
        )
    assert refused.value.code == "role-not-yours-to-give"


def test_administrator_of_a_region_gives_roles_there_alone_and_always_a_first_one(rut: Person) -> None:
    here = people.make_unit()
    there = Assignment._meta.get_field("unit").related_model.objects.get(name="Söderbergets vårdcentral")
    client, url = people.client_of(rut), reverse("accounts:person_add")
    person = {"name": "Ny Person", "language": "sv"}

    codes = [
        client.post(url, person | data).status_code
        for data in (
            {"valid_from": TODAY.isoformat()},
            role_at(Role.TRAINEE, f"unit:{there.pk}"),
            role_at(Role.REVIEW_OFFICE, "country"),
            role_at(Role.TRAINEE, f"unit:{here.pk}"),
        )
    ]

    assert codes == [422, 422, 422, 302]
    assert Assignment.objects.get(person__name="Ny Person").unit == here


def test_list_is_narrowed_by_role_place_and_log_in(ada: Person) -> None:
    people.make_account(ada)
    grankulle, tallbacken = people.make_unit("Grankullens hälsocentral"), people.make_unit()
    people.make_person("Stina", Role.TRAINEE, grankulle)
    people.make_account(people.make_person("Hedda", Role.HEAD_OF_UNIT, grankulle))
    closed = people.make_account(people.make_person("Sten", Role.TRAINEE, tallbacken))
    Account.objects.filter(pk=closed.pk).update(is_active=False)
    people.make_person("Utan")
    people.make_person("Förr", Role.TRAINEE, grankulle, until=TODAY - DAY)
    client = people.client_of(ada)

    assert names(client, role="trainee") == ["Sten", "Stina"]
    assert names(client, place="gran hälso") == ["Hedda", "Stina"]
    assert names(client, role="trainee", place="grankullens") == ["Stina"]
    assert names(client, state="no-role") == ["Förr", "Utan"]
    assert names(client, state="no-log-in") == ["Förr", "Stina", "Utan"]
    assert names(client, state="closed") == ["Sten"]
    assert names(client, role="påhittad", state="påhittat") == names(client)


def test_who_only_reads_learns_nothing_of_log_ins_by_filtering() -> None:
    unit = people.make_unit()
    head = people.make_person("Hedda", Role.HEAD_OF_UNIT, unit)
    people.make_person("Stina", Role.TRAINEE, unit)

    client = people.client_of(head)

    assert names(client, state="no-log-in") == names(client) == ["Hedda", "Stina"]


def test_file_holds_the_filtered_list_and_no_formulas(ada: Person) -> None:
    unit = people.make_unit()
    person = people.make_person("=1+1", Role.TRAINEE, unit)
    Person.objects.filter(pk=person.pk).update(email="ett@exempel.se")

    answer = people.client_of(ada).get(reverse("accounts:people_export"), {"role": "trainee"})

    lines = answer.content.decode("utf-8-sig").split("\r\n")
    assert lines == [
        "Namn;E-post;Roller",
        "'=1+1;ett@exempel.se;ST-läkare, Tallbackens hälsocentral",
        "",
    ]
