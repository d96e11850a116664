"""The child process: same answers, limits that hold, and nothing left behind."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kollegium.extraction import Sandbox, SandboxPool, Unreadable, extract
from kollegium.extraction.forked import may_fork
from kollegium.extraction.limits import MEBIBYTE, PROCESS_LIMITS
from kollegium.extraction.wire import packed, unpacked
from tests.extraction.files import SENTENCE, archive, docx_file, docx_parts, form_pdf, pdf

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="limits are best effort elsewhere")
FILES = [
    pytest.param(pdf(f"= STRUKTUR\n{SENTENCE}\n\n#box(square(size: 9pt))"), id="pdf"),
    pytest.param(form_pdf(checked=True), id="form"),
    pytest.param(docx_file(), id="docx"),
    pytest.param("Återkoppling\n\nsker".encode("latin-1"), id="text"),
]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as shared:
        yield shared


def wait_until(condition: Callable[[], bool]) -> bool:
    for _ in range(200):
        if condition():
            return True
        time.sleep(0.05)
    return False


def is_running(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    # A dead child whose parent has not asked for it counts as gone.
    stat = Path(f"/proc/{process_id}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("data", FILES)
def test_child_reads_what_this_process_reads(sandbox: Sandbox, data: bytes) -> None:
    assert sandbox.extract(data, file_name="x") == extract(data, file_name="x")


@pytest.mark.parametrize("data", FILES)
def test_pages_cross_as_json_unchanged(data: bytes) -> None:
    source = extract(data, file_name="x")

    assert unpacked(packed(source)) == source


def test_one_child_reads_many_files_and_refusals_leave_it_alive(sandbox: Sandbox) -> None:
    sandbox.extract(pdf(), file_name="x")
    first = sandbox.process_id

    with pytest.raises(Unreadable, match="damaged"):
        sandbox.extract(b"%PDF-1.7 broken", file_name="x")
    sandbox.extract(docx_file(), file_name="x")

    assert sandbox.process_id == first


def test_child_is_replaced_after_its_number_of_files() -> None:
    with Sandbox(PROCESS_LIMITS._replace(files_per_process=2)) as sandbox:
        children = []
        for _ in range(4):
            sandbox.warm_up()
            children.append(sandbox.process_id)
            sandbox.extract(pdf(), file_name="x")

    assert children[0] == children[1] != children[2] == children[3]


def test_file_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    with Sandbox(PROCESS_LIMITS._replace(wall_seconds=0.2)) as sandbox:
        sandbox.extract(pdf(), file_name="x")
        assert sandbox.process_id is not None
        os.kill(sandbox.process_id, signal.SIGSTOP)
        with pytest.raises(Unreadable, match="timed-out"):
            sandbox.extract(pdf(), file_name="x")

        assert sandbox.extract(docx_file(), file_name="x").kind == "docx"


@linux_only
def test_file_that_needs_too_much_memory_is_refused_and_the_next_is_read() -> None:
    body = b"<w:p><w:r><w:t>Lagom</w:t></w:r></w:p>" * 900_000
    start, _, _ = docx_parts()["word/document.xml"].partition(b"<w:body>")
    parts = {**docx_parts(), "word/document.xml": start + b"<w:body>" + body + b"</w:body></w:document>"}
    noise = {"word/media/image1.png": os.urandom(2 * MEBIBYTE)}
    with Sandbox(PROCESS_LIMITS._replace(memory=300 * MEBIBYTE)) as sandbox:
        with pytest.raises(Unreadable, match="out-of-memory"):
            sandbox.extract(archive({**parts, **noise}), file_name="x")

        assert sandbox.extract(pdf(), file_name="x").kind == "pdf"


@pytest.mark.parametrize(
    ("sent", "code"),
    [(signal.SIGKILL, "out-of-memory"), (signal.SIGSEGV, "damaged")],
    ids=["killed by the system", "crashed"],
)
def test_child_that_dies_in_the_middle_is_a_refusal(sent: signal.Signals, code: str) -> None:
    with Sandbox() as sandbox, ThreadPoolExecutor(1) as thread:
        sandbox.extract(pdf(), file_name="x")
        assert sandbox.process_id is not None
        os.kill(sandbox.process_id, signal.SIGSTOP)
        waiting = thread.submit(sandbox.extract, pdf(), file_name="x")
        time.sleep(0.2)
        os.kill(sandbox.process_id, sent)
        os.kill(sandbox.process_id, signal.SIGCONT)

        with pytest.raises(Unreadable, match=code):
            waiting.result(timeout=10)
        assert sandbox.extract(pdf(), file_name="x").kind == "pdf"


def test_child_that_died_between_files_is_replaced_unnoticed() -> None:
    with Sandbox() as sandbox:
        sandbox.extract(pdf(), file_name="x")
        dead = sandbox.process_id
        assert dead is not None
        os.kill(dead, signal.SIGKILL)
        assert wait_until(lambda: not is_running(dead))

        assert sandbox.extract(pdf(), file_name="x").kind == "pdf"


def test_closing_ends_the_child() -> None:
    sandbox = Sandbox()
    sandbox.warm_up()
    child = sandbox.process_id
    assert child is not None

    sandbox.close()

    assert not is_running(child)
    assert sandbox.process_id is None


@linux_only
def test_child_ends_with_its_parent() -> None:
    program = (
        "import os, signal\n"
        "from kollegium.extraction import Sandbox\n"
        "sandbox = Sandbox(); sandbox.warm_up(); print(sandbox.process_id, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    ).stdout

    assert wait_until(lambda: not is_running(int(printed)))


@linux_only
def test_child_knows_no_environment_and_can_open_no_file() -> None:
    os.environ["KOLLEGIUM_TEST_SECRET"] = "hemligt"
    try:
        with Sandbox() as sandbox:
            sandbox.extract(pdf(), file_name="x")
            process = Path(f"/proc/{sandbox.process_id}")
            environment = (process / "environ").read_text()
            limits = {
                line[:26].strip(): line[26:].split()[0]
                for line in (process / "limits").read_text().splitlines()
            }
            status = (process / "status").read_text()
    finally:
        del os.environ["KOLLEGIUM_TEST_SECRET"]

    assert "hemligt" not in environment
    assert (limits["Max open files"], limits["Max file size"], limits["Max address space"]) == (
        "3",
        "0",
        str(PROCESS_LIMITS.memory),
    )
    assert "Seccomp:\t2" in status


def test_pool_reads_from_many_threads() -> None:
    data = pdf()
    expected = extract(data, file_name="x")
    with SandboxPool(2) as pool, ThreadPoolExecutor(6) as threads:
        read = list(threads.map(lambda _: pool.extract(data, file_name="x"), range(12)))

    assert read == [expected] * 12


COPYING = """
import json, os, sys
from pathlib import Path
from kollegium.extraction import Sandbox
from kollegium.extraction.formats import FileKind
from kollegium.extraction.wire import packed

