"""The way from a review back to the file it was read from."""

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kollegium.report_import.models import ImportProposal
from kollegium.reviews.links import ReviewLink

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def links_to_import(actor: "Actor", review_id: int) -> list[ReviewLink]:
    """Give the import a review came from and its original file, to whoever may see them; one query."""
    found = ImportProposal.objects.visible_to(actor).filter(review=review_id)
    proposal_id = found.values_list("pk", flat=True).first()
    if proposal_id is None:
        return []
    return [
        ReviewLink(
            _("The imported file"), reverse("report_import:original", args=[proposal_id]), "file-text"
        ),
        ReviewLink(_("How it was read"), reverse("report_import:proposal", args=[proposal_id]), "eye"),
    ]
