"""Units' feedback on their reviews: of one case, and all of them for the office."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.http import Http404

from kollegium.domain import review_feedback
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.instruments import ItemSummary, summarise
from kollegium.domain.roles import Permission
from kollegium.domain.statistics import SMALLEST_GROUP
from kollegium.reviews.models import ReviewFeedback
from kollegium.reviews.queries.open_cases import OpenCase, places_within
from kollegium.ui.keyset import CutPage, OrderColumn, cut

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PAGE_SIZE = 30
ORDER = (OrderColumn("given_at", descending=True, holds=datetime), OrderColumn("pk", descending=True))


def feedback_on(case: OpenCase) -> ReviewFeedback | None:
    """Give the feedback on a case that the actor may read; one query.

    Those who only review the case read it when the unit agreed to that.
    """
    if not case.may_read(CaseObject.FEEDBACK):
        return None
    found = ReviewFeedback.objects.filter(review=case.review).select_related("given_by").first()
    reads_all = not case.viewers.isdisjoint({Viewer.OFFICE, Viewer.UNIT})
    return found if found is not None and (reads_all or found.is_shared) else None


@dataclass(frozen=True, slots=True)
class FeedbackPage:
    """One page of the list. `summaries` are over everything the search finds, empty for fewer than three."""

    page: CutPage
    summaries: list[ItemSummary]


def list_feedback_for(actor: "Actor", search: str, *, cursor: str = "") -> FeedbackPage:
    """Give the feedback on the reviews whose cases the actor runs, newest first; three queries. Raises Http404."""
    scope = actor.places(Permission.RUN_CASES)
    if scope.is_empty:
        raise Http404
    found = ReviewFeedback.objects.filter(places_within(scope, "review__"))
    for word in search.split():
        found = found.filter(
            Q(review__unit__name__icontains=word)
            | Q(review__unit__site__icontains=word)
            | Q(review__case_number__icontains=word)
        )
    rows = found.values(
        "pk",
        "review_id",
        "review__unit__name",
        "review__case_number",
        "form_key",
        "answers",
        "is_shared",
        "given_at",
    )
    page = cut(rows, order=ORDER, cursor=cursor, size=PAGE_SIZE, counted=found)
    return FeedbackPage(page, _summaries(found))


def _summaries(found: QuerySet[ReviewFeedback]) -> list[ItemSummary]:
    key = review_feedback.CURRENT
    answers = list(found.filter(form_key=key).values_list("answers", flat=True))
    return summarise(review_feedback.load(key), answers) if len(answers) >= SMALLEST_GROUP else []
