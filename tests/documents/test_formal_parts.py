"""Number, date, signer, recipients, bases: what the head and foot of every document print."""

from pathlib import Path
from typing import Any

import pytest

from cchc_docs.documents.check import check_type
from cchc_docs.documents.composer import Composer
from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.types import DocumentType, document_types
from cchc_docs.documents.use import check_use
from cchc_docs.files import shipped
from tests.helpers import COLLECTIVE, OFFICE, data

TYPE = """\
loai_van_ban:
  tieu_de: Kế hoạch cải cách hành chính
  ten_loai: Kế hoạch
  viet_tat: KH
"""
SIGNER = "nguoi_ky:\n  - {chuc_vu: Giám đốc, ho_ten: Lê A}\n"


def types(folder: Path, text: str = TYPE, name: str = "ke_hoach") -> dict[str, DocumentType]:
    """The types of a folder that holds one template."""
    (folder / "mau").mkdir(exist_ok=True)
    (folder / "mau" / f"{name}.docx").write_bytes((shipped("templates") / "ke_hoach.docx").read_bytes())
    (folder / "mau" / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = document_types([folder / "mau"])
    assert not found.problems
    return found.types


def context(folder: Path, text: str, *, office: str = OFFICE, type_text: str = TYPE) -> dict[str, Any]:
    inputs, document_type = Inputs(data(folder, text, office)), types(folder, type_text)["ke_hoach"]
    assert not list(check_type(document_type, inputs))
    composer = Composer(document_type, inputs)
    return composer.context(composer.subjects[0])


PLAN = "ke_hoach: {nam: 2026, trich_yeu: t, mo_dau: m, ket: k}\n"


@pytest.mark.parametrize(
    ("register", "number", "day"),
    [
        ("", "Số:         /KH-STN", "Hà Nam, ngày      tháng      năm 2026"),
        (
            "van_ban:\n  - {loai_van_ban: ke_hoach, so: 5, ngay: 09/02/2026}\n",
            "Số: 05/KH-STN",
            "Hà Nam, ngày 09 tháng 02 năm 2026",
        ),
        (
            "van_ban:\n  - {loai_van_ban: Kế hoạch cải cách hành chính, so: 137}\n",
            "Số: 137/KH-STN",
            "Hà Nam, ngày      tháng      năm 2026",
        ),
        (
            "van_ban:\n  - {loai_van_ban: ke_hoach, ngay: 31/12/2025}\n",
            "Số:         /KH-STN",
            "Hà Nam, ngày 31 tháng 12 năm 2025",
        ),
    ],
)
def test_number_and_date_are_blank_until_issued(tmp_path: Path, register: str, number: str, day: str) -> None:
    head = context(tmp_path, SIGNER + PLAN + register)["van_ban"]
    assert (head.ten_loai, head.so_ky_hieu, head.dia_danh_ngay) == ("KẾ HOẠCH", number, day)
    assert (
        head.kem_theo
        == f"(Kèm theo Kế hoạch số {number.removeprefix('Số: ')} {day.removeprefix('Hà Nam, ')} của Sở Thử nghiệm)"
    )


def test_a_letter_names_the_drafting_unit_instead_of_a_type(tmp_path: Path) -> None:
    letter = "loai_van_ban: {tieu_de: Công văn đôn đốc, ten_loai: Công văn}\n"
    assert context(tmp_path, SIGNER, type_text=letter)["van_ban"].so_ky_hieu == "Số:         /STN-VP"


@pytest.mark.parametrize(
    ("type_text", "register", "summary"),
    [
        (TYPE, "", ""),
        (TYPE + "  trich_yeu: Mời họp\n", "", "Mời họp"),
        (TYPE + "  tinh: [ke_hoach]\n", "", "t"),
        (TYPE + "  tinh: [ke_hoach]\n", "van_ban:\n  - {loai_van_ban: ke_hoach, trich_yeu: Khác}\n", "Khác"),
    ],
)
def test_the_summary_is_the_types_own(tmp_path: Path, type_text: str, register: str, summary: str) -> None:
    assert context(tmp_path, SIGNER + PLAN + register, type_text=type_text)["van_ban"].trich_yeu == summary


def test_the_first_signer_of_the_office_that_fits(tmp_path: Path) -> None:
    text = """\
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
nguoi_ky:
  - {don_vi: VP, chuc_vu: Chánh Văn phòng, ho_ten: Của đơn vị}
  - {loai_van_ban: bao_cao, chuc_vu: Giám đốc, ho_ten: Của báo cáo}
  - {loai_van_ban: Kế hoạch, chuc_vu: Giám đốc, ho_ten: Của kế hoạch}
  - {chuc_vu: Giám đốc, ho_ten: Của mọi loại}
"""
    assert context(tmp_path, text)["nguoi_ky"].ho_ten == "Của kế hoạch"


def test_without_a_signer_of_the_office_nothing_is_made(tmp_path: Path) -> None:
    text = "don_vi:\n  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}\n"
    text += "nguoi_ky:\n  - {don_vi: VP, chuc_vu: Chánh Văn phòng, ho_ten: A}\n"
    problems = check_type(types(tmp_path)["ke_hoach"], Inputs(data(tmp_path, text)))
    assert [str(problem) for problem in problems] == [
        "Lỗi: thu.yaml, trang “nguoi_ky”: Chưa có người ký cho văn bản “Kế hoạch cải cách hành chính”. "
        "Thêm một dòng với Chức vụ và Họ tên; để trống Loại văn bản nếu người ấy ký mọi loại."
    ]


def test_recipients_in_order_without_the_marks_that_the_template_prints(tmp_path: Path) -> None:
    text = """\
nguoi_ky:
  - {chuc_vu: Giám đốc, ho_ten: Lê A}
noi_nhan:
  - {loai_van_ban: bao_cao, vai_tro: nơi nhận, ten: Chỉ của báo cáo}
  - {vai_tro: nơi nhận, ten: "- UBND tỉnh;", muc_dich: (để b/c)}
  - {loai_van_ban: ke_hoach, vai_tro: nơi nhận, ten: "– Sở Nội vụ."}
  - {vai_tro: kính gửi, ten: "Bộ Nội vụ"}
"""
    made = context(tmp_path, text)
    assert made["noi_nhan"] == ["UBND tỉnh (để b/c)", "Sở Nội vụ"]
    assert made["kinh_gui"] == ["Bộ Nội vụ"]


@pytest.mark.parametrize(
    ("office", "rows", "filed"),
    [
        (OFFICE, "", "VT, VP."),
        (OFFICE + "  nguoi_soan_thao: CTL\n", "", "VT, VP. (CTL)"),
        (OFFICE, "noi_nhan:\n  - {vai_tro: lưu, ten: 'Lưu: VT, VP (02b).'}\n", "VT, VP (02b)."),
        (OFFICE, "noi_nhan:\n  - {vai_tro: lưu, ten: '- Lưu: VT'}\n  - {vai_tro: lưu, ten: 'NC;'}\n", "VT; NC."),
    ],
)
def test_the_filing_line(tmp_path: Path, office: str, rows: str, filed: str) -> None:
    assert context(tmp_path, SIGNER + rows, office=office)["luu"] == filed


def test_bases_of_this_type_without_end_marks(tmp_path: Path) -> None:
    text = """\
can_cu:
  - {loai_van_ban: ke_hoach, noi_dung: "Căn cứ Nghị quyết số 76/NQ-CP;"}
  - {loai_van_ban: bao_cao, noi_dung: Của báo cáo}
  - {loai_van_ban: kế hoạch, noi_dung: "Theo đề nghị của Chánh Văn phòng."}
"""
    assert context(tmp_path, SIGNER + text)["can_cu"] == [
        "Căn cứ Nghị quyết số 76/NQ-CP",
        "Theo đề nghị của Chánh Văn phòng",
    ]


@pytest.mark.parametrize(
    ("type_text", "rows", "said"),
    [
        (
            TYPE,
            "nguoi_ky:\n  - {loai_van_ban: ke_hoac, chuc_vu: Giám đốc, ho_ten: A}\n",
            "Cảnh báo: thu.yaml, trang “nguoi_ky”, dòng 9: Không có loại văn bản “ke_hoac” nên dòng này không dùng cho "
            "văn bản nào. Có phải “ke_hoach” không?",
        ),
        (
            TYPE,
            "van_ban:\n  - {loai_van_ban: ke_hoach, ky: năm, so: 12}\n",
            "Cảnh báo: thu.yaml, trang “van_ban”, dòng 9: “Kế hoạch cải cách hành chính” không làm cho kỳ này, nên số "
            "và ngày ở dòng này không được in. Xóa ô Kỳ.",
        ),
        (
            TYPE + "  ky: quý 1; năm\n",
            "van_ban:\n  - {loai_van_ban: ke_hoach, ky: quý 2, so: 12}\n",
            "Cảnh báo: thu.yaml, trang “van_ban”, dòng 9: “Kế hoạch cải cách hành chính” không làm cho kỳ này, nên số "
            "và ngày ở dòng này không được in. Các kỳ của loại này: quy_1; nam.",
        ),
        (
            TYPE,
            "van_ban:\n  - {loai_van_ban: ke_hoach, doi_tuong: VP, so: 12}\n",
            "Cảnh báo: thu.yaml, trang “van_ban”, dòng 9: “Kế hoạch cải cách hành chính” không làm cho đối tượng này, "
            "nên số và ngày ở dòng này không được in. Xóa ô Đối tượng.",
        ),
        (
            TYPE + "  can: nhiem_vuu\n",
            "",
            "Cảnh báo: ke_hoach.yaml: Loại văn bản này cần trang “nhiem_vuu” mà tệp dữ liệu không có. "
            "Có phải “nhiem_vu” không?",
        ),
        (
            TYPE,
            "danh_so:\n  - {a: b, c: d}\n",
            "Cảnh báo: thu.yaml, trang “danh_so”: Tên trang “danh_so” trùng với một tên mà mẫu dùng cho việc khác, nên "
            "mẫu không dùng được. Đổi tên trang.",
        ),
    ],
)
def test_rows_that_would_silently_serve_nothing(tmp_path: Path, type_text: str, rows: str, said: str) -> None:
    problems = check_use(data(tmp_path, rows), types(tmp_path, type_text))
    assert [str(problem) for problem in problems] == [said]


def test_areas_stand_in_the_plans_order(tmp_path: Path) -> None:
    text = """\
linh_vuc:
  - {ma: A, ten_trong_ke_hoach: Không thứ tự}
  - {ma: B, ten_trong_ke_hoach: Thứ hai, thu_tu_trong_ke_hoach: 2}
  - {ma: C, ten_trong_ke_hoach: Thứ nhất, thu_tu_trong_ke_hoach: 1}
  - {ma: D, ten_trong_ke_hoach: Cũng không}
"""
    made = context(tmp_path, SIGNER + text, type_text=TYPE + "  tinh: [ke_hoach]\n")
    assert [area.ma for area in made["linh_vuc"]] == ["C", "B", "A", "D"]


@pytest.mark.parametrize(
    ("signer", "office", "authority"),
    [
        ("{chuc_vu: Giám đốc, ho_ten: Lê A}", OFFICE, "Giám đốc Sở Thử nghiệm"),
        ("{quyen_han: KT., ky_thay: Giám đốc, chuc_vu: Phó Giám đốc, ho_ten: Lê A}", OFFICE, "Giám đốc Sở Thử nghiệm"),
        ("{quyen_han: Q., chuc_vu: Giám đốc, ho_ten: Lê A}", OFFICE, "Giám đốc Sở Thử nghiệm"),
        (
            "{quyen_han: TM. KT., ky_thay: Ủy ban nhân dân; Chủ tịch, chuc_vu: Phó Chủ tịch, ho_ten: Lê A}",
            COLLECTIVE.replace("Sở Thử nghiệm", "Ủy ban nhân dân xã Suối Mơ"),
            "Ủy ban nhân dân xã Suối Mơ",
        ),
    ],
)
def test_a_decision_is_issued_by_the_head_or_the_collective(
    tmp_path: Path, signer: str, office: str, authority: str
) -> None:
    assert context(tmp_path, f"nguoi_ky:\n  - {signer}\n", office=office)["tham_quyen"] == authority
