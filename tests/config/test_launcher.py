"""The parts of the launcher that decide something: what is installed, which browser, which arguments."""

from __future__ import annotations

import os
import socket
import stat
import sys
from importlib.metadata import PackageNotFoundError
from importlib.util import cache_from_source
from pathlib import Path

import pytest

import dev
from kollegium.config import running


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with requirements and an environment that claims to have a Python."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    for name in (dev.RUNTIME, dev.DEVELOPMENT, dev.INSTALLER):
        (tmp_path / name).write_text(f"{name}\n", encoding="utf-8")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    return tmp_path


def mark_installed(requirements: str) -> None:
    dev.stamp_file(requirements).write_text(dev.stamp(requirements), encoding="ascii")


def test_nothing_counts_as_installed_before_the_first_time(folder: Path) -> None:
    assert not dev.is_installed(dev.RUNTIME)


def test_the_program_is_compiled_where_python_itself_may_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    module = folder / "src" / "kollegium" / "module.py"
    module.parent.mkdir(parents=True)
    module.write_text("answer = 42\n", encoding="utf-8")

    dev.compile_program()

    assert Path(cache_from_source(str(module))).is_file()


def test_development_requirements_hold_the_runtimes_but_not_the_other_way(folder: Path) -> None:
    mark_installed(dev.RUNTIME)
    assert (dev.is_installed(dev.RUNTIME), dev.is_installed(dev.DEVELOPMENT)) == (True, False)

    mark_installed(dev.DEVELOPMENT)
    dev.stamp_file(dev.RUNTIME).unlink()
    assert (dev.is_installed(dev.RUNTIME), dev.is_installed(dev.DEVELOPMENT)) == (True, True)


@pytest.mark.parametrize("changed", [dev.RUNTIME, dev.INSTALLER])
def test_changed_requirements_are_installed_again(folder: Path, changed: str) -> None:
    mark_installed(dev.RUNTIME)
    (folder / changed).write_text("django==99\n", encoding="utf-8")

    assert not dev.is_installed(dev.RUNTIME)


def test_an_environment_without_python_is_made_again(folder: Path) -> None:
    mark_installed(dev.RUNTIME)
    dev.PYTHON.unlink()

    assert not dev.is_installed(dev.RUNTIME)


PYTHON_WITHOUT_PIP = """#!/bin/sh
echo "$*" >> "$0.said"
[ "$2" = ensurepip ] && exit {answer}
[ -e "$0.pip" ]
"""


