"""A field for a day, as the forms of reviews have it."""

from typing import Any

from django import forms


def day_field(label: Any, **others: Any) -> forms.DateField:
    """Give a field for a day that may be left empty."""
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        **others,
    )
