"""Size, docstrings, types and imports of our Python."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests.house.sources import (
    PACKAGE,
    functions,
    imported_names,
    name_of,
    public_functions,
    python_files,
    templates,
    tree_of,
)

MOST_FILE_LINES = 600
MOST_FUNCTION_LINES = 60
MOST_ARGUMENTS = 6
MOST_TEMPLATE_LINES = 250
REASONS_FOR_A_LATE_IMPORT = ("slow import", "optional dependency", "needs the loaded models")
# Methods that Django or Python calls by name; their contract is documented there.
CALLED_BY_OTHERS = {"ready", "handle", "add_arguments", "clean", "save", "get_queryset", "main"}
FORBIDDEN_MODULES = {"core", "common", "utils", "helpers", "util", "helper", "manager", "managers", "misc"}

by_file = pytest.mark.parametrize("path", python_files(), ids=name_of)


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_has_grown_beyond_reading() -> None:
    long = [name_of(path) for path in python_files(with_tests=True) if line_count(path) > MOST_FILE_LINES]

    assert long == []


def test_no_template_has_grown_beyond_reading() -> None:
    assert [name_of(path) for path in templates() if line_count(path) > MOST_TEMPLATE_LINES] == []


def test_no_module_hides_behind_an_empty_name() -> None:
    assert [
        name_of(path) for path in python_files() if {path.stem, path.parent.name} & FORBIDDEN_MODULES
    ] == []


@by_file
def test_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree_of(path)), "the module has no docstring"


@by_file
def test_functions_are_short_and_take_few_arguments(path: Path) -> None:
    long = [
        f"{node.name}: {length} lines"
        for node in functions(path)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > MOST_FUNCTION_LINES
    ]
    wide = [
        f"{node.name}: {count} arguments"
        for node in functions(path)
        if (count := _argument_count(node)) > MOST_ARGUMENTS
    ]

    assert long + wide == []


@by_file
def test_public_functions_and_classes_say_what_one_gets(path: Path) -> None:
    silent = [
        name
        for name, node in public_functions(path)
        if not ast.get_docstring(node) and node.name not in CALLED_BY_OTHERS and not _is_overload(node)
    ]
    silent += [
        node.name
        for node in tree_of(path).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]

    assert silent == []


@by_file
def test_every_function_has_types(path: Path) -> None:
    assert [f"{node.name} (line {node.lineno})" for node in functions(path) if not _is_typed(node)] == []


@by_file
def test_a_late_import_gives_its_reason(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    unexplained = []
    for function in functions(path):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                written = " ".join(lines[node.lineno - 1 : node.end_lineno])
                if not any(reason in written for reason in REASONS_FOR_A_LATE_IMPORT):
                    unexplained.append(f"line {node.lineno}: {lines[node.lineno - 1].strip()}")

    assert unexplained == []


def test_views_leave_the_database_to_queries_and_actions() -> None:
    views = [path for path in python_files() if path.stem == "views" or path.parent.name == "views"]

    guilty = [
        f"{name_of(path)}:{node.lineno}"
        for path in views
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and node.attr == "objects"
    ]
    assert guilty == []


def test_rules_import_the_standard_library_rapidfuzz_and_themselves() -> None:
    guilty = [
        f"{name_of(path)}: {module}"
        for path in python_files()
        if PACKAGE / "domain" in path.parents
        for module in imported_names(path)
        if not _may_stand_in_domain(module)
    ]

    assert guilty == []


def _may_stand_in_domain(module: str) -> bool:
    import_root = module.split(".")[0]
    return (
        module.startswith("kollegium.domain.")
        or import_root == "rapidfuzz"
        or import_root in sys.stdlib_module_names
    )


def _argument_count(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    arguments = node.args
    names = [one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls", "by")])


def _is_typed(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    arguments = node.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    every += [one for one in (arguments.vararg, arguments.kwarg) if one]
    untyped = [one.arg for one in every if one.annotation is None and one.arg not in ("self", "cls")]
    return not untyped and node.returns is not None


def _is_overload(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "overload" for one in node.decorator_list)
