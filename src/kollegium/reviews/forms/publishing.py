"""The choices made in the preview of a publication, and the withdrawal of one."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.domain.naming import Decision, NameChoice, NameKind, SentenceChoice
from kollegium.reviews.actions import Examination, PublicationChoices

LONGEST_NAME = 200
LONGEST_SENTENCE = 4000


class WithdrawalForm(forms.Form):
    """Why a publication is withdrawn."""

    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


def read_choices(examination: Examination, posted: Mapping[str, str]) -> PublicationChoices:
    """Give the choices that were posted; what is no choice counts as unanswered.

    Shape of the form: `name-3` holds the decision about the third person found, `name-3-text` the
    words instead; `sentence-…` likewise. `bulk` fills in what nobody has decided about yet.
    """
    bulk = posted.get("bulk", "")
    names = {}
    for index, person in enumerate(examination.people):
        decision = _decision(posted.get(f"name-{index}", "")) or _bulk_name(bulk, person.kind)
        words = posted.get(f"name-{index}-text", person.function)[:LONGEST_NAME]
        if decision:
            names[person.key] = NameChoice(decision, words if decision is Decision.REPLACE else "")
    sentences = {}
    for index, found in enumerate(examination.sentences):
        decision = _decision(posted.get(f"sentence-{index}", ""))
        if decision is None and bulk == "keep-sentences":
            decision = Decision.KEEP
        if decision:
            words = posted.get(f"sentence-{index}-text", "")[:LONGEST_SENTENCE]
            sentences[found.key] = SentenceChoice(decision, words if decision is Decision.REPLACE else "")
    return PublicationChoices(names, sentences)


def _decision(value: str) -> Decision | None:
    return Decision(value) if value in [item.value for item in Decision] else None


def _bulk_name(bulk: str, kind: NameKind) -> Decision | None:
    if bulk == "replace-names":
        return Decision.REPLACE
    if bulk == "keep-capitals" and kind is NameKind.CAPITALS:
        return Decision.KEEP
    return None
