"""What waits for those who keep people in order: proposed roles, invitations, log-ins that are not safe yet."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, Q, Value, When
from django.utils import timezone

from kollegium.accounts.models import Account, Assignment, Invitation
from kollegium.accounts.providers import providers
from kollegium.accounts.queries import proposals
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission, Role, needs_second_factor

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kollegium.domain.roles import Actor

ROLES_WITH_SECOND_STEP = frozenset(role.value for role in Role if needs_second_factor([role]))


def next_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give what waits among people; three queries at most, none for whoever gives no roles."""
    return [
        *_proposals_and_invitations(actor, as_of),
        *_without_second_step(actor, as_of),
        *_only_administrator(actor, as_of),
    ]


def accounts_without_second_step(actor: "Actor", *, as_of: date) -> "QuerySet[Account]":
    """Give the open log-ins, of people the actor manages, whose role asks for a second step they do not have.

    Where people log in at their employer, those with an HSA-id prove who they are there.
    """
    held = Assignment.objects.in_force(as_of).filter(role__in=ROLES_WITH_SECOND_STEP)
    held = held.within(actor.places(Permission.MANAGE_PEOPLE))
    found = Account.objects.filter(
        is_active=True, second_factor_since__isnull=True, person__in=held.values("person")
    )
    return found.filter(person__hsa_id__isnull=True) if providers() else found


def _proposals_and_invitations(actor: "Actor", as_of: date) -> list[NextStep]:
    """Give what is proposed and who was invited, each as one step; one query, as most of the start page asks for both."""
    morning = timezone.make_aware(datetime.combine(as_of, time.min))
    is_stuck = Q(undelivered_at__isnull=False) | Q(expires_at__lte=morning)
    invited = Case(When(is_stuck, then=Value("invitations-stuck")), default=Value("invitations-waiting"))
    counted = _counted(_invitations(actor), invited).union(
        _counted(proposals.waiting_for(actor), Value("roles-proposed")), all=True
    )
    found = dict(counted)
    steps = (
        ("roles-proposed", Urgency.WAITING),
        ("invitations-stuck", Urgency.WAITING),
        ("invitations-waiting", Urgency.SOON),
    )
    return [NextStep(kind, urgency, found[kind]) for kind, urgency in steps if found.get(kind)]


def _invitations(actor: "Actor") -> "QuerySet[Invitation]":
    scope = actor.places(Permission.INVITE_PEOPLE)
    return Invitation.objects.none() if scope.is_empty else Invitation.objects.within(scope).open()


def _counted(rows: "QuerySet[Any]", kind: "Case | Value") -> "QuerySet[Any, Any]":
    """Give (kind, how many) of the rows."""
    grouped = rows.order_by().annotate(step=kind).values("step")
    return grouped.annotate(number=Count("pk")).values_list("step", "number")


def _without_second_step(actor: "Actor", as_of: date) -> list[NextStep]:
    if not actor.may(Permission.MANAGE_PEOPLE):
        return []
    count = accounts_without_second_step(actor, as_of=as_of).values("person").distinct().count()
    return [NextStep("second-step-missing", Urgency.WAITING, count)] if count else []


def _only_administrator(actor: "Actor", as_of: date) -> list[NextStep]:
    """Warn the one who is alone: when they cannot log in, nobody gives roles any more."""
    if not actor.places(Permission.MANAGE_PEOPLE).national:
        return []
    held = Assignment.objects.for_the_country().in_force(as_of)
    able = held.filter(role=Role.ADMINISTRATOR, person__accounts__is_active=True)
    is_alone = able.values("person").distinct()[:2].count() < 2
    return [NextStep("only-administrator", Urgency.WAITING)] if is_alone else []
