"""Draw names, sentences and dates from the invented prose."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from kollegium.demo.report_files.model import WrittenDate

_MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


# "ST" as a word of its own or before a hyphen.
_TRAINING = re.compile(r"\bST\b")


@cache
def prose() -> dict[str, Any]:
    """Return the whole file of prose, as its tables stand."""
    return tomllib.loads(Path(__file__).with_name("prose.toml").read_text(encoding="utf-8"))


@cache
def prose_of_internship() -> dict[str, dict[str, list[str]]]:
    """Return summary and narrative as they would stand in a report on an internship (AT)."""
    return {
        table: {name: [_TRAINING.sub("AT", text) for text in texts] for name, texts in prose()[table].items()}
        for table in ("summary", "narrative")
    }


def filled(sentence: str, rng: Random) -> str:
    """Return a sentence with its places filled in."""
    if "{" not in sentence:
        return sentence
    return sentence.format(
        few=rng.randint(2, 5),
        some=rng.randint(6, 14),
        many=rng.randint(20, 90),
        percent=rng.choice((5, 10, 20)),
        place=rng.choice(prose()["names"]["place"]),
        hours=rng.randint(2, 4),
    )


def person(rng: Random) -> str:
    """Return an invented name."""
    names = prose()["names"]
    return f"{rng.choice(names['first'])} {rng.choice(names['last'])}"


def person_with_role(rng: Random) -> str:
    """Return a name the way plans write it: with a role before, after or in brackets, or alone."""
    name, role = person(rng), rng.choice(prose()["names"]["role"])
    forms = (f"{name}, {role}", f"{name} ({role})", f"{role.capitalize()} {name}", name)
    return rng.choice(forms)


def drawn(pool: list[str], count: int, rng: Random) -> tuple[str, ...]:
    """Return so many different sentences of a pool, filled in, in random order."""
    return tuple(filled(sentence, rng) for sentence in rng.sample(pool, min(count, len(pool))))


def written_day(day: date, rng: Random) -> str:
    """Return a full date in one of the ways people write it."""
    month = _MONTHS[day.month - 1]
    forms = (
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"den {day.day} {month} {day.year}",
        f"{day.day}/{day.month} {day.year}",
    )
    return rng.choice(forms)


def due_date(start: date, rng: Random) -> WrittenDate:
    """Return when an action is to be done, from a full date to prose without one."""
    day = start + timedelta(days=rng.randint(40, 300))
    month = _MONTHS[day.month - 1]
    forms = (
        WrittenDate(day.isoformat(), day),
        WrittenDate(written_day(day, rng), day),
        WrittenDate(f"Senast {written_day(day, rng)}", day),
        WrittenDate(f"senast {day.isoformat()}", day),
        WrittenDate(f"{day.day} {month}"),
        WrittenDate(f"{month.capitalize()} {day.year}"),
        WrittenDate(f"Under våren {day.year}"),
        WrittenDate("Redan genomfört", done=True),
        WrittenDate("Redan gjort (se bilaga)", done=True),
    )
    return rng.choice(forms)


def follow_up_date(start: date, rng: Random) -> WrittenDate:
    """Return when an action is followed up."""
    day = start + timedelta(days=rng.randint(200, 500))
    forms = (
        WrittenDate(day.isoformat(), day),
        WrittenDate(written_day(day, rng), day),
        WrittenDate(f"{day.day} {_MONTHS[day.month - 1]}"),
    )
    return rng.choice(forms)


def visit(first: date, last: date, rng: Random) -> str:
    """Return the days of a visit as a cover writes them."""
    month = _MONTHS[last.month - 1]
    if first == last:
        return rng.choice((first.isoformat(), f"{first.day} {month} {first.year}"))
    if first.year != last.year:
        return f"{first.isoformat()} – {last.isoformat()}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {last.day} {month} {last.year}"
    return rng.choice(
        (
            f"{first.day}–{last.day} {month} {last.year}",
            f"{first.day}-{last.day} {month} {last.year}",
            f"{first.isoformat()} – {last.isoformat()}",
        )
    )
