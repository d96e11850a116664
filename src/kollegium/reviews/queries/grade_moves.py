"""How a grade came about beside the one before it: first set, decided as or otherwise than proposed, moved, or left."""

from enum import StrEnum

from kollegium.reviews.models import GradeRound


class GradeMove(StrEnum):
    """What a grade did with the one that its area had before."""

    SET = "set"
    DECIDED = "decided"
    DECIDED_OTHERWISE = "decided-otherwise"
    MOVED = "moved"
    STOOD = "stood"


MOVING = (GradeMove.DECIDED_OTHERWISE, GradeMove.MOVED)


def grade_move(before: tuple[str, str] | None, after: tuple[str, str]) -> GradeMove:
    """Give what became of a grade; each is (round, outcome), and None when the area had none.

    What was proposed is decided; it is no grade yet that could stand or move.
    """
    if before is None:
        return GradeMove.SET
    is_same = before[1] == after[1]
    if (before[0], after[0]) == (GradeRound.PROVISIONAL, GradeRound.DECISION):
        return GradeMove.DECIDED if is_same else GradeMove.DECIDED_OTHERWISE
    return GradeMove.STOOD if is_same else GradeMove.MOVED
