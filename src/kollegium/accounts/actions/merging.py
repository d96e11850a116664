"""Make two rows of one person one, and take them apart again."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.utils import timezone

from kollegium.accounts.actions.administrators import keeping_an_administrator
from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.actions.sessions import end_sessions_of
from kollegium.accounts.following import followed_rows, hand_over
from kollegium.accounts.models import (
    Account,
    Assignment,
    Deputyship,
    Invitation,
    MergeReason,
    Person,
    PersonMerge,
    ProposalOutcome,
    RoleProposal,
)
from kollegium.accounts.queries import MergePlan, may_merge, merge_plan
from kollegium.notifications.actions import hand_over_reminders
from kollegium.trail.names import person_id as person_id_of
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

# What goes along under its own id: key in `PersonMerge.moved` → the model and the column that names the person.
MOVED: dict[str, tuple[type[Any], str]] = {
    "log_ins": (Account, "person"),
    "roles": (Assignment, "person"),
    "deputyships": (Deputyship, "deputy"),
    "proposals": (RoleProposal, "person"),
    "invitations": (Invitation, "invited_by"),
    "rows": (Person, "merged_into"),
}


def merge_people(
    *, gone_id: int, stays_id: int, reason: MergeReason, expected: str, now: datetime, by: "Actor"
) -> PersonMerge:
    """Let one row of a person go up in another: log-ins with their second steps, roles, deputies move along.

    A role both hold, that the other covers, ends the day before. What was done under the row that goes, and
    the log of it, stays as it was. `expected` is the mark of the plan that was shown.

    **Raises** PeopleRefused: not the actor's to change both, one's own row, `changed-meanwhile`,
    `deputies-of-each-other`, `deputies-of-the-same`, the last administrator.

    Side effects: every session of the log-ins that move ends.
    """
    as_of = timezone.localdate(now)
    with recording(by=by, action="accounts.merge_people"), keeping_an_administrator(as_of=as_of):
        people = _locked(gone_id, stays_id)
        if len(people) < 2:
            raise PeopleRefused("changed-meanwhile")
        if not may_merge(by, *people.values()):
            raise PeopleRefused("merge-not-allowed")
        plan = merge_plan(people[gone_id], people[stays_id], as_of=as_of)
        if plan.mark != expected:
            raise PeopleRefused("changed-meanwhile")
        for code in plan.obstacles:
            raise PeopleRefused(code)
        merge = PersonMerge(
            person=people[gone_id],
            into=people[stays_id],
            reason=reason,
            merged_by_id=person_id_of(by.key),
            merged_at=now,
        )
        merge.moved = _move(plan, now)
        merge.save()
    return merge


def undo_merge(*, merge_id: int, now: datetime, by: "Actor") -> PersonMerge:
    """Take two rows apart again: what moved goes back, as far as it still belongs to the one who stayed.

    What came about since stays where it came about, and so does an address or HSA-id that was changed since. A role that was ended by the merge holds again, unless
    it was changed since.

    **Raises** PeopleRefused: not the actor's to change, undone already, erased since, the last administrator.

    Side effects: every session of the log-ins that go back ends.
    """
    with (
        recording(by=by, action="accounts.undo_merge"),
        keeping_an_administrator(as_of=timezone.localdate(now)),
    ):
        merge = PersonMerge.objects.select_for_update().filter(pk=merge_id).first()
        if merge is None or merge.undone_at is not None:
            raise PeopleRefused("merge-undone")
        stays = _locked(merge.into_id).get(merge.into_id)
        if stays is None:
            raise PeopleRefused("merged-further")
        if not may_merge(by, stays):
            raise PeopleRefused("merge-not-allowed")
        _move_back(merge, stays, as_of=timezone.localdate(merge.merged_at))
        merge.undone_at = now
        merge.save(update_fields=["undone_at"])
    return merge


def _locked(*ids: int) -> dict[int, Person]:
    # In one order, whichever of them is to stay: two who merge the same pair must not wait for each other.
    rows = Person.objects.select_for_update().present().filter(pk__in=ids).order_by("pk")
    return {person.pk: person for person in rows}


def _move(plan: MergePlan, now: datetime) -> dict[str, Any]:
    """Move everything of the plan and give what was moved, as `PersonMerge.moved` keeps it."""
    gone, stays = plan.gone.person, plan.stays.person
    settled = _settle_doubled_proposals(plan, now)
    moved = {
        "log_ins": [row.pk for row in plan.gone.log_ins],
        "roles": [row.pk for row in plan.gone.roles],
        "deputyships": [row.pk for row in plan.moving_deputyships],
        "proposals": [row.pk for row in plan.gone.proposals if row.pk not in settled],
        "invitations": [row.pk for row in plan.gone.invitations],
        "rows": list(Person.objects.filter(merged_into=gone).order_by("pk").values_list("pk", flat=True)),
    }
    for key, ids in moved.items():
        model, column = MOVED[key]
        model._default_manager.filter(pk__in=ids).update(**{column: stays})
    followed = followed_rows(gone, stays)
    hand_over(followed, whose=gone, to=stays)
    # None of its roles is the row's any more, and one of them may be what it works in.
    taken: dict[str, Any] = {"merged_into": stays, "hat": None, "version": F("version") + 1}
    given: dict[str, Any] = {"version": F("version") + 1}
    if plan.takes_email:
        given["email"] = gone.email
    if plan.takes_hsa_id:
        taken["hsa_id"], given["hsa_id"] = None, gone.hsa_id
    Person.objects.filter(pk=gone.pk).update(**taken)
    Person.objects.filter(pk=stays.pk).update(**given)
    for account in plan.gone.log_ins:
        end_sessions_of(account)
    ended = _end(plan.doubled, plan.as_of)
    return {
        **moved,
        "followed": followed,
        "reminders": hand_over_reminders(of=gone.pk, to=stays.pk),
        "settled": settled,
        "ended": ended,
        "email": plan.takes_email,
        "hsa_id": plan.takes_hsa_id,
    }


def _settle_doubled_proposals(plan: MergePlan, now: datetime) -> list[int]:
    """Close what is proposed of the row that goes and waits for the other too, or is held by it already."""
    waiting = {(row.role, row.hsa_id) for row in plan.stays.proposals}
    waiting |= {_proposed(row) for row in plan.stays.proposals if row.place is not None}
    held = {_proposed(role) for role in plan.stays.held(plan.as_of)}
    doubled = [
        row.pk
        for row in plan.gone.proposals
        if (row.role, row.hsa_id) in waiting or (row.place is not None and _proposed(row) in waiting | held)
    ]
    RoleProposal.objects.filter(pk__in=doubled).update(outcome=ProposalOutcome.SETTLED, decided_at=now)
    return doubled


def _proposed(row: RoleProposal | Assignment) -> tuple[object, ...]:
    return row.role, row.unit_id, row.care_provider_id


def _end(roles: list[Assignment], as_of: date) -> list[dict[str, Any]]:
    """End roles the day before and give them as they were."""
    Assignment.objects.filter(pk__in=[role.pk for role in roles]).update(
        valid_until=as_of - timedelta(days=1), end_reason=""
    )
    return [
        {
            "id": role.pk,
            "valid_until": role.valid_until.isoformat() if role.valid_until else None,
            "end_reason": role.end_reason,
        }
        for role in roles
    ]


def _move_back(merge: PersonMerge, stays: Person, *, as_of: date) -> None:
    gone = Person.objects.select_for_update().get(pk=merge.person_id)
    moved = merge.moved
    for key, (model, column) in MOVED.items():
        back = model._default_manager.filter(pk__in=moved[key], **{column: stays})
        # The rows that were merged into this one before go back to it, everything else to whom it was.
        back.update(**{column: gone})
    # Merges from before these went along have neither.
    hand_over(moved.get("followed", {}), whose=stays, to=gone)
    hand_over_reminders(of=stays.pk, to=gone.pk, ids=moved.get("reminders", []))
    for row in moved["ended"]:
        untouched = Assignment.objects.filter(
            pk=row["id"], person=gone, valid_until=as_of - timedelta(days=1)
        )
        untouched.update(valid_until=row["valid_until"], end_reason=row["end_reason"])
    # A chosen role that has gone back is not theirs to work in.
    Person.objects.filter(pk=stays.pk, hat__in=moved["roles"]).update(hat=None)
    taken: dict[str, Any] = {"version": F("version") + 1}
    given: dict[str, Any] = {"version": F("version") + 1, "merged_into": None}
    if moved["email"] and stays.email == gone.email:
        taken["email"] = ""
    if moved["hsa_id"] and stays.hsa_id and stays.hsa_id == _earlier_hsa_id(gone):
        taken["hsa_id"], given["hsa_id"] = None, stays.hsa_id
    Person.objects.filter(pk=stays.pk).update(**taken)
    Person.objects.filter(pk=gone.pk).update(**given)
    for account in Account.objects.filter(pk__in=moved["log_ins"], person=gone):
        end_sessions_of(account)


def _earlier_hsa_id(person: Person) -> str | None:
    """Give the HSA-id a row had last, from the log."""
    events: Any = Person._meta.get_field("events").related_model
    had = events.objects.filter(pgh_obj_id=person.pk, hsa_id__isnull=False).order_by("-pgh_id")
    return had.values_list("hsa_id", flat=True).first()
