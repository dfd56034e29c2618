"""What is new is written in one place: a copy of the program gets one more file, and no other is touched."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copy, copytree, ignore_patterns

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the program, with its templates and examples."""
    for name in ("cchc_docs", "templates", "data"):
        copytree(ROOT / name, tmp_path / name, ignore=ignore_patterns("__pycache__"))
    return tmp_path


def run(house: Path, program: str) -> str:
    """What ``program`` prints when it is run in the house."""
    environment = {**os.environ, "PYTHONPATH": str(house), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=house,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert not done.returncode, done.stderr
    return done.stdout


SHEET = '''
"""Complaints."""

from cchc_docs.data.fields import CHU, MA
from cchc_docs.office.records.base import Annotated, NextYear, Record, column
from cchc_docs.office.records.co_quan import DON_VI, DonVi


class PhanAnh(
    Record, sheet="Phản ánh", order=125, next_year=NextYear.KEEP, about="Phản ánh, kiến nghị nhận được.", names=("ma",)
):
    """Complaints, one a row."""

    ma: Annotated[str, MA] = column("Mã", "Mã của phản ánh.")
    don_vi: Annotated[DonVi, DON_VI] = column("Đơn vị", "Mã hoặc tên đơn vị.")
    noi_dung: Annotated[str, CHU] = column("Nội dung", "Nội dung phản ánh.", "")
'''
DATA = """\
co_quan: {ten: Sở Thử nghiệm, viet_tat: STN, dia_danh: Hà Nội, cap: sở, che_do: thủ trưởng, don_vi_soan_thao: VP}
ke_hoach: {nam: 2026, trich_yeu: Cải cách hành chính năm 2026, mo_dau: Sở ban hành, ket: Yêu cầu}
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
phan_anh:
  - {ma: PA1, don_vi: VP, noi_dung: Chậm trả kết quả}
"""
USE_OF_SHEET = """
from pathlib import Path
from cchc_docs.data.read import read
from cchc_docs.office.records import SHEETS, VOCABULARY, load
from cchc_docs.working_folder.data_file import blank
from cchc_docs.working_folder.new import create

found = load(read(Path("du_lieu.yaml"), VOCABULARY))
assert not found.problems, found.problems
(row,) = found.data.phan_anh
print(row.ma, row.don_vi.ten, list(SHEETS)[:3])
Path("trang.xlsx").write_bytes(blank())
print([one.heading for one in read(Path("trang.xlsx"), VOCABULARY).sheets["phan_anh"].columns])
made = create(Path("nam_sau"), previous=Path("du_lieu.yaml"))
print([list(one.values()) for one in read(made.made[0], VOCABULARY).sheets["phan_anh"].records()])
"""


def test_a_sheet_is_one_class(house: Path) -> None:
    """It is read, refers to other sheets, stands in the blank form in its place, and is taken into the next year."""
    (house / "cchc_docs/office/records/phan_anh.py").write_text(SHEET, encoding="utf-8")
    (house / "du_lieu.yaml").write_text(DATA, encoding="utf-8")
    assert run(house, USE_OF_SHEET).splitlines() == [
        "PA1 Văn phòng ['co_quan', 'don_vi', 'phan_anh']",
        "['Mã', 'Đơn vị', 'Nội dung']",
        "[['PA1', 'VP', 'Chậm trả kết quả']]",
    ]


PART = '''
"""Which units have a seal."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.parts.part import Part
from cchc_docs.documents.subjects import Subject
from cchc_docs.office.notes import noted


@dataclass(frozen=True, slots=True)
class ConDauNames:
    """The names that the part gives."""

    co_con_dau: Sequence[str] = noted("Tên các đơn vị có con dấu.", "trang “Đơn vị”")


class ConDau:
    """The units that have a seal."""

    def __init__(self, inputs: Inputs) -> None:
        self._found = ConDauNames([unit.ten for unit in inputs.data.don_vi if unit.con_dau])

    def of(self, _: Subject) -> ConDauNames:
        return self._found


PART = Part("con_dau", ConDau, ConDauNames)
'''
TYPE = "loai_van_ban: {tieu_de: Danh sách, ten_loai: Danh sách, tinh: [con_dau], chi_khi_co: [co_con_dau]}"
UNITS = """\
co_quan: {ten: Sở Thử nghiệm, viet_tat: STN, dia_danh: Hà Nội, cap: sở, che_do: thủ trưởng, don_vi_soan_thao: VP}
nguoi_ky:
  - {chuc_vu: Giám đốc, ho_ten: Lê A}
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
  - {ma: CC, ten: Chi cục, loai: chi cục, con_dau: có}
co_con_dau:
  - {ten: trang riêng}
"""
USE_OF_PART = """
from pathlib import Path
from cchc_docs.authoring.dictionary import describe
from cchc_docs.documents.check import check_type
from cchc_docs.documents.composer import Composer
from cchc_docs.working_folder.opened import open_data

checked = open_data(Path("du_lieu.yaml"), mau=Path("mau"))
wanted = checked.types["danh_sach"]
assert not list(check_type(wanted, checked.inputs))
composer = Composer(wanted, checked.inputs)
print(composer.context(composer.subjects[0])["co_con_dau"])
view = describe("danh_sach", Path("du_lieu.yaml"), Path("mau")).view
print([(one.meaning, one.origin) for one in view.variables if one.name == "co_con_dau[]"])
print(*[one.what for one in checked.problems if one.code == "trang_trung_ten_dung_rieng"])
"""


def test_a_computed_part_is_one_module(house: Path) -> None:
    """A type may name it, it is explained to authors, and no sheet of the clerk's own takes its names."""
    (house / "cchc_docs/documents/parts/con_dau.py").write_text(PART, encoding="utf-8")
    (house / "du_lieu.yaml").write_text(UNITS, encoding="utf-8")
    (house / "mau").mkdir()
    (house / "mau/danh_sach.yaml").write_text(TYPE, encoding="utf-8")
    copy(house / "templates/ke_hoach.docx", house / "mau/danh_sach.docx")
    assert run(house, USE_OF_PART).splitlines() == [
        "['Chi cục']",
        "[('Tên các đơn vị có con dấu.', 'trang “Đơn vị”')]",
        "Tên trang “co_con_dau” trùng với một tên mà mẫu dùng cho việc khác, nên mẫu không dùng được.",
    ]
