"""Sheets with a row a unit and a column an indicator: where the codes are, whatever stands around them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.data.read import read
from cchc_docs.data.read.source import Layout, Sheet, SheetShape, Source, shape_of
from tests.data.read.helpers import VOCABULARY, cells, records, sentences, workbook

WITH_MATRIX = {**VOCABULARY, "so_lieu_": SheetShape("Số liệu quý 1", Layout.MATRIX, ("Đơn vị",))}


def found_in(
    folder: Path,
    rows: list[tuple[object, ...]],
    name: str = "Số liệu quý 1",
    also: Callable[[Worksheet], None] | None = None,
) -> Source:
    path = folder / "du_lieu.xlsx"
    path.write_bytes(workbook({name: rows}, also))
    return read(path, WITH_MATRIX)


def matrix(found: Source) -> Sheet:
    assert sentences(found) == []
    return found.sheets["so_lieu_quy_1"]


def test_codes_are_kept_as_typed(tmp_path: Path) -> None:
    rows = [("Đơn vị", "3-3.1.2", "3-3", "R-12"), ("VP", 5, "-", None), (None, 1.5, None, "7,5")]
    sheet = matrix(found_in(tmp_path, rows))
    assert [(column.key, column.heading) for column in sheet.columns] == [
        ("don_vi", "Đơn vị"),
        ("3-3.1.2", "3-3.1.2"),
        ("3-3", "3-3"),
        ("R-12", "R-12"),
    ]
    assert cells(sheet, "3-3") == [("C2", "-"), ("C3", None)]
    assert sheet.place(1, "R-12").cell == "D3"


@pytest.mark.parametrize("name", ["Số liệu quý 1", "Số liệu 6 tháng", "SỐ LIỆU NĂM", "so_lieu_thang_5"])
def test_every_sheet_of_figures_is_one(tmp_path: Path, name: str) -> None:
    found = found_in(tmp_path, [("Đơn vị", "3-3.1"), ("VP", 5)], name)
    assert [column.key for sheet in found.sheets.values() for column in sheet.columns] == ["don_vi", "3-3.1"]
    assert sentences(found) == []


def test_a_sheet_with_no_period_in_its_name_is_the_offices_own() -> None:
    assert shape_of(WITH_MATRIX, "so_lieu_quy_1") is WITH_MATRIX["so_lieu_"]
    assert shape_of(WITH_MATRIX, "don_vi") is WITH_MATRIX["don_vi"]
    assert shape_of(WITH_MATRIX, "so_lieu") is None
    assert shape_of(WITH_MATRIX, "don_vi_") is None


CODES = ("Đơn vị", "3-3.1", "3-3.2")
NAMES = (None, "Tổng số văn bản", "2 năm liền")
DATA = ("VP", 5, 6)


@pytest.mark.parametrize(
    ("rows", "first"),
    [
        ([CODES, DATA], "B2"),
        ([("BÁO CÁO QUÝ 1",), (), CODES, DATA], "B4"),
        ([CODES, (None, "Tổng số", "Đúng hạn"), DATA], "B3"),
        ([(None, "3-3.1", "3-3.2"), ("Đơn vị", *NAMES[1:]), DATA], "B3"),
        ([("Đơn vị", *NAMES[1:]), (None, "3-3.1", "3-3.2"), DATA], "B3"),
        ([NAMES, CODES, DATA], "B3"),
        ([("Mã", "3-3.1", "3-3.2"), ("Đơn vị", None, None), DATA], "B3"),
    ],
    ids=["codes", "title", "names below", "units below", "names above", "codes below", "no names"],
)
def test_the_row_with_the_codes_wins(tmp_path: Path, rows: list[tuple[object, ...]], first: str) -> None:
    sheet = matrix(found_in(tmp_path, rows))
    assert [(place, cell) for place, cell in cells(sheet, "3-3.1")] == [(first, 5)]
    assert records(sheet)[0].get("don_vi", records(sheet)[0].get("ma")) == "VP"


def test_a_merged_heading_of_the_units(tmp_path: Path) -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")

    rows = [("Đơn vị", "Văn bản", None), (None, "3-3.1", "3-3.2"), DATA]
    assert records(matrix(found_in(tmp_path, rows, also=merge))) == [{"don_vi": "VP", "3-3.1": 5, "3-3.2": 6}]


def test_a_heading_of_the_units_merged_over_three_rows(tmp_path: Path) -> None:
    rows = [("Đơn vị", "Văn bản", None), (None, "Tổng số", "Đúng hạn"), (None, "3-3.1", "3-3.2"), DATA]
    sheet = matrix(found_in(tmp_path, rows, also=lambda sheet: sheet.merge_cells("A1:A3")))
    assert records(sheet) == [{"don_vi": "VP", "3-3.1": 5, "3-3.2": 6}]
    assert str(sheet.columns[0].place) == "du_lieu.xlsx, trang “Số liệu quý 1”, ô A1"


@pytest.mark.parametrize("below", [("VP", "năm", "sáu"), (None, 5, "Đúng hạn"), (None, "-", None), (None, "5%", "6%")])
def test_figures_are_not_taken_for_names(tmp_path: Path, below: tuple[object, ...]) -> None:
    assert len(matrix(found_in(tmp_path, [CODES, below, DATA])).rows) == 2


def test_columns_without_a_code_are_the_offices_own(tmp_path: Path) -> None:
    sheet = matrix(found_in(tmp_path, [("STT", "Đơn vị", "Ghi chú", "3-3.1"), (1, "VP", "x", 5)]))
    assert records(sheet) == [{"stt": 1, "don_vi": "VP", "ghi_chu": "x", "3-3.1": 5}]


def test_a_code_that_excel_made_a_date(tmp_path: Path) -> None:
    found = found_in(tmp_path, [("Đơn vị", "3-3.1", date(2026, 3, 3), date(2026, 12, 7)), ("VP", 5, 6, 7)])
    assert sentences(found) == [
        "Lỗi: du_lieu.xlsx, trang “Số liệu quý 1”, ô C1: Excel đã đổi mã chỉ số ở tiêu đề thành ngày 03/3/2026, nên cột "
        "này không được đọc. Chọn định dạng ô là Văn bản (Text) rồi gõ lại mã, ví dụ 3-3; hoặc gõ dấu nháy đơn trước "
        "mã: '3-3.",
        "Lỗi: du_lieu.xlsx, trang “Số liệu quý 1”, ô D1: Excel đã đổi mã chỉ số ở tiêu đề thành ngày 07/12/2026, nên "
        "cột này không được đọc. Chọn định dạng ô là Văn bản (Text) rồi gõ lại mã, ví dụ 7-12; hoặc gõ dấu nháy đơn "
        "trước mã: '7-12.",
    ]
    assert records(found.sheets["so_lieu_quy_1"]) == [{"don_vi": "VP", "3-3.1": 5}]


def test_all_codes_that_excel_made_dates(tmp_path: Path) -> None:
    found = found_in(tmp_path, [("Đơn vị", date(2026, 3, 3)), ("VP", 5)])
    assert [problem.code for problem in found.problems] == ["ma_thanh_ngay"]


def test_what_is_wrong_with_the_headings(tmp_path: Path) -> None:
    rows = [("Tên đơn vị", "3-3.1", "3-3.1", None), ("VP", 5, 6, 7)]
    assert sentences(found_in(tmp_path, rows)) == [
        "Lỗi: du_lieu.xlsx, trang “Số liệu quý 1”, ô C1: Tiêu đề “3-3.1” đã có ở ô B1. Mỗi tiêu đề chỉ được dùng cho "
        "một cột: xóa một cột hoặc đổi tên nó.",
        "Cảnh báo: du_lieu.xlsx, trang “Số liệu quý 1”, ô A1: “Tên đơn vị” không có trong các mục của trang này. Có phải "
        "“Đơn vị” không? Nếu phải thì sửa lại cho đúng; nếu là mục riêng của đơn vị thì để nguyên.",
        "Cảnh báo: du_lieu.xlsx, trang “Số liệu quý 1”, ô D2: Ô có dữ liệu nhưng cột không có tiêu đề, nên không được "
        "dùng. Thêm tiêu đề cho cột, hoặc xóa dữ liệu thừa.",
    ]


def test_a_sheet_without_codes_and_units(tmp_path: Path) -> None:
    found = found_in(tmp_path, [("a", "b"), ("c", 5)], "Số liệu khảo sát")
    assert sentences(found) == [
        "Lỗi: du_lieu.xlsx, trang “Số liệu khảo sát”: Không thấy dòng mã chỉ số. Thêm một dòng tiêu đề phía trên số "
        "liệu, gồm: Đơn vị, rồi mỗi cột một mã chỉ số, ví dụ 3-3.1.2. Nếu là trang riêng của đơn vị thì đặt tên khác, "
        "không bắt đầu bằng “Số liệu”."
    ]
    assert found.unread == {"so_lieu_khao_sat"}


def test_a_blank_sheet_says_nothing(tmp_path: Path) -> None:
    assert matrix(found_in(tmp_path, [])).is_blank
    assert matrix(found_in(tmp_path, [CODES])).is_blank


def test_a_misspelt_name_of_the_sheet(tmp_path: Path) -> None:
    assert sentences(found_in(tmp_path, [CODES, DATA], "Số lệu quý 1")) == [
        "Cảnh báo: du_lieu.xlsx, trang “Số lệu quý 1”: Chương trình không có trang “Số lệu quý 1”. Có phải “Số liệu quý "
        "1” không? Nếu phải thì sửa lại tên trang; nếu là trang riêng của đơn vị thì để nguyên."
    ]


def test_a_sheet_of_the_office_beside_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "du_lieu.xlsx"
    path.write_bytes(workbook({"Số liệu quý 3": [CODES, DATA], "Số liệu": [("Việc", "Số"), ("a", 1)]}))
    found = read(path, WITH_MATRIX)
    assert sentences(found) == []
    assert list(found.sheets) == ["so_lieu_quy_3", "so_lieu"]


def test_columns_of_another_sheet_among_the_figures(tmp_path: Path) -> None:
    (tmp_path / "thu.yaml").write_text(
        'so_lieu_nam:\n  - {ma: 1, ten: a, don_vi: U1, "3-3.1": "5"}\n', encoding="utf-8"
    )
    assert sentences(read(tmp_path / "thu.yaml", WITH_MATRIX)) == []


def test_yaml_and_json(tmp_path: Path) -> None:
    for name, text in (
        ("thu.yaml", 'so_lieu_quy_1:\n  - {don_vi: U1, "3-3.1": "5", 3-3: -}\n  - {3-3: 1.000}\n'),
        ("thu.json", '{"Số liệu quý 1": [\n{"Đơn vị": "U1", "3-3.1": 5, "3-3": "-"},\n{"3-3": "1.000"}]}'),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        sheet = matrix(read(tmp_path / name, WITH_MATRIX))
        assert [column.key for column in sheet.columns] == ["don_vi", "3-3.1", "3-3"]
        assert [{key: str(cell) for key, cell in row.items()} for row in records(sheet)] == [
            {"don_vi": "U1", "3-3.1": "5", "3-3": "-"},
            {"3-3": "1.000"},
        ]
        assert sheet.place(1, "3-3").line == 3
