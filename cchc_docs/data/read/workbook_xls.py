"""Reads ``.xls``, the workbooks of Excel 97 to 2003, into a ``Source``.

xlrd tells what calamine does not of this format: error cells, number formats, and how far a sheet reaches before there
is room made for it. It reads record by record, and never runs a macro or a formula.
"""

import io
from collections.abc import Iterator
from typing import Any

import xlrd
from xlrd.biffh import XLRDError
from xlrd.sheet import Sheet

from cchc_docs.data.read import kinds
from cchc_docs.data.read.cells import day_number, error_cell, number, percent, shows_percent
from cchc_docs.data.read.grid import Merge, is_number
from cchc_docs.data.read.sheets import Gathering, guarded
from cchc_docs.data.read.source import Source, Vocabulary
from cchc_docs.problems import Place

_BLANK = {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK}


def read_xls(data: bytes, file: str, vocabulary: Vocabulary) -> Source:
    """The sheets of the workbook in ``data``, with the problems found.

    Raises ``ProblemsFound`` where nothing can be read: no workbook, damaged, protected by a password.
    """
    where = Place(file)
    kinds.require(data, kinds.FileKind.XLS, where)
    gathering = Gathering(file, vocabulary)
    book = _open(data, where)
    for index, name in enumerate(book.sheet_names()):
        if found := gathering.key_of(name):
            sheet = guarded(lambda index=index: book.sheet_by_index(index))  # type: ignore[misc] # mypy sees no default
            if sheet is None:
                gathering.damaged(name)
            if sheet is None or not gathering.fits(name, *(reach := _reach(sheet))):
                gathering.miss(found)
            else:
                gathering.add(found, name, _rows(book, sheet, *reach), _merges(sheet))
            book.unload_sheet(index)
    return gathering.source()


def _open(data: bytes, where: Place) -> xlrd.book.Book:
    said = io.StringIO()  # what xlrd would print of oddities in the file

    def load() -> xlrd.book.Book | str:
        try:
            return xlrd.open_workbook(
                file_contents=data, logfile=said, formatting_info=True, on_demand=True, ragged_rows=True
            )
        except XLRDError as error:
            return str(error)

    book = guarded(load)
    if book == "Workbook is encrypted":
        raise kinds.password(where)
    if book is None or isinstance(book, str):
        raise kinds.damaged(where)
    return book


def _reach(sheet: Sheet) -> tuple[int, int]:
    """Count the rows and columns up to the last cell with a value."""
    filled = [(row, max(_filled(sheet, row), default=-1)) for row in range(sheet.nrows)]
    return (
        max((row for row, last in filled if last >= 0), default=-1) + 1,
        max((last for _, last in filled), default=-1) + 1,
    )


def _filled(sheet: Sheet, row: int) -> Iterator[int]:
    return (column for column, kind in enumerate(sheet.row_types(row)) if kind not in _BLANK)


def _rows(book: xlrd.book.Book, sheet: Sheet, height: int, width: int) -> list[list[Any]]:
    """The cells, ``""`` for blank ones."""
    rows: list[list[Any]] = [[""] * width for _ in range(height)]
    formats = [book.format_map[xf.format_key].format_str for xf in book.xf_list]
    for row in range(height):
        kinds_of_cells, values = sheet.row_types(row), sheet.row_values(row)
        for column in _filled(sheet, row):
            number_format = formats[sheet.cell_xf_index(row, column)]
            rows[row][column] = _cell(kinds_of_cells[column], values[column], number_format, book.datemode)
    return rows


def _cell(kind: int, value: Any, number_format: str, datemode: int) -> Any:
    match kind:
        case xlrd.XL_CELL_ERROR:
            return error_cell(xlrd.error_text_from_code.get(value, ""))
        case xlrd.XL_CELL_BOOLEAN:
            return bool(value)
        case xlrd.XL_CELL_NUMBER if shows_percent(number_format) and is_number(cell := number(value)):
            return percent(cell)
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            return day_number(value, number_format, from_1904=bool(datemode))
        case _:
            return value


def _merges(sheet: Sheet) -> Iterator[Merge]:
    """The merged ranges, whose ends xlrd does not include."""
    return (Merge(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells)
