"""Find names in passages by lists, titles and capital letters; better one too many than one missed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kollegium.domain.naming.sentences import is_sentence_start
from kollegium.domain.naming.values import Hit, NameKind, Passage
from kollegium.domain.naming.words import (
    OPENING_WORDS,
    PARTICLES,
    TITLE_ATTRIBUTES,
    first_names,
    is_place_word,
    is_title,
)

_WORD = re.compile(r"[^\W\d_]+(?:[’'\-:][^\W\d_]+)*")
_NAME_WORD = re.compile(r"[^\W\d_a-zåäöéüøæ][^\W\d_]*[a-zåäöéèüøæ](?:[’'\-][^\W\d_]+)*$")
# The word that stands instead, and what is looked for.
_PATTERNS = (
    ("e-postadress", re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")),
    ("personnummer", re.compile(r"\b(?:19|20)?\d{6}[-+ ]?\d{4}\b")),
    (
        "telefonnummer",
        re.compile(r"(?<!\d)(?:\+46|0)[ \-]?\d{1,3}[ \-/]?\d{2,3}(?:[ \-]?\d{2,3}){1,2}(?!\d)"),
    ),
)
_INITIALS = re.compile(r"(?<![\w.])[A-ZÅÄÖ]\.\s?(?:[A-ZÅÄÖ]\.?){1,2}(?![\w])")
_TITLE_AFTER = re.compile(r"\s*(?:,\s*|\(\s*)([^\W\d_]+(?:[ \-][^\W\d_]+)?)(\s*\))?")
_SPECIALTY_AFTER = re.compile(r"\s+(?:i|inom|på)\s+[^\W\d_]+(?:[ \-][^\W\d_]+)*(?=\s*(?:$|[,;.\n)]))")


def words_of(text: str) -> list[str]:
    """Give the words of a text as written."""
    return [match.group() for match in _WORD.finditer(text)]


def fold(name: str) -> str:
    """Give a name in small letters with single spaces, as names are compared."""
    return " ".join(name.replace("’", "'").lower().split())


def person_part(printed: str) -> str:
    """Give the name of a printed reviewer without titles, workplace and brackets."""
    head = re.split(r"[,(;–]|\s-\s", printed.strip())[0]
    words = [word for word in head.split() if not is_title(word.strip(".")) and not word[:1].islower()]
    return " ".join(words) or head.strip()


class Finder:
    """Finds names in passages, knowing the whole report's words."""

    def __init__(
        self, passages: Sequence[Passage], reviewers: Sequence[str], not_names: frozenset[str]
    ) -> None:
        self.not_names = not_names
        self.known_parts = {
            part
            for printed in reviewers
            for part in fold(person_part(printed)).split()
            if len(part) > 1 and part not in PARTICLES
        }
        # A word that the report also writes with a small letter is no name when it opens a sentence.
        self.small_words = {
            word
            for passage in passages
            if not passage.names_people
            for word in words_of(passage.text)
            if word[0].islower()
        }
        self.found_parts: frozenset[str] = frozenset()
        first_pass = [hit for passage in passages for hit in self._runs_in(passage)]
        self.found_parts = frozenset(
            part for hit in first_pass for part in fold(hit.name).split() if len(part) > 2
        )

    def hits_in(self, passage: Passage) -> list[Hit]:
        """Give the names of one passage, contact details first, without overlaps."""
        taken = [
            Hit(passage.path, match.start(), match.end(), match.group(), NameKind.CONTACT, word, False, True)
            for word, pattern in _PATTERNS
            for match in pattern.finditer(passage.text)
        ]
        taken += [
            Hit(passage.path, match.start(), match.end(), match.group(), NameKind.INITIALS, "", False, True)
            for match in _INITIALS.finditer(passage.text)
            if passage.names_people
        ]
        hits: list[Hit] = []
        for hit in [*taken, *self._runs_in(passage)]:
            if all(hit.end <= other.start or hit.start >= other.end for other in hits):
                hits.append(hit)
        return sorted(hits, key=lambda hit: hit.start)

    def _runs_in(self, passage: Passage) -> list[Hit]:
        words = list(_WORD.finditer(passage.text))
        hits = []
        position = 0
        while position < len(words):
            run = self._run_at(passage, words, position)
            hit = self._judged(passage, words, position, run) if run else None
            if hit:
                hits.append(hit)
            position += max(run, 1)
        return hits

    def _run_at(self, passage: Passage, words: list[re.Match[str]], position: int) -> int:
        """Give how many words from the position may be one name; 0 when the first cannot begin one."""
        if not self._may_begin(passage, words, position):
            return 0
        length = 1
        while position + length < len(words):
            following = words[position + length]
            between = passage.text[words[position + length - 1].end() : following.start()]
            small_surname = passage.names_people and self._is_small_surname(
                between, following.group(), length
            )
            if not small_surname and not self._continues(
                between, following.group(), words, position + length
            ):
                break
            length += 1
        while length > 1 and words[position + length - 1].group().lower() in PARTICLES:
            length -= 1
        return length

    def _may_begin(self, passage: Passage, words: list[re.Match[str]], position: int) -> bool:
        word = words[position].group()
        folded = base(word)
        if self._is_known(folded):
            return word[0].isupper() or passage.names_people
        if word.lower() in TITLE_ATTRIBUTES:
            return False
        if passage.names_people and not is_title(word) and fold(word) not in OPENING_WORDS:
            if folded in first_names():
                return True
            if word.isupper() and 2 <= len(word) <= 3:
                return not is_place_word(word)
        if is_title(word) or is_place_word(word) or fold(word) in self.not_names:
            return word[0].isupper() and folded in first_names() and not is_place_word(word)
        if word.isupper() and len(word) > 1:
            return folded in first_names()
        if not _is_name_word(word):
            return len(word) == 1 and word.isupper() and _is_initial(passage.text, words, position)
        if folded in first_names() and word.lower() not in OPENING_WORDS:
            return True
        followed = position + 1 < len(words) and _is_name_word(words[position + 1].group())
        if not is_sentence_start(passage.text, words[position].start()):
            return word.lower() not in OPENING_WORDS or folded in first_names()
        if folded in first_names() and followed:
            return True
        lower = word.lower()
        is_known = folded in self.found_parts or folded.removesuffix("s") in self.found_parts
        return (
            lower not in OPENING_WORDS
            and lower not in self.small_words
            and (followed or is_known or passage.names_people)
        )

    def _is_small_surname(self, between: str, word: str, length: int) -> bool:
        """Tell whether a word in small letters follows a first name as its surname (`eva norling`)."""
        lower = word.lower()
        return (
            length == 1
            and between == " "
            and word.islower()
            and lower not in OPENING_WORDS
            and not is_title(word)
            and not is_place_word(word)
            and lower not in TITLE_ATTRIBUTES
        )

    def _is_known(self, folded: str) -> bool:
        return folded in self.known_parts and folded not in self.not_names

    def _continues(self, between: str, word: str, words: list[re.Match[str]], position: int) -> bool:
        gap = between.replace(".", "", 1) if len(words[position - 1].group()) == 1 else between
        if gap.strip() or "\n\n" in gap or is_title(word):
            return False
        if word.lower() in PARTICLES:
            return position + 1 < len(words) and _is_name_word(words[position + 1].group())
        if len(word) == 1:
            return word.isupper()
        previous = base(words[position - 1].group())
        if is_place_word(word) or fold(word) in self.not_names:
            return _is_name_word(word) and previous in first_names() and not is_place_word(word)
        if word.isupper():
            return words[position - 1].group().isupper()
        return _is_name_word(word) or fold(word) in self.known_parts

    def _judged(self, passage: Passage, words: list[re.Match[str]], position: int, length: int) -> Hit | None:
        run = words[position : position + length]
        start, end = run[0].start(), run[-1].end()
        while (
            position
            and words[position - 1].group() in PARTICLES
            and _only_space(passage.text, words, position)
        ):
            position -= 1
            start = words[position].start()
        name = " ".join(passage.text[start:end].split())
        title, title_start = _title_before(passage.text, words, position)
        after, after_end = _title_after(passage.text, end)
        kind = self._kind_of(run, title or after)
        if after and not title:
            title, end = after, after_end
            specialty = _SPECIALTY_AFTER.match(passage.text, end) if passage.names_people else None
            end = specialty.end() if specialty else end
        begin = title_start if title_start is not None else start
        if end < len(passage.text) and passage.text[end] == "." and len(run[-1].group()) == 1:
            end += 1 if passage.text[end + 1 : end + 2] not in ("", "\n") else 0
        opens = is_sentence_start(passage.text, begin)
        return Hit(passage.path, begin, end, name, kind, title, opens, passage.names_people)

    def _kind_of(self, run: list[re.Match[str]], title: str) -> NameKind:
        parts = [base(match.group()) for match in run]
        if any(self._is_known(part) for part in parts):
            return NameKind.REVIEWER
        if title:
            return NameKind.TITLED
        if any(part in first_names() for part in parts):
            return NameKind.FIRST_NAME
        if all(match.group().isupper() for match in run):
            return NameKind.INITIALS
        return NameKind.CAPITALS


