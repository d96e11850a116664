"""An action from reminder to judgement, in a real browser: reported with a file, followed up, and away."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from kollegium.domain.roles import Role
from kollegium.notifications.actions import remind
from kollegium.reviews.models import ActionPlanItem, ActionState
from tests import people
from tests.browser.test_walks import LOOKS, Barriers, OpenPage, entered, faults
from tests.reviews.builders import make_review, plain_part, plan_item

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = {
    "sv": {"far": "Ange hur långt den har kommit", "done": "Rapporterad som klar", "how": "Hur vet du det?", "file": "Fil",
           "save": "Spara", "judge": "Följ upp", "is_done": "Genomförd", "reason": "Skäl", "late": "försenade"},
    "en": {"far": "Say how far it has come", "done": "Reported done", "how": "How do you know?", "file": "File",
           "save": "Save", "judge": "Follow up", "is_done": "Done", "reason": "Reason", "late": "late"},
}  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
def test_an_action_goes_from_reminder_to_judgement(
    open_page: OpenPage, barriers: Barriers, look: dict[str, object]
) -> None:
    unit = people.make_unit("Ekens hälsocentral", specialties=(people.make_specialty(),))
    people.make_account(people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit), "chef@exempel.se")
    people.make_account(people.make_person("Stina Rektor", Role.PROGRAMME_DIRECTOR, unit), "sr@exempel.se")
    due_on = timezone.localdate() - timedelta(days=7)
    make_review(unit, part=plain_part(plan_items=(plan_item(due_on=due_on, due_text=str(due_on)),)))
    item = ActionPlanItem.objects.get()
    remind(as_of=timezone.localdate(), now=timezone.now())
    words = WORDS[str(look.get("language", "sv"))]
    here = f"/follow-up/actions/{item.pk}/"

    director = entered(open_page, "sr@exempel.se", "/me/reminders/", **look)
    director.get_by_role("link", name="Ekens hälsocentral").click()
    expect(director).to_have_url(f"/reviews/{item.part.review_id}/#plan")
    director.goto(here)
    director.get_by_role("link", name=words["far"]).click()
    director.get_by_label(words["done"]).check()
    director.get_by_label(words["how"]).fill("Alla har sitt program.")
    rutin = {"name": "rutin.txt", "mimeType": "text/plain", "buffer": b"Rutin"}
    director.get_by_label(words["file"], exact=False).first.set_input_files(rutin)  # type: ignore[arg-type]
    director.get_by_role("button", name=words["save"]).click()
    expect(director.get_by_role("link", name="rutin.txt", exact=True)).to_be_visible()
    head = entered(open_page, "chef@exempel.se", here, **look)
    head.get_by_role("link", name=words["judge"], exact=True).click()
    head.get_by_label(words["is_done"], exact=True).check()
    head.get_by_label(words["reason"]).fill("Har läst rutinen.")
    head.get_by_role("button", name=words["save"]).click()
    expect(head.get_by_text("Har läst rutinen.")).to_be_visible()

    item.refresh_from_db()
    assert item.state == ActionState.DONE
    pages = [
        "/follow-up/", "/follow-up/units/", "/follow-up/next-reviews/?show=later", "/follow-up/extra-reviews/", here,
        f"{here}report/", f"{here}judge/", f"{here}evidence/", f"/units/{unit.pk}/follow-up/", "/me/reminders/",
        "/me/reminders/settings/",
    ]  # fmt: skip
    assert faults(head, barriers, pages) == []
