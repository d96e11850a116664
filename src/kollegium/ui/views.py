"""Pages that belong to no capability: preferences, the component page, accessibility and privacy."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import translate_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kollegium.ui.design import design_context
from kollegium.ui.forms import FaultReportForm
from kollegium.ui.mail import fault_report_address, send_fault_report
from kollegium.ui.preferences import ONE_YEAR, THEME_COOKIE, THEMES

# When the accessibility of the service was last judged as a whole; see docs/accessibility.md.
ASSESSED_ON = date(2026, 11, 21)


@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in a cookie and go back; an unknown choice changes nothing."""
    response = HttpResponseRedirect(safe_return_url(request))
    theme = request.POST.get("theme")
    if theme in THEMES:
        response.set_cookie(THEME_COOKIE, theme, max_age=ONE_YEAR, samesite="Lax", secure=request.is_secure())
    return response


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in Django's language cookie and go back; an unknown language changes nothing."""
    next_url = safe_return_url(request)
    language = request.POST.get("language", "")
    if not check_for_language(language) or language not in dict(settings.LANGUAGES):
        return HttpResponseRedirect(next_url)
    response = HttpResponseRedirect(translate_url(next_url, language))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE or ONE_YEAR,
        path=settings.LANGUAGE_COOKIE_PATH,
        domain=settings.LANGUAGE_COOKIE_DOMAIN,
        secure=settings.LANGUAGE_COOKIE_SECURE or request.is_secure(),
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
    return response


def safe_return_url(request: HttpRequest) -> str:
    """Return where to go back to: the posted `next` or the page one came from, if it is ours; else the start page."""
    for candidate in (request.POST.get("next"), request.META.get("HTTP_REFERER")):
        is_address = candidate and candidate.startswith(("/", "http://", "https://"))
        if is_address and url_has_allowed_host_and_scheme(
            candidate, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        ):
            return candidate
    return "/"


@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """Show every component in every state, for those who build pages and those who judge them."""
    return render(request, "ui/design.html", design_context())


@require_http_methods(["GET", "HEAD", "POST"])
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement; a posted fault report is mailed on, and nothing typed is lost on an error."""
    form = FaultReportForm(request.POST or None)
    failed = False
    if request.method == "POST" and form.is_valid():
        failed = not send_fault_report(**form.report())
        if not failed:
            return redirect("ui:fault_reported")
    status = 503 if failed else 422 if form.errors or form.needs_confirmation else 200
    context = _about() | {"form": form, "not_sent": failed, "assessed_on": ASSESSED_ON}
    return render(request, "ui/accessibility.html", context, status=status)


@require_safe
def fault_reported(request: HttpRequest) -> HttpResponse:
    """Thank for a fault report and say what happens next."""
    return render(request, "ui/fault_reported.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Tell what is kept about whom, why, for how long, and what one can ask for."""
    return render(request, "ui/privacy.html", _about())


def _about() -> dict[str, object]:
    """Return who runs this installation (setting `SERVICE_OWNER`, may be empty) and where questions go."""
    return {"owner": getattr(settings, "SERVICE_OWNER", ""), "contact": fault_report_address()}
