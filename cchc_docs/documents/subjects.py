"""What each document of a type is about: the office, or one row of a sheet (a unit, an inspection, a guest …)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from cchc_docs.documents.types import DocumentType
from cchc_docs.figures.periods import calendar, reported
from cchc_docs.records import SHEETS, Data
from cchc_docs.records.base import Record, values_of
from cchc_docs.text import key

OFFICE_SCOPE = "co_quan"
EVERY_PERIOD = "moi_ky"
"""What a type says that is made for every period of which the data tell anything."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a document is about. Templates see ``row`` as ``doi_tuong`` and ``ky`` by its name.

    ``code`` names the row in the register, on the command line and in the file name; the office itself has none. ``ky``
    is the period's key (``quy_1``), ``""`` for a type without periods.
    """

    code: str = ""
    row: Record | Mapping[str, object] | None = None
    ky: str = ""

    @property
    def name(self) -> str:
        """What text calls it: the row's name, for an inspection that of its unit, else its code."""
        unit = getattr(self.row, "don_vi", None)
        return str(getattr(self.row, "ten", "") or unit or self.code)


def scope_sheet(loai: DocumentType) -> str:
    """The key of the sheet whose rows the documents of this type are about; ``""`` for the office itself."""
    scope = key(loai.loai.pham_vi)
    return "" if scope == OFFICE_SCOPE else scope


def subjects(data: Data, loai: DocumentType) -> list[Subject]:
    """All that documents of ``loai`` can be made about, period by period, in the file's order.

    Rows that its *chỉ khi* leaves out are not among them. A name there that is no column is one of a computed part,
    which ``Composer`` asks.
    """
    return [
        Subject(code, row, period)
        for period, (code, row) in product(_periods(data, loai), _rows(data, scope_sheet(loai)))
        if all(is_filled(row, name) is not False for name in map(key, loai.loai.chi_khi_co))
        and not any(is_filled(row, name) for name in map(key, loai.loai.chi_khi_chua_co))
    ]


def is_filled(row: Record | Mapping[str, object] | None, name: str) -> bool | None:
    """Whether the row's column of that name holds anything but *không*; None where the row has no such column."""
    values = row if isinstance(row, Mapping) else values_of(row) if row is not None else {}
    return values[name] not in (None, "", ()) and values[name] is not False if name in values else None


def _periods(data: Data, loai: DocumentType) -> Sequence[str]:
    if EVERY_PERIOD in loai.loai.ky:
        said = reported(data)
        return [ky for ky in calendar(data) if ky in said]
    return loai.loai.ky or ("",)


def _rows(data: Data, scope: str) -> list[tuple[str, Record | Mapping[str, object] | None]]:
    """The rows of the sheet ``scope`` with their codes; nothing where the file lacks that sheet."""
    if not scope:
        return [("", None)]
    if scope in SHEETS:
        rows = getattr(data, scope)
        return [(_code(row), row) for row in (rows if isinstance(rows, list) else [rows])]
    return [(_first(row), row) for row in data.own_rows.get(scope, ())]


def _code(row: Record) -> str:
    """A record's code: the first name by which other sheets may call it, else what it prints as, or its first cell."""
    names = type(row).names
    return str(getattr(row, names[0]) if names else row) or _first(values_of(row))


def _first(row: Mapping[str, object]) -> str:
    """The first cell that holds anything."""
    return next((str(value) for value in row.values() if value not in (None, "", ())), "")
