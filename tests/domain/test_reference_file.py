"""Reference files: kept as they were parsed, and never older than the file itself."""

import json
from pathlib import Path

import pytest

from kollegium.domain.reference_file import (
    PUBLISHED_FILE,
    ReferenceFileError,
    file_of,
    keep_parsed,
    published_fingerprints,
    read_keyed,
    read_table,
)

FILE = 'key = "one"\n[[step]]\nletter = "Å"\nrank = 1\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plain.toml").write_text(FILE, encoding="utf-8")
    return tmp_path


def _letter(folder: Path) -> str:
    (step,) = read_table(folder / "plain.toml").tables("step")
    return step.text("letter")


def _kept(folder: Path) -> Path:
    return folder / "__pycache__" / "plain.toml.json"


def test_a_kept_file_says_what_the_file_says(folder: Path) -> None:
    assert keep_parsed(folder) == 1

    assert _letter(folder) == "Å"
    assert json.loads(_kept(folder).read_text(encoding="utf-8"))["text"] == FILE


def test_what_is_kept_is_what_is_read(folder: Path) -> None:
    keep_parsed(folder)
    _kept(folder).write_text(
        json.dumps({"text": FILE, "values": {"step": [{"letter": "Z"}]}}), encoding="utf-8"
    )

    assert _letter(folder) == "Z"


def test_a_file_that_changed_is_parsed_again(folder: Path) -> None:
    keep_parsed(folder)
    (folder / "plain.toml").write_text(FILE.replace("Å", "Ö"), encoding="utf-8")

    assert _letter(folder) == "Ö"
    assert keep_parsed(folder) == 1
    assert keep_parsed(folder) == 0


@pytest.mark.parametrize(
    "damaged", ["", "{", "[]", '{"text": 1}', f'{{"text": {json.dumps(FILE)}, "values": 3}}']
)
def test_a_damaged_kept_file_is_passed_over(folder: Path, damaged: str) -> None:
    keep_parsed(folder)
    _kept(folder).write_text(damaged, encoding="utf-8")

    assert _letter(folder) == "Å"


def test_a_wrong_file_is_not_kept_and_still_named(folder: Path) -> None:
    (folder / "plain.toml").write_text("key = \n", encoding="utf-8")

    assert keep_parsed(folder) == 0

    with pytest.raises(ReferenceFileError, match=r"plain\.toml: not TOML"):
        read_table(folder / "plain.toml")


def test_what_only_toml_can_say_is_not_kept(folder: Path) -> None:
    (folder / "plain.toml").write_text("day = 2025-03-01\n", encoding="utf-8")

    assert keep_parsed(folder) == 0
    assert not _kept(folder).exists()


@pytest.mark.parametrize("key", ["../plain", "Plain", "plain.toml", "", "other"])
def test_a_key_is_never_a_path_and_names_a_file_that_stands(folder: Path, key: str) -> None:
    (folder.parent / "plain.toml").write_text(FILE, encoding="utf-8")

    assert file_of(folder, key) is None
    assert file_of(folder, "plain") == folder / "plain.toml"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('format = "kind/2"\nkey = "plain"\n', "format"),
        ('format = "kind/1"\nkey = "other"\n', "key"),
        ('key = "plain"\n', "format"),
    ],
)
def test_a_file_of_another_format_or_name_is_refused(folder: Path, text: str, place: str) -> None:
    (folder / "plain.toml").write_text(text, encoding="utf-8")

    with pytest.raises(ReferenceFileError) as refused:
        read_keyed(folder / "plain.toml", "kind/1")

    assert refused.value.place == place


def test_the_same_key_twice_is_named(folder: Path) -> None:
    table = read_table(folder / "plain.toml")
    table.each_once("step", ["one", "two"])

    with pytest.raises(ReferenceFileError, match="'one' is used twice") as refused:
        table.each_once("step", ["one", "two", "one"])

    assert refused.value.place == "step"


def test_an_entry_is_known_by_its_key(folder: Path) -> None:
    (folder / "plain.toml").write_text('[[step]]\nkey = "rota"\n[[step]]\nkey = "Å b"\n', encoding="utf-8")
    good, bad = read_table(folder / "plain.toml").tables("step")

    key, entry = good.keyed("step")
    assert (key, entry.place) == ("rota", "step rota")
    with pytest.raises(ReferenceFileError, match="lower-case words"):
        bad.keyed("step")


def test_a_folder_without_a_list_has_published_nothing(folder: Path) -> None:
    assert published_fingerprints(folder) == {}

    (folder / PUBLISHED_FILE).write_text('[[published]]\nkey = "plain"\nsha256 = "ab"\n', encoding="utf-8")
    assert published_fingerprints(folder) == {"plain": "ab"}
