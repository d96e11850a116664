"""The filters of what changed lately."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.domain.changes import Subject
from kollegium.home.changes_wording import SUBJECTS

DAYS = {14: _("14 days"), 30: _("30 days"), 90: _("90 days")}
SINCE_LAST_LOOK = ("", _("Since last time"))


class ChangesForm(forms.Form):
    """What is shown of the changes. Whatever is not a choice narrows nothing."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", _("All")), *((key.value, SUBJECTS[key]) for key in Subject)],
    )
    days = forms.ChoiceField(
        label=_("How far back"), required=False, choices=[SINCE_LAST_LOOK, *DAYS.items()]
    )
    own = forms.BooleanField(label=_("My own changes too"), required=False)

    def asked(self) -> tuple[Subject | None, int | None, bool]:
        """Give the kind, the number of days and whether one's own changes are wanted; never fails.

        No number of days stands for what is new since the person last looked.
        """
        self.is_valid()
        kind, days = self.cleaned_data.get("kind"), self.cleaned_data.get("days")
        return (
            Subject(kind) if kind else None,
            int(days) if days else None,
            bool(self.cleaned_data.get("own")),
        )
