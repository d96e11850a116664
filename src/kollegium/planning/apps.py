"""Register planning with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from kollegium.accounts.following import PersonalRows, register_personal_rows
from kollegium.domain.case_access import CaseObject
from kollegium.trail.names import register_page


class PlanningConfig(AppConfig):
    """Planning."""

    name = "kollegium.planning"
    label = "planning"

    def ready(self) -> None:
        """Name the page about a reviewer for those who see who has read about them, and what is kept about people."""
        # Later: the tabs know the models.
        from kollegium.reviews.case_tabs import register_case_tab  # noqa: PLC0415 - needs the loaded models

        register_case_tab(15, _("Schedule"), "planning:schedule", CaseObject.SCHEDULE)
        from kollegium.planning.case_file import order_parts, schedule_parts  # noqa: PLC0415 - needs the loaded models
        from kollegium.reviews.case_file import register_case_file_part  # noqa: PLC0415 - needs the loaded models

        register_case_file_part(5, order_parts, before_decision=True)
        register_case_file_part(15, schedule_parts, before_decision=True)
        from kollegium.planning.wishes import wish_found  # noqa: PLC0415 - needs the loaded models
        from kollegium.reviews.case_wishes import register_wish_finder  # noqa: PLC0415 - needs the loaded models

        register_wish_finder(wish_found)
        from kollegium.planning.ties import ties_found  # noqa: PLC0415 - needs the loaded models
        from kollegium.reviews.reviewer_ties import register_tie_finder  # noqa: PLC0415 - needs the loaded models

        register_tie_finder(ties_found)
        register_page("planning.reviewer", _("What is known of you as a reviewer"))
        register_personal_rows(
            PersonalRows("reviewer_profile", "planning.ReviewerProfile", one_each=True),
            PersonalRows("days_away", "planning.Absence"),
            PersonalRows("ties", "planning.ReviewerTie"),
            PersonalRows("calendar", "planning.CalendarFeed", one_each=True),
            PersonalRows("private_talks", "planning.VisitSlot", "taken_by", let_go=True),
            PersonalRows("orders", "planning.Order", "ordered_by", emptied=("contact",), follows=False),
        )
