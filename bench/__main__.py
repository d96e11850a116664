"""Measure the whole program: `python -m bench [--sets small,national] [--json FILE] [--rounds N]`."""

import argparse
import json
import os
import signal
import statistics
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench import teams
from bench.client import Answer, Client
from bench.operations import OPERATIONS, Operation
from bench.server import ROOT, Running, memory_of, serving

ROUNDS = 60
MANY_CLIENTS = 4
WARM_UP = 5
EMAIL, PASSWORD = "kansli@exempel.se", "lugn-gran-i-motljus"
# The name in `--only` of what is asked of no server.
TEAMS = "teams"
SETS = ("small", "region", "national")
# No operation may take more than so many times what it takes on the small set.
LARGEST_GROWTH = 1.2


@dataclass(frozen=True, slots=True)
class Measured:
    """One operation on one set. Units: milliseconds, bytes; the `bare` values are those of the bare view."""

    set: str
    operation: str
    clients: int
    median: float
    p95: float
    cpu: float
    database: float
    queries: int
    bytes: int
    bare_median: float | None = None
    bare_p95: float | None = None
    goal: float | None = None

    @property
    def bare_ratio(self) -> float | None:
        """Give how many times the bare view's time the operation takes."""
        return self.median / self.bare_median if self.bare_median else None


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table, write the figures as JSON if asked; return 0 however slow it was."""
    options = parser().parse_args(arguments)
    # Ended from outside, everything that was started is stopped too.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    os.environ["KOLLEGIUM_MODE"] = "demo"
    results: list[Measured] = []
    memory: dict[str, dict[str, float]] = {}
    chosen = [item for item in OPERATIONS if not options.only or item.name in options.only]
    for size in options.sets:
        with serving(options.data / size, size) as running:
            results += measured_set(running, size, chosen, options.rounds)
            memory[size] = memory_of(running)
    readings = read_reports(options.rounds) if not options.only else []
    proposals = propose_teams() if not options.only or TEAMS in options.only else []
    print("\n".join([table(results, memory, readings), *teams.told(proposals)]))
    if options.json:
        figures = {**as_json(results, memory, readings), "teams": [asdict(item) for item in proposals]}
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    return 0


def parser() -> argparse.ArgumentParser:
    """Give the reader of the command line."""
    made = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    made.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    made.add_argument("--rounds", type=int, default=ROUNDS, help=f"requests of each kind (default: {ROUNDS})")
    made.add_argument("--sets", type=_sets, default=("small", "national"), help="small,region,national")
    made.add_argument("--only", type=lambda text: text.split(","), help="only these operations")
    made.add_argument(
        "--data",
        type=Path,
        default=ROOT / "var" / "bench",
        help="where the sets are kept (default: var/bench)",
    )
    return made


def _sets(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if unknown := [name for name in names if name not in SETS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(SETS)}")
    return names


def measured_set(running: Running, size: str, operations: Sequence[Operation], rounds: int) -> list[Measured]:
    """Give what each operation takes on one set, with one client and with four."""
    clients = [Client(running.port) for _ in range(MANY_CLIENTS)]
    try:
        for client in clients:
            client.log_in(EMAIL, PASSWORD)
        return [
            measured(clients[:count], size, operation, rounds)
            for operation in operations
            for count in (1, MANY_CLIENTS)
        ]
    finally:
        for client in clients:
            client.close()


def measured(clients: list[Client], size: str, operation: Operation, rounds: int) -> Measured:
    """Give what one operation takes, and beside it its bare view."""
    count = max(8, int(rounds * operation.rounds_share))
    prepared = [operation.prepare(client, number) for number, client in enumerate(clients)]
    for act in prepared:
        for _ in range(WARM_UP):
            _checked(act(), operation.expected)
        _checked(act(X_Bench_Keep=operation.name), operation.expected)
    bare = [_bare(client, operation.name) for client in clients]
    # In turns, so that whatever else the machine does hits both alike.
    answers, bare_answers = [], []
    for _ in range(4):
        answers += _together(prepared, count // 4, operation.expected)
        bare_answers += _together(bare, count // 4, 200)
    taken = [answer.server for answer in answers]
    bare_taken = [answer.server for answer in bare_answers]
    goal = operation.goal.alone if len(clients) == 1 else operation.goal.four_clients
    return Measured(
        set=size,
        operation=operation.label,
        clients=len(clients),
        median=statistics.median(taken),
        p95=p95(taken),
        cpu=statistics.median(answer.cpu for answer in answers),
        database=statistics.median(answer.database for answer in answers),
        queries=round(statistics.median(answer.queries for answer in answers)),
        bytes=round(statistics.median(len(answer.body) for answer in answers)),
        bare_median=statistics.median(bare_taken),
        bare_p95=p95(bare_taken),
        goal=goal,
    )


def _bare(client: Client, name: str) -> Callable[[], Answer]:
    return lambda: client.get(f"/bench/bare/{name}/")


def _together(acts: Sequence[Callable[[], Answer]], rounds: int, expected: int) -> list[Answer]:
    """Do everything so many times, one thread for each client, and give all answers."""
    answers: list[list[Answer]] = [[] for _ in acts]

    def repeat(number: int) -> None:
        answers[number] = [acts[number]() for _ in range(rounds)]

    threads = [threading.Thread(target=repeat, args=(number,)) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [_checked(answer, expected) for several in answers for answer in several]


def _checked(answer: Answer, expected: int) -> Answer:
    if answer.status != expected:
        raise SystemExit(
            f"The server answered {answer.status} in place of {expected}:\n{answer.body[:500]!r}"
        )
    return answer


def p95(taken: Sequence[float]) -> float:
    """Give the time that nineteen of twenty stay under."""
    return sorted(taken)[min(len(taken) - 1, int(0.95 * len(taken)))]


def read_reports(rounds: int) -> list[dict[str, object]]:
    """Give what reading a report takes, as `reader.py` measures it."""
    from bench import reader  # noqa: PLC0415 - slow import

    with tempfile.TemporaryDirectory() as folder:
        found = reader.measured_single(Path(folder), max(5, rounds // 4))
    return [{**asdict(item), "met": item.is_met} for item in found]


def propose_teams() -> list[teams.Proposal]:
    """Give what proposing teams for a campaign takes; the solver needs no database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kollegium.config.test_settings")
    import django  # noqa: PLC0415 - slow import

    django.setup()
    return teams.measured()


