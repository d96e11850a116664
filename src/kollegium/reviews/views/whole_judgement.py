"""The whole judgement of a report on one page: every criterion with everybody's verdicts."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.reviews.queries.open_cases import get_open_case_for
from kollegium.reviews.queries.whole_judgement import WholeJudgement, whole_judgement
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.judging import agreement_words
from kollegium.reviews.shown.whole_judgement import area_sections
from kollegium.reviews.views.cases import frame
from kollegium.ui.components.navigation import Tab


@login_required
@require_safe
def judged_whole(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show all criteria of a report: what oneself, the others and all together found, and what it rests on."""
    case = get_open_case_for(request.actor, review_id, CaseObject.RECONCILED)  # type: ignore[attr-defined]
    found = whole_judgement(case, request.GET.get("part", "")[:40], language_now())
    may_see_agreement = not case.viewers.isdisjoint({Viewer.OFFICE, Viewer.COORDINATOR})
    context = {
        **frame(case, "reviews:judgement"),
        "part_tabs": _part_tabs(found, review_id),
        "agreement": agreement_words(found.judged.agreement()) if may_see_agreement else "",
        "sections": area_sections(found),
    }
    return render(request, "reviews/cases/whole_judgement.html", context)


def _part_tabs(found: WholeJudgement, review_id: int) -> list[Tab]:
    if len(found.parts) < 2:
        return []
    titles = {item.key: item.title(language_now()) for item in found.judged.standard.service_parts}
    address = reverse("reviews:judged_whole", args=[review_id])
    return [
        Tab(titles.get(part.key, part.key), f"{address}?part={part.key}", part == found.judged.part)
        for part in found.parts
    ]
