"""The import contracts hold, and no import hides from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.house.sources import PACKAGE, ROOT, imported_names, name_of, python_files


def test_import_contracts_hold(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True, is_debug_mode=False)

    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("layer", "importers"),
    [("views", {"urls", "views"}), ("forms", {"views", "forms"})],
    ids=["only url files import views", "only views import forms"],
)
def test_layer_is_imported_only_by(layer: str, importers: set[str]) -> None:
    guilty = [
        f"{name_of(path)}: {module}"
        for path in python_files()
        if PACKAGE in path.parents and not {path.stem, *_packages(path)} & importers
        for module in imported_names(path)
        # What ui offers every form is no capability's own form.
        if module.startswith("kollegium.") and not module.startswith("kollegium.ui.")
        if layer in module.split(".")
    ]

    assert guilty == []


def _packages(path: Path) -> tuple[str, ...]:
    return path.relative_to(PACKAGE).parts[:-1]


def test_every_package_is_a_python_package() -> None:
    folders = {path.parent for path in python_files() if PACKAGE in path.parents}

    # import-linter does not see a folder without this file, so its imports would go unchecked.
    assert [name_of(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []
