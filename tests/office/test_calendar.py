"""What periods are to one another: which is the one before, which ended by then, what goes on from what."""

from datetime import date
from pathlib import Path

import pytest

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.parts.bao_cao import BaoCao
from cchc_docs.documents.subjects import Subject
from cchc_docs.entry.parts import Asking
from cchc_docs.office.calendar import before, begins_with, calendar, earlier, goes_on_from, last_of, until
from cchc_docs.office.figures.history import History
from tests.office.figures.helpers import data

NINE_MONTHS = ("9_thang", "15/12/2025", "14/9/2026")
"""It ends as quý III does and contains it."""


def own(*periods: tuple[str, str, str]) -> str:
    """The sheet *Kỳ báo cáo* with periods by code, first and last day."""
    rows = (
        f"  - {{ma: {code}, ten: kỳ {code}, tu_ngay: {first}, den_ngay: {last}}}\n" for code, first, last in periods
    )
    return "ky_bao_cao:\n" + "".join(rows) if periods else ""


@pytest.mark.parametrize(
    ("periods", "ky", "wanted"),
    [
        # The usual ones follow one another as they end.
        ((), "quy_1", None),
        ((), "6_thang", "quy_1"),
        ((), "quy_3", "6_thang"),
        ((), "nam", "quy_3"),
        ((), "thang_13", None),  # unknown
        # Two that end on one day do not follow one another; both follow what ended earlier.
        ((NINE_MONTHS,), "9_thang", "6_thang"),
        ((NINE_MONTHS,), "quy_3", "6_thang"),
        # What follows them follows the one that is like it in length.
        ((NINE_MONTHS,), "nam", "9_thang"),
        ((NINE_MONTHS, ("quy_4", "15/9/2026", "14/12/2026")), "quy_4", "quy_3"),
        ((NINE_MONTHS, ("quy_4", "15/9/2026", "14/12/2026")), "nam", "9_thang"),
        # One that overlaps others: only its last day counts.
        ((("he", "01/5/2026", "31/8/2026"),), "he", "6_thang"),
        ((("he", "01/5/2026", "31/8/2026"),), "quy_3", "he"),
        # One within another, one that contains others.
        ((("thang_2", "15/1/2026", "14/2/2026"),), "thang_2", None),
        ((("thang_2", "15/1/2026", "14/2/2026"),), "quy_1", "thang_2"),
        ((("nhiem_ky", "01/1/2021", "31/12/2026"),), "nhiem_ky", "nam"),
        # A usual period with days of its own.
        ((("quy_1", "01/1/2026", "20/6/2026"),), "6_thang", None),
        ((("quy_1", "01/1/2026", "20/6/2026"),), "quy_1", "6_thang"),
    ],
)
def test_the_period_before(
    tmp_path: Path, periods: tuple[tuple[str, str, str], ...], ky: str, wanted: str | None
) -> None:
    found = calendar(data(tmp_path, own(*periods)))
    answer = before(found, ky)
    assert (answer.ma if answer else None) == wanted


@pytest.mark.parametrize(
    ("among", "wanted"),
    [({"quy_1", "6_thang", "quy_3", "nam"}, "quy_3"), ({"quy_1", "nam"}, "quy_1"), ({"nam"}, None), (set(), None)],
)
def test_the_period_before_among_some(tmp_path: Path, among: set[str], wanted: str | None) -> None:
    answer = before(calendar(data(tmp_path, "")), "nam", among)
    assert (answer.ma if answer else None) == wanted


def test_report_form_and_checks_compare_with_the_same_period(tmp_path: Path) -> None:
    """An own *9 tháng* that ends as quý III does is compared with 6 tháng by all of them."""
    rows = "".join(
        f"so_lieu_{ky}:\n  - {{don_vi: VP, 1-5.1: {number}}}\n"
        for ky, number in (("6_thang", 1), ("quy_3", 2), ("9_thang", 3))
    )
    found = data(tmp_path, own(NINE_MONTHS) + rows)
    for ky in ("quy_3", "9_thang"):
        report = BaoCao(Inputs(found)).of(Subject("VP", found.don_vi[0], ky))
        assert report is not None
        assert report.so_lieu["1-5.1"].ky_truoc == 1
        assert History.of_file(found).before(ky, "VP")["1-5.1"].gia_tri == 1
        assert Asking.of(found, ky).before == "6_thang"


def test_a_period_of_which_nothing_is_told_yet_has_one_before_it(tmp_path: Path) -> None:
    found = data(tmp_path, "so_lieu_quy_1:\n  - {1-5.1: 5}\n")
    assert History.of_file(found).before("quy_3")["1-5.1"].gia_tri == 5


def test_what_ended_earlier_by_then_and_last(tmp_path: Path) -> None:
    found = calendar(data(tmp_path, own(NINE_MONTHS)))
    assert earlier(found, "9_thang") == earlier(found, "quy_3") == ["quy_1", "6_thang"]
    assert until(found, "9_thang") == until(found, "quy_3") == ["quy_1", "6_thang", "quy_3", "9_thang"]
    assert earlier(found, "thang_13") == until(found, "thang_13") == []
    assert last_of(found, {"quy_1", "quy_3", "9_thang"}) == ["quy_3", "9_thang"]
    assert last_of(found, set()) == []


def test_what_goes_on_from_what_and_what_begins_together(tmp_path: Path) -> None:
    found = calendar(data(tmp_path, ""))
    assert found["6_thang"].den_ngay == date(2026, 6, 14)
    pairs = [(one, other) for one in found for other in found if one != other]
    assert [pair for pair in pairs if goes_on_from(found[pair[0]], found[pair[1]])] == [("quy_3", "6_thang")]
    together = {frozenset(pair) for pair in pairs if begins_with(found[pair[0]], found[pair[1]])}
    assert together == {frozenset(pair) for pair in (("quy_1", "6_thang"), ("quy_1", "nam"), ("6_thang", "nam"))}
