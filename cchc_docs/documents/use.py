"""Find what stands in the data and would silently serve no document."""

from collections.abc import Iterator, Mapping, Sequence

from cchc_docs.documents.names import MEANINGS
from cchc_docs.documents.subjects import OFFICE_SCOPE, scope_sheet, subjects
from cchc_docs.documents.types import DocumentType
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.office.records.co_quan import CanCu, NguoiKy, NoiNhan, VanBan
from cchc_docs.problems import Problem, Severity, did_you_mean
from cchc_docs.text.normal import fold, key


def check_use(data: Data, types: Mapping[str, DocumentType]) -> Iterator[Problem]:
    """Tell of rows for unknown types, of register rows that no document takes, of sheets that no template can see."""
    yield from _check_types_of_rows(data, types)
    for document_type in types.values():
        yield from _check_register(data, document_type)
        yield from _check_needs(data, document_type)
    for name, sheet in data.own_sheets.items():
        if name in MEANINGS:
            yield Problem(
                "trang_trung_ten_dung_rieng",
                Severity.WARNING,
                data.place_of_sheet(name),
                f"Tên trang “{sheet.name}” trùng với một tên mà mẫu dùng cho việc khác, nên mẫu không dùng được.",
                "Đổi tên trang.",
            )


def _check_types_of_rows(data: Data, types: Mapping[str, DocumentType]) -> Iterator[Problem]:
    rows: Sequence[NguoiKy | NoiNhan | CanCu | VanBan] = [*data.nguoi_ky, *data.noi_nhan, *data.can_cu, *data.van_ban]
    for row in rows:
        typed = row.loai_van_ban
        if typed and not any(one.is_meant_by(typed) for one in types.values()):
            yield Problem(
                "loai_van_ban_la",
                Severity.WARNING,
                data.place(row, "loai_van_ban"),
                f"Không có loại văn bản “{typed}” nên dòng này không dùng cho văn bản nào.",
                did_you_mean(typed, types) or f"Các loại hiện có: {'; '.join(sorted(types))}.",
            )


def _check_register(data: Data, document_type: DocumentType) -> Iterator[Problem]:
    """The register's periods and subjects are ones that the type has."""
    entries = [entry for entry in data.van_ban if document_type.is_meant_by(entry.loai_van_ban)]
    about = subjects(data, document_type) if entries else []
    known = {fold(subject.code) for subject in about}
    title, periods = document_type.settings.tieu_de, list(dict.fromkeys(subject.ky for subject in about if subject.ky))
    for entry in entries:
        if not entry.ky and periods:
            yield Problem(
                "so_van_ban_thieu_ky",
                Severity.WARNING,
                data.place(entry, "ky"),
                f"“{title}” làm theo kỳ mà dòng này để trống Kỳ, nên số và ngày ở đây không được in.",
                f"Ghi một trong các kỳ: {'; '.join(periods)}.",
            )
        if entry.ky and entry.ky not in periods:
            yield Problem(
                "so_van_ban_sai_ky",
                Severity.WARNING,
                data.place(entry, "ky"),
                f"“{title}” không làm cho kỳ này, nên số và ngày ở dòng này không được in.",
                f"Các kỳ của loại này: {'; '.join(periods)}." if periods else "Xóa ô Kỳ.",
            )
        if fold(entry.doi_tuong) not in known:
            yield Problem(
                "so_van_ban_sai_doi_tuong",
                Severity.WARNING,
                data.place(entry, "doi_tuong"),
                f"“{title}” không làm cho đối tượng này, nên số và ngày ở dòng này không được in.",
                "Ghi mã của đối tượng mà văn bản nói đến." if scope_sheet(document_type) else "Xóa ô Đối tượng.",
            )


def _check_needs(data: Data, document_type: DocumentType) -> Iterator[Problem]:
    """The sheets that the type's ``.yaml`` names are sheets; a slip there would keep the type from ever being made."""
    known = [OFFICE_SCOPE, *SHEETS, *data.own_sheets]
    for name in map(key, (document_type.settings.pham_vi, *document_type.settings.can)):
        if name not in known and (near := did_you_mean(name, known)):
            yield Problem(
                "trang_la_trong_mau",
                Severity.WARNING,
                document_type.place,
                f"Loại văn bản này cần trang “{name}” mà tệp dữ liệu không có.",
                near,
            )
