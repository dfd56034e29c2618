"""Checks of inspections and late files: hours, teams, findings and their deadlines, coverage, apologies."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from cchc_docs.facts import in_force
from cchc_docs.office.figures.history import History
from cchc_docs.office.inspections import (
    day_of,
    inspection_scope,
    is_before,
    is_mended,
    is_shortcoming,
    people_of,
    units_to_inspect,
)
from cchc_docs.office.records import error, warning
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.records.kiem_tra import CuocKiemTra, ThanhPhanKiemTra
from cchc_docs.office.units import exists
from cchc_docs.problems import Problem, Severity
from cchc_docs.text.formats import short_date

_LISTED = 8
"""So many units are named in one sentence; of more, only their number is said."""


def inspection_times(history: History) -> Iterator[Problem]:
    """An inspection ends after it begins."""
    data = history.data
    for one in data.cuoc_kiem_tra:
        if one.ket_thuc is None:
            continue
        if one.bat_dau is None:
            what = f"Cuộc kiểm tra {one.ma} có “Kết thúc” mà chưa có “Bắt đầu”."
            yield warning(data, one, "bat_dau", "kiem_tra_thieu_gio", what, "Điền giờ và ngày bắt đầu.")
        elif is_before(one.ket_thuc, one.bat_dau) or (
            one.bat_dau == one.ket_thuc and isinstance(one.ket_thuc, datetime)
        ):
            what = f"Cuộc kiểm tra {one.ma} kết thúc trước hoặc ngay khi bắt đầu."
            yield error(data, one, "ket_thuc", "kiem_tra_nguoc_gio", what, "Xem lại giờ và ngày ở hai cột.")


def inspected_units(history: History) -> Iterator[Problem]:
    """The unit is one that the plan covers.

    The plan of inspections is the sheet itself: each row is a line of its schedule. It covers a unit that exists on the
    day, is of a kind that an office of this level inspects (the kinds that count for the coverage), and has its time in
    the schedule.
    """
    data = history.data
    scope = inspection_scope(data)
    for one in data.cuoc_kiem_tra:
        unit = one.don_vi
        if not scope.takes(unit):
            yield warning(
                data,
                one,
                "don_vi",
                "kiem_tra_ngoai_dien",
                f"“{unit.ten}” (loại: {unit.loai}) không thuộc các {scope.called} mà cơ quan kiểm tra, nên không tính "
                "vào tỷ lệ.",
                "Xem lại Đơn vị, hoặc Loại ở trang “Đơn vị”.",
            )
        if one.bat_dau is not None and not exists(unit, day_of(one.bat_dau)):
            what = f"“{unit.ten}” không hoạt động vào ngày {short_date(day_of(one.bat_dau))}."
            yield warning(data, one, "don_vi", "kiem_tra_ngoai_dien", what, "Xem lại Đơn vị và ngày bắt đầu.")
        if one.bat_dau is None and not one.du_kien:
            what = f"Lịch kiểm tra chưa có thời gian của cuộc {one.ma}."
            yield warning(data, one, "du_kien", "kiem_tra_thieu_lich", what, "Điền cột “Dự kiến”, ví dụ: Tháng 6/2026.")


def teams(history: History) -> Iterator[Problem]:
    """A team has one head and a secretary; people of the unit are its representatives."""
    data = history.data
    for person in data.thanh_phan_kiem_tra:
        if (person.ben == "đơn vị") != (person.vai_tro == "đại diện"):
            what = f"Vai trò “{person.vai_tro}” không phải của bên “{person.ben}”."
            hint = "Người của đơn vị là đại diện; người của Đoàn là trưởng đoàn, phó trưởng đoàn, thành viên, thư ký."
            yield error(data, person, "vai_tro", "vai_tro_sai_ben", what, hint)
    if ThanhPhanKiemTra.sheet_key in data.unread:
        return
    people = people_of(data)
    for one in data.cuoc_kiem_tra:
        roles = [person.vai_tro for person in people[one.ma] if person.ben == "đoàn"]
        missing = [role for role in ("trưởng đoàn", "thư ký") if role not in roles]
        if missing:
            yield warning(
                data,
                one,
                "ma",
                "doan_thieu_nguoi",
                f"Đoàn kiểm tra của cuộc {one.ma} thiếu {' và '.join(missing)}.",
                "Thêm dòng ở trang “Thành phần kiểm tra”; để trống “Cuộc kiểm tra” nếu người ấy dự mọi cuộc.",
            )
        if roles.count("trưởng đoàn") > 1:
            what = f"Đoàn kiểm tra của cuộc {one.ma} có {roles.count('trưởng đoàn')} trưởng đoàn."
            hint = "Ở trang “Thành phần kiểm tra” ghi rõ mỗi người dự cuộc nào."
            yield warning(data, one, "ma", "doan_nhieu_truong", what, hint)


_DEMAND = {"kien_nghi": "Kiến nghị", "don_vi_thuc_hien": "Đơn vị thực hiện", "han": "Hạn"}


def findings(history: History) -> Iterator[Problem]:
    """Each shortcoming has its recommendation, who carries it out and a deadline, which is after the inspection."""
    data = history.data
    for row in data.phat_hien:
        if not is_shortcoming(row):
            continue
        missing = [name for name in _DEMAND if not getattr(row, name)]
        if missing:
            what = f"Tồn tại của cuộc {row.cuoc_kiem_tra.ma} thiếu: {'; '.join(_DEMAND[name] for name in missing)}."
            hint = "Thông báo kết quả phải yêu cầu khắc phục từng tồn tại, nêu đơn vị thực hiện và thời hạn."
            yield warning(data, row, missing[0], "ton_tai_thieu_kien_nghi", what, hint)
        start = row.cuoc_kiem_tra.bat_dau
        if row.han and start and row.han < day_of(start):
            what = f"Hạn khắc phục {short_date(row.han)} trước ngày kiểm tra {short_date(day_of(start))}."
            yield error(data, row, "han", "han_truoc_kiem_tra", what, "Xem lại Hạn và ngày kiểm tra.")
        if is_mended(row) and not row.van_ban_khac_phuc:
            what = f"Tồn tại đã khắc phục của cuộc {row.cuoc_kiem_tra.ma} chưa có văn bản báo cáo khắc phục."
            yield warning(
                data, row, "van_ban_khac_phuc", "khac_phuc_thieu_van_ban", what, "Điền cột “Văn bản khắc phục”."
            )


def inspection_coverage(history: History) -> Iterator[Problem]:
    """The schedule covers the part of the units that the rules ask for; else it names those still to inspect."""
    data = history.data
    minimum = inspection_scope(data).minimum
    if minimum is None or not data.cuoc_kiem_tra or {CuocKiemTra.sheet_key, DonVi.sheet_key} & data.unread:
        return
    units = units_to_inspect(data, None)
    planned = {one.don_vi.ma for one in data.cuoc_kiem_tra}
    left = [unit for unit in units if unit.ma not in planned]
    covered = len(units) - len(left)
    if 100 * covered >= minimum * len(units):
        return
    more = -(-minimum * len(units) // 100) - covered
    named = f"{'; '.join(unit.ten for unit in left)}." if len(left) <= _LISTED else f"{len(left)} đơn vị."
    yield Problem(
        "kiem_tra_duoi_muc",
        Severity.WARNING,
        data.place_of_sheet(CuocKiemTra.sheet_key),
        f"Lịch kiểm tra mới có {covered}/{len(units)} {inspection_scope(data).called}, dưới mức {minimum}%.",
        f"Thêm ít nhất {more} cuộc. Chưa có trong lịch: {named}",
    )


def late_files(history: History) -> Iterator[Problem]:
    """The days of a late file are in order."""
    data = history.data
    for row in data.ho_so_tre_han:
        for field, earlier, what in (
            ("ngay_hen_tra", row.ngay_nhan, "“Ngày hẹn trả” trước “Ngày nhận”."),
            ("ngay_phieu", row.ngay_nhan, "“Ngày phiếu” trước “Ngày nhận”."),
            ("ngay_hen_lai", row.ngay_hen_tra + timedelta(1), "“Ngày hẹn lại” không sau “Ngày hẹn trả”."),
        ):
            day: date | None = getattr(row, field)
            if day is not None and day < earlier:
                yield error(data, row, field, "ngay_nguoc", what, "Xem lại hai ngày.")


def apologies(history: History) -> Iterator[Problem]:
    """A new day is set once, and told with an apology not later than the day before the first one was due.

    What was done late cannot be mended, only known: these are warnings. Source: ``facts/xin_loi.csv``.
    """
    data = history.data
    for row in data.ho_so_tre_han:
        most = _limit("so_lan_hen_lai", row.ngay_hen_tra)
        if most is not None and row.lan_hen_lai > most:
            what = f"Hồ sơ này hẹn lại lần thứ {row.lan_hen_lai}; chỉ được hẹn lại không quá {most:02d} lần."
            hint = "Xem lại Lần hẹn lại; nếu đúng thì phải giải trình."
            yield warning(data, row, "lan_hen_lai", "hen_lai_nhieu_lan", what, hint)
        before = _limit("so_ngay_truoc_han", row.ngay_hen_tra)
        if before is not None and row.ngay_phieu is not None:
            latest = row.ngay_hen_tra - timedelta(before)
            if row.ngay_phieu > latest:
                sent = short_date(row.ngay_phieu)
                what = f"Phiếu xin lỗi ngày {sent} muộn hơn ngày cuối phải gửi, {short_date(latest)}."
                hint = f"Phiếu phải gửi chậm nhất {before:02d} ngày trước ngày hẹn trả; xem lại Ngày phiếu."
                yield warning(data, row, "ngay_phieu", "xin_loi_muon", what, hint)
        if row.so_phieu is not None and row.ngay_hen_lai is None:
            what = "Phiếu xin lỗi đã có số mà hồ sơ chưa có ngày hẹn lại."
            yield warning(data, row, "ngay_hen_lai", "thieu_ngay_hen_lai", what, "Điền “Ngày hẹn lại”.")


def _limit(name: str, day: date) -> int | None:
    """The limit that holds on ``day``; None for days before there was one."""
    return next((int(row["gia_tri"]) for row in in_force("xin_loi", day) if row["muc"] == name), None)
