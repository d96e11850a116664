"""Finds the repository's own files and reads Python into syntax trees, once per run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "kollegium"

_OURS = ("src", "tests", "tools", "bench", "docs", "locale", ".ci")
_NOT_OURS = {"__pycache__", "vendor", "node_modules"}
_TEXT = {
    ".py", ".toml", ".md", ".txt", ".html", ".css", ".js", ".typ", ".po", ".svg", ".csv",
    ".yml", ".yaml", ".json", ".ini", ".cfg", ".sh", "",
}  # fmt: skip
Function = ast.FunctionDef | ast.AsyncFunctionDef


@lru_cache
def text_files() -> tuple[Path, ...]:
    """Give every text file of the repository, sorted; neither generated nor vendored ones."""
    found = {path for path in ROOT.iterdir() if path.is_file()}
    for folder in _OURS:
        found |= {path for path in (ROOT / folder).rglob("*") if path.is_file()}
    return tuple(sorted(path for path in found if path.suffix in _TEXT and not _is_foreign(path)))


def python_files(*, with_tests: bool = False) -> tuple[Path, ...]:
    """Give the Python files of the program, its tools and the launcher; migrations are generated."""
    return tuple(
        path
        for path in text_files()
        if path.suffix == ".py"
        and "migrations" not in path.parts
        and (with_tests or path.relative_to(ROOT).parts[0] != "tests")
    )


def templates() -> tuple[Path, ...]:
    """Give every HTML template."""
    return tuple(path for path in text_files() if path.suffix == ".html" and "templates" in path.parts)


def name_of(path: Path) -> str:
    """Give a file's name as messages should show it: from the repository's root."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Give a Python file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[Function]:
    """Give every function of a file, however deep."""
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, Function))


def public_functions(path: Path) -> Iterator[tuple[str, Function]]:
    """Give the functions and methods others may call, by dotted name; not those nested in functions."""
    yield from _public(tree_of(path), "")


def imported_names(path: Path) -> list[str]:
    """Give every module or name a file imports, dotted (`kollegium.domain.standard.load`)."""
    names: list[str] = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [f"{node.module or '.' * node.level}.{alias.name}" for alias in node.names]
    return names


def _public(parent: ast.AST, prefix: str) -> Iterator[tuple[str, Function]]:
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from _public(node, f"{prefix}{node.name}.")
        elif isinstance(node, ast.If | ast.Try):
            yield from _public(node, prefix)


def _is_foreign(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return (
        bool(_NOT_OURS & set(parts))
        or path.name == ".git"
        or any(part.endswith(".egg-info") for part in parts)
    )
