"""The child process is warm, replaced in time, and its end is told plainly."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kollegium.printing import PrintingFailed, PrintingTimedOut, to_pdf
from kollegium.printing.typesetter import Typesetter
from tests.printing.trees import document, every_block


@pytest.fixture
def typesetter() -> Iterator[Typesetter]:
    """A typesetter of its own, closed afterwards."""
    one = Typesetter(documents_per_child=3)
    yield one
    one.close()


def test_child_is_kept_between_documents_and_replaced_after_its_share(typesetter: Typesetter) -> None:
    children = []
    for _ in range(4):
        to_pdf(document(), typesetter=typesetter)
        children.append(typesetter.process_id)

    # The third document ends the first child's share; its successor is already loading.
    assert children[0] == children[1] != children[2] == children[3]


def test_dead_child_is_replaced_for_the_next_document(typesetter: Typesetter) -> None:
    to_pdf(document(), typesetter=typesetter)
    dead = typesetter.process_id
    assert dead is not None
    os.kill(dead, signal.SIGKILL)
    os.waitid(os.P_PID, dead, os.WEXITED | os.WNOWAIT)

    printed = to_pdf(document(), typesetter=typesetter)

    assert printed.startswith(b"%PDF-")
    assert typesetter.process_id != dead


def test_document_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    endless = tmp_path / "endless.py"
    endless.write_text("import time\ntime.sleep(600)\n")
    typesetter = Typesetter(seconds=0.2, child=endless)

    with pytest.raises(PrintingTimedOut, match=r"not printed within 0\.2 seconds"):
        to_pdf(document(), typesetter=typesetter)
    assert typesetter.process_id is None


def test_child_that_ends_without_an_answer_is_a_clear_error(tmp_path: Path) -> None:
    silent = tmp_path / "silent.py"
    silent.write_text("import sys\nsys.stdin.buffer.read(4)\n")
    typesetter = Typesetter(child=silent)

    with pytest.raises(PrintingFailed, match="ended while it printed"):
        to_pdf(document(), typesetter=typesetter)


def test_error_of_the_template_is_told_and_the_child_lives_on(typesetter: Typesetter) -> None:
    with pytest.raises(PrintingFailed, match="No such file"):
        typesetter.typeset("no-such-template.typ", {}, moment=0)
    assert to_pdf(document(), typesetter=typesetter).startswith(b"%PDF-")


def test_threads_share_one_typesetter(typesetter: Typesetter) -> None:
    trees = [document(title=f"Dokument {number}") for number in range(8)]
    alone = [to_pdf(tree) for tree in trees]

    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda tree: to_pdf(tree, typesetter=typesetter), trees))

    assert together == alone


def test_same_tree_gives_the_same_bytes_in_another_child(typesetter: Typesetter) -> None:
    assert to_pdf(every_block(), typesetter=typesetter) == to_pdf(every_block())
