"""One proposal: the file, who else has it open, where its unit may be found."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.http import Http404

from kollegium.domain.personal_numbers import find_personal_numbers
from kollegium.domain.reading.result import Reading
from kollegium.domain.roles import Permission
from kollegium.files.models import StoredFile
from kollegium.organisations.models import Unit
from kollegium.organisations.queries import NearUnit, UnitFilters, list_units, near_units
from kollegium.report_import.models import ImportProposal, ProposalReading, ProposalState
from kollegium.report_import.queries.drafts import newest_reading

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PRESENT_FOR = timedelta(seconds=45)
MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit that may be the report's. `matched` is an earlier name when that is what was alike."""

    pk: int
    name: str
    detail: str
    matched: str = ""


def get_proposal_for(actor: "Actor", proposal_id: int) -> ImportProposal:
    """Give the proposal with batch, chosen unit and review. Raises Http404."""
    found = (
        ImportProposal.objects.visible_to(actor)
        .select_related(
            "batch", "chosen_unit__care_provider", "chosen_unit__region", "chosen_specialty", "review"
        )
        .filter(pk=proposal_id)
        .first()
    )
    if found is None:
        raise Http404
    return found


def is_read(proposal: ImportProposal) -> bool:
    """Say whether any reader has read the file."""
    return proposal.readings.exists()


def get_original_for(actor: "Actor", proposal_id: int) -> tuple[ImportProposal, StoredFile]:
    """Give the proposal and the file it came from. Raises Http404, also for a file that was never kept."""
    proposal = get_proposal_for(actor, proposal_id)
    if proposal.stored_file is None:
        raise Http404
    return proposal, proposal.stored_file


def has_pictures(proposal: ImportProposal) -> bool:
    """Say whether the original has pages that can be drawn: it is a PDF that was read."""
    if not proposal.lines:
        return False
    # The bytes are not fetched for this.
    return ImportProposal.objects.filter(pk=proposal.pk, stored_file__media_type="application/pdf").exists()


def others_present(proposal: ImportProposal, actor: "Actor", now: datetime) -> list[str]:
    """Give the names of the others who have had the proposal open within the last moments."""
    present = proposal.presences.filter(seen_at__gte=now - PRESENT_FOR).select_related("person")
    return [
        row.person.name
        for row in present.order_by("person__sort_key")
        if f"person:{row.person_id}" != actor.key
    ]


def visible_original(proposal: ImportProposal, actor: "Actor") -> ImportProposal | None:
    """Give the proposal a duplicate is a copy of, when the actor may see it."""
    if proposal.duplicate_of_id is None:
        return None
    return ImportProposal.objects.visible_to(actor).filter(pk=proposal.duplicate_of_id).first()


def units_like(actor: "Actor", name: str, *, limit: int = 5) -> list[FoundUnit]:
    """Give the units the actor may import for whose names are near, best first."""
    return [_near(found) for found in near_units(actor, name, limit=limit)] if name.strip() else []


def search_units(actor: "Actor", search: str) -> list[FoundUnit]:
    """Give the units the actor may import for that are near the search, then those it begins words of."""
    found = {unit.pk: unit for unit in units_like(actor, search)}
    scope = actor.places(Permission.IMPORT_REVIEWS)
    within = Unit.objects.current().within(scope).values("pk")
    rows = list_units(actor, UnitFilters(search=search)).filter(pk__in=within)[:MOST_FOUND]
    for row in rows:
        detail = _detail(row["site"], row["care_provider__name"], row["region__name"])
        found.setdefault(row["pk"], FoundUnit(row["pk"], row["name"], detail))
    return list(found.values())[:MOST_FOUND]


def newer_reading(proposal: ImportProposal) -> ProposalReading | None:
    """Give a reading later than the one proposed, or None."""
    if proposal.readings.count() < 2:
        return None
    return newest_reading(proposal)


def may_be_read_again(proposal: ImportProposal) -> bool:
    """Say whether today's reader has not read the file yet."""
    if proposal.state not in (ProposalState.PROPOSED, ProposalState.CONFIRMED):
        return False
    return not proposal.readings.filter(reader_version=Reading.READER_VERSION).exists()


def lines_with_personal_numbers(proposal: ImportProposal) -> list[int]:
    """Give the numbers of the original's lines that hold what looks like a personal identity number."""
    return [number for number, _, text in proposal.lines if find_personal_numbers(text)]


def _near(found: NearUnit) -> FoundUnit:
    matched = found.name if found.name != found.current_name else ""
    return FoundUnit(
        found.unit_id, found.current_name, _detail("", found.care_provider, found.region), matched
    )


def _detail(*parts: str) -> str:
    return " · ".join(dict.fromkeys(part for part in parts if part))
