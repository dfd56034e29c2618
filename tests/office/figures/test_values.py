"""Figures of units and of the office: typed, counted, added up, by formula; the catalogue by level and date."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_docs.data.fields import KHONG_CO
from cchc_docs.facts import table
from cchc_docs.office.figures.catalog import catalog, forms
from cchc_docs.office.figures.counts import COUNTS
from cchc_docs.office.figures.formula import parse
from cchc_docs.office.figures.values import Cach
from cchc_docs.text.normal import key
from tests.office.figures.helpers import OFFICE, PROVINCE, data, figures

TASKS = """\
nhiem_vu:
  - {ma: T1, linh_vuc: TTHC, noi_dung: Việc 1, san_pham: x, chu_tri: VP, thoi_han: Trong năm 2026}
  - {ma: "", san_pham: y, chu_tri: TT, thoi_han: Trong năm 2026}
  - {ma: T2, linh_vuc: CQS, noi_dung: Việc 2, san_pham: x, chu_tri: TT, thoi_han: Trong năm 2026}
  - {ma: T3, linh_vuc: CQS, noi_dung: Việc 3, san_pham: x, chu_tri: TT, thoi_han: Trong năm 2026}
ket_qua:
  - {nhiem_vu: T1, ky: quý 1, trang_thai: hoàn thành đúng hạn}
  - {nhiem_vu: T2, ky: 6 tháng, trang_thai: hoàn thành quá hạn}
"""
FILES = """\
ho_so_tthc:
  - {don_vi: VP, ky: quý 1, linh_vuc: A, tiep_nhan_truc_tuyen: 10, giai_quyet_truoc_han: 7, giai_quyet_qua_han: 3}
  - {don_vi: TT, ky: quý 1, linh_vuc: A, tiep_nhan_truc_tuyen: 10, giai_quyet_dung_han: 10}
"""


def test_the_catalogue_has_the_123_rows_of_the_seven_forms() -> None:
    printed = [row for row in table("chi_so") if row["in_ra"] == "có"]
    assert len(printed) == 123
    by_form = [sum(row["bieu_mau"] == str(form) for row in printed) for form in range(1, 8)]
    assert by_form == [19, 13, 21, 19, 13, 13, 25]


def test_every_formula_and_every_source_of_the_catalogue_is_understood() -> None:
    codes = {row["ma"] for row in table("chi_so")}
    for row in table("chi_so"):
        if row["cong_thuc"]:
            assert set(parse(row["cong_thuc"]).codes) <= codes, row["ma"]
        if row["nguon_so"].startswith(("đếm:", "cộng:")):
            assert key(row["nguon_so"]) in COUNTS, row["ma"]
    assert {key(row["nguon_so"]) for row in table("chi_so") if ":" in row["nguon_so"]} == set(COUNTS)


def test_every_ratio_can_be_computed() -> None:
    assert [row["ma"] for row in table("chi_so") if row["loai"] == "tỷ lệ" and not row["cong_thuc"]] == []


def test_a_so_has_no_rows_of_a_province(tmp_path: Path) -> None:
    of_so, of_province = (catalog(data(tmp_path, "", office), date(2026, 3, 14)) for office in (OFFICE, PROVINCE))
    assert "3-3.2" in of_province
    assert "3-3.2" not in of_so
    assert len([one for one in of_province.values() if one.in_ra]) == 123
    assert [form.so for form in forms(of_so)] == list("1234567")


def test_before_the_guidance_there_is_no_catalogue(tmp_path: Path) -> None:
    assert catalog(data(tmp_path, ""), date(2025, 7, 1)) == {}


def test_the_plan_is_counted_by_tasks_not_by_products(tmp_path: Path) -> None:
    history = figures(tmp_path, TASKS)
    first, half = history["quy_1"].of(), history["6_thang"].of()
    assert (first["1-2.1"].gia_tri, first["1-2.2"].gia_tri, first["1-2.2"].cach) == (3, 1, Cach.DEM)
    assert half["1-2.2"].gia_tri == 2  # what was done stays done
    of_unit = history["quy_1"].of("TT")
    assert (of_unit["1-2.1"].gia_tri, of_unit["1-2.2"].gia_tri) == (3, 1)
    assert history["quy_1"].of("VP")["1-2"].gia_tri == 100


def test_a_document_counts_once_in_every_period_that_covers_its_day(tmp_path: Path) -> None:
    rows = """\
van_ban_chi_dao:
  - {ky: quý 1, ten_loai: Kế hoạch, so_ky_hieu: 1/KH-STN, ngay: 05/01/2026, trich_yeu: A}
  - {ky: 6 tháng, ten_loai: Kế hoạch, so_ky_hieu: 1/KH-STN, ngay: 05/01/2026, trich_yeu: A}
  - {ky: 6 tháng, ten_loai: Công văn, so_ky_hieu: 9/STN-VP, ngay: 05/5/2026, trich_yeu: B}
  - {ky: quý 3, ten_loai: Công văn, so_ky_hieu: 20/STN-VP, ngay: 05/8/2026, trich_yeu: C}
