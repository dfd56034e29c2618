"""Compute the papers of inspections: the schedule, the checklist, the team, findings and demands."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.parts.cited import Issued
from cchc_docs.documents.parts.part import Part
from cchc_docs.documents.parts.the_thuc import DOTS, dotted_day
from cchc_docs.documents.subjects import Subject
from cchc_docs.office.coverage import DoPhu, KhacPhuc, coverage, mending, planned, shortcomings
from cchc_docs.office.inspections import day_of, is_finished, is_mended, is_shortcoming, people_of
from cchc_docs.office.notes import noted
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.records.kiem_tra import CuocKiemTra, PhatHien, ThanhPhanKiemTra
from cchc_docs.office.records.linh_vuc import LinhVuc
from cchc_docs.office.units import organiser
from cchc_docs.text.formats import clock, document_number, long_date, short_date
from cchc_docs.text.normal import MarkedText


@dataclass(frozen=True, slots=True)
class CuocTrongLich:
    """A line of the schedule."""

    don_vi: DonVi = noted("Đơn vị được kiểm tra.")
    hinh_thuc: str = noted("Hình thức kiểm tra.")
    thoi_gian: str = noted("Thời gian: như ghi ở cột Dự kiến, không có thì là ngày bắt đầu.")


@dataclass(frozen=True, slots=True)
class NhomTrongLich:
    """The units of one kind in the schedule."""

    loai: str = noted("Loại đơn vị: phòng, xã …")
    cuoc: Sequence[CuocTrongLich] = noted("Các cuộc kiểm tra đơn vị loại ấy.")


@dataclass(frozen=True, slots=True)
class LinhVucKiemTra:
    """An area with its points of the checklist."""

    ten: str = noted("Tên lĩnh vực.")
    noi_dung: Sequence[MarkedText] = noted("Các nội dung kiểm tra.")
    de_cuong: Sequence[MarkedText] = noted("Các nội dung ấy, theo câu chữ của đề cương báo cáo.")


@dataclass(frozen=True, slots=True)
class LinhVucTrongBienBan:
    """An area in the minutes: what was looked at and what was found."""

    ten: str = noted("Tên lĩnh vực.")
    noi_dung: Sequence[MarkedText] = noted("Các nội dung kiểm tra.")
    ket_qua: Sequence[PhatHien] = noted("Các kết quả đạt được.")
    ton_tai: Sequence[PhatHien] = noted("Các tồn tại, hạn chế.")


@dataclass(frozen=True, slots=True)
class YeuCau:
    """A demand on a unit: one for each shortcoming, in the same order."""

    noi_dung: MarkedText = noted("Việc phải làm; Kiến nghị còn trống thì là khắc phục chính tồn tại ấy.")
    don_vi: str = noted("Đơn vị thực hiện; để trống trong dữ liệu thì là đơn vị được kiểm tra.")
    thoi_han: str = noted("Thời hạn viết đủ chữ; chưa biết thì in dấu chấm.")
    ton_tai: PhatHien = noted("Tồn tại mà yêu cầu này nói đến.")


@dataclass(frozen=True, slots=True)
class CuocDaXong:
    """A finished inspection in the summary."""

    don_vi: DonVi = noted("Đơn vị được kiểm tra.")
    ngay: str = noted("Ngày kiểm tra.")
    hinh_thuc: str = noted("Hình thức kiểm tra.")
    so_ket_qua: int = noted("Số kết quả đã ghi nhận.")
    so_ton_tai: int = noted("Số tồn tại, hạn chế đã phát hiện.")
    so_bao_luu: int = noted("Số nội dung mà đơn vị bảo lưu ý kiến.")


@dataclass(frozen=True, slots=True)
class VanDe:
    """A row of the table of three columns: a shortcoming, and whether it is mended."""

    don_vi: DonVi = noted("Đơn vị được kiểm tra.")
    noi_dung: MarkedText = noted("Vấn đề cần khắc phục.")
    da_xong: bool = noted("Đã khắc phục hay chưa.")
    van_ban: str = noted("Văn bản báo cáo khắc phục.")
    han: date | None = noted("Hạn khắc phục.")


@dataclass(frozen=True, slots=True)
class HinhThuc:
    """A way of inspecting and how often it is used."""

    ten: str = noted("Hình thức: trực tiếp, trực tuyến, kết hợp.")
    so_cuoc: int = noted("Số cuộc kiểm tra theo hình thức ấy.")


@dataclass(frozen=True, slots=True)
class KiemTraTrongNam:
    """The inspections of the year."""

    dau_moi: str = noted("Đơn vị làm đầu mối: đơn vị soạn thảo của cơ quan, hoặc Sở Nội vụ.")
    ke_hoach: str = noted("Kế hoạch kiểm tra, như khi viện dẫn: Kế hoạch số 45/KH-… ngày …")
    lich: Sequence[NhomTrongLich] = noted("Lịch kiểm tra, gộp theo loại đơn vị.")
    linh_vuc: Sequence[LinhVucKiemTra] = noted("Nội dung kiểm tra, gộp theo lĩnh vực.")
    doan: Sequence[ThanhPhanKiemTra] = noted("Những người của Đoàn dự mọi cuộc.")
    hinh_thuc: Sequence[HinhThuc] = noted("Các hình thức kiểm tra.")
    theo_lich: DoPhu = noted("Số đơn vị có trong lịch, so với mức tối thiểu.")
    do_phu: DoPhu = noted("Số đơn vị đã kiểm tra xong, so với mức tối thiểu.")
    da_xong: Sequence[CuocDaXong] = noted("Các cuộc đã xong.")
    khac_phuc: KhacPhuc = noted("Số tồn tại đã và chưa khắc phục.")
    van_de: Sequence[VanDe] = noted("Từng tồn tại của các cuộc đã xong.")


@dataclass(frozen=True, slots=True)
class CuocIn:
    """One inspection as its papers print it; blank where there is none."""

    da_xong: bool = noted("Đã có giờ kết thúc hay chưa.")
    doan: Sequence[ThanhPhanKiemTra] = noted("Những người của Đoàn.")
    truong_doan: str = noted("Họ tên trưởng đoàn.")
    thu_ky: str = noted("Họ tên thư ký.")
    dai_dien: Sequence[ThanhPhanKiemTra] = noted("Những người của đơn vị được kiểm tra.")
    bat_dau: str = noted("Giờ, ngày bắt đầu viết đủ chữ; chưa biết thì in dấu chấm.")
    ket_thuc: str = noted("Giờ, ngày kết thúc viết đủ chữ; chưa biết thì in dấu chấm.")
    thoi_gian: str = noted("Thời gian như trong lịch, chữ đầu viết thường: tháng 10/2026.")
    dia_diem: str = noted("Nơi làm việc; để trống trong dữ liệu thì là trụ sở đơn vị.")
    quyet_dinh: str = noted("Quyết định thành lập Đoàn, như khi viện dẫn.")
    so_bien_ban: str = noted("Số của biên bản, khi sổ văn bản có: Số: 01/BB-ĐKT; biên bản không bắt buộc có số.")
    bien_ban: str = noted("Biên bản, như khi viện dẫn.")
    linh_vuc: Sequence[LinhVucTrongBienBan] = noted("Các lĩnh vực của biên bản.")
    ket_qua: Sequence[PhatHien] = noted("Các kết quả đạt được.")
    ton_tai: Sequence[PhatHien] = noted("Các tồn tại, hạn chế.")
    yeu_cau: Sequence[YeuCau] = noted("Các yêu cầu khắc phục, mỗi tồn tại một yêu cầu, cùng thứ tự.")
    thoi_han: str = noted("Hạn khắc phục muộn nhất, viết đủ chữ; chưa biết thì in dấu chấm.")
    bao_luu: Sequence[PhatHien] = noted("Những nội dung đơn vị bảo lưu ý kiến.")
    giai_trinh: Sequence[PhatHien] = noted("Những nội dung đơn vị giải trình.")


@dataclass(frozen=True, slots=True)
class KiemTraNames:
    """The names that the part gives."""

    kiem_tra: KiemTraTrongNam = noted("Các cuộc kiểm tra trong năm: lịch, nội dung, tỷ lệ, việc khắc phục.")
    cuoc: CuocIn = noted("Cuộc kiểm tra mà văn bản này nói đến: Đoàn, giờ giấc, kết quả, yêu cầu.")


PLAN, DECISION, MINUTES = "ke_hoach_kiem_tra", "quyet_dinh_kiem_tra", "bien_ban_kiem_tra"
"""The roles of the types whose papers are cited."""


class KiemTra:
    """The inspections' part of a template's context: what all papers share, and what belongs to one inspection."""

    def __init__(self, inputs: Inputs) -> None:
        data = inputs.data
        self._areas = _areas(data)
        self._people = people_of(data)
        self._findings: dict[str, list[PhatHien]] = {one.ma: [] for one in data.cuoc_kiem_tra}
        for row in data.phat_hien:
            self._findings[row.cuoc_kiem_tra.ma].append(row)
        self._issued = Issued(inputs, PART.roles)
        self._year = data.nam
        self._of_year = _of_year(data, self._areas, self._findings, self._issued)

    def of(self, subject: Subject) -> KiemTraNames:
        """The year's inspections, and the one that the paper is about; without one, its names are there and blank."""
        one = self._one(subject.row) if isinstance(subject.row, CuocKiemTra) else _no_inspection(self._year)
        return KiemTraNames(kiem_tra=self._of_year, cuoc=one)

    def _one(self, one: CuocKiemTra) -> CuocIn:
        people = self._people[one.ma]
        team = [person for person in people if person.ben == "đoàn"]
        number = self._number_of_minutes(one)
        areas = self._found(self._findings[one.ma])
        short = [row for area in areas for row in area.ton_tai]
        rows = [row for area in areas for row in (*area.ket_qua, *area.ton_tai)]
        return CuocIn(
            da_xong=is_finished(one),
            doan=team,
            truong_doan=_name_of(team, "trưởng đoàn"),
            thu_ky=_name_of(team, "thư ký"),
            dai_dien=[person for person in people if person.ben == "đơn vị"],
            bat_dau=_moment(one.bat_dau, self._year),
            ket_thuc=_end(one.bat_dau, one.ket_thuc),
            thoi_gian=_inside_a_sentence(_time(one)),
            dia_diem=one.dia_diem or f"trụ sở {one.don_vi.ten}",
            quyet_dinh=self._decision(one),
            so_bien_ban=f"Số: {number}" if number else "",
            bien_ban=_minutes(one, number, self._year),
            linh_vuc=areas,
            ket_qua=[row for row in rows if not is_shortcoming(row)],
            ton_tai=short,
            yeu_cau=[_demand(row, self._year) for row in short],
            thoi_han=_last_day(short, self._year),
            bao_luu=[row for row in rows if row.y_kien == "bảo lưu"],
            giai_trinh=[row for row in rows if row.y_kien == "giải trình"],
        )

    def _decision(self, one: CuocKiemTra) -> str:
        """The decision on the team: as typed, or as the register has it."""
        if one.quyet_dinh:
            return f"Quyết định {one.quyet_dinh.removeprefix('Quyết định').strip()}"
        return self._issued.cite(DECISION, one.ma)

    def _number_of_minutes(self, one: CuocKiemTra) -> str:
        """The minutes' number in the team's own series, where the register has it (NĐ 30/2020, Phụ lục I, II.3.a)."""
        entry = self._issued.find(MINUTES, one.ma)
        return f"{document_number(entry.so)}/BB-ĐKT" if entry and entry.so is not None else ""

    def _found(self, rows: Sequence[PhatHien]) -> list[LinhVucTrongBienBan]:
        """The areas that are looked at, or of which anything was found, in the plan's order."""
        return [
            LinhVucTrongBienBan(
                area.ten_trong_ke_hoach,
                points.noi_dung,
                [row for row in own if not is_shortcoming(row)],
                [row for row in own if is_shortcoming(row)],
            )
            for area, points in self._areas
            if (own := [row for row in rows if row.linh_vuc.ma == area.ma]) or points.noi_dung
        ]


