"""Workbooks out: forms that an ordinary office fills in Excel, blank or filled.

A form knows nothing of records: it is headings, notes, kinds of value and rows. Same input, same bytes.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_docs.data.fields import CellForm, Kind, as_text
from cchc_docs.data.read.source import Layout, Raw
from cchc_docs.text.cell_names import cell_name

_LAST_ROW = 2000
"""Drop-downs and checks reach down to this row (from 0): more than an ordinary office fills."""
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed mark, so that the same input gives the same bytes
_BLUE, _RED, _GREY, _YELLOW = "#1F4E79", "#9C2B23", "#EEF2F7", "#FFF4C2"


class Access(StrEnum):
    """The writer of a column of an entry form; the values are words of the form's guide."""

    OPEN = "để điền"
    SHOWN = "để xem"
    """Shown only, and locked."""
    KEY = "mã của dòng"
    """Says what the row is about: locked where the form says it, open in the rows that are left free."""


@dataclass(frozen=True, slots=True)
class CellFormula:
    """A cell that Excel computes, locked in an entry form."""

    text: str


class Shut(Enum):
    """The content of a cell of an entry form that nobody is to write in, though the column is open."""

    SHUT = ""


SHUT = Shut.SHUT
Filled = Raw | CellFormula | Shut
"""A value that a cell of a form may begin with."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a list, or a line of a record: heading, what goes there, kind of value."""

    name: str
    heading: str
    note: str
    kind: Kind
    required: bool
    suggestions: Sequence[str] = ()
    """A drop-down for a kind that has none of its own; other values stay welcome."""
    access: Access = Access.OPEN
    width: int = 0
    """In characters; 0: as wide as its kind."""


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet. ``rows`` map a column's name to its cell; a form of layout *một bản ghi* has at most one row.

    ``about`` says in one sentence what the sheet is for. ``is_entry`` makes an entry form of a list: only its open
    cells can be written to, and required ones are coloured while they are blank. ``is_hidden``: for programs only.
    """

    key: str
    name: str
    layout: Layout
    about: str
    columns: Sequence[FormColumn]
    rows: Sequence[Mapping[str, Filled]] = ()
    is_entry: bool = False
    is_hidden: bool = False


def write(forms: Sequence[Form], title: str, guide: Sequence[str] = (), facts: Sequence[tuple[str, str]] = ()) -> bytes:
    """A workbook of ``forms``, with a ``guide``: after a first sheet *Hướng dẫn* that has its paragraphs.

    ``facts``, each a name and a value, stand there under the title.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_numbers": False}) as book:
        book.set_properties({"title": title, "created": _CREATED})
        looks = _Looks(book)
        if guide:
            shown = [form for form in forms if not form.is_hidden]
            _write_guide(book, looks, title, guide, facts, shown)
        sources = {form.key: _codes_of(form) for form in forms}
        for form in forms:
            sheet = book.add_worksheet(form.name)
            _set_page(sheet)
            if form.is_hidden:
                sheet.very_hidden()
            if form.is_entry:
                _write_entry(sheet, form, looks, sources)
            elif form.layout is Layout.RECORD:
                _write_record(sheet, form, looks, sources)
            else:
                _write_list(sheet, form, looks, sources)
    return stream.getvalue()


def _set_page(sheet: Worksheet) -> None:
    """A4 landscape, all columns on one page, headings on every page: some offices print the form and pass it round."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


class _Looks:
    """The cell formats of the workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        head = {
            "num_format": "@",  # a code such as 3-3 that is typed there stays what it is
            "bold": True,
            "font_color": "white",
            "text_wrap": True,
            "valign": "vcenter",
            "border": 1,
        }
        self.heading = book.add_format({**head, "bg_color": _BLUE})
        self.required = book.add_format({**head, "bg_color": _RED})
        self.title = book.add_format({"bold": True, "font_size": 16, "font_color": _BLUE})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        self.link = book.add_format({"font_color": "blue", "underline": 1, "valign": "top"})
        self.label = book.add_format({"bold": True, "bg_color": _GREY, "border": 1, "valign": "top"})
        self.required_label = book.add_format(
            {"bold": True, "bg_color": _GREY, "font_color": _RED, "border": 1, "valign": "top"}
        )
        self.head = book.add_format({"bold": True, "bg_color": _GREY, "valign": "top", "text_wrap": True})
        self.missing = book.add_format({"bg_color": _YELLOW})
        self._book = book
        self._cells: dict[tuple[str, str], Format] = {}
        self._entries: dict[tuple[str, bool], Format] = {}

    def cell(self, form: CellForm, align: str = "") -> Format:
        """The format of cells of one kind, made once; ``align`` is Excel's own choice unless told."""
        if (number_format := form.number_format, align) not in self._cells:
            look = {"num_format": number_format, "text_wrap": form.holds == "text", "valign": "top"}
            self._cells[number_format, align] = self._book.add_format(look | ({"align": align} if align else {}))
        return self._cells[number_format, align]

    def entry(self, form: CellForm, *, is_open: bool) -> Format:
        """The format of cells of an entry form: bordered and white to write in, grey where they are locked."""
        if (known := (form.number_format, is_open)) not in self._entries:
            look = {"num_format": form.number_format, "text_wrap": form.holds == "text", "valign": "top", "border": 1,
                    "border_color": "#B7C4D4", "locked": not is_open}  # fmt: skip
            self._entries[known] = self._book.add_format(look | ({} if is_open else {"bg_color": _GREY}))
        return self._entries[known]


