"""Rows of a sheet into records: every mistake of every row becomes a Problem with its cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from types import NoneType
from typing import Any, TypeVar

from pydantic import ValidationError

from cchc_docs.data.fields import AlreadyReported, Context, Unreadable, as_text
from cchc_docs.data.read.names import NEAR
from cchc_docs.data.read.source import BadCell, Column, Layout, Percent, Raw, Sheet
from cchc_docs.office.records.base import Record, read_row, row_of
from cchc_docs.problems import Problems, closest
from cchc_docs.text.normal import fold, key

R = TypeVar("R", bound=Record)
_READY = frozenset({NoneType, str, bool, int, Decimal, date})
"""Types of cells that a template can use as they are."""


@dataclass(slots=True)
class Names:
    """The record that each name means, over all sheets read so far (a ``fields.Lookup``)."""

    titles: Mapping[str, str]
    _exact: dict[str, dict[str, Record | None]] = field(default_factory=dict)
    _loose: dict[str, dict[str, list[Record]]] = field(default_factory=dict)
    _typed: dict[str, list[str]] = field(default_factory=dict)

    def add(self, sheet_key: str, name: str, record: Record | None) -> Record | None:
        """Let ``name`` mean ``record`` (None: a row reported as bad); gives what it meant before, if anything."""
        known = self._exact.setdefault(sheet_key, {})
        folded = fold(name)
        before = known.get(folded)
        if before is None:
            known[folded] = record
            self._typed.setdefault(sheet_key, []).append(name)
            if record is not None:
                self._loose.setdefault(sheet_key, {}).setdefault(key(name), []).append(record)
        return before

    def find(self, sheet_key: str, name: str) -> Record | None:
        """See ``fields.Lookup``: as typed first, then without accents where that is unambiguous."""
        exact = self._exact.get(sheet_key, {})
        if fold(name) in exact:
            if (record := exact[fold(name)]) is None:
                raise AlreadyReported(name)
            return record
        loose = {id(record): record for record in self._loose.get(sheet_key, {}).get(key(name), [])}
        return next(iter(loose.values())) if len(loose) == 1 else None

    def knows(self, sheet_key: str, name: str) -> bool:
        """Return True if any row, readable or not, is called ``name``."""
        return fold(name) in self._exact.get(sheet_key, {}) or key(name) in self._loose.get(sheet_key, {})

    def names(self, sheet_key: str) -> list[str]:
        """See ``fields.Lookup``."""
        return self._typed.get(sheet_key, [])

    def title(self, sheet_key: str) -> str:
        """See ``fields.Lookup``."""
        return self.titles[sheet_key]


def read_records(cls: type[R], sheet: Sheet, names: Names, year: int | None, problems: Problems) -> list[R]:
    """The records of ``sheet``; rows that cannot be read are left out and told in ``problems``.

    ``year`` completes deadlines. Names of every row, readable or not, are added to ``names``, so that one bad row is
    reported once and not again wherever it is referred to.
    """
    records: list[R] = []
    if sheet.is_blank:
        return records
    told = _missing_columns(cls, sheet, problems)
    _renamed_columns(cls, sheet, problems)
    context = Context(names, year)
    for row, cells in _rows(cls, sheet, problems):
        record = _read_row(cls, sheet, row, cells, told, context, problems)
        for name in _names_of(cls, record, cells):
            before = names.add(cls.sheet_key, name, record)
            if before is not None and before is not record and record is not None:
                problems.error(
                    "trung_ten",
                    sheet.place(row, cls.names[0]),
                    f"“{name}” đã dùng cho một dòng khác ở {sheet.place(row_of(before), cls.names[0])}.",
                    "Mỗi mã, mỗi tên chỉ dùng cho một dòng; sửa hoặc bỏ một trong hai.",
                )
        if record is not None:
            records.append(record)
    return records


def _missing_columns(cls: type[Record], sheet: Sheet, problems: Problems) -> set[str]:
    """The required columns that are not there: told once, not once a row."""
    present = {column.key for column in sheet.columns}
    missing = [field for field in cls.columns() if field.required and field.name not in present]
    what = "mục" if cls.layout is Layout.RECORD else "cột"
    for absent in missing:
        problems.error(
            "thieu_cot",
            sheet.place(0),
            f"Trang “{cls.sheet}” thiếu {what} bắt buộc “{absent.heading}”.",
            f"Thêm {what} “{absent.heading}”: {absent.note[:1].lower()}{absent.note[1:]}",
        )
    return {absent.name for absent in missing}


def _renamed_columns(cls: type[Record], sheet: Sheet, problems: Problems) -> None:
    """Ask of each column of the clerk's own whether it is a known one that the sheet lacks, under another heading.

    It may be where they share half of the words of the shorter heading. Slips of the keyboard were told by the reader.
    """
    headings = {field.name: field.heading for field in cls.columns()}
    present = {column.key for column in sheet.columns}
    missing = [heading for name, heading in headings.items() if name not in present]
    what = "mục" if cls.layout is Layout.RECORD else "cột"
    for column in sheet.columns:
        if column.key in headings or not _has_data(sheet, column) or closest(column.heading, missing, at_least=NEAR):
            continue
        if meant := _meant(column.heading, missing):
            problems.warning(
                "doi_tieu_de",
                column.place,
                f"Trang “{cls.sheet}” không có {what} “{meant}”; {what} “{column.heading}” có phải là nó không?",
                f"Nếu phải thì sửa lại tiêu đề thành “{meant}”; nếu là {what} riêng của cơ quan thì để nguyên.",
            )


def _has_data(sheet: Sheet, column: Column) -> bool:
    at = sheet.columns.index(column)
    return any(row[at] is not None for row in sheet.rows)


def _meant(typed: str, missing: Sequence[str]) -> str:
    """The first of the missing headings that shares the largest part of its words with ``typed``; ``""`` if none does.

    The part is that of the shorter heading, and at least a half. Accents count: *Ghi chú* has nothing of *Chủ trì*.
    """
    words = set(fold(typed).split())
    parts: dict[str, float] = {}
    for heading in missing:
        others = set(fold(heading).split())
        parts[heading] = len(words & others) / min(len(words), len(others))
    best = max(missing, key=parts.__getitem__, default="")
    return best if parts.get(best, 0) >= 0.5 else ""


def _filled_rows(cls: type[Record], sheet: Sheet, problems: Problems) -> Iterator[tuple[int, dict[str, Raw]]]:
    """Rows with the index of each, but for those of a list in which no declared column has a value.

    Clerks number rows in advance (*STT*); such a row is as good as blank.
    """
    declared = {field.name for field in cls.columns()}
    skipped: list[int] = []
    for row, cells in enumerate(sheet.records()):
        if cls.layout is Layout.LIST and not declared & cells.keys():
            skipped.append(row)
        else:
            yield row, cells
    if skipped:
        problems.notice(
            "dong_chi_co_cot_rieng",
            sheet.place(skipped[0]),
            f"Trang “{cls.sheet}” có {len(skipped)} dòng chỉ điền cột riêng của cơ quan, bắt đầu từ đây; đã bỏ qua.",
            "Điền các cột còn lại, hoặc để nguyên nếu là dòng chưa dùng đến.",
        )


def _rows(cls: type[Record], sheet: Sheet, problems: Problems) -> Iterator[tuple[int, dict[str, Raw]]]:
    """Rows with the index of each; a row that only adds text to the record above is joined to it.

    A row without its key that holds more than text is given as it is: for a sheet whose key is required it will be
    reported as lacking it; *Nhiệm vụ* takes it as a further product.
    """
    declared = {field.name for field in cls.columns()}
    text_fields = {field.name for field in cls.columns() if field.kind.has_markup}
    joins = any(field.name == cls.continued_by and field.required for field in cls.columns())
    pending: tuple[int, dict[str, Raw]] | None = None
    for row, cells in _filled_rows(cls, sheet, problems):
        if joins and pending and cls.continued_by not in cells and text_fields >= cells.keys() & declared:
            for name, cell in cells.items():
                if isinstance(cell, BadCell):
                    problems.error(cell.code, sheet.place(row, name), cell.what, cell.hint)
                elif name in text_fields:
                    above = pending[1].get(name)
                    pending[1][name] = f"{as_text(above)}\n{as_text(cell)}" if above is not None else cell
            continue
        if pending:
            yield pending
        pending = (row, cells)
    if pending:
        yield pending


def _read_row(
    cls: type[R], sheet: Sheet, row: int, cells: dict[str, Raw], told: set[str], context: Context, problems: Problems
) -> R | None:
    """One record, or None; ``told`` are fields whose absence is known already."""
    declared = {field.name for field in cls.columns()}
    bad = {name: cell for name, cell in cells.items() if isinstance(cell, BadCell)}
    for name, cell in bad.items():
        problems.error(cell.code, sheet.place(row, name), cell.what, cell.hint)
    values: dict[str, object] = {column.key: None for column in sheet.columns if column.key not in declared}
    values |= {name: cell if name in declared else own_value(cell) for name, cell in cells.items() if name not in bad}
    context.remarks.clear()
    record = None
    try:
        record = read_row(cls, values, row, context)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _report(cls, sheet, row, detail, told | bad.keys(), problems)
    for remark in context.remarks:
        add = problems.warning if remark.grave else problems.notice
        add(remark.code, sheet.place(row, remark.field), remark.what, remark.hint)
    return None if bad else record


def _report(
    cls: type[Record], sheet: Sheet, row: int, detail: Mapping[str, Any], told: set[str], problems: Problems
) -> None:
    name = str(detail["loc"][0])
    if detail["type"] == "missing":
        if name not in told:
            field = next(field for field in cls.columns() if field.name == name)
            what = f"Thiếu “{field.heading}”."
            problems.error("thieu_gia_tri", sheet.place(row, name), what, f"Điền vào: {field.note}")
        return
    cause = detail.get("ctx", {}).get("error")
    if isinstance(cause, Unreadable):
        problems.error(cause.code, sheet.place(row, name), cause.what, cause.hint)
    elif not isinstance(cause, AlreadyReported):
        raise TypeError(f"{cls.__name__}.{name}: a field gave pydantic's {detail['type']!r}")


def own_value(raw: Raw) -> object:
    """A cell of a column or a sheet that the clerk added, as a template can use it: text, number, day, yes or no."""
    return as_text(raw) if isinstance(raw, Percent | datetime | time) else raw


def own_rows(sheet: Sheet, problems: Problems) -> Sequence[Mapping[str, object]]:
    """The rows of a sheet that the clerk added, every column a name in each; bad cells are told, and blank."""
    names = [column.key for column in sheet.columns]
    rows: list[dict[str, object]] = [dict(zip(names, cells, strict=True)) for cells in sheet.rows]
    for number, name in enumerate(names):
        if _READY.issuperset(type(cells[number]) for cells in sheet.rows):
            continue
        for row, cells in enumerate(sheet.rows):
            cell = cells[number]
            if isinstance(cell, BadCell):
                problems.error(cell.code, sheet.place(row, name), cell.what, cell.hint)
            rows[row][name] = None if isinstance(cell, BadCell) else own_value(cell)
    return rows


def _names_of(cls: type[Record], record: Record | None, cells: Mapping[str, Raw]) -> list[str]:
    """The names by which the row can be called, each once."""
    found: dict[str, None] = {}
    for name in cls.names:
        value = getattr(record, name) if record is not None else cells.get(name)
        if isinstance(value, BadCell):
            continue
        parts = value if isinstance(value, tuple) else (as_text(value).split(";") if value is not None else [])
        if isinstance(value, str):
            parts = [value]
        for part in parts:
            if text := " ".join(str(part).split()):
                found[text] = None
    by_fold = {fold(text): text for text in found}
    return list(by_fold.values())
