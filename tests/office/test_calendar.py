"""Which period is the one before: one rule, for reports, forms and checks."""

from pathlib import Path

import pytest

from cchc_docs.entry.parts import Asking
from cchc_docs.office.calendar import all_before, before, calendar
from cchc_docs.office.figures.history import History
from tests.helpers import OFFICE, data

OWN = """\
ke_hoach: {nam: 2026, trich_yeu: t, mo_dau: m, ket: k}
ky_bao_cao:
  - {ma: 9_thang, ten: 9 tháng, tu_ngay: 15/12/2025, den_ngay: 14/9/2026, han_gui: 20/9/2026}
  - {ma: thang_2, ten: tháng 2, tu_ngay: 01/2/2026, den_ngay: 28/2/2026}
  - {ma: ca_nam, ten: cả năm, tu_ngay: 15/12/2025, den_ngay: 14/12/2026}
"""
# Usual ends: quý I 14/3, 6 tháng 14/6, quý III 14/9, năm 14/12. The middle column: which periods are told (all: None).
CASES = [
    ("thang_2", None, None),
    ("quy_1", None, "thang_2"),
    ("6_thang", None, "quy_1"),
    ("quy_3", None, "6_thang"),  # 9 tháng ends on the same day, so it is not before
    ("9_thang", None, "6_thang"),  # as quý III
    ("nam", None, "9_thang"),  # both ended on 14/9; 9 tháng begins with the year
    ("ca_nam", None, "9_thang"),
    ("nam", {"quy_1", "quy_3"}, "quy_3"),
    ("nam", {"quy_1", "nam"}, "quy_1"),
    ("9_thang", {"quy_3", "9_thang"}, None),
    ("thang_13", None, None),
]


@pytest.mark.parametrize(("ky", "told", "expected"), CASES)
def test_the_period_before(tmp_path: Path, ky: str, told: set[str] | None, expected: str | None) -> None:
    found = before(calendar(data(tmp_path, OWN, OFFICE)), ky, told)
    assert (found.ma if found else None) == expected


def test_all_periods_before(tmp_path: Path) -> None:
    periods = calendar(data(tmp_path, OWN, OFFICE))
    assert all_before(periods, "9_thang") == ["thang_2", "quy_1", "6_thang"]
    assert all_before(periods, "thang_13") == []


def test_report_and_form_compare_with_the_same_period(tmp_path: Path) -> None:
    """Tried: a report of 9 tháng compared with quý III, the unit's form with 6 tháng."""
    more = """\
don_vi:
  - {ma: P1, ten: Phòng 1, loai: phòng, con_dau: không}
so_lieu_6_thang:
  - {don_vi: P1, 1-1: 4}
so_lieu_quy_3:
  - {don_vi: P1, 1-1: 5}
so_lieu_9_thang:
  - {don_vi: P1, 1-1: 9}
"""
    found = data(tmp_path, OWN + more, OFFICE)
    history = History.of_file(found)
    assert history.before("9_thang", "P1")["1-1"].gia_tri == history["6_thang"].of("P1")["1-1"].gia_tri
    assert Asking.of(found, "9_thang").before == "6_thang"
