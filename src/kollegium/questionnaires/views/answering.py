"""The page of somebody who is asked: no log-in, no cookie, no script needed, and nothing noted of the visit."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from kollegium.domain import instruments
from kollegium.domain.errors import Refused
from kollegium.domain.instruments import LONGEST_TEXT, Answers, Instrument, WrongAnswers
from kollegium.questionnaires import actions, queries
from kollegium.questionnaires.queries import Behind
from kollegium.questionnaires.wording import LINK_WORDS
from kollegium.ui.components.records import day


# The token in the address is all the right there is: a page elsewhere that knew it needed no visitor's cookie.
@csrf_exempt
@sensitive_post_parameters()
@sensitive_variables("token")
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Show the questionnaire behind a link, keep what is filled in, and send it once."""
    behind = queries.behind(token, as_of=timezone.localdate())
    with translation.override(_language(request, behind)):
        response = _answered(request, token, behind)
        if hasattr(response, "render"):
            response.render()
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _answered(request: HttpRequest, token: str, behind: Behind | None) -> HttpResponse:
    if behind is None:
        return _over(request, "link-unknown", 404)
    if behind.state != "open":
        return _over(request, f"link-{behind.state}", 410 if behind.state == "closed" else 200, behind)
    if request.method != "POST":
        return _form(request, behind, queries.draft_behind(token), is_saved="saved" in request.GET)
    sent = {key: str(value).replace("\0", "") for key, value in request.POST.items()}
    today = timezone.localdate()
    instrument = instruments.load(behind.group.instrument_key)
    try:
        if "decline" in sent:
            actions.decline(token=token, as_of=today)
        elif "save" in sent:
            actions.keep_draft(token=token, sent=sent, as_of=today)
            return _back(request, saved=True)
        elif behind.group.is_open and sent.get("openly") != "yes":
            return _form(request, behind, sent, is_consent_missing=True, wrong=_wrong(instrument, sent))
        else:
            actions.send_answers(token=token, sent=sent, as_of=today)
    except WrongAnswers as refused:
        return _form(request, behind, sent, wrong=refused.params["items"])
    except Refused as refused:
        return _over(request, refused.code, 410, behind)
    return _back(request, saved=False)


def _wrong(instrument: Instrument, sent: Answers) -> list[str]:
    try:
        instruments.check_answers(instrument, sent)
    except WrongAnswers as refused:
        return list(refused.params["items"])
    return []


def _back(request: HttpRequest, *, saved: bool) -> HttpResponse:
    query = [f"language={translation.get_language()}", *(["saved=1"] if saved else [])]
    return HttpResponseRedirect(f"{request.path}?{'&'.join(query)}")


def _form(
    request: HttpRequest,
    behind: Behind,
    answers: Answers,
    *,
    is_saved: bool = False,
    is_consent_missing: bool = False,
    wrong: list[str] | None = None,
) -> HttpResponse:
    instrument, wrong = instruments.load(behind.group.instrument_key), wrong or []
    language = translation.get_language()
    context: dict[str, Any] = {
        "unit": behind.group.round.unit,
        "group": behind.group,
        "others": behind.group.invited_count - 1,
        "is_always_open": instrument.answered_openly,
        "last_day": day(behind.group.round.closes_on),
        "language": language,
        "title": instrument.title(language),
        "items": [
            {
                "number": number,
                "key": item.key,
                "text": item.text(language),
                "kind": item.kind.value,
                "value": answers.get(item.key, ""),
                "is_wrong": item.key in wrong,
                "steps": [
                    {
                        "key": step.key,
                        "title": step.title(language),
                        "is_chosen": answers.get(item.key) == step.key,
                    }
                    for step in instrument.steps
                ],
            }
            for number, item in enumerate(instrument.items, start=1)
        ],
        "wrong_count": len(wrong),
        "is_consent_missing": is_consent_missing,
        "has_consented": answers.get("openly") == "yes",
        "is_saved": is_saved,
        "longest": LONGEST_TEXT,
    }
    return render(
        request, "questionnaires/answer.html", context, status=422 if wrong or is_consent_missing else 200
    )


def _over(request: HttpRequest, code: str, status: int, behind: Behind | None = None) -> HttpResponse:

    context = {
        "code": code,
        "reason": LINK_WORDS[code],
        "unit": behind.group.round.unit if behind else None,
        "language": translation.get_language(),
    }
    return render(request, "questionnaires/over.html", context, status=status)


def _language(request: HttpRequest, behind: Behind | None) -> str:
    asked = request.GET.get("language", "")
    if asked in dict(settings.LANGUAGES):
        return asked
    return behind.language if behind and behind.state != "closed" else settings.LANGUAGE_CODE
