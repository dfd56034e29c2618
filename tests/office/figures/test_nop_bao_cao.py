"""Which units are late with their report of a period."""

from datetime import date
from pathlib import Path

from cchc_docs.office.calendar import calendar
from cchc_docs.office.inspections import organiser
from cchc_docs.office.reporting import late_units
from tests.helpers import OFFICE, data

UNITS = """\
ke_hoach: {nam: 2026, trich_yeu: t, mo_dau: m, ket: k}
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
  - {ma: P1, ten: Phòng 1, loai: phòng, con_dau: không}
  - {ma: P2, ten: Phòng 2, loai: phòng, con_dau: không}
  - {ma: P3, ten: Phòng 3, loai: phòng, con_dau: không, den_ngay: 01/3/2026}
  - {ma: TV, ten: Thư viện, loai: đơn vị sự nghiệp, con_dau: có}
  - {ma: BCD, ten: Ban Chỉ đạo, loai: khác, con_dau: không}
"""


def late(folder: Path, rows: str, period: str = "quy_1", office: str = OFFICE) -> dict[str, date | None]:
    """The late units by code, with the day on which the report came."""
    found = data(folder, f"{UNITS}nop_bao_cao:\n{rows}", office)
    return {one.don_vi.ma: one.ngay_nop for one in late_units(found, calendar(found)[period])}


def test_late_is_what_came_after_the_due_day_or_has_not_come(tmp_path: Path) -> None:
    rows = """\
  - {ky: quý 1, don_vi: P1, ngay_nop: 20/3/2026}
  - {ky: quý 1, don_vi: P2, ngay_nop: 21/3/2026}
"""
    # The office's own drafting unit compiles; a dissolved unit and a steering board report nothing.
    assert late(tmp_path, rows) == {"P2": date(2026, 3, 21), "TV": None}


def test_in_a_province_the_home_affairs_department_compiles(tmp_path: Path) -> None:
    office = OFFICE.replace("cap: sở", "cap: tỉnh").replace("don_vi_soan_thao: VP", "don_vi_soan_thao: NC")
    more = "".join(
        f"  - {{ma: S{n}, ten: {name}, loai: sở, con_dau: có}}\n" for n, name in enumerate(("Sở Nội vụ", "Sở Y tế"))
    )
    found = data(tmp_path, UNITS + more + "nop_bao_cao:\n  - {ky: quý 1, don_vi: S0, ngay_nop: 01/3/2026}\n", office)
    assert [one.don_vi.ten for one in late_units(found, calendar(found)["quy_1"])] == ["Sở Y tế"]
    lead = organiser(found)
    assert lead is not None
    assert lead.ten == "Sở Nội vụ"


def test_a_unit_that_the_sheet_names_has_to_report_whatever_its_kind(tmp_path: Path) -> None:
    assert late(tmp_path, "  - {ky: quý 1, don_vi: BCD}\n") == {"P1": None, "P2": None, "TV": None, "BCD": None}


def test_of_a_period_that_the_sheet_says_nothing_of_nothing_is_late(tmp_path: Path) -> None:
    assert late(tmp_path, "  - {ky: quý 1, don_vi: P1}\n", "quy_3") == {}


def test_without_a_due_day_nothing_is_late(tmp_path: Path) -> None:
    own = "  - {ky: thang_5, don_vi: P1}\nky_bao_cao:\n  - {ma: thang_5, ten: tháng 5, tu_ngay: 01/5/2026, den_ngay: 31/5/2026}\n"
    assert late(tmp_path, own, "thang_5") == {}
