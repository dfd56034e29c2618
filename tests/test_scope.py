"""One document for each row of a sheet: units, or a list that the clerk added."""

from pathlib import Path

import docx
import pytest

from cchc_docs.commands.make import make
from cchc_docs.making.jobs import MakeResult
from tests.helpers import data_file

TYPE = """\
loai_van_ban:
  tieu_de: Giấy mời họp
  ten_loai: Giấy mời
  viet_tat: GM
  pham_vi: {scope}
"""
SIGNER = "nguoi_ky:\n  - {chuc_vu: Giám đốc, ho_ten: Lê A}\n"
GUESTS = """\
khach_moi:
  - {Họ tên: Trần Thị B, Chức vụ: Trưởng phòng, Ngày: 5}
  - {Họ tên: Lê Văn C, Chức vụ: Chánh Thanh tra, Ngày: 6}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a type of the office's own: an invitation."""
    (tmp_path / "templates").mkdir()
    document = docx.Document()
    for text in (
        "{{ van_ban.so_ky_hieu }}",
        "Kính mời {{ doi_tuong.ho_ten }}, {{ doi_tuong.chuc_vu }}",
        "{{ nguoi_ky.ho_ten }}",
    ):
        document.add_paragraph(text)
    document.save(str(tmp_path / "templates" / "giay_moi.docx"))
    return tmp_path


def invite(folder: Path, data: str, scope: str = "Khách mời") -> MakeResult:
    (folder / "templates" / "giay_moi.yaml").write_text(TYPE.format(scope=scope), encoding="utf-8")
    return make(data_file(folder, data), folder / "output", types=["giấy mời"])


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_each_row_of_a_clerks_own_sheet(folder: Path) -> None:
    result = invite(folder, SIGNER + GUESTS)
    assert [str(problem) for problem in result.problems] == []
    assert [one.subject.code for one in result.documents] == ["Trần Thị B", "Lê Văn C"]
    made = [one.path.relative_to(folder).as_posix() for one in result.documents]
    assert made == ["output/khong_ro_nam/giay_moi/Trần Thị B.docx", "output/khong_ro_nam/giay_moi/Lê Văn C.docx"]
    assert texts(result.documents[1].path) == ["Số:         /GM-STN", "Kính mời Lê Văn C, Chánh Thanh tra", "Lê A"]


def test_the_register_gives_each_document_its_own_number(folder: Path) -> None:
    units = "don_vi:\n  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không, nguoi_dung_dau: Cao D, chuc_vu: CVP}\n"
    units += "  - {ma: TTr, ten: Thanh tra, loai: phòng, con_dau: có, nguoi_dung_dau: Đỗ E, chuc_vu: CTT}\n"
    register = "van_ban:\n  - {loai_van_ban: giay_moi, doi_tuong: TTr, so: 7}\n"
    template = docx.Document()
    template.add_paragraph("{{ van_ban.so_ky_hieu }}: {{ doi_tuong.ten }}, {{ doi_tuong.nguoi_dung_dau }}")
    template.save(str(folder / "templates" / "giay_moi.docx"))
    result = invite(folder, SIGNER + units + register, "don_vi")
    assert [one.path.name for one in result.documents] == ["VP.docx", "TTr.docx"]
    assert texts(result.documents[0].path) == ["Số:         /GM-STN: Văn phòng, Cao D"]
    assert texts(result.documents[1].path) == ["Số: 07/GM-STN: Thanh tra, Đỗ E"]


def test_rows_of_one_name_get_files_of_their_own_inside_the_folder(folder: Path) -> None:
    names = ["../../thoat", "Lê A", "LÊ A", "con", 'a/b\\\\c:d*e?\\"f<g>h|i', "x" * 300]
    rows = "".join(f'  - {{Họ tên: "{name}", Chức vụ: a}}\n' for name in names)
    result = invite(folder, SIGNER + "khach_moi:\n" + rows)
    made = sorted(path.relative_to(folder / "output").as_posix() for path in (folder / "output").rglob("*.docx"))
    assert made == sorted(
        f"khong_ro_nam/giay_moi/{name}.docx"
        for name in ("_.._thoat", "Lê A", "LÊ A (2)", "_con", "a_b_c_d_e_f_g_h_i", "x" * 80)
    )
    assert len(result.documents) == len(names)


def test_a_bad_row_stops_only_its_own_document(folder: Path) -> None:
    data = "khach_moi:\n  - {Họ tên: A, Chức vụ: a, ghi_chu: x}\n  - {Họ tên: B}\n  - {Họ tên: C, Chức vụ: c}\n"
    document = docx.Document()
    document.add_paragraph("{{ doi_tuong.chuc_vu|length }}")
    document.save(str(folder / "templates" / "giay_moi.docx"))
    result = invite(folder, SIGNER + data)
    assert [(one.subject.code, str(one.state)) for one in result.documents] == [
        ("A", "moi"),
        ("B", "loi"),
        ("C", "moi"),
    ]
    assert [str(problem) for problem in result.documents[1].problems] == [
        "Lỗi: giay_moi.docx, đối tượng B, thân văn bản, đoạn “{{ doi_tuong.chuc_vu|length }}”: "
        "Thẻ “{{ doi_tuong.chuc_vu|length }}”: kiểu của giá trị không hợp với phép tính hay bộ lọc này. "
        "Kiểm tra giá trị là chữ, số hay danh sách."
    ]


