"""The fields and doubts of a proposal, put together from what is stored."""

from dataclasses import dataclass

from kollegium.domain import standard as standards
from kollegium.report_import.drafts import Decided, Draft
from kollegium.report_import.models import ImportProposal, ProposalReading
from kollegium.report_import.wording import answers_to


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    """A doubt of the reader and what a person has said of it; `line` or `page` may be unknown."""

    key: str
    code: str
    path: str
    line: int | None
    page: int | None
    params: dict[str, str]
    message: str
    answers: tuple[str, ...]
    answer: str = ""


def first_reading(proposal: ImportProposal) -> ProposalReading:
    """Give the reading that is proposed. Raises ProposalReading.DoesNotExist before the file is read."""
    return proposal.readings.order_by("read_at", "pk")[:1].get()


def newest_reading(proposal: ImportProposal) -> ProposalReading:
    """Give the latest reading. Raises ProposalReading.DoesNotExist before the file is read."""
    return proposal.readings.order_by("-read_at", "-pk")[:1].get()


def draft_of(proposal: ImportProposal, reading: ProposalReading | None = None) -> Draft:
    """Give the proposal's fields as they stand, over the first reading or the one given."""
    reading = reading or first_reading(proposal)
    decided = {
        decision.path: Decided(
            decision.value,
            decision.version,
            decision.decided_by.name if decision.decided_by else "",
            decision.decided_at,
        )
        for decision in proposal.decisions.select_related("decided_by")
    }
    return Draft(
        standard=standards.load(reading.reading["standard"]),
        reading=reading.reading,
        places=reading.places,
        decided=decided,
    )


def doubts_of(proposal: ImportProposal) -> list[OpenDoubt]:
    """Give the doubts of the reading that is proposed: those nobody has answered first, else as read."""
    given = dict(proposal.doubt_answers.values_list("doubt_key", "answer"))
    found: dict[str, OpenDoubt] = {}
    for doubt in first_reading(proposal).reading["doubts"]:
        key = f"{doubt['code']}|{doubt['field']}|{doubt.get('line') or doubt.get('page') or ''}"[:180]
        if key in found:
            key = f"{key}|{len(found)}"
        found[key] = OpenDoubt(
            key=key,
            code=doubt["code"],
            path=doubt["field"],
            line=doubt.get("line"),
            page=doubt.get("page"),
            params=doubt.get("params") or {},
            message=doubt["message"],
            answers=answers_to(doubt["code"]),
            answer=given.get(key, ""),
        )
    return sorted(found.values(), key=lambda doubt: bool(doubt.answer))
