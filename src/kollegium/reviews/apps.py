"""Register reviews with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy, pgettext_lazy

from kollegium.domain.roles import Permission


class ReviewsConfig(AppConfig):
    """Reviews."""

    name = "kollegium.reviews"
    label = "reviews"

    def ready(self) -> None:
        """Add the page of a unit's reviews, a filter to the list of units, what devices keep to the sessions, days to remind of, and what a case's file holds."""
        from kollegium.accounts.sessions import (  # noqa: PLC0415 - needs the loaded models
            register_copies,
        )
        from kollegium.notifications.dated import (  # noqa: PLC0415 - needs the loaded models
            register_dated_kind,
        )
        from kollegium.organisations.queries import (  # noqa: PLC0415 - needs the loaded models
            UnitNarrowing,
            register_unit_narrowing,
        )
        from kollegium.organisations.tabs import (  # noqa: PLC0415 - needs the loaded models
            register_unit_tab,
        )
        from kollegium.reviews.actions.offline import end_copies  # noqa: PLC0415 - needs the loaded models
        from kollegium.reviews.queries.evidence import (  # noqa: PLC0415 - needs the loaded models
            add_evidence_source,
        )
        from kollegium.reviews.queries.offline import kept_copies  # noqa: PLC0415 - needs the loaded models
        from kollegium.reviews.queries.overdue import (  # noqa: PLC0415 - needs the loaded models
            UNITS_OVERDUE,
            without_recent_review,
        )
        from kollegium.reviews.reminders import KINDS  # noqa: PLC0415 - needs the loaded models

        for kind in KINDS:
            register_dated_kind(kind)
        register_copies(kept_copies, end_copies)
        from kollegium.reviews.queries.questionnaire_evidence import (  # noqa: PLC0415 - needs the loaded models
            questionnaire_items,
        )

        add_evidence_source(questionnaire_items)
        _register_case_file()
        register_unit_tab(pgettext_lazy("menu", "Reviews"), "reviews:unit_reviews", Permission.READ_REVIEWS)
        register_unit_narrowing(
            UNITS_OVERDUE,
            UnitNarrowing(
                gettext_lazy("Without an external review in five years"),
                Permission.READ_REVIEWS,
                lambda scope, as_of: without_recent_review(scope, as_of=as_of),
            ),
        )


def _register_case_file() -> None:
    """Say what a case's file holds, in its order."""
    from kollegium.reviews.case_file import (  # noqa: PLC0415 - needs the loaded models
        decided,
        documents,
        exchange,
        register_case_file_part,
    )

    for position, source, before_decision in (
        (0, documents.report_parts, False),
        (10, documents.case_parts, True),
        (20, documents.material_parts, True),
        (30, documents.questionnaire_parts, False),
        (35, exchange.draft_parts, True),
        (40, exchange.fact_check_parts, True),
        (50, exchange.calibration_parts, False),
        (60, decided.decision_parts, False),
        (70, decided.reconsideration_parts, False),
        (75, decided.correction_parts, False),
        (80, decided.plan_parts, False),
        (90, decided.feedback_parts, False),
        (100, documents.history_parts, False),
    ):
        register_case_file_part(position, source, before_decision=before_decision)
