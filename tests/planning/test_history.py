"""Campaigns changed and removed, what happened in words, and the letter to whoever ordered."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext

from kollegium.domain.errors import Refused
from kollegium.domain.roles import Role
from kollegium.planning import actions
from kollegium.planning.history import history_of_campaign, history_of_order, history_of_reviewer
from kollegium.planning.models import Campaign, CampaignCase
from kollegium.planning.tasks import tell_orderer
from kollegium.reviews.models import Review
from tests import people
from tests.people import SYSTEM, TODAY
from tests.planning.builders import NOW, make_order
from tests.reviews.cases import make_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign() -> Campaign:
    return actions.make_campaign(
        name="Norr 2027", first=date(2027, 1, 1), last=date(2027, 3, 31), now=NOW, by=SYSTEM
    )


def change(campaign: Campaign, by: Any = SYSTEM, **others: Any) -> Campaign:
    values = {
        "name": "Norr, våren 2027",
        "first": campaign.first,
        "last": campaign.last,
        "expected": campaign.mark,
        **others,
    }
    return actions.change_campaign(campaign_id=campaign.pk, by=by, **values)


class TestCampaigns:
    def test_name_and_period_are_changed_by_those_who_plan_alone(self, campaign: Campaign) -> None:
        head = people.make_actor(Role.HEAD_OF_UNIT, people.make_unit())
        with pytest.raises(Http404):
            change(campaign, by=head)

        assert change(campaign).name == "Norr, våren 2027"

    def test_two_who_change_one_campaign_do_not_overwrite_each_other(self, campaign: Campaign) -> None:
        mark = campaign.mark
        change(campaign, expected=mark)

        with pytest.raises(Refused, match="changed-meanwhile"):
            change(campaign, name="Norrut", expected=mark)

    def test_period_ends_after_it_begins(self, campaign: Campaign) -> None:
        with pytest.raises(Refused, match="period-ends-before-start"):
            change(campaign, last=campaign.first - timedelta(days=1))

    def test_removed_campaign_leaves_its_cases(self, campaign: Campaign) -> None:
        review = make_case()
        CampaignCase.objects.create(campaign=campaign, review=review)

        actions.remove_campaign(campaign_id=campaign.pk, by=SYSTEM)

        assert not Campaign.objects.exists()
        assert Review.objects.filter(pk=review.pk, campaign_case__isnull=True).exists()

    def test_pages_tell_what_goes_and_keep_what_was_typed(self, campaign: Campaign) -> None:
        client = people.client_of(people.make_person("Kim Kansli", Role.REVIEW_OFFICE))
        CampaignCase.objects.create(campaign=campaign, review=make_case())
        address = reverse("planning:campaign_change", args=[campaign.pk])

        wrong = client.post(
            address, {"name": "Norr igen", "first": "2027-02-01", "last": "2027-01-01", "mark": campaign.mark}
        )
        asked = client.get(reverse("planning:campaign_remove", args=[campaign.pk])).content.decode()

        assert wrong.status_code == 422
        assert "Norr igen" in wrong.content.decode()
        assert "1 ärende" in asked


class TestHistory:
    def test_campaign_tells_its_changes_and_its_cases(self, campaign: Campaign) -> None:
        review = make_case()
        actions.add_cases(campaign_id=campaign.pk, review_ids=[review.pk], as_of=TODAY, by=SYSTEM)
        change(campaign)
        actions.remove_case(campaign_id=campaign.pk, review_id=review.pk, as_of=TODAY, by=SYSTEM)

        # All within one transaction, the entries have the same moment.
        told = {
            entry.sentence: [(one.field, one.before, one.after) for one in entry.changes]
            for entry in history_of_campaign(campaign)
        }

        assert told["Ett ärende togs ut"] == [("ärende", "Tallbackens hälsocentral", "")]
        assert told[gettext("Changed")] == [("namn", "Norr 2027", "Norr, våren 2027")]
        assert told["Ett ärende lades till"] == [("ärende", "", "Tallbackens hälsocentral")]
        assert ("namn", "", "Norr 2027") in told["Påbörjad"]

    def test_order_tells_who_decided_and_why(self) -> None:
        office = people.make_person("Kim Kansli", Role.REVIEW_OFFICE)
        order = make_order(people.make_unit())
        actions.decline_order(order_id=order.pk, reason="Fullt i år.", now=NOW, by=people.actor_today(office))

        newest, first = history_of_order(order)

        assert newest.who == "Kim Kansli"
        assert ("skäl", "–", "Fullt i år.") in [(one.field, one.before, one.after) for one in newest.changes]
        assert ("läge", "Väntar", "Avböjd") in [(one.field, one.before, one.after) for one in newest.changes]
        assert first.sentence == "Beställd"

    def test_reviewer_tells_days_away_that_came_and_went(self) -> None:
        greta = people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())
        about = {"person_id": greta.pk, "as_of": TODAY, "by": SYSTEM}
        absence = actions.add_absence(first=date(2026, 6, 1), last=date(2026, 6, 5), **about)
        actions.remove_absence(absence_id=absence.pk, **about)

        gone, noted = history_of_reviewer(greta.pk)

        assert (noted.sentence, gone.sentence) == ("Dagar borta noterade", "Dagar borta borttagna")
        assert [one.before for one in gone.changes] == ["1 juni 2026", "5 juni 2026"]


class TestLetters:
    def test_whoever_ordered_is_told_once_somebody_else_has_decided(self) -> None:
        head = people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, people.make_unit())
        people.make_account(head, "hedda@exempel.se")
        order = make_order(head.assignments.get().unit, by=people.actor_today(head))
        actions.decline_order(order_id=order.pk, reason="Fullt i år.", now=NOW, by=SYSTEM)

        tell_orderer(order_id=order.pk)

        (letter,) = mail.outbox
        assert letter.to == ["hedda@exempel.se"]
        assert "Tallbackens hälsocentral" in letter.body
        assert "Fullt i år" not in letter.body, "the reason is read behind the log-in"

    def test_nobody_is_told_of_an_order_that_waits_or_that_they_cannot_be_reached_about(self) -> None:
        head = people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, people.make_unit())
        order = make_order(head.assignments.get().unit, by=people.actor_today(head))
        tell_orderer(order_id=order.pk)
        actions.decline_order(order_id=order.pk, reason="Fullt i år.", now=NOW, by=SYSTEM)
        tell_orderer(order_id=order.pk)
        tell_orderer(order_id=999_999)

        assert mail.outbox == []
