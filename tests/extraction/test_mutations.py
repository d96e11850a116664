"""Broken bytes by the hundred: an answer or a refusal for each, never a crash, never a hang."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from kollegium.extraction import Sandbox, Unreadable, extract
from kollegium.extraction.limits import PROCESS_LIMITS
from tests.extraction.files import SENTENCE, archive, docx_file, docx_parts, form_pdf, pdf

RICH = f"= STRUKTUR\n{SENTENCE}\n#table(columns: 2, [A1], [{SENTENCE}])\n#box(square(size: 9pt))"
SEEDS_PER_FILE = 60


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(PROCESS_LIMITS._replace(wall_seconds=10, processor_seconds=8)) as shared:
        yield shared


def mutated(data: bytes, rng: Random) -> bytes:
    """Return the bytes with a few flipped, cut out, repeated or overwritten."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        place = rng.randrange(len(out))
        length = rng.randint(1, 64)
        match rng.randrange(5):
            case 0:
                out[place] ^= 1 << rng.randrange(8)
            case 1:
                del out[place : place + length]
            case 2:
                out[place:place] = out[place : place + length]
            case 3:
                out[place : place + length] = rng.randbytes(length)
            case _:
                number = str(rng.choice((-1, 0, 2**31, 10**12))).encode()
                out[place : place + len(number)] = number
    return bytes(out)


def docx_with_mutated_xml(rng: Random) -> bytes:
    """Return a DOCX whose archive is whole and whose XML is not."""
    parts = docx_parts()
    name = rng.choice(("word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml"))
    parts[name] = mutated(parts[name], rng)
    return archive(parts)


def outcome(sandbox: Sandbox, data: bytes) -> str:
    try:
        return sandbox.extract(data, file_name="x").kind
    except Unreadable as refusal:
        return refusal.code


@pytest.mark.parametrize("original", [pdf(RICH), form_pdf(checked=True)], ids=["pdf", "form"])
def test_mutated_pdf_is_read_or_refused(sandbox: Sandbox, original: bytes) -> None:
    outcomes = {outcome(sandbox, mutated(original, Random(seed))) for seed in range(SEEDS_PER_FILE)}

    assert outcomes <= {
        "pdf",
        "damaged",
        "no-text",
        "encrypted",
        "not-a-report-format",
        "text",
        "too-many-pages",
    }


def test_mutated_docx_is_read_or_refused(sandbox: Sandbox) -> None:
    original = docx_file()
    whole = {outcome(sandbox, mutated(original, Random(seed))) for seed in range(SEEDS_PER_FILE)}
    inside = {outcome(sandbox, docx_with_mutated_xml(Random(seed))) for seed in range(SEEDS_PER_FILE)}

    assert whole | inside <= {
        "docx",
        "damaged",
        "no-text",
        "encrypted",
        "not-a-report-format",
        "zip-bomb",
        "text",
    }


@pytest.mark.deep
@pytest.mark.parametrize("block", range(20))
def test_thousands_of_mutations_are_read_or_refused(sandbox: Sandbox, block: int) -> None:
    originals = (pdf(RICH), form_pdf(checked=False), docx_file())
    for seed in range(block * 300, block * 300 + 300):
        rng = Random(seed)
        data = docx_with_mutated_xml(rng) if seed % 4 == 3 else mutated(originals[seed % 4], rng)

        assert outcome(sandbox, data) not in {"timed-out", "out-of-memory"}


@pytest.mark.parametrize("seed", range(40))
def test_noise_as_text_is_read_or_refused(seed: int) -> None:
    rng = Random(seed)
    data = rng.choice(
        (rng.randbytes, lambda size: SENTENCE.encode(rng.choice(("utf-8", "utf-16", "cp1252")))[:size])
    )(rng.randint(0, 400))
    try:
        kind = extract(data, file_name="x").kind
    except Unreadable as refusal:
        kind = refusal.code

    assert kind in {"text", "empty", "not-a-report-format", "damaged"}
