"""Keep the Swedish catalogue: collect what the source says, merge translations, check that all is there.

Usage:
    python tools/catalogue.py --add FRAGMENT.po   merge translations into the catalogue (.po and .mo)
    python tools/catalogue.py --check             list what is missing, stale or broken; exit 1 if anything is
    python tools/catalogue.py --collect           print what is missing as a fragment to fill in
    python tools/catalogue.py --prune             drop what the source no longer says
    python tools/catalogue.py --compile           write the .mo anew from the .po

Works without the gettext programs. Entries stand in the order of their texts and carry no line numbers,
so that two people's changes merge quietly.
"""

from __future__ import annotations

import argparse
import ast
import fcntl
import os
import re
import struct
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

REPOSITORY = Path(__file__).resolve().parents[1]
CATALOGUE = REPOSITORY / "locale" / "sv" / "LC_MESSAGES" / "django.po"
HEADER = (
    "Project-Id-Version: kollegium\n"
    "Language: sv\n"
    "MIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\n"
)

# Which arguments of each function are texts: (context, singular, plural) as positions or None.
FUNCTIONS: dict[str, tuple[int | None, int, int | None]] = {
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}
_LITERAL = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*({_LITERAL}(?:\s*,\s*{_LITERAL})*)", re.DOTALL)
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a translation is looked up by: the text and, for words with two meanings, its context."""

    text: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text with its plural and its translations (one, or two when there is a plural)."""

    key: Key
    plural: str = ""
    translations: tuple[str, ...] = ("",)

    @property
    def is_translated(self) -> bool:
        """Whether every form has a translation."""
        return len(self.translations) == (2 if self.plural else 1) and all(self.translations)


Catalogue = dict[Key, Entry]


class Unreadable(ValueError):
    """A catalogue file cannot be understood; the message names the line."""


# --- what the source says --------------------------------------------------------------------------


def collect(source: Path) -> Catalogue:
    """Give every text marked for translation in the templates and modules below a folder, untranslated."""
    found: Catalogue = {}
    for path in sorted(source.rglob("*")):
        if path.suffix == ".py":
            entries = texts_of_module(path.read_text(encoding="utf-8"))
        elif path.suffix in {".html", ".txt", ".svg"} and "templates" in path.parts:
            entries = texts_of_template(path.read_text(encoding="utf-8"))
        else:
            continue
        for entry in entries:
            known = found.get(entry.key)
            if known is None or (entry.plural and not known.plural):
                found[entry.key] = entry
    return found


def texts_of_module(source: str) -> list[Entry]:
    """Give the texts of a Python module: literal arguments of the translation functions."""
    tree = ast.parse(source)
    names = {name: name for name in FUNCTIONS}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            names |= {alias.asname or alias.name: alias.name for alias in node.names}
    entries = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            function = FUNCTIONS.get(names.get(name, ""))
            literals = [
                argument.value if isinstance(argument, ast.Constant) else None for argument in node.args
            ]
            if function and (entry := _entry_of_call(function, literals)):
                entries.append(entry)
    return entries


def _entry_of_call(function: tuple[int | None, int, int | None], literals: Sequence[object]) -> Entry | None:
    """Give the entry of one call, or nothing when a text is not a literal."""
    context_at, text_at, plural_at = function
    needed = [position for position in function if position is not None]
    if max(needed) >= len(literals) or not all(isinstance(literals[position], str) for position in needed):
        return None
    context = "" if context_at is None else str(literals[context_at])
    plural = "" if plural_at is None else str(literals[plural_at])
    translations = ("", "") if plural else ("",)
    return Entry(Key(str(literals[text_at]), context), plural, translations)


def texts_of_template(source: str) -> list[Entry]:
    """Give the texts of a Django template."""
    entries = []
    for name, arguments in _CALL.findall(templatize(source)):
        literals: list[object] = [
            ast.literal_eval(literal) for literal in re.findall(_LITERAL, arguments, re.DOTALL)
        ]
        if entry := _entry_of_call(FUNCTIONS["gettext" if name == "_" else name], literals):
            entries.append(entry)
    return entries


# --- the files -------------------------------------------------------------------------------------


def read_po(text: str) -> Catalogue:
    """Give the entries of a .po file.

    Raises: Unreadable with the number of the line.
    """
    catalogue: Catalogue = {}
    fields: dict[str, str] = {}
    current = ""

    def finish() -> None:
        if fields.get("msgid"):
            key = Key(fields["msgid"], fields.get("msgctxt", ""))
            plural = fields.get("msgid_plural", "")
            forms = ("msgstr[0]", "msgstr[1]") if plural else ("msgstr",)
            catalogue[key] = Entry(key, plural, tuple(fields.get(form, "") for form in forms))
        fields.clear()

    for number, line in enumerate(text.splitlines(), start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith('"') and current:
            literal = line
        else:
            current, _, literal = line.partition(" ")
            if current not in {"msgctxt", "msgid", "msgid_plural", "msgstr", "msgstr[0]", "msgstr[1]"}:
                raise Unreadable(f"line {number}: {current!r} is not known in a catalogue")
            if current == "msgctxt" or (current == "msgid" and "msgid" in fields):
                finish()
            fields[current] = ""
        fields[current] = fields.get(current, "") + _unquoted(literal.strip(), number)
    finish()
    return catalogue


def _unquoted(literal: str, number: int) -> str:
    if len(literal) < 2 or literal[0] != '"' or literal[-1] != '"':
        raise Unreadable(f"line {number}: the text does not stand in quotation marks")
    escapes = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
    return re.sub(r"\\(.)", lambda match: escapes.get(match[1], match[0]), literal[1:-1])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    return f'"{escaped}"'


def write_po(catalogue: Catalogue) -> str:
    """Give the catalogue as the text of a .po file, in the order of its texts."""
    blocks = ['msgid ""\nmsgstr ""\n' + "\n".join(_quoted(line) for line in HEADER.splitlines(keepends=True))]
    blocks += [_block(catalogue[key]) for key in sorted(catalogue)]
    return "\n\n".join(blocks) + "\n"


def _block(entry: Entry) -> str:
    lines = [f"msgctxt {_quoted(entry.key.context)}"] if entry.key.context else []
    lines.append(f"msgid {_quoted(entry.key.text)}")
    if entry.plural:
        lines.append(f"msgid_plural {_quoted(entry.plural)}")
        lines += [f"msgstr[{form}] {_quoted(text)}" for form, text in enumerate(entry.translations)]
    else:
        lines.append(f"msgstr {_quoted(entry.translations[0])}")
    return "\n".join(lines)


def write_mo(catalogue: Catalogue) -> bytes:
    """Give the catalogue in the binary form that is read at run time; untranslated entries are left out."""
    pairs = [(b"", HEADER.encode())]
    for entry in catalogue.values():
        if entry.is_translated:
            original = f"{entry.key.context}\4{entry.key.text}" if entry.key.context else entry.key.text
            original += f"\0{entry.plural}" if entry.plural else ""
            pairs.append((original.encode(), "\0".join(entry.translations).encode()))
    pairs.sort()
    start = 28  # the fixed head of the format
    position = start + 16 * len(pairs)
    tables: list[bytes] = []
    texts = b""
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[column]), position + len(texts)))
            texts += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), start, start + 8 * len(pairs), 0, start)
    return head + b"".join(tables) + texts


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep others from changing the catalogue meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def load(path: Path) -> Catalogue:
    """Give the catalogue of a file; a file that does not exist is an empty catalogue."""
    return read_po(path.read_text(encoding="utf-8")) if path.exists() else {}


def save(catalogue: Catalogue, path: Path) -> None:
    """Write the .po and the .mo beside it, each whole or not at all."""
    for target, content in (
        (path, write_po(catalogue).encode()),
        (path.with_suffix(".mo"), write_mo(catalogue)),
    ):
        temporary = target.with_name(f".{target.name}.{os.getpid()}")
        temporary.write_bytes(content)
        temporary.replace(target)


# --- the commands ----------------------------------------------------------------------------------


def add(fragments: Iterable[Path], path: Path = CATALOGUE) -> list[str]:
    """Merge fragments into the catalogue and say what was added or changed.

    An empty translation never replaces a given one.
    """
    said = []
    with _locked(path):
        catalogue = load(path)
        for fragment in fragments:
            for key, entry in load_fragment(fragment).items():
                known = catalogue.get(key)
                if known == entry or (known and known.is_translated and not entry.is_translated):
                    continue
                said.append(f"{'changed' if known else 'added'}: {key.text}")
                catalogue[key] = entry
        save(catalogue, path)
    return said


def load_fragment(path: Path) -> Catalogue:
    """Give the entries of a fragment.

    Raises: Unreadable when the file is missing or damaged.
    """
    try:
        return read_po(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path}: {error}") from error


def problems(said: Catalogue, catalogue: Catalogue) -> list[str]:
    """Say what keeps the catalogue from being complete: missing, stale, or with other placeholders."""
    found = [f"missing: {key.text!r}" for key in sorted(said) if not _covers(catalogue.get(key), said[key])]
    found += [f"stale: {key.text!r}" for key in sorted(set(catalogue) - set(said))]
    for key, entry in sorted(catalogue.items()):
        wanted = set(_PLACEHOLDER.findall(entry.plural or key.text))
        # The singular may leave the number out ("one report"), so it is held to a part of the placeholders.
        for form, translation in enumerate(entry.translations):
            given = set(_PLACEHOLDER.findall(translation))
            if translation and not (given <= wanted if entry.plural and form == 0 else given == wanted):
                found.append(f"placeholders differ: {key.text!r}")
                break
    return found


def _covers(entry: Entry | None, said: Entry) -> bool:
    return entry is not None and entry.is_translated and (not said.plural or entry.plural == said.plural)


def check(source: Path, path: Path = CATALOGUE) -> list[str]:
    """Say everything that is wrong with the catalogue of a source folder, also a .mo that disagrees."""
    catalogue = load(path)
    found = problems(collect(source), catalogue)
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != write_mo(catalogue):
        found.append(f"{compiled.name} does not agree with {path.name}: run tools/catalogue.py --compile")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("--add", nargs="+", type=Path, metavar="FRAGMENT.po")
    for name in ("check", "collect", "prune", "compile"):
        choice.add_argument(f"--{name}", action="store_true")
    options = parser.parse_args(arguments)
    source = REPOSITORY / "src"
    try:
        if options.add:
            print("\n".join([*add(options.add), "The catalogue is written."]))
        elif options.check:
            found = check(source)
            print("\n".join(found) or "The Swedish catalogue is complete.")
            return 1 if found else 0
        elif options.collect:
            said, known = collect(source), load(CATALOGUE)
            print(write_po({key: entry for key, entry in said.items() if not _covers(known.get(key), entry)}))
        else:
            _rewrite(source, prune=options.prune)
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _rewrite(source: Path, *, prune: bool) -> None:
    """Write the catalogue anew, without what the source no longer says when `prune`."""
    with _locked(CATALOGUE):
        catalogue = load(CATALOGUE)
        if prune:
            said = collect(source)
            catalogue = {key: entry for key, entry in catalogue.items() if key in said}
        save(catalogue, CATALOGUE)


if __name__ == "__main__":
    sys.exit(main())
