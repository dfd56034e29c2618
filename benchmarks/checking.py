"""Judging a finished document, against only reading it with python-docx."""

import io
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from benchmarks.measure import interleaved, line, ratios, scaled
from benchmarks.results import Line
from cchc_docs.problems import Place
from cchc_docs.word.check.report import judge

GOAL = 3.0
PARAGRAPHS = 460
"""Of forty pages, some eleven and a half a page."""
ROWS = 3_000
_SENTENCE = (
    "Thực hiện nhiệm vụ được giao, các phòng tiếp tục rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý, "
    "bảo đảm đúng tiến độ và chất lượng; kịp thời báo cáo khó khăn, vướng mắc để Sở xem xét, chỉ đạo theo quy định."
)


def run(folder: Path, *, quick: bool) -> Iterator[Line]:  # noqa: ARG001 - parts are called alike
    """Milliseconds for a document of forty pages and for one with a long table, and the ratio to python-docx."""
    share = 10 if quick else 1
    documents = {
        f"{40 // share} pages": report(PARAGRAPHS // share, rows=0),
        f"a table of {ROWS // share} rows": report(20, rows=ROWS // share),
    }
    for what, content in documents.items():
        tasks = {"check": partial(_judge, content), "python-docx": partial(_read, content)}
        seconds = interleaved(tasks, 3 if quick else 7)
        for name, values in seconds.items():
            yield line("check", f"{what}: {name}", scaled(values, 1000), "ms")
        share_of = ratios(seconds["check"], seconds["python-docx"])
        yield line("check", f"{what}: check / python-docx", share_of, "×", at_most=GOAL)


def _judge(content: bytes) -> object:
    return judge(content, Place("do.docx"))


def _read(content: bytes) -> list[object]:
    """The size and the text of every run in body and tables, once."""
    document = docx.Document(io.BytesIO(content))
    return [(one.font.size, one.text) for paragraph in _paragraphs(document) for one in paragraph.runs]


def _paragraphs(document: Document) -> Iterable[Paragraph]:
    """Each paragraph once; by the elements, since ``row.cells`` would give a merged cell several times."""
    yield from document.paragraphs
    for table in document.tables:
        yield from _of_table(table)


def _of_table(table: Table) -> Iterator[Paragraph]:
    return (Paragraph(element, table) for element in table._tbl.iter(qn("w:p")))  # noqa: SLF001 - its only way


def report(paragraphs: int, *, rows: int) -> bytes:
    """A report with so many paragraphs and a table of so many rows, typed as people do: some runs in each paragraph."""
    document = docx.Document()
    head = document.add_table(2, 2)
    for cell, text in zip(head._cells, _HEAD, strict=True):  # noqa: SLF001 - all cells at once
        cell.text = text
    document.add_paragraph("BÁO CÁO").alignment = 1
    document.add_paragraph("Kết quả công tác cải cách hành chính năm 2026").alignment = 1
    for number in range(paragraphs):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{number % 9 + 1}. ").bold = True
        paragraph.add_run(_SENTENCE)
        paragraph.add_run(" (có Phụ lục kèm theo).").italic = True
    table = document.add_table(rows, 5, style="Table Grid")
    for number, cell in enumerate(table._cells):  # noqa: SLF001
        cell.text = f"{_SENTENCE[:40]} {number}"
    document.add_paragraph("Trên đây là báo cáo của Sở./.")
    tail = document.add_table(1, 2)
    tail.cell(0, 0).text = "Nơi nhận:\n- Như trên;\n- Lưu: VT, VP."
    tail.cell(0, 1).text = "GIÁM ĐỐC\n\n\nTrần Văn Bình"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


_HEAD = (
    "UBND TỈNH HƯNG AN\nSỞ CÔNG THƯƠNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    "Số: 12/BC-SCT",
    "Hưng An, ngày 05 tháng 3 năm 2026",
)
