"""Lists brought in, in the user's words: columns, states, what is wrong and what to know."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kollegium.accounts.models import ImportState
from kollegium.domain.people_rows import Column, RowFault, RowWarning
from kollegium.extraction.sheets import SheetFault

COLUMN_NAMES: dict[Column, str | Promise] = {
    Column.NAME: _("Name"),
    Column.EMAIL: _("E-mail"),
    Column.HSA_ID: _("HSA-id"),
    Column.ROLE: _("Role"),
    Column.PLACE: _("Place"),
    Column.VALID_FROM: _("From and including"),
    Column.VALID_UNTIL: _("Until and including"),
    Column.LANGUAGE: _("Language"),
}

IMPORT_STATE_NAMES: dict[str, str | Promise] = {
    ImportState.PREVIEW: _("waits to be confirmed"),
    ImportState.CONFIRMED: _("taken in"),
    ImportState.UNDONE: _("taken back"),
}

SHEET_FAULTS: dict[SheetFault, str | Promise] = {
    SheetFault.EMPTY: _("The file is empty."),
    SheetFault.TOO_LARGE: _(
        "The file is too large: at most 5 MB, also unpacked it must be a list of people."
    ),
    SheetFault.TOO_MANY_ROWS: _("The list has more than 5,000 rows. Part it into several."),
    SheetFault.NOT_A_SHEET: _("This is neither CSV nor Excel, whatever its name says."),
    SheetFault.OLD_OR_LOCKED: _("This is an old or locked Excel file. Save it as .xlsx without a password."),
    SheetFault.MACROS: _("This workbook holds macros and is not opened. Save it as .xlsx without them."),
    SheetFault.DAMAGED: _("The file is damaged and cannot be read."),
}

ROW_FAULTS: dict[RowFault, str | Promise] = {
    RowFault.NAME_MISSING: _("The name is missing."),
    RowFault.EMAIL_WRONG: _("“%(words)s” is no e-mail address."),
    RowFault.ROLE_MISSING: _("The role is missing."),
    RowFault.ROLE_UNKNOWN: _("“%(words)s” is no role."),
    RowFault.PLACE_MISSING: _("The place is missing: this role is not held in the whole country."),
    RowFault.PLACE_UNKNOWN: _("There is no place called “%(words)s”."),
    RowFault.PLACE_WRONG_KIND: _("The role cannot be held at “%(words)s”: it is another kind of place."),
    RowFault.PLACE_UNCLEAR: _(
        "Several places are called “%(words)s”. Write the site or the care provider too."
    ),
    RowFault.NOT_YOURS: _("You cannot give this role at this place."),
    RowFault.DAY_WRONG: _("“%(words)s” is no day. Write it as 2026-03-01."),
    RowFault.ENDS_BEFORE_START: _("The last day comes before the first."),
    RowFault.LANGUAGE_UNKNOWN: _("“%(words)s” is no language here. Write sv or en."),
    RowFault.TOO_LONG: _("A text is too long."),
    RowFault.HSA_ID_TAKEN: _("The HSA-id %(words)s belongs to somebody else."),
}

ROW_WARNINGS: dict[RowWarning, str | Promise] = {
    RowWarning.KNOWN: _("Is here already: the role is added."),
    RowWarning.TWICE: _("The same as row %(words)s, left out."),
    RowWarning.ALREADY_HELD: _("Holds the role already, left out."),
    RowWarning.NEAR_NAME: _(
        "Somebody of this name is here already. Write the e-mail address if it is the same person."
    ),
    RowWarning.PLACE_READ_AS: _("The place is read as %(words)s."),
}


def row_fault(fault: RowFault, words: str) -> str:
    """Say what is wrong with a row."""
    return str(ROW_FAULTS[fault]) % {"words": words}


def row_warning(warning: RowWarning, words: str) -> str:
    """Say what one should know of a row."""
    if warning is RowWarning.KNOWN and words:
        return _("Is here already as %(name)s: the role is added.") % {"name": words}
    return str(ROW_WARNINGS[warning]) % {"words": words}