PART = Part("kiem_tra", KiemTra, KiemTraNames, roles=(PLAN, DECISION, MINUTES))


def _no_inspection(year: int | None) -> CuocIn:
    """The names of an inspection where the paper is about none."""
    return CuocIn(
        da_xong=False,
        doan=[],
        truong_doan="",
        thu_ky="",
        dai_dien=[],
        bat_dau=_moment(None, year),
        ket_thuc=_end(None, None),
        thoi_gian="",
        dia_diem="",
        quyet_dinh="",
        so_bien_ban="",
        bien_ban="",
        linh_vuc=[],
        ket_qua=[],
        ton_tai=[],
        yeu_cau=[],
        thoi_han=_last_day([], year),
        bao_luu=[],
        giai_trinh=[],
    )


def _of_year(
    data: Data,
    areas: Sequence[tuple[LinhVuc, LinhVucKiemTra]],
    findings: Mapping[str, Sequence[PhatHien]],
    issued: Issued,
) -> KiemTraTrongNam:
    ways = Counter(one.hinh_thuc for one in data.cuoc_kiem_tra)
    return KiemTraTrongNam(
        dau_moi=lead.ten if (lead := organiser(data)) else data.co_quan.ten,
        ke_hoach=issued.cite(PLAN),
        lich=_schedule(data),
        linh_vuc=[points for _, points in areas if points.noi_dung],
        doan=[one for one in data.thanh_phan_kiem_tra if one.ben == "đoàn" and not one.cuoc_kiem_tra],
        hinh_thuc=[HinhThuc(way, count) for way, count in ways.items()],
        theo_lich=planned(data),
        do_phu=coverage(data),
        da_xong=[_finished(one, findings[one.ma]) for one in data.cuoc_kiem_tra if is_finished(one)],
        khac_phuc=mending(data),
        van_de=[
            VanDe(row.cuoc_kiem_tra.don_vi, row.noi_dung, is_mended(row), row.van_ban_khac_phuc, row.han)
            for row in shortcomings(data)
        ],
    )