def set_pip(version: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this interpreter have pip in that version, or none."""

    def found(name: str) -> str:
        if version is None:
            raise PackageNotFoundError(name)
        return version

    monkeypatch.setattr(dev.metadata, "version", found)


def set_python(answer: int) -> Path:
    """Give the environment a Python without pip, and have its `ensurepip` end so; gives what it was asked."""
    dev.PYTHON.write_text(PYTHON_WITHOUT_PIP.format(answer=answer), encoding="utf-8")
    dev.PYTHON.chmod(0o755)
    return dev.PYTHON.with_name("python.said")


@pytest.mark.parametrize("version", ["22.3", "23.2.1", "26.0rc1"])
def test_pip_of_this_interpreter_installs_when_it_can(
    folder: Path, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = set_python(answer=0)
    set_pip(version, monkeypatch)

    assert dev.pip() == [sys.executable, "-m", "pip", "--python", str(dev.PYTHON)]
    assert not said.exists(), "the environment gets no pip of its own, which takes seconds"


@pytest.mark.parametrize("version", ["22.2.2", None], ids=["too-old", "missing"])
def test_environment_gets_a_pip_otherwise(
    folder: Path, version: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = set_python(answer=0)
    set_pip(version, monkeypatch)

    assert dev.pip() == [str(dev.PYTHON), "-m", "pip"]
    assert said.read_text(encoding="utf-8") == "-m pip --version\n-m ensurepip\n"

    dev.PYTHON.with_name("python.pip").touch()
    said.unlink()
    assert dev.pip() == [str(dev.PYTHON), "-m", "pip"]
    assert said.read_text(encoding="utf-8") == "-m pip --version\n", "it is made once"


def test_python_that_cannot_get_pip_is_said_in_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_python(answer=1)
    set_pip(None, monkeypatch)

    with pytest.raises(dev.Failed, match=r"sudo apt install python3\.\d+-venv"):
        dev.pip()


def test_own_code_is_compiled_beside_the_installing(folder: Path) -> None:
    (folder / "src").mkdir()
    (folder / "src" / "thing.py").write_text("thing = 1\n", encoding="utf-8")

    with dev.own_code_compiled():
        pass

    assert [path.name for path in (folder / "src" / "__pycache__").iterdir()] == [
        f"thing.{sys.implementation.cache_tag}.pyc"
    ]


def test_put_on_path_writes_the_command_and_the_path(folder: Path) -> None:
    packages = folder / ".venv" / "lib" / "python3.11" / "site-packages"
    packages.mkdir(parents=True)

    dev.put_on_path()

    command = folder / ".venv" / "bin" / "kollegium"
    assert (packages / "kollegium.pth").read_text(encoding="utf-8") == f"{folder / 'src'}\n"
    assert command.stat().st_mode & stat.S_IXUSR
    assert str(folder) not in command.read_text(encoding="utf-8"), "works also when the folder has blanks"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], ["-n", "3", "--dist", "worksteal"]),
        (["--deep"], ["-n", "3", "--dist", "worksteal", "--deep"]),
        (["-n0", "tests/house"], ["-n0", "tests/house"]),
        (["--numprocesses=4"], ["--numprocesses=4"]),
    ],
    ids=["one-more-than-cores", "passed-on", "one-process", "long-form"],
)
def test_pytest_arguments(given: list[str], expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    plugins = [part for name in dev.PYTEST_PLUGINS for part in ("-p", name)]

    assert dev.pytest_arguments(given) == ["-m", "pytest", *plugins, *expected]


@pytest.mark.parametrize(("cores", "processes"), [(None, "3"), (1, "2"), (4, "5"), (64, "6")])
def test_tests_run_in_so_many_processes(
    cores: int | None, processes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)

    assert dev.pytest_arguments([])[-4:] == ["-n", processes, "--dist", "worksteal"]


def test_browser_that_was_asked_for_is_taken_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = tmp_path / "browser"
    browser.touch(mode=0o755)
    monkeypatch.setenv("KOLLEGIUM_BROWSER", str(browser))
    assert dev.find_browser() == str(browser)

    browser.unlink()
    with pytest.raises(dev.Failed, match="which is not a program"):
        dev.find_browser()


@pytest.mark.parametrize(
    ("value", "expected"), [("true", True), ("1", True), ("", False), ("false", False), ("0", False)]
)
def test_is_ci(monkeypatch: pytest.MonkeyPatch, value: str, expected: bool) -> None:
    monkeypatch.setenv("CI", value)

    assert dev.is_ci() is expected


@pytest.mark.parametrize("arguments", [[], ["fly"]], ids=["nothing", "unknown"])
def test_unknown_command_prints_the_help_and_fails(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == 2
    assert "python3 dev.py run" in capsys.readouterr().out


def test_unknown_benchmark_names_the_known_ones(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bench").mkdir()
    (folder / "bench" / "reader.py").write_text('if __name__ == "__main__":\n    pass\n', encoding="utf-8")
    (folder / "bench" / "client.py").touch()

    assert dev.main(["bench", "rocket"]) == 1
    assert capsys.readouterr().err == "Which benchmark? reader\n"


def test_no_requirements_file_holds_an_address(repository: Path) -> None:
    files = sorted(repository.glob("requirements*.txt"))

    assert [path.name for path in files] == [dev.DEVELOPMENT, dev.INSTALLER, dev.RUNTIME]
    assert [path.name for path in files if "://" in path.read_text(encoding="utf-8")] == []


def test_port_in_use_is_said_in_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        fault = running.port_fault("127.0.0.1", port)

    assert fault == f"Port {port} on 127.0.0.1 is already in use. Choose another: --port {port + 1}"
    assert running.port_fault("127.0.0.1", port) == ""


@pytest.mark.parametrize("port", [-1, 70_000], ids=["negative", "too-large"])
def test_impossible_port_is_said_in_a_sentence(port: int) -> None:
    assert "cannot be used" in running.port_fault("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", "http://127.0.0.1:80/"),
        ("0.0.0.0", "http://127.0.0.1:80/"),
        ("::", "http://[::1]:80/"),
        ("::1", "http://[::1]:80/"),
        ("kollegium.local", "http://kollegium.local:80/"),
    ],
)
def test_address_can_be_opened_on_this_machine(host: str, expected: str) -> None:
    assert running.address(host, 80) == expected


def test_fingerprint_follows_every_file_but_not_compiled_ones(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1", encoding="utf-8")
    first = running.source_fingerprint(tmp_path)
    (tmp_path / "a.pyc").write_text("2", encoding="utf-8")
    assert running.source_fingerprint(tmp_path) == first

    (tmp_path / "b.css").write_text("3", encoding="utf-8")
    assert running.source_fingerprint(tmp_path) != first
