"""What people do most, as requests: the same operations on every set of data."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

from bench.client import Answer, Client, chosen_value, field_value

ADMINISTRATOR, PASSWORD = "admin@exempel.se", "lugn-gran-i-motljus"
DIRECTOR = "region@exempel.se"
REVIEWER = "granskare@exempel.se"
# As many as there are clients at once: each corrects a review of its own, and nobody opens these.
CORRECTED = 4
FACT_FIELDS = ("case_number", "visit_from", "visit_to", "visit_text", "report_date")


WRITTEN = "Handledningen är planerad och följs upp, men bedömningarna lämnar få spår. " * 6


@dataclass(frozen=True, slots=True)
class Goal:
    """What an operation may take on the national set. Units: ms in the server; `bare_ratio` times the bare view."""

    alone: float | None = None
    four_clients: float | None = None
    bare_ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: `prepare` gives, for a client and its number, what is done again and again."""

    name: str
    label: str
    prepare: Callable[[Client, int], Callable[..., Answer]]
    goal: Goal = field(default_factory=Goal)
    expected: int = 200
    rounds_share: float = 1.0


def review_ids(client: Client) -> list[str]:
    """Give the ids of the newest ordinary reviews."""
    page = client.get("/reviews/?kind=external").body.decode()
    return list(dict.fromkeys(re.findall(r'href="/reviews/(\d+)/"', page)))


def _page(path: str) -> Callable[[Client, int], Callable[..., Answer]]:
    def prepare(client: Client, number: int) -> Callable[..., Answer]:
        return lambda **headers: client.get(path, **headers)

    return prepare


def _page_of_administrator(path: str) -> Callable[[Client, int], Callable[..., Answer]]:
    """Log in as the administrator on the client's own connection: the bare view stays in the same process."""

    def prepare(client: Client, number: int) -> Callable[..., Answer]:
        administrator = Client(client.port)
        administrator.connection = client.connection
        administrator.log_in(ADMINISTRATOR, PASSWORD)
        return lambda **headers: administrator.get(path, **headers)

    return prepare


def _page_of_region(path: str) -> Callable[[Client, int], Callable[..., Answer]]:
    """Log in as a region's director of training on the client's own connection."""

    def prepare(client: Client, number: int) -> Callable[..., Answer]:
        director = Client(client.port)
        director.connection = client.connection
        director.log_in(DIRECTOR, PASSWORD)
        return lambda **headers: director.get(path, **headers)

    return prepare


def _of_reviews(pattern: str) -> Callable[[Client, int], Callable[..., Answer]]:
    """Each time of the next review, so that nothing is given twice from a cache.

    Those that are corrected are left out: a run adds a hundred corrections to each, and a page shows them.
    """

    def prepare(client: Client, number: int) -> Callable[..., Answer]:
        ids = review_ids(client)[:-CORRECTED]
        turns = cycle(ids[number:] + ids[:number])
        return lambda **headers: client.get(pattern.format(next(turns)), **headers)

    return prepare


def _save(client: Client, number: int) -> Callable[..., Answer]:
    """Correct one fact of one review, each client its own, a new text every time, with the reason that is asked for."""
    review_id = review_ids(client)[number - CORRECTED]
    address = f"/reviews/{review_id}/facts/"
    form = client.get(address).body
    values = {name: field_value(form, name) for name in FACT_FIELDS}
    values |= {name: chosen_value(form, name) for name in ("kind", "specialty")}
    values["why"] = "Dagen stod fel i rapporten."
    state: dict[str, Any] = {"version": int(field_value(form, "version")), "turn": 0}

    def save(**headers: str) -> Answer:
        state["turn"] += 1
        text = {"report_date_text": f"omgång {state['turn']}", "version": str(state["version"])}
        answer = client.post(address, values | text, **headers)
        state["version"] += 1
        # The page that the answer leads to tells what was saved and drops it; here it would gather.
        client.cookies.pop("messages", None)
        return answer

    return save


def _reviewer(client: Client) -> Client:
    """Log in as a reviewer on the client's own connection."""
    reviewer = Client(client.port)
    reviewer.connection = client.connection
    reviewer.log_in(REVIEWER, PASSWORD)
    return reviewer


def _own_cases(reviewer: Client, state: str) -> list[str]:
    """Give the ids of the reviewer's cases in a state."""
    page = reviewer.get(f"/cases/?mine=on&state={state}").body.decode()
    return list(dict.fromkeys(re.findall(r'href="/cases/(\d+)/"', page)))


