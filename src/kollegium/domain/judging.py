"""How several reviewers judge apart and then together: when they see each other's, where they agree, and how much."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Area

Judged = Mapping[str, Verdict]


def without_verdict(area: Area, judged: Judged) -> tuple[str, ...]:
    """Give the keys of the area's criteria that have no verdict, in the standard's order."""
    return tuple(criterion.key for criterion in area.criteria if criterion.key not in judged)


def is_open(team: Iterable[int], done: Iterable[int]) -> bool:
    """Say whether the reviewers see each other's verdicts on an area: when all of the team are done with it."""
    members = set(team)
    return bool(members) and members <= set(done)


def agreed(area: Area, by_reviewer: Mapping[int, Judged]) -> dict[str, Verdict]:
    """Give the criteria on which every reviewer has the same verdict, with it.

    A verdict that nobody could give is none to take over: CANNOT_TELL is left for the reviewers to talk about.
    """
    found = {}
    for criterion in area.criteria:
        verdicts = {judged.get(criterion.key) for judged in by_reviewer.values()}
        only = verdicts.pop() if len(verdicts) == 1 else None
        if only is not None and only.is_known:
            found[criterion.key] = only
    return found


def cohens_kappa(pairs: Sequence[tuple[Verdict, Verdict]]) -> float | None:
    """Give how far two reviewers agree beyond chance, from -1 to 1; None without pairs or where chance alone agrees.

    Source: Cohen 1960, unweighted: the share agreed on, less what chance would give, over what chance leaves.
    """
    if not pairs:
        return None
    number = len(pairs)
    observed = sum(one is other for one, other in pairs) / number
    by_chance = sum(
        (sum(one is verdict for one, _ in pairs) / number)
        * (sum(other is verdict for _, other in pairs) / number)
        for verdict in Verdict
    )
    if by_chance == 1:
        return None
    return (observed - by_chance) / (1 - by_chance)


def agreement(by_reviewer: Mapping[int, Judged]) -> float | None:
    """Give the mean of kappa over every pair of reviewers, on the criteria that both judged; None where it has none.

    Source: Light 1971, for more than two.
    """
    values = []
    for one, other in combinations(sorted(by_reviewer), 2):
        first, second = by_reviewer[one], by_reviewer[other]
        both = [key for key in first if key in second]
        value = cohens_kappa([(first[key], second[key]) for key in both])
        if value is not None:
            values.append(value)
    return sum(values) / len(values) if values else None
