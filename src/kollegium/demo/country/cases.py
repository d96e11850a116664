"""Cases in progress of the larger demos: prepared, visited, being written, with all that their reviewers found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

from kollegium.accounts.models import Assignment
from kollegium.demo.country.places import AddedUnit
from kollegium.domain import material
from kollegium.domain import standard as standards
from kollegium.domain.case_life import State
from kollegium.domain.grading import Verdict, propose_grade
from kollegium.domain.interviews import Interviewed
from kollegium.domain.material import MaterialStatus
from kollegium.domain.roles import Role
from kollegium.domain.standard import Area
from kollegium.reviews.case_rows import CaseRows
from kollegium.reviews.models import (
    AreaDone,
    CaseMove,
    Duty,
    Grade,
    GradeRound,
    InterviewNote,
    Judgement,
    MaterialItem,
    Review,
    ReviewKind,
    ReviewPart,
    ReviewSource,
    TeamMember,
    VerdictSource,
)
from kollegium.reviews.models import Verdict as StoredVerdict
from kollegium.reviews.summaries import set_summary, summary_from
from kollegium.trail.copying import copy_in, reserved_ids
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.accounts.models import Person
    from kollegium.demo.progress import Progress
    from kollegium.domain.roles import Actor

CHUNK = 50
STANDARD = "spur-st-2021"
# The first are the demo reviewers' own, so that somebody with a log-in has cases of each kind.
OF_THE_DEMO = 12
STATES = (State.DRAFT, State.DRAFT, State.VISITED, State.PREPARING, State.PREPARING)
DAYS_TO_VISIT = {State.PREPARING: (5, 60), State.VISITED: (-14, -1), State.DRAFT: (-60, -15)}
ALIKE_SHARE, MET_SHARE, NOTED_SHARE = 0.85, 0.9, 0.4
NOTES = ("Syns i schemat.", "Alla vi talade med bekräftar det.", "Finns skrivet, men få kände till det.")
HEARD = (
    (
        Interviewed.TRAINEES,
        "Handledningen blir av de flesta veckor. Bedömningar görs, men sällan med instrument.",
    ),
    (Interviewed.SUPERVISORS, "Känner målbeskrivningen. Vill ha mer tid avsatt för handledning."),
    (Interviewed.PROGRAMME_DIRECTOR, "Ser över alla utbildningsprogram en gång om året."),
    (Interviewed.HEAD_OF_UNIT, "Har en skriftlig plan för utbildningen som följs upp varje termin."),
)


# What a verdict can rest on: its reference, and the criteria it belongs to.
Evidence = tuple[str, Sequence[str]]


@dataclass(slots=True)
class Rows:
    """The rows of some cases, to be written kind by kind; reviews and parts come before what hangs on them."""

    reviews: list[Review] = field(default_factory=list)
    parts: list[ReviewPart] = field(default_factory=list)
    others: dict[type[models.Model], list[models.Model]] = field(default_factory=dict)

    def add(self, row: models.Model) -> None:
        """Keep a row to be written with the others of its kind."""
        self.others.setdefault(type(row), []).append(row)


def add_cases(
    units: list[AddedUnit],
    people: "dict[str, Person]",
    count: int,
    rng: Random,
    *,
    by: "Actor",
    as_of: date,
    progress: "Progress",
) -> None:
    """Add so many cases in progress, some at a time."""
    demo_team = (people["granskare@exempel.se"].pk, people["granskare2@exempel.se"].pk)
    reviewers = list(
        Assignment.objects.filter(role=Role.REVIEWER)
        .exclude(person__in=demo_team)
        .order_by("pk")
        .values_list("person", flat=True)
    )
    turns: Iterator[State] = cycle(STATES)
    for done in range(0, count, CHUNK):
        rows = Rows()
        number = min(CHUNK, count - done)
        with recording(by=by, action="reviews.open_case"):
            ids = zip(reserved_ids(Review, number), reserved_ids(ReviewPart, number), strict=True)
            for position, (review_id, part_id) in enumerate(ids, start=done):
                is_own = position < OF_THE_DEMO
                team = demo_team if is_own else tuple(rng.sample(reviewers, 2))
                state = (State.DRAFT, State.DRAFT, State.VISITED)[position % 3] if is_own else next(turns)
                review = _review(review_id, rng.choice(units), state, rng, as_of)
                grades = _add_case(rows, review, part_id, team, rng)
                name = review.specialty.name if review.specialty else ""
                set_summary(review, summary_from(review, CaseRows(grades=grades), name))
            for written in (rows.reviews, rows.parts, *rows.others.values()):
                copy_in(written)
        progress.show("cases", done + number, count)


def _review(pk: int, added: AddedUnit, state: State, rng: Random, as_of: date) -> Review:
    visit = as_of + timedelta(days=rng.randint(*DAYS_TO_VISIT[state]))
    return Review(
        pk=pk,
        kind=ReviewKind.EXTERNAL,
        unit=added.unit,
        care_provider_id=added.unit.care_provider_id,
        specialty=added.specialties[0],
        standard_key=STANDARD,
        state=state.value,
        source=ReviewSource.RECORDED,
        visit_from=visit,
        visit_to=visit + timedelta(days=1),
        created_at=_at(visit - timedelta(days=120), 9),
    )


def _add_case(rows: Rows, review: Review, part_id: int, team: tuple[int, ...], rng: Random) -> list[Grade]:
    """Add what hangs on a case, and give the grades that are proposed."""
    rows.reviews.append(review)
    rows.parts.append(ReviewPart(pk=part_id, review_id=review.pk))
    rows.add(CaseMove(review_id=review.pk, step="open", to_state=review.state, moved_at=review.created_at))
    for person_id, duty in zip(team, (Duty.LEAD, Duty.MEMBER), strict=True):
        member = TeamMember(
            review_id=review.pk, person_id=person_id, duty=duty, appointed_at=review.created_at
        )
        rows.add(member)
    items = _add_material(rows, review)
    if review.state == State.PREPARING:
        return []
    heard = _add_notes(rows, review, part_id, team, rng)
    return _add_judgements(rows, review, part_id, team, [*items, *heard], rng)


def _add_material(rows: Rows, review: Review) -> list[Evidence]:
    """Ask for the material of a case, and give each with the criteria it serves."""
    wanted = material.load()
    asked = wanted.items_for(review.kind)
    visit = review.visit_from or date.min
    for position, (pk, item) in enumerate(zip(reserved_ids(MaterialItem, len(asked)), asked, strict=True)):
        rows.add(
            MaterialItem(
                pk=pk,
                review_id=review.pk,
                list_key=wanted.key,
                item_key=item.key,
                position=position,
                status=MaterialStatus.ASKED,
                owner_duty=item.owner,
                due_on=material.usual_due_day(visit, item.days_before),
                added_at=review.created_at,
            )
        )
    written = rows.others[MaterialItem][-len(asked) :]
    return [(f"material:{row.pk}/0", item.criteria) for row, item in zip(written, asked, strict=True)]


def _add_notes(
    rows: Rows, review: Review, part_id: int, team: tuple[int, ...], rng: Random
) -> list[Evidence]:
    keys = [criterion.key for criterion in standards.load(STANDARD).criteria]
    found = []
    for hour, (pk, heard) in enumerate(zip(reserved_ids(InterviewNote, len(HEARD)), HEARD, strict=True)):
        interviewed, text = heard
        at = _at(review.visit_from or date.min, 9 + hour)
        criteria = sorted(rng.sample(keys, 4), key=keys.index)
        rows.add(
            InterviewNote(
                pk=pk,
                key=UUID(int=rng.getrandbits(128), version=4),
                part_id=part_id,
                author_id=team[hour % len(team)],
                interviewed=interviewed.value,
                heard_at=at,
                text=text,
                first_text=text,
                criteria=criteria,
                written_at=at,
                saved_at=at,
            )
        )
        found.append((f"note:{pk}", criteria))
    return found


def _add_judgements(
    rows: Rows, review: Review, part_id: int, team: tuple[int, ...], evidence: list[Evidence], rng: Random
) -> list[Grade]:
    """Let each reviewer judge: all areas of a case that is written, half of those of one just visited."""
    areas = standards.load(STANDARD).areas
    is_written = review.state == State.DRAFT
    now = _at(review.visit_to or date.min, 15)
    grades = []
    for area in areas if is_written else areas[: len(areas) // 2]:
        agreed = {
            criterion.key: rng.choices(
                (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET), (MET_SHARE, 0.06, 0.04)
            )[0]
            for criterion in area.criteria
        }
        for judgement in _judgements(part_id, agreed, team, evidence, rng):
            judgement.saved_at = now
            rows.add(judgement)
        for person_id in team:
            rows.add(AreaDone(part_id=part_id, area_key=area.key, reviewer_id=person_id, done_at=now))
        if is_written:
            grades.append(_reconciled(rows, part_id, area, agreed, now, team[0]))
    return grades


def _judgements(
    part_id: int, agreed: dict[str, Verdict], team: tuple[int, ...], evidence: list[Evidence], rng: Random
) -> Iterator[Judgement]:
    for key, verdict in agreed.items():
        near = [reference for reference, keys in evidence if key in keys]
        for person_id in team:
            is_alike = rng.random() < ALIKE_SHARE
            yield Judgement(
                part_id=part_id,
                criterion_key=key,
                reviewer_id=person_id,
                outcome=(verdict if is_alike else Verdict.PARTLY_MET).value,
                note=rng.choice(NOTES) if rng.random() < NOTED_SHARE else "",
                evidence=near[:3],
            )


def _reconciled(
    rows: Rows, part_id: int, area: Area, agreed: dict[str, Verdict], now: datetime, lead: int
) -> Grade:
    """Add what the team agreed on in an area, and give the grade that follows."""
    for key, verdict in agreed.items():
        rows.add(
            StoredVerdict(
                part_id=part_id,
                criterion_key=key,
                source=VerdictSource.RECONCILED,
                outcome=verdict.value,
                recorded_at=now,
            )
        )
    grade = Grade(
        part_id=part_id,
        area_key=area.key,
        round=GradeRound.PROVISIONAL,
        outcome=propose_grade(area, agreed).outcomes[0].value,
        decided_by_id=lead,
        recorded_at=now,
    )
    rows.add(grade)
    return grade


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=UTC)
