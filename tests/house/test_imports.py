"""The import contracts hold, and they cover every package."""

from __future__ import annotations

import configparser

import pytest
from importlinter.cli import lint_imports

from tests.house.sources import PACKAGE, ROOT

NOT_CAPABILITIES = {"config", "demo", "domain", "extraction", "printing", "ui", "api"}


def test_import_contracts_hold(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True, is_debug_mode=False)

    assert status == 0, capsys.readouterr().out


def test_every_capability_stands_in_the_contract_for_its_inside() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    listed = contracts["importlinter:contract:inside-a-capability"]["containers"].split()

    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert sorted(packages - NOT_CAPABILITIES) == sorted(one.removeprefix("kollegium.") for one in listed)
