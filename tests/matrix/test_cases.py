"""Every page of a case, asked by everybody, in every state: the answer is what the tables say."""

import logging
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from kollegium.accounts.models import Account, Person
from kollegium.action_plans.models import Plan
from kollegium.domain.case_access import Access, CaseObject, Viewer, access
from kollegium.domain.case_life import PATH, STEPS, State, Step
from kollegium.domain.interviews import Interviewed
from kollegium.domain.roles import Permission
from kollegium.domain.visit_schedule import SlotKind
from kollegium.files.actions import store_file
from kollegium.planning.models import VisitSlot
from kollegium.reviews.actions import move_case
from kollegium.reviews.actions.drafts import begin_fact_check
from kollegium.reviews.actions.material_requests import ask_for_material
from kollegium.reviews.models import (
    CalibrationComment,
    InterviewNote,
    MaterialFile,
    MaterialItem,
    MaterialVersion,
    Remark,
    Review,
    TeamMember,
    Verdict,
    VerdictSource,
)
from tests import people
from tests.matrix.case_table import CASE_PAGES, CasePage
from tests.matrix.test_matrix import Asker, bare
from tests.matrix.viewpoints import UNITS, VIEWPOINTS, Spot, Viewpoint
from tests.matrix.world import make_places, make_viewer
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case

STATES = (*PATH, State.WITHDRAWN)
# One from each stretch of the path, for those whose parts another has walked everywhere.
SOME_STATES = (State.ORDERED, State.PREPARING, State.FACT_CHECK, State.DECIDED)
LEAD = "reviewer-specialty"
OTHER = "reviewer-national"
SPOT = Spot(UNITS["clinic"].region, UNITS["clinic"].provider, "clinic", "family")
MARKER = "zqjavsfraganz"
NOTE_MARKER = "zqanteckningz"
REMARK_MARKER = "zqanmarkningz"
RIGHTS = {
    Viewer.OFFICE: Permission.RUN_CASES,
    Viewer.COORDINATOR: Permission.COORDINATE_CASES,
    Viewer.UNIT: Permission.ANSWER_FOR_UNIT,
    Viewer.STAFF: Permission.KNOW_OF_CASES,
    Viewer.ONLOOKER: Permission.READ_REVIEWS,
}


@dataclass(frozen=True, slots=True)
class Cases:
    """One case in each state of the same unit, with who leads its team, and the accounts that look."""

    accounts: dict[str, Account]
    by_state: dict[State, Review]
    # What an address names besides the case. Shape: `member`, `item`, `file` → state → id.
    ids: dict[str, dict[State, int]]

    def named(self, state: State) -> dict[str, int]:
        """Give the ids of what hangs on the case in a state, by the words of the table."""
        found = {key: by_state[state] for key, by_state in self.ids.items()}
        return {**found, "part": self.by_state[state].parts.get().pk}


@pytest.fixture(scope="module")
def cases(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Cases]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


def build() -> Cases:
    places = make_places()
    today = timezone.localdate()
    accounts = {
        key: people.make_account(make_viewer(viewpoint, places, today))
        for key, viewpoint in VIEWPOINTS.items()
        if not viewpoint.is_visitor
    }
    by_state: dict[State, Review] = {}
    for state in STATES:
        review = make_case(places["unit", "clinic"])
        give_team(review, accounts[LEAD].person, people.make_person("Andra Granskaren"))
        TeamMember.objects.filter(review=review).update(explanation=f"Bedömd: {MARKER}")
        grade_everything(review)
        if state is State.WITHDRAWN:
            review = move_case(
                review_id=review.pk,
                step=Step.WITHDRAW,
                reason="Blev inte av.",
                expected_version=review.version,
                now=NOW,
                by=people.SYSTEM,
            )
        add_material(review)
        add_note(review, accounts[LEAD].person)
        add_shortcoming(review)
        by_state[state] = lead_to(review, state) if state in PATH else review
        add_remark(by_state[state])
        add_comment(by_state[state])
        Plan.objects.get_or_create(review=by_state[state])
    ids = {
        "member": {
            state: TeamMember.objects.get(review=review, duty="lead").pk for state, review in by_state.items()
        },
        "item": {state: file_of(review).hand_in.item_id for state, review in by_state.items()},
        "file": {state: file_of(review).pk for state, review in by_state.items()},
        "note": {
            state: InterviewNote.objects.get(part__review=review).pk for state, review in by_state.items()
        },
        "slot": {state: slot_of(review).pk for state, review in by_state.items()},
        "comment": {
            state: CalibrationComment.objects.get(part__review=review).pk
            for state, review in by_state.items()
        },
        "remark": {
            state: Remark.objects.get(fact_check__review=review).pk for state, review in by_state.items()
        },
    }
    return Cases(accounts, by_state, ids)


