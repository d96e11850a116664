"""Register the follow-up of reviews with Django."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy

from kollegium.domain.roles import Permission


class ActionPlansConfig(AppConfig):
    """Follow-up of reviews."""

    name = "kollegium.action_plans"
    label = "action_plans"

    def ready(self) -> None:
        """Add the page of a unit's follow-up to the pages of units, its days to the reminders, and its evidence to the files of cases."""
        from kollegium.action_plans.actions.planning import (  # noqa: PLC0415 - needs the loaded models
            join_the_case,
        )
        from kollegium.action_plans.case_file import evidence_parts  # noqa: PLC0415 - needs the loaded models
        from kollegium.action_plans.reminders import KINDS  # noqa: PLC0415 - needs the loaded models
        from kollegium.notifications.dated import (  # noqa: PLC0415 - needs the loaded models
            register_dated_kind,
        )
        from kollegium.organisations.tabs import (  # noqa: PLC0415 - needs the loaded models
            register_unit_tab,
        )
        from kollegium.reviews.case_file import register_case_file_part  # noqa: PLC0415 - needs the loaded models

        join_the_case()
        register_case_file_part(85, evidence_parts)
        for kind in KINDS:
            register_dated_kind(kind)
        register_unit_tab(pgettext_lazy("menu", "Follow-up"), "action_plans:unit", Permission.READ_REVIEWS)
