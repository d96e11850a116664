"""The fact check of a case: the draft as it was sent, the remarks on it, what is open, and who is reminded."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.http import Http404

from kollegium.accounts.queries.answering import who_answers
from kollegium.domain.case_access import CaseObject
from kollegium.domain.case_life import State
from kollegium.notifications.dated import Due
from kollegium.reviews.models import FactCheck, Remark
from kollegium.reviews.queries.material import ANSWERING
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.queries.report_text import Section

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class FrozenPart:
    """One report as the unit was sent it."""

    part_id: int
    key: str
    sections: tuple[Section, ...]
    grades: dict[str, str]


@dataclass(frozen=True, slots=True)
class FactCheckStory:
    """One time with the unit: the frozen draft, and every remark on it, oldest first."""

    check: FactCheck
    parts: tuple[FrozenPart, ...]
    remarks: tuple[Remark, ...]

    @property
    def unanswered_count(self) -> int:
        """Give how many remarks wait for an answer."""
        return sum(not remark.outcome for remark in self.remarks)

    def section(self, part_id: int, key: str) -> Section | None:
        """Give one section of the frozen draft."""
        return next(
            (
                section
                for part in self.parts
                if part.part_id == part_id
                for section in part.sections
                if section.key == key
            ),
            None,
        )

    def remarks_on(self, part_id: int, key: str) -> tuple[Remark, ...]:
        """Give the remarks on one section, in the order of the text."""
        found = [one for one in self.remarks if (one.part_id, one.section_key) == (part_id, key)]
        return tuple(sorted(found, key=lambda one: (one.start, one.pk)))

    def is_late(self, as_of: date) -> bool:
        """Say whether the unit's time is out without its word that it is done."""
        return self.check.finished_at is None and self.check.ended_at is None and self.check.due_on < as_of


def fact_checks_of(case: OpenCase) -> list[FactCheckStory]:
    """Give every time the draft was with the unit, newest first; two queries."""
    checks = list(FactCheck.objects.filter(review=case.review).order_by("-number"))
    remarks: dict[int, list[Remark]] = {}
    rows = Remark.objects.filter(fact_check__review=case.review).select_related("written_by", "answered_by")
    for remark in rows.order_by("written_at", "pk"):
        remarks.setdefault(remark.fact_check_id, []).append(remark)
    return [FactCheckStory(check, _parts(check), tuple(remarks.get(check.pk, ()))) for check in checks]


def story_of(check: FactCheck) -> FactCheckStory:
    """Give one time with the unit; one query."""
    rows = Remark.objects.filter(fact_check=check).select_related("written_by", "answered_by")
    return FactCheckStory(check, _parts(check), tuple(rows.order_by("written_at", "pk")))


def get_remark_for(actor: "Actor", review_id: int, remark_id: int) -> tuple[OpenCase, Remark]:
    """Give a remark of a case whose remarks the actor may see; three queries. Raises Http404."""
    case = get_open_case_for(actor, review_id, CaseObject.REMARKS)
    rows = Remark.objects.select_related("fact_check", "written_by", "part")
    remark = rows.filter(fact_check__review=review_id, pk=remark_id).first()
    if remark is None:
        raise Http404
    return case, remark


def what_is_open(review_id: int, *, as_of: date) -> tuple[int, date | None]:
    """Give how many remarks wait for an answer, and until when the unit still has time; two queries."""
    unanswered = Remark.objects.filter(
        fact_check__review=review_id, fact_check__ended_at__isnull=True, outcome=""
    ).count()
    waits = FactCheck.objects.standing().filter(review=review_id, finished_at__isnull=True, due_on__gte=as_of)
    return unanswered, waits.values_list("due_on", flat=True).first()


def due_fact_checks(first: date, last: date, as_of: date) -> list[Due]:
    """Give the fact checks that end between two days, with who answers for the unit; five queries at most."""
    rows = list(
        waiting_checks()
        .filter(due_on__range=(first, last))
        .order_by("due_on", "review_id")
        .values_list("review_id", "due_on", "review__unit_id", "review__unit__name")
    )
    people = who_answers({row[2] for row in rows}, ANSWERING, as_of=as_of) if rows else {}
    return [Due(review_id, due_on, name, people[unit]) for review_id, due_on, unit, name in rows]


def open_fact_checks(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of the fact checks of these reviews that still wait for the unit; one query."""
    return set(waiting_checks().filter(review__in=review_ids).values_list("review_id", "due_on"))


def waiting_checks() -> QuerySet[FactCheck]:
    """Keep the fact checks that wait for the unit."""
    return FactCheck.objects.standing().filter(finished_at__isnull=True, review__state=State.FACT_CHECK)


def _parts(check: FactCheck) -> tuple[FrozenPart, ...]:
    return tuple(
        FrozenPart(
            part["part"],
            part["key"],
            tuple(Section(one["key"], one["text"]) for one in part["sections"]),
            part["grades"],
        )
        for part in check.draft
    )
