"""How fast reports are read on one core: `python bench/reader.py [--json FILE] [--rounds N]`."""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import runpy
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kollegium.demo.report_files.as_pdf import as_pdf
from kollegium.demo.report_files.as_text import as_text
from kollegium.demo.report_files.compose import synthetic_report
from kollegium.demo.report_files.model import SyntheticReport
from kollegium.demo.report_files.samples import write_samples
from kollegium.domain.reading import read
from kollegium.domain.reading.catalogue import catalogue_of
from kollegium.domain.reading.text import fold
from kollegium.domain.standard import load
from kollegium.extraction import Sandbox, extract

ROUNDS = 25
FOLDER_FILES = 1_000
# So many different files fill the folder; the rest are copies under other names.
DIFFERENT_FILES = 60
PDF_PAGES = 18
REWORDED = 10
BARE_PDF = Path(__file__).with_name("bare_pdf.py")


@dataclass(frozen=True, slots=True)
class Result:
    """One measured operation.

    Units: milliseconds, but files a second for the folder; `goal` in the same unit. `processor` is
    the processor time of one operation in milliseconds: on a busy machine the fairer number. `bare`
    is that of what must be done whoever reads: the PDF library alone, or one search for all wordings.
    """

    name: str
    unit: str
    median: float
    p95: float
    goal: float
    processor: float
    bare: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the median reaches the goal."""
        return self.median >= self.goal if self.unit == "files/s" else self.median <= self.goal


def main() -> int:
    """Measure, print a table, write the numbers as JSON if asked; return 0 however slow it was."""
    options = _options()
    _stay_on_one_core()
    with tempfile.TemporaryDirectory() as folder:
        results = measured(Path(folder), options.rounds, options.files)
    for result in results:
        verdict = "ok" if result.is_met else "SLOW"
        bare = "" if result.bare is None else f"  bare {result.bare:.1f} ms"
        print(
            f"{result.name:<42} {result.median:8.1f} {result.p95:8.1f} {result.unit:<8} "
            f"cpu {result.processor:7.1f} ms  goal {result.goal:g}{bare}  {verdict}"
        )
    if options.json:
        rows = [{**asdict(result), "met": result.is_met} for result in results]
        options.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    return 0


def measured(folder: Path, rounds: int, file_count: int) -> list[Result]:
    """Return what each operation takes, files being written into the folder."""
    reworded = _reworded(as_text(synthetic_report(2)))
    pdf = folder / "rapport.pdf"
    text, warm = measured_single(folder, rounds)
    return [
        text,
        _timed(
            f"text, {REWORDED} criteria reworded",
            lambda: _read_text(reworded),
            rounds,
            40,
            bare=lambda: _search_bare(reworded.encode()),
        ),
        warm,
        _timed(
            f"PDF of {_page_count(pdf)} pages, from the command line",
            lambda: _command(pdf),
            max(5, rounds // 3),
            400,
            bare=lambda: _command_bare(pdf),
        ),
        _folder_result(folder / "many", file_count),
    ]


def measured_single(folder: Path, rounds: int) -> list[Result]:
    """Return what one report takes as text and as PDF; the PDF is left in the folder."""
    text = as_text(synthetic_report(2))
    pdf = folder / "rapport.pdf"
    pdf.write_bytes(as_pdf(_long_report()))
    return [
        _timed("text", lambda: _read_text(text), rounds, 15, bare=lambda: _search_bare(text.encode())),
        _in_sandbox(f"PDF of {_page_count(pdf)} pages, warm sandbox", pdf, rounds),
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers there")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--files", type=int, default=FOLDER_FILES, help="files in the folder")
    return parser.parse_args()


def _stay_on_one_core() -> None:
    """Keep this process and its children on one processor, where the system allows it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _timed(
    name: str,
    operation: Callable[[], object],
    rounds: int,
    goal: float,
    bare: Callable[[], object] | None = None,
) -> Result:
    """Return what an operation takes, after one round that does not count; the bare one in turns with it."""
    operation()
    if bare:
        bare()
    taken: list[float] = []
    used = used_bare = 0.0
    for _ in range(rounds):
        start, before = time.perf_counter(), _processor_seconds()
        operation()
        taken.append(1000 * (time.perf_counter() - start))
        between = _processor_seconds()
        used += between - before
        if bare:
            bare()
            used_bare += _processor_seconds() - between
    processor, processor_bare = (1000 * seconds / rounds for seconds in (used, used_bare))
    median = statistics.median(taken)
    return Result(name, "ms", median, _p95(taken), goal, processor, processor_bare if bare else None)