secret = open(sys.argv[1], "rb")
with Sandbox() as sandbox:
    sandbox.warm_up(FileKind.PDF, copy=True)
    copy = sandbox.process_id
    read = packed(sandbox.extract(Path(sys.argv[1]).read_bytes(), file_name="x")).decode()
    process = Path(f"/proc/{copy}")
    status = (process / "status").read_text()
    limits = (process / "limits").read_text()
    files = sorted(os.listdir(process / "fd"))
    is_copy = (process / "cmdline").read_bytes() == Path("/proc/self/cmdline").read_bytes()
    kind = sandbox.extract(Path(sys.argv[2]).read_bytes(), file_name="x").kind
    other = sandbox.process_id
print(json.dumps([is_copy, read, status, limits, files, kind, copy, other]))
"""


@linux_only
def test_copied_child_reads_the_same_gives_up_as_much_and_makes_way_for_one_of_every_kind(
    tmp_path: Path,
) -> None:
    data = pdf(f"= STRUKTUR\n{SENTENCE}")
    (tmp_path / "a.pdf").write_bytes(data)
    (tmp_path / "b.docx").write_bytes(docx_file())
    command = [sys.executable, "-c", COPYING, str(tmp_path / "a.pdf"), str(tmp_path / "b.docx")]

    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    is_copy, read, status, limits, files, kind, copy, other = json.loads(printed)

    assert is_copy
    assert unpacked(read.encode()) == extract(data, file_name="x")
    assert "Seccomp:\t2" in status
    assert re.search(r"Max open files\s+3\s", limits)
    assert re.search(rf"Max address space\s+{PROCESS_LIMITS.memory}\s", limits)
    # The file the parent had open is not among them.
    assert files == ["0", "1", "2"]
    assert (kind, copy == other) == ("docx", False)
    assert not is_running(copy)
    assert not is_running(other)


@linux_only
def test_copied_child_that_dies_is_a_refusal_and_the_next_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf())
    program = (
        "import os, signal, sys, threading\n"
        "from pathlib import Path\n"
        "from kollegium.extraction import Sandbox, Unreadable\n"
        "from kollegium.extraction.formats import FileKind\n"
        "data = Path(sys.argv[1]).read_bytes()\n"
        "with Sandbox() as sandbox:\n"
        "    sandbox.warm_up(FileKind.PDF, copy=True)\n"
        "    sandbox.extract(data, file_name='x')\n"
        "    os.kill(sandbox.process_id, signal.SIGSTOP)\n"
        "    threading.Timer(0.3, os.kill, (sandbox.process_id, signal.SIGKILL)).start()\n"
        "    try:\n"
        "        sandbox.extract(data, file_name='x')\n"
        "    except Unreadable as refusal:\n"
        "        print(refusal.code)\n"
        "    print(sandbox.extract(data, file_name='x').kind)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "a.pdf")]

    assert (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout == "out-of-memory\npdf\n"
    )


@linux_only
def test_a_process_with_threads_is_never_copied() -> None:
    started, done = threading.Event(), threading.Event()

    def wait() -> None:
        started.set()
        done.wait()

    thread = threading.Thread(target=wait)
    thread.start()
    started.wait()
    try:
        assert not may_fork()
    finally:
        done.set()
        thread.join()
