"""Progress of the plan, targets against what was reached, periods, and where figures come from."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_docs.office.calendar import before, calendar
from cchc_docs.office.figures.history import History
from cchc_docs.office.figures.plan import by_area, progress
from cchc_docs.office.figures.targets import results
from cchc_docs.office.figures.trace import trace
from tests.office.figures.helpers import data, figures
from tests.office.figures.test_values import FILES, TASKS

MEASURES = """\
chi_tieu:
  - {ma: C1, linh_vuc: TTHC, noi_dung: Chỉ tiêu}
chi_so_rieng:
  - {ma: R-1, bieu_mau: Riêng, stt: 1, ten: Tỷ lệ, loai: số đếm}
"""


def test_progress_by_task_and_area(tmp_path: Path) -> None:
    file = data(
        tmp_path, TASKS + "  - {nhiem_vu: T3, ky: quý 1, trang_thai: quá hạn chưa xong, ghi_chu: Chờ kinh phí}\n"
    )
    found = progress(file, calendar(file), "quy_1")
    assert [one.trang_thai for one in found] == ["hoàn thành đúng hạn", "chưa báo cáo", "quá hạn chưa xong"]
    assert [str(unit) for unit in found[0].chu_tri] == ["Văn phòng", "Thanh tra"]
    areas = by_area(found, file.linh_vuc)
    assert [(area.ten, area.tong, area.hoan_thanh, area.qua_han) for area in areas] == [
        ("Cải cách thủ tục hành chính", 1, 1, 0),
        ("Chính quyền số", 2, 0, 1),
    ]


def test_a_task_is_as_far_as_the_unit_that_is_last(tmp_path: Path) -> None:
    rows = TASKS.replace(
        "ket_qua:\n", "ket_qua:\n  - {nhiem_vu: T1, ky: quý 1, don_vi: TT, trang_thai: quá hạn chưa xong}\n"
    )
    file = data(tmp_path, rows)
    assert progress(file, calendar(file), "quy_1")[0].trang_thai == "quá hạn chưa xong"


@pytest.mark.parametrize(
    ("measure", "reached", "verdict"),
    [
        ("so_sanh: ≥, gia_tri: 50, don_vi_tinh: '%'", "50", "đạt"),
        ("so_sanh: ≥, gia_tri: 50, don_vi_tinh: '%'", "62,5", "vượt 12,50 điểm %"),
        ("so_sanh: ≥, gia_tri: 50, don_vi_tinh: '%'", "49,99", "chưa đạt"),
        ("so_sanh: '>', gia_tri: 99, don_vi_tinh: '%'", "99", "chưa đạt"),
        ("so_sanh: '>', gia_tri: 99, don_vi_tinh: '%'", "99,5", "vượt 0,50 điểm %"),
        ("so_sanh: '=', gia_tri: 100, don_vi_tinh: '%'", "100", "đạt"),
        ("so_sanh: '=', gia_tri: 100, don_vi_tinh: '%'", "99", "chưa đạt"),
        ("so_sanh: ≤, gia_tri: 5, don_vi_tinh: hồ sơ", "3", "vượt 2 hồ sơ"),
        ("so_sanh: ≤, gia_tri: 5, don_vi_tinh: hồ sơ", "5", "đạt"),
        ("so_sanh: <, gia_tri: 5, don_vi_tinh: hồ sơ", "5", "chưa đạt"),
        ("so_sanh: trong nhóm, gia_tri: 15, don_vi_tinh: Sở", "15", "đạt"),
        ("so_sanh: trong nhóm, gia_tri: 15, don_vi_tinh: Sở", "16", "chưa đạt"),
        ("so_sanh: duy trì, gia_tri: 1, don_vi_tinh: đơn vị", "1", "đạt"),
        ("so_sanh: duy trì, gia_tri: 1, don_vi_tinh: đơn vị", "2", "đạt"),
        ("so_sanh: duy trì, gia_tri: 1, don_vi_tinh: đơn vị", "0", "chưa đạt"),
        ("so_sanh: ≥, gia_tri: 50, phan_dau: có", "40", "chưa đạt (chỉ tiêu phấn đấu)"),
        ("so_sanh: định tính", "40", "định tính"),
        ("so_sanh: ≥, gia_tri: 50", "-", "chưa có số liệu"),
    ],
)
def test_targets(tmp_path: Path, measure: str, reached: str, verdict: str) -> None:
    rows = f"thuoc_do:\n  - {{chi_tieu: C1, noi_dung: Đo, chi_so: R-1, {measure}}}\nso_lieu_quy_1:\n  - {{R-1: '{reached}'}}\n"
    history = figures(tmp_path, MEASURES + rows)
    result = results(history.data.thuoc_do, history["quy_1"].of())[0]
    assert result.nhan_xet == verdict
    assert result.hong is (verdict == "chưa đạt")


def test_the_usual_periods(tmp_path: Path) -> None:
    found = calendar(data(tmp_path, ""))
    assert {ky: (one.tu_ngay, one.den_ngay, one.han_gui) for ky, one in found.items()} == {
        "quy_1": (date(2025, 12, 15), date(2026, 3, 14), date(2026, 3, 20)),
        "6_thang": (date(2025, 12, 15), date(2026, 6, 14), date(2026, 6, 20)),
        "quy_3": (date(2026, 6, 15), date(2026, 9, 14), date(2026, 9, 20)),
        "nam": (date(2025, 12, 15), date(2026, 12, 14), date(2026, 12, 20)),
    }
    assert [str(one) for one in found.values()] == [
        "quý I năm 2026", "6 tháng đầu năm 2026", "quý III năm 2026", "năm 2026"
    ]  # fmt: skip
    assert [one.ten_ky_sau for one in found.values()] == [
        "quý II năm 2026", "6 tháng cuối năm 2026", "quý IV năm 2026", "năm 2027"
    ]  # fmt: skip


def test_an_office_may_change_a_period_and_add_one(tmp_path: Path) -> None:
    own = """\
