"""Planning in the user's words: states of an order, refusals."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kollegium.domain.staffing import Seniority, TieKind
from kollegium.planning.models import Country, OrderState
from kollegium.planning.schedule_words import SCHEDULE_REFUSALS
from kollegium.reviews.case_words import CASE_REFUSALS

Words = Mapping[str, str | Promise]

REVIEWER_PAGE = "planning.reviewer"
ORDER_STATES: Words = {
    OrderState.WAITING: pgettext_lazy("state of an order", "Waiting"),
    OrderState.TAKEN_ON: pgettext_lazy("state of an order", "Taken on"),
    OrderState.DECLINED: pgettext_lazy("state of an order", "Declined"),
    OrderState.WITHDRAWN: pgettext_lazy("state of an order", "Withdrawn"),
}
ORDER_STATUS: Mapping[str, str] = {
    OrderState.WAITING: "waiting",
    OrderState.TAKEN_ON: "done",
    OrderState.DECLINED: "stopped",
    OrderState.WITHDRAWN: "stopped",
}
SENIORITY_NAMES: Words = {
    Seniority.SENIOR: _("Experienced"),
    Seniority.JUNIOR: _("New, reviews beside an experienced one"),
}
COUNTRY_NAMES: Words = {
    Country.SWEDEN: _("Sweden"),
    Country.DENMARK: _("Denmark"),
    Country.FINLAND: _("Finland"),
    Country.ICELAND: _("Iceland"),
    Country.NORWAY: _("Norway"),
}
TIE_NAMES: Words = {
    TieKind.EARLIER_EMPLOYER: _("Has worked there"),
    TieKind.OWN_TRAINEE: _("Supervises a trainee there, or has done so"),
    TieKind.OTHER: _("Should not review there for another reason"),
}
REFUSALS: Words = {
    **CASE_REFUSALS,
    "not-allowed-here": _("You do not have the right to do this here. Nothing was changed."),
    "no-units": _("Choose at least one unit."),
    "unit-closed": _("%(unit)s is closed or has gone up in another unit. Nothing was saved; leave it out."),
    "period-past": _("The period has begun already. Choose a first day from today on."),
    "period-ends-before-start": _("The period ends before it begins."),
    "specialty-missing": _("Choose the specialty that is to be reviewed."),
    "order-settled": _("Somebody has decided about this order meanwhile. Nothing was changed."),
    "no-cases": _("Choose at least one case that stands in no campaign yet."),
    "nothing-to-staff": _("There is no case with days and a seat to fill. Set the days of the visits first."),
    "no-seats": _("Nobody is proposed here any more."),
    "no-longer-fits": _(
        "%(name)s can no longer be taken: days, ties or the case have changed since the proposal. Nobody was appointed; "
        "ask for a new proposal."
    ),
    "period-over": _("The period is over already. Nothing was saved."),
    "no-such-place": _("Choose a unit or a care provider from what was found."),
    **SCHEDULE_REFUSALS,
    "reason-missing": _("Write the reason. Whoever ordered reads it."),
}


def refusal(code: str, params: Mapping[str, object]) -> str:
    """Say in one sentence why something was refused."""
    return str(REFUSALS[code]) % params
