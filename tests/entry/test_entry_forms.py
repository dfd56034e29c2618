"""``cchc phieu``: what each unit is asked, and that it can only write where it is asked to."""

import io
import json
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.data.read.workbook_xlsx import read_workbook
from cchc_docs.entry.forms import digest_of, form_of
from cchc_docs.entry.parts import FORM_VOCABULARY, PARTS, Asking
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import DonVi
from tests.helpers import Cchc, data, data_file
from tests.province import PROVINCE, PROVINCE_OFFICE


@pytest.fixture
def province(tmp_path: Path) -> Data:
    return data(tmp_path, PROVINCE, PROVINCE_OFFICE)


def unit(of: Data, code: str) -> DonVi:
    return next(one for one in of.don_vi if one.ma == code)


def form(of: Data, code: str, ky: str = "quy_1") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(form_of(Asking.of(of, ky), unit(of, code), "x")))


def column(sheet: Worksheet, heading: str) -> list[object]:
    """What stands under a heading, rows that are blank at the end left out."""
    number = next(cell.column for cell in sheet[1] if cell.value == heading)
    found = [sheet.cell(row, number).value for row in range(2, sheet.max_row + 1)]
    while found and found[-1] is None:
        found.pop()
    return found


def test_the_first_sheet_says_who_what_until_when_and_how(province: Data) -> None:
    sheet = form(province, "X1")["Hướng dẫn"]
    assert [(row[0].value, row[1].value) for row in sheet["A3:B6"]] == [
        ("Đơn vị báo cáo", "Ủy ban nhân dân xã Một"),
        ("Kỳ báo cáo", "quý I năm 2026 (số liệu từ 15/12/2025 đến 14/3/2026)"),
        ("Gửi về", "Ủy ban nhân dân tỉnh Thử nghiệm"),
        ("Hạn gửi", "20/3/2026"),
    ]


def test_a_commune_is_asked_for_its_figures_and_not_for_those_of_others(province: Data) -> None:
    asked = [code for code in column(form(province, "X1")["Số liệu"], "Mã") if code]
    assert {"2-1.2", "4-1.5.3", "4-2.1", "3-3.3.1", "3-3.3.2"} <= set(asked)
    assert not {"2-1.1", "4-1.5.2", "1-4.1", "1-1"} & set(asked)


def test_a_unit_with_areas_is_asked_for_these_only(province: Data) -> None:
    book = form(province, "STP")
    codes = [str(code) for code in column(book["Số liệu"], "Mã") if code]
    assert {code[0] for code in codes} == {"2"}
    points = [str(point) for point in column(book["Nội dung báo cáo"], "Mục") if point]
    assert "II.1.a" in points
    assert not [point for point in points if point.startswith(("II.2", "II.3", "II.4", "II.5", "II.6"))]
    assert "Hồ sơ TTHC" not in book.sheetnames


def test_the_agency_that_answers_for_it_gives_the_figure_of_the_whole_province(province: Data) -> None:
    sheet = form(province, "STP")["Số liệu"]
    of = dict(zip(column(sheet, "Mã"), column(sheet, "Số của"), strict=True))
    assert of["2-1.1"] == "toàn cơ quan"


def test_totals_and_ratios_follow_by_formula_and_are_locked(province: Data) -> None:
    sheet = form(province, "X1")["Số liệu"]
    row = 2 + column(sheet, "Mã").index("3-3.3")
    assert sheet.cell(row, 6).value == f'=IF(N(F{row + 1})=0,"",ROUND(100*(N(F{row + 2}))/(N(F{row + 1})),2))'
    assert sheet.cell(row, 6).protection.locked
    assert not sheet.cell(row + 1, 6).protection.locked


def test_values_of_the_last_period_stand_beside(province: Data) -> None:
    book = form(province, "X1", "6_thang")
    sheet = book["Số liệu"]
    of = dict(zip(column(sheet, "Mã"), column(sheet, "Kỳ trước"), strict=False))
    assert (of["4-2.1"], of["3-3.3.1"]) == ("40", "2")
    assert column(book["Hồ sơ TTHC"], "Tồn kỳ trước") == [3]
    assert column(book["Nội dung báo cáo"], "Kỳ trước")[0] == "Xã có 40 biên chế, đủ."


def test_tasks_are_those_that_the_unit_leads_and_has_not_done(province: Data) -> None:
    assert column(form(province, "STP")["Kết quả"], "Nhiệm vụ") == ["NV1", "NV2"]
    assert column(form(province, "STP", "6_thang")["Kết quả"], "Nhiệm vụ") == ["NV2"]
    assert column(form(province, "X1")["Kết quả"], "Nhiệm vụ") == ["NV3"]


def test_findings_that_are_still_to_be_remedied(province: Data) -> None:
    sheet = form(province, "X1")["Phát hiện"]
    assert column(sheet, "Nội dung") == ["Chưa niêm yết đủ thủ tục."]
    assert column(sheet, "Đã ghi") == ["cần khắc phục"]
    assert "Phát hiện" not in form(province, "X2").sheetnames


