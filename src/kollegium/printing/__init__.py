"""Document tree → PDF and DOCX. Knows nothing of reviews and nothing of Django."""

from kollegium.printing.docx import to_docx
from kollegium.printing.errors import PrintingFailed, PrintingTimedOut
from kollegium.printing.pdf import to_pdf

__all__ = ["PrintingFailed", "PrintingTimedOut", "to_docx", "to_pdf"]
