"""Rows of a list of people checked against the register: who is known, which place is meant, what is held."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import translation
from rapidfuzz import fuzz, process

from kollegium.accounts import queries
from kollegium.accounts.models import Assignment
from kollegium.accounts.wording import ROLE_NAMES
from kollegium.domain.people_rows import PersonRow, RowFault, RowWarning, understood
from kollegium.domain.periods import Period
from kollegium.domain.roles import ROLES, Permission, Place, Reach, Role, may_grant
from kollegium.domain.swedish import sort_key
from kollegium.organisations.queries.matching import comparable

if TYPE_CHECKING:
    from kollegium.accounts.queries.imports import KnownPerson, NamedPlace
    from kollegium.domain.roles import Actor

NEAR_ENOUGH = 75.0
MOST_SUGGESTIONS = 3
THE_COUNTRY = {"", "hela landet", "landet", "sverige", "the whole country"}


@dataclass(slots=True)
class CheckedRow:
    """A row as it would be taken in: who it is, where, and whether it makes anything at all.

    `place` None with a role means the whole country. `same_as` is the number of an earlier row about the
    same new person. `is_left_out`: the role is there already.
    """

    row: PersonRow
    place: "NamedPlace | None" = None
    known: "KnownPerson | None" = None
    same_as: int | None = None
    is_left_out: bool = False
    suggestions: list[str] = field(default_factory=list)

    @property
    def has_faults(self) -> bool:
        """Say whether the row cannot be taken in."""
        return bool(self.row.faults)


def role_names() -> dict[str, Role]:
    """Give every role by the sort key of what it is called, in Swedish, in English and by its key."""
    found = {sort_key(role.value): role for role in Role}
    for language in ("sv", "en"):
        with translation.override(language):
            found |= {sort_key(str(name)): role for role, name in ROLE_NAMES.items()}
    return found


def checked_rows(
    actor: "Actor", written: Iterable[tuple[int, dict[str, str]]], *, as_of: date
) -> list[CheckedRow]:
    """Check every row; a handful of queries for all of them together."""
    names = role_names()
    rows = [CheckedRow(understood(number, texts, names, today=as_of)) for number, texts in written]
    places = _Places(queries.named_places())
    for checked in rows:
        _check_address(checked.row)
        _find_place(actor, checked, places)
    _find_people(rows, shows_names=actor.places(Permission.MANAGE_PEOPLE).national)
    _find_held(rows)
    _find_twice(rows)
    return rows


class _Places:
    """The places of the register by name, and the answers given so far: a list names few places many times."""

    def __init__(self, places: list["NamedPlace"]) -> None:
        self._exact: dict[str, list[NamedPlace]] = {}
        self._loose: dict[str, list[NamedPlace]] = {}
        for place in places:
            for name in place.names:
                self._exact.setdefault(sort_key(name), []).append(place)
                self._loose.setdefault(comparable(name), []).append(place)
        self._near: dict[str, list[str]] = {}

    def named(self, words: str, reaches: frozenset[Reach]) -> tuple[list["NamedPlace"], bool]:
        """Give the places of these kinds called so, and whether the name was read with some goodwill."""
        exact = [place for place in self._exact.get(sort_key(words), []) if place.reach in reaches]
        if exact:
            return exact, False
        loose = self._loose.get(comparable(words), [])
        return [place for place in loose if place.reach in reaches], True

    def other_kinds(self, words: str) -> bool:
        """Say whether the name is that of a place of any kind."""
        return sort_key(words) in self._exact

    def near(self, words: str, reaches: frozenset[Reach]) -> list[str]:
        """Give the names most alike."""
        key = f"{words} {sorted(reaches)}"
        if key not in self._near:
            choices = {
                name: places[0].name
                for name, places in self._loose.items()
                if any(place.reach in reaches for place in places)
            }
            matches = process.extract(
                comparable(words),
                list(choices),
                scorer=fuzz.token_sort_ratio,
                score_cutoff=NEAR_ENOUGH,
                limit=MOST_SUGGESTIONS,
            )
            self._near[key] = list(dict.fromkeys(choices[name] for name, _score, _index in matches))
        return self._near[key]


def _check_address(row: PersonRow) -> None:
    if not row.email or any(fault is RowFault.EMAIL_WRONG for fault, _words in row.faults):
        return
    try:
        validate_email(row.email)
    except ValidationError:
        row.say(RowFault.EMAIL_WRONG, row.email)


def _find_place(actor: "Actor", checked: CheckedRow, places: _Places) -> None:
    row, role = checked.row, checked.row.role
    if role is None:
        return
    reaches = ROLES[role].reaches
    if row.place_words.lower() in THE_COUNTRY:
        if Reach.NATIONAL not in reaches:
            row.say(RowFault.PLACE_MISSING)
        elif not may_grant(actor, role, Place()):
            row.say(RowFault.NOT_YOURS)
        return
    found, with_goodwill = places.named(row.place_words, reaches)
    if len(found) > 1:
        row.say(RowFault.PLACE_UNCLEAR, row.place_words)
        checked.suggestions = [place.whole_name for place in found[:MOST_SUGGESTIONS]]
    elif not found:
        is_other = places.other_kinds(row.place_words)
        row.say(RowFault.PLACE_WRONG_KIND if is_other else RowFault.PLACE_UNKNOWN, row.place_words)
        checked.suggestions = places.near(row.place_words, reaches)
    else:
        checked.place = found[0]
        if with_goodwill:
            row.warn(RowWarning.PLACE_READ_AS, found[0].whole_name)
        if not may_grant(actor, role, found[0].place):
            row.say(RowFault.NOT_YOURS)


def _find_people(rows: list[CheckedRow], *, shows_names: bool) -> None:
    known = queries.known_people(
        emails={one.row.email for one in rows if one.row.email},
        hsa_ids={one.row.hsa_id for one in rows if one.row.hsa_id},
        sort_keys={sort_key(one.row.name) for one in rows if one.row.name},
    )
    for checked in rows:
        row = checked.row
        by_hsa_id = known.by_hsa_id.get(row.hsa_id) if row.hsa_id else None
        by_email = known.by_email.get(row.email) if row.email else None
        if by_hsa_id and by_email and by_hsa_id.pk != by_email.pk:
            row.say(RowFault.HSA_ID_TAKEN, row.hsa_id)
        checked.known = by_hsa_id or by_email
        if checked.known is not None:
            row.warn(RowWarning.KNOWN, checked.known.name if shows_names else "")
        elif sort_key(row.name) in known.sort_keys:
            row.warn(RowWarning.NEAR_NAME, row.name)


def _find_held(rows: list[CheckedRow]) -> None:
    ids = {one.known.pk for one in rows if one.known is not None}
    held: dict[tuple[int, str, str], list[Period]] = {}
    for assignment in Assignment.objects.filter(person__in=ids):
        key = (assignment.person_id, assignment.role, _key_of(assignment))
        held.setdefault(key, []).append(Period(assignment.valid_from, assignment.valid_until))
    for checked in rows:
        row = checked.row
        # Of a row that is not the actor's to bring in nothing is told: what somebody is elsewhere is not theirs.
        if checked.known is None or row.role is None or row.valid_from is None or checked.has_faults:
            continue
        key = (checked.known.pk, row.role.value, checked.place.key if checked.place else "country")
        if any(period.overlaps(Period(row.valid_from, row.valid_until)) for period in held.get(key, [])):
            row.warn(RowWarning.ALREADY_HELD)
            checked.is_left_out = True


def _key_of(assignment: Assignment) -> str:
    for reach in (Reach.UNIT, Reach.CARE_PROVIDER, Reach.REGION, Reach.SPECIALTY):
        number = getattr(assignment, f"{reach.value}_id")
        if number is not None:
            return f"{reach.value}:{number}"
    return "country"


def _find_twice(rows: list[CheckedRow]) -> None:
    """Let rows about one new person make one person, and the same role once."""
    first_of: dict[str, int] = {}
    given: dict[tuple[object, ...], int] = {}
    hsa_ids: dict[str, str] = {}
    for checked in rows:
        row = checked.row
        who = _identity(checked)
        if checked.known is None:
            checked.same_as = first_of.get(who)
            first_of.setdefault(who, row.number)
        if row.hsa_id and hsa_ids.setdefault(row.hsa_id, who) != who:
            row.say(RowFault.HSA_ID_TAKEN, row.hsa_id)
        what = (who, row.role, checked.place.key if checked.place else row.place_words)
        if what in given:
            row.warn(RowWarning.TWICE, str(given[what]))
            checked.is_left_out = True
        given.setdefault(what, row.number)


def _identity(checked: CheckedRow) -> str:
    if checked.known is not None:
        return f"person:{checked.known.pk}"
    # Two of one name without an address are two people until somebody says otherwise, unless all is the same.
    return checked.row.email or checked.row.hsa_id or f"name:{sort_key(checked.row.name)}"
