"""The functions of PDFium that we call, under PDFium's own names.

Declared here and not taken from `pypdfium2_raw`, which brings the library: its bindings declare ten
times as many, and every sandbox would wait 30 ms for them. A test compares ours with them.
"""

from __future__ import annotations

import sys
from ctypes import (
    CDLL,
    Structure,
    c_char_p,
    c_double,
    c_float,
    c_int,
    c_size_t,
    c_uint,
    c_ulong,
    c_void_p,
)
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

_FILE_NAMES = {"win32": "pdfium.dll", "darwin": "libpdfium.dylib"}
# Handles of PDFium, and places to put an answer: both are addresses.
_ADDRESS = c_void_p

# What the functions fill in; PDFium's rectangles are left, top, right, bottom and its matrices a to f.
Rectangle = c_float * 4
Matrix = c_float * 6


class FormFillInfo(Structure):
    """FPDF_FORMFILLINFO without any callback: a version, and more empty addresses than it has room for."""

    _fields_ = [("version", c_int), ("callbacks", c_void_p * 64)]


def _loaded() -> CDLL:
    spec = PathFinder.find_spec("pypdfium2_raw")
    if spec is None or spec.origin is None:
        raise ImportError("The package pypdfium2, which brings PDFium, is not installed.")
    return CDLL(str(Path(spec.origin).with_name(_FILE_NAMES.get(sys.platform, "libpdfium.so"))))


_PDFIUM = _loaded()


def _function(name: str, result: Any, *arguments: Any) -> Any:
    found = _PDFIUM[name]
    found.restype = result
    found.argtypes = arguments
    return found


def unchecked(name: str) -> Any:
    """Return a function that gives an int and takes any `ctypes` values as they are.

    Called twice as fast as the declared one; an address must be a `c_void_p` or a `byref`, since a plain
    int would be cut to 32 bits.
    """
    return _PDFIUM[name]


FPDF_InitLibrary = _function("FPDF_InitLibrary", None)
FPDF_GetLastError = _function("FPDF_GetLastError", c_ulong)

FPDF_LoadMemDocument64 = _function("FPDF_LoadMemDocument64", _ADDRESS, c_char_p, c_size_t, c_char_p)
FPDF_CloseDocument = _function("FPDF_CloseDocument", None, _ADDRESS)
FPDF_GetPageCount = _function("FPDF_GetPageCount", c_int, _ADDRESS)
FPDF_LoadPage = _function("FPDF_LoadPage", _ADDRESS, _ADDRESS, c_int)
FPDF_ClosePage = _function("FPDF_ClosePage", None, _ADDRESS)
FPDF_GetPageBoundingBox = _function("FPDF_GetPageBoundingBox", c_int, _ADDRESS, _ADDRESS)
FPDF_GetPageWidthF = _function("FPDF_GetPageWidthF", c_float, _ADDRESS)
FPDF_GetPageHeightF = _function("FPDF_GetPageHeightF", c_float, _ADDRESS)
FPDFPage_GetMediaBox = _function("FPDFPage_GetMediaBox", c_int, *[_ADDRESS] * 5)
FPDFPage_GetRotation = _function("FPDFPage_GetRotation", c_int, _ADDRESS)

FPDFText_LoadPage = _function("FPDFText_LoadPage", _ADDRESS, _ADDRESS)
FPDFText_ClosePage = _function("FPDFText_ClosePage", None, _ADDRESS)
FPDFText_CountChars = _function("FPDFText_CountChars", c_int, _ADDRESS)
FPDFText_GetText = _function("FPDFText_GetText", c_int, _ADDRESS, c_int, c_int, _ADDRESS)
FPDFText_GetUnicode = _function("FPDFText_GetUnicode", c_uint, _ADDRESS, c_int)
FPDFText_CountRects = _function("FPDFText_CountRects", c_int, _ADDRESS, c_int, c_int)
FPDFText_GetRect = _function("FPDFText_GetRect", c_int, _ADDRESS, c_int, *[_ADDRESS] * 4)
FPDFText_GetCharBox = _function("FPDFText_GetCharBox", c_int, _ADDRESS, c_int, *[_ADDRESS] * 4)
FPDFText_GetCharOrigin = _function("FPDFText_GetCharOrigin", c_int, _ADDRESS, c_int, _ADDRESS, _ADDRESS)
FPDFText_GetFontSize = _function("FPDFText_GetFontSize", c_double, _ADDRESS, c_int)
FPDFText_GetMatrix = _function("FPDFText_GetMatrix", c_int, _ADDRESS, c_int, _ADDRESS)
FPDFText_GetFontInfo = _function(
    "FPDFText_GetFontInfo", c_ulong, _ADDRESS, c_int, _ADDRESS, c_ulong, _ADDRESS
)

