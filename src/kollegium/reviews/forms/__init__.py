"""What a person types about reviews, as clean values."""

from kollegium.reviews.forms.changes import FactsForm, GradeForm, ProgressForm, VerdictForm
from kollegium.reviews.forms.filters import FilterForm
from kollegium.reviews.forms.publishing import WithdrawalForm, read_choices

__all__ = [
    "FactsForm",
    "FilterForm",
    "GradeForm",
    "ProgressForm",
    "VerdictForm",
    "WithdrawalForm",
    "read_choices",
]
