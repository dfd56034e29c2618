"""Sheets under another name than the system knows: what is said, and that nothing is said of the office's own."""

from pathlib import Path

import pytest

from cchc_docs.data.read import read
from cchc_docs.data.read.renamed import outline
from cchc_docs.data.read.source import Raw
from cchc_docs.office.records import VOCABULARY as ALL_SHEETS
from tests.data.read.helpers import TASKS, VOCABULARY, sentences, source, workbook

Rows = list[list[object]]

TASK_ROWS: Rows = [["Mã", "Nội dung", "Chủ trì"], ["NV1", "Một", "VP"]]
UNIT_ROWS: Rows = [["Mã", "Tên"], ["VP", "Văn phòng"]]
OFFICE_ROWS: Rows = [["Mục", "Nội dung"], ["Tên", "Sở Nội vụ"], ["Viết tắt", "SNV"], ["Địa danh", "Hà Nội"]]
KEEP = "nếu là trang riêng của đơn vị thì để nguyên."
MEANT = (
    "Cảnh báo: du_lieu.xlsx, trang “Phụ lục”: Trang “Phụ lục” có các cột của trang “Nhiệm vụ” mà tệp không có. Nếu "
    f"đúng là nó thì đổi tên trang này thành “Nhiệm vụ”; {KEEP}"
)
MEANT_BLANK = (
    "Cảnh báo: du_lieu.xlsx, trang “Phụ lục”: Trang “Phụ lục” có các cột của trang “Nhiệm vụ” mà tệp để trống. Nếu "
    f"đúng là nó thì xóa trang “Nhiệm vụ” để trống rồi đổi tên trang này thành “Nhiệm vụ”; {KEEP}"
)

CASES: list[tuple[str, dict[str, Rows], list[str]]] = [
    ("renamed", {"Phụ lục": TASK_ROWS}, [MEANT]),
    ("beside the blank form", {"Nhiệm vụ": TASK_ROWS[:1], "Phụ lục": TASK_ROWS}, [MEANT_BLANK]),
    ("beside a blank sheet", {"Nhiệm vụ": [], "Phụ lục": TASK_ROWS}, [MEANT_BLANK]),
    ("below titles", {"Phụ lục": [["Biểu 1", "Năm 2023", "Tỉnh A"], ["Đơn vị tính", "đồng"], *TASK_ROWS]}, [MEANT]),
    (
        "with columns of its own",
        {"Phụ lục": [["Mã", "Nội dung", "Chủ trì", "Ghi chú"], ["NV1", "Một", "VP", "x"]]},
        [MEANT],
    ),
    ("half of the columns", {"Phụ lục": [["a", "Nội dung", "Chủ trì", "Mã", "b", "c", "d"], [1, 2, 3]]}, [MEANT]),
    ("two columns among its own", {"Phụ lục": [["a", "Nội dung", "Chủ trì"], [1, 2, 3]]}, []),
    ("one column", {"Phụ lục": [["Nội dung"], ["x"]]}, []),
    ("no data", {"Phụ lục": TASK_ROWS[:1]}, []),
    ("another year beside the filled sheet", {"Nhiệm vụ": TASK_ROWS, "Phụ lục": TASK_ROWS}, []),
    (
        "a copy of the filled sheet",
        {"Nhiệm vụ": TASK_ROWS, "Nhiệm vụ (2)": TASK_ROWS},
        [
            "Lưu ý: du_lieu.xlsx, trang “Nhiệm vụ (2)”: Trang “Nhiệm vụ (2)” là trang riêng của đơn vị, không được dùng "
            "như trang “Nhiệm vụ”. Nếu có dòng cần dùng thì chép sang trang “Nhiệm vụ”."
        ],
    ),
    ("a near name with other columns", {"Nhiệm vụ": TASK_ROWS, "Nhiệm vụ khác": [["a", "b"], [1, 2]]}, []),
    (
        "a record",
        {"Thông tin chung": OFFICE_ROWS},
        [
            "Cảnh báo: du_lieu.xlsx, trang “Thông tin chung”: Trang “Thông tin chung” có các mục của trang “Cơ quan” mà "
            f"tệp không có. Nếu đúng là nó thì đổi tên trang này thành “Cơ quan”; {KEEP}"
        ],
    ),
    ("a record without headings", {"Phụ lục": [[1, *row] for row in OFFICE_ROWS[1:]]}, ["Phụ lục", "Cơ quan"]),
    ("a list with the labels of a record as headings", {"Phụ lục": [["Tên", "Địa danh", "Tuổi"], ["a", "b", 3]]}, []),
    (
        "a near name",
        {"Nhiệm vụụ": TASK_ROWS},
        [
            "Cảnh báo: du_lieu.xlsx, trang “Nhiệm vụụ”: Chương trình không có trang “Nhiệm vụụ”. Có phải “Nhiệm vụ” "
            f"không? Nếu phải thì sửa lại tên trang; {KEEP}"
        ],
    ),
    ("a near name with the headings of another", {"Cơ quann": TASK_ROWS}, [MEANT.replace("“Phụ lục”", "“Cơ quann”")]),
]


