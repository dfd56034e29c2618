"""From records to what a template sees: the same for every type, and what some types compute beyond it.

``TINH`` is the place for a type's own computed parts; a type's ``.yaml`` names those that it uses.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from cchc_docs.documents.parts.bao_cao import BaoCao
from cchc_docs.documents.parts.don_vi_ban_hanh import UnitIssuers, issuer_of
from cchc_docs.documents.parts.ke_hoach import KeHoachNam
from cchc_docs.documents.parts.kiem_tra import KiemTra
from cchc_docs.documents.parts.nop_bao_cao import NopMuon
from cchc_docs.documents.parts.the_thuc import FormalHead, shared_parts
from cchc_docs.documents.parts.tre_han import TreHan
from cchc_docs.documents.subjects import Subject, columns_of, scope_sheet, subjects
from cchc_docs.documents.types import DocumentType, summary_of
from cchc_docs.office.calendar import Ky, calendar
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.office.records.bao_cao import KyBaoCao
from cchc_docs.office.records.co_quan import CoQuan, DonVi
from cchc_docs.problems import Place, Problems, did_you_mean
from cchc_docs.text.normal import key


class Computed(Protocol):
    """A computed part, prepared once for a data file. It travels to the workers that render, so it can be pickled."""

    def of(self, subject: Subject) -> Mapping[str, object]:
        """What the document about ``subject`` sees of it, by name."""


TINH: Mapping[str, Callable[[Data, Data | None], Computed]] = {
    "bao_cao": BaoCao,
    "ke_hoach": KeHoachNam,
    "kiem_tra": KiemTra,
    "nop_bao_cao": NopMuon,
    "tre_han": TreHan,
}
"""Computed parts by name: each is made from the data of the year and, where there is one, of the year before."""

MEANINGS: Mapping[str, str] = {
    "doi_tuong": "Dòng mà văn bản này nói đến, khi phạm vi là một trang.",
    "nam": "Năm của tệp dữ liệu.",
    "ky": "Kỳ của văn bản này (in ra: quý I năm 2026), khi loại văn bản làm theo kỳ.",
    "van_ban": "Chính văn bản đang làm: số, ngày, trích yếu.",
    "nguoi_ky": "Người ký văn bản này.",
    "tham_quyen": "Thẩm quyền ban hành, in trên các căn cứ của quyết định: Giám đốc Sở …",
    "kinh_gui": "Các nơi kính gửi của văn bản này.",
    "noi_nhan": "Các nơi nhận của văn bản này, theo thứ tự in.",
    "luu": "Phần ghi sau chữ Lưu: ở cuối nơi nhận.",
    "can_cu": "Các căn cứ của văn bản này.",
    "cap_tren": "Cơ quan cấp trên, khi văn bản do chính đơn vị ban hành.",
    "trich_yeu": "Trích yếu mặc định của loại văn bản này.",
    "muc_dich": "Các đoạn của mục Mục đích.",
    "yeu_cau": "Các đoạn của mục Yêu cầu.",
    "linh_vuc": "Các lĩnh vực theo thứ tự trong kế hoạch.",
    "to_chuc_thuc_hien": "Phần tổ chức thực hiện, gộp theo đầu mối.",
    "kiem_tra": "Các cuộc kiểm tra trong năm: lịch, nội dung, tỷ lệ, việc khắc phục.",
    "cuoc": "Cuộc kiểm tra mà văn bản này nói đến: Đoàn, giờ giấc, kết quả, yêu cầu.",
    "tre_han": "Các hồ sơ trễ hạn, không có tên người nộp, và quy định áp dụng.",
    "phieu": "Phiếu xin lỗi đang làm: số, ngày.",
    "don_vi_chua_nop": "Các đơn vị chưa nộp báo cáo của kỳ này.",
    "don_vi_nop_muon": "Các đơn vị đã nộp báo cáo của kỳ này nhưng muộn.",
    "danh_so": "Bộ đếm số mục, khoản, điểm.",
    "so_lieu": "Số liệu của kỳ theo mã chỉ số: so_lieu['3-3.1'] in ra con số, .co cho biết có số hay không.",
    "de_cuong": "Các mục của báo cáo theo đề cương, lần lượt: mục, khoản, điểm.",
    "tien_do": "Tiến độ thực hiện kế hoạch đến hết kỳ.",
    "tien_do_linh_vuc": "Tiến độ thực hiện kế hoạch theo từng lĩnh vực.",
    "tien_do_trang_thai": "Các nhiệm vụ theo trạng thái: quá hạn trước, đã xong sau.",
    "chi_tieu_dat": "Các thước đo đạt hoặc vượt.",
    "chi_tieu_chua_dat": "Các thước đo chưa đạt.",
    "tinh_hinh_nop": "Đơn vị nào nộp báo cáo đúng hạn, chậm, chưa nộp; trống nếu trang Nộp báo cáo không có kỳ này.",
    "ket_qua_chi_tieu": "Kết quả thực hiện từng thước đo của các chỉ tiêu.",
    "bieu_mau": "Các biểu mẫu thống kê kèm báo cáo.",
    "chu_thich_van_ban": "Chú thích cuối trang liệt kê các văn bản chỉ đạo trong kỳ.",
}
"""What the names that no sheet gives mean, for template authors. A clerk's own sheet cannot take any of them."""

