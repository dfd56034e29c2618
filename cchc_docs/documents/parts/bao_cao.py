"""Compute periodic reports, of the office and of each unit: outline, figures, forms, progress, targets, lists."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TypeVar

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.parts.part import Part
from cchc_docs.documents.parts.so_lieu import SoIn, SoLieuIn
from cchc_docs.documents.subjects import Subject
from cchc_docs.facts import table
from cchc_docs.office.figures.catalog import HEADER, BieuMau, ChiSo, forms
from cchc_docs.office.figures.counts import documents
from cchc_docs.office.figures.de_cuong import MucBaoCao, outline
from cchc_docs.office.figures.formula import parse
from cchc_docs.office.figures.history import History
from cchc_docs.office.figures.plan import TienDo, TienDoLinhVuc, by_area, by_state, progress
from cchc_docs.office.figures.rounding import in_prose
from cchc_docs.office.figures.targets import KetQuaChiTieu, Muc, results
from cchc_docs.office.figures.values import OFFICE
from cchc_docs.office.notes import noted
from cchc_docs.office.records import Data
from cchc_docs.office.records.bao_cao import GhiChuSoLieu, NoiDungBaoCao, SangKien, VanBanChiDao
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.reporting import TinhHinhNop, is_kept, submission
from cchc_docs.text import markup
from cchc_docs.text.formats import short_date
from cchc_docs.text.normal import MarkedText, key

_TITLED_BY_A_VERB = frozenset(["quyet_dinh", "nghi_quyet", "thong_bao", "ket_luan"])
"""Kinds of documents that are cited without *về*: Quyết định số … phê duyệt …, Thông báo số … kết luận …"""
_TASKS, _MEASURES = "các trang “Nhiệm vụ”, “Kết quả”", "trang “Thước đo” và các số liệu"
NOTHING_TO_COUNT = "Không phát sinh"
"""The *Ghi chú* of nothing divided by nothing: it prints as ``-``, never as 0 or 100."""


@dataclass(frozen=True, slots=True)
class DongBieuMau:
    """One row of a statistics form as printed."""

    stt: str = noted("Số thứ tự, có dấu chấm: 3.1.")
    ten: str = noted("Chỉ tiêu thống kê.")
    don_vi_tinh: str = noted("Đơn vị tính, như biểu mẫu in.")
    so_lieu: str = noted("Số liệu: 1.946; 99,11; - nếu không có số liệu; trống nếu chưa có.")
    la_tieu_de: bool = noted("Dòng này là tiêu đề, không có số liệu.")


@dataclass(frozen=True, slots=True)
class NhomGhiChu:
    """Rows of a form that follow one another and share a note."""

    ghi_chu: str = noted("Ghi chú chung của các dòng.")
    dong: Sequence[DongBieuMau] = noted("Các dòng.")


@dataclass(frozen=True, slots=True)
class BieuMauIn:
    """One statistics form as printed."""

    ten: str = noted("Tên biểu mẫu: Biểu mẫu 1. Công tác chỉ đạo …")
    nhom: Sequence[NhomGhiChu] = noted("Các dòng, gộp theo ghi chú.")


@dataclass(frozen=True, slots=True)
class _Period:
    """All that the reports of one period are made of, but for what differs by unit."""

    tien_do: Sequence[TienDo]
    noi_dung: Mapping[str, Sequence[NoiDungBaoCao]]
    sang_kien: Mapping[str, Sequence[SangKien]]
    ghi_chu: Mapping[str, Mapping[str, GhiChuSoLieu]]
    van_ban: Sequence[VanBanChiDao]
    nop: TinhHinhNop | None


@dataclass(frozen=True, slots=True)
class BaoCaoNames:
    """The names that the part gives."""

    van_ban_chi_dao: Sequence[VanBanChiDao] = noted("")
    sang_kien: Sequence[SangKien] = noted("")
    chi_tieu_dat: Sequence[KetQuaChiTieu] = noted("Các thước đo đạt hoặc vượt.", _MEASURES)
    chi_tieu_chua_dat: Sequence[KetQuaChiTieu] = noted("Các thước đo chưa đạt.", _MEASURES)
    so_lieu: SoLieuIn = noted(
        "Số liệu của kỳ theo mã chỉ số: so_lieu['3-3.1'] in ra con số, .co cho biết có số hay không.",
        "các trang “Số liệu …” của kỳ và những trang được đếm",
    )
    de_cuong: Sequence[MucBaoCao] = noted(
        "Các mục của báo cáo theo đề cương, lần lượt: mục, khoản, điểm.", "trang “Nội dung báo cáo” và các số liệu"
    )
    tien_do: TienDoLinhVuc = noted("Tiến độ thực hiện kế hoạch đến hết kỳ.", _TASKS)
    tien_do_linh_vuc: Sequence[TienDoLinhVuc] = noted("Tiến độ thực hiện kế hoạch theo từng lĩnh vực.", _TASKS)
    tien_do_trang_thai: Sequence[TienDoLinhVuc] = noted(
        "Các nhiệm vụ theo trạng thái: quá hạn trước, đã xong sau.", _TASKS
    )
    ket_qua_chi_tieu: Sequence[KetQuaChiTieu] = noted("Kết quả thực hiện từng thước đo của các chỉ tiêu.", _MEASURES)
    bieu_mau: Sequence[BieuMauIn] = noted(
        "Các biểu mẫu thống kê kèm báo cáo.", "các số liệu và trang “Ghi chú số liệu”"
    )
    chu_thich_van_ban: MarkedText = noted(
        "Chú thích cuối trang liệt kê các văn bản chỉ đạo trong kỳ.", "trang “Văn bản chỉ đạo”"
    )
    tinh_hinh_nop: TinhHinhNop | None = noted(
        "Đơn vị nào nộp báo cáo đúng hạn, chậm, chưa nộp; trống nếu trang Nộp báo cáo không có kỳ này.",
        "trang “Nộp báo cáo”",
    )


class BaoCao:
    """The computed part ``bao_cao``: for the office, or for the unit that the document is about."""

    def __init__(self, inputs: Inputs) -> None:
        data = inputs.data
        self._level = data.co_quan.cap
        self._areas = data.linh_vuc
        self._measures = data.thuoc_do
        history = History.of_file(data, inputs.nam_truoc)
        self._before = {ky: history.told_before(ky) for ky in history.periods}
        self._figures = {ky: history[ky] for ky in history.periods}
        last = history.nam_truoc
        self._last_year = {ky: last[ky] for ky in last.told()} if last else {}
        self._periods = {ky: _of_period(data, history, ky) for ky in history.periods}

    def of(self, subject: Subject) -> BaoCaoNames | None:
        """The names of a report: of a unit where the document is about one, else of the office."""
        ky = subject.ky
        if ky not in self._periods:
            return None
        unit = subject.row if isinstance(subject.row, DonVi) else None
        code = unit.ma if unit else OFFICE
        period = self._periods[ky]
        figures = self._so_lieu(ky, code)
        tasks = [one for one in period.tien_do if unit is None or one.is_led_by(code)]
        areas = {area.ma for area in unit.linh_vuc} if unit else set()
        targets = results(self._measures, self._figures[ky].of(code))
        documents_of_period = period.van_ban if unit is None else []
        initiatives = period.sang_kien.get(code, []) if unit else _all(period.sang_kien)
        reached, missed = _of_result(targets, Muc.DAT, Muc.VUOT), _of_result(targets, Muc.CHUA_DAT)
        lists: dict[str, Sequence[object]] = {
            "van_ban_chi_dao": documents_of_period,
            "sang_kien": initiatives,
            "chi_tieu_dat": reached,
            "chi_tieu_chua_dat": missed,
        }
        told = {name for name, rows in lists.items() if rows} | {"tien_do" for task in tasks if task.ket_qua}
        printable = _Printable(figures, told)
        return BaoCaoNames(
            van_ban_chi_dao=documents_of_period,
            sang_kien=initiatives,
            chi_tieu_dat=reached,
            chi_tieu_chua_dat=missed,
            so_lieu=figures,
            de_cuong=outline(self._level, self._figures[ky].ky, period.noi_dung.get(code, []), printable, areas),
            tien_do=TienDoLinhVuc("Kế hoạch", tasks),
            tien_do_linh_vuc=by_area(tasks, self._areas),
            tien_do_trang_thai=by_state(tasks),
            ket_qua_chi_tieu=targets,
            bieu_mau=self._forms(ky, code, figures, areas),
            chu_thich_van_ban=_as_note(period.van_ban) if unit is None else MarkedText(),
            tinh_hinh_nop=period.nop,
        )

    def _so_lieu(self, ky: str, unit: str) -> SoLieuIn:
        before = self._before[ky]
        earlier = self._figures[before].of(unit) if before else {}
        last_year = self._last_year[ky].of(unit) if ky in self._last_year else {}
        notes = self._periods[ky].ghi_chu.get(unit, {})
        cut_off = {code: row.tinh_den_ngay for code, row in notes.items() if row.tinh_den_ngay}
        return SoLieuIn(self._figures[ky].of(unit), earlier, last_year, cut_off)

    def _forms(self, ky: str, unit: str, figures: SoLieuIn, areas: Collection[str]) -> list[BieuMauIn]:
        """The statistics forms: whole for the office that has a figure at all, for a unit what it has figures of."""
        if all(figure.gia_tri is None for figure in figures.values()):
            return []
        notes = self._periods[ky].ghi_chu.get(unit, {})
        found = []
        for form in forms(self._figures[ky].catalog):
            rows = [one for one in form.chi_so if not areas or not one.linh_vuc or one.linh_vuc in areas]
            if unit != OFFICE:
                rows = _given(rows, figures)
            if rows:
                found.append(BieuMauIn(_title(form), list(_grouped(rows, figures, notes))))
        return found


PART = Part("bao_cao", BaoCao, BaoCaoNames)


@dataclass(frozen=True, slots=True)
class _Printable(Container[str]):
    """The codes of the figures that are numbers, and the names of the lists that have something."""

    figures: SoLieuIn
    lists: Collection[str]

    def __contains__(self, name: object) -> bool:
        return name in self.lists or name in self.figures


def _of_period(data: Data, history: History, ky: str) -> _Period:
    return _Period(
        progress(data, history.periods, ky),
        _by_unit([row for row in data.noi_dung_bao_cao if row.ky == ky]),
        _by_unit([row for row in data.sang_kien if row.ky == ky]),
        {
            unit: {row.ma_chi_so: row for row in rows}
            for unit, rows in _by_unit([row for row in data.ghi_chu_so_lieu if row.ky == ky]).items()
        },
        documents(data, history.periods, ky),
        submission(data, history.periods[ky]) if is_kept(data, history.periods[ky]) else None,
    )


def _of_result(targets: Sequence[KetQuaChiTieu], *wanted: Muc) -> list[KetQuaChiTieu]:
    return [one for one in targets if one.muc in wanted]


R = TypeVar("R", NoiDungBaoCao, SangKien, GhiChuSoLieu)


def _by_unit(rows: Sequence[R]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for row in rows:
        found.setdefault(row.don_vi.ma if row.don_vi else OFFICE, []).append(row)
    return found


def _all(by_unit: Mapping[str, Sequence[SangKien]]) -> list[SangKien]:
    return [row for rows in by_unit.values() for row in rows]


def _as_note(documents: Sequence[VanBanChiDao]) -> MarkedText:
    """The documents as one footnote; nothing where there is none."""
    named = [
        f"{row.ten_loai} số {row.so_ky_hieu} ngày {short_date(row.ngay)}"
        + (f" của {row.co_quan_ban_hanh}" if row.co_quan_ban_hanh else "")
        + _about(row)
        for row in documents
    ]
    text = markup.escape("; ".join(named))
    return MarkedText(f"^[{text}.]") if text else MarkedText()


def _about(row: VanBanChiDao) -> str:
    """The summary as it follows number and date: *về cải cách hành chính năm 2026*."""
    says_so = key(row.trich_yeu).startswith(("ve_", "v_v_")) or key(row.ten_loai) in _TITLED_BY_A_VERB
    return f" {row.trich_yeu}" if says_so else f" về {row.trich_yeu}"


def _given(rows: Sequence[ChiSo], figures: SoLieuIn) -> list[ChiSo]:
    """The rows of which a unit has a figure, with the headers above them."""
    kept = {one.ma for one in rows if one.loai != HEADER and figures[one.ma].gia_tri is not None}
    return [
        one
        for one in rows
        if one.ma in kept or (one.loai == HEADER and any(code.startswith(f"{one.ma}.") for code in kept))
    ]


def _title(form: BieuMau) -> str:
    return f"Biểu mẫu {form.so}. {form.ten}" if form.so else form.ten


def _grouped(rows: Sequence[ChiSo], figures: SoLieuIn, notes: Mapping[str, GhiChuSoLieu]) -> Iterator[NhomGhiChu]:
    """The rows as printed; neighbours with the same note share it, rows without one stand alone."""
    noted_rows = [(_note(figures[one.ma], notes.get(one.ma), figures), number, one) for number, one in enumerate(rows)]
    for (note, _), group in groupby(noted_rows, lambda item: (item[0], item[1] if not item[0] else -1)):
        yield NhomGhiChu(note, [_row(one, figures[one.ma]) for _, _, one in group])


def _row(one: ChiSo, figure: SoIn) -> DongBieuMau:
    header = one.loai == HEADER
    stt = f"{one.stt}." if one.stt and not one.stt.endswith(".") else one.stt
    return DongBieuMau(stt, one.ten, one.don_vi_tinh_in, "" if header else figure.bang, header)


def _note(figure: SoIn, typed: GhiChuSoLieu | None, figures: SoLieuIn) -> str:
    """Return the *Ghi chú*: what the clerk wrote, the day if not the period's, what the figure itself asks for."""
    parts = []
    if typed and typed.ghi_chu:
        parts.append(typed.ghi_chu)
    if typed and typed.tinh_den_ngay:
        parts.append(f"Tính đến ngày {short_date(typed.tinh_den_ngay)}")
    if not typed and figure.gia_tri is not None and not figure.co and figure.loai == "tỷ lệ":
        parts.append(NOTHING_TO_COUNT)
    if not typed:
        parts += _rest(figure, figures)
    return "; ".join(parts[:1] + [part[:1].lower() + part[1:] for part in parts[1:]])


def _rest(figure: SoIn, figures: SoLieuIn) -> Iterator[str]:
    """Yield what a total holds beyond the rows that the form has for its parts (``facts/doi_chieu.csv``)."""
    for row in table("doi_chieu"):
        if row["trai"] == figure.ma and row["ghi_chu_hieu"] and isinstance(figure.gia_tri, Decimal):
            parts = parse(row["phai"]).evaluate(lambda code: figures[code].gia_tri if code in figures else None)
            if isinstance(parts, Decimal) and figure.gia_tri > parts:
                yield row["ghi_chu_hieu"].format(hieu=in_prose(figure.gia_tri - parts))
