"""A copy of a workbook that shows its problems where they are: cells coloured and commented, and a first sheet *Lỗi*.

The workbook is carried over as ``carry`` does. What an earlier run added is taken out first, so an annotated copy can
be mended, judged and annotated again.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.data.read import safety
from cchc_docs.data.read.names import ANNOTATIONS
from cchc_docs.data.read.sheets import guarded
from cchc_docs.data.write.carry import lost, opened, saved
from cchc_docs.files import write_beside
from cchc_docs.problems import Place, Problem, Problems, ProblemsFound, Severity
from cchc_docs.result import Result, cannot_write
from cchc_docs.text.cell_names import cell_name
from cchc_docs.text.normal import clean, key, on_a_line

TITLE = "Các chỗ cần xem lại trong tệp này"
"""The first line of the sheet that lists the problems: by it a later run knows that the sheet is its own."""
_SHEET, _SHEET_BESIDE = "Lỗi", "Lỗi (cchc)"
"""The name of that sheet, and its name in a workbook whose people have a sheet *Lỗi* of their own."""
_GUIDE = (
    "Bấm vào ô ở cột Ở đâu để tới chỗ cần sửa. Lỗi thì phải sửa; cảnh báo thì nên xem lại; lưu ý thì biết để đấy.",
    "Sửa xong, lưu lại rồi soát lại; chương trình không đọc trang này nên để nguyên hay xóa đi đều được.",
)
_HEADINGS = {"STT": 6, "Mức độ": 11, "Ở đâu": 30, "Nội dung": 60, "Cách sửa": 55}
_MARK = "— cchc kiem-tra —"
"""Begins what this module adds to a comment."""
_RULE = 'N("cchc kiem-tra")=0'
"""The condition, always true, of the colours that this module gives: the cell's own format stays."""
_COLOURS = {Severity.ERROR: "FFC7CE", Severity.WARNING: "FFEB9C", Severity.NOTE: "DDEBF7"}
_BLUE = "1F4E79"


def save_copy(path: Path, problems: Iterable[Problem], target: Path) -> Result:
    """Write an annotated copy of the workbook ``path`` as ``target``, or beside it where something else is there.

    The problems are those of the copy: what it lacks, or why there is none. ``path`` is only read.
    """
    said = Problems()
    where = Place(on_a_line(path.name))
    for file, what in ((path, "Chỉ ghi chú được vào tệp .xlsx."), (target, "Bản ghi chú phải là một tệp .xlsx.")):
        if file.suffix.lower() != ".xlsx":
            hint = "Mở tệp bằng Excel, lưu thành Excel Workbook (*.xlsx)." if file is path else "Đặt tên có đuôi .xlsx."
            said.error("khong_ghi_chu_duoc", Place(on_a_line(file.name)), what, hint)
            return Result(problems=tuple(said))
    try:
        data = safety.load(path, where)
        said.extend(losses(data, where))
        if made := guarded(lambda: annotate(data, problems, where.file)):
            return Result((write_beside(target, made),), tuple(said))
        what = "Tệp có phần mà chương trình không chép lại được, nên không làm được bản ghi chú."
        said.error("khong_ghi_chu_duoc", where, what, "Mở tệp bằng Excel, lưu lại rồi thử lại.")
    except ProblemsFound as found:
        said.extend(found.problems)
    except OSError as error:
        said.add(cannot_write(target, error))
    return Result(problems=tuple(said))


def losses(data: bytes, where: Place) -> tuple[Problem, ...]:
    """Tell as a *lưu ý* which parts of the workbook in ``data`` a copy will lack.

    Raises ``ProblemsFound`` for a workbook that is damaged or unsafe.
    """
    found = lost(data, where)
    if not found:
        return ()
    what = f"Bản ghi chú không giữ được: {', '.join(found)}."
    hint = "Tệp gốc vẫn nguyên vẹn: nếu cần những thứ ấy thì sửa thẳng ở tệp gốc, theo trang “Lỗi” của bản ghi chú."
    return (Problem("khong_giu_duoc", Severity.NOTE, where, what, hint),)


def annotate(data: bytes, problems: Iterable[Problem], file: str) -> bytes:
    """The workbook in ``data`` with the ``problems`` shown in it; a problem without a cell stands in *Lỗi* only.

    ``file`` is what they call the workbook; those of other files, such as templates, stand in *Lỗi* too. Same
    input, same bytes. Raises what openpyxl raises for a workbook that it does not take.
    """
    book = opened(data)
    for sheet in [one for one in book.worksheets if key(one.title) in ANNOTATIONS and one["A1"].value == TITLE]:
        book.remove(sheet)
    sheets = {clean(sheet.title): sheet for sheet in book.worksheets}
    for sheet in book.worksheets:
        _take_out(sheet)
    found = list(problems)
    by_cell: dict[tuple[str, int, int], list[Problem]] = {}
    for problem in found:
        where = problem.where
        if where.file == file and where.sheet in sheets and where.row:
            anchor = _anchor(sheets[where.sheet], where.row, where.column)
            by_cell.setdefault((where.sheet, *anchor), []).append(problem)
    for (name, row, column), here in by_cell.items():
        _comment(sheets[name].cell(row, column), here)
    for name, sheet in sheets.items():
        _colour(sheet, {cell_name(*cell): here for (other, *cell), here in by_cell.items() if other == name})
    _list(book, found, sheets, file)
    return saved(book, data)


