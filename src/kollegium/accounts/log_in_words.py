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