def _judgement(client: Client, number: int) -> Callable[..., Answer]:
    """Open all 74 criteria with both reviewers' verdicts and what they rest on, each time of the next case."""
    reviewer = _reviewer(client)
    ids = _own_cases(reviewer, "draft") or _own_cases(reviewer, "visited")
    turns = cycle(ids[number:] + ids[:number])
    return lambda **headers: reviewer.get(f"/cases/{next(turns)}/judgement/all/", **headers)


def _save_text(client: Client, number: int) -> Callable[..., Answer]:
    """Save the text of one area of a report as the page's script does while it is written, each client its own case."""
    reviewer = _reviewer(client)
    ids = _own_cases(reviewer, "draft") or _own_cases(reviewer, "visited")
    case = ids[number % len(ids)]
    page = reviewer.get(f"/cases/{case}/report/").body.decode()
    # Where there are fewer cases than clients, each still has an area of its own.
    area = "ABCDEFGH"[-1 - number]
    form = re.search(
        rf'action="(/cases/{case}/report/\d+/area-{area}/)".*?name="version" value="([^"]*)"', page, re.DOTALL
    )
    if form is None:
        raise RuntimeError(f"case {case} has no text of area {area}")
    address = form[1]
    state = {"version": form[2], "turn": 0}

    def save(**headers: str) -> Answer:
        state["turn"] += 1
        values = {"version": state["version"], "text": f"{WRITTEN} Omgång {state['turn']}."}
        answer = reviewer.post(address, values, Accept="application/json", **headers)
        state["version"] = json.loads(answer.body)["version"]
        return answer

    return save


def _save_verdict(client: Client, number: int) -> Callable[..., Answer]:
    """Save one verdict as the page's script does, each client on a case of its own, a new note every time."""
    reviewer = _reviewer(client)
    ids = _own_cases(reviewer, "visited")
    case = ids[number % len(ids)]
    # Where there are fewer cases than clients, each still has a criterion of its own.
    criterion = f"H{1 + number}"
    area = re.search(
        rf"/cases/{case}/judgement/(\d+)/H/", reviewer.get(f"/cases/{case}/judgement/").body.decode()
    )
    if area is None:
        raise RuntimeError(f"case {case} has no area H")
    address = f"/cases/{case}/judgement/{area[1]}/criteria/{criterion}/"
    page = reviewer.get(f"/cases/{case}/judgement/{area[1]}/H/?one={criterion}").body
    state = {"version": int(field_value(page, "version") or 0), "turn": 0}

    def save(**headers: str) -> Answer:
        state["turn"] += 1
        values = {"version": str(state["version"]), "outcome": "met", "note": f"omgång {state['turn']}"}
        answer = reviewer.post(address, values, Accept="application/json", **headers)
        state["version"] += 1
        return answer

    return save


OPERATIONS = (
    Operation("empty", "empty view", _page("/bench/empty/")),
    Operation("frame", "empty page", _page("/bench/frame/")),
    Operation("review", "open a review", _of_reviews("/reviews/{}/"), Goal(25, None, 2.5)),
    Operation("save", "save one field", _save, Goal(12, 30), expected=302),
    Operation("text", "save one text", _save_text, Goal(12, 30)),
    Operation("judgement", "open a judgement", _judgement, Goal(25, None, 2.5)),
    Operation("verdict", "save one verdict", _save_verdict, Goal(12, 30)),
    Operation("list", "list 50 reviews", _page("/reviews/"), Goal(12)),
    Operation("search", "search", _page("/reviews/?q=handledning+h%C3%A4lsocentral"), Goal(25)),
    # A word that nearly every review holds: the page is as long on the small set as on the largest.
    Operation("search-word", "search one word", _page("/reviews/?q=handledning")),
    Operation("units", "list units", _page("/units/")),
    Operation("people", "list people", _page_of_administrator("/people/")),
    Operation("people-search", "search people", _page_of_administrator("/people/?q=karin")),
    Operation("people-newest", "newest roles", _page_of_administrator("/people/?sort=newest-role")),
    Operation("rights", "list rights", _page_of_administrator("/people/rights/")),
    Operation("board", "a region's board", _page_of_region("/follow-up/"), Goal(60)),
    Operation("board-units", "a region's units", _page_of_region("/follow-up/units/")),
    Operation("start", "start page", _page("/")),
    Operation("changes", "its changes", _page("/changes/new/")),
    Operation("pdf", "print PDF", _of_reviews("/reviews/{}/report.pdf"), Goal(300), rounds_share=0.25),
    Operation("docx", "print DOCX", _of_reviews("/reviews/{}/report.docx"), Goal(200), rounds_share=0.25),
)
