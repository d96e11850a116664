"""The name a file was sent with, as text for people."""

import unicodedata

LONGEST_NAME = 255


def name_as_text(name: str) -> str:
    """Give a file's name as text for people: nothing that cannot be seen, and the end when it is long.

    Folders in it stay, as they tell two files of the same name apart; nothing ever opens it as a path.
    """
    seen = "".join(
        " " if unicodedata.category(sign)[0] in "CZ" else sign for sign in unicodedata.normalize("NFC", name)
    )
    text = " ".join(seen.split()) or "?"
    return text if len(text) <= LONGEST_NAME else "…" + text[-(LONGEST_NAME - 1) :]
