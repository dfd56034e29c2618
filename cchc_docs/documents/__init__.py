"""From records to what a template sees: the same for every type, and what some types compute beyond it.

``TINH`` is the place for a type's own computed parts; a type's ``.yaml`` names those that it uses.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from cchc_docs.documents.ke_hoach import KeHoachNam
from cchc_docs.documents.kiem_tra import KiemTra
from cchc_docs.documents.nop_bao_cao import NopMuon
from cchc_docs.documents.subjects import Subject, columns_of, scope_sheet, subjects
from cchc_docs.documents.the_thuc import Head, shared_parts
from cchc_docs.documents.tre_han import TreHan
from cchc_docs.documents.types import DocumentType, summary_of
from cchc_docs.figures.periods import Ky, calendar
from cchc_docs.problems import Place, Problems, did_you_mean
from cchc_docs.records import SHEETS, Data
from cchc_docs.records.bao_cao import KyBaoCao
from cchc_docs.records.co_quan import CoQuan
from cchc_docs.text import key


class Computed(Protocol):
    """A computed part, prepared once for a data file. It travels to the workers that render, so it can be pickled."""

    def of(self, subject: Subject) -> Mapping[str, object]:
        """What the document about ``subject`` sees of it, by name."""


TINH: Mapping[str, Callable[[Data, Data | None], Computed]] = {
    "ke_hoach": KeHoachNam,
    "kiem_tra": KiemTra,
    "tre_han": TreHan,
    "nop_bao_cao": NopMuon,
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
    "so_lieu": "Số liệu theo mã chỉ số.",
}
"""What the names that no sheet gives mean, for template authors. A clerk's own sheet cannot take any of them."""


def can_be_made(data: Data, loai: DocumentType) -> bool:
    """Whether the data file has something in every sheet that the type needs."""
    return not missing_sheets(data, loai)


def missing_sheets(data: Data, loai: DocumentType) -> list[str]:
    """The keys of the sheets that the type needs and the file lacks or leaves blank; every type needs the office."""
    sheets = data.source.sheets
    needed = dict.fromkeys([CoQuan.sheet_key, *map(key, loai.loai.can), *filter(None, [scope_sheet(loai)])])
    return [name for name in needed if name not in sheets or sheets[name].is_blank]


class Composer:
    """Puts together what each document of one type sees; what all of them share is worked out once.

    The template may use every sheet by its key, the formal parts, the computed parts, and ``doi_tuong``, the row that
    the document is about. A later part of the same name wins: a type sees *its* recipients as ``noi_nhan``. A sheet of
    personal data is never there as a whole: a document sees the one row that it is about.
    """

    def __init__(self, data: Data, loai: DocumentType, problems: Problems, nam_truoc: Data | None = None) -> None:
        self.loai = loai
        self._head = Head(data, loai)
        self._periods = calendar(data)
        open_to_all = (name for name, cls in SHEETS.items() if not cls.is_personal)
        self._shared: dict[str, object] = {name: getattr(data, name) for name in open_to_all}
        self._shared |= {name: data.own_rows[name] for name in data.own_sheets if name not in MEANINGS}
        self._shared |= {"nam": data.nam or ""} | shared_parts(data, loai, problems)
        self._in_summary: dict[str, object] = {"nam": data.nam or "", "co_quan": data.co_quan.ten}
        parts = (_part(name, loai, problems) for name in loai.loai.tinh)
        self._parts = [part(data, nam_truoc) for part in parts if part is not None]
        about = subjects(data, loai)
        _check_periods(about, self._periods, data, loai, problems)
        _check_conditions(about, self._computed, data, loai, problems)
        self.subjects = [one for one in about if self._is_wanted(one)]

    def context(self, subject: Subject) -> dict[str, object]:
        """What the document about ``subject`` sees."""
        ky = self._periods.get(subject.ky)
        names = self._shared | {"doi_tuong": subject.row, "ky": ky, "trich_yeu": self._summary(subject, ky)}
        names |= self._computed(subject)
        return names | {"van_ban": self._head.of(subject, str(names["trich_yeu"]))}

    def _computed(self, subject: Subject) -> dict[str, object]:
        """What the computed parts say of the subject."""
        return {name: value for part in self._parts for name, value in part.of(subject).items()}

    def _is_wanted(self, subject: Subject) -> bool:
        """Whether the type's *chỉ khi* applies: what its names hold, in the row or else in the computed parts."""
        present, absent = (
            list(map(key, names)) for names in (self.loai.loai.chi_khi_co, self.loai.loai.chi_khi_chua_co)
        )
        found = columns_of(subject.row)
        if not found.keys() >= {*present, *absent}:
            found = self._computed(subject) | dict(found)
        return all(_holds(found.get(name)) for name in present) and not any(_holds(found.get(name)) for name in absent)

    def _summary(self, subject: Subject, ky: Ky | None) -> str:
        of_this: dict[str, object] = {"doi_tuong": subject.name, "ky": ky or "", "ky_sau": ky.ten_ky_sau if ky else ""}
        return summary_of(self.loai.loai, self._in_summary | of_this)


def _check_periods(
    about: Iterable[Subject], known: Mapping[str, Ky], data: Data, loai: DocumentType, problems: Problems
) -> None:
    """The periods of the documents have their days: the usual ones need a year, others a row of their own."""
    for ky in dict.fromkeys(subject.ky for subject in about if subject.ky not in {"", *known}):
        if data.nam is None:
            problems.error(
                "thieu_nam",
                Place(data.source.file),
                f"Chưa biết năm của kỳ báo cáo để làm “{loai.loai.tieu_de}”.",
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
    loai: DocumentType,
    problems: Problems,
) -> None:
    """The names of *chỉ khi* are columns of the scope's sheet, or names of the type's computed parts."""
    scope = scope_sheet(loai)
    columns = {field.name for field in SHEETS[scope].columns()} if scope in SHEETS else set()
    if (sheet := data.source.sheets.get(scope)) is not None:
        columns |= {column.key for column in sheet.columns}
    known = sorted(columns | set(computed(about[0]))) if about else []
    for name in (*loai.loai.chi_khi_co, *loai.loai.chi_khi_chua_co):
        if about and key(name) not in known:
            problems.error(
                "chi_khi_la",
                Place(loai.template.with_suffix(".yaml").name),
                f"Mục “chỉ khi” nêu “{name}”, không phải là một cột của trang mà văn bản nói đến.",
                did_you_mean(name, known) or f"Dùng được: {'; '.join(known)}.",
            )


def _part(name: str, loai: DocumentType, problems: Problems) -> Callable[[Data, Data | None], Computed] | None:
    if (found := TINH.get(key(name))) is None:
        problems.error(
            "khong_co_phan_tinh",
            Place(loai.template.with_suffix(".yaml").name),
            f"Không có phần tính sẵn “{name}”.",
            did_you_mean(name, TINH) or f"Các phần hiện có: {'; '.join(TINH)}.",
        )
    return found
