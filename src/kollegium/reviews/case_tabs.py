"""The pages of one case: this capability and those above add theirs, and each page shows all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kollegium.domain.case_access import CaseObject
from kollegium.reviews.queries.open_cases import OpenCase
from kollegium.reviews.queries.reconsideration import is_told_of_reconsideration
from kollegium.ui.components.navigation import Tab


@dataclass(frozen=True, slots=True)
class CaseTab:
    """One page of a case: where it stands among the others, its url name (taking the id) and what it shows.

    `is_of_use` leaves the tab out of a case in which there is nothing to see or do on its page.
    """

    position: int
    label: str | Promise
    url_name: str
    thing: CaseObject
    is_of_use: Callable[[OpenCase, date], bool] | None = None


_TABS: list[CaseTab] = [
    CaseTab(0, _("Overview"), "reviews:open_case", CaseObject.FACTS),
    CaseTab(10, _("Team"), "reviews:case_team", CaseObject.TEAM),
    CaseTab(20, pgettext_lazy("tab of a case", "Material"), "reviews:case_material", CaseObject.MATERIAL),
    CaseTab(30, _("Questionnaires"), "reviews:case_questionnaires", CaseObject.QUESTIONNAIRES),
    CaseTab(35, _("Interview notes"), "reviews:notes", CaseObject.NOTES),
    CaseTab(40, _("Judgement"), "reviews:judgement", CaseObject.RECONCILED),
    CaseTab(50, _("Report"), "reviews:case_report", CaseObject.REPORT),
    CaseTab(55, _("Fact check"), "reviews:fact_check", CaseObject.REMARKS),
    CaseTab(60, _("Calibration"), "reviews:calibration", CaseObject.CALIBRATION),
    CaseTab(70, _("Decision"), "reviews:decision", CaseObject.DECISION),
    CaseTab(
        75,
        _("Reconsideration"),
        "reviews:reconsideration",
        CaseObject.RECONSIDERATION,
        is_told_of_reconsideration,
    ),
    CaseTab(80, pgettext_lazy("tab of a case", "Feedback"), "reviews:feedback", CaseObject.FEEDBACK),
]


def register_case_tab(
    position: int,
    label: str | Promise,
    url_name: str,
    thing: CaseObject,
    is_of_use: Callable[[OpenCase], bool] | None = None,
) -> None:
    """Add a page to every case, or to those in which it is of use; called once when a capability starts."""
    tells = (lambda case, _as_of: is_of_use(case)) if is_of_use else None
    tab = CaseTab(position, label, url_name, thing, tells)
    if tab not in _TABS:
        _TABS.append(tab)
        _TABS.sort(key=lambda item: item.position)


def case_tabs(case: OpenCase, current: str, *, as_of: date) -> list[Tab]:
    """Give the tabs that the actor may open in the case as it stands; `current` is the url name shown."""
    return [
        Tab(str(tab.label), reverse(tab.url_name, args=[case.review.pk]), tab.url_name == current)
        for tab in _TABS
        if case.may_read(tab.thing)
        and (tab.is_of_use is None or tab.url_name == current or tab.is_of_use(case, as_of))
    ]
