"""Bring many people in at once from a list, correct its rows, confirm it, and take it back."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kollegium import jobs
from kollegium.accounts.actions.administrators import keeping_an_administrator
from kollegium.accounts.actions.invitations import InvitationValues, invite_person
from kollegium.accounts.actions.refusals import PeopleRefused, require
from kollegium.accounts.models import PLACES, Assignment, ImportState, Invitation, PeopleImport, Person
from kollegium.accounts.people_rows import CheckedRow, checked_rows
from kollegium.accounts.queries import used_since
from kollegium.domain.roles import Permission, Reach, Role, SystemActor
from kollegium.domain.swedish import sort_key
from kollegium.trail.copying import copy_in, reserved_ids
from kollegium.trail.names import person_id
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

# A preview holds what somebody wrote about people: it is not kept longer than it is of use.
PREVIEW_DAYS = 7
TIDYING = SystemActor("tidying")


def start_import(
    *, file_name: str, written: list[tuple[int, dict[str, str]]], now: datetime, by: "Actor"
) -> PeopleImport:
    """Keep a list as a preview; nobody is added. Raises PeopleRefused."""
    require(by, Permission.MANAGE_PEOPLE)
    with recording(by=by, action="accounts.start_import"):
        return PeopleImport.objects.create(
            file_name=file_name[:200],
            created_by_id=person_id(by.key),
            created_at=now,
            row_count=len(written),
            rows=written,
        )


def correct_row(
    *, import_id: int, number: int, texts: dict[str, str], expected_version: int, by: "Actor"
) -> PeopleImport:
    """Write one row of a preview anew. Raises PeopleRefused when the import was changed or confirmed meanwhile."""
    with _locked(import_id, "accounts.correct_import_row", by) as found:
        if found.version != expected_version:
            raise PeopleRefused("import-changed")
        found.rows = [[n, texts if n == number else row] for n, row in found.rows]
        found.version += 1
        found.save(update_fields=["rows", "version"])
    return found


def leave_row_out(*, import_id: int, number: int, by: "Actor") -> PeopleImport:
    """Take one row out of a preview. Raises PeopleRefused."""
    with _locked(import_id, "accounts.correct_import_row", by) as found:
        found.rows = [[n, row] for n, row in found.rows if n != number]
        found.row_count, found.version = len(found.rows), found.version + 1
        found.save(update_fields=["rows", "row_count", "version"])
    return found


def forget_old_previews(*, now: datetime) -> None:
    """Throw away the previews that nobody has confirmed within seven days. Side effects: rows gone."""
    with recording(by=TIDYING, action="accounts.forget_old_previews"):
        old = PeopleImport.objects.filter(state=ImportState.PREVIEW)
        old.filter(created_at__lt=now - timedelta(days=PREVIEW_DAYS)).delete()


def take_out_of_previews(person: Person, addresses: Iterable[str]) -> None:
    """Take the rows that tell of a person out of every preview, as part of an action."""
    known = {address for address in addresses if address}
    for found in PeopleImport.objects.select_for_update().filter(state=ImportState.PREVIEW):
        kept = [[number, texts] for number, texts in found.rows if not _tells_of(texts, person, known)]
        if len(kept) < len(found.rows):
            found.rows, found.row_count, found.version = kept, len(kept), found.version + 1
            found.save(update_fields=["rows", "row_count", "version"])


def _tells_of(texts: dict[str, str], person: Person, addresses: set[str]) -> bool:
    email = texts.get("email", "").strip().lower()
    hsa_id = "".join(texts.get("hsa_id", "").split()).upper()
    if email in addresses or (hsa_id and hsa_id == person.hsa_id):
        return True
    # The same name with another address is somebody else.
    return not email and sort_key(" ".join(texts.get("name", "").split())) == person.sort_key


def discard_import(*, import_id: int, by: "Actor") -> None:
    """Throw a preview away. Raises PeopleRefused."""
    with _locked(import_id, "accounts.discard_import", by) as found:
        found.delete()


def confirm_import(
    *, import_id: int, invites: bool = False, as_of: date, now: datetime, by: "Actor"
) -> PeopleImport:
    """Add the people of a preview and give them their roles, all or none. No log-in is opened by it.

    Every row is checked anew: the register may have changed since the preview was shown.

    **Raises** PeopleRefused: not allowed, confirmed or discarded already, `import-has-faults`, `import-empty`.

    Side effects: with `invites` the queued letters to those who have an address and no log-in.
    """
    with _locked(import_id, "accounts.confirm_import", by) as found:
        rows = checked_rows(by, found.rows, as_of=as_of)
        if any(row.has_faults for row in rows):
            raise PeopleRefused("import-has-faults")
        taken = [row for row in rows if not row.is_left_out]
        if not taken:
            raise PeopleRefused("import-empty")
        people = _add_people(taken)
        ids = reserved_ids(Assignment, len(taken))
        assignments = [
            _assignment(pk, row, people[_number_of(row)]) for pk, row in zip(ids, taken, strict=True)
        ]
        copy_in(assignments)
        found.made = [
            {
                "number": row.row.number,
                "person": assignment.person_id,
                "is_new": row.known is None,
                "assignment": assignment.pk,
            }
            for row, assignment in zip(taken, assignments, strict=True)
        ]
        found.state, found.confirmed_at, found.rows = ImportState.CONFIRMED, now, []
        found.version += 1
        found.save(update_fields=["made", "state", "confirmed_at", "rows", "version"])
        if invites:
            jobs.enqueue("accounts.invite_imported", import_id=found.pk, person_id=person_id(by.key))
    return found


def invite_imported(*, import_id: int, now: datetime, by: "Actor") -> int:
    """Invite the people of an import who have an address and no log-in, and give how many letters were queued.

    One letter for each person, to the first of their roles. Who is invited already, or whose role is over,
    gets none.
    """
    require(by, Permission.MANAGE_PEOPLE)
    found = PeopleImport.objects.get(pk=import_id)
    if found.state != ImportState.CONFIRMED:
        return 0
    held = Assignment.objects.filter(pk__in=[row["assignment"] for row in found.made])
    held = held.exclude(person__email="").exclude(person__accounts__isnull=False)
    first_of = {
        item.person_id: item for item in held.select_related("person", *PLACES).order_by("-valid_from", "-pk")
    }
    return sum(_invited(assignment, now, by) for assignment in first_of.values())


def _invited(assignment: Assignment, now: datetime, by: "Actor") -> bool:
    values = InvitationValues(
        name=assignment.person.name,
        email=assignment.person.email,
        role=Role(assignment.role),
        at=assignment.place,
        valid_from=assignment.valid_from,
        valid_until=assignment.valid_until,
        language=assignment.person.language,
    )
    try:
        invite_person(values=values, now=now, by=by)
    except PeopleRefused as refused:
        if refused.code in ("already-invited", "period-over"):
            return False
        raise
    return True


def undo_import(*, import_id: int, now: datetime, by: "Actor") -> PeopleImport:
    """Take back what an import made, but for the rows something has been built on since; these are kept.

    **Raises** PeopleRefused: not allowed, not confirmed, undone already, `import-all-used`, the last administrator.
    """
    with (
        _locked(import_id, "accounts.undo_import", by, state=ImportState.CONFIRMED) as found,
        keeping_an_administrator(as_of=timezone.localdate(now)),
    ):
        made: list[dict[str, Any]] = found.made
        # Locked first, so that nobody builds on a row between the look and the taking back.
        people = {row["person"] for row in made}
        list(Person.objects.select_for_update().filter(pk__in=people).order_by("pk").values_list("pk"))
        kept = used_since(made, confirmed_at=found.confirmed_at or now)
        taken_back = [row for row in made if row["number"] not in kept]
        if not taken_back:
            raise PeopleRefused("import-all-used")
        kept_people = {row["person"] for row in made if row["number"] in kept}
        Assignment.objects.filter(pk__in=[row["assignment"] for row in taken_back]).delete()
        gone = {row["person"] for row in taken_back if row["is_new"]} - kept_people
        addresses = Person.objects.filter(pk__in=gone).exclude(email="").values_list("email", flat=True)
        sent_since = Invitation.objects.open().filter(
            email__in=list(addresses), created_at__gte=found.confirmed_at
        )
        sent_since.update(withdrawn_at=now)
        Person.objects.filter(pk__in=gone).delete()
        found.made = [row | {"kept": row["number"] in kept} for row in made]
        found.state, found.undone_at, found.version = ImportState.UNDONE, now, found.version + 1
        found.save(update_fields=["made", "state", "undone_at", "version"])
    return found


@contextmanager
def _locked(
    import_id: int, action: str, by: "Actor", *, state: ImportState = ImportState.PREVIEW
) -> Iterator[PeopleImport]:
    """Run an action on an import, one at a time: whoever comes second finds what the first has done."""
    require(by, Permission.MANAGE_PEOPLE)
    with recording(by=by, action=action):
        found = PeopleImport.objects.select_for_update().filter(pk=import_id).first()
        if found is None or found.state != state:
            raise PeopleRefused("import-not-open" if state == ImportState.PREVIEW else "import-not-confirmed")
        owner = found.created_by
        is_own = owner is not None and person_id(by.key) in (owner.pk, owner.merged_into_id)
        if not is_own and not by.places(Permission.MANAGE_PEOPLE).national:
            raise PeopleRefused("not-allowed")
        yield found


def _number_of(row: CheckedRow) -> int:
    return row.same_as or row.row.number


def _add_people(rows: list[CheckedRow]) -> dict[int, int]:
    """Add those who are new. Shape: row number → the person's id, for every row that stands for itself."""
    new = [row for row in rows if row.known is None and row.same_as is None]
    added = [
        Person(
            pk=pk,
            name=row.row.name,
            sort_key=sort_key(row.row.name),
            email=row.row.email,
            hsa_id=row.row.hsa_id or None,
            language=row.row.language,
        )
        for pk, row in zip(reserved_ids(Person, len(new)), new, strict=True)
    ]
    copy_in(added)
    ids = {row.row.number: person.pk for row, person in zip(new, added, strict=True)}
    return ids | {row.row.number: row.known.pk for row in rows if row.known is not None}


def _assignment(pk: int, row: CheckedRow, person: int) -> Assignment:
    place = row.place
    column = {f"{place.reach.value}_id": place.pk} if place and place.reach is not Reach.NATIONAL else {}
    return Assignment(
        pk=pk,
        person_id=person,
        role=row.row.role,
        valid_from=row.row.valid_from,
        valid_until=row.row.valid_until,
        end_reason="",
        **column,
    )