FPDFPage_CountObjects = _function("FPDFPage_CountObjects", c_int, _ADDRESS)
FPDFPage_GetObject = _function("FPDFPage_GetObject", _ADDRESS, _ADDRESS, c_int)
FPDFPageObj_GetType = _function("FPDFPageObj_GetType", c_int, _ADDRESS)
FPDFPageObj_GetBounds = _function("FPDFPageObj_GetBounds", c_int, *[_ADDRESS] * 5)
FPDFPageObj_GetMatrix = _function("FPDFPageObj_GetMatrix", c_int, _ADDRESS, _ADDRESS)
FPDFPageObj_GetFillColor = _function("FPDFPageObj_GetFillColor", c_int, *[_ADDRESS] * 5)
FPDFFormObj_CountObjects = _function("FPDFFormObj_CountObjects", c_int, _ADDRESS)
FPDFFormObj_GetObject = _function("FPDFFormObj_GetObject", _ADDRESS, _ADDRESS, c_ulong)
FPDFPath_GetDrawMode = _function("FPDFPath_GetDrawMode", c_int, *[_ADDRESS] * 3)
FPDFPath_CountSegments = _function("FPDFPath_CountSegments", c_int, _ADDRESS)
FPDFPath_GetPathSegment = _function("FPDFPath_GetPathSegment", _ADDRESS, _ADDRESS, c_int)
FPDFPathSegment_GetType = _function("FPDFPathSegment_GetType", c_int, _ADDRESS)
FPDFPathSegment_GetPoint = _function("FPDFPathSegment_GetPoint", c_int, *[_ADDRESS] * 3)

FPDF_GetFormType = _function("FPDF_GetFormType", c_int, _ADDRESS)
FPDFDOC_InitFormFillEnvironment = _function("FPDFDOC_InitFormFillEnvironment", _ADDRESS, _ADDRESS, _ADDRESS)
FPDFDOC_ExitFormFillEnvironment = _function("FPDFDOC_ExitFormFillEnvironment", None, _ADDRESS)
FPDFPage_GetAnnotCount = _function("FPDFPage_GetAnnotCount", c_int, _ADDRESS)
FPDFPage_GetAnnot = _function("FPDFPage_GetAnnot", _ADDRESS, _ADDRESS, c_int)
FPDFPage_CloseAnnot = _function("FPDFPage_CloseAnnot", None, _ADDRESS)
FPDFAnnot_GetSubtype = _function("FPDFAnnot_GetSubtype", c_int, _ADDRESS)
FPDFAnnot_GetRect = _function("FPDFAnnot_GetRect", c_int, _ADDRESS, _ADDRESS)
FPDFAnnot_GetStringValue = _function(
    "FPDFAnnot_GetStringValue", c_ulong, _ADDRESS, c_char_p, _ADDRESS, c_ulong
)
FPDFAnnot_GetFormFieldType = _function("FPDFAnnot_GetFormFieldType", c_int, _ADDRESS, _ADDRESS)
FPDFAnnot_GetFormFieldValue = _function(
    "FPDFAnnot_GetFormFieldValue", c_ulong, _ADDRESS, _ADDRESS, _ADDRESS, c_ulong
)
FPDFAnnot_IsChecked = _function("FPDFAnnot_IsChecked", c_int, _ADDRESS, _ADDRESS)

FPDFBitmap_CreateEx = _function("FPDFBitmap_CreateEx", _ADDRESS, c_int, c_int, c_int, _ADDRESS, c_int)
FPDFBitmap_FillRect = _function("FPDFBitmap_FillRect", c_int, _ADDRESS, *[c_int] * 4, c_ulong)
FPDFBitmap_GetStride = _function("FPDFBitmap_GetStride", c_int, _ADDRESS)
FPDFBitmap_GetBuffer = _function("FPDFBitmap_GetBuffer", _ADDRESS, _ADDRESS)
FPDFBitmap_Destroy = _function("FPDFBitmap_Destroy", None, _ADDRESS)
FPDF_RenderPageBitmap = _function("FPDF_RenderPageBitmap", None, _ADDRESS, _ADDRESS, *[c_int] * 6)

FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY = 4, 5
FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_FORM = 2, 5
FPDF_SEGMENT_BEZIERTO, FPDF_SEGMENT_MOVETO = 1, 2
FORMTYPE_ACRO_FORM, FORMTYPE_XFA_FOREGROUND = 1, 3
FPDF_ANNOT_WIDGET = 20
FPDF_FORMFIELD_CHECKBOX, FPDF_FORMFIELD_RADIOBUTTON = 2, 3
FPDF_FORMFIELD_COMBOBOX, FPDF_FORMFIELD_LISTBOX, FPDF_FORMFIELD_TEXTFIELD = 4, 5, 6
# A flag of FPDF_RenderPageBitmap: draw notes and form fields too.
FPDF_ANNOT = 1
