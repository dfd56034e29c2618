"""Small data files of reports, and what the checks that need figures say of them."""

from pathlib import Path
from textwrap import dedent

from cchc_docs.data.read import read
from cchc_docs.office.checks import check
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import VOCABULARY, Data, load
from tests.helpers import data_file

OFFICE = """\
co_quan: {ten: Sở Thử nghiệm, viet_tat: STN, co_quan_chu_quan: UBND tỉnh Phú Thọ, dia_danh: Phú Thọ, cap: sở, che_do: thủ trưởng, don_vi_soan_thao: VP}
ke_hoach: {nam: 2026, trich_yeu: CCHC năm 2026, mo_dau: Mở đầu, ket: Hết}
linh_vuc:
  - {ma: TTHC, ten_trong_ke_hoach: Cải cách thủ tục hành chính}
  - {ma: CQS, ten_trong_ke_hoach: Chính quyền số}
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
  - {ma: TT, ten: Thanh tra, loai: phòng, con_dau: có}
"""
"""A sở with two units, in 2026."""
PROVINCE = """\
co_quan: {ten: UBND tỉnh Phú Thọ, viet_tat: UBND, dia_danh: Phú Thọ, cap: tỉnh, che_do: tập thể, don_vi_soan_thao: SNV}
ke_hoach: {nam: 2026, trich_yeu: CCHC năm 2026, mo_dau: Mở đầu, ket: Hết}
linh_vuc:
  - {ma: TTHC, ten_trong_ke_hoach: Cải cách thủ tục hành chính}
don_vi:
  - {ma: SNV, ten: Sở Nội vụ, loai: sở, con_dau: có}
  - {ma: STP, ten: Sở Tư pháp, loai: sở, con_dau: có}
  - {ma: X1, ten: xã Tân Lập, loai: xã, con_dau: có}
"""
"""A province with two sở and a commune, in 2026."""


OF_A_SMALL_PLAN = {"phan_trong", "thieu_linh_vuc", "linh_vuc_trong", "khong_nhac_phu_luc"}
"""What is told of every file here: its plan lacks parts, areas and a word of its appendix."""


def figures(folder: Path, text: str, office: str = OFFICE, last_year: Data | None = None) -> History:
    """The history that the small file tells; it must have no errors of reading."""
    return History.of_file(data(folder, text, office), last_year)


def data(folder: Path, text: str, office: str = OFFICE) -> Data:
    """The small file, read without errors."""
    loaded = load(read(data_file(folder, dedent(text), office), VOCABULARY))
    assert [str(problem) for problem in loaded.problems if problem.severity == "loi"] == []
    return loaded.data


def said(folder: Path, text: str, office: str = OFFICE, last_year: Data | None = None) -> list[str]:
    """What the checks say of the small file ``thu.yaml``, without its name; but for what its small plan lacks."""
    found = check(figures(folder, text, office, last_year))
    return [str(problem).replace("thu.yaml, ", "") for problem in found if problem.code not in OF_A_SMALL_PLAN]
