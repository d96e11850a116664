"""What a person types about the material of a case."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.domain.material import OwnerDuty
from kollegium.reviews.forms.changes import day_field
from kollegium.reviews.material_words import DUTY_NAMES
from kollegium.reviews.models import MaterialItem
from kollegium.ui.forms import PersonalNumberWarning


class HandInForm(PersonalNumberWarning, forms.Form):
    """A text or a link, beside the files, which the view looks at itself."""

    text = forms.CharField(
        label=_("Text"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Instead of a file, or to explain it."),
    )
    link = forms.URLField(
        label=_("Link"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("To a page that the reviewers can open, for example the region's guidelines."),
        error_messages={"invalid": _("Write the whole address, such as https://www.exempel.se/riktlinjer.")},
    )

    def __init__(self, *args: Any, has_number_in_files: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_number_in_files = has_number_in_files

    @property
    def needs_confirmation(self) -> bool:
        """True also when a file holds a personal identity number and that was not confirmed."""
        return super().needs_confirmation or (self.has_number_in_files and not self._is_confirmed())


class ReasonForm(PersonalNumberWarning, forms.Form):
    """A reason that is kept."""

    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class AskAgainForm(PersonalNumberWarning, forms.Form):
    """What is missing, and by when."""

    comment = forms.CharField(
        label=_("What is missing?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    due_on = day_field(_("To be handed in by"))


class CommentForm(PersonalNumberWarning, forms.Form):
    """A remark."""

    text = forms.CharField(
        label=_("Write a remark"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Read by the unit, the reviewers and the review office."),
    )


class PlanForm(forms.Form):
    """Who hands something in and by when. Whoever may not move the day does not get that field."""

    owner = forms.ChoiceField(label=_("Who hands it in"))
    due_on = day_field(_("To be handed in by"))

    def __init__(self, *args: Any, people: list[dict[str, Any]], may_move_day: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            *[(duty.value, DUTY_NAMES[duty]) for duty in OwnerDuty],
            *[(str(person["pk"]), person["name"]) for person in people],
        ]
        self.fields["due_on"].required = True
        if not may_move_day:
            del self.fields["due_on"]

    def chosen(self) -> tuple[OwnerDuty | None, int | None]:
        """Give the duty, or the person, that was chosen."""
        chosen = self.cleaned_data["owner"]
        return (None, int(chosen)) if chosen.isdigit() else (OwnerDuty(chosen), None)


def plan_initial(item: MaterialItem) -> dict[str, Any]:
    """Give what stands, for the form to begin with."""
    return {"owner": str(item.owner_id) if item.owner_id else item.owner_duty, "due_on": item.due_on}


class NewMaterialForm(PersonalNumberWarning, PlanForm):
    """Something that does not stand on the request list."""

    title = forms.CharField(label=_("What do you ask for?"), max_length=200)
    guidance = forms.CharField(
        label=_("What exactly is meant"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ("title", "guidance", "owner", "due_on")