ky_bao_cao:
  - {ma: quý 1, ten: quý I, tu_ngay: 01/01/2026, den_ngay: 31/3/2026, ten_ky_sau: quý II năm 2026}
  - {ma: 9 tháng, ten: 9 tháng đầu năm, tu_ngay: 15/12/2025, den_ngay: 14/9/2026}
"""
    found = calendar(data(tmp_path, own))
    assert list(found) == ["quy_1", "6_thang", "quy_3", "9_thang", "nam"]
    assert found["quy_1"].den_ngay == date(2026, 3, 31)
    assert str(found["9_thang"]) == "9 tháng đầu năm 2026"
    assert before(found, "6_thang") == found["quy_1"]


def test_the_period_before_and_the_same_one_last_year(tmp_path: Path) -> None:
    (tmp_path / "truoc").mkdir()
    last = data(tmp_path / "truoc", "so_lieu_quy_1:\n  - {1-5.1: 80}\n")
    now = data(tmp_path, "so_lieu_quy_1:\n  - {1-5.1: 100}\nso_lieu_6_thang:\n  - {1-5.1: 130}\n")
    history = History.of_file(now, last)
    assert history.before("6_thang")["1-5.1"].gia_tri == 100
    assert history.before("quy_1") == {}
    assert history.year_before("quy_1")["1-5.1"].gia_tri == 80
    assert history.year_before("6_thang") == {}


def test_where_a_figure_comes_from(tmp_path: Path) -> None:
    history = figures(tmp_path, FILES)
    steps = [(one.bac, one.ma, one.gia_tri, one.cach, str(one.where)) for one in trace(history, "quy_1", "3-3.1")]
    sheet = "thu.yaml, trang “ho_so_tthc”, dòng"
    assert steps == [
        (0, "3-3.1", "85", "= 3-3.1.2 / 3-3.1.1, tính ra %", ""),
        (1, "3-3.1.2", "17", "lấy từ trang khác", ""),
        (2, "3-3.1.2", "7", "trang “Hồ sơ TTHC”", f"{sheet} 10"),
        (2, "3-3.1.2", "10", "trang “Hồ sơ TTHC”", f"{sheet} 11"),
        (1, "3-3.1.1", "20", "lấy từ trang khác", ""),
        (2, "3-3.1.1", "7", "trang “Hồ sơ TTHC”", f"{sheet} 10"),
        (2, "3-3.1.1", "3", "trang “Hồ sơ TTHC”", f"{sheet} 10"),
        (2, "3-3.1.1", "10", "trang “Hồ sơ TTHC”", f"{sheet} 11"),
    ]


def test_a_typed_figure_shows_what_it_is_compared_with(tmp_path: Path) -> None:
    rows = "so_lieu_quy_1:\n  - {1-5.1: 120}\n  - {don_vi: VP, 1-5.1: 50}\n  - {don_vi: TT, 1-5.1: 70}\n"
    steps = [(one.bac, one.ten, one.gia_tri) for one in trace(figures(tmp_path, rows), "quy_1", "1-5.1")]
    assert steps == [
        (0, "Số lượng phiếu khảo sát", "120"),
        (1, "So với", "120"),
        (2, "Văn phòng", "50"),
        (2, "Thanh tra", "70"),
    ]
    assert Decimal(steps[0][2]) == 120