"""
    history = figures(tmp_path, rows)
    assert {ky: history[ky].of()["1-1"].gia_tri for ky in history.periods} == {
        "quy_1": 1,
        "6_thang": 2,
        "quy_3": 1,
        "nam": 3,
    }


def test_files_are_added_up_and_ratios_weighted(tmp_path: Path) -> None:
    """70 % of 10 and 100 % of 10: 85 %, from the files, not from the percentages."""
    history = figures(tmp_path, FILES.replace("10, giai_quyet_dung_han: 10", "30, giai_quyet_dung_han: 30"))
    office = history["quy_1"].of()
    assert (office["3-3.1.1"].gia_tri, office["3-3.1.2"].gia_tri, office["3-3.1"].gia_tri) == (40, 37, Decimal("92.5"))
    assert history["quy_1"].of("VP")["3-3.1"].gia_tri == 70


def test_files_of_communes_are_told_apart(tmp_path: Path) -> None:
    rows = FILES.replace("VP", "STP").replace("TT,", "X1,")
    office = figures(tmp_path, rows, PROVINCE)["quy_1"].of()
    assert (office["3-3.1.1"].gia_tri, office["3-3.2.1"].gia_tri) == (10, 10)


def test_nothing_by_nothing_is_no_figure(tmp_path: Path) -> None:
    office = figures(tmp_path, "so_lieu_quy_1:\n  - {2-2.2.1: 0, 2-2.2.2: 0}\n")["quy_1"].of()
    assert office["2-2.2"].gia_tri is KHONG_CO


def test_typed_figures_are_kept_and_compared(tmp_path: Path) -> None:
    office = figures(tmp_path, "so_lieu_quy_1:\n  - {3-3.1: 99, 3-3.1.1: 200, 3-3.1.2: 199}\n")["quy_1"].of()
    assert (office["3-3.1"].gia_tri, office["3-3.1"].khac) == (99, Decimal("99.5"))


def test_percentages_of_units_are_never_added_up(tmp_path: Path) -> None:
    rows = "so_lieu_quy_1:\n  - {don_vi: VP, 7-4.1: 50}\n  - {don_vi: TT, 7-4.1: 100}\n"
    assert figures(tmp_path, rows)["quy_1"].of()["7-4.1"].gia_tri is None


def test_the_office_may_add_rows_and_forms(tmp_path: Path) -> None:
    own = """\
chi_so_rieng:
  - {ma: R-1, bieu_mau: "3", stt: 4, ten: Số phiếu, loai: số đếm}
  - {ma: R-2, bieu_mau: Biểu mẫu riêng của Sở, stt: 1, ten: Tỷ lệ phiếu tốt, loai: tỷ lệ, cong_thuc: R-3 / R-1}
  - {ma: R-3, bieu_mau: Biểu mẫu riêng của Sở, stt: 2, ten: Số phiếu tốt, loai: số đếm}
so_lieu_quy_1:
  - {don_vi: VP, R-1: 30, R-3: 20}
  - {don_vi: TT, R-1: 10, R-3: 10}
"""
    history = figures(tmp_path, own)
    assert history["quy_1"].of()["R-2"].gia_tri == 75
    printed = forms(history["quy_1"].catalog)
    assert printed[2].chi_so[-1].ten == "Số phiếu"
    assert (printed[-1].so, printed[-1].ten) == ("", "Biểu mẫu riêng của Sở")


def test_formulas_in_a_circle_have_no_value(tmp_path: Path) -> None:
    own = """\
chi_so_rieng:
  - {ma: R-1, bieu_mau: Riêng, stt: 1, ten: A, loai: số đếm, cong_thuc: R-2}
  - {ma: R-2, bieu_mau: Riêng, stt: 2, ten: B, loai: số đếm, cong_thuc: R-1}
so_lieu_quy_1:
  - {R-3: 1, 1-5.1: 3}
"""
    assert figures(tmp_path, own)["quy_1"].of()["R-1"].gia_tri is None


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.none(), st.just("-"), st.integers(0, 10**6)), min_size=2, max_size=2))
def test_the_office_is_the_sum_of_its_units(tmp_path: Path, given_by_units: list[object]) -> None:
    cells = [f", 1-5.1: {'' if value is None else value}" for value in given_by_units]
    rows = f"so_lieu_quy_1:\n  - {{don_vi: VP, 5-2.1: 1{cells[0]}}}\n  - {{don_vi: TT, 5-2.1: 1{cells[1]}}}\n"
    office = figures(tmp_path, rows)["quy_1"].of()["1-5.1"].gia_tri
    numbers = [value for value in given_by_units if isinstance(value, int)]
    if numbers:
        assert office == sum(numbers)
    else:
        assert office is (KHONG_CO if "-" in given_by_units else None)
