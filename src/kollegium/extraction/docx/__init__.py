"""DOCX bytes → lines in reading order: paragraphs, lists, tables, text boxes, check boxes."""

from kollegium.extraction.docx.document import docx_lines

__all__ = ["docx_lines"]
