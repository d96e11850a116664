"""The empty Word document that printed reports are written into: page, styles, header and footer."""

from functools import cache
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from kollegium.printing.typst_data import PAGE_LABELS
from kollegium.printing.wordml import LANGUAGE_TAGS, MUTED, Look, run

FONT = "Calibri"
INK = RGBColor.from_string("1B2430")
ACCENT = RGBColor.from_string("1F5A53")
TEXT_WIDTH = Mm(168)
HANG = Mm(11)
RUNNING = Look(colour=MUTED, half_points=17)

# Style name: (points, bold, colour, space before, space after)
_HEADINGS = {
    "Heading 1": (24, True, INK, 0, 10),
    "Heading 2": (14, True, ACCENT, 26, 8),
    "Heading 3": (15, True, INK, 20, 6),
    "Heading 4": (10.5, True, ACCENT, 12, 4),
}


def empty_document(language: str) -> Any:
    """Give a new document with our page and styles in ``language``."""
    return docx.Document(BytesIO(_styled(language)))


@cache
def _styled(language: str) -> bytes:
    """Make the empty document once per language: styling costs more than filling it."""
    document = docx.Document()
    body = document.element.body
    for element in list(body)[:-1]:
        body.remove(element)
    _drop_picture_of_the_template(document.part.package)
    _set_page(document.sections[0])
    _set_text_style(document.styles["Normal"], language)
    for name, (points, bold, colour, before, after) in _HEADINGS.items():
        _set_heading(document.styles[name], points, bold, colour, before, after)
    _rule_under(document.styles["Heading 2"])
    bullet = document.styles["List Bullet"].paragraph_format
    bullet.space_after = Pt(4)
    stored = BytesIO()
    document.save(stored)
    return stored.getvalue()


def _drop_picture_of_the_template(package: Any) -> None:
    for key, relationship in list(package.rels.items()):
        if relationship.reltype.endswith("/thumbnail"):
            del package.rels[key]


def _set_page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(22), Mm(20)
    section.top_margin, section.bottom_margin = Mm(26), Mm(24)
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = True


def _set_text_style(style: Any, language: str) -> None:
    _set_font(style, 10.5, False, INK)
    style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.line_spacing = 1.15
    style.paragraph_format.widow_control = True
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{LANGUAGE_TAGS[language]}"/>'))
    # The default of the whole file decides what a spelling checker uses where no style says otherwise.
    for default in style.element.getparent().iter(qn("w:lang")):
        default.set(qn("w:val"), LANGUAGE_TAGS[language])


def _set_heading(
    style: Any, points: float, bold: bool, colour: RGBColor, before: float, after: float
) -> None:
    _set_font(style, points, bold, colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.keep_with_next = True


def _set_font(style: Any, points: float, bold: bool, colour: RGBColor) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(points), bold, False
    style.font.color.rgb = colour
    fonts = style.element.rPr.rFonts
    # A theme's font would win over the one named here.
    for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{attribute}"), None)
    for attribute in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{attribute}"), FONT)


def _rule_under(style: Any) -> None:
    line = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="3" w:color="1F5A53"/></w:pBdr>'
    properties = style.element.get_or_add_pPr()
    # The schema wants borders after "keep with next" and before spacing.
    properties.insert_element_before(
        parse_xml(line), "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind"
    )


def set_running_lines(document: Any, *, header: str, footer: str, language: str) -> None:
    """Write the running header (not on the first page) and the footer with page numbers."""
    section = document.sections[0]
    _replace(section.header.paragraphs[0], run(header, RUNNING))
    before, between, after = _page_label(language)
    line = (
        run(footer, RUNNING)
        + "<w:r><w:tab/></w:r>"
        + run(before, RUNNING)
        + _field("PAGE")
        + run(between, RUNNING)
        + _field("NUMPAGES")
        + run(after, RUNNING)
    )
    for part in (section.footer, section.first_page_footer):
        paragraph = part.paragraphs[0]
        _replace(paragraph, line)
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def _page_label(language: str) -> tuple[str, str, str]:
    before, rest = PAGE_LABELS[language].split("{page}")
    between, after = rest.split("{pages}")
    return before, between, after


def _field(name: str) -> str:
    look = f'<w:rPr><w:color w:val="{MUTED}"/><w:sz w:val="17"/></w:rPr>'
    return f'<w:fldSimple w:instr="{name}"><w:r>{look}<w:t>1</w:t></w:r></w:fldSimple>'


def _replace(paragraph: Any, content: str) -> None:
    """Fill a header or footer paragraph, without the template's own tab stops."""
    paragraph.style = "Normal"
    for element in parse_xml(f"<w:p {nsdecls('w')}>{content}</w:p>"):
        paragraph._p.append(element)
