"""What our own font can show."""

import struct
from functools import cache
from pathlib import Path

FONT = Path(__file__).parent / "fonts" / "SourceSans3_400Regular.ttf"


@cache
def characters_of_the_font() -> frozenset[int]:
    """Give the code points our print font has a glyph for (from its format 12 character map)."""
    data = FONT.read_bytes()
    characters: set[int] = set()
    start = _table(data, b"cmap")
    for index in range(struct.unpack_from(">H", data, start + 2)[0]):
        subtable = start + struct.unpack_from(">HHI", data, start + 4 + 8 * index)[2]
        if struct.unpack_from(">H", data, subtable)[0] != 12:
            continue
        for group in range(struct.unpack_from(">I", data, subtable + 12)[0]):
            first, last, _ = struct.unpack_from(">III", data, subtable + 16 + 12 * group)
            characters.update(range(first, last + 1))
    return frozenset(characters)


def _table(data: bytes, name: bytes) -> int:
    for index in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        if tag == name:
            return int(offset)
    raise ValueError(f"the font has no table {name!r}")
