"""What a case's pages show of its questionnaires."""

from datetime import date

from django.db.models import CharField, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat

from kollegium.accounts.queries.unit_people import people_at_unit
from kollegium.domain import instruments
from kollegium.domain.instruments import RespondentRole
from kollegium.domain.roles import Role
from kollegium.questionnaires import queries
from kollegium.questionnaires.actions import Invited
from kollegium.questionnaires.models import Group, Round
from kollegium.reviews.models import Review

ROLES_ASKED = {
    RespondentRole.TRAINEE: (Role.TRAINEE,),
    RespondentRole.SUPERVISOR: (Role.MAIN_SUPERVISOR, Role.PLACEMENT_SUPERVISOR),
    RespondentRole.PROGRAMME_DIRECTOR: (Role.PROGRAMME_DIRECTOR,),
    RespondentRole.HEAD_OF_UNIT: (Role.HEAD_OF_UNIT,),
}


def subject_of(review: Review) -> str:
    """Give the word by which questionnaires know the case."""
    return f"review:{review.pk}"


def rounds_of_cases() -> QuerySet[Round]:
    """Give the round of the case that a query around it is about."""
    return Round.objects.filter(subject_key=_outer_subject())


def groups_of_cases() -> QuerySet[Group]:
    """Give the groups of the case that a query around it is about."""
    return Group.objects.filter(round__subject_key=_outer_subject())


def _outer_subject() -> Concat:
    return Concat(Value("review:"), Cast(OuterRef("pk"), CharField()))


def round_of_case(review: Review) -> Round | None:
    """Give the round of the case, if one is prepared."""
    return queries.round_of(subject_of(review))


def group_of_case(review: Review, instrument_key: str) -> Group | None:
    """Give one group of the case's round."""
    return queries.group_of(subject_of(review), instrument_key)


def people_to_ask(review: Review, *, as_of: date) -> dict[str, list[Invited]]:
    """Give those at the unit whom each questionnaire is for and who can be written to.

    Shape: questionnaire key → people.
    """
    found: dict[str, list[Invited]] = {}
    for key in instruments.CURRENT:
        held = people_at_unit(review.unit_id, ROLES_ASKED[instruments.load(key).role], as_of=as_of)
        found[key] = [Invited(one.name, one.email, one.language) for one in held if one.email]
    return found
