"""The same data as other offices might have it: without rows, with one, with little filled in, with very long texts.

A template that was tried with one office's data only fails with the next one's; here it is tried before.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from cchc_docs.data.fields import CHU, TEN, VAN_BAN
from cchc_docs.data.read.source import Layout
from cchc_docs.documents.subjects import scope_sheet
from cchc_docs.documents.types import DocumentType
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.office.records.base import FieldOfSheet, Record, changed, own_values
from cchc_docs.office.records.co_quan import NguoiKy
from cchc_docs.text.normal import MarkedText, key

_LONG = {CHU.name: 300, TEN.name: 300, VAN_BAN.name: 3_000}
"""Characters of a text that is very long for its kind."""
_SOME = 50
"""Rows of a sheet that are enough to try their cells."""
_ANY_TEXT = "Nội dung rất dài để thử mẫu"
_Change = Callable[[FieldOfSheet, object], object]


def edges(data: Data, document_type: DocumentType) -> Iterator[tuple[str, Data]]:
    """``data`` in each of these forms, with what it is then, in words that follow *Khi*."""
    kept = {
        NguoiKy.sheet_key,
        scope_sheet(document_type),
        *map(key, document_type.settings.can),
    }  # without them there is no document
    yield "các trang không có dòng nào", _with_rows(data, lambda name: 1 if name in kept else 0)
    yield "mỗi trang chỉ có một dòng", _with_rows(data, lambda _: 1)
    some = _with_rows(data, lambda _: _SOME)
    yield "các mục không bắt buộc để trống", _with_cells(some, _left_blank, lambda _: None)
    yield "các ô chữ rất dài", _with_cells(some, _made_long, lambda value: _long(value, 300))


def _with_rows(data: Data, count: Callable[[str], int]) -> Data:
    records = {
        name: rows[: count(name)] if SHEETS[name].layout is Layout.LIST else rows for name, rows in data.records.items()
    }
    own = {name: rows[: count(name)] for name, rows in data.own_rows.items()}
    return replace(data, own_rows=own, records=records)


def _with_cells(data: Data, change: _Change, change_own: Callable[[object], object]) -> Data:
    records = {name: [_record(row, change, change_own) for row in rows] for name, rows in data.records.items()}
    own = {name: [_own(row, change_own) for row in rows] for name, rows in data.own_rows.items()}
    return replace(data, own_rows=own, records=records)


def _record(record: Record, change: _Change, change_own: Callable[[object], object]) -> Record:
    values = {field.name: change(field, getattr(record, field.name)) for field in type(record).columns()}
    return changed(record, values | {name: change_own(value) for name, value in own_values(record).items()})


def _own(row: Mapping[str, object], change: Callable[[object], object]) -> dict[str, object]:
    """A row of a clerk's own sheet; its first cell stays, since it names the row."""
    first = next(iter(row), "")
    return {name: value if name == first else change(value) for name, value in row.items()}


def _left_blank(field: FieldOfSheet, value: object) -> object:
    return value if field.required else field.default


def _made_long(field: FieldOfSheet, value: object) -> object:
    return _long(value, _LONG[field.kind.name]) if field.kind.name in _LONG else value


def _long(value: object, length: int) -> object:
    """A text repeated up to so many characters; what is no text stays."""
    if not isinstance(value, str):
        return value
    words = " ".join(value.split()) or _ANY_TEXT
    repeated = " ".join([words] * (length // len(words) + 1))
    return MarkedText(repeated) if isinstance(value, MarkedText) else repeated