def _areas(data: Data) -> list[tuple[LinhVuc, LinhVucKiemTra]]:
    """The areas in the plan's order, those without one after, each with its points."""
    last = len(data.linh_vuc) + 1
    found = []
    for area in sorted(data.linh_vuc, key=lambda area: area.thu_tu_trong_ke_hoach or last):
        points = [row for row in data.noi_dung_kiem_tra if row.linh_vuc.ma == area.ma]
        shown = LinhVucKiemTra(
            area.ten_trong_ke_hoach, [row.noi_dung for row in points], [row.de_cuong or row.noi_dung for row in points]
        )
        found.append((area, shown))
    return found


def _schedule(data: Data) -> list[NhomTrongLich]:
    """The schedule by kind of unit, the kinds in the order in which they first stand in it."""
    kinds = dict.fromkeys(one.don_vi.loai for one in data.cuoc_kiem_tra)
    return [
        NhomTrongLich(
            kind,
            [
                CuocTrongLich(one.don_vi, one.hinh_thuc, _time(one))
                for one in data.cuoc_kiem_tra
                if one.don_vi.loai == kind
            ],
        )
        for kind in kinds
    ]


def _time(one: CuocKiemTra) -> str:
    return one.du_kien or (f"Ngày {short_date(day_of(one.bat_dau))}" if one.bat_dau else "")


