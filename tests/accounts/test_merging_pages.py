"""The pages of merging: preview, refusals, undoing, and the old address."""

import pytest
from django.utils import timezone

from kollegium.accounts.models import Account, Person, PersonMerge
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from tests import people

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def unit() -> Unit:
    return people.make_unit()


@pytest.fixture
def administrator() -> Person:
    return people.make_person("Ada", Role.ADMINISTRATOR)


def pair(unit: Unit) -> tuple[Person, Person]:
    stays = people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)
    return people.make_person("Hedda K Chef", Role.MAIN_SUPERVISOR, unit), stays


def test_preview_tells_the_roles_gained_on_both_sides_and_changes_nothing(
    administrator: Person, unit: Unit
) -> None:
    gone, stays = pair(unit)
    people.make_account(gone, "hedda@exempel.se", second_factor=False)

    page = people.client_of(administrator).get(f"/people/{gone.pk}/merge/{stays.pk}/").content.decode()

    place = "Tallbackens hälsocentral"
    assert f"Hedda Chef får de här rollerna: Huvudansvarig handledare, {place}." in page
    assert f"Den som loggar in med hedda@exempel.se får de här rollerna: Verksamhetschef, {place}." in page
    assert "behöver ett andra steg från nästa inloggning: hedda@exempel.se." in page
    assert PersonMerge.objects.count() == 0


def test_merge_from_the_page_and_its_undoing(administrator: Person, unit: Unit) -> None:
    gone, stays = pair(unit)
    client = people.client_of(administrator)
    address = f"/people/{gone.pk}/merge/{stays.pk}/"
    mark = client.get(address).context["form"].initial["mark"]

    done = client.post(address, {"reason": "other_name", "mark": mark}, follow=True)

    merge = PersonMerge.objects.get()
    assert (merge.person, merge.into, merge.reason) == (gone, stays, "other_name")
    assert done.redirect_chain == [(f"/people/{stays.pk}/", 302)]
    assert "Har ett annat namn" in done.content.decode()
    assert client.get(f"/people/{gone.pk}/").headers["Location"] == f"/people/{stays.pk}/"

    client.post(f"/people/merges/{merge.pk}/undo/")

    merge.refresh_from_db()
    assert merge.undone_at is not None
    assert client.get(f"/people/{gone.pk}/").status_code == 200
    assert client.get(f"/people/merges/{merge.pk}/undo/").status_code == 404


def test_out_of_date_preview_is_shown_again_with_what_holds_now(administrator: Person, unit: Unit) -> None:
    gone, stays = pair(unit)
    client = people.client_of(administrator)
    address = f"/people/{gone.pk}/merge/{stays.pk}/"
    mark = client.get(address).context["form"].initial["mark"]
    people.make_account(gone, "ny@exempel.se")

    again = client.post(address, {"reason": "added_twice", "mark": mark})

    assert again.status_code == 422
    assert "ny@exempel.se" in again.content.decode()
    new = again.context["form"].data["mark"]
    assert client.post(address, {"reason": "added_twice", "mark": new}).status_code == 302


def test_reason_must_be_chosen(administrator: Person, unit: Unit) -> None:
    gone, stays = pair(unit)
    client = people.client_of(administrator)

    answer = client.post(f"/people/{gone.pk}/merge/{stays.pk}/", {"mark": "x"})

    assert answer.status_code == 422
    assert "reason" in answer.context["form"].errors
    assert PersonMerge.objects.count() == 0


@pytest.mark.parametrize("role", [Role.HEAD_OF_UNIT, Role.REVIEW_OFFICE, Role.TRAINEE])
def test_others_find_no_page(role: Role, unit: Unit) -> None:
    gone, stays = pair(unit)
    client = people.client_of(people.make_person("Olle", role, None if role is Role.REVIEW_OFFICE else unit))

    addresses = ["/people/doubles/", f"/people/{gone.pk}/merge/", f"/people/{gone.pk}/merge/{stays.pk}/"]

    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]


def test_row_beyond_ones_reach_is_no_row(unit: Unit) -> None:
    gone, _stays = pair(unit)
    south = people.make_region("Sydslätt", "98")
    far = people.make_person(
        "Hedda Långt Bort",
        Role.TRAINEE,
        people.make_unit("Söder", provider=people.make_provider("Söder", south), region=south),
    )
    client = people.client_of(people.make_person("Rut", Role.ADMINISTRATOR, people.make_region()))

    answers = [client.get(f"/people/{gone.pk}/merge/{pk}/") for pk in (far.pk, 987_654, gone.pk)]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert "Långt Bort" not in answers[0].content.decode()


def test_search_leaves_the_person_out_and_leads_to_the_preview(administrator: Person, unit: Unit) -> None:
    gone, stays = pair(unit)

    page = people.client_of(administrator).get(f"/people/{gone.pk}/merge/", {"q": "hedda"})

    assert [row["name"] for row in page.context["candidates"]] == ["Hedda Chef"]
    assert f"/people/{gone.pk}/merge/{stays.pk}/" in page.content.decode()


def test_person_reads_on_their_own_page_who_looked_at_the_row_that_went(
    administrator: Person, unit: Unit
) -> None:
    gone, stays = pair(unit)
    client = people.client_of(administrator)
    address = f"/people/{gone.pk}/merge/{stays.pk}/"
    mark = client.get(address).context["form"].initial["mark"]
    client.post(address, {"reason": "added_twice", "mark": mark})

    own = people.client_of(stays).get("/me/")

    assert [row["who"] for row in own.context["readings"]][:2] == ["Ada", "Ada"]
    assert "Slog ihop raden för Hedda K Chef med den för Hedda Chef" in own.content.decode()
    assert Account.objects.filter(person=gone).count() == 0
