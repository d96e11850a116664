"""Who sees and changes what of a case, in which of its states: one table, by the person's part in the case.

Source: docs/sources.md, roles and visibility; inferred where the field is silent. From the decision on, the
review also stands in the lists of reviews, for those whom `roles.py` lets read it there.
"""

from collections.abc import Iterable
from enum import IntEnum, StrEnum

# In the order of the path; `case_life.State` holds the same words.
_PATH = (
    "ordered",
    "planned",
    "preparing",
    "visited",
    "draft",
    "fact_check",
    "calibration",
    "decided",
    "follow_up",
    "closed",
)


class Viewer(StrEnum):
    """A part that somebody has in a case; one person may have several."""

    OFFICE = "office"
    REVIEWER = "reviewer"
    COORDINATOR = "coordinator"
    UNIT = "unit"
    STAFF = "staff"
    ONLOOKER = "onlooker"


class CaseObject(StrEnum):
    """One thing a case holds."""

    FACTS = "facts"
    TEAM = "team"
    SCHEDULE = "schedule"
    MATERIAL = "material"
    QUESTIONNAIRES = "questionnaires"
    OWN_JUDGEMENT = "own_judgement"
    OTHERS_JUDGEMENT = "others_judgement"
    NOTES = "notes"
    RECONCILED = "reconciled"
    REPORT = "report"
    REMARKS = "remarks"
    CALIBRATION = "calibration"
    CALIBRATION_ANSWERS = "calibration_answers"
    DECISION = "decision"
    DECISION_LETTER = "decision_letter"
    EXPORT = "export"
    RECONSIDERATION = "reconsideration"
    FEEDBACK = "feedback"
    PLAN = "plan"
    PLAN_JUDGEMENT = "plan_judgement"


class Access(IntEnum):
    """What may be done with it."""

    NONE = 0
    READ = 1
    WRITE = 2


_Spans = dict[Viewer, tuple[str, str]]


def _during(first: str, last: str) -> tuple[str, ...]:
    return _PATH[_PATH.index(first) : _PATH.index(last) + 1]


def _table(read: _Spans, write: _Spans) -> dict[Viewer, dict[str, Access]]:
    rows: dict[Viewer, dict[str, Access]] = {}
    for spans, access in ((read, Access.READ), (write, Access.WRITE)):
        for viewer, (first, last) in spans.items():
            rows.setdefault(viewer, {}).update(dict.fromkeys(_during(first, last), access))
    return rows


_O, _R, _C, _U, _S, _L = (
    Viewer.OFFICE,
    Viewer.REVIEWER,
    Viewer.COORDINATOR,
    Viewer.UNIT,
    Viewer.STAFF,
    Viewer.ONLOOKER,
)

