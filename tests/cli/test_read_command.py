"""`kollegium read`: what is printed, where refusals go, and the exit status."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from kollegium.cli import main
from kollegium.demo.report_files.as_docx import as_docx
from kollegium.demo.report_files.as_pdf import as_pdf
from kollegium.demo.report_files.as_text import as_text
from kollegium.demo.report_files.compose import synthetic_report
from kollegium.demo.report_files.samples import write_samples

REPORT = synthetic_report(2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a rapport.txt").write_text(as_text(REPORT), encoding="utf-8")
    (tmp_path / "b's rapport.pdf").write_bytes(as_pdf(REPORT))
    (tmp_path / "under").mkdir()
    (tmp_path / "under" / "c.docx").write_bytes(as_docx(REPORT))
    (tmp_path / ".dold.txt").write_text("gömd")
    (tmp_path / "~$c.docx").write_bytes(b"lock")
    return tmp_path


def test_several_files_give_one_object_per_line_in_order(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["read", str(folder), "--json"])

    out, err = capsys.readouterr()
    read = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [one["file"] for one in read] == ["a rapport.txt", "b's rapport.pdf", "c.docx"]
    dues = [[action["due"] for action in one["action_plan"]] for one in read]
    assert dues[0] == dues[1] == dues[2] != []
    assert {one["format"] for one in read} == {"kollegium-reading/1"}


def test_refused_file_gets_one_sentence_and_the_others_are_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, other, missing = folder / "empty.pdf", folder / "recept.txt", folder / "finns inte.txt"
    empty.write_bytes(b"")
    other.write_text("Sockerkaka\n\n2 ägg och 3 dl vetemjöl\n", encoding="utf-8")

    status = main(["read", "--json", str(empty), str(folder / "a rapport.txt"), str(other), str(missing)])

    out, err = capsys.readouterr()
    assert status == 2
    assert [json.loads(line)["file"] for line in out.splitlines()] == ["a rapport.txt"]
    assert err.splitlines() == [
        f"{empty}: Filen är tom; kontrollera att den sparades och välj den igen.",
        f"{other}: Filen ser inte ut som en granskningsrapport; kontrollera att rätt fil valdes.",
        f"{missing}: Filen finns inte; kontrollera namnet och mappen.",
    ]


def test_refusals_can_be_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["read", str(tmp_path), "--language", "en"])

    assert status == 2
    assert (
        capsys.readouterr().err == f"{tmp_path}: The folder holds no files; choose a folder with reports.\n"
    )


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("sv", ["Styrkor (", "Svagheter (", "Områden", "Handlingsplan (", "Att kontrollera"]),
        ("en", ["Strengths (", "Weaknesses (", "Areas", "Action plan (", "To be checked"]),
    ],
)
def test_people_get_a_table_with_plan_and_doubts(
    folder: Path, capsys: pytest.CaptureFixture[str], language: str, headings: list[str]
) -> None:
    status = main(["read", str(folder / "a rapport.txt"), "--language", language])

    out = capsys.readouterr().out
    assert status == 0
    assert [heading for heading in headings if heading not in out] == []
    assert [area.title for area in REPORT.areas if area.title[:40] not in out] == []
    assert max(len(line) for line in out.splitlines()) <= 160


def test_many_files_are_read_side_by_side_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write_samples(tmp_path, seed=40, count=9)

    status = main(["read", "--json", *map(str, paths)])

    read = [json.loads(line)["file"] for line in capsys.readouterr().out.splitlines()]
    assert (status, read) == (0, [path.name for path in paths])


def test_samples_are_the_same_for_the_same_seed(tmp_path: Path) -> None:
    first, second = (write_samples(tmp_path / name, seed=3, count=3) for name in ("a", "b"))

    assert [path.name for path in first] == [path.name for path in second]
    assert [path.read_bytes() for path in first if path.suffix != ".docx"] == [
        path.read_bytes() for path in second if path.suffix != ".docx"
    ]


def test_reading_needs_no_django(folder: Path) -> None:
    program = (
        "import sys; from kollegium.cli import main; status = main(['read', '--json', sys.argv[1]]);"
        "sys.exit(status or ('django' in sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, str(folder / "a rapport.txt")], capture_output=True
    )

    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["--help"], 0), (["help"], 0)])
def test_without_command_the_commands_are_listed(
    arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == status
    assert "kollegium <command>" in capsys.readouterr().out


def test_version_is_the_one_the_package_is_built_with(capsys: pytest.CaptureFixture[str]) -> None:
    built = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"{built['project']['version']}\n"


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_as_a_program_it_prints_all_and_gives_its_status(tmp_path: Path, kind: str) -> None:
    report = synthetic_report(11)
    (tmp_path / f"a.{kind}").write_bytes(as_pdf(report) if kind == "pdf" else as_docx(report))
    command = [sys.executable, "-m", "kollegium", "read", "--json"]

    read = subprocess.run([*command, f"a.{kind}"], cwd=tmp_path, capture_output=True, text=True)
    refused = subprocess.run([*command, f"a.{kind}", "b.pdf"], cwd=tmp_path, capture_output=True, text=True)

    assert (read.returncode, read.stderr) == (0, "")
    assert json.loads(read.stdout)["file"] == f"a.{kind}"
    assert set(json.loads(read.stdout)["areas"]) == {area.key for area in report.areas}
    assert (refused.returncode, refused.stdout) == (2, read.stdout)
    assert refused.stderr.startswith("b.pdf: ")