def test_only_open_cells_can_be_written_to_and_required_ones_are_coloured(province: Data) -> None:
    book = form(province, "X1")
    for sheet in book.worksheets[1:-1]:
        assert sheet.protection.sheet, sheet.title
        assert not sheet.protection.password
        part = next(part for part in PARTS.values() if part.name == sheet.title)
        for cell, declared in zip(sheet[1], part.columns, strict=True):
            assert cell.protection.locked
            assert cell.value == declared.heading
    figures = book["Số liệu"]
    coloured = {str(ranges.sqref) for ranges in figures.conditional_formatting}
    assert coloured
    opened = [cell for row in figures["F2:F60"] for cell in row if not cell.protection.locked]
    assert all(any(cell.coordinate in ranges for ranges in figures.conditional_formatting) for cell in opened)
    rules = [one for one in figures.data_validations.dataValidation if one.type == "custom"]
    assert rules[0].formula1 == 'OR(AND(ISNUMBER(F3),F3>=0),F3="-")'
    states = [one for one in book["Kết quả"].data_validations.dataValidation if one.type == "list"]
    assert states[0].formula1 == ('"hoàn thành đúng hạn,hoàn thành quá hạn,đang thực hiện trong hạn,quá hạn chưa xong"')


def test_the_hidden_sheet_says_which_form_it_is(province: Data) -> None:
    content = form_of(Asking.of(province, "quy_1"), unit(province, "X1"), "abc")
    assert content == form_of(Asking.of(province, "quy_1"), unit(province, "X1"), "abc")
    source = read_workbook(content, "X1.xlsx", FORM_VOCABULARY)
    assert source.problems == ()
    assert next(source.sheets["cchc"].records()) == {
        "co_quan": "Ủy ban nhân dân tỉnh Thử nghiệm",
        "nam": "2026",
        "ky": "quy_1",
        "don_vi": "X1",
        "danh_muc": "2025-07-02",
        "tep": "abc",
        "lan": "1",
    }
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book["_cchc"].sheet_state == "veryHidden"


def test_one_form_a_unit_a_list_of_them_and_nothing_made_twice(cchc: Cchc, tmp_path: Path) -> None:
    file = str(data_file(tmp_path, PROVINCE, PROVINCE_OFFICE))
    code, out, err = cchc("phieu", file, "--ky", "quý 1")
    assert (code, out.splitlines()) == (
        0,
        [f"output/2026/phieu_quy_1/{one}.xlsx" for one in ("SNV", "STP", "X1", "X2")],
    )
    assert "Bảng kê: output/2026/bang_ke.xlsx" in err
    code, out, _ = cchc("phieu", file, "--ky", "quy_1", "--json")
    assert {one["trang_thai"] for one in json.loads(out)["van_ban"]} == {"khong_doi"}
    changed = Path("output/2026/phieu_quy_1/X1.xlsx")
    changed.write_bytes(changed.read_bytes() + b"\0")
    code, out, err = cchc("phieu", file, "--ky", "quy_1", "--don-vi", "xã Một")
    assert (code, out) == (0, "output/2026/phieu_quy_1/X1 (bản mới).xlsx\n")
    assert "Tệp cũ đã có người sửa nên được giữ nguyên; bản mới ở: output/2026/phieu_quy_1/X1 (bản mới).xlsx" in err


def test_a_form_is_judged_by_the_data_file_that_it_was_made_from(cchc: Cchc, tmp_path: Path) -> None:
    (tmp_path / "so_lieu").mkdir()
    file = data_file(tmp_path / "so_lieu", PROVINCE, PROVINCE_OFFICE)
    form = "a/b/gui/2026/phieu_quy_1/X1.xlsx"  # so deep that no other test's data file is near
    cchc("phieu", str(file), "--ky", "quý 1", "--ra", "a/b/gui")
    assert "chưa biết tệp dữ liệu" not in cchc("kiem-tra", form)[1]
    file.rename(tmp_path / "so_lieu" / "khac.yaml")
    assert "chưa biết tệp dữ liệu" in cchc("kiem-tra", form)[1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--ky", "quý 2"], "Lỗi: thu.yaml: Không có kỳ báo cáo “quý 2”. Có phải “quy_1” không?"),
        (
            ["--ky", "quy_1", "--don-vi", "X3"],
            "Lỗi: Không có đơn vị “X3” phải báo cáo quý I năm 2026. Xem lại mã ở trang “Đơn vị”.",
        ),
    ],
)
def test_a_period_or_a_unit_that_is_not_there(cchc: Cchc, tmp_path: Path, arguments: list[str], sentence: str) -> None:
    code, out, err = cchc("phieu", str(data_file(tmp_path, PROVINCE, PROVINCE_OFFICE)), *arguments)
    assert (code, out, err.splitlines()[0]) == (1, "", sentence)


def test_the_digest_of_a_folder_is_that_of_its_sheets(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a")
    before = digest_of(tmp_path)
    (tmp_path / "a.csv").write_text("b")
    assert digest_of(tmp_path) != before
