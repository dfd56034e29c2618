"""Checks of what clerks type although the page prints it by itself: dashes, numbers, full stops, the type's name.

Sources: NĐ 30/2020, Phụ lục I: II.3 (số), II.4 (địa danh), II.5 (trích yếu).
"""

import re
from collections.abc import Iterator

from cchc_docs.facts import table
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import SHEETS, error, warning
from cchc_docs.office.records.base import Record
from cchc_docs.problems import Problem
from cchc_docs.text import markup
from cchc_docs.text.normal import fold, key

_DASH = re.compile(r"[-–—+•](?:\s|(?=[^\W\d_]))")
_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]+|[a-zđA-ZĐ])[.)/]\s")
_SHORT_PLACE = re.compile(r"(?:tp|tx|tt|t\.p)(?:\.|\s)", re.IGNORECASE)
_LARGEST_NUMBER = 99_999


def dashes(history: History) -> Iterator[Problem]:
    """A paragraph that gets a dash does not begin with one."""
    data = history.data
    for rows in (data.chi_tieu, data.giai_phap, data.to_chuc_thuc_hien):
        for row in rows:
            if row.gach_dau_dong and (found := _DASH.match(row.noi_dung)):
                mark = found[0].strip()
                yield warning(
                    data,
                    row,
                    "noi_dung",
                    "thua_gach_dau_dong",
                    f"Đoạn này đã có dấu “{mark}” ở đầu mà cột “Gạch đầu dòng” là có, nên khi in sẽ có hai dấu.",
                    f"Xóa dấu “{mark}” ở đầu đoạn; nếu muốn giữ thì chọn không ở cột “Gạch đầu dòng”.",
                )


def numbers(history: History) -> Iterator[Problem]:
    """Headings are numbered by the page."""
    data = history.data
    found: list[tuple[Record, str, str]] = []
    for area in data.linh_vuc:
        found += [(area, name, getattr(area, name)) for name in ("ten_trong_ke_hoach", "ten_trong_bao_cao")]
    found += [(row, "dau_moi", row.dau_moi) for row in data.to_chuc_thuc_hien]
    for row, field, text in found:
        if number := _NUMBER.match(text):
            mark = number[0].strip()
            what = f"“{text}” đã có số thứ tự “{mark}”, mà khi in chương trình tự đánh số."
            yield warning(data, row, field, "thua_so_thu_tu", what, f"Xóa “{mark}” ở đầu.")


def summaries(history: History) -> Iterator[Problem]:
    """A *trích yếu* repeats neither the type's name above it, nor ends with a full stop."""
    data = history.data
    found: list[tuple[Record, str, str]] = [(row, row.loai_van_ban, row.trich_yeu) for row in data.van_ban]
    if data.ke_hoach:
        found.append((data.ke_hoach, "ke_hoach", data.ke_hoach.trich_yeu))
    for row, typed, text in found:
        if text.endswith("."):
            what, hint = "Trích yếu không có dấu chấm ở cuối.", "Xóa dấu chấm cuối."
            yield warning(data, row, "trich_yeu", "trich_yeu_co_cham", what, hint)
        name = _type_word(typed)
        if name and f"{fold(text)} ".startswith(f"{fold(name)} "):
            what = f"Trích yếu bắt đầu bằng “{name}”, chữ đã in ở dòng trên."
            yield warning(data, row, "trich_yeu", "trich_yeu_lap_ten_loai", what, f"Bỏ chữ “{name}” ở đầu.")


def _type_word(typed: str) -> str:
    """The decree's name of a document type: *Kế hoạch* for ``ke_hoach_kiem_tra``; ``""`` for none."""
    names = [row["ten_loai"] for row in table("ten_loai") if f"{key(typed)}_".startswith(f"{key(row['ten_loai'])}_")]
    return max(names, key=len, default="")


def place_names(history: History) -> Iterator[Problem]:
    """*Địa danh* is written in full, begins with a capital and has no mark at its end."""
    data = history.data
    office = data.co_quan
    name = office.dia_danh
    if not name:
        return
    if not name[-1].isalnum():
        hint = f"Xóa dấu “{name[-1]}” ở cuối; dấu phẩy trước chữ ngày chương trình tự in."
        yield warning(data, office, "dia_danh", "dia_danh_co_dau", f"Địa danh “{name}” có dấu ở cuối.", hint)
    if _SHORT_PLACE.match(name):
        what = f"Địa danh “{name}” viết tắt."
        hint = "Viết đầy đủ, ví dụ: Thành phố Hồ Chí Minh."
        yield warning(data, office, "dia_danh", "dia_danh_viet_tat", what, hint)
    elif name[0].islower():
        hint = f"Viết: {name[0].upper()}{name[1:]}."
        yield warning(
            data, office, "dia_danh", "dia_danh_chu_thuong", f"Địa danh “{name}” bắt đầu bằng chữ thường.", hint
        )


def document_numbers(history: History) -> Iterator[Problem]:
    """The number of an issued document counts from 1."""
    data = history.data
    for row in data.van_ban:
        if row.so is not None and not 1 <= row.so <= _LARGEST_NUMBER:
            hint = "Ghi số do văn thư cấp, ví dụ: 7; chưa ban hành thì để trống."
            yield error(data, row, "so", "so_van_ban_sai", f"{row.so} không phải là số của một văn bản.", hint)


def citations(history: History) -> Iterator[Problem]:
    """Text outside the reports has no period, so it cannot cite a figure; ``citations`` looks at the reports."""
    data = history.data
    for name, cls in SHEETS.items():
        fields = [field.name for field in cls.columns() if field.kind.has_markup]
        if any(field.name == "ky" for field in cls.columns()):
            continue
        for row in data.rows(name) if fields else ():
            for field in fields:
                for code in markup.cited(getattr(row, field)):
                    what = f"Đoạn này trích [[{code}]], nhưng chỉ báo cáo định kỳ mới trích được số liệu."
                    yield error(data, row, field, "chua_co_so_lieu", what, f"Gõ thẳng con số thay cho [[{code}]].")
