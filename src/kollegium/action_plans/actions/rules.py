"""Change what a region asks for after a review."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kollegium.action_plans.models import RegionRules
from kollegium.domain.roles import Permission, Place
from kollegium.reviews.actions import ReviewRefused
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class RuleValues:
    """What a region asks for. Units: days late, months after the decision."""

    escalate_after_days: int
    wants_extra_review: bool
    extra_within_months: int


def change_region_rules(
    *, region_id: int, values: RuleValues, expected_version: int, as_of: date, by: "Actor"
) -> RegionRules:
    """Keep what a region asks for. Asked for anew, the extra review holds for what is decided from that day.

    **Raises** ReviewRefused: `not-allowed-here`, `changed-meanwhile`.
    """
    if not by.may(Permission.MANAGE_PLACES, Place(region_id=region_id)):
        raise ReviewRefused("not-allowed-here")
    with recording(by=by, action="action_plans.change_region_rules"):
        RegionRules.objects.get_or_create(region_id=region_id)
        rules = RegionRules.objects.select_for_update().get(region_id=region_id)
        if rules.version != expected_version:
            raise ReviewRefused("changed-meanwhile")
        if values.wants_extra_review and not rules.wants_extra_review:
            rules.extra_since = as_of
        rules.escalate_after_days = values.escalate_after_days
        rules.wants_extra_review = values.wants_extra_review
        rules.extra_within_months = values.extra_within_months
        rules.version += 1
        rules.save()
    return rules
