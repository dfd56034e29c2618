"""From records to what a template sees: the same for every type, and what some types compute beyond it."""

from collections.abc import Sequence
from decimal import Decimal

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.names import MEANINGS, PARTS
from cchc_docs.documents.parts.don_vi_ban_hanh import UnitIssuers, issuer_of
from cchc_docs.documents.parts.part import Part, by_name
from cchc_docs.documents.parts.the_thuc import FormalHead, shared_names
from cchc_docs.documents.subjects import Subject, columns_of, scope_sheet, subjects
from cchc_docs.documents.types import DocumentType, summary_of
from cchc_docs.office.calendar import Ky, calendar
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.office.records.co_quan import CoQuan, DonVi
from cchc_docs.text.normal import key


def can_be_made(data: Data, document_type: DocumentType) -> bool:
    """Return True if the data file fills every sheet that the type needs, and has something to make it about."""
    return not missing_sheets(data, document_type) and bool(subjects(data, document_type))


def missing_sheets(data: Data, document_type: DocumentType) -> list[str]:
    """The keys of the sheets that the type needs and the file lacks or leaves blank; every type needs the office."""
    sheets = data.source.sheets
    needed = [CoQuan.sheet_key, *map(key, document_type.settings.can), *filter(None, [scope_sheet(document_type)])]
    return [name for name in dict.fromkeys(needed) if name not in sheets or sheets[name].is_blank]


def parts_of(document_type: DocumentType) -> list[Part]:
    """The computed parts that the type's ``.yaml`` names; names that are no part's are left out."""
    return [PARTS[name] for name in map(key, document_type.settings.tinh) if name in PARTS]


class Composer:
    """Puts together what each document of one type sees; what all of them share is worked out once.

    The template may use every sheet by its key, the formal parts, the computed parts, and ``doi_tuong``, the row that
    the document is about. A later part of the same name wins: a type sees *its* recipients as ``noi_nhan``. A sheet of
    personal data is never there as a whole: a document sees the one row that it is about. What is wrong with the type
    or lacks in the data is blank here; ``check_type`` tells it.
    """

    def __init__(self, document_type: DocumentType, inputs: Inputs) -> None:
        data = inputs.data
        self.document_type = document_type
        self._head = FormalHead(data, document_type)
        self._office = data.co_quan
        self._periods = calendar(data)
        open_to_all = (name for name, cls in SHEETS.items() if not cls.is_personal)
        self._shared: dict[str, object] = {name: data.sheet(name) for name in open_to_all}
        self._shared |= {name: data.own_rows[name] for name in data.own_sheets if name not in MEANINGS}
        self._shared |= {"nam": data.nam or ""} | by_name(shared_names(data, document_type))
        self._in_summary: dict[str, object] = {"nam": data.nam or "", "co_quan": data.co_quan.ten}
        self._issuers = UnitIssuers(data, document_type) if document_type.is_by_unit else None
        self._parts = [part.make(inputs) for part in parts_of(document_type)]
        self.subjects: Sequence[Subject] = [one for one in subjects(data, document_type) if self._is_wanted(one)]

    def context(self, subject: Subject) -> dict[str, object]:
        """Return the context of the document about ``subject``."""
        ky = self._periods.get(subject.ky)
        names = self._shared | {"doi_tuong": subject.row, "ky": ky, "trich_yeu": self._summary(subject, ky)}
        names |= self._computed(subject)
        issuer = None
        if self._issuers and isinstance(subject.row, DonVi):
            names |= by_name(self._issuers.names_of(subject.row))
            issuer = issuer_of(subject.row, self._office)
        return names | {"van_ban": self._head.of(subject, str(names["trich_yeu"]), issuer)}

    def _computed(self, subject: Subject) -> dict[str, object]:
        """Return what the computed parts say of the subject."""
        return {name: value for part in self._parts for name, value in by_name(part.of(subject)).items()}

    def _is_wanted(self, subject: Subject) -> bool:
        """Return True if the type's *chỉ khi* applies: what its names hold, in the row or else in a computed part."""
        settings = self.document_type.settings
        present, absent = (list(map(key, names)) for names in (settings.chi_khi_co, settings.chi_khi_chua_co))
        found = columns_of(subject.row)
        if not found.keys() >= {*present, *absent}:
            found = self._computed(subject) | dict(found)
        return all(_holds(found.get(name)) for name in present) and not any(_holds(found.get(name)) for name in absent)

    def _summary(self, subject: Subject, ky: Ky | None) -> str:
        of_this: dict[str, object] = {"doi_tuong": subject.name, "ky": ky or "", "ky_sau": ky.ten_ky_sau if ky else ""}
        return summary_of(self.document_type.settings, self._in_summary | of_this)


def _holds(value: object) -> bool:
    """Return True if a value says something: nought does, a blank, an empty list and *không* do not."""
    return bool(value) or (isinstance(value, int | Decimal) and value is not False)
