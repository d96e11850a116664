"""One sentence per refusal, in Swedish and English, that says what to do."""

from __future__ import annotations

from kollegium.extraction.limits import FILE_LIMITS, MAX_PAGES, MEBIBYTE
from kollegium.extraction.refusal import RefusalCode, Unreadable

_MEBIBYTES = FILE_LIMITS.max_bytes // MEBIBYTE

_SWEDISH: dict[RefusalCode, str] = {
    RefusalCode.EMPTY: "Filen är tom; kontrollera att den sparades och välj den igen.",
    RefusalCode.TOO_LARGE: (
        f"Filen är för stor (gränsen är {_MEBIBYTES} MB); spara rapporten utan bilder eller bilagor och försök igen."
    ),
    RefusalCode.TOO_MANY_PAGES: (
        f"Filen har för många sidor (gränsen är {MAX_PAGES}); spara bara själva rapporten som en egen fil."
    ),
    RefusalCode.ENCRYPTED: "Filen är skyddad med lösenord; spara en kopia utan lösenord och välj den i stället.",
    RefusalCode.DAMAGED: "Filen är skadad och går inte att öppna; hämta den på nytt eller spara om den.",
    RefusalCode.NOT_A_REPORT_FORMAT: (
        "Filen är varken PDF, DOCX eller vanlig text; spara rapporten i något av de formaten."
    ),
    RefusalCode.ZIP_BOMB: (
        "Filen packas upp till orimligt mycket innehåll och öppnas inte; spara om dokumentet som en ny DOCX eller PDF."
    ),
    RefusalCode.NO_TEXT: (
        "Filen innehåller ingen text, troligen är den inskannad; be om originalet eller en textigenkänd PDF."
    ),
    RefusalCode.TIMED_OUT: "Filen tog för lång tid att läsa; spara om den som en ny PDF och försök igen.",
    RefusalCode.OUT_OF_MEMORY: (
        "Filen kräver för mycket minne för att läsas; spara rapporten utan bilder och försök igen."
    ),
}

_ENGLISH: dict[RefusalCode, str] = {
    RefusalCode.EMPTY: "The file is empty; check that it was saved and choose it again.",
    RefusalCode.TOO_LARGE: (
        f"The file is too large (the limit is {_MEBIBYTES} MB); save the report without pictures or appendices and try again."
    ),
    RefusalCode.TOO_MANY_PAGES: (
        f"The file has too many pages (the limit is {MAX_PAGES}); save only the report itself as a file of its own."
    ),
    RefusalCode.ENCRYPTED: "The file is protected by a password; save a copy without one and choose that instead.",
    RefusalCode.DAMAGED: "The file is damaged and cannot be opened; fetch it again or save it anew.",
    RefusalCode.NOT_A_REPORT_FORMAT: (
        "The file is neither PDF, DOCX nor plain text; save the report in one of these formats."
    ),
    RefusalCode.ZIP_BOMB: (
        "The file unpacks to an unreasonable amount of content and is not opened; save the document as a new DOCX or PDF."
    ),
    RefusalCode.NO_TEXT: (
        "The file holds no text, it is probably scanned; ask for the original or a PDF with recognised text."
    ),
    RefusalCode.TIMED_OUT: "The file took too long to read; save it as a new PDF and try again.",
    RefusalCode.OUT_OF_MEMORY: (
        "The file needs too much memory to be read; save the report without pictures and try again."
    ),
}

_PAGE_COUNTS = {
    "sv": "Filen har {count} sidor (gränsen är {limit}); spara bara själva rapporten som en egen fil.",
    "en": "The file has {count} pages (the limit is {limit}); save only the report itself as a file of its own.",
}


def refusal_sentence(refusal: Unreadable, language: str = "sv") -> str:
    """Return the sentence for a person: what is wrong with the file and what to do.

    Any language but Swedish gets the English sentence.
    """
    known = language if language == "sv" else "en"
    if refusal.code is RefusalCode.TOO_MANY_PAGES and refusal.page_count is not None:
        return _PAGE_COUNTS[known].format(count=refusal.page_count, limit=MAX_PAGES)
    return (_SWEDISH if known == "sv" else _ENGLISH)[refusal.code]