ORIGINS: Mapping[str, str] = {
    "nam": "trang “Kế hoạch”, hoặc “Kỳ báo cáo”",
    "tham_quyen": "các trang “Cơ quan”, “Người ký”",
    "van_ban": "các trang “Cơ quan”, “Văn bản” và tệp .yaml của mẫu",
    "nguoi_ky": "trang “Người ký”",
    "kinh_gui": "trang “Nơi nhận”, vai trò kính gửi",
    "noi_nhan": "trang “Nơi nhận”, vai trò nơi nhận",
    "luu": "trang “Nơi nhận”, vai trò lưu; hoặc trang “Cơ quan”",
    "can_cu": "trang “Căn cứ”",
    "trich_yeu": "tệp .yaml của mẫu",
    "ky": "tệp .yaml của mẫu",
    "muc_dich": "trang “Mục đích yêu cầu”",
    "yeu_cau": "trang “Mục đích yêu cầu”",
    "linh_vuc": "trang “Lĩnh vực”",
    "to_chuc_thuc_hien": "trang “Tổ chức thực hiện”",
    "cap_tren": "trang “Cơ quan”",
    "so_lieu": "các trang “Số liệu …” của kỳ và những trang được đếm",
    "de_cuong": "trang “Nội dung báo cáo” và các số liệu",
    "tien_do": "các trang “Nhiệm vụ”, “Kết quả”",
    "tien_do_linh_vuc": "các trang “Nhiệm vụ”, “Kết quả”",
    "tien_do_trang_thai": "các trang “Nhiệm vụ”, “Kết quả”",
    "ket_qua_chi_tieu": "trang “Thước đo” và các số liệu",
    "chi_tieu_dat": "trang “Thước đo” và các số liệu",
    "chi_tieu_chua_dat": "trang “Thước đo” và các số liệu",
    "bieu_mau": "các số liệu và trang “Ghi chú số liệu”",
    "chu_thich_van_ban": "trang “Văn bản chỉ đạo”",
    "tinh_hinh_nop": "trang “Nộp báo cáo”",
}
"""Which sheets they come from."""


def can_be_made(data: Data, document_type: DocumentType) -> bool:
    """Whether the data file has something in every sheet that the type needs, and something to make it about."""
    return not missing_sheets(data, document_type) and bool(subjects(data, document_type))


def missing_sheets(data: Data, document_type: DocumentType) -> list[str]:
    """The keys of the sheets that the type needs and the file lacks or leaves blank; every type needs the office."""
    sheets = data.source.sheets
    needed = dict.fromkeys(
        [CoQuan.sheet_key, *map(key, document_type.settings.can), *filter(None, [scope_sheet(document_type)])]
    )
    return [name for name in needed if name not in sheets or sheets[name].is_blank]