def _inside_a_sentence(time: str) -> str:
    return f"{time[:1].lower()}{time[1:]}"


def _finished(one: CuocKiemTra, rows: Sequence[PhatHien]) -> CuocDaXong:
    return CuocDaXong(
        one.don_vi,
        short_date(day_of(one.bat_dau)) if one.bat_dau else "",
        one.hinh_thuc,
        sum(not is_shortcoming(row) for row in rows),
        sum(is_shortcoming(row) for row in rows),
        sum(row.y_kien == "bảo lưu" for row in rows),
    )


def _minutes(one: CuocKiemTra, number: str, year: int | None) -> str:
    """The minutes as a notice cites them: by number where they have one, and by the day of the inspection."""
    day = dotted_day(day_of(one.bat_dau) if one.bat_dau else None, year)
    return f"Biên bản {f'số {number}' if number else 'kiểm tra'} {day}"


def _demand(row: PhatHien, year: int | None) -> YeuCau:
    unit = row.don_vi_thuc_hien or row.cuoc_kiem_tra.don_vi
    wanted = row.kien_nghi or MarkedText(f"Khắc phục tồn tại, hạn chế: {row.noi_dung}")
    return YeuCau(wanted, unit.ten, dotted_day(row.han, year), row)


def _last_day(rows: Iterable[PhatHien], year: int | None) -> str:
    """The latest day by which the shortcomings are to be mended."""
    return dotted_day(max((row.han for row in rows if row.han), default=None), year)


def _name_of(people: Iterable[ThanhPhanKiemTra], role: str) -> str:
    return next((person.ho_ten for person in people if person.vai_tro == role), "")


def _moment(moment: datetime | date | None, year: int | None) -> str:
    """``08 giờ 00 phút, ngày 16 tháng 8 năm 2023``, with dots for what is to be written by hand."""
    return f"{_clock(moment)}, {dotted_day(moment, year)}"


def _end(start: datetime | date | None, end: datetime | date | None) -> str:
    """When it ended: on the same day, unless it lasted longer."""
    if end is None or start is None or day_of(start) == day_of(end):
        return f"{_clock(end)} cùng ngày"
    return f"{_clock(end)}, {long_date(end)}"


def _clock(moment: datetime | date | None) -> str:
    return clock(moment) if isinstance(moment, datetime) else f"{DOTS} giờ {DOTS} phút"