def _in_sandbox(name: str, path: Path, rounds: int) -> Result:
    """Return what reading takes with a child that is already there; its start counts for the processor only."""
    used = _processor_seconds()
    with Sandbox() as sandbox:
        result = _timed(name, lambda: _read_in(sandbox, path), rounds, 150)
    # The child's time is known once it has ended.
    processor = 1000 * (_processor_seconds() - used) / (rounds + 1)
    read_bare = runpy.run_path(str(BARE_PDF))["read_bare"]
    bare = _timed(name, lambda: read_bare(path.read_bytes()), rounds, 150)
    return replace(result, processor=processor, bare=bare.processor)


def _processor_seconds() -> float:
    """Return the processor time of this process and its ended children."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def _p95(taken: list[float]) -> float:
    return sorted(taken)[min(len(taken) - 1, int(0.95 * len(taken)))]


def _read_text(text: str) -> object:
    return read(extract(text.encode(), file_name="rapport.txt"), file_name="rapport.txt").as_json()


def _read_in(sandbox: Sandbox, path: Path) -> object:
    return read(sandbox.extract(path.read_bytes(), file_name=path.name), file_name=path.name).as_json()


def _command(path: Path) -> object:
    command = [sys.executable, "-m", "kollegium", "read", str(path), "--json"]
    return subprocess.run(command, check=True, capture_output=True)


def _command_bare(path: Path) -> object:
    """Start Python and let the PDF library alone read the file."""
    return subprocess.run([sys.executable, "-I", BARE_PDF, path], check=True, capture_output=True)


def _search_bare(data: bytes) -> list[int]:
    """Decode a report, cut it into lines and look for every wording of the standard once."""
    lines = data.decode().split("\n")
    # Not the function that remembers what it has folded.
    folded = fold.__wrapped__("".join(lines))
    return [folded.find(entry.folded) for entry in catalogue_of(load("spur-st-2021")).entries]


def _folder_result(folder: Path, count: int) -> Result:
    """Read a folder of text, DOCX and PDF files by one command."""
    originals = write_samples(folder, seed=500, count=min(DIFFERENT_FILES, count))
    for number in range(len(originals), count):
        original = originals[number % len(originals)]
        shutil.copy(original, folder / f"{number:04d}-{original.name}")
    start, used = time.perf_counter(), _processor_seconds()
    _command(folder)
    rate = count / (time.perf_counter() - start)
    processor = 1000 * (_processor_seconds() - used) / count
    return Result(f"folder of {count} files", "files/s", rate, rate, 20, processor)


def _long_report() -> SyntheticReport:
    """Return a report with narratives so long that its PDF has the pages of a real one."""
    report = synthetic_report(2)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rapport.pdf"
        for length in range(1, 30):
            longer = tuple(replace(area, paragraphs=area.paragraphs * length) for area in report.areas)
            path.write_bytes(as_pdf(replace(report, areas=longer)))
            if _page_count(path) >= PDF_PAGES:
                break
    return replace(report, areas=longer)


def _page_count(path: Path) -> int:
    return len(extract(path.read_bytes(), file_name=path.name).pages)


def _reworded(text: str) -> str:
    """Return the text with a word changed in ten criteria, so that none of them matches exactly."""
    changed = text
    rng = random.Random(1)
    for criterion in rng.sample(load("spur-st-2021").criteria, REWORDED):
        opening = " ".join(criterion.text("sv").split()[:3])
        changed = changed.replace(opening, f"{opening} numera")
    return changed


if __name__ == "__main__":
    sys.exit(main())