class Composer:
    """Puts together what each document of one type sees; what all of them share is worked out once.

    The template may use every sheet by its key, the formal parts, the computed parts, and ``doi_tuong``, the row that
    the document is about. A later part of the same name wins: a type sees *its* recipients as ``noi_nhan``. A sheet of
    personal data is never there as a whole: a document sees the one row that it is about.
    """

    def __init__(
        self, data: Data, document_type: DocumentType, problems: Problems, nam_truoc: Data | None = None
    ) -> None:
        self.document_type = document_type
        self._head = FormalHead(data, document_type)
        self._office = data.co_quan
        self._periods = calendar(data)
        open_to_all = (name for name, cls in SHEETS.items() if not cls.is_personal)
        self._shared: dict[str, object] = {name: data.sheet(name) for name in open_to_all}
        self._shared |= {name: data.own_rows[name] for name in data.own_sheets if name not in MEANINGS}
        self._shared |= {"nam": data.nam or ""} | shared_parts(data, document_type, problems)
        self._in_summary: dict[str, object] = {"nam": data.nam or "", "co_quan": data.co_quan.ten}
        self._issuers = UnitIssuers(data, document_type, problems) if document_type.is_by_unit else None
        parts = (_part(name, document_type, problems) for name in document_type.settings.tinh)
        self._parts = [part(data, nam_truoc) for part in parts if part is not None]
        about = subjects(data, document_type)
        _check_periods(about, self._periods, data, document_type, problems)
        _check_conditions(about, self._computed, data, document_type, problems)
        self.subjects = [one for one in about if self._is_wanted(one)]

    def context(self, subject: Subject) -> dict[str, object]:
        """What the document about ``subject`` sees."""
        ky = self._periods.get(subject.ky)
        names = self._shared | {"doi_tuong": subject.row, "ky": ky, "trich_yeu": self._summary(subject, ky)}
        names |= self._computed(subject)
        issuer = None
        if self._issuers and isinstance(subject.row, DonVi):
            names |= self._issuers.names_of(subject.row)
            issuer = issuer_of(subject.row, self._office)
        return names | {"van_ban": self._head.of(subject, str(names["trich_yeu"]), issuer)}

    def _computed(self, subject: Subject) -> dict[str, object]:
        """What the computed parts say of the subject."""
        return {name: value for part in self._parts for name, value in part.of(subject).items()}

    def _is_wanted(self, subject: Subject) -> bool:
        """Whether the type's *chỉ khi* applies: what its names hold, in the row or else in the computed parts."""
        present, absent = (
            list(map(key, names))
            for names in (self.document_type.settings.chi_khi_co, self.document_type.settings.chi_khi_chua_co)
        )
        found = columns_of(subject.row)
        if not found.keys() >= {*present, *absent}:
            found = self._computed(subject) | dict(found)
        return all(_holds(found.get(name)) for name in present) and not any(_holds(found.get(name)) for name in absent)

    def _summary(self, subject: Subject, ky: Ky | None) -> str:
        of_this: dict[str, object] = {"doi_tuong": subject.name, "ky": ky or "", "ky_sau": ky.ten_ky_sau if ky else ""}
        return summary_of(self.document_type.settings, self._in_summary | of_this)


def _check_periods(
    about: Iterable[Subject], known: Mapping[str, Ky], data: Data, document_type: DocumentType, problems: Problems
) -> None:
    """The periods of the documents have their days: the usual ones need a year, others a row of their own."""
    for ky in dict.fromkeys(subject.ky for subject in about if subject.ky not in {"", *known}):
        if data.nam is None:
            problems.error(
                "thieu_nam",
                Place(data.source.file),
                f"Chưa biết năm của kỳ báo cáo để làm “{document_type.settings.tieu_de}”.",
                "Điền Năm ở trang “Kế hoạch”, hoặc điền trang “Kỳ báo cáo”.",
            )
        else:
            problems.error(
                "ky_la",
                data.place_of_sheet(KyBaoCao.sheet_key),
                f"Chưa biết kỳ “{ky}” từ ngày nào đến ngày nào.",
                "Thêm một dòng vào trang “Kỳ báo cáo”.",
            )


def _holds(value: object) -> bool:
    """Whether a value is anything: nought is, a blank, an empty list and *không* are not."""
    return bool(value) or (isinstance(value, int | Decimal) and value is not False)


def _check_conditions(
    about: Sequence[Subject],
    computed: Callable[[Subject], Mapping[str, object]],
    data: Data,
    document_type: DocumentType,
    problems: Problems,
) -> None:
    """The names of *chỉ khi* are columns of the scope's sheet, or names of the type's computed parts."""
    scope = scope_sheet(document_type)
    columns = {field.name for field in SHEETS[scope].columns()} if scope in SHEETS else set()
    if (sheet := data.source.sheets.get(scope)) is not None:
        columns |= {column.key for column in sheet.columns}
    known = sorted(columns | set(computed(about[0]))) if about else []
    for name in (*document_type.settings.chi_khi_co, *document_type.settings.chi_khi_chua_co):
        if about and key(name) not in known:
            problems.error(
                "chi_khi_la",
                Place(document_type.template.with_suffix(".yaml").name),
                f"Mục “chỉ khi” nêu “{name}”, không phải là một cột của trang mà văn bản nói đến.",
                did_you_mean(name, known) or f"Dùng được: {'; '.join(known)}.",
            )


def _part(name: str, document_type: DocumentType, problems: Problems) -> Callable[[Data, Data | None], Computed] | None:
    if (found := TINH.get(key(name))) is None:
        problems.error(
            "khong_co_phan_tinh",
            Place(document_type.template.with_suffix(".yaml").name),
            f"Không có phần tính sẵn “{name}”.",
            did_you_mean(name, TINH) or f"Các phần hiện có: {'; '.join(TINH)}.",
        )
    return found
