"""Every read of reviews that a page, a print or an action needs."""

from kollegium.reviews.queries.case import (
    AreaGrades,
    CasePart,
    CasePlanItem,
    CaseVerdict,
    PublicationState,
    ReviewCase,
)
from kollegium.reviews.queries.choices import Chosen, FilterChoices, filter_choices_for, names_of_chosen
from kollegium.reviews.queries.criteria import CriterionFate, fate_of_criterion_for
from kollegium.reviews.queries.history import ReviewHistory, history_of, may_read_history
from kollegium.reviews.queries.listing import (
    ActionFilter,
    GradeFilter,
    ReviewFilters,
    ReviewOrder,
    export_reviews_for,
    grade_filter,
    list_reviews_for,
)
from kollegium.reviews.queries.one_review import get_review_for, place_of
from kollegium.reviews.queries.unit_story import get_pair_for, grades_at_visit, reviews_of_unit_for
from kollegium.reviews.queries.whole_case import case_of, get_case_for
from kollegium.ui.keyset import CutPage

__all__ = [
    "ActionFilter",
    "AreaGrades",
    "CasePart",
    "CasePlanItem",
    "CaseVerdict",
    "Chosen",
    "CriterionFate",
    "CutPage",
    "FilterChoices",
    "GradeFilter",
    "PublicationState",
    "ReviewCase",
    "ReviewFilters",
    "ReviewHistory",
    "ReviewOrder",
    "case_of",
    "export_reviews_for",
    "fate_of_criterion_for",
    "filter_choices_for",
    "get_case_for",
    "get_pair_for",
    "get_review_for",
    "grade_filter",
    "grades_at_visit",
    "history_of",
    "list_reviews_for",
    "may_read_history",
    "names_of_chosen",
    "place_of",
    "reviews_of_unit_for",
]
