"""Roles and refusals of this capability in the user's words."""

from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kollegium.domain.roles import Role
from kollegium.organisations.wording import specialty_name

if TYPE_CHECKING:
    from kollegium.accounts.models import Assignment

ROLE_NAMES: dict[Role, str | Promise] = {
    Role.TRAINEE: _("Trainee"),
    Role.MAIN_SUPERVISOR: _("Main supervisor"),
    Role.PLACEMENT_SUPERVISOR: _("Placement supervisor"),
    Role.PROGRAMME_DIRECTOR: _("Programme director"),
    Role.HEAD_OF_UNIT: _("Head of unit"),
    Role.MEDICAL_LEAD: _("Medical lead"),
    Role.DIRECTOR_OF_TRAINING: _("Director of postgraduate training"),
    Role.CARE_PROVIDER_OFFICER: _("Care provider's officer"),
    Role.REGION_OFFICER: _("Region's officer"),
    Role.REVIEWER: _("Reviewer"),
    Role.SPECIALTY_COORDINATOR: _("Specialty coordinator"),
    Role.REVIEW_OFFICE: _("Review office"),
    Role.ADMINISTRATOR: _("Administrator"),
}

REFUSALS: dict[str, str | Promise] = {
    "not-allowed": _("You do not have the right to do this."),
    "role-not-yours-to-give": _("You cannot give or take away this role at this place."),
    "role-not-at-place": _("This role cannot be held at that kind of place."),
    "name-missing": _("Write the person's name."),
    "email-taken": _("There is already a log-in with this e-mail address."),
    "wrong-password": _("The present password is not right. Nothing was changed."),
    "unknown-person": _("There is nobody with this number."),
    "already-erased": _("This person has been erased already."),
    "last-administrator": _(
        "This is the last administrator who can log in. Give somebody else the role first."
    ),
}

PERSON_PAGE = "accounts.person"
PAGE_NAMES: dict[str, str | Promise] = {PERSON_PAGE: _("The page about you")}


def place_name(assignment: "Assignment") -> str:
    """Name the place an assignment is held at, in the language of the page."""
    place = assignment.place
    if assignment.specialty and place == assignment.specialty:
        return specialty_name(assignment.specialty)
    return place.name if place else str(_("the whole country"))


def role_at_place(assignment: "Assignment") -> str:
    """Say role and place in one phrase."""
    return _("%(role)s, %(place)s") % {
        "role": ROLE_NAMES[Role(assignment.role)],
        "place": place_name(assignment),
    }
