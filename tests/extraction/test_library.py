"""Our declarations of PDFium's functions say the same as those of the package that brings it."""

from __future__ import annotations

from ctypes import c_char_p, c_void_p, sizeof
from typing import Any

import pypdfium2_raw
import pytest

from kollegium.extraction.pdf import library

FUNCTIONS = sorted(name for name, one in vars(library).items() if hasattr(one, "argtypes"))
CONSTANTS = sorted(name for name, one in vars(library).items() if name.isupper() and isinstance(one, int))


def shape(kind: Any) -> object:
    """Return what a value is to the machine: an address, nothing, or the very type."""
    if kind is None or not isinstance(kind, type):
        return kind
    is_address = kind in (c_void_p, c_char_p) or hasattr(kind, "contents") or kind.__name__ == "String"
    return "address" if is_address else kind


@pytest.mark.parametrize("name", FUNCTIONS)
def test_function_takes_and_gives_what_the_package_declares(name: str) -> None:
    ours, theirs = getattr(library, name), getattr(pypdfium2_raw, name)

    assert [shape(one) for one in ours.argtypes] == [shape(one) for one in theirs.argtypes]
    assert shape(ours.restype) == shape(theirs.restype)


@pytest.mark.parametrize("name", CONSTANTS)
def test_constant_has_the_packages_value(name: str) -> None:
    assert getattr(library, name) == getattr(pypdfium2_raw, name)


def test_form_has_room_for_every_callback() -> None:
    assert sizeof(library.FormFillInfo) >= sizeof(pypdfium2_raw.FPDF_FORMFILLINFO)
    assert FUNCTIONS
    assert CONSTANTS
