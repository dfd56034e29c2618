"""Checks of inspections and late files: each mistake, and the exact sentence that a clerk reads."""

from pathlib import Path

import pytest

from tests.helpers import OFFICE, sentences

UNITS = """\
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
  - {ma: TTr, ten: Thanh tra, loai: phòng, con_dau: có}
  - {ma: TV, ten: Thư viện, loai: đơn vị sự nghiệp, con_dau: có}
  - {ma: BCD, ten: Ban Chỉ đạo, loai: khác, con_dau: không}
linh_vuc:
  - {ma: TTHC, ten_trong_ke_hoach: Cải cách thủ tục hành chính}
"""
TEAM = """\
thanh_phan_kiem_tra:
  - {ben: đoàn, ho_ten: Lê A, vai_tro: trưởng đoàn}
  - {ben: đoàn, ho_ten: Lê B, vai_tro: thư ký}
"""
DATA = UNITS + TEAM
AFTER = len((OFFICE + DATA).splitlines()) + 1
"""The line of the text after all this."""
INSPECTION = "cuoc_kiem_tra:\n  - {ma: K1, don_vi: TTr, du_kien: Tháng 6/2026, bat_dau: 08:00 12/6/2026}\n"


def said(folder: Path, text: str, data: str = DATA) -> list[str]:
    """What is said of ``text``; places without the file's name."""
    return [sentence.replace("thu.yaml, ", "") for sentence in sentences(folder, data + text)]


def on_line(number: int, sheet: str, level: str = "Cảnh báo") -> str:
    return f"{level}: trang “{sheet}”, dòng {AFTER + number}: "


def test_inspections_in_order_say_nothing(tmp_path: Path) -> None:
    assert said(tmp_path, INSPECTION) == []


# -- Hours


@pytest.mark.parametrize(
    ("start", "end"),
    [("08:00 12/6/2026", "07:30 12/6/2026"), ("08:00 12/6/2026", "08:00 12/6/2026"), ("13/6/2026", "17:00 12/6/2026")],
)
def test_an_inspection_ends_after_it_begins(tmp_path: Path, start: str, end: str) -> None:
    rows = f"cuoc_kiem_tra:\n  - {{ma: K1, don_vi: TTr, bat_dau: {start}, ket_thuc: {end}}}\n"
    assert said(tmp_path, rows) == [
        on_line(1, "cuoc_kiem_tra", "Lỗi") + "Cuộc kiểm tra K1 kết thúc trước hoặc ngay khi bắt đầu. "
        "Xem lại giờ và ngày ở hai cột."
    ]


@pytest.mark.parametrize(
    ("start", "end"), [("08:00 12/6/2026", "12/6/2026"), ("12/6/2026", "17:00 12/6/2026"), ("12/6/2026", "12/6/2026")]
)
def test_a_day_alone_says_nothing_of_the_hour(tmp_path: Path, start: str, end: str) -> None:
    assert said(tmp_path, f"cuoc_kiem_tra:\n  - {{ma: K1, don_vi: TTr, bat_dau: {start}, ket_thuc: {end}}}\n") == []


def test_an_end_without_a_beginning(tmp_path: Path) -> None:
    rows = "cuoc_kiem_tra:\n  - {ma: K1, don_vi: TTr, du_kien: Tháng 6/2026, ket_thuc: 17:00 12/6/2026}\n"
    assert said(tmp_path, rows) == [
        on_line(1, "cuoc_kiem_tra") + "Cuộc kiểm tra K1 có “Kết thúc” mà chưa có “Bắt đầu”. Điền giờ và ngày bắt đầu."
    ]


# -- Units that the plan covers


def test_a_unit_of_a_kind_that_is_not_inspected(tmp_path: Path) -> None:
    rows = INSPECTION + "  - {ma: K2, don_vi: BCD, du_kien: Tháng 7/2026}\n"
    assert said(tmp_path, rows) == [
        on_line(2, "cuoc_kiem_tra") + "“Ban Chỉ đạo” (loại: khác) không thuộc các phòng, đơn vị mà cơ quan kiểm tra, "
        "nên không tính vào tỷ lệ. Xem lại Đơn vị, hoặc Loại ở trang “Đơn vị”."
    ]


def test_a_unit_that_was_dissolved_before(tmp_path: Path) -> None:
    data = DATA.replace("ten: Thanh tra,", "ten: Thanh tra, den_ngay: 01/3/2026,")
    assert said(tmp_path, INSPECTION, data) == [
        on_line(1, "cuoc_kiem_tra") + "“Thanh tra” không hoạt động vào ngày 12/6/2026. Xem lại Đơn vị và ngày bắt đầu."
    ]


def test_an_inspection_without_a_time_in_the_schedule(tmp_path: Path) -> None:
    assert said(tmp_path, "cuoc_kiem_tra:\n  - {ma: K1, don_vi: TTr}\n") == [
        on_line(1, "cuoc_kiem_tra") + "Lịch kiểm tra chưa có thời gian của cuộc K1. "
        "Điền cột “Dự kiến”, ví dụ: Tháng 6/2026."
    ]