def _take_out(sheet: Worksheet) -> None:
    """Take out what an earlier run added."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment is not None:
                theirs = cell.comment.text.partition(_MARK)[0].rstrip()
                cell.comment = _sized(theirs, cell.comment.author) if theirs else None
    kept = ConditionalFormattingList()
    for ranges in sheet.conditional_formatting:
        for rule in ranges.rules:
            if rule.formula != [_RULE]:
                kept.add(str(ranges.sqref), rule)
    sheet.conditional_formatting = kept


def _anchor(sheet: Worksheet, row: int, column: int) -> tuple[int, int]:
    """The cell that holds what stands in a cell: of a merged range the first one."""
    for area in sheet.merged_cells.ranges:
        if area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col:
            return area.min_row, area.min_col
    return row, column


def _comment(cell: Cell | MergedCell, problems: Sequence[Problem]) -> None:
    theirs = cell.comment
    lines = [_MARK, *(f"{one.severity.label}: {one.what} {one.hint}".rstrip() for one in problems)]
    before = [theirs.text, ""] if theirs is not None else []
    cell.comment = _sized("\n".join([*before, *lines]), theirs.author if theirs is not None else "cchc")


def _sized(text: str, author: str) -> Comment:
    """A comment as large as its text needs."""
    lines = sum(1 + len(line) // 45 for line in text.split("\n"))
    return Comment(text, author, width=320, height=18 * lines + 12)


def _colour(sheet: Worksheet, problems: Mapping[str, Sequence[Problem]]) -> None:
    for severity, colour in _COLOURS.items():
        cells = [cell for cell, here in problems.items() if min(map(_gravity, here)) == _gravity(severity)]
        if cells:
            fill = PatternFill(fill_type="solid", start_color=colour, end_color=colour)
            sheet.conditional_formatting.add(" ".join(cells), _always(fill))


def _always(fill: PatternFill) -> Rule:
    return Rule(type="expression", formula=[_RULE], dxf=DifferentialStyle(fill=fill))


def _gravity(of: Problem | Severity) -> int:
    """0 for the gravest."""
    return list(Severity).index(of.severity if isinstance(of, Problem) else of)


def _list(book: Workbook, problems: Sequence[Problem], sheets: Mapping[str, Worksheet], file: str) -> None:
    """The first sheet: all problems, each linked to its place."""
    taken = any(key(one) == key(_SHEET) for one in book.sheetnames)
    sheet = book.create_sheet(_SHEET_BESIDE if taken else _SHEET, 0)
    sheet["A1"].value, sheet["A1"].font = TITLE, Font(bold=True, size=16, color=_BLUE)
    for row, text in enumerate(_GUIDE, 2):
        sheet.cell(row, 1).value = text
    head = len(_GUIDE) + 3
    for column, (heading, width) in enumerate(_HEADINGS.items(), 1):
        cell = sheet.cell(head, column)
        cell.value = heading
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", start_color=_BLUE)
        sheet.column_dimensions[cell.column_letter].width = width
    for number, problem in enumerate(problems, 1):
        row = head + number
        where = problem.where
        values = (number, problem.severity.label, str(where).removeprefix(f"{file}, "), problem.what, problem.hint)
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column)
            cell.value, cell.alignment = value, Alignment(wrap_text=True, vertical="top")
            if isinstance(value, str):
                cell.data_type = "s"  # also where it begins with =
        sheet.cell(row, 2).fill = PatternFill("solid", start_color=_COLOURS[problem.severity])
        if where.file == file and where.sheet in sheets:
            _link(sheet, row, sheets[where.sheet].title, where.cell or "A1")
    if not problems:
        sheet.cell(head + 1, 1).value = "Không có vấn đề gì."
    sheet.freeze_panes = sheet.cell(head + 1, 1)
    sheet.auto_filter.ref = f"A{head}:E{head + max(len(problems), 1)}"
    sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToHeight = 9, "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0


def _link(sheet: Worksheet, row: int, title: str, cell: str) -> None:
    at = sheet.cell(row, 3)
    quoted = title.replace("'", "''")
    at.hyperlink = Hyperlink(ref=at.coordinate, location=f"'{quoted}'!{cell}")
    at.font = Font(color="0563C1", underline="single")