def add_material(review: Review) -> None:
    """Ask for the material at once and let a file of it be there, so that every state has something to refuse."""
    ask_for_material(review, now=NOW, by=people.SYSTEM)
    version = MaterialVersion.objects.create(
        item=MaterialItem.objects.get(review=review, item_key="rota"), number=1, handed_in_at=NOW
    )
    stored = store_file(data=MARKER.encode(), media_type="text/plain", now=NOW, by=people.SYSTEM)
    MaterialFile.objects.create(hand_in=version, stored_file=stored, name="schema.txt", position=0)


def slot_of(review: Review) -> VisitSlot:
    """Give a slot of the visit, made when there is none: a schedule stands in every state."""
    slot, _ = VisitSlot.objects.get_or_create(
        review=review,
        defaults={
            "key": uuid.uuid4(),
            "day": review.visit_from,
            "starts": time(9),
            "ends": time(10),
            "kind": SlotKind.TRAINEES,
            "changed_at": NOW,
        },
    )
    return slot


def add_note(review: Review, author: Person) -> None:
    """Let the lead have written an interview note, which nobody but reviewers may meet."""
    InterviewNote.objects.create(
        key=uuid.uuid4(),
        part=review.parts.get(),
        author=author,
        interviewed=Interviewed.TRAINEES,
        heard_at=NOW,
        text=NOTE_MARKER,
        first_text=NOTE_MARKER,
        criteria=["A1"],
        written_at=NOW,
        saved_at=NOW,
    )


def add_remark(review: Review) -> None:
    """Let the draft have been remarked on, also in states where it has not been sent, so that there is one to refuse."""
    check = review.fact_checks.first() or begin_fact_check(review, now=NOW, by=people.SYSTEM)
    Remark.objects.create(
        fact_check=check,
        part=review.parts.get(),
        section_key="area-A",
        start=0,
        kind="missing",
        text=REMARK_MARKER,
        written_at=NOW,
    )


def add_comment(review: Review) -> None:
    """Let a grade have been commented on, also before the calibration, so that there is a comment to refuse."""
    CalibrationComment.objects.create(
        part=review.parts.get(), area_key="A", advice="reconsider", text="Andra fick C.", written_at=NOW
    )


def add_shortcoming(review: Review) -> None:
    """Let a regulation fall short, so that the decision asks for an action plan."""
    Verdict.objects.create(
        part=review.parts.get(),
        criterion_key="H1",
        source=VerdictSource.RECONCILED,
        outcome="not_met",
        recorded_at=NOW,
    )


def file_of(review: Review) -> MaterialFile:
    """Give the file that was handed in."""
    return MaterialFile.objects.select_related("hand_in").get(hand_in__item__review=review)


@pytest.fixture(autouse=True)
def _no_log() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def parts_of(viewpoint: Viewpoint) -> set[Viewer]:
    """Work out the parts somebody has in the cases, from their roles and the teams."""
    parts = {viewer for viewer, right in RIGHTS.items() if viewpoint.holds(right, (SPOT,))}
    return parts | {Viewer.REVIEWER} if viewpoint.key == LEAD else parts


def expected(page: CasePage, name: str, parts: set[Viewer], state: State, method: str) -> tuple[int, ...]:
    """Give the status codes somebody with these parts may be answered with."""
    knows = access(parts, state, CaseObject.FACTS)
    allowed = access(parts, state, page.thing)
    if not (page.get if method == "GET" else page.post):
        return (405,)
    if min(knows, allowed) < Access.READ or parts.isdisjoint(page.parts):
        return (404,)
    if name == "reviews:case_step":
        return _step(page, parts, method)
    if page.writes and allowed < Access.WRITE and (method == "POST" or not page.only_post):
        return (403,)
    return page.get if method == "GET" else page.post


