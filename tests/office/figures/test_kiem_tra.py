"""Figures of inspections: how many units were inspected until a day, how many shortcomings are mended."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_docs.office.coverage import coverage, mending, planned
from cchc_docs.office.records import Data
from tests.helpers import OFFICE, data

UNITS = """\
don_vi:
  - {ma: P1, ten: Phòng 1, loai: phòng, con_dau: không}
  - {ma: P2, ten: Phòng 2, loai: phòng, con_dau: không, den_ngay: 30/6/2026}
  - {ma: P3, ten: Phòng 3, loai: phòng, con_dau: không, tu_ngay: 01/7/2026}
  - {ma: TV, ten: Thư viện, loai: đơn vị sự nghiệp, con_dau: có}
  - {ma: BCD, ten: Ban Chỉ đạo, loai: khác, con_dau: không}
linh_vuc:
  - {ma: TTHC, ten_trong_ke_hoach: Thủ tục}
"""
INSPECTIONS = """\
cuoc_kiem_tra:
  - {ma: K1, don_vi: P1, bat_dau: 08:00 10/3/2026, ket_thuc: 11:00 10/3/2026}
  - {ma: K2, don_vi: TV, bat_dau: 08:00 10/6/2026, ket_thuc: 11/6/2026}
  - {ma: K3, don_vi: P1, bat_dau: 08:00 10/6/2026, ket_thuc: 11:00 10/6/2026}
  - {ma: K4, don_vi: P3, du_kien: Tháng 9/2026}
"""
FINDINGS = """\
phat_hien:
  - {cuoc_kiem_tra: K1, linh_vuc: TTHC, loai: tồn tại, noi_dung: a, trang_thai: đã khắc phục}
  - {cuoc_kiem_tra: K1, linh_vuc: TTHC, loai: tồn tại, noi_dung: b}
  - {cuoc_kiem_tra: K1, linh_vuc: TTHC, loai: kết quả, noi_dung: c}
  - {cuoc_kiem_tra: K2, linh_vuc: TTHC, loai: tồn tại, noi_dung: d, trang_thai: chưa khắc phục}
  - {cuoc_kiem_tra: K4, linh_vuc: TTHC, loai: tồn tại, noi_dung: e, trang_thai: cần khắc phục}
"""


@pytest.fixture
def year(tmp_path: Path) -> Data:
    return data(tmp_path, UNITS + INSPECTIONS + FINDINGS)


def kinds(found: object) -> dict[str, tuple[int, int]]:
    return {one.loai: (one.da_co, one.tong) for one in found.loai}  # type: ignore[attr-defined]


def test_coverage_of_the_year_by_kind_of_unit(year: Data) -> None:
    found = coverage(year)
    assert kinds(found) == {"phòng": (1, 2), "đơn vị sự nghiệp": (1, 1)}  # one phòng was dissolved; twice is once
    assert (found.da_co, found.tong, found.ti_le, found.muc, found.dat) == (2, 3, Decimal("66.67"), 30, True)
    assert [unit.ma for unit in found.con_lai] == ["P3"]
    assert found.goi_chung == "phòng, đơn vị"


@pytest.mark.parametrize(
    ("until", "by_kind"),
    [
        (date(2026, 3, 9), {"phòng": (0, 3), "đơn vị sự nghiệp": (0, 1)}),  # P3 is in the schedule, P2 still there
        (date(2026, 3, 10), {"phòng": (1, 3), "đơn vị sự nghiệp": (0, 1)}),
        (date(2026, 6, 10), {"phòng": (1, 3), "đơn vị sự nghiệp": (0, 1)}),
        (date(2026, 6, 11), {"phòng": (1, 3), "đơn vị sự nghiệp": (1, 1)}),
        (date(2026, 7, 1), {"phòng": (1, 2), "đơn vị sự nghiệp": (1, 1)}),
    ],
)
def test_coverage_until_a_day(year: Data, until: date, by_kind: dict[str, tuple[int, int]]) -> None:
    assert kinds(coverage(year, until)) == by_kind


def test_the_schedule_covers_what_is_not_inspected_yet(year: Data) -> None:
    assert (planned(year).da_co, planned(year).con_lai) == (3, [])


def test_the_minimum_is_judged_by_exact_numbers(tmp_path: Path) -> None:
    units = "".join(f"  - {{ma: P{n}, ten: Phòng {n}, loai: phòng, con_dau: không}}\n" for n in range(10))
    for count, enough in ((2, False), (3, True)):
        rows = "".join(
            f"  - {{ma: K{n}, don_vi: P{n}, bat_dau: 10/3/2026, ket_thuc: 10/3/2026}}\n" for n in range(count)
        )
        found = coverage(data(tmp_path, f"don_vi:\n{units}cuoc_kiem_tra:\n{rows}"))
        assert (found.ti_le, found.dat) == (Decimal(10 * count), enough)


@pytest.mark.parametrize("level", ["bộ", "xã", "đơn vị"])
def test_levels_without_a_rule_have_no_minimum_and_leave_out_what_is_no_unit(tmp_path: Path, level: str) -> None:
    found = coverage(data(tmp_path, UNITS + INSPECTIONS, OFFICE.replace("cap: sở", f"cap: {level}")))
    assert (found.muc, found.dat, found.tong) == (None, None, 3)


def test_of_nothing_there_is_no_rate(tmp_path: Path) -> None:
    nothing = data(tmp_path, "")
    assert (coverage(nothing).ti_le, coverage(nothing).dat, mending(nothing).ti_le) == (None, None, None)


def test_shortcomings_of_finished_inspections_that_are_mended(year: Data) -> None:
    of_year, of_spring = mending(year), mending(year, date(2026, 3, 31))
    assert (of_year.da_xong, of_year.chua_xong, of_year.tong, of_year.ti_le) == (1, 2, 3, Decimal("33.33"))
    assert (of_spring.da_xong, of_spring.tong, of_spring.ti_le) == (1, 2, Decimal(50))
