"""The words that go with letters, shapes and edges: outcomes, verdicts, kinds of criteria.

A page says the same few words a hundred times: each is looked up once in each language.
"""

from functools import lru_cache

from django.utils.translation import get_language, gettext, pgettext

OUTCOMES = ("passed_well", "passed", "passed_with_remarks", "failed")
UNKNOWN = "unknown"


def outcome_word(outcome: str | None) -> str:
    """Return the outcome in words: `godkänt med anmärkning`; anything not an outcome is unknown."""
    words = _outcome_words(get_language())
    return words.get(str(outcome), words[UNKNOWN])


@lru_cache(maxsize=8)
def _outcome_words(language: str | None) -> dict[str, str]:
    return {
        "passed_well": gettext("Passed well"),
        "passed": gettext("Passed"),
        "passed_with_remarks": gettext("Passed with remarks"),
        "failed": gettext("Not passed"),
        UNKNOWN: gettext("Unknown"),
    }


def outcome_short_word(outcome: str | None) -> str:
    """Return the outcome in one short word, for tiles where the full wording is said beside it."""
    if outcome == "passed_with_remarks":
        return pgettext("short outcome", "Remarks")
    return outcome_word(outcome)


def verdict_word(verdict: str | None) -> str:
    """Return a verdict on a criterion in words; none at all is unknown."""
    words = _verdict_words(get_language())
    return words.get(str(verdict), words[UNKNOWN])


@lru_cache(maxsize=8)
def _verdict_words(language: str | None) -> dict[str, str]:
    return {
        "met": gettext("Met"),
        "partly_met": gettext("Partly met"),
        "not_met": gettext("Not met"),
        "not_applicable": gettext("Not applicable"),
        "cannot_tell": gettext("Cannot tell"),
        UNKNOWN: gettext("Unknown"),
    }


def level_word(level: str, *, plural: bool = False) -> str:
    """Return the kind of a criterion in words: `föreskrift`, `allmänt råd`, `kvalitetsindikator`."""
    words = _level_words(get_language(), plural)
    return words.get(str(level), str(level))


@lru_cache(maxsize=16)
def _level_words(language: str | None, plural: bool) -> dict[str, str]:
    if plural:
        return {
            "regulation": gettext("Regulations"),
            "recommendation": gettext("Recommendations"),
            "quality_indicator": gettext("Quality indicators"),
        }
    return {
        "regulation": gettext("Regulation"),
        "recommendation": gettext("Recommendation"),
        "quality_indicator": gettext("Quality indicator"),
    }
