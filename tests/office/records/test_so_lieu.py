"""The figures of the units: values by unit and code, kept as columns, and what is said of bad ones."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from cchc_docs.data.fields import KHONG_CO, choices
from cchc_docs.data.read import read
from cchc_docs.office.records import VOCABULARY, Data, load
from cchc_docs.office.records import so_lieu as module
from cchc_docs.problems import Place
from cchc_docs.working_folder import data_file as forms
from tests.helpers import data_file

UNITS = """\
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không, ten_goi_khac: Phòng Hành chính}
  - {ma: TTr, ten: Thanh tra, loai: phòng, con_dau: không}
"""

OFFICE = (("Tên", "Sở A"), ("Viết tắt", "SA"), ("Địa danh", "Hà Nam"), ("Cấp", "sở"), ("Chế độ", "thủ trưởng"))
UNIT_ROWS = (("Mã", "Tên", "Loại", "Con dấu"), ("VP", "Văn phòng", "phòng", "có"), ("TTr", "Thanh tra", "phòng", "có"))


def loaded(folder: Path, text: str) -> tuple[Data, list[str]]:
    """The data of a YAML file whose units are from line 9 and whose ``text`` begins in line 11."""
    found = load(read(data_file(folder, UNITS + text), VOCABULARY))
    return found.data, [str(problem) for problem in found.problems]


def from_workbook(
    folder: Path, rows: Sequence[Sequence[object]], name: str = "Số liệu quý 1"
) -> tuple[Data, list[str]]:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    sheets = {"Cơ quan": (*OFFICE, ("Đơn vị soạn thảo", "VP")), "Đơn vị": UNIT_ROWS, name: rows}
    for title, content in sheets.items():
        sheet = book.create_sheet(title)
        for row in content:
            sheet.append(tuple(row))
    book.save(folder / "thu.xlsx")
    found = load(read(folder / "thu.xlsx", VOCABULARY))
    return found.data, [str(problem) for problem in found.problems]


def test_figures_by_unit_and_code(tmp_path: Path) -> None:
    rows = [
        ("Đơn vị", "3-3.1", "3-3.2", "9-9"),
        ("Thanh tra", 5, 99.5, "1.234,5"),
        ("vp", "-", "–", None),
        (None, 0, "50%", 7),
    ]
    data, said = from_workbook(tmp_path, rows)
    office, inspection = data.don_vi
    figures = data.so_lieu["quy_1"]
    assert said == []
    assert figures.ky == "quy_1"
    assert figures.units == (inspection, office, None)
    assert figures.columns == {
        "3-3.1": [5, KHONG_CO, 0],
        "3-3.2": [Decimal("99.5"), KHONG_CO, 50],
        "9-9": [Decimal("1234.5"), None, 7],
    }
    assert figures.column("9-9") == [Decimal("1234.5"), None, 7]
    assert figures.column("1-1") == (None, None, None)
    assert figures.value(office, "3-3.1") is KHONG_CO
    assert figures.value(None, "3-3.1") == 0
    assert figures.value(office, "1-1") is None
    assert isinstance(figures.value(inspection, "3-3.1"), Decimal)
    assert str(KHONG_CO) == "-"


def test_places_are_computed(tmp_path: Path) -> None:
    data, _ = from_workbook(tmp_path, [("Đơn vị", "3-3.1"), ("TTr", 5), (), ("VP", 6)])
    office, inspection = data.don_vi
    figures = data.so_lieu["quy_1"]
    at = "thu.xlsx, trang “Số liệu quý 1”"
    assert str(figures.place(office, "3-3.1")) == f"{at}, ô B4"
    assert str(figures.place(inspection, "1-1")) == at  # computed, if at all: not at the cell of another figure
    assert str(figures.place(None, "3-3.1")) == f"{at}, ô B1"
    assert figures.place(None, "1-1") == Place("thu.xlsx", "Số liệu quý 1")
    assert figures.value(None, "3-3.1") is None


def test_a_yaml_file_with_two_periods(tmp_path: Path) -> None:
    text = 'so_lieu_quy_i:\n  - {"3-3.1": "5"}\nSố liệu 6 tháng:\n  - {don_vi: TTr, "3-3.1": "6"}\n'
    data, said = loaded(tmp_path, text)
    assert said == []
    assert list(data.so_lieu) == ["quy_1", "6_thang"]
    assert data.so_lieu["quy_1"].value(None, "3-3.1") == 5
    assert data.so_lieu["6_thang"].value(data.don_vi[1], "3-3.1") == 6
    assert data.so_lieu["6_thang"].place(data.don_vi[1], "3-3.1").line == 14


def test_sheets_of_figures_are_no_sheets_of_the_office(tmp_path: Path) -> None:
    data, _ = loaded(tmp_path, 'so_lieu_nam:\n  - {"3-3.1": "5"}\nso_lieu_quy_3: []\nrieng:\n  - {a: b}\n')
    assert list(data.own_sheets) == list(data.own_rows) == ["rieng"]
    assert list(data.so_lieu) == ["nam"]


def test_one_period_on_two_sheets(tmp_path: Path) -> None:
    data, said = loaded(tmp_path, 'so_lieu_quy_1:\n  - {"3-3.1": "5"}\nso_lieu_quy_i:\n  - {"3-3.1": "6"}\n')
    assert said == [
        "Lỗi: thu.yaml, trang “so_lieu_quy_i”, dòng 14: Trang “so_lieu_quy_i” cùng kỳ với trang “so_lieu_quy_1”. "
        "Gộp hai trang làm một, hoặc đổi tên một trang."
    ]
    assert data.so_lieu["quy_1"].value(None, "3-3.1") == 5


def test_bad_cells(tmp_path: Path) -> None:
    rows = [("Đơn vị", "3-3.1", "3-3.2"), ("VP", "năm", True), ("TTr", "1.5", "=1/0"), (None, 1, 1)]
    data, said = from_workbook(tmp_path, rows)
    at = "Lỗi: thu.xlsx, trang “Số liệu quý 1”"
    assert said == [
        f"{at}, ô B2: “năm” không phải là số. Viết bằng chữ số, ví dụ: 1.234 hoặc 99,5.",
        f"{at}, ô B3: “1.5” không rõ là số nào: dấu chấm chỉ dùng để tách hàng nghìn. Viết dấu phẩy cho phần thập phân, "
        "ví dụ: 1,5.",
        f"{at}, ô C2: “có” không phải là số. Viết bằng chữ số, ví dụ: 1.234 hoặc 99,5.",
        f"{at}, ô C3: Ô có công thức nhưng chưa được tính. Mở tệp bằng Excel, bấm Lưu (Ctrl+S) rồi chạy lại.",
    ]
    assert data.so_lieu["quy_1"].columns == {"3-3.1": [None, None, 1], "3-3.2": [None, None, 1]}
    assert "so_lieu_quy_1" in data.unread


def test_bad_units(tmp_path: Path) -> None:
    rows = [("Đơn vị", "3-3.1"), ("Văn phòg", 1), ("TTr", 2), ("Thanh tra", 3), (None, 4), (None, 5), ("Tổng cộng", 15)]
    data, said = from_workbook(tmp_path, rows)
    at = "Lỗi: thu.xlsx, trang “Số liệu quý 1”"
    once = "Mỗi đơn vị một dòng: bỏ một dòng, hoặc sửa lại tên đơn vị; chỉ một dòng được để trống “Đơn vị”."
    assert said == [
        f"{at}, ô A2: Không có “Văn phòg” trong trang “Đơn vị”. Có phải “Văn phòng” không?",
        f"{at}, ô A4: “Thanh tra” đã có số liệu ở thu.xlsx, trang “Số liệu quý 1”, ô A3. {once}",
        f"{at}, ô A6: Số liệu của chính cơ quan đã có ở thu.xlsx, trang “Số liệu quý 1”, ô A5. {once}",
        f"{at}, ô A7: Không có “Tổng cộng” trong trang “Đơn vị”. Nếu là dòng cộng thì bỏ dòng này: mỗi dòng là số liệu "
        "của một đơn vị.",
    ]
    figures = data.so_lieu["quy_1"]
    assert figures.units == (data.don_vi[1], None)
    assert figures.column("3-3.1") == [2, 4]
    assert figures.place(None, "3-3.1").cell == "B5"


def test_a_unit_that_could_not_be_read_is_told_once(tmp_path: Path) -> None:
    data, said = loaded(
        tmp_path,
        '  - {ma: BT, ten: Bảo tàng, loai: nhà, con_dau: không}\nso_lieu_nam:\n  - {don_vi: BT, "3-3.1": "1"}\n',
    )
    assert len(said) == 1
    assert data.so_lieu["nam"].units == ()


def test_rows_numbered_in_advance(tmp_path: Path) -> None:
    rows = [("STT", "Đơn vị", "Ghi chú", "3-3.1"), (1, "VP", "x", 5), (2, None, None, None), (3, None, None, None)]
    data, said = from_workbook(tmp_path, rows)
    assert said == [
        "Lưu ý: thu.xlsx, trang “Số liệu quý 1”, ô A1: Tiêu đề “STT” (và 1 cột khác) không phải là mã chỉ số, nên cột "
        "không được dùng làm số liệu. Mã viết liền, ví dụ 3-3.1.2; nếu là cột riêng của cơ quan thì để nguyên."
    ]
    assert data.so_lieu["quy_1"].units == (data.don_vi[0],)


def test_sheets_that_lack_units_or_codes(tmp_path: Path) -> None:
    _, said = loaded(
        tmp_path,
        'so_lieu_nam:\n  - {"3-3.1": "1"}\n  - {"3-3.1": "2"}\nso_lieu_quy_1:\n  - {don_vi: VP, "3 - 3": "1"}\n',
    )
    assert said == [
        "Lỗi: thu.yaml, trang “so_lieu_nam”, dòng 12: Trang “so_lieu_nam” thiếu cột “Đơn vị”. Thêm cột “Đơn vị” ghi mã "
        "hoặc tên của đơn vị; để trống ở dòng số liệu của chính cơ quan.",
        "Lỗi: thu.yaml, trang “so_lieu_quy_1”, dòng 15: Trang “so_lieu_quy_1” không có cột nào mang mã chỉ số. Ghi mã "
        "chỉ số vào tiêu đề mỗi cột số liệu, ví dụ 3-3.1.2.",
    ]


@pytest.mark.parametrize(("bad", "told"), [(50, 50), (51, 51), (180, 51)])
def test_a_bad_column_is_told_in_fifty_sentences_and_one(tmp_path: Path, bad: int, told: int) -> None:
    rows = "".join(f'  - {{don_vi: X{i}, "3-3.1": "1"}}\n' for i in range(bad))
    _, said = loaded(tmp_path, f"so_lieu_nam:\n{rows}")
    assert len(said) == told
    if bad > 50:
        assert said[-1] == (
            f"Lỗi: thu.yaml, trang “so_lieu_nam”, dòng 12: Cột “don_vi” còn {bad - 50} ô khác cũng có lỗi. "
            "Sửa cả cột rồi chạy lại."
        )


def test_many_bad_columns_are_told_in_a_sentence_each(tmp_path: Path) -> None:
    rows = [("Đơn vị", *(f"1-{number}" for number in range(23))), ("VP", *["a"] * 23), ("TTr", *["b"] * 23)]
    _, said = from_workbook(tmp_path, rows)
    assert len(said) == 2 * 20 + 3
    assert said[-1] == (
        "Lỗi: thu.xlsx, trang “Số liệu quý 1”, ô X1: Cột “1-22” có 2 ô có lỗi. Sửa cả cột rồi chạy lại."
    )


def test_near_names_are_looked_for_no_more_often_than_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(choices, "did_you_mean", lambda word, _: asked.append(word) or "")
    rows = "".join(f'  - {{don_vi: X{i}, "3-3.1": "1"}}\n' for i in range(180))
    loaded(tmp_path, f"so_lieu_nam:\n{rows}")
    assert asked == [f"X{i}" for i in range(50)]


def many(path: Path, units: int, indicators: int) -> None:
    """A workbook of units with figures: whole ones, others, ``-`` and blanks."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheets = {
            "Cơ quan": (*OFFICE, ("Đơn vị soạn thảo", "VP")),
            "Đơn vị": [UNIT_ROWS[0], *((f"X{i}", f"Xã {i}", "xã", "có") for i in range(units))],
            "Số liệu năm": [
                ("Đơn vị", *(f"3-{j}.1" for j in range(indicators))),
                *(
                    (f"X{i}", *(("-", None, i % 90, i % 70 / 8)[(i + j) % 4] for j in range(indicators)))
                    for i in range(units)
                ),
            ],
        }
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)


