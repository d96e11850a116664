"""Numbers as people read them."""

from django.utils.formats import number_format


def whole_number(value: int) -> str:
    """Return a whole number grouped by thousands in the reader's language: `1 000` in Swedish."""
    return number_format(value, decimal_pos=0, use_l10n=True, force_grouping=True)
