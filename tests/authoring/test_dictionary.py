"""``cchc xem``: what a template may use, complete and true."""

import json
from pathlib import Path

import docx
import pytest

from cchc_docs.authoring import examples
from cchc_docs.authoring.dictionary import TypesView, TypeView, Variable, describe, example_context, list_types, save
from cchc_docs.documents.names import MEANINGS
from cchc_docs.files import example_file, example_files
from cchc_docs.office.records import SHEETS
from cchc_docs.result import Result
from cchc_docs.text.numbering import DanhSo
from cchc_docs.word.template import filters
from cchc_docs.word.template.language import LANGUAGE
from cchc_docs.working_folder.opened import open_data
from tests.helpers import data_file
from tests.sound.ooxml import complaints
from tests.word.template.word import lines

CHECKED = open_data(example_file())
CONTEXT = example_context(CHECKED.types["ke_hoach"], CHECKED.inputs)


def view(loai: str = "ke_hoach", du_lieu: Path | None = None) -> TypeView:
    found = describe(loai, du_lieu, None)
    assert isinstance(found.view, TypeView), found.problems
    return found.view


def variables(one: TypeView) -> dict[str, Variable]:
    return {variable.name: variable for variable in one.variables}


def test_every_column_of_every_sheet_is_there_with_its_sheet_and_heading() -> None:
    names = variables(view())
    for name, cls in SHEETS.items():
        if name in MEANINGS or cls.is_personal:  # a template sees what of it is this document's
            continue
        for field in cls.columns():
            found = (
                names.get(f"{name}.{field.name}")
                or names.get(f"{name}[].{field.name}")
                or names.get(f"{name}[].{field.name}[]")
                or names.get(f"{name}.{field.name}[]")
            )
            assert found is not None, f"{name}.{field.name}"
            assert (found.meaning, field.heading in found.origin, cls.sheet in found.origin) == (field.note, True, True)


def test_who_handed_a_file_in_is_not_shown_to_authors() -> None:
    names = variables(view("phieu_xin_loi", example_files()[1]))
    private = {name for name, one in names.items() if one.sample == "(dữ liệu cá nhân)"}
    assert private == {
        "doi_tuong.nguoi_nop",
        "doi_tuong.dia_chi",
        "doi_tuong.ghi_chu",
    }  # a column of the office: who knows
    assert names["doi_tuong.nguoi_nop"].meaning == "Họ tên người nộp hoặc tên tổ chức."


def test_every_name_has_a_meaning_and_an_origin() -> None:
    of_the_machine = {"danh_so", "ky", "doi_tuong"}
    for name, variable in variables(view()).items():
        assert variable.meaning or name.endswith("[]") or "thoi_han" in name, name
        assert variable.origin or name in of_the_machine, name


@pytest.mark.parametrize(
    ("name", "meaning", "origin", "sample"),
    [
        ("co_quan.dia_danh", "Ghi trước ngày tháng, ví dụ Lạng Sơn.", "trang “Cơ quan”, mục “Địa danh”", "Lạng Sơn"),
        (
            "linh_vuc[].chi_tieu[].noi_dung",
            "Câu chữ của chỉ tiêu như in trong kế hoạch.",
            "trang “Chỉ tiêu”, cột “Nội dung”",
            "100% văn bản quy phạm pháp luật được ban hành đúng trình tự, thủ tục…",
        ),
        (
            "linh_vuc[].nhiem_vu[].san_pham[].chu_tri[]",
            "Đơn vị chủ trì: mã, tên hoặc chữ tự do; cách nhau bằng dấu chấm phẩy.",
            "trang “Nhiệm vụ”, cột “Chủ trì”",
            "Văn phòng Sở",
        ),
        ("nguoi_ky.ho_ten", "Họ và tên người ký.", "trang “Người ký”", "Nguyễn Phúc Hà"),
    ],
)
def test_a_name_in_full(name: str, meaning: str, origin: str, sample: str) -> None:
    found = variables(view())[name]
    assert (found.meaning, found.origin) == (meaning, origin)
    assert found.sample == sample or name == "linh_vuc[].chi_tieu[].noi_dung"