def _step(page: CasePage, parts: set[Viewer], method: str) -> tuple[int, ...]:
    if parts.isdisjoint(STEPS[Step.WITHDRAW].viewers):
        return (403,)
    return page.get if method == "GET" else page.post


class Walk:
    """One viewpoint's way through the pages of every case; what is wrong is collected."""

    def __init__(self, cases: Cases, viewpoint: Viewpoint) -> None:
        self.cases, self.viewpoint = cases, viewpoint
        self.parts = parts_of(viewpoint)
        self.asker = Asker()
        if not viewpoint.is_visitor:
            client = Client()
            client.force_login(cases.accounts[viewpoint.key])
            self.asker.cookies = client.cookies
        self.faults: list[str] = []

    def ask(self, name: str, page: CasePage, state: State, method: str) -> None:
        """Ask for one page of the case in one state and compare the answer with the tables."""
        values: dict[str, Any] = {
            key: self.cases.named(state).get(str(value), value) for key, value in page.values
        }
        address = reverse(name, kwargs={"review_id": self.cases.by_state[state].pk, **values})
        with transaction.atomic():
            response = getattr(self.asker, method.lower())(address)
            transaction.set_rollback(True)
        wanted = (302,) if self.viewpoint.is_visitor else expected(page, name, self.parts, state, method)
        if response.status_code not in wanted:
            self.faults.append(f"{method} {name} in {state}: {response.status_code}, not {wanted}")
        may_see = access(self.parts, state, CaseObject.TEAM) is Access.WRITE or not self.parts.isdisjoint(
            {Viewer.OFFICE, Viewer.COORDINATOR}
        )
        may_see |= access(self.parts, state, CaseObject.MATERIAL) >= Access.READ and "file" in name
        if NOTE_MARKER in response.content.decode(errors="replace") and not access(
            self.parts, state, CaseObject.NOTES
        ):
            self.faults.append(f"{method} {name} in {state}: shows a note")
        if REMARK_MARKER in response.content.decode(errors="replace") and not access(
            self.parts, state, CaseObject.REMARKS
        ):
            self.faults.append(f"{method} {name} in {state}: shows a remark")
        if MARKER in response.content.decode(errors="replace") and not may_see:
            self.faults.append(f"{method} {name} in {state}: shows what is not for them")


def states_for(key: str) -> tuple[State, ...]:
    """Give the states to walk: all for the first who has just these parts, a few for those who see the same."""
    parts = parts_of(VIEWPOINTS[key])
    first = next(other for other in VIEWPOINTS if parts_of(VIEWPOINTS[other]) == parts)
    return STATES if parts and first == key else SOME_STATES


@pytest.mark.parametrize("key", VIEWPOINTS)
def test_every_page_of_a_case_answers_as_the_tables_say(cases: Cases, key: str) -> None:
    walk = Walk(cases, VIEWPOINTS[key])
    for name, page in CASE_PAGES.items():
        for state in states_for(key):
            for method in ("GET", "POST"):
                # That a method is not taken hangs on the address alone.
                if state is State.PREPARING or (page.get if method == "GET" else page.post):
                    walk.ask(name, page, state, method)

    assert not walk.faults, "\n".join(walk.faults)


def test_some_viewpoint_has_each_part() -> None:
    """A part that nobody has would prove nothing about what it opens."""
    held = set().union(*(parts_of(viewpoint) for viewpoint in VIEWPOINTS.values()))

    assert held == set(Viewer)


@pytest.mark.parametrize("name", sorted(CASE_PAGES))
def test_forbidden_case_looks_like_one_there_is_not(cases: Cases, name: str) -> None:
    page = CASE_PAGES[name]
    client = Client()
    client.force_login(cases.accounts[OTHER])
    values = {key: cases.named(State.PREPARING).get(str(value), value) for key, value in page.values}

    pages = []
    for number in (cases.by_state[State.PREPARING].pk, 987_654_321):
        address = reverse(name, kwargs={"review_id": number, **values})
        response = client.get(address) if page.get else client.post(address)
        assert response.status_code == 404
        pages.append(bare(response, address))

    assert pages[0] == pages[1]
