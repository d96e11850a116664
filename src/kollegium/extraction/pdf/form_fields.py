"""The fields of a PDF form: what was typed, and which boxes are on."""

from __future__ import annotations

from ctypes import byref, c_ushort
from typing import Any

from kollegium.domain.reading.pages import Bounds, Mark, MarkKind
from kollegium.extraction.pdf import library as pdfium
from kollegium.extraction.pdf.characters import PageFrame
from kollegium.extraction.pdf.segments import Segment

_MAX_ANNOTATIONS = 2_000
_TEXT_SIZE = 10.0
_CHECKED_KINDS = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_WRITTEN_KINDS = (
    pdfium.FPDF_FORMFIELD_TEXTFIELD,
    pdfium.FPDF_FORMFIELD_COMBOBOX,
    pdfium.FPDF_FORMFIELD_LISTBOX,
)


class FormReader:
    """The interactive form of one document; reads nothing when the document has none."""

    def __init__(self, document: Any) -> None:
        self._environment: Any = None
        self._settings: Any = None
        if pdfium.FPDF_GetFormType(document) in (pdfium.FORMTYPE_ACRO_FORM, pdfium.FORMTYPE_XFA_FOREGROUND):
            # Kept on self: PDFium holds a pointer to it as long as the form lives.
            self._settings = pdfium.FormFillInfo(version=2)
            self._environment = pdfium.FPDFDOC_InitFormFillEnvironment(document, byref(self._settings))

    def close(self) -> None:
        """Let the form go; must happen before the document is closed."""
        if self._environment:
            pdfium.FPDFDOC_ExitFormFillEnvironment(self._environment)
            self._environment = None

    def fields(self, page: Any, page_number: int, frame: PageFrame) -> tuple[list[Segment], list[Mark]]:
        """Return what is written in a page's fields as text at its place, and its check boxes as marks."""
        segments: list[Segment] = []
        marks: list[Mark] = []
        if not self._environment:
            return segments, marks
        for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MAX_ANNOTATIONS)):
            annotation = pdfium.FPDFPage_GetAnnot(page, index)
            if not annotation:
                continue
            if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET:
                self._read_widget(annotation, page_number, frame, segments, marks)
            pdfium.FPDFPage_CloseAnnot(annotation)
        return segments, marks

    def _read_widget(
        self, annotation: Any, page_number: int, frame: PageFrame, segments: list[Segment], marks: list[Mark]
    ) -> None:
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._environment, annotation)
        bounds = _bounds(annotation, frame)
        if kind in _CHECKED_KINDS:
            is_on = self._is_on(annotation)
            marks.append(Mark(page_number, MarkKind.FIELD_ON if is_on else MarkKind.FIELD_OFF, bounds))
        elif kind in _WRITTEN_KINDS:
            segments.extend(_written(self._value(annotation), bounds))

    def _is_on(self, annotation: Any) -> bool:
        """Whether a check box or radio button is on, by the appearance it is shown with.

        PDFium's own answer is "off" for boxes whose field it finds incomplete.
        """
        buffer = (c_ushort * 64)()
        length = pdfium.FPDFAnnot_GetStringValue(annotation, b"AS", buffer, 128)
        state = bytes(buffer)[: max(0, length - 2)].decode("utf-16-le", errors="replace")
        if state:
            return state != "Off"
        return bool(pdfium.FPDFAnnot_IsChecked(self._environment, annotation))

    def _value(self, annotation: Any) -> str:
        length = pdfium.FPDFAnnot_GetFormFieldValue(self._environment, annotation, None, 0)
        if length <= 2:
            return ""
        buffer = (c_ushort * (length // 2))()
        pdfium.FPDFAnnot_GetFormFieldValue(self._environment, annotation, buffer, length)
        return bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\x00")


def _bounds(annotation: Any, frame: PageFrame) -> Bounds:
    rectangle = pdfium.Rectangle()
    pdfium.FPDFAnnot_GetRect(annotation, rectangle)
    left, upper, right, lower = rectangle
    return Bounds(
        round(left - frame.left, 1),
        round(frame.top - max(upper, lower), 1),
        round(right - frame.left, 1),
        round(frame.top - min(upper, lower), 1),
    )


def _written(value: str, bounds: Bounds) -> list[Segment]:
    """Return the lines of a field's value, spread from the top of its rectangle."""
    lines = [line.strip() for line in value.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    lines = [line for line in lines if line]
    if not lines:
        return []
    height = max(bounds.y1 - bounds.y0, 1.0)
    pitch = height / len(lines)
    size = min(_TEXT_SIZE, pitch / 1.2)
    return [
        Segment(
            text=line, x0=bounds.x0, x1=bounds.x1, baseline=bounds.y0 + pitch * place + 0.8 * pitch, size=size
        )
        for place, line in enumerate(lines)
    ]
