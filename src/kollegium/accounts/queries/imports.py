"""Imports of people, and what of the register a list of people is checked against."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, F, OuterRef, Q
from django.http import Http404

from kollegium.accounts.models import Account, Assignment, Deputyship, PeopleImport, Person
from kollegium.domain.roles import Permission, Place, Reach
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place of the register with what it may be called; the last name tells it from others of the same name."""

    reach: Reach
    pk: int
    names: tuple[str, ...]
    place: Place

    @property
    def key(self) -> str:
        """Give the key of the place: `unit:12`."""
        return f"{self.reach.value}:{self.pk}"

    @property
    def name(self) -> str:
        """Give what it is called."""
        return self.names[0]

    @property
    def whole_name(self) -> str:
        """Give the name that tells it from others."""
        return self.names[-1]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody in the register."""

    pk: int
    name: str


@dataclass(slots=True)
class KnownPeople:
    """Who of a list is in the register, by address, by HSA-id, and whose name is."""

    by_email: dict[str, KnownPerson] = field(default_factory=dict)
    by_hsa_id: dict[str, KnownPerson] = field(default_factory=dict)
    sort_keys: set[str] = field(default_factory=set)


def named_places() -> list[NamedPlace]:
    """Give every place in use with its names; a unit is also called by name and site, and name and provider."""
    units = Unit.objects.current().values_list(
        "pk", "name", "site", "care_provider_id", "region_id", "care_provider__name"
    )
    found = [
        NamedPlace(
            Reach.UNIT,
            pk,
            tuple(dict.fromkeys([name, *([f"{name}, {site}"] if site else []), f"{name}, {provider}"])),
            Place(region_id=region_id, care_provider_id=provider_id, unit_id=pk),
        )
        for pk, name, site, provider_id, region_id, provider in units
    ]
    for pk, name, region_id, is_private in CareProvider.objects.current().values_list(
        "pk", "name", "region_id", "is_private"
    ):
        place = Place(region_id=None if is_private else region_id, care_provider_id=pk)
        found.append(NamedPlace(Reach.CARE_PROVIDER, pk, (name,), place))
    for pk, name in Region.objects.filter(merged_into__isnull=True).values_list("pk", "name"):
        found.append(NamedPlace(Reach.REGION, pk, (name,), Place(region_id=pk)))
    for pk, key, name, name_en in Specialty.objects.filter(merged_into__isnull=True).values_list(
        "pk", "key", "name", "name_en"
    ):
        names = (name, name_en) if name_en else (name,)
        found.append(NamedPlace(Reach.SPECIALTY, pk, names, Place(specialty_key=key)))
    return found


def known_people(*, emails: set[str], hsa_ids: set[str], sort_keys: set[str]) -> KnownPeople:
    """Give who of these is in the register; three queries.

    The contact address of somebody who can log in makes nobody known: they wrote it themselves.
    """
    known = KnownPeople()
    present = Person.objects.present()
    rows = present.filter(Q(email__in=emails) | Q(hsa_id__in=hsa_ids) | Q(sort_key__in=sort_keys))
    rows = rows.annotate(can_log_in=Exists(Account.objects.filter(person=OuterRef("pk"))))
    for pk, name, email, hsa_id, key, can_log_in in rows.order_by("pk").values_list(
        "pk", "name", "email", "hsa_id", "sort_key", "can_log_in"
    ):
        person = KnownPerson(pk, name)
        known.sort_keys.add(key)
        if email in emails and not can_log_in:
            known.by_email.setdefault(email, person)
        if hsa_id in hsa_ids:
            known.by_hsa_id[hsa_id] = person
    accounts = Account.objects.filter(email__in=emails).values_list("email", "person_id", "person__name")
    for email, person_id, name in accounts:
        known.by_email[email] = KnownPerson(person_id, name)
    _add_merged(known, emails=emails, hsa_ids=hsa_ids)
    return known


def _add_merged(known: KnownPeople, *, emails: set[str], hsa_ids: set[str]) -> None:
    """Let a list that still has the address or HSA-id of a merged row find the person it is."""
    merged = Person.objects.filter(merged_into__isnull=False, erased_at__isnull=True)
    merged = merged.filter(Q(email__in=emails) | Q(hsa_id__in=hsa_ids))
    by_contact = Exists(Person.objects.merged_without_log_in().filter(pk=OuterRef("pk")))
    rows = merged.annotate(by_contact=by_contact).order_by("pk")
    for into, name, email, hsa_id, is_known_by_contact in rows.values_list(
        "merged_into", "merged_into__name", "email", "hsa_id", "by_contact"
    ):
        person = KnownPerson(into, name)
        if is_known_by_contact and email in emails:
            known.by_email.setdefault(email, person)
        if hsa_id in hsa_ids:
            known.by_hsa_id.setdefault(hsa_id, person)


def list_imports(actor: "Actor") -> list[dict[str, Any]]:
    """Give plain rows of the newest imports: one's own, and with the right over the country everybody's."""
    found = PeopleImport.objects.filter(_visible_to(actor))
    rows = found.order_by("-created_at", "-pk").values(
        "pk", "file_name", "state", "created_at", "row_count", who=F("created_by__name")
    )
    return list(rows[:MOST_SHOWN])


def get_import_for(actor: "Actor", import_id: int) -> PeopleImport:
    """Give an import the actor may see: their own, or with the right over the country any. Raises Http404."""
    found = PeopleImport.objects.select_related("created_by").filter(_visible_to(actor), pk=import_id).first()
    if found is None:
        raise Http404
    return found


def _visible_to(actor: "Actor") -> Q:
    scope = actor.places(Permission.MANAGE_PEOPLE)
    if scope.is_empty:
        return Q(pk__in=[])
    number = actor.key.removeprefix("person:")
    mine = Q(created_by=int(number)) | Q(created_by__merged_into=int(number)) if number.isdigit() else None
    own = mine or Q(pk__in=[])
    return Q() if scope.national else own


def used_since(made: list[dict[str, Any]], *, confirmed_at: datetime) -> set[int]:
    """Give the numbers of an import's rows that something has been built on: they are not undone.

    A role that was changed or has deputies; a new person who was changed, has a log-in, another role, or
    stands anywhere else; a known person who has logged in with the new role.
    """
    roles = {row["assignment"] for row in made}
    people = {row["person"] for row in made}
    events: Any = Assignment._meta.get_field("events").related_model
    used_roles = set(
        events.objects.filter(pgh_obj_id__in=roles, pgh_label="changed").values_list("pgh_obj_id", flat=True)
    )
    used_roles |= set(Deputyship.objects.filter(assignment__in=roles).values_list("assignment_id", flat=True))
    used_roles |= roles - set(Assignment.objects.filter(pk__in=roles).values_list("pk", flat=True))
    came_back = set(
        Account.objects.filter(person__in=people, last_login__gt=confirmed_at).values_list(
            "person_id", flat=True
        )
    )
    tied = _tied_people({row["person"] for row in made if row["is_new"]}, roles)
    used_people = came_back | tied
    return {row["number"] for row in made if row["assignment"] in used_roles or row["person"] in used_people}


def _tied_people(ids: set[int], own_roles: set[int]) -> set[int]:
    """Give those of these new people that were changed or that anything but these roles points to."""
    tied = set(Person.objects.filter(pk__in=ids, version__gt=1).values_list("pk", flat=True))
    other_roles = Assignment.objects.filter(person__in=ids).exclude(pk__in=own_roles)
    tied |= set(other_roles.values_list("person_id", flat=True))
    for relation in Person._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and (relation.one_to_many or relation.one_to_one)):
            continue
        model, column = relation.related_model, relation.field.attname  # type: ignore[union-attr]
        # The rows of the change log point to everybody and bind nobody.
        if model is Assignment or not relation.field.db_constraint:  # type: ignore[union-attr]
            continue
        rows = model._default_manager.filter(**{f"{column}__in": ids})  # type: ignore[union-attr]
        tied |= set(rows.values_list(column, flat=True))
    return tied
