"""Register the follow-up of reviews with Django."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy

from kollegium.domain.case_access import CaseObject
from kollegium.domain.roles import Permission


class ActionPlansConfig(AppConfig):
    """Follow-up of reviews."""

    name = "kollegium.action_plans"
    label = "action_plans"

    def ready(self) -> None:
        """Join the cases of reviews with their action plans, and add the follow-up to the pages of units and to reminders."""
        from kollegium.action_plans.actions.planning import (  # noqa: PLC0415 - needs the loaded models
            join_the_case,
        )
        from kollegium.action_plans.case_file import (  # noqa: PLC0415 - needs the loaded models
            evidence_parts,
            plan_parts,
        )
        from kollegium.action_plans.queries.next_steps import (  # noqa: PLC0415 - needs the loaded models
            plans_to_judge,
        )
        from kollegium.action_plans.queries.plans import may_have_plan  # noqa: PLC0415 - needs the loaded models
        from kollegium.action_plans.reminders import KINDS  # noqa: PLC0415 - needs the loaded models
        from kollegium.notifications.dated import (  # noqa: PLC0415 - needs the loaded models
            register_dated_kind,
        )
        from kollegium.organisations.tabs import (  # noqa: PLC0415 - needs the loaded models
            register_unit_tab,
        )
        from kollegium.reviews.case_file import register_case_file_part  # noqa: PLC0415 - needs the loaded models
        from kollegium.reviews.case_tabs import register_case_tab  # noqa: PLC0415 - needs the loaded models
        from kollegium.reviews.queries.exchange_steps import (  # noqa: PLC0415 - needs the loaded models
            add_office_source,
        )

        join_the_case()
        add_office_source(plans_to_judge)
        register_case_tab(
            72,
            pgettext_lazy("tab of a case", "Action plan"),
            "action_plans:plan",
            CaseObject.PLAN,
            may_have_plan,
        )
        register_case_file_part(82, plan_parts)
        register_case_file_part(85, evidence_parts)
        for kind in KINDS:
            register_dated_kind(kind)
        register_unit_tab(pgettext_lazy("menu", "Follow-up"), "action_plans:unit", Permission.READ_REVIEWS)
