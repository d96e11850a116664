"""Every job that is queued by name exists, and names say who they belong to."""

from __future__ import annotations

import ast
from pathlib import Path

from kollegium import jobs


def queued_names(source: Path) -> dict[str, str]:
    """Give every literal name handed to `enqueue`.

    Shape: name → the place that queues it.
    """
    found = {}
    for path in sorted(source.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) == "enqueue" and node.args:
                place = f"{path.relative_to(source)}:{node.lineno}"
                name = node.args[0]
                assert isinstance(name, ast.Constant), f"{place}: the name is not written out"
                found[str(name.value)] = place
    return found


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def test_every_queued_name_exists(repository: Path) -> None:
    queued = queued_names(repository / "src" / "kollegium")

    assert {name: place for name, place in queued.items() if name not in jobs.names()} == {}


def test_every_name_says_which_capability_it_belongs_to(repository: Path) -> None:
    capabilities = {path.parent.name for path in (repository / "src" / "kollegium").glob("*/tasks.py")}
    ours = {name for name in jobs.names() if "procrastinate" not in name}

    assert {name for name in ours if name.split(".")[0] not in capabilities or name.count(".") != 1} == set()
