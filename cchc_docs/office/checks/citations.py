"""Citations in reports: points of the outline, indicators by code, documents by number and date."""

import re
from collections.abc import Iterator

from cchc_docs.office.checks.common import error, warning
from cchc_docs.office.figures.de_cuong import codes_of_points
from cchc_docs.office.figures.history import History
from cchc_docs.office.figures.values import OFFICE
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.problems import Place, Problem, did_you_mean
from cchc_docs.text import markup
from cchc_docs.text.citations import Day, cited, written
from cchc_docs.text.normal import fold

_ASSEMBLY = re.compile(
    r"(?P<so>\d+/\d{4}/QH\d+)(?P<giua>[^.;]{0,60}?)của\s+(?P<ai>Ủy ban Thường vụ Quốc hội|Chính phủ|Thủ tướng)"
)


def points(history: History) -> Iterator[Problem]:
    """The narrative stands at points that the outline of this level has."""
    data = history.data
    for rows, column in ((data.noi_dung_bao_cao, "muc"), (data.van_ban_chi_dao, "muc")):
        for row in rows:
            ky = history.periods.get(row.ky)
            if ky is None or not row.muc:
                continue
            known = codes_of_points(data.co_quan.cap, ky.den_ngay)
            if known and row.muc not in known:
                hint = did_you_mean(row.muc, known) or f"Các mục: {'; '.join(known)}."
                what = f"Đề cương báo cáo không có mục “{row.muc}” nên dòng này không được in."
                yield warning("khong_co_muc", data.place(row, column), what, hint)


def cited_figures(history: History) -> Iterator[Problem]:
    """Each indicator that a report's text cites has a figure, in that period, of that unit."""
    data = history.data
    for name, cls in SHEETS.items():
        columns = {field.name for field in cls.columns()}
        fields = [field.name for field in cls.columns() if field.kind.has_markup]
        for row in data.rows(name) if fields and "ky" in columns else ():
            ky = str(getattr(row, "ky", ""))
            if ky not in history.periods:
                continue
            unit = getattr(row, "don_vi", None)
            figures = history[ky].of(unit.ma if unit else OFFICE)
            for field in fields:
                for code in markup.cited(getattr(row, field)):
                    if code not in figures:
                        hint = did_you_mean(code, figures) or "Ghi mã như trong biểu mẫu, ví dụ [[3-3.1]]."
                        yield error("khong_co_ma", data.place(row, field), f"Không có chỉ số mã “{code}”.", hint)
                    elif figures[code].gia_tri is None:
                        what = f"Đoạn này trích [[{code}]], nhưng kỳ này chưa có số liệu ấy."
                        hint = "Điền số liệu, hoặc viết lại câu không có số."
                        yield error("chua_co_so_lieu", data.place(row, field), what, hint)


def dates_of_documents(history: History) -> Iterator[Problem]:
    """One document is cited with one date, wherever it is cited."""
    first: dict[str, tuple[Day, Place]] = {}
    told: set[tuple[str, Day]] = set()
    for number, day, where in _cited_documents(history.data):
        known, at = first.setdefault(fold(number), (day, where))
        if known != day and (fold(number), day) not in told:
            told.add((fold(number), day))
            yield warning(
                "hai_ngay_mot_van_ban",
                where,
                f"Văn bản số {number} ở đây ghi ngày {written(day)}, ở chỗ khác ghi ngày {written(known)} ({at}).",
                "Xem lại ngày của văn bản ấy.",
            )


def issuers(history: History) -> Iterator[Problem]:
    """A law or resolution numbered QH is the National Assembly's, whoever is said to have issued it."""
    for where, text in _texts(history.data):
        if found := _ASSEMBLY.search(text):
            what = f"Văn bản số {found['so']} là của Quốc hội, không phải của {found['ai']}."
            yield warning("sai_co_quan_ban_hanh", where, what, "Ký hiệu QH là của Quốc hội; sửa tên cơ quan hoặc số.")


def _cited_documents(data: Data) -> Iterator[tuple[str, Day, Place]]:
    for row in data.van_ban_chi_dao:
        day = row.ngay
        yield row.so_ky_hieu, (day.year, day.month, day.day), data.place(row, "ngay")
    for where, text in _texts(data):
        for found in cited(text):
            if found.day is not None:
                yield found.number, found.day, where


def _texts(data: Data) -> Iterator[tuple[Place, str]]:
    """All running text of the file with its place: cells with markup, and what proves results."""
    for name, cls in SHEETS.items():
        fields = [field.name for field in cls.columns() if field.kind.has_markup]
        for row in data.rows(name) if fields else ():
            for field in fields:
                if text := getattr(row, field):
                    yield data.place(row, field), text
    for row in data.ket_qua:
        if row.van_ban_chung_minh:
            yield data.place(row, "van_ban_chung_minh"), row.van_ban_chung_minh
