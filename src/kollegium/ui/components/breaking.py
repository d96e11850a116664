"""Where long Swedish words may break: not every browser knows Swedish hyphenation, and none should cut mid-syllable."""

import re

SOFT_HYPHEN, BREAK = "\u00ad", "\u200b"
# The heads of the compounds that the field is full of.
JOINTS = re.compile(
    r"(?<=\w{6})(?=kompetens|bedömning|säkerhet|utbildning|klimat|organisation|plan|tjänstgöring|utveckling|program"
    r"|verksamhet|nedsättning|uppfyllelse|konferens|aktivitet|insats|beskrivning|professionell|handledning)"
    r"|(?<=ompröv)(?=ning)|(?<=säkerhets)(?=arbete)"
)
# On the narrowest phone a line of a criterion holds so many letters.
_LONG_WORD = re.compile(r"\w{16,}")
_SLASH = re.compile(r"(?<=\w{3}/)(?=\w{3})")


def breakable(title: str) -> str:
    """Return a title whose compounds may break at a joint."""
    return JOINTS.sub(SOFT_HYPHEN, title)


def breakable_sentence(text: str) -> str:
    """Return a sentence whose long words may break at a joint, and after a slash between two words."""
    return _LONG_WORD.sub(lambda word: breakable(word[0]), _SLASH.sub(BREAK, text))