def _only_space(text: str, words: list[re.Match[str]], position: int) -> bool:
    return text[words[position - 1].end() : words[position].start()] == " "


def _is_name_word(word: str) -> bool:
    return bool(_NAME_WORD.match(word)) and not word.startswith(("ST-", "AT-", "BT-", "IUP", "SPUR"))


def _is_initial(text: str, words: list[re.Match[str]], position: int) -> bool:
    """Tell whether a single capital is an initial before a surname (`E. Norling`, `E Norling`)."""
    if position + 1 >= len(words):
        return False
    between = text[words[position].end() : words[position + 1].start()]
    return between in (".", ". ", " ") and _is_name_word(words[position + 1].group()) and between != " "


def base(word: str) -> str:
    """Give a word folded and without the genitive s when that makes it a first name."""
    folded = fold(word)
    if folded not in first_names() and folded.endswith("s") and folded[:-1] in first_names():
        return folded[:-1]
    return folded


def _title_before(text: str, words: list[re.Match[str]], position: int) -> tuple[str, int | None]:
    """Give the title straight before a name with its first character's place, or nothing."""
    first = position
    while first > 0:
        gap = text[words[first - 1].end() : words[first].start()]
        word = words[first - 1].group()
        if gap.strip(" .") or "\n" in gap:
            break
        if is_title(word) or (first < position and word.lower() in TITLE_ATTRIBUTES):
            first -= 1
            continue
        break
    if first == position:
        return "", None
    return " ".join(match.group() for match in words[first:position]), words[first].start()


def _title_after(text: str, end: int) -> tuple[str, int]:
    """Give the title that follows a name after a comma or in brackets, with where it ends."""
    match = _TITLE_AFTER.match(text, end)
    if not match:
        return "", end
    words = match.group(1).split()
    if is_title(words[-1]):
        return match.group(1), match.end()
    if is_title(words[0]):
        return words[0], match.start(1) + len(words[0])
    return "", end
