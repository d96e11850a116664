"""The pages of planning beside each other, for those who may open them."""

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kollegium.domain.roles import Permission
from kollegium.ui.components.navigation import Tab

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PAGES: tuple[tuple[str | Promise, str, Permission], ...] = (
    (_("Orders"), "planning:orders", Permission.ORDER_REVIEWS),
    (_("Campaigns"), "planning:campaigns", Permission.RUN_CASES),
    (_("Reviewers"), "planning:reviewers", Permission.KEEP_REVIEWERS),
    (_("My reviewing"), "planning:own_reviewer", Permission.JUDGE_CASES),
)


def planning_tabs(actor: "Actor", current: str) -> list[Tab]:
    """Give the tabs that the actor may open; none where there is only the page itself."""
    tabs = [
        Tab(str(label), reverse(name), name == current)
        for label, name, permission in PAGES
        if actor.may(permission)
    ]
    return tabs if len(tabs) > 1 else []
