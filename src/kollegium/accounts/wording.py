"""Roles and refusals of this capability in the user's words."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kollegium.accounts.models import PLACES, AbsenceReason, EndReason, MergeReason
from kollegium.accounts.queries import LogInState, PeopleOrder
from kollegium.domain.invitations import InvitationState
from kollegium.domain.roles import Permission, Reach, Role
from kollegium.organisations.wording import specialty_name

if TYPE_CHECKING:
    from kollegium.accounts.actors import HeldRole
    from kollegium.accounts.models import Assignment, Deputyship, Invitation
    from kollegium.domain.errors import Refused

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
    "proposal-settled": _("Somebody has decided about this role meanwhile. Nothing was changed."),
    "proposal-without-place": _(
        "No place here has this HSA-id. Write it on the place's page; the next log-in then proposes the role there."
    ),
    "period-over": _("The last day of the role has passed. Ask for a new invitation."),
    "already-invited": _(
        "There is already an invitation to this address for this role at this place. Send it again from the list."
    ),
    "inviter-gone": _(
        "Whoever invited you can no longer give this role. Ask the head of your unit for a new invitation."
    ),
    "invitation-unknown": _(
        "The link is not complete, or a newer letter has taken its place. Use the link in the latest letter."
    ),
    "invitation-expired": _(
        "The time to accept the invitation has run out. Ask whoever invited you to send it again."
    ),
    "invitation-accepted": _(
        "The invitation has been accepted already. Log in with your e-mail and password."
    ),
    "invitation-withdrawn": _(
        "The invitation has been taken back. Ask whoever invited you if that was meant."
    ),
    "invitation-for-another": _("The invitation is to another address than the one you are logged in with."),
    "invitation-settled": _("The invitation was accepted or taken back meanwhile. Nothing was changed."),
    "role-not-at-place": _("This role cannot be held at that kind of place."),
    "name-missing": _("Write the person's name."),
    "email-taken": _("There is already a log-in with this e-mail address."),
    "wrong-password": _("The present password is not right. Nothing was changed."),
    "unknown-person": _("There is nobody with this number."),
    "already-erased": _("This person has been erased already."),
    "last-administrator": _(
        "This is the last administrator who can log in. Give somebody else the role first."
    ),
    "changed-meanwhile": _("Somebody else has changed this person since you opened the page."),
    "hsa-id-taken": _("Somebody else has this HSA-id already."),
    "already-here": _("There is already a person with this e-mail address."),
    "role-already-held": _("The person holds this role here already during these days."),
    "role-has-ended": _("This role has ended already. Nothing was changed."),
    "role-missing": _("Choose the role the person shall have."),
    "ends-before-today": _("The last day can be yesterday at the earliest. What has been is kept."),
    "ends-before-start": _("The last day comes before the first."),
    "role-without-deputies": _("Nobody stands in for another in this role."),
    "starts-before-today": _("The first day can be today at the earliest."),
    "end-missing": _("Write the last day of the absence."),
    "beyond-role": _("The days reach beyond the time the role is held."),
    "deputy-missing": _("Choose who is to be standing deputy."),
    "deputy-is-self": _("One cannot stand in for oneself."),
    "deputy-without-log-in": _("The deputy has no log-in that is open."),
    "deputy-absent": _("The deputy is away during some of these days. Choose another."),
    "absence-overlaps": _("There is an absence already during some of these days. End it first."),
    "deputy-already": _("This person is standing deputy already during some of these days."),
    "deputyship-has-ended": _("This has ended already. Nothing was changed."),
    "ends-later": _(
        "It can be ended earlier than planned, not later. Register another absence for the days after."
    ),
    "own-address": _("You log in with this address already."),
    "address-link-dead": _(
        "The link does not work: it is too old, or you have asked for another address since. Nothing was changed."
    ),
    "role-not-held": _("You do not hold this role any longer. All your roles count."),
    "import-changed": _("Somebody else has changed this list since you opened the row. Look at it again."),
    "import-has-faults": _("There are rows to mend first. Nobody was added."),
    "import-empty": _("Every row is here already. Nobody was added."),
    "import-not-open": _("This list has been taken in or thrown away already. Nothing was changed."),
    "import-not-confirmed": _("This list has not been taken in, or has been taken back already."),
    "import-all-used": _("Every row has been used since. Nothing was taken back."),
    "own-log-in": _("You cannot close the log-in of yourself. Ask another administrator."),
    "wrong-code": _(
        "The code is not right. Codes change every thirty seconds: write the one that shows now."
    ),
    "app-set-up-already": _("An app is set up already. Remove it first, to use another."),
    "unknown-factor": _("There is no second step to change."),
    "last-factor": _("Your role needs a second step. Add another before you remove this one."),
    "own-factor": _("Change your own second step on your own page."),
    "reaches-further": _(
        "This person holds a role that is not yours to give. Ask an administrator of the whole country."
    ),
    "unknown-session": _("That browser is logged out already."),
    "merge-not-allowed": _(
        "You cannot merge these two: one of them is you, or holds or has held a role that is not yours to give."
    ),
    "deputies-of-each-other": _(
        "One of the two stands in for the other. End that first: nobody can be their own deputy."
    ),
    "deputies-of-the-same": _(
        "Both are standing deputies for the same person in the same role. End one of the two first."
    ),
    "merge-undone": _("The two have been taken apart already. Nothing was changed."),
    "merged-further": _(
        "The person has been erased, or merged into another since. Take that apart first. Nothing was changed."
    ),
    "merged-away": _("This row has been merged into another. Erase the person it went up in."),
}

PERMISSION_NAMES: dict[Permission, str | Promise] = {
    Permission.READ_PLACES: _("Read about places"),
    Permission.MANAGE_PLACES: _("Add, change and merge places"),
    Permission.READ_PEOPLE: _("Read about people"),
    Permission.MANAGE_PEOPLE: _("Add people, give and end roles"),
    Permission.INVITE_PEOPLE: _("Invite people"),
    Permission.READ_REVIEWS: _("Read reviews"),
    Permission.READ_REVIEW_HISTORY: _("Read the history of reviews"),
    Permission.EDIT_REVIEWS: _("Change reviews"),
    Permission.REPORT_PROGRESS: _("Say how far an action has come"),
    Permission.FOLLOW_UP_ACTIONS: _("Judge whether an action was done"),
    Permission.IMPORT_REVIEWS: _("Import reviews"),
    Permission.OVERRULE_GRADES: _("Overrule proposed grades"),
    Permission.PUBLISH_REVIEWS: _("Publish reviews"),
    Permission.READ_STATISTICS: _("Read statistics"),
    Permission.ORDER_REVIEWS: _("Order reviews"),
    Permission.RUN_CASES: _("Plan and lead reviews from order to decision"),
    Permission.RUN_INTERNAL_CASES: _("Plan and lead internal reviews"),
    Permission.COORDINATE_CASES: _("Staff and calibrate the reviews of a specialty"),
    Permission.KEEP_REVIEWERS: _("Keep the pool of reviewers"),
    Permission.JUDGE_CASES: _("Take part in a team of reviewers"),
    Permission.ANSWER_FOR_UNIT: _("Answer for the unit when it is reviewed"),
    Permission.KNOW_OF_CASES: _("Know that the unit is to be reviewed"),
}

END_REASON_NAMES: dict[str, str | Promise] = {
    EndReason.LEFT: _("Has left the post"),
    EndReason.REPLACED: _("Somebody else takes over"),
    EndReason.FINISHED: _("Has finished training"),
    EndReason.MISTAKE: _("Was given by mistake"),
}

MERGE_REASON_NAMES: dict[str, str | Promise] = {
    MergeReason.ADDED_TWICE: _("Added twice"),
    MergeReason.OTHER_ADDRESS: _("Came in with another address"),
    MergeReason.OTHER_NAME: _("Has another name"),
}

ABSENCE_REASON_NAMES: dict[str, str | Promise] = {
    AbsenceReason.HOLIDAY: _("Holiday"),
    AbsenceReason.LEAVE: _("Leave"),
    AbsenceReason.DUTY: _("Duty elsewhere"),
    AbsenceReason.OTHER: _("Other absence"),
}

ORDER_NAMES: dict[PeopleOrder, str | Promise] = {
    PeopleOrder.NAME: _("By name"),
    PeopleOrder.NEWEST_ROLE: _("Newest role first, without those who have none"),
}

STATE_NAMES: dict[LogInState, str | Promise] = {
    LogInState.NO_ROLE: _("Without a role"),
    LogInState.NO_LOG_IN: _("Without a log-in"),
    LogInState.CLOSED: _("With a closed log-in"),
    LogInState.NO_SECOND_STEP: _("Without the second step their role asks for"),
}

REACH_NAMES: dict[Reach, str | Promise] = {
    Reach.NATIONAL: _("The whole country"),
    Reach.REGION: _("Region"),
    Reach.CARE_PROVIDER: _("Care provider"),
    Reach.UNIT: _("Unit"),
    Reach.SPECIALTY: _("Specialty"),
}

STATE_OF_INVITATION: dict[InvitationState, str | Promise] = {
    InvitationState.WAITING: _("Waits for an answer"),
    InvitationState.UNDELIVERED: _("Could not be delivered"),
    InvitationState.EXPIRED: _("Has run out"),
    InvitationState.ACCEPTED: _("Accepted"),
    InvitationState.WITHDRAWN: _("Taken back"),
}

ALL_ROLES = _("All my roles")

# The look of each state in a list.
KIND_OF_STATE: dict[InvitationState, str] = {
    InvitationState.WAITING: "waiting",
    InvitationState.UNDELIVERED: "late",
    InvitationState.EXPIRED: "late",
    InvitationState.ACCEPTED: "done",
    InvitationState.WITHDRAWN: "stopped",
}

PERSON_PAGE = "accounts.person"
PAGE_NAMES: dict[str, str | Promise] = {PERSON_PAGE: _("The page about you")}


def place_name(assignment: "Assignment | Invitation") -> str:
    """Name the place of an assignment or an invitation, in the language of the page."""
    place = assignment.place
    if assignment.specialty and place == assignment.specialty:
        return specialty_name(assignment.specialty)
    return place.name if place else str(_("the whole country"))


def role_at_place(assignment: "Assignment | Invitation") -> str:
    """Say role and place in one phrase."""
    return _("%(role)s, %(place)s") % {
        "role": ROLE_NAMES[Role(assignment.role)],
        "place": place_name(assignment),
    }


def place_in_row(row: dict[str, Any]) -> str:
    """Name the place of a plain row (`queries.people_list.PLACE_NAMES`), in the language of the page."""
    if get_language() == "en" and row["specialty__name_en"]:
        return str(row["specialty__name_en"])
    names = (row[f"{kind}__name"] for kind in PLACES)
    return next((name for name in names if name), "") or str(_("the whole country"))


def role_in_row(row: dict[str, Any]) -> str:
    """Say role and place of a plain row in one phrase."""
    return _("%(role)s, %(place)s") % {"role": ROLE_NAMES[Role(row["role"])], "place": place_in_row(row)}


def role_in_words(held: "HeldRole") -> str:
    """Say a held role and its place in one phrase, in the language of the page."""
    name = held.place_name_en if get_language() == "en" and held.specialty_key else held.place_name
    words = {"role": ROLE_NAMES[held.role], "place": name or _("the whole country")}
    if held.for_person_id is not None:
        return _("%(role)s, %(place)s, as deputy") % words
    return _("%(role)s, %(place)s") % words


def refusal_text(refused: "Refused") -> str:
    """Say in the language of the page why something is refused."""
    return str(REFUSALS[refused.code])


def as_deputy_of(role: str, name: str) -> str:
    """Say a role that is held as the deputy of somebody."""
    return _("%(role)s (deputy for %(name)s)") % {"role": role, "name": name}


def deputyship_words(deputyship: "Deputyship") -> str:
    """Say who stands in for whom, or who is away."""
    names = {"name": deputyship.assignment.person.name}
    if deputyship.deputy is None:
        return _("%(name)s is away, nobody stands in") % names
    names["deputy"] = deputyship.deputy.name
    if deputyship.is_standing:
        return _("%(deputy)s is standing deputy for %(name)s") % names
    return _("%(name)s is away, %(deputy)s stands in") % names


def period_words(first: date, last: date | None) -> str:
    """Say from which day to which, both included."""
    if last is None:
        return _("from %(day)s, until further notice") % {"day": date_format(first, "j F Y")}
    words = {"first": date_format(first, "j F Y"), "last": date_format(last, "j F Y")}
    return words["first"] if first == last else _("%(first)s – %(last)s") % words
