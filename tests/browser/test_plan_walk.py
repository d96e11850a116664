"""Writing an action plan in a real browser: it saves itself, and what is warned of follows what is typed."""

import pytest
from playwright.sync_api import expect

from kollegium.action_plans.models import Plan
from kollegium.domain.roles import Role
from tests import people
from tests.action_plans.plans import WORDS, decided_case, send, write
from tests.browser.test_walks import Barriers, OpenPage, entered, faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WARNED = "The action does not mention what the criterion is about."
DESCRIBED = (
    f"What will you do, so that the criterion is met? Do not name trainees. {WARNED} "
    "Say what you will do about that very thing."
)


def test_warnings_follow_what_is_saved_and_every_page_of_a_plan_is_open_to_all(
    open_page: OpenPage, barriers: Barriers
) -> None:
    unit = people.make_unit("Ekens hälsocentral", specialties=(people.make_specialty(),))
    head = people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)
    people.make_account(head, "chef@exempel.se")
    people.make_account(people.make_person("Karin Kansli", Role.REVIEW_OFFICE), "kansli@exempel.se")
    case = decided_case(unit, people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty()))
    write(case, head, "D7")
    here, part = f"/cases/{case.pk}/plan/", case.parts.get().pk

    page = entered(open_page, "chef@exempel.se", here, width=360, language="en", theme="dark")
    item = page.get_by_role("region", name="D6")
    action = item.get_by_label("Planned action")
    action.fill("Vi ordnar undervisning.")
    expect(item.get_by_text(WARNED)).to_be_visible()
    expect(action).to_have_accessible_description(DESCRIBED)
    action.fill(WORDS.action)
    expect(item.get_by_text(WARNED)).to_have_count(0)
    expect(action).to_have_value(WORDS.action)
    assert Plan.objects.get().items.get(criterion_key="D6").action == WORDS.action
    assert faults(page, barriers, [here, f"{here}send/", f"{here}accepted/D6/"]) == []

    kept = Plan.objects.get().items.get(criterion_key="D6").version
    write(case, head, "D6", seen=kept)
    send(case, head, seen=True)
    office = entered(open_page, "kansli@exempel.se", here, width=1280, language="sv", theme="light")
    assert faults(office, barriers, [here, f"{here}areas/{part}/D/", f"{here}time/"]) == []
