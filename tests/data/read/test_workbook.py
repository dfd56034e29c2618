"""What the cells of a workbook mean, and where they stand, however the sheet is laid out."""

import io
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.data.read.cells import shown
from cchc_docs.data.read.source import BadCell, Percent, Raw
from tests.data.read.helpers import (
    HEADING_XML,
    NAMESPACE,
    TASKS,
    cells,
    members,
    packed,
    records,
    sentences,
    source,
    text_cell,
    with_member,
    with_sheet_xml,
    workbook,
)


def formatted(values: list[tuple[object, str]], *, date_1904: bool = False) -> bytes:
    """A list of tasks whose column *Kinh phí* holds values with number formats."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"date_1904": date_1904, "in_memory": True})
    sheet = book.add_worksheet("Nhiệm vụ")
    sheet.write_row(0, 0, ["Mã", "Kinh phí"])
    for row, (value, number_format) in enumerate(values, 1):
        sheet.write(row, 0, f"NV{row}")
        sheet.write(row, 1, value, book.add_format({"num_format": number_format}))
    book.close()
    return stream.getvalue()


VALUES: list[tuple[object, str, Raw]] = [
    (12, "General", 12),
    (12.0, "#,##0", 12),
    (1.5, "0.00", Decimal("1.5")),
    (0.1 + 0.2, "General", Decimal("0.3")),
    (2.9999999999999996, "General", 3),
    (123456789012345, "0", 123456789012345),
    (-0.25, "General", Decimal("-0.25")),
    (0.99, "0%", Percent(Decimal(99))),
    (0.9856, "0.0%", Percent(Decimal("98.56"))),
    (1, "0.00%", Percent(Decimal(100))),
    (0.07, '0.0" phần trăm"%', Percent(Decimal(7))),
    (0.5, '0.0" %"', Decimal("0.5")),
    (0.5, r"0.0\%", Decimal("0.5")),
    ("99%", "0%", "99%"),
    (date(2023, 5, 1), "dd/mm/yyyy", date(2023, 5, 1)),
    (datetime(2023, 5, 1), "dd/mm/yyyy hh:mm", date(2023, 5, 1)),  # noqa: DTZ001 - cells know no time zone
    (datetime(2023, 5, 1, 8, 30), "dd/mm/yyyy hh:mm", datetime(2023, 5, 1, 8, 30)),  # noqa: DTZ001
    (45000.99999999, "dd/mm/yyyy hh:mm", date(2023, 3, 16)),
    (date(2023, 12, 31), '"ngày" dd "tháng" mm "năm" yyyy', date(2023, 12, 31)),
    (date(2023, 12, 31), "[$-42A]dd/mm/yyyy;@", date(2023, 12, 31)),
    (time(14, 30), "hh:mm", time(14, 30)),
    (1.5, "[h]:mm", "36:00"),
    (True, "General", True),
    ("1.500", "General", "1.500"),
    ("012", "@", "012"),
    ("01/5/2023", "@", "01/5/2023"),
    ("  Hoà Bình  ", "General", "Hoà Bình"),
    ("Hoa\u0300 Bi\u0300nh", "General", "Hoà Bình"),
    ("Sở\u00a0Nội\u00a0vụ", "General", "Sở Nội vụ"),
    ("một\nhai  \n", "General", "một\nhai"),
    ("cải\u200b cách", "General", "cải cách"),
    ("   ", "General", None),
    ("\u00a0", "General", None),
]


@pytest.mark.parametrize("date_1904", [False, True])
def test_values(tmp_path: Path, date_1904: bool) -> None:
    values = [case for case in VALUES if not (date_1904 and isinstance(case[0], float) and case[0] > 40_000)]
    found = source(tmp_path, formatted([(value, kind) for value, kind, _ in values], date_1904=date_1904))
    assert sentences(found) == []
    expected = [(f"B{row}", raw) for row, (_, _, raw) in enumerate(values, 2)]
    actual = cells(found.sheets["nhiem_vu"], "kinh_phi")
    assert actual == expected
    assert [type(value) for _, value in actual] == [type(raw) for _, raw in expected]


def test_percent_in_an_accounting_format(tmp_path: Path) -> None:
    found = source(tmp_path, formatted([(0.5, "_-* 0.0%_-")]))
    assert cells(found.sheets["nhiem_vu"], "kinh_phi") == [("B2", Percent(Decimal(50)))]


def test_a_percent_style_that_is_not_used_by_the_cell(tmp_path: Path) -> None:
    found = source(tmp_path, formatted([(0.5, "0%"), (0.5, "General")]))
    assert [value for _, value in cells(found.sheets["nhiem_vu"], "kinh_phi")] == [Percent(Decimal(50)), Decimal("0.5")]


@pytest.mark.parametrize(
    ("stored", "raw"),
    [
        ("0.30000000000000004", Decimal("0.3")),
        ("2.9999999999999996", 3),
        ("1E+22", 10**22),
        ("1.5E-3", Decimal("0.0015")),
    ],
)
def test_noise_of_binary_numbers(tmp_path: Path, stored: str, raw: Raw) -> None:
    rows = f'{HEADING_XML}<row r="2"><c r="E2"><v>{stored}</v></c></row>'
    ((_, value),) = cells(source(tmp_path, with_sheet_xml(rows)).sheets["nhiem_vu"], "kinh_phi")
    assert (value, type(value)) == (raw, type(raw))


ERROR = "Ô báo lỗi #REF!: công thức trỏ tới ô đã bị xóa."


@pytest.mark.parametrize(
    ("cell", "raw"),
    [
        ('<c r="E2" t="e"><f>A9</f><v>#REF!</v></c>', ("o_loi", ERROR)),
        ('<c r="E2" t="e"><v>#REF!</v></c>', ("o_loi", ERROR)),
        ("<x:c s='0' t = 'e' r = 'E2'><x:f/><x:v>#REF!</x:v></x:c>", ("o_loi", ERROR)),
        ('<c r="E2" t="e"><v>#N/A</v></c>', ("o_loi", "Ô báo lỗi #N/A: công thức không tìm thấy giá trị cần tra.")),
        ('<c r="E2" t="e"/>', ("o_loi", "Ô báo lỗi.")),
        ('<c r="E2"><f>1+1</f><v></v></c>', ("chua_tinh", "Ô có công thức nhưng chưa được tính.")),
        ('<c r="E2"><f>1+1</f><v/></c>', ("chua_tinh", "Ô có công thức nhưng chưa được tính.")),
        ('<c r="E2"><f>1+1</f></c>', ("chua_tinh", "Ô có công thức nhưng chưa được tính.")),
        ('<c r="E2"><f t="shared" si="0"/></c>', ("chua_tinh", "Ô có công thức nhưng chưa được tính.")),
        ('<x:c r="E2"><x:f>1+1</x:f></x:c>', ("chua_tinh", "Ô có công thức nhưng chưa được tính.")),
        ('<c r="E2"><f>1+1</f><v>2</v></c>', 2),
        ('<c r="E2"><f>1-1</f><v>0</v></c>', 0),
        ('<c r="E2" t="str"><f>""</f><v></v></c>', None),
        ('<c r="E2" t="str"><f>"a"</f><v>a</v></c>', "a"),
        ('<c r="E2" t="b"><f>TRUE</f><v>1</v></c>', True),
        ('<c r="E2"><v>NaN</v></c>', ("so_khong_hop_le", "Số trong ô không đọc được.")),
    ],
)
def test_errors_and_formulas(tmp_path: Path, cell: str, raw: object) -> None:
    rows = f'{HEADING_XML}<row r="2">{text_cell("A2", "NV1")}{cell}</row>'
    xml = f'<worksheet {NAMESPACE} xmlns:x="{NAMESPACE[7:-1]}"><sheetData>{rows}</sheetData></worksheet>'
    book = with_member(workbook({"Nhiệm vụ": TASKS}), "xl/worksheets/sheet1.xml", lambda _: xml.encode())
    book = with_member(book, "xl/workbook.xml", lambda xml: xml.replace(b'fullCalcOnLoad="1"', b""))
    found = source(tmp_path, book)
    assert sentences(found) == []
    ((place, value),) = cells(found.sheets["nhiem_vu"], "kinh_phi")
    assert place == "E2"
    assert ((value.code, value.what) if isinstance(value, BadCell) else value) == raw


def test_a_zero_in_a_workbook_that_no_program_has_computed(tmp_path: Path) -> None:
    """XlsxWriter, and what is made with it, writes 0 for each formula and asks Excel to compute all."""
    found = source(tmp_path, formatted([("=1+1", "General"), (0, "General")]))
    (_, formula), (_, typed) = cells(found.sheets["nhiem_vu"], "kinh_phi")
    assert isinstance(formula, BadCell)
    assert formula.hint == "Mở tệp bằng Excel, bấm Lưu (Ctrl+S) rồi chạy lại."
    assert typed == 0


def test_a_formula_of_openpyxl_in_the_last_row_and_column(tmp_path: Path) -> None:
    found = source(tmp_path, workbook({"Nhiệm vụ": [["Mã", "Nội dung", "Kinh phí"], ["NV1"], [None, None, "=A1"]]}))
    assert [row[2] is not None for row in found.sheets["nhiem_vu"].rows] == [False, True]
    assert found.sheets["nhiem_vu"].place(1, "kinh_phi").cell == "C3"


def test_bad_cells_outside_the_data_are_nothing_to_mend(tmp_path: Path) -> None:
    rows = f'<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>{HEADING_XML.replace("1", "2")}'
    found = source(tmp_path, with_sheet_xml(rows + f'<row r="3">{text_cell("A3", "NV1")}</row>'))
    assert sentences(found) == []
    assert records(found.sheets["nhiem_vu"]) == [{"ma": "NV1"}]


def test_leading_blanks_titles_and_gaps_do_not_shift_places(tmp_path: Path) -> None:
    rows = [
        [],
        [None, None, "DANH SÁCH NHIỆM VỤ NĂM 2023"],
        [None, None, "(Kèm theo Kế hoạch)", "Đơn vị tính: đồng"],
        [],
        [None, None, "Mã", "Nội dung", None, "Của riêng tôi"],
        [],
        [None, None, "NV1", "Một", None, "x"],
        [None, None, None, None, None, None],
        [None, None, "NV2", "Hai"],
        [],
        ["", " ", ""],
    ]
    found = source(tmp_path, workbook({"Nhiệm vụ": rows}))
    sheet = found.sheets["nhiem_vu"]
    assert sentences(found) == []
    assert records(sheet) == [{"ma": "NV1", "noi_dung": "Một", "cua_rieng_toi": "x"}, {"ma": "NV2", "noi_dung": "Hai"}]
    assert cells(sheet, "noi_dung") == [("D7", "Một"), ("D9", "Hai")]
    assert [column.number for column in sheet.columns] == [2, 3, 5]
    assert str(sheet.place(1, "chu_tri")) == "du_lieu.xlsx, trang “Nhiệm vụ”, ô C9"


def test_columns_beyond_z(tmp_path: Path) -> None:
    rows = [[f"Chỉ số {i}" for i in range(60)], list(range(60))]
    sheet = source(tmp_path, workbook({"Số liệu quý 1": rows})).sheets["so_lieu_quy_1"]
    assert sheet.place(0, "chi_so_25").cell == "Z2"
    assert sheet.place(0, "chi_so_26").cell == "AA2"
    assert sheet.place(0, "chi_so_59").cell == "BH2"


def test_dates_and_percentages_as_headings_read_as_they_are_printed(tmp_path: Path) -> None:
    days = [date(2023, 2, 6), date(2023, 6, 20), datetime(2023, 6, 5, 8, 30)]  # noqa: DTZ001 - cells know no time zone
    rows = [["Đơn vị", *days], ["VP", 1, 2, 3]]
    sheet = source(tmp_path, workbook({"Số liệu": rows})).sheets["so_lieu"]
    assert [column.heading for column in sheet.columns] == ["Đơn vị", "06/02/2023", "20/6/2023", "08:30 05/6/2023"]
    assert shown(Percent(Decimal("98.50"))) == "98,5%"


@pytest.mark.parametrize(("above", "found"), [(49, True), (50, False)])
def test_headings_are_looked_for_in_the_first_fifty_rows(tmp_path: Path, above: int, found: bool) -> None:
    rows: list[list[object]] = [[], *([[f"Dòng {i}"] for i in range(above)]), ["Mã", "Nội dung"], ["NV1", "Một"]]
    sheets = source(tmp_path, workbook({"Nhiệm vụ": rows})).sheets
    assert ("nhiem_vu" in sheets) is found
    if found:
        assert records(sheets["nhiem_vu"]) == [{"ma": "NV1", "noi_dung": "Một"}]


def test_numbers_as_headings(tmp_path: Path) -> None:
    rows = [["Đơn vị", "3-3.1.2", 4, 5.5], ["VP", 1, 2, 3]]
    sheet = source(tmp_path, workbook({"Số liệu quý 1": rows})).sheets["so_lieu_quy_1"]
    assert [(column.key, column.heading) for column in sheet.columns] == [
        ("don_vi", "Đơn vị"),
        ("3_3_1_2", "3-3.1.2"),
        ("4", "4"),
        ("5_5", "5.5"),
    ]


UNIT_ROWS = [
    ["DANH SÁCH ĐƠN VỊ"],
    ["Mã", "Đang giải quyết", None, "Tên"],
    [None, "trong hạn", "quá\nhạn"],
    ["VP", 1, 2, "X"],
]


def merged(*ranges: str) -> Callable[[Worksheet], None]:
    def merge(sheet: Worksheet) -> None:
        for cell_range in ranges:
            sheet.merge_cells(cell_range)

    return merge


@pytest.mark.parametrize(
    "ranges", [(), ("B2:C2",), ("A2:A3", "B2:C2", "D2:D3"), ("A1:D1", "A2:A3", "B2:C2", "D2:D3")], ids=str
)
def test_headings_in_two_rows(tmp_path: Path, ranges: tuple[str, ...]) -> None:
    found = source(tmp_path, workbook({"Đơn vị": UNIT_ROWS}, merged(*ranges)))
    sheet = found.sheets["don_vi"]
    assert sentences(found) == []
    assert [column.heading for column in sheet.columns] == [
        "Mã",
        "Đang giải quyết trong hạn",
        "Đang giải quyết quá hạn",
        "Tên",
    ]
    assert [list(row) for row in sheet.rows] == [["VP", 1, 2, "X"]]
    assert sheet.place(0, "dang_giai_quyet_qua_han").cell == "C4"


def test_headings_in_two_rows_of_an_own_sheet(tmp_path: Path) -> None:
    merge = merged("B2:C2", "A2:A3", "D2:D3")
    sheet = source(tmp_path, workbook({"Hồ sơ": UNIT_ROWS}, merge)).sheets["ho_so"]
    assert [column.key for column in sheet.columns] == [
        "ma",
        "dang_giai_quyet_trong_han",
        "dang_giai_quyet_qua_han",
        "ten",
    ]


def test_headings_merged_downwards_count_once(tmp_path: Path) -> None:
    rows = [["Mã", "Nội dung"], [], ["NV1", "Một"]]
    found = source(tmp_path, workbook({"Nhiệm vụ": rows}, merged("A1:A2", "B1:B2")))
    assert sentences(found) == []
    assert records(found.sheets["nhiem_vu"]) == [{"ma": "NV1", "noi_dung": "Một"}]


def test_a_heading_merged_into_the_data_is_no_data(tmp_path: Path) -> None:
    rows = [["Mã", "Tên"], [None, "Một"]]
    found = source(tmp_path, workbook({"Đơn vị": rows}, merged("A1:A2")))
    assert records(found.sheets["don_vi"]) == [{"ten": "Một"}]


def test_own_columns_in_a_group_beside_known_ones(tmp_path: Path) -> None:
    rows = [["Mã", "Nội dung", "Của tôi"], [None, None, "một", "hai"], ["NV1", "Một", 1, 2]]
    found = source(tmp_path, workbook({"Nhiệm vụ": rows}, merged("A1:A2", "B1:B2", "C1:D1")))
    assert sentences(found) == []
    assert records(found.sheets["nhiem_vu"]) == [{"ma": "NV1", "noi_dung": "Một", "cua_toi_mot": 1, "cua_toi_hai": 2}]


def test_merged_data_is_filled_down_but_not_the_key(tmp_path: Path) -> None:
    rows = [["Mã", "Chủ trì", "Nội dung"], ["NV1", "VP", "Một"], [None, None, "Hai"], [None, None, "Ba"]]
    found = source(tmp_path, workbook({"Nhiệm vụ": rows}, merged("A2:A4", "B2:B3")))
    assert records(found.sheets["nhiem_vu"]) == [
        {"ma": "NV1", "chu_tri": "VP", "noi_dung": "Một"},
        {"chu_tri": "VP", "noi_dung": "Hai"},
        {"noi_dung": "Ba"},
    ]
    assert found.sheets["nhiem_vu"].place(1, "chu_tri").cell == "B3"


def test_merged_key_is_filled_down_where_nothing_continues(tmp_path: Path) -> None:
    rows = [["Mã", "Tên"], ["VP", "Một"], [None, "Hai"]]
    found = source(tmp_path, workbook({"Đơn vị": rows}, merged("A2:A3")))
    assert records(found.sheets["don_vi"]) == [{"ma": "VP", "ten": "Một"}, {"ma": "VP", "ten": "Hai"}]


def test_a_range_over_columns_belongs_to_the_left_one(tmp_path: Path) -> None:
    rows = [["Mã", "Nội dung", "Chủ trì"], ["NV1", "Theo Quyết định 10"], ["NV2", "Hai", "VP"]]
    found = source(tmp_path, workbook({"Nhiệm vụ": rows}, merged("B2:C2")))
    assert records(found.sheets["nhiem_vu"])[0] == {"ma": "NV1", "noi_dung": "Theo Quyết định 10"}


def test_a_record_that_is_merged_as_a_whole_is_one_record(tmp_path: Path) -> None:
    rows = [["Mã", "Tên"], ["VP", "Văn phòng"], [], ["TT", "Thanh tra"]]
    found = source(tmp_path, workbook({"Đơn vị": rows}, merged("A2:A3", "B2:B3")))
    assert [record["ma"] for record in records(found.sheets["don_vi"])] == ["VP", "TT"]


RECORD = {"ten": "Sở Nội vụ", "viet_tat": "SNV", "dia_chi": "Số 1\nPhường A"}


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        ([["Tên", "Sở Nội vụ"], ["Viết tắt", "SNV"], ["Địa chỉ", "Số 1"], [None, "Phường A"]], "B2"),
        (
            [
                ["Mục", "Nội dung"],
                ["Tên", "Sở Nội vụ"],
                [],
                ["Viết tắt", "SNV"],
                ["Địa chỉ", "Số 1"],
                [None, "Phường A"],
            ],
            "B4",
        ),
        (
            [
                ["THÔNG TIN CƠ QUAN"],
                ["STT", "Mục", "Nội dung", "Giải thích"],
                [1, "Tên", "Sở Nội vụ", "tên đầy đủ"],
                [2, "Viết tắt", "SNV"],
                [3, "Địa chỉ", "Số 1"],
                [None, None, "Phường A"],
            ],
            "C4",
        ),
        ([["Tên", None, "Sở Nội vụ"], ["Viết tắt", None, "SNV"], ["Địa chỉ", None, "Số 1\nPhường A"]], "C2"),
    ],
    ids=["bare", "headed", "numbered and explained", "wide labels"],
)
def test_a_record_sheet(tmp_path: Path, rows: list[list[object]], at: str) -> None:
    found = source(tmp_path, workbook({"Cơ quan": rows}))
    sheet = found.sheets["co_quan"]
    assert sentences(found) == []
    assert records(sheet) == [RECORD]
    assert sheet.place(0, "viet_tat").cell == at
    assert str(sheet.place(0, "dia_danh")) == "du_lieu.xlsx, trang “Cơ quan”"


def test_a_label_without_a_value_has_a_place(tmp_path: Path) -> None:
    sheet = source(tmp_path, workbook({"Cơ quan": [["Mục", "Nội dung"], ["Tên", "Sở"], ["Địa danh"]]})).sheets[
        "co_quan"
    ]
    assert records(sheet) == [{"ten": "Sở"}]
    assert sheet.place(0, "dia_danh").cell == "B3"


def test_labels_alone(tmp_path: Path) -> None:
    sheet = source(tmp_path, workbook({"Cơ quan": [["Tên"], ["Địa danh"]]})).sheets["co_quan"]
    assert records(sheet) == [{}]
    assert sheet.place(0, "dia_danh").cell == "B2"


def test_blank_sheets(tmp_path: Path) -> None:
    found = source(tmp_path, workbook({"Nhiệm vụ": [], "Cơ quan": [[" "]], "Sheet1": []}))
    assert sentences(found) == []
    assert {name: list(map(list, sheet.rows)) for name, sheet in found.sheets.items()} == {
        "nhiem_vu": [],
        "co_quan": [[]],
    }


def test_sheets_for_people_are_not_read(tmp_path: Path) -> None:
    found = source(
        tmp_path, workbook({"Hướng dẫn": [["Gõ vào đây", "b"]], "Bắt đầu": [["a", "b"]], "Lỗi": [["a", "b"]]})
    )
    assert not found.sheets
    assert not found.problems


def test_own_sheets_keep_the_order_of_the_file(tmp_path: Path) -> None:
    own = [["Ghi chú của tôi"], ["Họ tên", "Điện thoại"], ["An", "012"]]
    found = source(tmp_path, workbook({"Danh bạ": own, "Nhiệm vụ": TASKS, "Một cột": [["Họ tên"], ["Bình"]]}))
    assert list(found.sheets) == ["danh_ba", "nhiem_vu", "mot_cot"]
    assert records(found.sheets["danh_ba"]) == [{"ho_ten": "An", "dien_thoai": "012"}]
    assert records(found.sheets["mot_cot"]) == [{"ho_ten": "Bình"}]


def test_a_sheet_of_charts_has_no_cells(tmp_path: Path) -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Nhiệm vụ")
    sheet.write_row(0, 0, ["Mã", "Nội dung"])
    sheet.write_row(1, 0, ["NV1", 5])
    chart = book.add_chart({"type": "column"})
    assert chart is not None
    chart.add_series({"values": "='Nhiệm vụ'!$B$2:$B$2"})
    book.add_chartsheet("Biểu đồ").set_chart(chart)
    book.close()
    found = source(tmp_path, stream.getvalue())
    assert sentences(found) == []
    assert list(found.sheets) == ["nhiem_vu"]


def test_member_names_of_other_writers(tmp_path: Path) -> None:
    content = {
        name.replace("xl/worksheets/", "xl\\worksheets\\"): data
        for name, data in members(workbook({"Nhiệm vụ": TASKS})).items()
    }
    assert list(source(tmp_path, packed(content)).sheets) == ["nhiem_vu"]
