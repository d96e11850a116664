#!/usr/bin/env python3
"""Set up, run, test and check Kollegium: `python3 dev.py run`. Needs Python 3.11 or later and nothing else.

python3 dev.py run [--port N] [--host H] [--data DIR]             start it, with all set-up
               [--empty | --size small|region|national]
python3 dev.py test [--deep] [pytest arguments]                   run every test
python3 dev.py check                                              format, types, imports, translations ...
python3 dev.py bench [--json FILE] [--sets small,national]        measure the whole program
python3 dev.py bench reader [--json FILE]                         measure the reading of reports alone
python3 dev.py messages                                           what the Swedish catalogue lacks
python3 dev.py setup                                              only install
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

OLDEST_PYTHON = (3, 11)
OLDEST_PIP = (22, 3)  # the first that installs for another interpreter
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
RUNTIME, DEVELOPMENT, INSTALLER = "requirements.txt", "requirements-dev.txt", "requirements-uv.txt"
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
# Named, not found: looking for plugins costs seconds at every start.
PYTEST_PLUGINS = ("pytest_django.plugin", "xdist.plugin", "_hypothesis_pytestplugin")
LAUNCHER = """#!/bin/sh
'''exec' "$(dirname "$0")/python" "$0" "$@"
' '''
import sys

from kollegium.cli import main

