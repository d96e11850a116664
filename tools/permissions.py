"""Write `docs/permissions.md` from the table in `domain/roles.py`, or check that it is fresh (`--check`)."""

import argparse
import sys
from pathlib import Path

from kollegium.domain.case_access import TABLE, Access, CaseObject, Viewer
from kollegium.domain.case_life import PATH, STEPS
from kollegium.domain.roles import REMITS, ROLES, Permission, Reach, Role, needs_second_factor

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))
from tests.matrix.case_table import CASE_PAGES, CasePage  # noqa: E402 - found only with the repository on the path
from tests.matrix.table import PAGES, Page  # noqa: E402 - found only with the repository on the path

PAGE = REPOSITORY / "docs" / "permissions.md"
HEAD = """# Who may do what, where

Made from the tables in `src/kollegium/domain/roles.py` and `tests/matrix/table.py` by
`python tools/permissions.py`; do not edit by hand.

A role is held at a place for a period. A right held at a region or a care provider reaches its units, one held
at a unit reaches the units below it and those merged into it, one held for a specialty reaches the reviews of
that specialty. What a person may not see looks the same as what does not exist.
"""


GIVING = """
## Who may give which role

At the places the right reaches, and only a role that can be held at that kind of place. Whoever holds
`manage_people` for the whole country gives every role.
"""


OPENING = """
## Which right opens which page

Every address, asked by everybody about everything in `tests/matrix`. Whoever lacks what a page is seen with is
told that there is no such page (404); whoever sees it but lacks what changing needs is refused (403).
"""


CASES = """
## Who sees what of a case, in which state

From `src/kollegium/domain/case_access.py`. A part in a case comes from a role at its place, a reviewer's from its
team; one person may have several and has the widest access. **Bold** states: may also change it. From the
decision on, the review also stands in the lists of reviews for those who hold `read_reviews`.
"""


STEPS_OF_CASES = """
## Who takes which step of a case

From `src/kollegium/domain/case_life.py`. A step back or out of the path needs a reason.
"""


PAGES_OF_CASES = """
## Which page shows what of a case

Every page, asked by everybody in every state in `tests/matrix/test_cases.py`.
"""


def page() -> str:
    """Give the whole page: roles and rights, where each role can be held, and which right opens which page."""
    permissions = list(Permission)
    lines = [HEAD, "| role | " + " | ".join(item.value for item in permissions) + " |"]
    lines.append("|---|" + ":-:|" * len(permissions))
    for role, rule in ROLES.items():
        cells = ["●" if item in rule.permissions else "" for item in permissions]
        lines.append(f"| {role.value} | " + " | ".join(cells) + " |")
    lines += ["", "| role | held at | second step at log-in |", "|---|---|---|"]
    for role, rule in ROLES.items():
        held = ", ".join(reach.value for reach in Reach if reach in rule.reaches)
        second_step = "needed" if needs_second_factor([role]) else "by choice"
        lines.append(f"| {role.value} | {held} | {second_step} |")
    lines += [GIVING, "| role | given by |", "|---|---|"]
    lines += [f"| {role.value} | {_givers(role)} |" for role in ROLES]
    lines += [OPENING, "| page | seen with | changed with |", "|---|---|---|"]
    lines += [f"| {name} | {_seen_with(rule)} | {rule.change or ''} |" for name, rule in PAGES.items()]
    lines += _cases()
    return "\n".join(lines) + "\n"


def _cases() -> list[str]:
    """Give the three tables about cases in progress."""
    viewers = list(Viewer)
    lines = [CASES, "| of the case | " + " | ".join(viewers) + " |", "|---|" + "---|" * len(viewers)]
    lines += [
        f"| {thing} | " + " | ".join(_states(thing, viewer) for viewer in viewers) + " |"
        for thing in CaseObject
    ]
    lines += [STEPS_OF_CASES, "| step | from | to | taken by | reason |", "|---|---|---|---|:-:|"]
    for step, rule in STEPS.items():
        sources = ", ".join(state for state in PATH if state in rule.sources)
        taken_by = ", ".join(viewer for viewer in viewers if viewer in rule.viewers)
        needs = "●" if rule.needs_reason else ""
        lines.append(f"| {step} | {sources} | {rule.target} | {taken_by} | {needs} |")
    lines += [PAGES_OF_CASES, "| page | shows | changes it | narrowed to |", "|---|---|---|---|"]
    return lines + [
        f"| {name} | {rule.thing} | {_changes(rule)} | {_parts(rule)} |" for name, rule in CASE_PAGES.items()
    ]


def _states(thing: CaseObject, viewer: Viewer) -> str:
    """Give the states as spans: `planned–closed`, those in which it may be changed in bold."""
    spans: list[tuple[Access, list[str]]] = []
    for state in PATH:
        allowed = TABLE[thing].get(viewer, {}).get(state, Access.NONE)
        if spans and spans[-1][0] is allowed:
            spans[-1][1].append(state)
        else:
            spans.append((allowed, [state]))
    told = []
    for allowed, states in spans:
        span = states[0] if len(states) == 1 else f"{states[0]}–{states[-1]}"
        if allowed is not Access.NONE:
            told.append(f"**{span}**" if allowed is Access.WRITE else span)
    return ", ".join(told)


def _changes(rule: CasePage) -> str:
    if not rule.writes:
        return ""
    return "by sending" if rule.only_post else "●"


def _parts(rule: CasePage) -> str:
    return "" if rule.parts == frozenset(Viewer) else ", ".join(one for one in Viewer if one in rule.parts)


def _seen_with(rule: Page) -> str:
    if rule.is_open:
        return "open to everybody"
    if rule.see is None:
        return "a log-in"
    held = f"{rule.see} anywhere" if rule.anywhere or not rule.about else f"{rule.see} at the {rule.about}"
    return f"{held} and {rule.also} anywhere" if rule.also else held


def _givers(role: Role) -> str:
    held_with = [right.value for right, remit in REMITS.items() if role in remit]
    return " or ".join(held_with) or "manage_people for the whole country"


def main() -> int:
    """Write the page, or with `--check` say whether it must be written anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        fresh = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()
        if not fresh:
            print("docs/permissions.md is out of date: run python tools/permissions.py", file=sys.stderr)
        return 0 if fresh else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