def test_coverage_under_the_minimum_names_the_units_that_are_left(tmp_path: Path) -> None:
    more = "".join(f"  - {{ma: P{n}, ten: Phòng {n}, loai: phòng, con_dau: không}}\n" for n in range(3))
    data = DATA.replace("linh_vuc:\n", f"{more}linh_vuc:\n")
    assert said(tmp_path, INSPECTION, data) == [
        "Cảnh báo: trang “cuoc_kiem_tra”: Lịch kiểm tra mới có 1/6 phòng, đơn vị, dưới mức 30%. "
        "Thêm ít nhất 1 cuộc. Chưa có trong lịch: Văn phòng; Thư viện; Phòng 0; Phòng 1; Phòng 2."
    ]


def test_many_units_that_are_left_are_counted(tmp_path: Path) -> None:
    more = "".join(f"  - {{ma: P{n}, ten: Phòng {n}, loai: phòng, con_dau: không}}\n" for n in range(10))
    data = DATA.replace("linh_vuc:\n", f"{more}linh_vuc:\n")
    assert said(tmp_path, INSPECTION, data)[0].endswith(
        "Lịch kiểm tra mới có 1/13 phòng, đơn vị, dưới mức 30%. Thêm ít nhất 3 cuộc. Chưa có trong lịch: 12 đơn vị."
    )


def test_a_province_inspects_offices_and_communes_and_fewer_of_them(tmp_path: Path) -> None:
    communes = "".join(f"  - {{ma: X{n}, ten: Xã {n}, loai: xã, con_dau: có}}\n" for n in range(6))
    text = f"don_vi:\n{communes}cuoc_kiem_tra:\n  - {{ma: K1, don_vi: X0, du_kien: Quý II}}\n{TEAM}"
    found = sentences(tmp_path, text, OFFICE.replace("cap: sở", "cap: tỉnh"))
    assert found == [
        "Cảnh báo: thu.yaml, trang “cuoc_kiem_tra”: Lịch kiểm tra mới có 1/6 cơ quan, đơn vị cấp tỉnh và cấp xã, dưới mức "
        "20%. Thêm ít nhất 1 cuộc. Chưa có trong lịch: Xã 1; Xã 2; Xã 3; Xã 4; Xã 5."
    ]


# -- Teams


def test_a_team_without_head_and_secretary(tmp_path: Path) -> None:
    hint = "Thêm dòng ở trang “Thành phần kiểm tra”; để trống “Cuộc kiểm tra” nếu người ấy dự mọi cuộc."
    place = "Cảnh báo: trang “cuoc_kiem_tra”, dòng"
    assert said(tmp_path, INSPECTION, UNITS) == [
        f"{place} {AFTER - 2}: Đoàn kiểm tra của cuộc K1 thiếu trưởng đoàn và thư ký. {hint}"
    ]
    head_only = UNITS + TEAM[: TEAM.rindex("  - ")]
    assert said(tmp_path, INSPECTION, head_only) == [f"{place} {AFTER}: Đoàn kiểm tra của cuộc K1 thiếu thư ký. {hint}"]


def test_people_take_part_in_the_inspections_that_their_row_names(tmp_path: Path) -> None:
    rows = INSPECTION + "  - {ma: K2, don_vi: TV, du_kien: Tháng 7/2026}\n"
    data = UNITS + TEAM.replace("ben: đoàn, ho_ten: Lê A", "cuoc_kiem_tra: K1, ben: đoàn, ho_ten: Lê A")
    assert said(tmp_path, rows, data)[0].startswith(
        on_line(2, "cuoc_kiem_tra") + "Đoàn kiểm tra của cuộc K2 thiếu trưởng đoàn."
    )


def test_two_heads(tmp_path: Path) -> None:
    data = DATA + "  - {ben: đoàn, ho_ten: Lê C, vai_tro: trưởng đoàn}\n"
    assert said(tmp_path, INSPECTION, data) == [
        on_line(2, "cuoc_kiem_tra") + "Đoàn kiểm tra của cuộc K1 có 2 trưởng đoàn. "
        "Ở trang “Thành phần kiểm tra” ghi rõ mỗi người dự cuộc nào."
    ]


def test_a_role_of_the_other_side(tmp_path: Path) -> None:
    data = DATA + "  - {ben: đơn vị, ho_ten: Lê C, vai_tro: thành viên}\n"
    assert said(tmp_path, INSPECTION, data) == [
        on_line(-1, "thanh_phan_kiem_tra", "Lỗi").replace(f"dòng {AFTER - 1}", f"dòng {AFTER}")
        + "Vai trò “thành viên” không phải của bên “đơn vị”. Người của đơn vị là đại diện; người của Đoàn là trưởng "
        "đoàn, phó trưởng đoàn, thành viên, thư ký."
    ]


