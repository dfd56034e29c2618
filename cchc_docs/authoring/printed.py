"""Tables as a Word file to be printed, made by a template of our own: it is put together, compiled and run."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_docs.files import shipped
from cchc_docs.word.template import Template
from cchc_docs.word.template.assemble import ParagraphSpec, Piece, RowSpec, SectionEnd, TableSpec, assemble, tags
from cchc_docs.word.template.frame import FRAME


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """A column: its heading, and its width on a lying page (mm; all columns together 252)."""

    heading: str
    width: float


def printed(title: str, tables: Sequence[tuple[str, Sequence[PrintedColumn], Sequence[Sequence[str]]]]) -> bytes:
    """A ``.docx`` of lying pages: the title, then each table (title, columns, rows) under its own."""
    pieces: list[Piece] = [ParagraphSpec("Tên phụ lục", "{{ tieu_de }}")]
    for number, (_, columns, _) in enumerate(tables):
        pieces += _table(number, columns)
    pieces.append(SectionEnd(is_landscape=True))
    frame = (shipped("templates") / FRAME).read_bytes()
    template = Template(assemble(frame, pieces, {"title": "{{ tieu_de }}"}))
    bang = [
        {"ten": name, "cot": [column.heading for column in columns], "dong": rows} for name, columns, rows in tables
    ]
    return template.render({"tieu_de": title, "bang": bang})


def _table(number: int, columns: Sequence[PrintedColumn]) -> list[Piece]:
    here = f"bang[{number}]"
    head = RowSpec(
        [[ParagraphSpec("Đầu bảng", f"{{{{ {here}.cot[{place}] }}}}")] for place in range(len(columns))], is_head=True
    )
    cells = [[ParagraphSpec("Ô bảng", f"{{{{ dong[{place}] }}}}")] for place in range(len(columns))]
    rows = [
        head,
        RowSpec([[tags(f"{{%tr for dong in {here}.dong %}}")]]),
        RowSpec(cells),
        RowSpec([[tags("{%tr endfor %}")]]),
    ]
    return [ParagraphSpec("Mục", f"{{{{ {here}.ten }}}}"), TableSpec([column.width for column in columns], rows)]
