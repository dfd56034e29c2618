"""Who owes a report of a period, who is late with it: one answer for reports, forms, checks and the letter of urging."""

from datetime import date
from pathlib import Path

import pytest

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.parts.bao_cao import BaoCao
from cchc_docs.documents.parts.nop_bao_cao import NopMuon
from cchc_docs.documents.subjects import Subject
from cchc_docs.office.calendar import calendar
from cchc_docs.office.checks.units import missing_reports
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import Data
from cchc_docs.office.reporting import is_kept, owing, submission, to_urge
from cchc_docs.office.units import organiser
from tests.helpers import OFFICE, data

UNITS = """\
ke_hoach: {nam: 2026, trich_yeu: t, mo_dau: m, ket: k}
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
  - {ma: P1, ten: Phòng 1, loai: phòng, con_dau: không}
  - {ma: QL, ten: Ban Quản lý, loai: ban, con_dau: không}
  - {ma: BCD, ten: Ban Chỉ đạo, loai: khác, con_dau: không}
"""
"""An office whose VP compiles; quý I ends on 14/3, due on 20/3."""
PROVINCE = """\
ke_hoach: {nam: 2026, trich_yeu: t, mo_dau: m, ket: k}
don_vi:
  - {ma: SYT, ten: Sở Y tế, loai: sở, con_dau: có}
  - {ma: S0, ten: Sở Nội vụ, loai: sở, con_dau: có}
"""


def in_quy_1(folder: Path, sent: str, more: str = "") -> Data:
    return data(folder, UNITS + more + (f"nop_bao_cao:\n{sent}" if sent else ""))


def row(unit: str, day: str = "", period: str = "quý 1") -> str:
    return f"  - {{ky: {period}, don_vi: {unit}{f', ngay_nop: {day}' if day else ''}}}\n"


def unit(cells: str, kind: str = "phòng") -> str:
    return f"  - {{ma: X, ten: Phòng X, loai: {kind}, con_dau: không{cells}}}\n"


@pytest.mark.parametrize(
    ("cells", "kind", "sent", "owes"),
    [
        ("", "phòng", "", True),
        ("", "ban", "", True),  # of whatever kind, inspected or not
        ("", "xã", "", True),
        ("", "khác", "", False),  # a steering board
        ("", "khác", row("X"), True),  # but for one that the sheet names
        ("", "khác", row("X", period="quý 3"), False),  # of this period
        (", den_ngay: 31/12/2025", "phòng", "", False),
        (", den_ngay: 13/3/2026", "phòng", "", False),  # its successor reports
        (", den_ngay: 13/3/2026", "phòng", row("X", "13/3/2026"), True),  # unless it sent one
        (", den_ngay: 14/12/2025", "phòng", row("X"), False),  # gone before the period began: a mistake of the row
        (", den_ngay: 14/3/2026", "phòng", "", True),  # still there on the period's last day
        (", den_ngay: 17/3/2026", "phòng", "", True),  # ends before the due day
        (", tu_ngay: 14/3/2026", "phòng", "", True),
        (", tu_ngay: 15/3/2026", "phòng", "", False),  # there on the due day only
    ],
)
def test_who_owes_a_report(tmp_path: Path, cells: str, kind: str, sent: str, *, owes: bool) -> None:
    found = in_quy_1(tmp_path, row("P1", "10/3/2026") + sent, unit(cells, kind))
    named = [one.ma for one in owing(found, calendar(found)["quy_1"])]
    assert named == ["VP", "P1", "QL", *(["X"] if owes else [])]


