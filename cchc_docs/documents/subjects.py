"""What each document of a type is about: the office, or one row of a sheet (a unit, an inspection, a guest …)."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_docs.documents.types import DocumentType
from cchc_docs.fields import as_text
from cchc_docs.records import SHEETS, Data
from cchc_docs.records.base import Record
from cchc_docs.text import key

OFFICE_SCOPE = "co_quan"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a document is about. Templates see ``row`` as ``doi_tuong``.

    ``code`` names it in the register, on the command line and in the file name; the office itself has none.
    """

    code: str = ""
    row: Record | Mapping[str, object] | None = None


def scope_sheet(loai: DocumentType) -> str:
    """The key of the sheet whose rows the documents of this type are about; ``""`` for the office itself."""
    scope = key(loai.loai.pham_vi)
    return "" if scope == OFFICE_SCOPE else scope


def subjects(data: Data, loai: DocumentType) -> list[Subject]:
    """What documents of ``loai`` can be made about, in the file's order; nothing where the file lacks that sheet."""
    scope = scope_sheet(loai)
    if not scope:
        return [Subject()]
    if scope in SHEETS:
        rows = getattr(data, scope)
        return [Subject(_code(row), row) for row in (rows if isinstance(rows, list) else [rows])]
    own = data.own_sheets.get(scope)
    return [Subject(as_text(next(iter(row.values()))), row) for row in own.records()] if own else []


def _code(row: Record) -> str:
    """A record's code, or what it is called, or its first cell."""
    if named := str(getattr(row, "ma", "") or row):
        return named
    return as_text(next((value for value in row.model_dump().values() if value), ""))