def as_json(
    results: Sequence[Measured], memory: dict[str, dict[str, float]], readings: list[dict[str, object]]
) -> dict[str, object]:
    """Give the figures as plain values."""
    rows = [{**asdict(item), "bare_ratio": item.bare_ratio} for item in results]
    return {"operations": rows, "memory_mb": memory, "reading": readings}


def table(
    results: Sequence[Measured], memory: dict[str, dict[str, float]], readings: list[dict[str, object]]
) -> str:
    """Give everything as lines to read."""
    small = {(item.operation, item.clients): item.median for item in results if item.set == "small"}
    lines = [
        f"{'set':<9}{'operation':<17}{'clients':>7}{'median':>9}{'p95':>9}{'cpu':>8}{'db':>8}{'queries':>8}"
        f"{'bytes':>10}{'bare':>8}{'x bare':>7}{'x small':>8}{'goal':>6}"
    ]
    for item in results:
        growth = item.median / small.get((item.operation, item.clients), item.median)
        goal = f"{item.goal:g}" if item.goal else ""
        lines.append(
            f"{item.set:<9}{item.operation:<17}{item.clients:>7}{item.median:>9.1f}{item.p95:>9.1f}"
            f"{item.cpu:>8.1f}{item.database:>8.1f}{item.queries:>8}{item.bytes:>10}"
            f"{item.bare_median or 0:>8.1f}{item.bare_ratio or 0:>7.1f}{growth:>8.2f}{goal:>6}"
        )
    for size, parts in memory.items():
        told = ", ".join(f"{name} {value:.0f}" for name, value in parts.items())
        lines.append(f"memory in MB, {size}: {told}")
    for item in readings:
        lines.append(f"read {item['name']:<40} median {item['median']:.1f} p95 {item['p95']:.1f} ms")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