def test_the_clerks_own_columns_and_sheets_with_their_values(tmp_path: Path) -> None:
    data = data_file(
        tmp_path,
        """\
        nguoi_ky:
          - {chuc_vu: Giám đốc, ho_ten: Lê A, Điện thoại: 0123}
        thanh_vien:
          - {Họ tên: Trần B, Chức vụ: Trưởng phòng}
        """,
    )
    names = variables(view(du_lieu=data))
    assert names["thanh_vien[].chuc_vu"] == Variable(
        "thanh_vien[].chuc_vu", "Cột riêng của cơ quan.", "trang “thanh_vien”, cột “Chức vụ”", "Trưởng phòng"
    )
    assert names["co_quan.ten"].sample == "Sở Thử nghiệm"


# -- How tags are written


def test_everything_that_may_be_written_has_an_example() -> None:
    assert examples.FILTERS.keys() == filters.FILTERS.keys()
    assert examples.FILTERS_OF_JINJA.keys() == LANGUAGE.offered_filters - filters.FILTERS.keys() - {"e", "escape"}
    assert examples.NUMBERING.keys() == {name for name in vars(DanhSo) if not name.startswith("_")}


WRITTEN = [
    *((example, result) for _, example, result in examples.STATEMENTS),
    *examples.FILTERS.values(),
    *((example, result) for _, example, result in examples.FILTERS_OF_JINJA.values()),
    *examples.NUMBERING.values(),
]


@pytest.mark.parametrize(("example", "result"), WRITTEN, ids=[example for example, _ in WRITTEN])
def test_an_example_prints_what_it_says(example: str, result: str) -> None:
    assert lines(*example.split("\n"), context=CONTEXT) == result.split("\n")


# -- As others see it


def test_as_json() -> None:
    shown = view().as_json()
    (one,) = [one for one in shown["bien"] if one["ten"] == "co_quan.ten"]  # type: ignore[attr-defined]
    assert one["nguon"] == "trang “Cơ quan”, mục “Tên”"
    assert json.dumps(shown)


def test_the_types_and_the_blank_kinds_are_listed() -> None:
    found = list_types(None, None)
    assert isinstance(found.view, TypesView)
    types, kinds = found.view.tables()
    assert found.problems == ()
    assert "ke_hoach" in [row[0] for row in types.rows]
    assert ("cong_van_trang", "Công văn") in kinds.rows


def test_it_is_printed_as_a_word_file_that_is_no_type(tmp_path: Path) -> None:
    path = tmp_path / "tu_dien.docx"
    assert save(view(), path) == Result((path,))
    assert complaints(path.read_bytes()) == []
    document = docx.Document(str(path))
    assert document.paragraphs[0].text == "TỪ ĐIỂN MẪU ke_hoach"
    assert [len(table.columns) for table in document.tables] == [2, 4, 3, 4, 4]
    cells = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert cells[0] == ["Tên", "Ý nghĩa", "Lấy từ đâu", "Giá trị mẫu"]
    assert ["co_quan.viet_tat", "SVHTTDL"] in [[row[0], row[3]] for row in cells]
    assert "{{ 1234567.5|so }}" in [row.cells[2].text for row in document.tables[3].rows]


def test_another_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "tu_dien.docx"
    assert save(view(), path) == save(view(), path) == Result((path,))  # the same again is no loss
    path.write_bytes(b"mine")
    assert [str(problem) for problem in save(view(), path).problems] == [
        f"Lỗi: {path}: Tệp này đã có nên không ghi đè lên. Chọn tên tệp khác sau --ra, hoặc xóa tệp cũ."
    ]
    assert path.read_bytes() == b"mine"
