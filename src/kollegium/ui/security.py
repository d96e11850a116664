"""The headers that keep a page to itself: what it may load, run, and be framed by."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Units: bytes. A long form with every field filled in is a tenth of it. Files go to the few pages that take them.
MOST_OF_A_FORM = 3 * 1024 * 1024

View = TypeVar("View", bound=Callable[..., Any])
CSP_HEADER = "Content-Security-Policy"

# Written with the names of Django 6's own setting, so that this middleware can be deleted then.
STRICT_POLICY: Mapping[str, Sequence[str]] = {
    "default-src": ["'self'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "form-action": ["'self'"],
}

OTHER_HEADERS = {
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}


def policy_text(policy: Mapping[str, Sequence[str]]) -> str:
    """Return the policy as it is sent: directives parted by semicolons."""
    return "; ".join(" ".join([directive, *sources]) for directive, sources in policy.items())


def takes_files(view: View) -> View:
    """Mark a view that takes more than a form holds and looks at the size itself before it reads anything.

    It must be free of the middleware's check of the form token, which reads the body before the view is asked.
    """
    view.takes_files = True  # type: ignore[attr-defined]
    return view


def takes_up_to(most: int) -> Callable[[View], View]:
    """Mark a view whose form may hold so many bytes, a file among them; more is refused before it is read."""

    def mark(view: View) -> View:
        view.most_bytes = most  # type: ignore[attr-defined]
        return view

    return mark


def most_bytes_for(view: Callable[..., Any]) -> int | None:
    """Give how many bytes may be sent to a view, or None for one that measures for itself."""
    if getattr(view, "takes_files", False):
        return None
    return int(getattr(view, "most_bytes", MOST_OF_A_FORM))


class ContentSecurityPolicyMiddleware:
    """Add the content security policy (setting `SECURE_CSP`) and its companions to every answer.

    A view that has set a header itself keeps it: a stored upload is sent with a stricter policy of its own.
    What a logged-in person sees is kept nowhere: on a shared computer the next one must not find it with the
    browser's back button. Other pages are asked for anew each time, unless their view says for how long they hold.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.headers = {
            CSP_HEADER: policy_text(getattr(settings, "SECURE_CSP", None) or STRICT_POLICY)
        } | OTHER_HEADERS

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the answer with the headers it lacked."""
        response = self.get_response(request)
        for name, value in self.headers.items():
            response.headers.setdefault(name, value)
        is_personal = settings.SESSION_COOKIE_NAME in (*request.COOKIES, *response.cookies)
        response.headers.setdefault(
            "Cache-Control", "private, no-store" if is_personal else "private, no-cache"
        )
        return response
