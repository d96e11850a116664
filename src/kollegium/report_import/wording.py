"""What the import says: states, refusals, and the question behind each doubt."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, gettext_lazy, pgettext_lazy

from kollegium.domain.errors import Refused
from kollegium.domain.reading import doubts as reader_doubts
from kollegium.extraction.limits import FILE_LIMITS, MEBIBYTE
from kollegium.extraction.refusal import RefusalCode, Unreadable
from kollegium.extraction.wording import refusal_sentence
from kollegium.report_import.models import ProposalState

Text = str | Promise

KEEP, FIX, UNKNOWN = "keep", "fix", "unknown"

STATES: dict[str, Text] = {
    ProposalState.WAITING: pgettext_lazy("import", "waiting to be read"),
    ProposalState.PROPOSED: pgettext_lazy("import", "to go through"),
    ProposalState.REFUSED: pgettext_lazy("import", "could not be read"),
    ProposalState.DUPLICATE: pgettext_lazy("import", "already here"),
    ProposalState.CONFIRMED: pgettext_lazy("import", "confirmed"),
    ProposalState.TAKEN_BACK: pgettext_lazy("import", "taken back"),
    ProposalState.DISCARDED: pgettext_lazy("import", "given up"),
}

_REFUSALS: dict[str, Text] = {
    "not-allowed": gettext_lazy("You may not change this proposal."),
    "not-open": gettext_lazy(
        "The proposal has moved on and can no longer be changed this way. Open it again to see where it stands."
    ),
    "unit-missing": gettext_lazy("Choose the unit first; everything else may stay unknown."),
    "unit-not-allowed": gettext_lazy(
        "You may not import reviews of that unit. Choose one of your own, or ask the review office."
    ),
    "specialty-unknown": gettext_lazy("That specialty is not in the register."),
    "changed-meanwhile": gettext_lazy(
        "Something in the proposal was changed after you opened this page. Nothing is written yet; look through it once more."
    ),
    "already-confirmed": gettext_lazy("Somebody else has confirmed the same file. Nothing more was written."),
    "reason-missing": gettext_lazy("Say in a few words why the import is taken back."),
    "published": gettext_lazy("The review is published. Withdraw the publication first."),
    "review-changed": gettext_lazy(
        "The review has been worked on since it was imported. Take the import back first if it should be written anew."
    ),
    "nothing-newer": gettext_lazy("Today's reader has already read this file."),
    "nothing-chosen": gettext_lazy("Choose at least one field to take over."),
}

_FILE_REFUSALS: dict[str, Text] = {
    "not-a-report": gettext_lazy(
        "The file holds text, but nothing that a review report holds. Check that it is the right file."
    ),
    "reader-failed": gettext_lazy(
        "The reader failed on this file, which is a fault of ours. The file is kept; send it again later or report the fault."
    ),
}


@dataclass(frozen=True, slots=True)
class DoubtWords:
    """The question a doubt puts to a person. Shape: `answers` key → label, in the order of the keys 1–3."""

    question: Text
    answers: Mapping[str, Text]


_AS_READ = gettext_lazy("Yes, it is right")
_WILL_FIX = gettext_lazy("No, I will correct it")
_LEAVE_UNKNOWN = gettext_lazy("Leave it unknown")
_FILL_IN = gettext_lazy("I will fill it in")
_DEFAULT = DoubtWords(
    gettext_lazy("Is this read right?"),
    {KEEP: _AS_READ, FIX: _WILL_FIX, UNKNOWN: gettext_lazy("I cannot tell")},
)
_MISSING_TOO = {
    KEEP: gettext_lazy("Yes, it is missing there too"),
    FIX: gettext_lazy("No, I will fill it in"),
    UNKNOWN: gettext_lazy("I cannot tell"),
}

DOUBTS: dict[str, DoubtWords] = {
    "summary-split": DoubtWords(
        gettext_lazy("Does every point stand under the right heading?"),
        {KEEP: _AS_READ, FIX: gettext_lazy("No, I will move them")},
    ),
    "text-cut-off": DoubtWords(
        gettext_lazy("Does the text end like this in the original?"),
        {KEEP: gettext_lazy("Yes, it is cut off there too"), FIX: gettext_lazy("No, I will complete it")},
    ),
    "date-without-year": DoubtWords(
        gettext_lazy("Which year is meant?"), {FIX: _FILL_IN, UNKNOWN: _LEAVE_UNKNOWN}
    ),
    "date-unclear": DoubtWords(
        gettext_lazy("Which of the dates is meant?"), {FIX: _FILL_IN, UNKNOWN: _LEAVE_UNKNOWN}
    ),
    "follow-up-before-due": DoubtWords(
        gettext_lazy("Are both dates as in the original?"),
        {KEEP: gettext_lazy("Yes, it says so"), FIX: _WILL_FIX},
    ),
    "same-person-follows-up": DoubtWords(
        gettext_lazy("Does the same person do it and follow it up in the original?"),
        {KEEP: gettext_lazy("Yes, it says so"), FIX: _WILL_FIX},
    ),
    "criterion-not-in-catalogue": DoubtWords(
        gettext_lazy("Is the line one of the standard's criteria after all?"),
        {KEEP: gettext_lazy("No, leave it out"), FIX: gettext_lazy("Yes, I will set its verdict")},
    ),
    "criterion-missing": DoubtWords(
        gettext_lazy("Is the criterion missing in the original too?"), _MISSING_TOO
    ),
    "criterion-near": DoubtWords(
        gettext_lazy("Is it this criterion?"),
        {
            KEEP: gettext_lazy("Yes, it is"),
            FIX: gettext_lazy("No, I will choose another"),
            UNKNOWN: _LEAVE_UNKNOWN,
        },
    ),
    "criterion-unclear": DoubtWords(
        gettext_lazy("Which criterion does the action answer?"),
        {FIX: gettext_lazy("I will choose it"), UNKNOWN: _LEAVE_UNKNOWN},
    ),
    "area-missing": DoubtWords(gettext_lazy("Is the area missing in the original too?"), _MISSING_TOO),
    "narrative-missing": DoubtWords(
        gettext_lazy("Has the area no text in the original either?"), _MISSING_TOO
    ),
    "narrative-place": DoubtWords(
        gettext_lazy("Does the text belong to this area?"),
        {KEEP: gettext_lazy("Yes, it does"), FIX: gettext_lazy("No, I will move it")},
    ),
    "text-without-place": DoubtWords(
        gettext_lazy("Does the text belong in the review?"),
        {KEEP: gettext_lazy("No, leave it out"), FIX: gettext_lazy("Yes, I will put it in")},
    ),
    "standard-incomplete": DoubtWords(
        gettext_lazy("Go on without criteria?"),
        {KEEP: gettext_lazy("Yes, go on"), UNKNOWN: gettext_lazy("Wait for now")},
    ),
    "standard-unclear": DoubtWords(
        gettext_lazy("Is it the right standard?"),
        {KEEP: gettext_lazy("Yes, it is"), UNKNOWN: gettext_lazy("I cannot tell")},
    ),
    "action-off-topic": DoubtWords(
        gettext_lazy("Does the action stand under the right criterion?"),
        {KEEP: gettext_lazy("Yes, it stands there"), FIX: gettext_lazy("No, I will choose another")},
    ),
    "grade-not-in-scale": DoubtWords(
        gettext_lazy("Which grade does the original show?"), {FIX: _FILL_IN, UNKNOWN: _LEAVE_UNKNOWN}
    ),
    "grade-contradiction": DoubtWords(
        gettext_lazy("Which grade holds?"), {FIX: _FILL_IN, UNKNOWN: _LEAVE_UNKNOWN}
    ),
    "specialty-unclear": DoubtWords(
        gettext_lazy("Which specialty does the review concern?"), {FIX: _FILL_IN, UNKNOWN: _LEAVE_UNKNOWN}
    ),
    "plan-unreadable": DoubtWords(
        gettext_lazy("Is there an action plan in the original?"),
        {FIX: gettext_lazy("Yes, I will fill it in"), KEEP: gettext_lazy("No, there is none")},
    ),
}


def doubt_words(code: str) -> DoubtWords:
    """Give the question and the answers for a doubt; a code that is new to us gets the general ones."""
    return DOUBTS.get(code, _DEFAULT)


def answers_to(code: str) -> tuple[str, ...]:
    """Give the keys of the answers to a doubt, in order."""
    return tuple(doubt_words(code).answers)


def doubt_sentence(code: str, params: Mapping[str, str], message: str) -> str:
    """Give what the reader has seen, in the language of the page; `message` where it has no other words."""
    try:
        return reader_doubts.wording(code, get_language() or "sv", params)
    except KeyError:
        return message


def refusal_text(refusal: Refused) -> str:
    """Give the sentence for a step that was refused."""
    return str(_REFUSALS.get(refusal.code, gettext("That cannot be done here.")))


def file_refusal_text(code: str, page_count: int = 0) -> str:
    """Give the sentence for a file that was turned away: what is wrong and what to do."""
    if code in _FILE_REFUSALS:
        return str(_FILE_REFUSALS[code])
    if code not in list(RefusalCode):
        return gettext("The file could not be read.")
    return refusal_sentence(Unreadable(code, page_count or None), (get_language() or "sv")[:2])


def size_limit_text() -> str:
    """Give the sentence about how large a file may be."""
    return gettext("PDF, Word (DOCX) or text, at most %(size)s MB each.") % {
        "size": FILE_LIMITS.max_bytes // MEBIBYTE
    }
