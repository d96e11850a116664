"""What both letters are put together of. Everything here is said in the language that is set while it runs."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kollegium.accounts.wording import ROLE_NAMES
from kollegium.domain.roles import Role
from kollegium.domain.standard import Area, Outcome, Standard
from kollegium.printing.tree import Block, Document, Fact, FactTable, Run, Table, Text, plain
from kollegium.reviews.printed_letters.values import LetterHead, Signed
from kollegium.reviews.printed_words import WORDS
from kollegium.reviews.queries.open_cases import INTERNAL_KINDS
from kollegium.reviews.wording import KIND_NAMES
from kollegium.ui.components.words import outcome_word

WRITTEN_IN = "sv"


def letter(title: str, head: LetterHead, signed: Signed, blocks: Iterable[Block]) -> Document:
    """Give the document; its date is the day of the decision, so that it is the same whenever it is printed."""
    language = language_set()
    return Document(
        title=title,
        language=language,
        dated=signed.on,
        subject=head.standard.title(language),
        header=" · ".join(filter(None, (head.unit, head.case_number))),
        footer=title,
        blocks=tuple(blocks),
    )


def language_set() -> str:
    """Give the language the letter is written in: "sv" or "en"."""
    return (get_language() or WRITTEN_IN)[:2]


def head_facts(head: LetterHead, *more: tuple[str, Text]) -> FactTable:
    """Give the facts that a letter opens with."""
    specialty = head.specialty_en if language_set() == "en" and head.specialty_en else head.specialty
    rows = (
        (_("Case number"), plain(head.case_number)),
        (_("Unit"), written(head.unit)),
        (_("Care provider"), written(head.care_provider)),
        (_("Specialty"), plain(specialty)),
        (_("Kind of review"), plain(str(KIND_NAMES[head.kind]))),
        (_("Standard"), plain(f"{head.standard.title(language_set())} ({head.standard.key})")),
        (_("Visit"), plain(_days(*head.visit))),
        *more,
    )
    return FactTable(tuple(Fact(label, (text,)) for label, text in rows if text and text[0].text))


def office(head: LetterHead) -> str:
    """Say who runs the case: the review office, or of an internal review whoever leads it."""
    if head.kind in INTERNAL_KINDS:
        return _("whoever leads the internal review")
    return _("the review office")


def who(signed: Signed, head: LetterHead) -> Text:
    """Give who decided: the name with the role, or what of it is known."""
    roles = ", ".join(str(ROLE_NAMES[Role(key)]) for key in signed.roles)
    if signed.name and roles:
        return (*written(signed.name), Run(f", {roles[0].lower()}{roles[1:]}"))
    return written(signed.name) or plain(roles or office(head))


def written(text: str) -> Text:
    """Give what people wrote, marked as Swedish in a letter of another language."""
    line = " ".join(text.split())
    return (Run(line, language=None if language_set() == WRITTEN_IN else WRITTEN_IN),) if line else ()


def area_name(area: Area, part: str, standard: Standard) -> str:
    """Give an area's key and title, after its report where the review has several."""
    titles = {item.key: item.title(language_set()) for item in standard.service_parts}
    name = f"{area.key}. {area.title(language_set())}"
    return f"{titles.get(part, part)}: {name}" if part else name


def grade(area: Area, outcome: Outcome) -> str:
    """Give a grade by letter and word."""
    return f"{area.scale.letter_of(outcome) or '–'} – {outcome_word(outcome)}"


def table(head: tuple[str, ...], rows: Iterable[tuple[Text, ...]]) -> Table:
    """Give a table in which nothing is left blank."""
    return Table(head, tuple(tuple(cell or plain("–") for cell in row) for row in rows))


def day(on: date) -> str:
    """Give a day in words."""
    return WORDS[language_set()].day(on)


def _days(first: date | None, last: date | None) -> str:
    first, last = first or last, last or first
    return WORDS[language_set()].days(first, last) if first and last else ""
