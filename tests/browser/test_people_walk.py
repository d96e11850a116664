"""A head reads about a trainee, and the trainee sees it, in a real browser."""

import pytest
from playwright.sync_api import expect

from kollegium.domain.roles import Role
from tests import people
from tests.browser.test_walks import LOOKS, Barriers, OpenPage, entered, faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("look", LOOKS)
def test_a_person_sees_who_opened_their_page(
    open_page: OpenPage, barriers: Barriers, look: dict[str, object]
) -> None:
    unit = people.make_unit()
    trainee = people.make_person("Sixten Läkare", Role.TRAINEE, unit)
    people.make_account(trainee, "st@exempel.se")
    people.make_account(people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit), "chef@exempel.se")

    head = entered(open_page, "chef@exempel.se", "/people/", **look)
    head.get_by_role("link", name="Sixten Läkare").click()
    expect(head.get_by_role("heading", level=1)).to_have_text("Sixten Läkare")
    own = entered(open_page, "st@exempel.se", "/me/", **look)

    expect(own.locator("#readings").get_by_role("cell", name="Hedda Chef")).to_be_visible()
    assert faults(head, barriers, ["/people/", "/people/?q=zz", f"/people/{trainee.pk}/"]) == []
    assert faults(own, barriers, ["/me/"]) == []
