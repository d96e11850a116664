"""What a person types about reviews, as clean values."""

from kollegium.reviews.forms.changes import FactsForm, GradeForm, ProgressForm, VerdictForm
from kollegium.reviews.forms.filters import FilterForm, SearchForm, has_filters
from kollegium.reviews.forms.publishing import WithdrawalForm, read_choices

__all__ = [
    "FactsForm",
    "FilterForm",
    "GradeForm",
    "ProgressForm",
    "SearchForm",
    "VerdictForm",
    "WithdrawalForm",
    "has_filters",
    "read_choices",
]
