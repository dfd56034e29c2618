"""Papers cite one another by the role that a type's ``.yaml`` says it has, whatever its template is called."""

from pathlib import Path
from shutil import copy

import pytest

from cchc_docs.documents.check import check_type
from cchc_docs.documents.composer import Composer
from cchc_docs.files import shipped
from cchc_docs.working_folder.opened import Checked, open_data
from tests.helpers import data_file

DATA = """\
don_vi:
  - {ma: CC, ten: Chi cục Một, loai: chi cục, con_dau: có}
nguoi_ky:
  - {chuc_vu: Giám đốc, ho_ten: Lê A}
cuoc_kiem_tra:
  - {ma: KT01, don_vi: CC}
van_ban:
  - {loai_van_ban: LOAI, doi_tuong: KT01, so: 45, ngay: 12/5/2026}
"""
DECISION = "quyet_dinh_doan_kiem_tra"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """The shipped templates, in a folder of their own that hides those (each has a name of its own there)."""
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def own(templates: Path, name: str, change: tuple[str, str] = ("", ""), base: str = DECISION) -> None:
    """A copy of a shipped type under another name, its ``.yaml`` changed."""
    copy(shipped("templates") / f"{base}.docx", templates / f"{name}.docx")
    text = (shipped("templates") / f"{base}.yaml").read_text(encoding="utf-8")
    (templates / f"{name}.yaml").write_text(text.replace(*change), encoding="utf-8")


def opened(folder: Path, registered: str) -> Checked:
    return open_data(data_file(folder, DATA.replace("LOAI", registered)))


def cited(checked: Checked) -> str:
    """The decision as the minutes cite it."""
    composer = Composer(checked.types["bien_ban_kiem_tra"], checked.inputs)
    return str(composer.context(composer.subjects[0])["cuoc"].quyet_dinh)


def said(checked: Checked) -> list[str]:
    return [str(one) for one in check_type(checked.types["bien_ban_kiem_tra"], checked.inputs)]


ROLE = "  vai_tro: quyet_dinh_kiem_tra  # văn bản khác viện dẫn theo vai trò này, không theo tên mẫu\n"


def test_the_decision_is_found_by_its_role(templates: Path, tmp_path: Path) -> None:
    """The shipped template gives up the role, and a template of another name has it."""
    own(templates, DECISION, (ROLE, ""))
    own(templates, "lap_doan", ("tieu_de: Quyết định Đoàn kiểm tra", "tieu_de: Lập Đoàn"))
    checked = opened(tmp_path, "lap_doan")
    assert cited(checked) == "Quyết định số 45/QĐ-STN ngày 12 tháng 5 năm 2026"
    assert said(checked) == []


def test_a_role_that_no_type_has_is_told(templates: Path, tmp_path: Path) -> None:
    own(templates, DECISION, (ROLE, ""))
    checked = opened(tmp_path, DECISION)
    assert cited(checked) == "Quyết định số ……/QĐ-STN ngày …… tháng …… năm ……"
    assert said(checked) == [
        "Cảnh báo: bien_ban_kiem_tra.yaml: Không có loại văn bản nào mang vai trò “quyet_dinh_kiem_tra”, nên chỗ viện "
        "dẫn quyết định ấy để trống số, ngày. Ghi vai_tro: quyet_dinh_kiem_tra vào tệp .yaml của loại văn bản ấy."
    ]


def test_two_types_of_one_role(templates: Path, tmp_path: Path) -> None:
    own(templates, "lap_doan")
    checked = opened(tmp_path, "lap_doan")
    assert [str(one) for one in checked.problems if one.code == "trung_vai_tro"] == [
        "Cảnh báo: quyet_dinh_doan_kiem_tra.yaml: Hai loại văn bản cùng vai trò “quyet_dinh_kiem_tra”: lap_doan và "
        "quyet_dinh_doan_kiem_tra. Văn bản khác chỉ viện dẫn lap_doan; bỏ mục vai_tro ở một trong hai tệp .yaml."
    ]
    assert cited(checked).startswith("Quyết định số 45/")


def test_an_unknown_role(templates: Path, tmp_path: Path) -> None:
    own(templates, "lap_doan", ("vai_tro: quyet_dinh_kiem_tra", "vai_tro: quyet_dinh_kiem_toan"))
    found = [str(one) for one in opened(tmp_path, DECISION).problems if "lap_doan" in str(one)]
    assert found == [
        "Cảnh báo: lap_doan.yaml, trang “loai_van_ban”, dòng 10: “quyet_dinh_kiem_toan” không có trong danh sách được "
        "chọn. Có phải “quyet_dinh_kiem_tra” không?"
    ]
