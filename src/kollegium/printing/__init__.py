"""Document tree → PDF, DOCX, HTML and JSON. Knows nothing of reviews and nothing of Django."""

from kollegium.printing.docx import to_docx
from kollegium.printing.errors import PrintingFailed, PrintingTimedOut
from kollegium.printing.html_file import to_html
from kollegium.printing.json_file import to_json
from kollegium.printing.pdf import to_pdf

__all__ = ["PrintingFailed", "PrintingTimedOut", "to_docx", "to_html", "to_json", "to_pdf"]
