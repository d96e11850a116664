"""The reviews of one unit over time, and two of them side by side."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kollegium.domain.roles import Permission
from kollegium.organisations.queries import get_unit_for
from kollegium.organisations.tabs import unit_tabs
from kollegium.reviews import queries
from kollegium.reviews.shown.comparison import shown_comparison
from kollegium.reviews.shown.grades import outcome_tiles
from kollegium.reviews.shown.listing import shown_rows
from kollegium.reviews.views.listing import whole_number


@login_required
@require_safe
def unit_reviews(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Show the reviews of a unit, newest first, and two of them side by side when two are chosen."""
    actor = request.actor  # type: ignore[attr-defined]
    unit = get_unit_for(actor, unit_id)
    rows = queries.reviews_of_unit_for(actor, unit)
    left, right = whole_number(request.GET.get("left")), whole_number(request.GET.get("right"))
    comparison = None
    if left and right and left != right:
        comparison = shown_comparison(*queries.get_pair_for(actor, unit, left, right))
    at_visit = queries.grades_at_visit(row["pk"] for row in rows)
    reviews = [
        {
            **shown,
            "pk": row["pk"],
            "tiles": outcome_tiles(row["standard_key"], row["area_outcomes"], at_visit.get(row["pk"])),
        }
        for row, shown in zip(rows, shown_rows(rows), strict=True)
    ]
    context = {
        "unit": unit,
        "tabs": unit_tabs(actor, unit, "reviews:unit_reviews"),
        "reviews": reviews,
        "comparison": comparison,
        "left": left or (rows[1]["pk"] if len(rows) > 1 else None),
        "right": right or (rows[0]["pk"] if rows else None),
        "chose_one": bool(left and right and left == right),
        "may_import": actor.may(Permission.IMPORT_REVIEWS, unit.place),
    }
    return render(request, "reviews/unit_reviews.html", context)
