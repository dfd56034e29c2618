"""Who owes the report of a period, whose is late or missing: one list for report, ``tong-hop``, check and letter."""

import ast
from datetime import date
from pathlib import Path

import pytest

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.parts.bao_cao import BaoCao
from cchc_docs.documents.subjects import Subject
from cchc_docs.office.calendar import Ky, calendar
from cchc_docs.office.records import Data
from cchc_docs.office.reporting import owing, submissions, to_urge, unnamed
from cchc_docs.office.units import organiser, successor
from tests.helpers import OFFICE, data

ROOT = Path(__file__).parents[2]

UNITS = """\
ke_hoach: {nam: 2026, trich_yeu: t, mo_dau: m, ket: k}
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
  - {ma: P1, ten: Phòng 1, loai: phòng, con_dau: không}
  - {ma: P2, ten: Phòng 2, loai: phòng, con_dau: không}
  - {ma: P3, ten: Phòng 3, loai: phòng, con_dau: không, den_ngay: 01/3/2026, thay_bang: P4}
  - {ma: P4, ten: Phòng 4, loai: phòng, con_dau: không, tu_ngay: 02/3/2026, den_ngay: 17/3/2026}
  - {ma: BQL, ten: Ban Quản lý di tích, loai: ban, con_dau: có}
  - {ma: BCD, ten: Ban Chỉ đạo, loai: khác, con_dau: không}
"""
ON_TIME, LATE, MISSING = "đúng hạn", "muộn", "chưa có"


def read(folder: Path, rows: str, period: str = "quy_1", office: str = OFFICE) -> tuple[Data, Ky]:
    found = data(folder, f"{UNITS}nop_bao_cao:\n{rows}", office)
    return found, calendar(found)[period]


def state(came: date | None, days_late: int) -> str:
    return MISSING if came is None else LATE if days_late else ON_TIME


