"""Rows into records: headings of the clerk's own, rows that are as good as blank, names, and bad cells."""

from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from cchc_docs.data.fields import AlreadyReported
from cchc_docs.data.read import read
from cchc_docs.data.read.source import Percent
from cchc_docs.office.records import VOCABULARY, Data, load
from cchc_docs.office.records.base import Record, own_values, row_of, values_of
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.records.reading import Names, own_value
from cchc_docs.problems import Problem
from tests.helpers import OFFICE, data, sentences

UNIT = "loai: phòng, con_dau: không"


def loaded(folder: Path, sheets: dict[str, list[tuple[object, ...]]]) -> tuple[Data, list[str]]:
    """A workbook of an office and ``sheets``, as data, with what reading and records say of it."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    office = [("Tên", "Sở A"), ("Viết tắt", "SA"), ("Địa danh", "Hà Nam"), ("Cấp", "sở")]
    office += [("Chế độ", "thủ trưởng"), ("Đơn vị soạn thảo", "VP")]
    for name, rows in {"Cơ quan": office, **sheets}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(folder / "thu.xlsx")
    found = load(read(folder / "thu.xlsx", VOCABULARY))
    return found.data, [str(problem) for problem in found.problems]


# --- headings of the clerk's own ---------------------------------------------------------------------------------


def test_a_known_column_under_another_heading(tmp_path: Path) -> None:
    rows = [
        ("Mã", "Tên", "Loại", "Con dấu", "Tên thường dùng khác", "Số việc khác", "Ngày thành lập"),
        ("VP", "Văn phòng", "phòng", "không", "VP Sở", "a", None),
        ("TV", "Thư viện", "phòng", "không", "TV tỉnh", "b", None),
    ]
    assert loaded(tmp_path, {"Đơn vị": rows})[1] == [
        "Cảnh báo: thu.xlsx, trang “Đơn vị”, ô E1: Trang “Đơn vị” không có cột “Tên gọi khác”; "
        "cột “Tên thường dùng khác” có phải là nó không? "
        "Nếu phải thì sửa lại tiêu đề thành “Tên gọi khác”; nếu là cột riêng của cơ quan thì để nguyên."
    ]


def test_half_of_the_shorter_heading_is_enough_and_less_is_not(tmp_path: Path) -> None:
    head = ("Mã", "Lĩnh vực", "Nội dung", "Chủ trì", "Thời gian hoàn thành", "Cách theo")
    text = loaded(tmp_path, {"Nhiệm vụ": [head, ("A.1", None, "Việc", "VP", "Quý II", "x")]})[1]
    assert text == [
        "Cảnh báo: thu.xlsx, trang “Nhiệm vụ”, ô E1: Trang “Nhiệm vụ” không có cột “Thời hạn”; "
        "cột “Thời gian hoàn thành” có phải là nó không? "
        "Nếu phải thì sửa lại tiêu đề thành “Thời hạn”; nếu là cột riêng của cơ quan thì để nguyên.",
        "Cảnh báo: thu.xlsx, trang “Nhiệm vụ”, ô F1: Trang “Nhiệm vụ” không có cột “Theo dõi”; "
        "cột “Cách theo” có phải là nó không? "
        "Nếu phải thì sửa lại tiêu đề thành “Theo dõi”; nếu là cột riêng của cơ quan thì để nguyên.",
    ]


def test_an_item_of_a_record_under_another_heading(tmp_path: Path) -> None:
    text = "ke_hoach:\n  nam: 2026\n  trich_yeu: a\n  mo_dau: b\n  ket: c\n  Đoạn kinh phí thực hiện: d\n"
    assert [one for one in sentences(tmp_path, text) if "kinh phí" in one] == [
        "Cảnh báo: thu.yaml, trang “ke_hoach”, dòng 13: Trang “Kế hoạch” không có mục “Kinh phí”; "
        "mục “Đoạn kinh phí thực hiện” có phải là nó không? "
        "Nếu phải thì sửa lại tiêu đề thành “Kinh phí”; nếu là mục riêng của cơ quan thì để nguyên."
    ]


def test_a_slip_of_the_keyboard_is_told_once(tmp_path: Path) -> None:
    text = f"don_vi:\n  - {{ma: VP, ten: Văn phòng, {UNIT}, Tên gọi khcá: a}}\n"
    assert len(sentences(tmp_path, text)) == 1


# --- rows of the clerk's own columns only --------------------------------------------------------------------------


def test_rows_numbered_in_advance_are_skipped(tmp_path: Path) -> None:
    rows = [("STT", "Mã", "Tên", "Loại", "Con dấu"), (1, "VP", "Văn phòng", "phòng", "không"), (2,), (3,), (4,)]
    found, said = loaded(tmp_path, {"Đơn vị": rows})
    assert [unit.ma for unit in found.don_vi] == ["VP"]
    assert said == [
        "Lưu ý: thu.xlsx, trang “Đơn vị”, ô A3: Trang “Đơn vị” có 3 dòng chỉ điền cột riêng của cơ quan, bắt đầu từ đây; "
        "đã bỏ qua. Điền các cột còn lại, hoặc để nguyên nếu là dòng chưa dùng đến."
    ]


def test_a_paragraph_below_its_row_may_have_a_number_of_its_own(tmp_path: Path) -> None:
    rows = [("STT", "Mã", "Lĩnh vực", "Nội dung"), (1, "T1", "TTHC", "Đoạn một"), (2, None, None, "đoạn hai")]
    areas = [("Mã", "Tên trong kế hoạch"), ("TTHC", "Thủ tục")]
    found, said = loaded(tmp_path, {"Lĩnh vực": areas, "Chỉ tiêu": rows})
    assert said == []
    assert [row.noi_dung for row in found.chi_tieu] == ["Đoạn một\nđoạn hai"]


def test_a_record_with_own_items_only_is_still_a_record(tmp_path: Path) -> None:
    said = sentences(tmp_path, "ke_hoach:\n  nam:\n  Ghi chú: a\n")
    assert "Lỗi: thu.yaml, trang “ke_hoach”, dòng 9: Thiếu “Năm”. Điền vào: Năm của kế hoạch, ví dụ 2026." in said


def test_accents_count_in_headings(tmp_path: Path) -> None:
    text = "nhiem_vu:\n  - {ma: A.1, Ghi chú: a}\n"
    assert not any("Ghi chú" in one for one in sentences(tmp_path, text))


# --- columns and sheets of the clerk's own -----------------------------------------------------------------------


def test_every_own_column_is_a_name_in_every_row(tmp_path: Path) -> None:
    text = f"don_vi:\n  - {{ma: VP, ten: a, {UNIT}, Ghi chú: b}}\n  - {{ma: TV, ten: c, {UNIT}}}\n"
    first, second = data(tmp_path, text).don_vi
    assert (own_values(first), own_values(second)) == ({"ghi_chu": "b"}, {"ghi_chu": None})
    assert (first.ghi_chu, second.ghi_chu) == ("b", None)  # type: ignore[attr-defined] # the clerk's own column


def test_an_own_column_may_have_any_heading(tmp_path: Path) -> None:
    own = "Copy: 1, Layout: 2, Sheet: 3, Names: 4, Row: 5, Columns: 6, Model dump: 7, About: 8"
    (unit,) = data(tmp_path, f"don_vi:\n  - {{ma: VP, ten: a, {UNIT}, {own}}}\n").don_vi
    expected = dict(
        zip(("copy", "layout", "sheet", "names", "row", "columns", "model_dump", "about"), "12345678", strict=True)
    )
    assert own_values(unit) == expected
    assert {name: getattr(unit, name) for name in expected} == expected
    assert row_of(unit) == 0


def test_a_template_sees_values_and_nothing_else(tmp_path: Path) -> None:
    text = f"don_vi:\n  - {{ma: VP, ten: a, {UNIT}, Ghi chú: b}}\n"
    (unit,) = data(tmp_path, text).don_vi
    visible = [name for name in dir(unit) if not name.startswith("_")]
    assert sorted(visible) == sorted([*(field.name for field in DonVi.columns()), "ghi_chu"])
    assert set(values_of(unit)) == set(visible)
    with pytest.raises(AttributeError):
        unit.ten = "khác"  # type: ignore[misc] # frozen: that is what the test is about


def test_two_rows_are_never_equal(tmp_path: Path) -> None:
    one, other = data(tmp_path, "can_cu:\n" + 2 * "  - {loai_van_ban: ke_hoach, noi_dung: Luật}\n").can_cu
    assert one != other
    assert len({one, other}) == 2


def test_references_are_records(tmp_path: Path) -> None:
    text = f"don_vi:\n  - {{ma: VP, ten: Văn phòng, {UNIT}}}\nnguoi_ky:\n  - {{don_vi: VP, chuc_vu: a, ho_ten: b c}}\n"
    found = data(tmp_path, text)
    assert found.nguoi_ky[0].don_vi is found.don_vi[0]
    assert str(found.nguoi_ky[0].don_vi) == "Văn phòng"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (Percent(Decimal("99.5")), "99,5%"),
        (datetime(2026, 3, 5, 8, 30), "08:30 05/3/2026"),  # noqa: DTZ001 - a cell has no time zone
        (time(8, 30), "08:30"),
        (date(2026, 3, 5), date(2026, 3, 5)),
        (Decimal("0.5"), Decimal("0.5")),
        (True, True),
        ("a", "a"),
        (None, None),
    ],
)
def test_what_a_template_gets_of_an_own_cell(raw: object, value: object) -> None:
    assert own_value(raw) == value  # type: ignore[arg-type] # pytest's table is of objects


def test_rows_of_an_own_sheet(tmp_path: Path) -> None:
    found, said = loaded(tmp_path, {"Khách mời": [("Họ tên", "Số ghế"), ("Lê A", 5), (None, "#N/A"), ("Lê B", None)]})
    assert found.own_rows == {
        "khach_moi": [
            {"ho_ten": "Lê A", "so_ghe": 5},
            {"ho_ten": None, "so_ghe": None},
            {"ho_ten": "Lê B", "so_ghe": None},
        ]
    }
    assert said == [
        "Lỗi: thu.xlsx, trang “Khách mời”, ô B3: Ô báo lỗi #N/A: công thức không tìm thấy giá trị cần tra. "
        "Sửa công thức hoặc gõ thẳng giá trị vào ô."
    ]


# --- names ---------------------------------------------------------------------------------------------------------


class Row(Record, sheet="Dòng"):
    """A record without columns."""


def test_a_name_without_accents_means_one_record_or_none() -> None:
    names, first, second = Names({"dong": "Dòng"}), Row(), Row()
    names.add("dong", "Thanh tra", first)
    names.add("dong", "Bảo tàng", first)
    names.add("dong", "Bao tang", second)
    assert names.find("dong", "thanh  TRA") is first
    assert names.find("dong", "Thành trà") is first
    assert names.find("dong", "bảo tàng") is first
    assert names.find("dong", "bao tang") is second
    assert names.find("dong", "Báo tạng") is None  # both, without accents
    assert names.find("dong", "Thư viện") is None
    names.add("dong", "Hỏng", None)
    with pytest.raises(AlreadyReported):
        names.find("dong", "hỏng")


def test_two_names_of_one_record_are_not_ambiguous(tmp_path: Path) -> None:
    text = f"don_vi:\n  - {{ma: VP, ten: Văn phòng, ten_goi_khac: Vấn phòng; Vàn phong, {UNIT}}}\n"
    text += "nguoi_ky:\n  - {don_vi: van phong, chuc_vu: a, ho_ten: b c}\n"
    assert data(tmp_path, text).nguoi_ky[0].don_vi is not None


def test_a_bad_row_is_told_once_and_not_where_it_is_named(tmp_path: Path) -> None:
    text = "don_vi:\n  - {ma: VP, ten: Văn phòng, loai: hội, con_dau: không}\n"
    text += "nguoi_ky:\n  - {don_vi: Văn phòng, chuc_vu: Trưởng phòng, ho_ten: Lê A}\n"
    assert len(sentences(tmp_path, text)) == 1


# --- the file as a whole -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "days"),
    [("2026", "2026-12-14"), ('"2.026"', "2026-12-14"), ("0000", None), ("9999", None), ("x", None), ("2026%", None)],
)
def test_the_plans_year_completes_deadlines(tmp_path: Path, year: str, days: str | None) -> None:
    text = f"{OFFICE}ke_hoach:\n  nam: {year}\nnhiem_vu:\n  - {{ma: A.1, thoi_han: Trước ngày 15/12}}\n"
    (tmp_path / "thu.yaml").write_text(text, encoding="utf-8")
    (task,) = load(read(tmp_path / "thu.yaml", VOCABULARY)).data.nhiem_vu
    assert task.thoi_han is not None
    assert task.thoi_han.den_ngay == (date.fromisoformat(days) if days else None)


def test_a_blank_file_is_told_only_where_nothing_else_is(tmp_path: Path) -> None:
    def found(text: str) -> list[Problem]:
        (tmp_path / "thu.yaml").write_text(text, encoding="utf-8")
        return list(load(read(tmp_path / "thu.yaml", VOCABULARY)).problems)

    assert [problem.code for problem in found("co_quan:\n  ten:\n")] == ["tep_trong"]
    assert "tep_trong" not in [problem.code for problem in found("co_quan:\n  ten:\nlinh_vuc: 5\n")]
