"""A copy of a document with each finding as a Word comment at its place."""

import io
from collections.abc import Iterator, Sequence

from cchc_docs.problems import Problem, ProblemsFound, Severity
from cchc_docs.word.check.document import Document, Paragraph
from cchc_docs.word.check.report import Report
from cchc_docs.word.ooxml.xml import Element, w

AUTHOR, INITIALS = "cchc", "CCHC"


def annotated(report: Report) -> bytes:
    """The file of ``report`` with its findings as comments; findings of headers and notes stand at the first text.

    Raises:
        ProblemsFound: the file holds something that python-docx cannot read.
    """
    document = report.paper.document
    notes = [
        (finding.paragraph, report.problem(one.rule, finding)) for one in report.judged for finding in one.findings
    ]
    try:
        return _with_comments(document, notes)
    except Exception as error:
        hint = "Mở tệp bằng Word, lưu lại dạng Word Document (.docx) rồi thử lại."
        raise ProblemsFound(
            [Problem("khong_ghi_chu_duoc", Severity.ERROR, document.where, "Không ghi chú được vào tệp này.", hint)]
        ) from error


def _with_comments(document: Document, notes: Sequence[tuple[Paragraph | None, Problem]]) -> bytes:
    import docx  # noqa: PLC0415 - only for this, and slow to load
    from docx.text.run import Run  # noqa: PLC0415

    word = docx.Document(io.BytesIO(document.package.packed))
    places = _places(document.root)
    # The same part read twice: the paragraphs stand in the same order.
    elements = list(word.element.body.iter(w("p")))
    known = {id(element): number for number, element in enumerate(document.root.iter(w("p")))}
    for paragraph, problem in notes:
        number = 0 if paragraph is None else known.get(id(paragraph.element), 0)
        number = places.get(number, -1)
        if number < 0:
            continue
        runs = [Run(run, word) for run in elements[number].iter(w("r"))]
        text = f"{problem.severity.label}: {problem.what} {problem.hint}".strip()
        word.add_comment([runs[0], runs[-1]], text=text, author=AUTHOR, initials=INITIALS)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _places(root: Element) -> dict[int, int]:
    """For each paragraph by its number, the nearest at or before it (else after it) with a run to hang a comment on."""
    has_run = [_own_run(paragraph) for paragraph in root.iter(w("p"))]
    first = next((number for number, there in enumerate(has_run) if there), -1)
    return dict(_nearest(has_run, first))


def _nearest(has_run: Sequence[bool], first: int) -> Iterator[tuple[int, int]]:
    last = first
    for number, there in enumerate(has_run):
        last = number if there else last
        yield number, last


def _own_run(paragraph: Element) -> bool:
    """Return True if a paragraph has a run of its own, in no text box of it."""
    return paragraph.find(w("r")) is not None
