"""Find what each document of a type is about: the office, or one row of a sheet (a unit, an inspection, a guest …)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from cchc_docs.documents.types import DocumentType
from cchc_docs.office.calendar import calendar, reported
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.office.records.bao_cao import NopBaoCao
from cchc_docs.office.records.base import Record, values_of
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.reporting import owing
from cchc_docs.text.normal import key

OFFICE_SCOPE = "co_quan"
EVERY_PERIOD = "moi_ky"
"""The value for a type that is made for every period of which the data tell anything."""


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
        """The name of the subject in text: the row's name, for an inspection that of its unit, else its code."""
        unit = getattr(self.row, "don_vi", None)
        return str(getattr(self.row, "ten", "") or unit or self.code)


def scope_sheet(document_type: DocumentType) -> str:
    """The key of the sheet whose rows the documents of this type are about; ``""`` for the office itself."""
    scope = key(document_type.settings.pham_vi)
    return "" if scope == OFFICE_SCOPE else scope


def subjects(data: Data, document_type: DocumentType) -> list[Subject]:
    """All that documents of ``document_type`` can be about, period by period, in the file's order.

    A unit has documents of the periods of which it owes a report (``office.reporting``). ``Composer`` leaves out those
    to which the type's *chỉ khi* does not apply.
    """
    pairs = product(_periods(data, document_type), _rows(data, scope_sheet(document_type)))
    found = [Subject(code, row, ky) for ky, (code, row) in pairs]
    if scope_sheet(document_type) != DonVi.sheet_key:
        return found
    owed = {code: {unit.ma for unit in owing(data, ky)} for code, ky in calendar(data).items()}
    return [one for one in found if one.ky not in owed or one.code in owed[one.ky]]


def columns_of(row: Record | Mapping[str, object] | None) -> Mapping[str, object]:
    """The values of the row by column; none for the office itself."""
    if row is None:
        return {}
    return values_of(row) if isinstance(row, Record) else row


def _periods(data: Data, document_type: DocumentType) -> Sequence[str]:
    if EVERY_PERIOD in document_type.settings.ky:
        said = reported(data)
        if NopBaoCao.sheet_key in map(key, document_type.settings.can):
            said |= {row.ky for row in data.nop_bao_cao}
        return [ky for ky in calendar(data) if ky in said]
    return document_type.settings.ky or ("",)


def _rows(data: Data, scope: str) -> list[tuple[str, Record | Mapping[str, object] | None]]:
    """The rows of the sheet ``scope`` with their codes; nothing where the file lacks that sheet."""
    if not scope:
        return [("", None)]
    if scope in SHEETS:
        return [(_code(row), row) for row in data.records[scope]]
    return [(_first(row), row) for row in data.own_rows.get(scope, ())]


def _code(row: Record) -> str:
    """A record's code: the first name by which other sheets may call it, else what it prints as, or its first cell."""
    names = type(row).names
    return str(getattr(row, names[0]) if names else row) or _first(values_of(row))


def _first(row: Mapping[str, object]) -> str:
    """The first cell that holds anything."""
    return next((str(value) for value in row.values() if value not in (None, "", ())), "")
