"""The process that chooses teams: a task as JSON on standard input, lines of JSON on standard output.

It runs outside the program, because the solver keeps a processor busy for seconds and cannot be stopped from
within. It imports nothing of ours and nothing of Django. The first lines tell how far it has come
(``{"done": 0.4}``), the last what was chosen (``{"teams": [[3, 17], …], "is_proven": true}``).

The task: ``seconds``; ``room``, how many more reviews each reviewer wishes for in each year; ``visits``, each with ``size``,
``year``, ``span`` (first and last day as numbers), ``seniors`` and ``own`` (who is in the team already) and ``options``, rows of reviewer, cost, is junior, is of the specialty.
"""

import json
import os
import sys
import time
from collections import defaultdict
from typing import Any

import highspy

# What is worse than any finding about a reviewer, in the unit of the costs.
EMPTY_SEAT = 10_000
NOBODY_OF_THE_SPECIALTY = 400
BEYOND_WISHES = 60
# Each review more than one: work is shared where nothing else tells the choices apart.
EACH_FURTHER = 8
GOOD_ENOUGH = 0.005
ANSWERS = os.dup(1)


class Task:
    """The task as a model of yes and no, whole rows at a time."""

    def __init__(self, task: dict[str, Any]) -> None:
        self.task = task
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        self.solver.setOptionValue("time_limit", float(task["seconds"]))
        self.solver.setOptionValue("mip_rel_gap", GOOD_ENOUGH)
        self.columns = 0
        # Columns by visit, and by reviewer with the visit each belongs to.
        self.of_visit: list[list[tuple[int, int]]] = []
        self.of_reviewer: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def add(self, cost: float, upper: float, *, whole: bool = True) -> int:
        """Add an unknown from 0 to upper, and give its number."""
        self.solver.addVar(0.0, upper)
        number, self.columns = self.columns, self.columns + 1
        self.solver.changeColCost(number, float(cost))
        if whole:
            self.solver.changeColIntegrality(number, highspy.HighsVarType.kInteger)
        return number

    def row(self, lower: float, upper: float, terms: list[tuple[int, float]]) -> None:
        """Ask that a sum of unknowns lies between two numbers."""
        columns, factors = [column for column, _ in terms], [factor for _, factor in terms]
        self.solver.addRow(lower, upper, len(terms), columns, factors)

    def build(self) -> None:
        """Write the whole model: what each visit needs, then what each reviewer can bear."""
        for number, visit in enumerate(self.task["visits"]):
            self._visit(number, visit)
        for reviewer, chosen in self.of_reviewer.items():
            self._reviewer(reviewer, chosen)

    def _visit(self, number: int, visit: dict[str, Any]) -> None:
        size, columns, weights, own = visit["size"], [], [], []
        for reviewer, cost, is_junior, is_own in visit["options"]:
            column = self.add(cost, 1.0)
            columns.append((column, reviewer))
            weights.append((column, -1.0 if is_junior else 1.0))
            if is_own:
                own.append((column, 1.0))
            self.of_reviewer[reviewer].append((column, number))
        self.of_visit.append(columns)
        empty = self.add(EMPTY_SEAT, size, whole=False)
        self.row(size, size, [(column, 1.0) for column, _ in columns] + [(empty, 1.0)])
        # A new reviewer only beside an experienced one.
        self.row(-float(visit["seniors"]), highspy.kHighsInf, weights)
        foreign = self.add(NOBODY_OF_THE_SPECIALTY, 1.0, whole=False)
        self.row(1.0 - visit["own"], highspy.kHighsInf, [*own, (foreign, 1.0)])

    def _reviewer(self, reviewer: int, chosen: list[tuple[int, int]]) -> None:
        ones = [(column, 1.0) for column, _ in chosen]
        if len(ones) > 1:
            further = self.add(EACH_FURTHER, len(ones), whole=False)
            self.row(-highspy.kHighsInf, 1.0, [*ones, (further, -1.0)])
        for year, room in self.task["room"][reviewer].items():
            then = [(column, 1.0) for column, number in chosen if self.task["visits"][number]["year"] == year]
            if len(then) > room:
                beyond = self.add(BEYOND_WISHES, len(then), whole=False)
                self.row(-highspy.kHighsInf, float(room), [*then, (beyond, -1.0)])
        spans = [self.task["visits"][number]["span"] for _, number in chosen]
        asked: set[tuple[int, ...]] = set()
        for first in sorted({span[0] for span in spans}):
            meeting = tuple(
                column for (column, _), span in zip(chosen, spans, strict=True) if span[0] <= first <= span[1]
            )
            if len(meeting) > 1 and meeting not in asked:
                asked.add(meeting)
                self.row(-highspy.kHighsInf, 1.0, [(column, 1.0) for column in meeting])

    def solve(self) -> dict[str, Any]:
        """Choose, telling meanwhile how far it has come, and give the teams."""
        seconds, began = float(self.task["seconds"]), time.monotonic()
        told = 0.0

        def tell(_event: object) -> None:
            nonlocal told
            share = min((time.monotonic() - began) / seconds, 1.0)
            if share - told >= 0.02:
                told = share
                say({"done": 0.1 + 0.85 * share})

        self.solver.cbMipInterrupt.subscribe(tell)
        self.solver.run()
        values = self.solver.getSolution().col_value
        is_proven = self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        teams = [
            [reviewer for column, reviewer in columns if values and values[column] > 0.5]
            for columns in self.of_visit
        ]
        return {
            "teams": teams,
            "is_proven": is_proven,
            "cost": self.solver.getInfo().objective_function_value,
        }


def say(message: dict[str, Any]) -> None:
    """Write one line of JSON to whoever asked."""
    os.write(ANSWERS, (json.dumps(message) + "\n").encode())


def main() -> None:
    """Read the task, choose, and answer."""
    # The solver greets on standard output whatever it is told: it gets another, and the answers keep this one.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    task = Task(json.load(sys.stdin))
    say({"done": 0.05})
    task.build()
    say({"done": 0.1})
    say(task.solve())


if __name__ == "__main__":
    main()