# Quý I ends on 14/3/2026; its reports are due on 20/3/2026.
CASES = {
    "in time, on the due day, a day late, not yet": (
        "  - {ky: quý 1, don_vi: VP, ngay_nop: 13/3/2026}\n  - {ky: quý 1, don_vi: P1, ngay_nop: 20/3/2026}\n"
        "  - {ky: quý 1, don_vi: P2, ngay_nop: 21/3/2026}\n  - {ky: quý 1, don_vi: P4}\n",
        {"VP": ON_TIME, "P1": ON_TIME, "P2": LATE, "P4": MISSING, "BQL": MISSING},
        ["P2", "P4", "BQL"],
    ),
    "the one that compiles gets no letter": (
        "  - {ky: quý 1, don_vi: P1, ngay_nop: 13/3/2026}\n",
        {"VP": MISSING, "P1": ON_TIME, "P2": MISSING, "P4": MISSING, "BQL": MISSING},
        ["P2", "P4", "BQL"],
    ),
    "a board that the sheet names owes too, one that was gone before the period's end if it is named": (
        "  - {ky: quý 1, don_vi: BCD}\n  - {ky: quý 1, don_vi: P3, ngay_nop: 02/3/2026}\n",
        {"VP": MISSING, "P1": MISSING, "P2": MISSING, "P3": ON_TIME, "P4": MISSING, "BQL": MISSING, "BCD": MISSING},
        ["P1", "P2", "P4", "BQL", "BCD"],
    ),
    "of a period of which nobody keeps arrivals no letter is written": (
        "  - {ky: 6 tháng, don_vi: P1}\n",
        {"VP": MISSING, "P1": MISSING, "P2": MISSING, "P4": MISSING, "BQL": MISSING},
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_is_late(tmp_path: Path, name: str) -> None:
    rows, states, urged = CASES[name]
    found, ky = read(tmp_path, rows)
    assert {one.unit.ma: state(one.came, one.days_late) for one in submissions(found, ky)} == states
    assert [one.unit.ma for one in to_urge(found, ky)] == urged
    assert [unit.ma for unit in owing(found, ky)] == list(states)


def test_a_department_of_four_units_of_which_one_reported(tmp_path: Path) -> None:
    """Report, check and letter name the same units; the letter leaves out the organiser."""
    units = """\
ke_hoach: {nam: 2026, trich_yeu: t, mo_dau: m, ket: k}
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
  - {ma: P1, ten: Phòng 1, loai: phòng, con_dau: không}
  - {ma: BQL, ten: Ban Quản lý di tích, loai: ban, con_dau: có}
  - {ma: P4, ten: Phòng 4, loai: phòng, con_dau: không, den_ngay: 17/3/2026}
nop_bao_cao:
  - {ky: quý 1, don_vi: P1, ngay_nop: 13/3/2026}
"""
    found = data(tmp_path, units, OFFICE)
    ky = calendar(found)["quy_1"]
    report = BaoCao(Inputs(found, None, {})).of(Subject("", None, "quy_1"))
    assert report is not None
    assert report.tinh_hinh_nop is not None
    assert [unit.ma for unit in report.tinh_hinh_nop.chua_nop] == ["VP", "BQL", "P4"]
    assert [unit.ma for unit in unnamed(found, ky)] == ["VP", "BQL", "P4"]
    assert [one.unit.ma for one in to_urge(found, ky)] == ["BQL", "P4"]


def test_in_a_province_the_home_affairs_department_compiles(tmp_path: Path) -> None:
    office = OFFICE.replace("cap: sở", "cap: tỉnh").replace("don_vi_soan_thao: VP", "don_vi_soan_thao: NC")
    units = (
        "ke_hoach: {nam: 2026, trich_yeu: t, mo_dau: m, ket: k}\ndon_vi:\n"
        "  - {ma: S0, ten: Sở Nội vụ, loai: sở, con_dau: có}\n  - {ma: S1, ten: Sở Y tế, loai: sở, con_dau: có}\n"
        "  - {ma: S2, ten: Sở Công Thương, loai: sở, con_dau: có}\n"
        "nop_bao_cao:\n  - {ky: quý 1, don_vi: S2, ngay_nop: 01/3/2026}\n"
    )
    found = data(tmp_path, units, office)
    lead = organiser(found)
    assert lead is not None
    assert lead.ten == "Sở Nội vụ"
    assert [one.unit.ten for one in to_urge(found, calendar(found)["quy_1"])] == ["Sở Y tế"]


def test_without_a_due_day_nothing_is_late_and_nobody_is_urged(tmp_path: Path) -> None:
    own = (
        "  - {ky: thang_5, don_vi: P1, ngay_nop: 30/12/2026}\n  - {ky: thang_5, don_vi: P2}\n"
        "ky_bao_cao:\n  - {ma: thang_5, ten: tháng 5, tu_ngay: 01/5/2026, den_ngay: 31/5/2026}\n"
    )
    found, ky = read(tmp_path, own, "thang_5")
    assert [one.unit.ma for one in submissions(found, ky) if one.days_late] == []
    assert to_urge(found, ky) == []


def test_who_takes_the_place_of_a_unit(tmp_path: Path) -> None:
    found, _ = read(tmp_path, "  - {ky: quý 1, don_vi: P1}\n")
    of = {unit.ma: unit for unit in found.don_vi}
    days = (date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 18))
    assert [after.ma if (after := successor(found, of["P3"], day)) else "" for day in days] == ["P3", "P4", ""]


def test_only_one_module_answers_each_question() -> None:
    """Days of units, of periods and of arrivals are compared in the module that answers for them, and nowhere else."""
    homes = {
        "ngay_nop": {"office/reporting.py"},
        "han_gui": {"office/reporting.py"},
        "thay_bang": {"office/units.py", "office/checks/records.py"},  # the check that the name is known
    }
    found: dict[str, set[str]] = {name: set() for name in homes}
    package = ROOT / "cchc_docs"
    for path in sorted(package.rglob("*.py")):
        module = path.relative_to(package).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
            parts += [*node.args] if isinstance(node, ast.Call) and _name(node.func) == "find" else []
            for one in (inner for part in parts for inner in ast.walk(part)):
                if isinstance(one, ast.Attribute) and one.attr in found and not module.startswith("law/"):
                    found[one.attr].add(module)
    assert {name: modules - homes[name] for name, modules in found.items()} == {name: set() for name in homes}
    for question, home in (("def before(", "office/calendar.py"), ("def owing(", "office/reporting.py"),
                           ("def organiser(", "office/units.py"), ("def exists(", "office/units.py")):  # fmt: skip
        owners = {
            path.relative_to(package).as_posix()
            for path in package.rglob("*.py")
            if f"\n{question}" in path.read_text(encoding="utf-8")
        }
        assert owners == {home}, question


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