def test_a_blank_cell_of_an_own_sheet_prints_nothing(folder: Path) -> None:
    result = invite(folder, SIGNER + "khach_moi:\n  - {Họ tên: A, Chức vụ: a}\n  - {Họ tên: B}\n")
    assert texts(result.documents[1].path)[1] == "Kính mời B, "


def test_a_scope_that_is_no_sheet(folder: Path) -> None:
    result = invite(folder, SIGNER + GUESTS, "khach_moi_hop")
    assert [str(problem) for problem in result.problems] == [
        "Cảnh báo: giay_moi.yaml: Loại văn bản này cần trang “khach_moi_hop” mà tệp dữ liệu không có. "
        "Có phải “khach_moi” không?",
        "Lỗi: thu.yaml: Văn bản “Giấy mời họp” cần trang “khach_moi_hop”, tệp này không có hoặc để trống. "
        "Thêm dữ liệu vào trang “khach_moi_hop”.",
    ]


# -- Only rows of which something is known


def only(folder: Path, data: str, conditions: str) -> MakeResult:
    text = TYPE.format(scope="Khách mời") + f"  {conditions}\n"
    (folder / "templates" / "giay_moi.yaml").write_text(text, encoding="utf-8")
    return make(data_file(folder, data), folder / "output", types=["giay_moi"])


ANSWERS = """\
khach_moi:
  - {Họ tên: An, Chức vụ: a, Trả lời: có đến, Số ghế: 0}
  - {Họ tên: Bình, Chức vụ: a, Số ghế: 7}
  - {Họ tên: Cúc, Chức vụ: a, Trả lời: vắng}
"""


@pytest.mark.parametrize(
    ("conditions", "codes"),
    [
        ("chi_khi_co: [Trả lời]", ["An", "Cúc"]),
        ("chi_khi_co: [so_ghe]", ["An", "Bình"]),  # nought is something
        ("chi_khi_co: [Trả lời, Số ghế]", ["An"]),
        ("chi_khi_chua_co: [Trả lời]", ["Bình"]),
    ],
)
def test_a_type_may_take_only_rows_of_which_something_is_known(folder: Path, conditions: str, codes: list[str]) -> None:
    result = only(folder, SIGNER + ANSWERS, conditions)
    assert [str(problem) for problem in result.problems] == []
    assert [one.subject.code for one in result.documents] == codes


def test_a_condition_on_a_column_that_is_not_there(folder: Path) -> None:
    result = only(folder, SIGNER + ANSWERS, "chi_khi_co: [Trả lởi thư]")
    assert [str(problem) for problem in result.problems] == [
        "Lỗi: giay_moi.yaml: Mục “chỉ khi” nêu “Trả lởi thư”, không phải là một cột của trang mà văn bản nói đến. "
        "Có phải “tra_loi” không?"
    ]
    result = only(folder, SIGNER + ANSWERS, "chi_khi_chua_co: [nop_muon]")
    assert [str(problem) for problem in result.problems] == [
        "Lỗi: giay_moi.yaml: Mục “chỉ khi” nêu “nop_muon”, không phải là một cột của trang mà văn bản nói đến. "
        "Dùng được: chuc_vu; ho_ten; so_ghe; tra_loi."
    ]


def test_a_type_asked_for_by_name_that_takes_no_row(folder: Path) -> None:
    result = only(
        folder, SIGNER + "khach_moi:\n  - {Họ tên: An, Chức vụ: a, Trả lời: b}\n", "chi_khi_chua_co: [Trả lời]"
    )
    assert result.documents == ()
    assert [str(problem) for problem in result.problems] == [
        "Cảnh báo: Chưa có đối tượng nào để làm văn bản “Giấy mời họp”. Loại này chỉ làm khi chưa có Trả lời."
    ]


def test_a_document_is_named_by_the_first_name_of_its_row(folder: Path) -> None:
    rows = """\
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
ho_so_tre_han:
  - {ma_ho_so: H-1, thu_tuc: a, nguoi_nop: B, don_vi: VP, ngay_nhan: 01/6/2026, ngay_hen_tra: 9/6/2026, ly_do: c, loi: khác}
"""
    template = docx.Document()
    template.add_paragraph("{{ doi_tuong.nguoi_nop }}")
    template.save(str(folder / "templates" / "giay_moi.docx"))
    result = invite(folder, SIGNER + rows, "Hồ sơ trễ hạn")
    assert [(one.subject.code, one.path.name) for one in result.documents] == [("H-1", "H-1.docx")]
    assert texts(result.documents[0].path) == ["B"]
