"""What somebody may look at, and how their own units stand, as the start page shows it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext
from django.utils.translation import gettext as _

from kollegium.domain.roles import ROLES, Permission, Role
from kollegium.home.context import CASE_RIGHTS
from kollegium.reviews.shown.grades import outcome_tiles
from kollegium.reviews.wording import KIND_NAMES
from kollegium.ui.components.grades import Tile

if TYPE_CHECKING:
    from kollegium.accounts.actors import PersonActor
    from kollegium.reviews.queries.own_units import UnitSituation

# So many stand with all their grades; the others in the list.
MOST_UNITS = 6
# What the roles that read no reviews are told, so that nobody looks for what is not theirs.
_WHY: dict[Role, str | Promise] = {
    Role.TRAINEE: gettext_lazy(
        "As a trainee you read what is published about your unit and what it is reviewed by. Reviews that are "
        "not published can tell of single people, and stay with those who answer for the training."
    ),
    Role.PLACEMENT_SUPERVISOR: gettext_lazy(
        "As a supervisor you read what is published about your unit and what it is reviewed by. Reviews that are "
        "not published can tell of single people, and stay with those who answer for the training."
    ),
    Role.REVIEWER: gettext_lazy(
        "As a reviewer you see the cases you have a part in, every published review, and the standards you review by."
    ),
    Role.ADMINISTRATOR: gettext_lazy(
        "As an administrator you look after people and their roles. You read published reviews like everybody else."
    ),
}


@dataclass(frozen=True, slots=True)
class Door:
    """One page to look at, with what is found there."""

    title: str
    detail: str
    url: str


@dataclass(frozen=True, slots=True)
class ShownUnit:
    """How one unit stands in one specialty: the strip of the latest grades, and the days that count."""

    title: str
    url: str
    facts: str
    strip_label: str
    tiles: list[Tile]
    report_count: int
    review_url: str
    when: str
    is_late: bool


def why_so_little(actor: "PersonActor") -> str:
    """Say in plain words what somebody who reads no reviews may look at; empty for all others."""
    if actor.may(Permission.READ_REVIEWS):
        return ""
    return next((str(_WHY[held.role]) for held in actor.held_roles if held.role in _WHY), "")


def doors(actor: "PersonActor") -> list[Door]:
    """Give the pages somebody who reads no reviews may look at, one's own unit first."""
    return [] if actor.may(Permission.READ_REVIEWS) else list(_doors(actor))


def _doors(actor: "PersonActor") -> Iterator[Door]:
    register = reverse("comparison:register")
    units = {held.unit_id: held.place_name for held in actor.held_roles if held.unit_id is not None}
    for unit_id, name in units.items():
        yield Door(name, _("The page of your unit"), reverse("organisations:unit", args=[unit_id]))
        found = f"{register}?{urlencode({'q': name})}"
        yield Door(_("Published reviews of %(unit)s") % {"unit": name}, _("In the public register"), found)
    if any(actor.may(permission) for permission in CASE_RIGHTS):
        detail = _("The reviews under way that you have a part in")
        yield Door(pgettext("menu", "Cases"), detail, reverse("reviews:cases"))
    if actor.may(Permission.MANAGE_PEOPLE):
        yield Door(_("People"), _("Who is here, in which role"), reverse("accounts:people"))
        yield Door(_("Invite somebody"), _("By e-mail, to a role at a place"), reverse("accounts:invite"))
        yield Door(_("Rights"), _("Who may do what, where"), reverse("accounts:rights"))
        yield Door(_("Doubles"), _("Rows that may be one person"), reverse("accounts:doubles"))
    standards = _("The areas, the criteria and the grades a unit is reviewed by")
    yield Door(_("Standards"), standards, reverse("reviews:standards"))
    yield Door(_("Public register"), _("Published reviews of the places where doctors train"), register)


def shown_units(situations: "Sequence[UnitSituation]", *, as_of: date) -> list[ShownUnit]:
    """Word how the first few units stand."""
    return [_shown_unit(one, as_of) for one in situations[:MOST_UNITS]]


def units_left_out(situations: "Sequence[UnitSituation]") -> str:
    """Say how many more there are than the first few; empty when all are shown."""
    more = len(situations) - MOST_UNITS
    words = ngettext(
        "Show %(count)s more unit or specialty", "Show %(count)s more units or specialties", more
    )
    return words % {"count": more} if more > 0 else ""


def unreviewed_units(actor: "PersonActor", situations: "Iterable[UnitSituation]") -> list[Door]:
    """Give the actor's own units of which no review is here: that is an answer too."""
    known = {one.row["now_unit"] for one in situations} | {one.row["unit_id"] for one in situations}
    own = {
        held.unit_id: held.place_name
        for held in actor.held_roles
        if held.unit_id is not None and Permission.READ_REVIEWS in ROLES[held.role].permissions
    }
    return [
        Door(name, _("No review of the unit is here yet"), reverse("organisations:unit", args=[unit_id]))
        for unit_id, name in own.items()
        if unit_id not in known
    ]


def _shown_unit(one: "UnitSituation", as_of: date) -> ShownUnit:
    row = one.row
    review_url = reverse("reviews:review", args=[row["pk"]])
    english = get_language() == "en" and row["specialty__name_en"]
    title = " · ".join(filter(None, (row["now_unit_name"], english or row["specialty__name"])))
    several = (row["part_count"] or 1) > 1
    tiles = [] if several else outcome_tiles(row["standard_key"], row["area_outcomes"])
    return ShownUnit(
        title=title,
        url=reverse("reviews:unit_reviews", args=[row["now_unit"]]),
        facts=_facts(one),
        strip_label=_("Grades by area: %(unit)s") % {"unit": title},
        tiles=[Tile(t.area_key, t.title, t.grade, f"{review_url}#area-{t.area_key}") for t in tiles],
        report_count=row["part_count"] or 1,
        review_url=review_url,
        when=_next_review(one.due_on),
        is_late=one.due_on is not None and one.due_on < as_of,
    )


def _facts(one: "UnitSituation") -> str:
    row = one.row
    told = [str(KIND_NAMES[row["kind"]])]
    if row["visit_from"]:
        told.append(_("visit %(day)s") % {"day": date_format(row["visit_from"], "j F Y")})
    actions = row["open_action_count"]
    if actions:
        told.append(ngettext("%(count)s open action", "%(count)s open actions", actions) % {"count": actions})
    return " · ".join(told)


def _next_review(due_on: date | None) -> str:
    if due_on is None:
        return _("No external review with a known day of visit")
    return _("Next external review by %(day)s") % {"day": date_format(due_on, "j F Y")}
