"""The pages of a document as LibreOffice sets them, for what a Word file cannot show: where a page ends."""

import io
from pathlib import Path

from cchc_docs.problems import Place, Problem, ProblemsFound, Severity
from cchc_docs.word.pdf import convert

_MISSING = Problem(
    "thieu_pdfplumber",
    Severity.ERROR,
    Place(),
    "Máy chưa cài phần đọc trang PDF nên không soát được chỗ ngắt trang.",
    "Cài thêm: pip install cchc-docs[trang].",
)


def page_texts(path: Path) -> list[str]:
    """The text of each page, lines apart.

    Raises:
        ProblemsFound: LibreOffice or pdfplumber is missing, or the file cannot be converted.
    """
    try:
        import pdfplumber  # noqa: PLC0415 - the extra "trang"
    except ImportError:
        raise ProblemsFound([_MISSING]) from None
    ((_, made),) = convert([path], 1, lambda *_: None)
    if isinstance(made, Problem):
        raise ProblemsFound([made])
    with pdfplumber.open(io.BytesIO(made)) as pdf:
        return [page.extract_text() or "" for page in pdf.pages]
