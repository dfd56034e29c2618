"""Answers that earlier runs took in, kept in the data file itself: of which forms, and the values there before.

So a later run begins from what the office itself wrote, and its result is that of one run with all forms. What a person
has changed since stays.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from cchc_docs.data.fields import Unreadable, as_text
from cchc_docs.data.read.source import Layout, Raw, Sheet, SheetShape, Source, Vocabulary
from cchc_docs.entry.parts import Target
from cchc_docs.entry.returned import Answer, Value, as_value, understood
from cchc_docs.entry.target_book import Book
from cchc_docs.office.records import Data
from cchc_docs.problems import Place
from cchc_docs.text.cell_names import row_and_column

SHEET = "_cchc phiếu"
_KEY = "cchc_phieu"
HEADINGS = (
    "Phiếu", "Đơn vị", "Kỳ", "Lần", "Tệp", "Trang", "Ô", "Trang đích", "Dòng đích", "Thứ", "Cột đích", "Giá trị",
    "Trước đó", "Đã ghi", "Dòng mới", "Phiếu đã ghi",
)  # fmt: skip
VOCABULARY: Vocabulary = {_KEY: SheetShape(SHEET, Layout.LIST, HEADINGS)}
"""The vocabulary with which reading finds it."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One answer that an earlier run saw: whether it was written, and what stood there before."""

    answer: Answer
    is_written: bool = False
    before: Value | None = None
    is_new_row: bool = False


def entries(source: Source) -> Iterator[LedgerEntry]:
    """The answers that earlier runs saw, from a file read with ``VOCABULARY``; lines that cannot be used left out."""
    sheet = source.sheets.get(_KEY)
    for cells in sheet.records() if sheet else ():
        with suppress(KeyError, ValueError):  # the sheet is hidden, not locked
            yield _entry(cells)


def _entry(cells: Mapping[str, Raw]) -> LedgerEntry:
    """Raises ``KeyError`` or ``ValueError`` for a line that is not as ``lines`` writes it."""
    text = {name: as_text(cell) for name, cell in cells.items()}
    row = _row(text["dong_dich"])
    target = Target(text["trang_dich"], row, text["cot_dich"], int(text.get("thu", "0")))
    place = Place(text.get("tep", ""), text.get("trang", ""), *row_and_column(text.get("o", "")))
    value, was = as_value(cells["gia_tri"]), as_value(cells.get("phieu_da_ghi"))
    if value is None or isinstance(value, bool):
        raise ValueError(value)
    answer = Answer(target, value, place, text["phieu"], text["don_vi"], text["ky"], int(text["lan"]), was)
    return LedgerEntry(answer, "da_ghi" in cells, as_value(cells.get("truoc_do")), "dong_moi" in cells)


def _row(text: str) -> tuple[tuple[str, str], ...]:
    """The columns that tell a row from others, each with its value."""
    row = json.loads(text)
    if not isinstance(row, list) or not all(isinstance(one, list) and len(one) == 2 for one in row):
        raise ValueError(text)
    return tuple((str(name), str(value)) for name, value in row)


def lines(kept: Iterable[LedgerEntry]) -> Iterator[dict[str, Value | None]]:
    """The rows of the sheet, for ``entries`` to read again."""
    for one in kept:
        answer, place, target = one.answer, one.answer.place, one.answer.target
        row = json.dumps(target.row, ensure_ascii=False)
        values: tuple[Value | None, ...] = (
            answer.phieu, answer.don_vi, answer.ky, answer.lan, place.file, place.sheet, place.cell, target.sheet, row,
            target.nth, target.column, answer.value, one.before, "x" if one.is_written else None,
            "x" if one.is_new_row else None, answer.was,
        )  # fmt: skip
        yield dict(zip(HEADINGS, values, strict=True))


def undone(data: Data, kept: Sequence[LedgerEntry]) -> tuple[Source, list[tuple[Place, Value | None]]]:
    """The data file as it was before earlier runs wrote into it, and the cells to set so, each with its value.

    A cell that somebody has changed since is left as it is.
    """
    book = Book(data, data.source)
    rows: dict[str, list[list[Raw]]] = {}
    cells: list[tuple[Place, Value | None]] = []
    new: dict[tuple[str, int], set[str]] = {}

    def put(sheet: Sheet, row: int, column: int, value: Value | None) -> None:
        rows.setdefault(sheet.key, [list(one) for one in sheet.rows])[row][column] = value
        cells.append((sheet.locate(row, column), value))

    for entry in kept:
        target = entry.answer.target
        row = book.row(target) if entry.is_written else None
        if row is None:
            continue
        sheet = data.source.sheets[target.sheet]
        column = next((number for number, one in enumerate(sheet.columns) if one.key == target.column), None)
        if column is not None and _says(target, sheet.rows[row][column], entry.answer.value, data):
            put(sheet, row, column, entry.before)
        if entry.is_new_row:
            new.setdefault((target.sheet, row), set()).update(name for name, _ in target.row)
    for (key, row), names in new.items():
        sheet = data.source.sheets[key]
        left = rows.get(key, sheet.rows)[row]
        if all(cell is None for one, cell in zip(sheet.columns, left, strict=True) if one.key not in names):
            for number, cell in enumerate(left):
                if cell is not None:
                    put(sheet, row, number, None)
    sheets = {key: replace(one, rows=rows[key]) if key in rows else one for key, one in data.source.sheets.items()}
    return replace(data.source, sheets=sheets), cells


def _says(target: Target, cell: Raw, value: Value, data: Data) -> bool:
    try:
        return cell is not None and understood(target, cell, data) == understood(target, value, data)
    except Unreadable:
        return False
