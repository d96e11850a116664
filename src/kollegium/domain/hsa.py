"""HSA-ids: what people, units and care providers are called in the national catalogue of care."""

import re

LONGEST = 64
# Source: inferred from the catalogue's own ids: country and organisation number, a dash, letters and figures.
_WRITTEN = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")


def normalised(text: object) -> str | None:
    """Give an HSA-id as it is stored (no spaces, upper case), or None for what cannot be one."""
    # Cut before anything is done with it: what comes from outside may be of any length.
    if not isinstance(text, str) or len(text) > 2 * LONGEST:
        return None
    written = "".join(text.split()).upper()
    return written if len(written) <= LONGEST and _WRITTEN.fullmatch(written) else None
