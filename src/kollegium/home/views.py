"""The start page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from kollegium.accounts.queries import demo_log_ins
from kollegium.accounts.wording import role_at_place
from kollegium.domain.next_steps import Urgency
from kollegium.domain.roles import Permission
from kollegium.home import queries, wording
from kollegium.reviews.shown.grades import row_marks


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Show what waits for the person; a visitor is told what this is and where to go."""
    if not request.user.is_authenticated:
        return render(request, "home/welcome.html", _welcome())
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.held_roles:
        return render(request, "accounts/no_role.html")
    steps = queries.steps_for(actor, as_of=timezone.localdate())
    latest = queries.latest_reviews_for(actor)
    for row in latest:
        row["marks"] = row_marks(row["standard_key"], row["area_outcomes"], part_count=row["part_count"] or 1)
    context = {
        "greeting": wording.greeting(request.user.person.name),
        "now": [wording.shown(step) for step in steps if step.urgency != Urgency.SOON],
        "soon": [wording.shown(step) for step in steps if step.urgency == Urgency.SOON],
        "latest": latest,
        "reads_reviews": actor.may(Permission.READ_REVIEWS),
        "imports": actor.may(Permission.IMPORT_REVIEWS),
        "in_demo": settings.MODE != "production",
    }
    return render(request, "home/start.html", context)


def _welcome() -> dict[str, object]:
    if settings.MODE == "production":
        return {}
    log_ins = [(email, item.person.name, role_at_place(item)) for email, item in demo_log_ins()]
    return {"log_ins": log_ins, "password": settings.DEMO_PASSWORD if log_ins else ""}
