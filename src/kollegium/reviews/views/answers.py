"""Answers to scripts that save for a person: kept, changed elsewhere meanwhile, or why not."""

from typing import Any

from django.http import HttpRequest, JsonResponse

from kollegium.reviews.forms.changes import VersionedForm


def wants_json(request: HttpRequest) -> bool:
    """Say whether a script asks and not a page."""
    return request.headers.get("Accept") == "application/json"


def not_kept(form: VersionedForm, standing: dict[str, Any]) -> JsonResponse:
    """Say why nothing was kept.

    409 when it was changed elsewhere meanwhile, with what stands; 422 else, `confirm` true when a personal identity
    number is to be taken away or confirmed.
    """
    told = " ".join(str(fault) for faults in form.errors.values() for fault in faults)
    if form.is_changed_meanwhile:
        return JsonResponse({"message": told, "standing": standing}, status=409)
    if form.needs_confirmation:
        return JsonResponse({"message": " ".join(form.warnings.values()), "confirm": True}, status=422)
    return JsonResponse({"message": told}, status=422)
