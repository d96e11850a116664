"""The words that go with letters, shapes and edges: outcomes, verdicts, kinds of criteria."""

from django.utils.translation import gettext, pgettext

OUTCOMES = ("passed_well", "passed", "passed_with_remarks", "failed")
UNKNOWN = "unknown"


def outcome_word(outcome: str | None) -> str:
    """Return the outcome in words: `godkänt med anmärkning`; anything not an outcome is unknown."""
    words = {
        "passed_well": gettext("Passed well"),
        "passed": gettext("Passed"),
        "passed_with_remarks": gettext("Passed with remarks"),
        "failed": gettext("Not passed"),
    }
    return words.get(str(outcome), gettext("Unknown"))


def outcome_short_word(outcome: str | None) -> str:
    """Return the outcome in one short word, for tiles where the full wording is said beside it."""
    if outcome == "passed_with_remarks":
        return pgettext("short outcome", "Remarks")
    return outcome_word(outcome)


def verdict_word(verdict: str | None) -> str:
    """Return a verdict on a criterion in words; none at all is unknown."""
    words = {
        "met": gettext("Met"),
        "partly_met": gettext("Partly met"),
        "not_met": gettext("Not met"),
        "not_applicable": gettext("Not applicable"),
        "cannot_tell": gettext("Cannot tell"),
    }
    return words.get(str(verdict), gettext("Unknown"))


def level_word(level: str, *, plural: bool = False) -> str:
    """Return the kind of a criterion in words: `föreskrift`, `allmänt råd`, `kvalitetsindikator`."""
    if plural:
        words = {
            "regulation": gettext("Regulations"),
            "recommendation": gettext("Recommendations"),
            "quality_indicator": gettext("Quality indicators"),
        }
    else:
        words = {
            "regulation": gettext("Regulation"),
            "recommendation": gettext("Recommendation"),
            "quality_indicator": gettext("Quality indicator"),
        }
    return words.get(str(level), str(level))