sys.exit(main())
"""


class Failed(Exception):
    """Something cannot be done; the message is for the person at the keyboard."""


def main(arguments: list[str]) -> int:
    """Run one command and give its exit code."""
    commands: dict[str, Callable[[list[str]], int]] = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "messages": messages,
        "setup": setup_all,
    }
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        return commands[arguments[0]](arguments[1:])
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# --- set-up --------------------------------------------------------------------------------------


def setup_all(arguments: list[str]) -> int:
    """Install what running, testing and checking need."""
    return setup(DEVELOPMENT)


def setup(requirements: str) -> int:
    """Have an environment with everything the requirements file names; quick when it is already there."""
    if sys.platform == "win32":
        raise Failed("Kollegium runs on Linux and macOS. On Windows, use the Windows Subsystem for Linux.")
    with only_one():
        if is_installed(requirements):
            compile_program()
            return 0
        started = time.monotonic()
        print(f"Installing {requirements} into {VENV.name} ...", flush=True)
        with own_code_compiled():
            make_environment()
            install(requirements)
        put_on_path()
        compile_program()
        stamp_file(requirements).write_text(stamp(requirements), encoding="ascii")
        print(f"Installed in {time.monotonic() - started:.0f} s.", flush=True)
    return 0


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Let two commands started together install one after the other."""
    with open(ROOT / "requirements.txt", "rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def stamp(requirements: str) -> str:
    """Give a text that changes with the requirements, the interpreter and the folder."""
    parts = [(ROOT / requirements).read_bytes(), (ROOT / INSTALLER).read_bytes()]
    parts += [sys.version.encode(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def stamp_file(requirements: str) -> Path:
    """The file that says which requirements are installed."""
    return VENV / f".installed-{requirements}"


def is_installed(requirements: str) -> bool:
    """Say whether the environment holds these requirements; the development ones hold the runtime's too."""
    wanted = {requirements, DEVELOPMENT}
    return PYTHON.exists() and any(
        stamp_file(name).exists() and stamp_file(name).read_text(encoding="ascii") == stamp(name)
        for name in wanted
    )


def make_environment() -> None:
    """Make a fresh environment unless there is a usable one of this interpreter in this folder."""
    if PYTHON.exists() and _version_of(PYTHON) == sys.version and _belongs_here():
        return
    shutil.rmtree(VENV, ignore_errors=True)
    # Without pip, which takes longer to install than everything else here; `pip` finds one.
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", str(VENV)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Failed(f"The environment could not be made:\n{made.stdout}{made.stderr}")
    (VENV / ".folder").write_text(str(ROOT), encoding="utf-8")


def _version_of(python: Path) -> str:
    answer = subprocess.run(
        [str(python), "-c", "import sys; print(sys.version, end='')"],
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout


def _belongs_here() -> bool:
    """Say whether the environment was made in this folder: one that was moved or copied does not work."""
    folder = VENV / ".folder"
    return not folder.exists() or folder.read_text(encoding="utf-8") == str(ROOT)


def install(requirements: str) -> None:
    """Install by hash: with uv, which is many times quicker, or with pip where uv cannot."""
    hashes = ["--require-hashes", "-r"]
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    uv = VENV / "bin" / "uv"
    with contextlib.suppress(subprocess.CalledProcessError, OSError):
        if not uv.exists():
            subprocess.run(
                [*pip(), "install", "-qq", *hashes, INSTALLER], cwd=ROOT, env=environment, check=True
            )
        quick = [str(uv), "pip", "install", "-qq", "--python", str(PYTHON), "--compile-bytecode"]
        subprocess.run([*quick, *hashes, requirements], cwd=ROOT, env=environment, check=True)
        return
    print("The quick installer does not work here; pip takes about a minute ...", flush=True)
    done = subprocess.run(
        [*pip(), "install", "-qq", *hashes, requirements], cwd=ROOT, env=environment, check=False
    )
    if done.returncode:
        raise Failed("The packages could not be installed; the messages stand above.")


def pip() -> list[str]:
    """Give the command that installs into the environment: this interpreter's pip, or one of the environment's own.

    Raises: Failed when there is no pip and none can be made.
    """
    with contextlib.suppress(metadata.PackageNotFoundError):
        numbers = [int(number) for number in re.findall(r"\d+", metadata.version("pip"))]
        if tuple(numbers) >= OLDEST_PIP:
            return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    own = [str(PYTHON), "-m", "pip"]
    if subprocess.run([*own, "--version"], capture_output=True, check=False).returncode:
        made = subprocess.run([str(PYTHON), "-m", "ensurepip"], capture_output=True, text=True, check=False)
        if made.returncode:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            raise Failed(
                "This Python cannot install packages. On Debian or Ubuntu install the missing part and try again:"
                f"\n    sudo apt install python{version}-venv"
            )
    return own


@contextlib.contextmanager
def own_code_compiled() -> Iterator[None]:
    """Compile the program's own code meanwhile: otherwise each of its processes does at the first start.

    Where the folder may not be written to it stays as it is.
    """
    compiling = subprocess.Popen([sys.executable, "-m", "compileall", "-qq", str(ROOT / "src")])
    try:
        yield
    finally:
        compiling.wait()


def put_on_path() -> None:
    """Make `import kollegium` and the `kollegium` command work, without building a package."""
    for folder in VENV.glob("lib/python*/site-packages"):
        (folder / "kollegium.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
    launcher = VENV / "bin" / "kollegium"
    launcher.write_text(LAUNCHER, encoding="utf-8")
    launcher.chmod(0o755)


def compile_program() -> None:
    """Compile what changed of the program, as the packages are: where Python may not, every start would.

    A tenth of a second when nothing changed. A folder that cannot be written to is left as it is.
    """
    tool = Path(__file__).resolve().with_name("tools") / "compile_program.py"
    command = [str(PYTHON), str(tool), str(ROOT / "src")]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


# --- commands ------------------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Start the program in this very process, so that Ctrl-C and SIGTERM reach it."""
    setup(RUNTIME)
    sys.stdout.flush()
    os.execv(str(PYTHON), [str(PYTHON), "-m", "kollegium.config.commands", "run", *arguments])  # noqa: S606


def test(arguments: list[str]) -> int:
    """Run the tests; the runner's own closing line is the last thing printed."""
    setup(DEVELOPMENT)
    environment = dict(os.environ)
    browser = find_browser() or install_browser()
    if browser:
        environment["KOLLEGIUM_BROWSER"] = browser
    elif is_ci():
        raise Failed("There is no Chromium, Chrome or Edge for the browser tests.")
    else:
        print("*** NO BROWSER FOUND: the browser tests are skipped. Install Chromium, Chrome or Edge. ***")
    sys.stdout.flush()
    return python(*pytest_arguments(arguments), environment=environment)


def pytest_arguments(arguments: list[str]) -> list[str]:
    """Give the arguments after `python` that run the tests in some processes, or as the arguments say.

    One more than there are cores, since a test in the browser mostly waits; on large machines six.
    """
    command = ["-m", "pytest"]
    for plugin in PYTEST_PLUGINS:
        command += ["-p", plugin]
    if not any(argument.startswith(("-n", "--numprocesses")) for argument in arguments):
        # A process that is done takes over what another still has before it.
        processes = min((os.cpu_count() or 2) + 1, 6)
        command += ["-n", str(processes), "--dist", "worksteal"]
    return command + arguments


def find_browser() -> str | None:
    """Give the path of a browser the tests can drive, or nothing."""
    asked = os.environ.get("KOLLEGIUM_BROWSER")
    if asked:
        if not shutil.which(asked):
            raise Failed(f"KOLLEGIUM_BROWSER names {asked}, which is not a program.")
        return shutil.which(asked)
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def install_browser() -> str | None:
    """Install Debian's Chromium when we may, and give its path, or nothing."""
    if os.geteuid() != 0 or not shutil.which("apt-get") or not Path("/etc/debian_version").exists():
        return None
    print("Installing Chromium for the browser tests ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", "chromium"]):
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            return None
    return find_browser()


def is_ci() -> bool:
    """Say whether a machine runs the tests for others, where a skipped test is a fault."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def check(arguments: list[str]) -> int:
    """Run every check, also after one has failed, and say at the end which did."""
    setup(DEVELOPMENT)
    failed = []
    for name, command in checks().items():
        started = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        print(
            f"{'ok' if not done.returncode else 'FAILED':7} {name} ({time.monotonic() - started:.1f} s)",
            flush=True,
        )
        if done.returncode:
            failed.append(name)
            print(done.stdout + done.stderr, flush=True)
    print(f"Failed: {', '.join(failed)}." if failed else "Every check passed.")
    return 1 if failed else 0


def checks() -> dict[str, list[str]]:
    """Give the checks in their order.

    Shape: what is checked → the command.
    """
    tool = VENV / "bin"
    templates = sorted(str(path) for path in (ROOT / "src").rglob("templates/**/*.html"))
    commands = {
        "format": [str(tool / "ruff"), "format", "--check", "."],
        "lint": [str(tool / "ruff"), "check", "."],
        "types": [str(tool / "mypy")],
        "imports": [str(tool / "lint-imports")],
        "templates": [str(tool / "djade"), "--check", "--target-version", "5.2", *templates],
        "translations": [str(PYTHON), "tools/catalogue.py", "--check"],
        "migrations": _manage("makemigrations", "--check", "--dry-run"),
        "settings": _manage("check", "--fail-level", "WARNING"),
        "secrets": [str(PYTHON), "tools/secret_scan.py"],
        "house rules": [str(PYTHON), *pytest_arguments(["tests/house"])],
    }
    if (ROOT / "tools" / "permissions.py").exists():
        commands["permissions"] = [str(PYTHON), "tools/permissions.py", "--check"]
    return commands


def _manage(*arguments: str) -> list[str]:
    command = [str(PYTHON), "-m", "django", *arguments]
    return [*command, "--settings", "kollegium.config.test_settings"]


def bench(arguments: list[str]) -> int:
    """Measure the whole program, or run one benchmark of the `bench` folder by its name."""
    if not arguments or arguments[0].startswith("-"):
        setup(DEVELOPMENT)
        return python("-m", "bench", *arguments)
    known = sorted(path.stem for path in (ROOT / "bench").glob("*.py") if _is_program(path))
    if arguments[0] not in known:
        raise Failed(f"Which benchmark? {', '.join(known) or 'There is none.'}")
    setup(DEVELOPMENT)
    return python(f"bench/{arguments[0]}.py", *arguments[1:])


def _is_program(path: Path) -> bool:
    return not path.stem.startswith("_") and '__name__ == "__main__"' in path.read_text(encoding="utf-8")


def messages(arguments: list[str]) -> int:
    """Print what the Swedish catalogue lacks, as a fragment to fill in and hand to tools/catalogue.py --add."""
    setup(DEVELOPMENT)
    return python("tools/catalogue.py", "--collect")


def python(*arguments: str, environment: dict[str, str] | None = None) -> int:
    """Run the environment's Python in the root folder and give its exit code."""
    child = subprocess.Popen([str(PYTHON), *arguments], cwd=ROOT, env=environment)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child got it too and ends in its own time


if __name__ == "__main__":
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"Kollegium needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    sys.exit(main(sys.argv[1:]))