def test_many_figures_cost_columns_and_not_objects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each distinct text of a column is read once; a number needs no reading; equal figures are one object."""
    read_one: list[object] = []
    real = module.SO_LIEU.read
    monkeypatch.setattr(
        module,
        "SO_LIEU",
        module.SO_LIEU.__class__("số", lambda raw, context: [read_one.append(raw), real(raw, context)][1]),
    )
    many(tmp_path / "thu.xlsx", 300, 20)
    found = load(read(tmp_path / "thu.xlsx", VOCABULARY))
    figures = found.data.so_lieu["nam"]
    assert found.problems == ()
    assert len(figures.units) == 300
    assert read_one == ["-"] * 20
    for column in figures.columns.values():
        assert len(set(map(id, column))) == len(set(column)) < 100
    unit = found.data.don_vi[7]
    assert [figures.value(unit, f"3-{j}.1") for j in range(4)] == [Decimal("0.875"), KHONG_CO, None, 7]
    assert figures.place(unit, "3-19.1").cell == "U9"


def test_a_filled_form_holds_the_figures(tmp_path: Path) -> None:
    rows = [
        ("STT", "Đơn vị", "3-3", "3-3.1"),
        ("a", "VP", 5, "-"),
        ("b", None, 99.5, "1.234"),
        ("c", "TTr", "ít", "50%"),
    ]
    data, said = from_workbook(tmp_path, rows)
    (tmp_path / "lai.xlsx").write_bytes(forms.filled(data.source))
    again = load(read(tmp_path / "lai.xlsx", VOCABULARY))
    assert [str(problem).replace("lai", "thu") for problem in again.problems] == said
    assert again.data.so_lieu["quy_1"].columns == data.so_lieu["quy_1"].columns
    sheet = openpyxl.load_workbook(tmp_path / "lai.xlsx")["Số liệu quý 1"]
    assert list(sheet.iter_rows(values_only=True))[:4] == [
        ("STT", "Đơn vị", "3-3", "3-3.1"),
        ("a", "VP", 5, "-"),
        ("b", None, 99.5, 1234),
        ("c", "TTr", "ít", 50),
    ]
    assert {rule.formula1 for rule in sheet.data_validations.dataValidation} == {"'Đơn vị'!$A$2:$A$2001"}