@pytest.mark.parametrize(("sheets", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_workbook(tmp_path: Path, sheets: dict[str, Rows], expected: list[str]) -> None:
    found = sentences(source(tmp_path, workbook(sheets)))
    if expected and not expected[0].endswith("."):
        assert len(found) == 1
        assert all(f"“{word}”" in found[0] for word in expected)
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "phu_luc:\n  - ma: NV1\n    noi_dung: Một\n",
            [
                "Cảnh báo: du_lieu.yaml, dòng 1: Trang “phu_luc” có các cột của trang “Nhiệm vụ” mà tệp không có. Nếu "
                f"đúng là nó thì đổi tên trang này thành “Nhiệm vụ”; {KEEP}"
            ],
        ),
        (
            "nhiem_vu:\nphu_luc:\n  - ma: NV1\n    noi_dung: Một\n",
            [
                "Cảnh báo: du_lieu.yaml, dòng 2: Trang “phu_luc” có các cột của trang “Nhiệm vụ” mà tệp để trống. Nếu "
                f"đúng là nó thì xóa trang “Nhiệm vụ” để trống rồi đổi tên trang này thành “Nhiệm vụ”; {KEEP}"
            ],
        ),
        (
            "thong_tin:\n  ten: Sở\n  viet_tat: SNV\n",
            [
                "Cảnh báo: du_lieu.yaml, dòng 1: Trang “thong_tin” có các mục của trang “Cơ quan” mà tệp không có. Nếu "
                f"đúng là nó thì đổi tên trang này thành “Cơ quan”; {KEEP}"
            ],
        ),
        ("danh_ba:\n  - ten: An\n    dia_danh: Hà Nội\n", []),
        ("danh_ba:\n  - ten: An\n    dien_thoai: 012\n", []),
        ("phu_luc:\n  - ma:\n    noi_dung:\n", []),
    ],
)
def test_a_tree(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert sentences(source(tmp_path, text, "du_lieu.yaml")) == expected


@pytest.mark.parametrize(
    ("known", "named"),
    [
        ("Giải pháp", "Nhiệm vụ giải pháp"),
        ("Nhiệm vụ", "Phụ lục"),
        ("Chỉ tiêu", "Yêu cầu đạt được"),
        ("Thước đo", "Chỉ tiêu đo lường"),
        ("Kế hoạch", "Mở đầu"),
    ],
)
def test_every_form_is_known_under_another_name(tmp_path: Path, known: str, named: str) -> None:
    """All other forms are there and blank, so the best fit must be found among many."""
    forms: dict[str, Rows] = {
        shape.name: [list(shape.headings)] if shape.layout == "danh sách" else [[heading] for heading in shape.headings]
        for shape in ALL_SHEETS.values()
    }
    rows = forms.pop(known)
    filled = [*rows, ["x"] * len(rows[0])] if len(rows) == 1 else [[*row, "x"] for row in rows]
    path = tmp_path / "du_lieu.xlsx"
    path.write_bytes(workbook(forms | {named: filled}))
    (problem,) = read(path, ALL_SHEETS).problems
    assert (problem.code, problem.where.sheet) == ("trang_doi_ten", named)
    assert f"của trang “{known}” mà tệp không có." in problem.what


SOLUTIONS: Rows = [["Lĩnh vực", "Nội dung", "Gạch đầu dòng"], ["TTHC", "Một", "x"]]
"""All columns of *Giải pháp*, and three of the four of *Chỉ tiêu*."""


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        ({"Phần hai": SOLUTIONS}, [("trang_doi_ten", "“Giải pháp”")]),
        ({"Phần hai": SOLUTIONS, "Giải pháp": SOLUTIONS}, [("trang_doi_ten", "“Chỉ tiêu”")]),
        ({"Giải pháp (2)": SOLUTIONS, "Giải pháp": SOLUTIONS}, [("trang_ban_sao", "“Giải pháp”")]),
        ({"Chỉ tiêuu": SOLUTIONS, "Giải pháp": []}, [("trang_gan_giong", "“Chỉ tiêu”")]),
        ({"Giải pháp cũ": SOLUTIONS, "Giải pháp": [], "Chỉ tiêu": []}, [("trang_doi_ten", "“Giải pháp”")]),
    ],
)
def test_of_sheets_that_fit_equally(tmp_path: Path, sheets: dict[str, Rows], said: list[tuple[str, str]]) -> None:
    path = tmp_path / "du_lieu.xlsx"
    path.write_bytes(workbook(sheets))
    found = read(path, ALL_SHEETS).problems
    assert [problem.code for problem in found] == [code for code, _ in said]
    assert all(name in problem.what + problem.hint for problem, (_, name) in zip(found, said, strict=True))