def _write_guide(
    book: xlsxwriter.Workbook,
    looks: _Looks,
    title: str,
    guide: Sequence[str],
    facts: Sequence[tuple[str, str]],
    forms: Sequence[Form],
) -> None:
    sheet = book.add_worksheet("Hướng dẫn")
    if facts:  # an entry form is printed more often than a data file
        _set_page(sheet)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, title, looks.title)
    row = 2
    for name, value in facts:
        sheet.write_string(row, 0, name, looks.label)
        sheet.write_string(row, 1, value, looks.strong)
        row += 1
    row += bool(facts)
    for paragraph in guide:
        sheet.merge_range(row, 0, row, 1, "", looks.text)
        sheet.write_string(row, 0, paragraph, looks.text)
        sheet.set_row(row, 15 * (1 + len(paragraph) // 115))
        row += 1
    row += 1
    sheet.write_string(row, 0, "Trang", looks.heading)
    sheet.write_string(row, 1, "Ghi gì ở đó", looks.heading)
    for form in forms:
        row += 1
        sheet.write_url(row, 0, f"internal:'{form.name}'!A1", looks.link, string=form.name)
        sheet.write_string(row, 1, form.about, looks.text)


def _write_list(sheet: Worksheet, form: Form, looks: _Looks, sources: Mapping[str, str]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 30)
    last = max(_LAST_ROW, len(form.rows) + 200)
    for number, column in enumerate(form.columns):
        cell = looks.cell(column.kind.cell)
        sheet.set_column(number, number, column.kind.cell.width, cell)
        sheet.write_string(0, number, column.heading, looks.required if column.required else looks.heading)
        _comment(sheet, 0, number, column)
        if rule := _validation(column, sources):
            sheet.data_validation(1, number, last, number, rule)
        for row, values in enumerate(form.rows, start=1):
            _write_cell(sheet, row, number, values.get(column.name), column, cell)


def _write_entry(sheet: Worksheet, form: Form, looks: _Looks, sources: Mapping[str, str]) -> None:
    """A list of which only the open cells can be written to; no password, so that whoever must can unlock it."""
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 30)
    for row, values in enumerate(form.rows, start=1):
        sheet.set_row(row, 15 * _lines(form, values))
    for number, column in enumerate(form.columns):
        _write_entry_column(sheet, form, number, column, looks, _validation(column, sources))
    allowed = ("format_cells", "format_columns", "format_rows", "select_locked_cells", "select_unlocked_cells")
    sheet.protect("", dict.fromkeys(allowed, True))


def _write_entry_column(
    sheet: Worksheet, form: Form, number: int, column: FormColumn, looks: _Looks, rule_of_column: dict[str, Any] | None
) -> None:
    """One column: its heading, its cells, what may be typed into the open ones, and which still wait for something."""
    keys = [one.name for one in form.columns if one.access is Access.KEY]
    kind = column.kind.cell
    looks_of = {is_open: looks.entry(kind, is_open=is_open) for is_open in (True, False)}
    sheet.set_column(number, number, column.width or kind.width)
    to_fill = column.access is Access.OPEN and column.required
    sheet.write_string(0, number, column.heading, looks.required if to_fill else looks.heading)
    _comment(sheet, 0, number, column)
    for row, values in enumerate(form.rows, start=1):
        value = values.get(column.name)
        heads = any(values.get(one) is SHUT for one in keys)  # the rows below, and asks nothing itself
        look = looks.head if heads else looks_of[_is_open(column, value)]
        _write_entry_cell(sheet, row, number, value, column, look)
    opened = [row for row, values in enumerate(form.rows, start=1) if _is_open(column, values.get(column.name))]
    for first, last in _runs(opened):
        if rule := rule_of_column or _figure_rule(column, number, first):
            sheet.data_validation(first, number, last, number, rule)
    missing = [row for row in opened if to_fill and all(form.rows[row - 1].get(one) is not None for one in keys)]
    for first, last in _runs(missing):
        sheet.conditional_format(first, number, last, number, {"type": "blanks", "format": looks.missing})


def _lines(form: Form, values: Mapping[str, Filled]) -> int:
    """About how many lines the longest text of a row takes; not every program finds it out by itself."""
    texts = [(column, text) for column in form.columns if isinstance(text := values.get(column.name), str)]
    counts = [
        sum(1 + len(line) // (column.width or column.kind.cell.width) for line in text.split("\n"))
        for column, text in texts
    ]
    return min(max(counts, default=1), 12)


def _is_open(column: FormColumn, value: Filled) -> bool:
    """Return True if the cell of an entry form that begins with ``value`` can be written to."""
    if isinstance(value, CellFormula | Shut) or column.access is Access.SHOWN:
        return False
    return column.access is Access.OPEN or value is None


def _write_entry_cell(sheet: Worksheet, row: int, number: int, value: Filled, column: FormColumn, look: Format) -> None:
    match value:
        case None | Shut():
            sheet.write_blank(row, number, None, look)
        case CellFormula(text):
            sheet.write_formula(row, number, text, look, "")
        case _:
            _write_cell(sheet, row, number, value, column, look)


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last of each run of neighbouring rows."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    return runs


def _figure_rule(column: FormColumn, number: int, first: int) -> dict[str, Any] | None:
    """The check of figures from row ``first`` on: a number from 0, or the sign that there is none."""
    if column.kind.cell.holds != "figure":
        return None
    cell = cell_name(first + 1, number + 1)
    return {
        "validate": "custom",
        "value": f'=OR(AND(ISNUMBER({cell}),{cell}>=0),{cell}="-")',
        "error_title": column.heading[:32],
        "error_message": "Nhập số, hoặc dấu - nếu không có số liệu.",
    }


def _write_record(sheet: Worksheet, form: Form, looks: _Looks, sources: Mapping[str, str]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, "Mục", looks.heading)
    sheet.write_string(0, 1, "Nội dung", looks.heading)
    values = form.rows[0] if form.rows else {}
    for row, column in enumerate(form.columns, start=1):
        cell = looks.cell(column.kind.cell, align="left")
        sheet.write_string(row, 0, column.heading, looks.required_label if column.required else looks.label)
        _comment(sheet, row, 0, column)
        if rule := _validation(column, sources):
            sheet.data_validation(row, 1, row, 1, rule)
        sheet.write_blank(row, 1, None, cell)
        _write_cell(sheet, row, 1, values.get(column.name), column, cell)


def _write_cell(sheet: Worksheet, row: int, number: int, raw: Filled, column: FormColumn, look: Format) -> None:
    """One value, as the kind of cell that Excel should see: number, date or text."""
    match raw:
        case None | CellFormula() | Shut():
            return
        case datetime():
            sheet.write_string(row, number, as_text(raw), look)
        case date():
            sheet.write_datetime(row, number, datetime(raw.year, raw.month, raw.day), look)  # noqa: DTZ001 - a day
        case bool():
            sheet.write_string(row, number, as_text(raw), look)
        case int() | Decimal() if column.kind.cell.holds_numbers:
            sheet.write_number(row, number, float(raw), look)
        case _:
            sheet.write_string(row, number, as_text(raw), look)


def _comment(sheet: Worksheet, row: int, number: int, column: FormColumn) -> None:
    text = column.note + ("\nBắt buộc." if column.required else "")
    if column.kind.example:
        text += f"\nVí dụ: {column.kind.example}"
    sheet.write_comment(row, number, text, {"x_scale": 2, "y_scale": 1.2, "font_size": 9, "author": "cchc"})


def _validation(column: FormColumn, sources: Mapping[str, str]) -> dict[str, Any] | None:
    """The drop-down or check of a column. Several values in one cell get a list to pick the first from, no refusal."""
    kind = column.kind
    choices = [choice for choice in kind.choices if choice] or list(column.suggestions)
    source: object = choices or sources.get(kind.refers_to)
    if source:
        free = kind.many or kind.only_suggests or bool(kind.refers_to or column.suggestions)
        return {
            "validate": "list",
            "source": source,
            "show_error": not free,
            "error_title": column.heading[:32],
            "error_message": f"Chọn một trong danh sách của cột {column.heading}.",
        }
    check: dict[str, Any] = {"error_title": column.heading[:32], "error_type": "stop"}
    match kind.cell.holds:
        case "integer":
            message = f"Nhập số nguyên, ví dụ {kind.example}."
            rule = {"validate": "integer", "criteria": ">=", "value": 0, "error_message": message}
        case "decimal":
            rule = {
                "validate": "decimal",
                "criteria": "between",
                "minimum": -1e15,
                "maximum": 1e15,
                "error_message": f"Nhập số, ví dụ {kind.example}.",
            }
        case "date":
            rule = {
                "validate": "date",
                "criteria": "between",
                "minimum": date(1900, 1, 1),
                "maximum": date(2200, 12, 31),
                "error_message": "Nhập ngày/tháng/năm, ví dụ 15/01/2026.",
            }
        case _:
            return None
    return check | rule


def _codes_of(form: Form) -> str:
    """The range of the codes of a list, for drop-downs in other sheets: its first column."""
    return f"='{form.name}'!$A$2:$A${_LAST_ROW + 1}"
