"""The data file as a place for answers: which cell each belongs to, and what stands there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_docs.data.fields import as_text
from cchc_docs.data.read.source import BadCell, Raw, Sheet, Source
from cchc_docs.data.write.fill import Filling
from cchc_docs.entry.parts import Target, identity, leaders
from cchc_docs.entry.returned import Value
from cchc_docs.facts import table
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.office.records.bao_cao import KetQua
from cchc_docs.office.records.ke_hoach import tasks
from cchc_docs.office.records.so_lieu import PREFIX
from cchc_docs.problems import Place
from cchc_docs.text.normal import fold

Identity = tuple[str, ...]


@dataclass(slots=True)
class Book:
    """The sheets of a data file, their rows found by what they are about."""

    data: Data
    source: Source
    _rows: dict[tuple[str, tuple[str, ...]], dict[Identity, list[int]]] = field(default_factory=dict)
    _sole: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._sole = {task.dau.ma: units[0] for task in tasks(self.data.nhiem_vu) if len(units := leaders(task)) == 1}

    def row(self, target: Target) -> int | None:
        """The index of the target's row in its sheet; ``None`` where there is none yet."""
        found = self._index(target).get(self.identity(target), [])
        return found[target.nth] if target.nth < len(found) else None

    def value(self, target: Target) -> Raw:
        """Return the value of the target's cell."""
        row = self.row(target)
        if row is None:
            return None
        sheet = self.source.sheets[target.sheet]
        at = next((number for number, one in enumerate(sheet.columns) if one.key == target.column), None)
        return None if at is None else sheet.rows[row][at]

    def place(self, target: Target) -> Place:
        """Return the place of the target's cell, or of its sheet."""
        row = self.row(target)
        if row is None:
            return Place(self.source.file, self.title(target.sheet))
        return self.source.sheets[target.sheet].place(row, target.column)

    def identity(self, target: Target) -> Identity:
        """Return the keys that tell the target's row from others, in one form."""
        return tuple(identity(name, value, self.data) for name, value in target.row)

    def title(self, sheet_key: str) -> str:
        """Return the name of the sheet, or the name to give it where the file has none."""
        if (sheet := self.source.sheets.get(sheet_key)) is not None:
            return sheet.name
        if sheet_key.startswith(PREFIX):
            return f"Số liệu {as_typed('ky', sheet_key.removeprefix(PREFIX))}"
        return SHEETS[sheet_key].sheet

    def _index(self, target: Target) -> dict[Identity, list[int]]:
        names = tuple(name for name, _ in target.row)
        if (target.sheet, names) not in self._rows:
            sheet = self.source.sheets.get(target.sheet)
            self._rows[target.sheet, names] = self._indexed(sheet, names) if sheet else {}
        return self._rows[target.sheet, names]

    def _indexed(self, sheet: Sheet, names: tuple[str, ...]) -> dict[Identity, list[int]]:
        found: dict[Identity, list[int]] = {}
        for row, cells in enumerate(sheet.records()):
            if not cells:
                continue
            one = {name: identity(name, _raw(cells.get(name)), self.data) for name in names}
            if sheet.key == KetQua.sheet_key and not one["don_vi"]:  # of whom else than of the one who leads it
                one["don_vi"] = fold(self._sole.get(_text(cells, "nhiem_vu"), ""))
            found.setdefault(tuple(one.values()), []).append(row)
        return found


def as_typed(name: str, value: str) -> str:
    """A value that tells rows apart, as an office types it."""
    if name != "ky":
        return value
    return next((row["ten"] for row in table("ky_bao_cao") if row["ma"] == value), value)


def _raw(cell: Raw) -> Raw:
    return None if isinstance(cell, BadCell) else cell


def _text(cells: Mapping[str, Raw], name: str) -> str:
    return as_text(_raw(cells.get(name)))


@dataclass(slots=True)
class Writer:
    """Writes answers into the workbook that a ``Book`` was read from."""

    book: Book
    filling: Filling
    _columns: dict[tuple[str, str], int] = field(default_factory=dict)
    _new: dict[tuple[str, Identity, int], int] = field(default_factory=dict)
    _next: dict[str, int] = field(default_factory=dict)

    def put(self, target: Target, value: Value) -> Place:
        """Set the target's cell, in a row of its own where the file has none; gives the cell."""
        title = self.book.title(target.sheet)
        self._sheet(target.sheet, title)
        row = self._row(target, title)
        column = self._column(target.sheet, title, target.column)
        self.filling.put(title, row, column, value)
        return Place(self.book.source.file, title, row, column)

    def _sheet(self, key: str, title: str) -> None:
        if not self.filling.has_sheet(title):
            headings = [one.heading for one in SHEETS[key].columns()] if key in SHEETS else ["Đơn vị"]
            self.filling.add_sheet(title, headings)
            names = [one.name for one in SHEETS[key].columns()] if key in SHEETS else ["don_vi"]
            self._columns |= {(key, name): number for number, name in enumerate(names, 1)}
            self._next[key] = 2

    def _row(self, target: Target, title: str) -> int:
        known = self.book.row(target)
        if known is not None:
            sheet = self.book.source.sheets[target.sheet]
            return sheet.place(known, target.column).row
        at = (target.sheet, self.book.identity(target), target.nth)
        if at not in self._new:
            if target.sheet not in self._next:
                self._next[target.sheet] = self.filling.last_row(title) + 1
            self._new[at] = self._next[target.sheet]
            self._next[target.sheet] += 1
            for name, value in target.row:
                if value:
                    column = self._column(target.sheet, title, name)
                    self.filling.put(title, self._new[at], column, as_typed(name, value))
        return self._new[at]

    def _column(self, key: str, title: str, name: str) -> int:
        if (key, name) not in self._columns:
            sheet = self.book.source.sheets.get(key)
            known = next((one.number + 1 for one in sheet.columns if one.key == name), 0) if sheet else 0
            self._columns[key, name] = known or self._add_column(key, title, name, sheet)
        return self._columns[key, name]

    def _add_column(self, key: str, title: str, name: str, sheet: Sheet | None) -> int:
        """A column at the right, its heading in the row of the others."""
        row = sheet.columns[0].place.row if sheet and sheet.columns else 1
        column = self.filling.last_column(title) + 1
        fields = SHEETS[key].columns() if key in SHEETS else ()
        heading = next((one.heading for one in fields if one.name == name), "Đơn vị" if name == "don_vi" else name)
        self.filling.put(title, row, column, heading)
        return column