# -- Findings


def finding(cells: str, kind: str = "tồn tại") -> str:
    row = f"cuoc_kiem_tra: K1, linh_vuc: TTHC, loai: {kind}, noi_dung: Chậm{cells}"
    return f"{INSPECTION}phat_hien:\n  - {{{row}}}\n"


DEMAND = ", kien_nghi: Làm ngay, don_vi_thuc_hien: TTr, han: 30/6/2026"


def test_a_shortcoming_has_its_demand(tmp_path: Path) -> None:
    assert said(tmp_path, finding(DEMAND)) == []


@pytest.mark.parametrize(
    ("cells", "missing"),
    [
        ("", "Kiến nghị; Đơn vị thực hiện; Hạn"),
        (", kien_nghi: Làm ngay, don_vi_thuc_hien: TTr", "Hạn"),
        (", kien_nghi: Làm ngay, han: 30/6/2026", "Đơn vị thực hiện"),
    ],
)
def test_a_shortcoming_without_a_part_of_its_demand(tmp_path: Path, cells: str, missing: str) -> None:
    assert said(tmp_path, finding(cells)) == [
        on_line(3, "phat_hien") + f"Tồn tại của cuộc K1 thiếu: {missing}. "
        "Thông báo kết quả phải yêu cầu khắc phục từng tồn tại, nêu đơn vị thực hiện và thời hạn."
    ]


def test_a_good_result_needs_no_demand(tmp_path: Path) -> None:
    assert said(tmp_path, finding("", "kết quả")) == []


def test_a_deadline_before_the_inspection(tmp_path: Path) -> None:
    assert said(tmp_path, finding(DEMAND.replace("30/6", "11/6"))) == [
        on_line(3, "phat_hien", "Lỗi") + "Hạn khắc phục 11/6/2026 trước ngày kiểm tra 12/6/2026. "
        "Xem lại Hạn và ngày kiểm tra."
    ]


def test_a_mended_shortcoming_has_its_report(tmp_path: Path) -> None:
    assert said(tmp_path, finding(DEMAND + ", trang_thai: đã khắc phục")) == [
        on_line(3, "phat_hien") + "Tồn tại đã khắc phục của cuộc K1 chưa có văn bản báo cáo khắc phục. "
        "Điền cột “Văn bản khắc phục”."
    ]


# -- Late files

FILE = (
    "ho_so_tre_han:\n  - {{ma_ho_so: H1, thu_tuc: Cấp phép, nguoi_nop: Đặng Thị Kín, don_vi: TTr, ngay_nhan: 01/6/2026, "
    "ngay_hen_tra: 15/6/2026, ly_do: Thiếu người, loi: cơ quan{0}}}\n"
)


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ("", ""),
        (", ngay_phieu: 14/6/2026, so_phieu: 3, ngay_hen_lai: 20/6/2026", ""),
        (
            ", ngay_phieu: 15/6/2026, so_phieu: 3, ngay_hen_lai: 20/6/2026",
            "Cảnh báo: Phiếu xin lỗi ngày 15/6/2026 muộn hơn ngày cuối phải gửi, 14/6/2026. "
            "Phiếu phải gửi chậm nhất 01 ngày trước ngày hẹn trả; xem lại Ngày phiếu.",
        ),
        (
            ", ngay_hen_lai: 20/6/2026, lan_hen_lai: 2",
            "Cảnh báo: Hồ sơ này hẹn lại lần thứ 2; chỉ được hẹn lại không quá 01 lần. "
            "Xem lại Lần hẹn lại; nếu đúng thì phải giải trình.",
        ),
        (", ngay_hen_lai: 15/6/2026", "Lỗi: “Ngày hẹn lại” không sau “Ngày hẹn trả”. Xem lại hai ngày."),
        (", ngay_phieu: 31/5/2026", "Lỗi: “Ngày phiếu” trước “Ngày nhận”. Xem lại hai ngày."),
        (
            ", so_phieu: 3, ngay_phieu: 10/6/2026",
            "Cảnh báo: Phiếu xin lỗi đã có số mà hồ sơ chưa có ngày hẹn lại. Điền “Ngày hẹn lại”.",
        ),
    ],
)
def test_days_of_a_late_file(tmp_path: Path, cells: str, sentence: str) -> None:
    level, _, rest = sentence.partition(": ")
    expected = [on_line(1, "ho_so_tre_han", level) + rest] if sentence else []
    assert said(tmp_path, FILE.format(cells)) == expected


def test_a_file_that_was_due_before_it_came(tmp_path: Path) -> None:
    assert said(tmp_path, FILE.format("").replace("15/6/2026", "31/5/2026")) == [
        on_line(1, "ho_so_tre_han", "Lỗi") + "“Ngày hẹn trả” trước “Ngày nhận”. Xem lại hai ngày."
    ]
