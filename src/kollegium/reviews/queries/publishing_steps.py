"""What waits for whoever publishes: reviews that are not public, and those whose public text is out of date."""

from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import F

from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission, Scope
from kollegium.reviews.models import Publication, Review
from kollegium.reviews.queries.case_labels import case_label, case_step
from kollegium.reviews.queries.grade_rounds import PLAN_ROUNDS
from kollegium.reviews.queries.open_cases import places_within
from kollegium.ui.keyset import COUNT_LIMIT
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

# Everybody can read what is out of date, so each is told of; so many at once are not to be expected.
MOST_TO_PUBLISH_ANEW = 50


def publishing_steps_for(actor: "Actor") -> list[NextStep]:
    """Give how many reviews are not public, and each whose public text lacks a later correction or grade; one query.

    The same reviews as `ReviewCase.is_behind` says of one.
    """
    if not actor.may(Permission.PUBLISH_REVIEWS):
        return []
    steps = []
    for number, unit, count in _question(actor.places(Permission.PUBLISH_REVIEWS), COUNT_LIMIT).rows():
        if number:
            steps.append(case_step("publish-anew", Urgency.WAITING, 1, number, unit))
        elif count:
            is_capped = count > COUNT_LIMIT
            steps.append(
                NextStep("reviews-unpublished", Urgency.SOON, min(count, COUNT_LIMIT), is_capped=is_capped)
            )
    return steps


@lru_cache(maxsize=128)
def _question(scope: Scope, limit: int) -> Statement:
    """Give the question for how many reviews are not published, and for those to publish anew.

    The number grows with the country, and nobody needs more of it than that there are very many.
    """
    public = Publication.objects.filter(withdrawn_at__isnull=True)
    # As a list and not with EXISTS: that one, cut at the limit, compares each review with each publication.
    waiting = Review.objects.within(scope).standing().exclude(pk__in=public.values("review"))
    # A corrected grade has a correction beside it, and a reconsidered one its area: both tables are short, and the
    # grades of the whole country are not.
    corrected = public.filter(review__corrections__made_at__gt=F("published_at"))
    reconsidered = public.filter(review__reconsiderations__areas__grade__recorded_at__gt=F("published_at"))
    # Those after a plan have an index of their own.
    after_plan = public.filter(
        review__parts__grades__round__in=PLAN_ROUNDS,
        review__parts__grades__recorded_at__gt=F("published_at"),
    )
    later = corrected.values("pk").union(reconsidered.values("pk"), after_plan.values("pk"))
    behind = (
        public.filter(places_within(scope, "review__"), pk__in=later)
        .order_by("published_at", "pk")
        .values_list("review_id", case_label("review__"))[:MOST_TO_PUBLISH_ANEW]
    )
    counted, values = waiting.order_by().values("pk")[: limit + 1].query.sql_with_params()
    told, more = behind.query.sql_with_params()
    both = f"SELECT 0, '', count(*) FROM ({counted}) AS found UNION ALL SELECT old.*, 0 FROM ({told}) AS old"  # noqa: S608 - put together by the models
    return Statement.written(both, (*values, *more))
