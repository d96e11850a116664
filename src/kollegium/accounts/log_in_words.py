"""How one is logged in, and when one may try again, in the user's words."""

from datetime import datetime, timedelta

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

BROWSER_NAMES: dict[str, str] = {
    "edge": "Edge",
    "opera": "Opera",
    "samsung": "Samsung Internet",
    "firefox": "Firefox",
    "chrome": "Chrome",
    "safari": "Safari",
}
SYSTEM_NAMES: dict[str, str] = {
    "iphone": "iPhone",
    "ipad": "iPad",
    "android": "Android",
    "windows": "Windows",
    "mac": "Mac",
    "chromeos": "Chromebook",
    "linux": "Linux",
}
METHOD_NAMES: dict[str, str | Promise] = {
    "password": _("with password"),
    "passkey": _("with a passkey"),
    "provider": _("through your employer's log-in"),
}

# Shape: why a log-in at the provider is not accepted → title and text of the page that says so.
PROVIDER_REFUSALS: dict[str, tuple[str | Promise, str | Promise]] = {
    "refused": (
        _("The log-in did not take place"),
        _("Your employer's log-in said no, or you turned back. You can try again."),
    ),
    "not-yours": (
        _("Begin the log-in here"),
        _(
            "The answer does not belong to a log-in that was begun in this browser. Begin again from our page."
        ),
    ),
    "too-old": (
        _("It took too long"),
        _("The log-in was begun more than fifteen minutes ago. Begin again."),
    ),
    "out-of-reach": (
        _("Your employer's log-in does not answer"),
        _("Try again in a while, or log in with your password."),
    ),
    "not-genuine": (
        _("The answer could not be trusted"),
        _(
            "What came from your employer's log-in could not be checked, so nobody was let in. Tell your administrator."
        ),
    ),
    "too-weak": (
        _("The log-in was not strong enough"),
        _(
            "Kollegium needs a log-in with card or phone, of level three or above. Log in that way, and try again."
        ),
    ),
    "no-hsa-id": (
        _("Your employer did not say who you are"),
        _(
            "The HSA-id was missing from the answer. Ask those who look after your employer's log-in to send it."
        ),
    ),
    "nobody-here": (
        _("Nobody here has your HSA-id"),
        _(
            "Your log-in works, but nobody with this HSA-id is registered here. Ask the administrator of your unit or "
            "region to write it on your page. Nothing was opened."
        ),
    ),
    "closed": (
        _("This log-in is closed"),
        _("Your log-in here is closed. Ask your administrator."),
    ),
}


def device_name(browser: str, system: str) -> str:
    """Name a browser on a device, as far as it is known."""
    names = {"browser": BROWSER_NAMES.get(browser, ""), "system": SYSTEM_NAMES.get(system, "")}
    if all(names.values()):
        return gettext("%(browser)s on %(system)s") % names
    return names["browser"] or names["system"] or gettext("A browser we do not know")


def try_again_at(until: datetime) -> str:
    """Say when something that was tried too often may be tried again; the minute is rounded up."""
    shown = timezone.localtime(until + timedelta(seconds=59))
    return gettext("Too many attempts. You can try again at %(time)s.") % {
        "time": formats.time_format(shown, "H:i")
    }
