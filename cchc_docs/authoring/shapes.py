"""Tell what the template of a type can ask for: the names of its context with their parts, from records and data.

It is known without any row: what a sheet's rows hold follows from its record, what is computed from the hints of its
dataclasses. Only where neither says, a value of the data at hand does.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from cchc_docs.data.read.source import Layout
from cchc_docs.documents.names import MEANINGS, ORIGINS
from cchc_docs.documents.subjects import scope_sheet
from cchc_docs.documents.types import DocumentType
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.office.records.base import FieldOfSheet, Record
from cchc_docs.word.template.shape import ANYTHING, VALUE, Shape

_OWN_COLUMN = "Cột riêng của cơ quan."
_PLAIN = (str, int, float, bool, Decimal, NoneType)
_DAY = Shape(dict.fromkeys(("day", "month", "year"), VALUE))


def context_shape(names: Mapping[str, object], data: Data, document_type: DocumentType) -> dict[str, Shape]:
    """The shape of each name of a context, which ``names`` is an example of; ``data`` has the clerk's own columns."""
    office = _Office(data)
    own = dict.fromkeys((name for name in data.own_sheets if name not in names), ())
    shapes = {name: office.of_name(name, value) for name, value in {**names, **own}.items()}
    if scope := scope_sheet(document_type):
        # A sheet of personal data is not in the context; what is known of its rows is known without them.
        rows = office.of_name(scope, names.get(scope))
        about = rows.item or rows if scope in SHEETS or scope in data.own_sheets else ANYTHING
        shapes["doi_tuong"] = dataclasses.replace(about, note=MEANINGS["doi_tuong"])
    return shapes


class _Office:
    """Shapes of records and computed parts, with the columns that one data file adds to its sheets."""

    def __init__(self, data: Data) -> None:
        self._data = data

    def of_name(self, name: str, value: object) -> Shape:
        """A name of the top level, with what it means."""
        if name in self._data.own_sheets and name not in MEANINGS:
            return self._own_sheet(name)
        of_sheet = name in SHEETS and (value is self._data.sheet(name) or value is None)
        note = MEANINGS.get(name) or (SHEETS[name].about if name in SHEETS else "")
        if of_sheet:
            cls = SHEETS[name]
            row = self.of_record(cls)
            origin = f"trang “{cls.sheet}”"
            if cls.layout is Layout.RECORD:
                return dataclasses.replace(row, note=cls.about, origin=origin)
            return Shape(item=row, note=cls.about, origin=origin)
        return dataclasses.replace(self.of_value(value), note=note, origin=ORIGINS.get(name, ""))

    def _own_sheet(self, name: str) -> Shape:
        sheet = self._data.own_sheets[name]
        origin = f"trang “{sheet.name}”"
        parts = {
            column.key: Shape(note=_OWN_COLUMN, origin=f"{origin}, cột “{column.heading}”") for column in sheet.columns
        }
        return Shape(item=Shape(parts), note=f"Trang “{sheet.name}” của cơ quan.", origin=origin)

    def of_record(self, cls: type[Record]) -> Shape:
        """A row of a known sheet: its columns, those that the file adds to them, and what the record computes."""
        hints = _hints(cls)
        parts = {field.name: self._column(cls, field, hints.get(field.name, str)) for field in cls.columns()}
        sheet = self._data.source.sheets.get(cls.sheet_key)
        for column in sheet.columns if sheet else ():
            origin = f"trang “{cls.sheet}”, cột “{column.heading}”"
            parts.setdefault(column.key, Shape(note=_OWN_COLUMN, origin=origin, is_private=cls.is_personal))
        return Shape(parts | self._computed(cls))

    def _column(self, cls: type[Record], field: FieldOfSheet, hint: object) -> Shape:
        what = "mục" if cls.layout is Layout.RECORD else "cột"
        origin = f"trang “{cls.sheet}”, {what} “{field.heading}”"
        shape = self.of_hint(hint)
        return dataclasses.replace(shape, note=field.note, origin=origin, is_cell=True, is_private=field.personal)

    def _computed(self, cls: type) -> dict[str, Shape]:
        """The properties of a class."""
        found = {name: member for base in reversed(cls.__mro__) for name, member in vars(base).items()}
        return {
            name: dataclasses.replace(
                self.of_hint(get_type_hints(member.fget).get("return", Any)), note=first_line(member.fget)
            )
            for name, member in found.items()
            if isinstance(member, property) and member.fget and not name.startswith("_")
        }

    def of_hint(self, hint: object) -> Shape:
        """Return the shape that a type hint gives to a value."""
        origin, args = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self.of_hint(args[0])
        if origin in (Union, UnionType):
            return self._of_one_of([one for one in args if one is not NoneType])
        if (isinstance(origin, type) and issubclass(origin, (list, tuple))) or (origin is not None and args):
            return self._of_many(origin, args)
        if isinstance(hint, type):
            if issubclass(hint, Record):
                return self.of_record(hint)
            if issubclass(hint, _PLAIN):
                return VALUE
            if issubclass(hint, date):
                return _DAY
            if dataclasses.is_dataclass(hint):
                return self._of_dataclass(hint)
        return ANYTHING

    def _of_one_of(self, hints: list[object]) -> Shape:
        """A value of several types: where one of them has parts, they are what a template may mean."""
        shapes = [self.of_hint(hint) for hint in hints]
        return next((one for one in shapes if one.parts or one.is_open or one.item), VALUE)

    def _of_many(self, origin: object, args: tuple[object, ...]) -> Shape:
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return ANYTHING
        return Shape(item=self.of_hint(args[0]))

    def _of_dataclass(self, cls: type) -> Shape:
        hints = _hints(cls)
        parts = {
            field.name: dataclasses.replace(
                self.of_hint(hints.get(field.name, Any)),
                note=str(field.metadata.get("note", "")),
                origin=str(field.metadata.get("origin", "")),
            )
            for field in dataclasses.fields(cls)
            if not field.name.startswith("_")
        }
        return Shape(parts | self._computed(cls))

    def _of_rows(self, rows: Sequence[object]) -> Shape:
        """An item of a list. Computed rows that are mappings have one set of names; any other mapping has its own."""
        mappings = [row for row in rows if isinstance(row, Mapping)]
        if rows and len(mappings) == len(rows):
            return Shape({name: self.of_value(value) for row in reversed(mappings) for name, value in row.items()})
        return self.of_value(rows[0]) if rows else ANYTHING

    def of_value(self, value: object) -> Shape:
        """Return the shape that one value gives to those in its place in other documents."""
        if isinstance(value, Record):
            return self.of_record(type(value))
        if isinstance(value, Mapping):  # asked by keys that no class tells: so_lieu["3-3.1"]
            return ANYTHING
        if isinstance(value, (*_PLAIN, date)):
            return self.of_hint(type(value))
        if isinstance(value, (list, tuple)):
            return Shape(item=self._of_rows(value))
        return self._of_dataclass(type(value)) if dataclasses.is_dataclass(value) else ANYTHING


def first_line(function: object) -> str:
    """The first line of a docstring, which for what templates may use is Vietnamese."""
    return (getattr(function, "__doc__", "") or "").strip().split("\n")[0].replace("``", "")


@cache
def _hints(cls: type) -> Mapping[str, object]:
    return get_type_hints(cls)