@pytest.mark.parametrize(
    ("sent", "in_time", "late", "missing"),
    [
        (row("P1", "20/3/2026"), ["P1"], {}, ["VP", "QL"]),  # on the due day
        (row("P1", "21/3/2026"), [], {"P1": 1}, ["VP", "QL"]),
        (row("P1"), [], {}, ["VP", "P1", "QL"]),  # a row without a day: it has not come
        (row("P1") + row("P1", "19/3/2026"), ["P1"], {}, ["VP", "QL"]),
        (row("P1", "19/3/2026") + row("P1"), ["P1"], {}, ["VP", "QL"]),
        (row("P1", "21/3/2026") + row("QL", "30/3/2026"), [], {"QL": 10, "P1": 1}, ["VP"]),  # the latest first
        (row("VP", "25/3/2026"), [], {"VP": 5}, ["P1", "QL"]),  # the organiser as any other
        ("", [], {}, ["VP", "P1", "QL"]),
    ],
)
def test_in_time_late_or_missing(
    tmp_path: Path, sent: str, in_time: list[str], late: dict[str, int], missing: list[str]
) -> None:
    found = in_quy_1(tmp_path, sent)
    answer = submission(found, calendar(found)["quy_1"])
    assert [one.ma for one in answer.dung_han] == in_time
    assert {one.don_vi.ma: one.so_ngay for one in answer.cham} == late
    assert [one.don_vi.ma for one in answer.cham] == list(late)
    assert [one.ma for one in answer.chua_nop] == missing


def test_report_letter_and_check_name_the_same_units_the_letter_not_its_writer(tmp_path: Path) -> None:
    """Four units of which one reported: one compiles, one is of kind *ban*, one ends before the due day."""
    found = in_quy_1(tmp_path, row("P1", "10/3/2026"), unit(", den_ngay: 17/3/2026"))
    subject = Subject(ky="quy_1")
    report, letter = BaoCao(Inputs(found)).of(subject), NopMuon(Inputs(found)).of(subject)
    assert report is not None
    assert report.tinh_hinh_nop is not None
    assert [one.ma for one in report.tinh_hinh_nop.chua_nop] == ["VP", "QL", "X"]
    assert [one.don_vi.ma for one in letter.don_vi_chua_nop] == ["QL", "X"]
    assert letter.don_vi_nop_muon == []
    assert [one.what for one in missing_reports(History.of_file(found))] == [
        "Trang này không nói đến báo cáo quý I năm 2026 của 3 đơn vị: Văn phòng; Ban Quản lý; Phòng X."
    ]


def test_the_letter_has_the_late_ones_in_the_order_of_the_units(tmp_path: Path) -> None:
    found = in_quy_1(tmp_path, row("QL", "30/3/2026") + row("P1", "21/3/2026") + row("VP", "22/3/2026") + row("BCD"))
    assert {one.don_vi.ma: one.ngay_nop for one in to_urge(found, calendar(found)["quy_1"])} == {
        "P1": date(2026, 3, 21),
        "QL": date(2026, 3, 30),
        "BCD": None,
    }


def test_nobody_is_urged_where_nobody_keeps_who_sent_what(tmp_path: Path) -> None:
    found = in_quy_1(tmp_path, row("P1"))
    other = calendar(found)["quy_3"]
    assert not is_kept(found, other)
    assert to_urge(found, other) == []


def test_without_a_due_day_reports_are_missing_but_never_late_and_nobody_is_urged(tmp_path: Path) -> None:
    own = "ky_bao_cao:\n  - {ma: thang_5, ten: tháng 5, tu_ngay: 01/5/2026, den_ngay: 31/5/2026}\n"
    found = data(
        tmp_path, UNITS + own + "nop_bao_cao:\n" + row("P1", "30/6/2026", "thang_5") + row("QL", "", "thang_5")
    )
    period = calendar(found)["thang_5"]
    answer = submission(found, period)
    assert ([one.ma for one in answer.dung_han], answer.cham) == (["P1"], [])
    assert [one.ma for one in answer.chua_nop] == ["VP", "QL"]
    assert to_urge(found, period) == []


def test_in_a_province_the_home_affairs_department_compiles(tmp_path: Path) -> None:
    office = OFFICE.replace("cap: sở", "cap: tỉnh").replace("don_vi_soan_thao: VP", "don_vi_soan_thao: NC")
    found = data(tmp_path, PROVINCE + "nop_bao_cao:\n" + row("S0"), office)
    lead = organiser(found)
    assert lead is not None
    assert lead.ten == "Sở Nội vụ"
    assert [one.don_vi.ten for one in to_urge(found, calendar(found)["quy_1"])] == ["Sở Y tế"]