# A reviewer's part begins when the case is prepared (the appointment itself is known before) and ends when it is
# closed. What reviewers wrote for themselves in interviews is theirs alone, also before the review office.
TABLE: dict[CaseObject, dict[Viewer, dict[str, Access]]] = {
    CaseObject.FACTS: _table(
        read={
            _O: ("ordered", "closed"),
            _R: ("planned", "follow_up"),
            _C: ("ordered", "closed"),
            _U: ("ordered", "closed"),
            _S: ("planned", "calibration"),
            _L: ("ordered", "closed"),
        },
        write={_O: ("ordered", "calibration")},
    ),
    CaseObject.TEAM: _table(
        read={
            _O: ("ordered", "closed"),
            _R: ("planned", "follow_up"),
            _C: ("ordered", "closed"),
            _U: ("planned", "closed"),
            _S: ("planned", "calibration"),
            _L: ("planned", "closed"),
        },
        write={_O: ("ordered", "calibration"), _C: ("ordered", "calibration")},
    ),
    CaseObject.SCHEDULE: _table(
        read={
            _O: ("planned", "closed"),
            _R: ("planned", "follow_up"),
            _C: ("planned", "closed"),
            _U: ("planned", "closed"),
            _S: ("planned", "visited"),
            _L: ("planned", "closed"),
        },
        write={
            _O: ("planned", "preparing"),
            _R: ("planned", "preparing"),
            _U: ("planned", "preparing"),
        },
    ),
    CaseObject.MATERIAL: _table(
        read={
            _O: ("planned", "closed"),
            _R: ("preparing", "follow_up"),
            _U: ("planned", "closed"),
        },
        write={
            _O: ("planned", "visited"),
            _R: ("preparing", "visited"),
            _U: ("planned", "visited"),
        },
    ),
    CaseObject.QUESTIONNAIRES: _table(
        read={
            _O: ("preparing", "closed"),
            _R: ("preparing", "follow_up"),
            _U: ("decided", "closed"),
        },
        write={_O: ("planned", "preparing")},
    ),
    CaseObject.OWN_JUDGEMENT: _table(read={_R: ("preparing", "decided")}, write={_R: ("preparing", "draft")}),
    CaseObject.OTHERS_JUDGEMENT: _table(
        read={_R: ("preparing", "decided"), _O: ("draft", "closed"), _C: ("calibration", "calibration")},
        write={},
    ),
    CaseObject.NOTES: _table(read={_R: ("preparing", "decided")}, write={_R: ("preparing", "draft")}),
    CaseObject.RECONCILED: _table(
        read={
            _R: ("preparing", "follow_up"),
            _O: ("draft", "closed"),
            _C: ("calibration", "closed"),
            _U: ("fact_check", "closed"),
            _L: ("decided", "closed"),
        },
        write={_R: ("preparing", "draft")},
    ),
    CaseObject.REPORT: _table(
        read={
            _R: ("visited", "follow_up"),
            _O: ("draft", "closed"),
            _C: ("calibration", "closed"),
            _U: ("fact_check", "closed"),
            _L: ("decided", "closed"),
        },
        write={_R: ("visited", "draft"), _O: ("draft", "calibration")},
    ),
    CaseObject.REMARKS: _table(
        read={
            _R: ("fact_check", "follow_up"),
            _O: ("fact_check", "closed"),
            _C: ("calibration", "closed"),
            _U: ("fact_check", "closed"),
        },
        write={
            _R: ("fact_check", "fact_check"),
            _O: ("fact_check", "fact_check"),
            _U: ("fact_check", "fact_check"),
        },
    ),
    CaseObject.CALIBRATION: _table(
        read={_R: ("calibration", "follow_up"), _O: ("calibration", "closed"), _C: ("calibration", "closed")},
        write={_O: ("calibration", "calibration"), _C: ("calibration", "calibration")},
    ),
    # The team answers what others say of its grades; they themselves do not advise.
    CaseObject.CALIBRATION_ANSWERS: _table(
        read={_R: ("calibration", "follow_up"), _O: ("calibration", "closed"), _C: ("calibration", "closed")},
        write={_R: ("calibration", "calibration")},
    ),
    CaseObject.DECISION: _table(
        read={
            _O: ("calibration", "closed"),
            _R: ("decided", "follow_up"),
            _C: ("decided", "closed"),
            _U: ("decided", "closed"),
            _L: ("decided", "closed"),
        },
        write={_O: ("calibration", "calibration")},
    ),
    # The printed decision: whoever reads the decision, once there is one.
    CaseObject.DECISION_LETTER: _table(
        read={
            _O: ("decided", "closed"),
            _R: ("decided", "follow_up"),
            _C: ("decided", "closed"),
            _U: ("decided", "closed"),
            _L: ("decided", "closed"),
        },
        write={},
    ),
    # What the unit says of the review; the reviewers read it when the unit agreed to that.
    CaseObject.FEEDBACK: _table(
        read={_O: ("decided", "closed"), _R: ("decided", "follow_up"), _U: ("decided", "closed")},
        write={_U: ("decided", "follow_up")},
    ),
    # Taken out as one file for a request for public records, by the office alone. A request may come at any time;
    # before the decision the file holds what came in and went out, and no working material.
    CaseObject.EXPORT: _table(read={}, write={_O: ("ordered", "closed")}),
    # The unit asks and the office decides, as long as the case is open.
    CaseObject.RECONSIDERATION: _table(
        read={
            _O: ("decided", "closed"),
            _R: ("decided", "follow_up"),
            _C: ("decided", "closed"),
            _U: ("decided", "closed"),
        },
        write={_O: ("decided", "follow_up"), _U: ("decided", "follow_up")},
    ),
    # The action plan: the unit writes it, the office gives it more time or sends it back. To others it opens
    # when it is sent; the care provider and the region are told when it is late.
    CaseObject.PLAN: _table(
        read={
            _O: ("decided", "closed"),
            _R: ("decided", "follow_up"),
            _C: ("decided", "closed"),
            _U: ("decided", "closed"),
            _L: ("decided", "closed"),
        },
        write={_O: ("decided", "follow_up"), _U: ("decided", "follow_up")},
    ),
    # Whether its items answer their criteria: each reviewer says it, and the office, whose word counts.
    CaseObject.PLAN_JUDGEMENT: _table(
        read={_O: ("decided", "closed"), _R: ("decided", "follow_up"), _C: ("decided", "closed")},
        write={_O: ("decided", "follow_up"), _R: ("decided", "follow_up")},
    ),
}
# An order that was withdrawn is still known of by those who made it and those who plan; what came in and went out of it
# is still a public record, which the office hands out.
_KNOWS_OF_WITHDRAWN = frozenset({Viewer.OFFICE, Viewer.UNIT, Viewer.ONLOOKER, Viewer.COORDINATOR})


def access(viewers: Iterable[Viewer], state: str, thing: CaseObject) -> Access:
    """Give the widest access that any of somebody's parts gives; NONE for a state outside the path."""
    if state == "withdrawn" and thing is CaseObject.FACTS:
        return Access.READ if not _KNOWS_OF_WITHDRAWN.isdisjoint(viewers) else Access.NONE
    if state == "withdrawn" and thing is CaseObject.EXPORT:
        return Access.WRITE if Viewer.OFFICE in viewers else Access.NONE
    rows = TABLE[thing]
    return max((rows.get(viewer, {}).get(state, Access.NONE) for viewer in viewers), default=Access.NONE)


def states_showing(viewer: Viewer, thing: CaseObject) -> frozenset[str]:
    """Give the states in which somebody with this part may see the thing."""
    return frozenset(state for state, held in TABLE[thing].get(viewer, {}).items() if held >= Access.READ)


def states_seen_by(viewer: Viewer) -> frozenset[str]:
    """Give the states in which somebody with this part knows of the case."""
    seen = frozenset(TABLE[CaseObject.FACTS].get(viewer, {}))
    return seen | {"withdrawn"} if viewer in _KNOWS_OF_WITHDRAWN else seen


def states_open_to_all(thing: CaseObject) -> frozenset[str]:
    """Give the states in which everybody who knows of the case may see the thing."""
    rows, known = TABLE[thing], TABLE[CaseObject.FACTS]
    return frozenset(
        state
        for state in _PATH
        if all(rows.get(viewer, {}).get(state) for viewer, states in known.items() if states.get(state))
    )