def test_only_the_beginning_of_a_sheet_is_looked_at() -> None:
    rows: list[list[Raw]] = [[None] * 300, *([["a" * 100, *(f"b{i}" for i in range(299))]] * 60)]
    found = outline(rows)
    assert (len(found.rows), len(found.columns)) == (50, 200)
    assert found.columns[0] == {"a" * 60}


@pytest.mark.parametrize("name", ["đơn vị", "ĐƠN VỊ", "Đơn vị  ", " Đơn vị", "Don vi", "don_vi"])
def test_a_known_sheet_however_its_name_is_typed(tmp_path: Path, name: str) -> None:
    found = source(tmp_path, workbook({name: UNIT_ROWS}))
    assert sentences(found) == []
    assert list(found.sheets) == ["don_vi"]


def test_a_comma_in_the_name_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "du_lieu.xlsx"
    path.write_bytes(workbook({"Mục đích, yêu cầu": [["Mục", "Nội dung"], ["mục đích", "Một"]]}))
    found = read(path, ALL_SHEETS)
    assert found.problems == ()
    assert list(found.sheets) == ["muc_dich_yeu_cau"]


def test_sheets_that_cannot_be_read_are_told_apart_from_blank_ones(tmp_path: Path) -> None:
    book = workbook(
        {"Cơ quan": [["Sở Nội vụ"]], "Nhiệm vụ": [["NV1", "Một"]], "Đơn vị": [], "Phụ lục": [list(r) for r in TASKS]}
    )
    found = source(tmp_path, book)
    assert [problem.code for problem in found.problems] == ["khong_thay_tieu_de", "khong_thay_tieu_de"]
    assert found.unread == {"co_quan", "nhiem_vu"}
    assert set(found.sheets) == {"don_vi", "phu_luc"}


def test_a_list_for_a_record_is_no_blank_file(tmp_path: Path) -> None:
    found = source(tmp_path, "co_quan: [a]\nnhiem_vu:\n", "du_lieu.yaml")
    assert [problem.code for problem in found.problems] == ["sai_dang"]
    assert found.unread == {"co_quan"}
    assert set(found.sheets) == {"nhiem_vu"} < set(VOCABULARY)
