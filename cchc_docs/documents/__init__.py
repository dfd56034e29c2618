"""From records to what a template sees: the same for every type, and what some types compute beyond it.

``TINH`` is the place for a type's own computed parts; a type's ``.yaml`` names those that it uses.
"""

from collections.abc import Callable, Mapping

from cchc_docs.documents.ke_hoach import ke_hoach
from cchc_docs.documents.subjects import Subject, scope_sheet, subjects
from cchc_docs.documents.the_thuc import Head, shared_parts
from cchc_docs.documents.types import DocumentType
from cchc_docs.problems import Place, Problems, did_you_mean
from cchc_docs.records import SHEETS, Data
from cchc_docs.records.co_quan import CoQuan
from cchc_docs.text import key

TINH: Mapping[str, Callable[[Data], Mapping[str, object]]] = {"ke_hoach": ke_hoach}
"""Computed parts by name."""

MEANINGS: Mapping[str, str] = {
    "doi_tuong": "Dòng mà văn bản này nói đến, khi phạm vi là một trang.",
    "ky": "Mã kỳ của văn bản này, khi loại văn bản làm theo kỳ.",
    "van_ban": "Chính văn bản đang làm: số, ngày, trích yếu.",
    "nguoi_ky": "Người ký văn bản này.",
    "kinh_gui": "Các nơi kính gửi của văn bản này.",
    "noi_nhan": "Các nơi nhận của văn bản này, theo thứ tự in.",
    "luu": "Phần ghi sau chữ Lưu: ở cuối nơi nhận.",
    "can_cu": "Các căn cứ của văn bản này.",
    "trich_yeu": "Trích yếu mặc định của loại văn bản này.",
    "muc_dich": "Các đoạn của mục Mục đích.",
    "yeu_cau": "Các đoạn của mục Yêu cầu.",
    "linh_vuc": "Các lĩnh vực theo thứ tự trong kế hoạch.",
    "to_chuc_thuc_hien": "Phần tổ chức thực hiện, gộp theo đầu mối.",
    "danh_so": "Bộ đếm số mục, khoản, điểm.",
    "so_lieu": "Số liệu theo mã chỉ số.",
}
"""What the names that no sheet gives mean, for template authors. A clerk's own sheet cannot take any of them."""

ORIGINS: Mapping[str, str] = {
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
}
"""Which sheets they come from."""


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
    the document is about. A later part of the same name wins: a type sees *its* recipients as ``noi_nhan``.
    """

    def __init__(self, data: Data, loai: DocumentType, problems: Problems) -> None:
        self.loai = loai
        self.subjects = subjects(data, loai)
        self._head = Head(data, loai)
        self._shared: dict[str, object] = {name: getattr(data, name) for name in SHEETS}
        self._shared |= {name: data.own_rows[name] for name in data.own_sheets if name not in MEANINGS}
        self._shared |= {"trich_yeu": loai.loai.trich_yeu} | shared_parts(data, loai, problems)
        for part in loai.loai.tinh:
            self._shared |= _computed(part, data, loai, problems)

    def context(self, subject: Subject) -> dict[str, object]:
        """What the document about ``subject`` sees."""
        summary = str(self._shared["trich_yeu"])
        return self._shared | {"doi_tuong": subject.row, "ky": subject.ky, "van_ban": self._head.of(subject, summary)}


def _computed(part: str, data: Data, loai: DocumentType, problems: Problems) -> Mapping[str, object]:
    if (compute := TINH.get(key(part))) is not None:
        return compute(data)
    problems.error(
        "khong_co_phan_tinh",
        Place(loai.template.with_suffix(".yaml").name),
        f"Không có phần tính sẵn “{part}”.",
        did_you_mean(part, TINH) or f"Các phần hiện có: {'; '.join(TINH)}.",
    )
    return {}
