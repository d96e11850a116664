"""An administrator adds somebody, gives and ends a role, and looks who has which right, in a real browser."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from kollegium.accounts.models import Person
from kollegium.domain.roles import Role
from tests import people
from tests.browser.test_walks import LOOKS, WIDER_THAN_WINDOW, Barriers, OpenPage, entered, faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADMIN = "admin@exempel.se"


@pytest.fixture
def stina() -> Person:
    """A trainee with a log-in at one of two units, and an administrator."""
    unit = people.make_unit("Grankullens hälsocentral")
    people.make_unit()
    people.make_account(people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit), "chef@exempel.se")
    people.make_account(people.make_person("Ada Admin", Role.ADMINISTRATOR), ADMIN)
    stina = people.make_person("Stina Läkare", Role.TRAINEE, unit)
    people.make_account(stina, "st@exempel.se")
    return stina


@pytest.mark.parametrize("look", LOOKS)
def test_pages_of_an_administrator(
    open_page: OpenPage, barriers: Barriers, stina: Person, look: dict[str, object]
) -> None:
    page = entered(open_page, ADMIN, "/people/", **look)
    person, role = f"/people/{stina.pk}/", stina.assignments.get()
    head = f"/people/{Person.objects.get(name='Hedda Chef').pk}/"

    pages = ["/people/?role=trainee&state=no-log-in", "/people/add/", person, f"{person}edit/"]
    pages += [f"{person}roles/add/", f"/people/roles/{role.pk}/end/"]
    pages += [f"{head}deputies/add/", head]
    pages += [
        "/people/rights/",
        "/people/rights/?place=hälsocentral",
        f"/people/rights/?at=unit:{role.unit_id}",
    ]
    assert faults(page, barriers, pages) == []


@pytest.mark.parametrize("script", [pytest.param(True, id="script"), pytest.param(False, id="no-script")])
def test_a_person_is_added_with_a_role_that_is_ended_again(
    open_page: OpenPage, barriers: Barriers, stina: Person, script: bool
) -> None:
    page = entered(open_page, ADMIN, "/people/", java_script_enabled=script)

    page.get_by_role("link", name="Lägg till en person").click()
    page.get_by_label("Namn", exact=True).fill("Sixten Prov")
    page.get_by_label("Roll", exact=False).first.select_option("head_of_unit")
    page.get_by_label("Sök platsen").fill("tall")
    page.get_by_role("button", name="Sök").click()
    page.get_by_role("radio", name="Tallbackens hälsocentral").check()
    page.get_by_role("button", name="Lägg till personen").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Sixten Prov")
    expect(page.get_by_role("rowheader", name="Verksamhetschef")).to_be_visible()

    page.get_by_role("link", name="Avsluta rollen Verksamhetschef").click()
    page.get_by_label("Skäl").select_option("mistake")
    page.get_by_role("button", name="Avsluta rollen").click()

    expect(page.get_by_text("Avslutade rollen Verksamhetschef")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS)
def test_a_head_registers_an_absence_and_takes_it_away(
    open_page: OpenPage, barriers: Barriers, stina: Person, look: dict[str, object]
) -> None:
    page = entered(open_page, "chef@exempel.se", "/me/deputies/add/", **{**look, "language": "sv"})
    tomorrow = timezone.localdate() + timedelta(days=1)

    page.get_by_label("Första dagen").fill(tomorrow.isoformat())
    page.get_by_label("Sista dagen").fill(tomorrow.isoformat())
    page.get_by_label("Sök ställföreträdaren").fill("stina")
    page.get_by_role("button", name="Sök").click()
    page.get_by_role("radio", name="Stina Läkare").check()
    assert barriers(page) == []
    page.get_by_role("button", name="Spara").click()

    row = page.locator("#deputies").get_by_role("rowheader", name="Hedda Chef är borta")
    expect(row).to_be_visible()
    assert barriers(page) == []

    page.get_by_role("link", name=re.compile("Avsluta.*Hedda Chef är borta")).click()
    assert barriers(page) == []
    page.get_by_role("button", name="Avsluta").click()

    expect(page.locator("#deputies").get_by_text("Ingen ställföreträdare är ordnad.")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS)
def test_a_list_is_brought_in_mended_and_taken_back(
    open_page: OpenPage, barriers: Barriers, stina: Person, look: dict[str, object]
) -> None:
    page = entered(open_page, ADMIN, "/people/import/", **{**look, "language": "sv"})
    rows = "Namn;Roll;Plats\nSixten Prov;ST-läkare;Grankullens hälsocentrall\n"

    assert barriers(page) == []
    page.get_by_label("Listan, som CSV eller Excel").set_input_files(
        {"name": "lista.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    )
    page.get_by_role("button", name="Visa raderna").click()
    expect(page.get_by_text("Det finns ingen plats som heter")).to_be_visible()
    assert barriers(page) == []

    page.get_by_role("link", name="2 Rätta").click()
    assert barriers(page) == []
    page.get_by_role("radio", name="Grankullens hälsocentral").check()
    page.get_by_role("button", name="Spara raden").click()
    page.get_by_role("button", name="Läs in listan").click()

    expect(page.get_by_role("link", name="Sixten Prov")).to_be_visible()
    assert barriers(page) == []
    assert page.evaluate(WIDER_THAN_WINDOW) is False

    page.get_by_text("Ta tillbaka inläsningen").first.click()
    page.get_by_role("button", name="Ta tillbaka inläsningen").click()

    expect(page.get_by_text("tillbakatagen", exact=True)).to_be_visible()
    assert not Person.objects.filter(name="Sixten Prov").exists()
