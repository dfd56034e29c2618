"""Find what keeps documents of a type from being made from the data, or leaves a blank in them."""

from collections.abc import Callable, Iterator

from cchc_docs.documents.composer import parts_of
from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.names import PARTS
from cchc_docs.documents.parts.don_vi_ban_hanh import unsigned
from cchc_docs.documents.parts.part import told
from cchc_docs.documents.parts.the_thuc import signer_of
from cchc_docs.documents.subjects import scope_sheet, subjects
from cchc_docs.documents.types import ROLES, DocumentType, holder
from cchc_docs.office.calendar import calendar
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.office.records.bao_cao import KyBaoCao
from cchc_docs.office.records.co_quan import NguoiKy
from cchc_docs.problems import Place, Problem, Severity, did_you_mean
from cchc_docs.text.normal import key


def check_type(document_type: DocumentType, inputs: Inputs) -> Iterator[Problem]:
    """All that is to be said of documents of the type, made from data that have what it needs (``can_be_made``)."""
    for check in CHECKS:
        yield from check(document_type, inputs)


def _nobody_signs(document_type: DocumentType, inputs: Inputs) -> Iterator[Problem]:
    if document_type.is_by_unit:
        yield from unsigned(inputs.data, document_type)
    elif signer_of(inputs.data, document_type) is None:
        yield Problem(
            "thieu_nguoi_ky",
            Severity.ERROR,
            inputs.data.place_of_sheet(NguoiKy.sheet_key),
            f"Chưa có người ký cho văn bản “{document_type.settings.tieu_de}”.",
            "Thêm một dòng với Chức vụ và Họ tên; để trống Loại văn bản nếu người ấy ký mọi loại.",
        )


def _unknown_parts(document_type: DocumentType, _: Inputs) -> Iterator[Problem]:
    for name in document_type.settings.tinh:
        if key(name) not in PARTS:
            yield Problem(
                "khong_co_phan_tinh",
                Severity.ERROR,
                document_type.place,
                f"Không có phần tính sẵn “{name}”.",
                did_you_mean(name, PARTS) or f"Các phần hiện có: {'; '.join(PARTS)}.",
            )


def _periods_without_days(document_type: DocumentType, inputs: Inputs) -> Iterator[Problem]:
    """The usual periods need a year to have their days, others a row of their own."""
    data, known = inputs.data, calendar(inputs.data)
    about = subjects(data, document_type)
    for ky in dict.fromkeys(subject.ky for subject in about if subject.ky not in {"", *known}):
        if data.nam is None:
            yield Problem(
                "thieu_nam",
                Severity.ERROR,
                Place(data.source.file),
                f"Chưa biết năm của kỳ báo cáo để làm “{document_type.settings.tieu_de}”.",
                "Điền Năm ở trang “Kế hoạch”, hoặc điền trang “Kỳ báo cáo”.",
            )
        else:
            yield Problem(
                "ky_la",
                Severity.ERROR,
                data.place_of_sheet(KyBaoCao.sheet_key),
                f"Chưa biết kỳ “{ky}” từ ngày nào đến ngày nào.",
                "Thêm một dòng vào trang “Kỳ báo cáo”.",
            )


def _unknown_conditions(document_type: DocumentType, inputs: Inputs) -> Iterator[Problem]:
    """The names of *chỉ khi* are columns of the scope's sheet, or names of the type's computed parts."""
    if not subjects(inputs.data, document_type):
        return
    computed = {one.name for part in parts_of(document_type) for one in told(part.names)}
    known = sorted(_columns(inputs.data, scope_sheet(document_type)) | computed)
    for name in (*document_type.settings.chi_khi_co, *document_type.settings.chi_khi_chua_co):
        if key(name) not in known:
            yield Problem(
                "chi_khi_la",
                Severity.ERROR,
                document_type.place,
                f"Mục “chỉ khi” nêu “{name}”, không phải là một cột của trang mà văn bản nói đến.",
                did_you_mean(name, known) or f"Dùng được: {'; '.join(known)}.",
            )


def _columns(data: Data, scope: str) -> set[str]:
    """The columns of a sheet: those that its record declares, and the clerk's own."""
    sheet = data.source.sheets.get(scope)
    declared = {field.name for field in SHEETS[scope].columns()} if scope in SHEETS else set()
    return declared | ({column.key for column in sheet.columns} if sheet else set())


def _cited_by_nobody(document_type: DocumentType, inputs: Inputs) -> Iterator[Problem]:
    """Each role that the type's parts cite is some type's, or the citation stays without number and day."""
    for role in dict.fromkeys(role for part in parts_of(document_type) for role in part.roles):
        if holder(inputs.types, role) is None:
            yield Problem(
                "thieu_vai_tro",
                Severity.WARNING,
                document_type.place,
                f"Không có loại văn bản nào mang vai trò “{role}”, nên chỗ viện dẫn {ROLES[role].lower()} ấy để trống "
                "số, ngày.",
                f"Ghi vai_tro: {role} vào tệp .yaml của loại văn bản ấy.",
            )


CHECKS: tuple[Callable[[DocumentType, Inputs], Iterator[Problem]], ...] = (
    _nobody_signs,
    _unknown_parts,
    _periods_without_days,
    _unknown_conditions,
    _cited_by_nobody,
)
"""The checks of a type, in the order in which they are told."""
