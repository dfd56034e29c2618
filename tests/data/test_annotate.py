"""``cchc kiem-tra TEP --ghi-chu RA``: the clerk's own workbook with what is wrong shown where it is."""

import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.data.read import read
from cchc_docs.data.read.source import Source
from cchc_docs.data.write import annotate as annotating
from cchc_docs.data.write.annotate import TITLE, losses, save_copy
from cchc_docs.office.records import VOCABULARY
from cchc_docs.problems import Place, Problem, Severity
from cchc_docs.text.cell_names import row_and_column
from tests.data.read.helpers import members, packed, source, with_member, workbook
from tests.helpers import EXAMPLE, Cchc

NGUON = Path(__file__).parent / "read" / "nguon"
FILE = "du_lieu.xlsx"
CODES = {Severity.ERROR: "thieu_gia_tri", Severity.WARNING: "gan_giong", Severity.NOTE: "dau_khong_dung"}


def problem(sheet: str = "", cell: str = "", what: str = "Sai.", severity: Severity = Severity.ERROR) -> Problem:
    return Problem(CODES[severity], severity, Place(FILE, sheet, *row_and_column(cell)), what, "Sửa lại.")


def annotate(data: bytes, problems: Sequence[Problem]) -> bytes:
    return annotating.annotate(data, problems, FILE)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data), rich_text=True)


def colours(sheet: Worksheet) -> dict[str, str]:
    """The colour of each cell that has one of ours."""
    return {
        cell: rule.dxf.fill.bgColor.rgb[2:]
        for ranges in sheet.conditional_formatting
        for rule in ranges.rules
        if rule.formula == ['N("cchc kiem-tra")=0']
        for cell in str(ranges.sqref).split()
    }


def cells(found: Source) -> dict[str, list[list[object]]]:
    return {name: [list(row) for row in sheet.rows] for name, sheet in found.sheets.items()}


def test_a_clerk_is_led_to_each_mistake(cchc: Cchc, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(EXAMPLE)
    book["Nhiệm vụ"]["G5"] = "Trước ngày 31/02/2023"
    book["Cơ quan"]["B5"] = None
    book.save("sai.xlsx")
    before = Path("sai.xlsx").read_bytes()
    code, out, err = cchc("kiem-tra", "sai.xlsx", "--ghi-chu", "xem.xlsx")
    assert (code, err) == (1, "")
    assert out.startswith("xem.xlsx\nLỗi: sai.xlsx, trang “Cơ quan”, ô B5: Thiếu “Địa danh”.")
    assert Path("sai.xlsx").read_bytes() == before
    copy = openpyxl.load_workbook("xem.xlsx")
    assert copy.sheetnames == ["Lỗi", *book.sheetnames]
    assert copy.active is copy["Lỗi"]
    assert [sheet.title for sheet in copy if sheet.sheet_view.tabSelected] == ["Lỗi"]
    rows = [[cell.value for cell in row] for row in copy["Lỗi"].iter_rows(min_row=6)]
    assert rows == [
        [1, "Lỗi", "trang “Cơ quan”, ô B5", "Thiếu “Địa danh”.", "Điền vào: Ghi trước ngày tháng, ví dụ Lạng Sơn."],
        [
            2,
            "Lỗi",
            "trang “Nhiệm vụ”, ô G5",
            "Thời hạn “Trước ngày 31/02/2023” nêu một ngày không có trong lịch: 31/02/2023.",
            "Sửa lại ngày.",
        ],
    ]
    assert [row[2].hyperlink.location for row in copy["Lỗi"].iter_rows(min_row=6)] == ["'Cơ quan'!B5", "'Nhiệm vụ'!G5"]
    assert copy["Nhiệm vụ"]["G5"].comment.text == (
        "— cchc kiem-tra —\nLỗi: Thời hạn “Trước ngày 31/02/2023” nêu một ngày không có trong lịch: 31/02/2023. Sửa lại "
        "ngày."
    )
    assert colours(copy["Nhiệm vụ"]) == {"G5": "FFC7CE"}
    assert colours(copy["Cơ quan"]) == {"B5": "FFC7CE"}


def test_the_copy_holds_all_that_the_file_holds(tmp_path: Path) -> None:
    """Values, widths, drop-downs, notes in headings, frozen rows; the copy reads as the file does."""
    data = Path(EXAMPLE).read_bytes()
    copy = annotate(data, [problem("Nhiệm vụ", "A1"), problem("Nhiệm vụ")])
    before, after = opened(data), opened(copy)
    for sheet in before.worksheets:
        other = after[sheet.title]
        assert {cell.coordinate: cell.value for row in sheet for cell in row if cell.value is not None} == {
            cell.coordinate: cell.value for row in other for cell in row if cell.value is not None
        }
        assert {name: column.width for name, column in sheet.column_dimensions.items()} == {
            name: column.width for name, column in other.column_dimensions.items()
        }
        rules = [
            [(str(one.sqref), one.type, one.formula1) for one in book_sheet.data_validations.dataValidation]
            for book_sheet in (sheet, other)
        ]
        assert rules[0] == rules[1]
        assert sheet.freeze_panes == other.freeze_panes
        for row in sheet:
            for cell in row:
                if cell.comment:
                    assert other[cell.coordinate].comment.text.startswith(cell.comment.text)
    assert len(before.worksheets) > 10
    (tmp_path / FILE).write_bytes(copy)
    assert cells(read(tmp_path / FILE, VOCABULARY)) == cells(read(Path(EXAMPLE), VOCABULARY))


def test_results_of_formulas_errors_percentages_and_days_are_kept(tmp_path: Path) -> None:
    data = (NGUON / "bang.xlsx").read_bytes()
    found, expected = (source(tmp_path, content) for content in (annotate(data, []), data))
    assert cells(found) == cells(expected)
    assert found.problems == expected.problems
    assert "<f>1+1</f><v>2" in members(annotate(data, []))["xl/worksheets/sheet3.xml"].decode()


def test_formats_inside_a_text_are_kept() -> None:
    def bold(sheet: Worksheet) -> None:
        sheet["A1"].value = CellRichText("Sở ", TextBlock(InlineFont(b=True), "Nội vụ"))

    value = opened(annotate(workbook({"Tự do": []}, bold), []))["Tự do"]["A1"].value
    assert str(value) == "Sở Nội vụ"
    assert value[1].font.b


def test_a_drop_down_that_excel_keeps_as_an_extension_stays() -> None:
    x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    xm = "http://schemas.microsoft.com/office/excel/2006/main"
    extension = (
        f'<extLst><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{x14}"><x14:dataValidations count="1" '
        f'xmlns:xm="{xm}"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1>'
        "<xm:f>'Đơn vị'!$A$2:$A$9</xm:f></x14:formula1><xm:sqref>C2:C5</xm:sqref></x14:dataValidation>"
        "</x14:dataValidations></ext></extLst></worksheet>"
    )
    data = with_member(
        workbook({"Nhiệm vụ": [["Mã"]], "Đơn vị": [["Mã"]]}),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</worksheet>", extension.encode()),
    )
    (rule,) = opened(annotate(data, []))["Nhiệm vụ"].data_validations.dataValidation
    assert (str(rule.sqref), rule.type, rule.formula1, rule.showErrorMessage) == (
        "C2:C5",
        "list",
        "'Đơn vị'!$A$2:$A$9",
        True,
    )


def test_what_stands_where_is_told_once_a_cell() -> None:
    data = workbook({"A": [["x", "y"]], "B 'b'": []}, lambda sheet: sheet.merge_cells("A2:B3"))
    copy = opened(
        annotate(
            data,
            [
                problem("A", "A1", "Một.", Severity.NOTE),
                problem("A", "A1", "Hai.", Severity.WARNING),
                problem("A", "B3", "Ba.", Severity.NOTE),
                problem("B 'b'", what="Trang sai."),
                problem(what="Tệp sai."),
                Problem("mau_hong", Severity.ERROR, Place("ke_hoach.docx", part="thân văn bản"), "Mẫu sai."),
            ],
        )
    )
    assert copy["A"]["A1"].comment.text == ("— cchc kiem-tra —\nLưu ý: Một. Sửa lại.\nCảnh báo: Hai. Sửa lại.")
    assert copy["A"]["A2"].comment.text.endswith("Lưu ý: Ba. Sửa lại.")
    assert colours(copy["A"]) == {"A1": "FFEB9C", "A2": "DDEBF7"}
    listed = [
        (row[2].value, row[2].hyperlink and row[2].hyperlink.location) for row in copy["Lỗi"].iter_rows(min_row=6)
    ]
    assert listed == [
        ("trang “A”, ô A1", "'A'!A1"),
        ("trang “A”, ô A1", "'A'!A1"),
        ("trang “A”, ô B3", "'A'!B3"),
        ("trang “B 'b'”", "'B ''b'''!A1"),
        (FILE, None),
        ("ke_hoach.docx, thân văn bản", None),
    ]


def test_annotated_again_nothing_piles_up() -> None:
    def dressed(sheet: Worksheet) -> None:
        sheet["A1"].comment = Comment("Của người dùng", "Lan")
        sheet.add_data_validation(DataValidation("list", formula1='"có,không"', sqref="B2:B9"))

    data = workbook({"A": [["x"]]}, dressed)
    first = annotate(data, [problem("A", "A1"), problem("A", "B2"), problem()])
    assert opened(first)["A"]["A1"].comment.text == "Của người dùng\n\n— cchc kiem-tra —\nLỗi: Sai. Sửa lại."
    assert annotate(first, [problem("A", "A1"), problem("A", "B2"), problem()]) == first
    mended = opened(annotate(first, []))
    assert mended.sheetnames == ["Lỗi", "A"]
    assert mended["Lỗi"]["A6"].value == "Không có vấn đề gì."
    assert mended["A"]["A1"].comment.text == "Của người dùng"
    assert mended["A"]["B2"].comment is None
    assert colours(mended["A"]) == {}
    assert len(mended["A"].data_validations.dataValidation) == 1


def test_a_sheet_of_the_office_called_the_same_stays() -> None:
    first = annotate(workbook({"Lỗi": [["của cơ quan"]]}), [problem()])
    for copy in (opened(first), opened(annotate(first, []))):
        assert copy.sheetnames == ["Lỗi (cchc)", "Lỗi"]
        assert copy["Lỗi"]["A1"].value == "của cơ quan"
        assert copy["Lỗi (cchc)"]["A1"].value == TITLE


def test_a_sentence_that_looks_like_a_formula_is_none() -> None:
    copy = opened(annotate(workbook({"A": []}), [problem("A", "A1", '=HYPERLINK("http://x")')]))
    assert copy["Lỗi"]["D6"].data_type == "s"


def test_what_the_copy_lacks_is_said() -> None:
    book = members(workbook({"A": []})) | {
        "xl/drawings/drawing1.xml": "<xdr:wsDr xmlns:xdr='u'><xdr:sp macro=''/></xdr:wsDr>",
        "xl/media/image1.png": b"\0\1",
        "_xmlsignatures/sig1.xml": "<a/>",
    }
    assert [str(one) for one in losses(packed(book), Place(FILE))] == [
        "Lưu ý: du_lieu.xlsx: Bản ghi chú không giữ được: hộp chữ, hình vẽ, ảnh, chữ ký số. Tệp gốc vẫn nguyên vẹn: nếu "
        "cần những thứ ấy thì sửa thẳng ở tệp gốc, theo trang “Lỗi” của bản ghi chú."
    ]
    assert losses(Path(EXAMPLE).read_bytes(), Place(FILE)) == ()


REFUSED: list[tuple[str, str, Callable[[], bytes], str]] = [
    (
        "du_lieu.ods",
        "ra.xlsx",
        lambda: b"x",
        "Lỗi: du_lieu.ods: Chỉ ghi chú được vào tệp .xlsx. Mở tệp bằng Excel, lưu thành Excel Workbook (*.xlsx).",
    ),
    ("a.xlsx", "ra.xls", lambda: b"x", "Lỗi: ra.xls: Bản ghi chú phải là một tệp .xlsx. Đặt tên có đuôi .xlsx."),
    (
        "a.xlsx",
        "ra.xlsx",
        lambda: b"PK\3\4",
        "Lỗi: a.xlsx: Tệp Excel bị hỏng hoặc chưa tải về hết. Mở thử bằng Excel: nếu Excel sửa được thì lưu lại, nếu "
        "không thì lấy lại bản gốc.",
    ),
    (
        "a.xlsx",
        "ra.xlsx",
        lambda: packed(members(workbook({"A": []})) | {"xl/drawings/drawing1.xml": "<!DOCTYPE a><a/>"}),
        "Lỗi: a.xlsx: Tệp chứa khai báo DOCTYPE mà Excel không bao giờ ghi, nên không đọc để giữ an toàn. Nếu không rõ ai "
        "gửi thì không mở; nếu là tệp của cơ quan thì chép dữ liệu sang một tệp Excel mới.",
    ),
    (
        "a.xlsx",
        "ra.xlsx",
        lambda: with_member(workbook({"A": []}), "xl/worksheets/sheet1.xml", lambda xml: xml[:-9]),
        "Lỗi: a.xlsx: Tệp có phần mà chương trình không chép lại được, nên không làm được bản ghi chú. Mở tệp bằng Excel, "
        "lưu lại rồi thử lại.",
    ),
]


@pytest.mark.parametrize(("name", "target", "make", "sentence"), REFUSED)
def test_what_cannot_be_annotated(
    tmp_path: Path, name: str, target: str, make: Callable[[], bytes], sentence: str
) -> None:
    (tmp_path / name).write_bytes(make())
    saved = save_copy(tmp_path / name, [], tmp_path / target)
    assert [str(one) for one in saved.problems] == [sentence]
    assert saved.made == ()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_nothing_is_written_over_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook({"A": [["x"]]}))
    before = path.read_bytes()
    names = [save_copy(path, found, path).made[0] for found in ([], [], [problem()])]
    assert names == [tmp_path / name for name in ("a (bản mới).xlsx", "a (bản mới).xlsx", "a (bản mới 2).xlsx")]
    assert path.read_bytes() == before


def test_json_names_the_copy(cchc: Cchc) -> None:
    code, out, err = cchc("kiem-tra", EXAMPLE, "--ghi-chu", "ra.xlsx", "--json")
    assert (code, json.loads(out), err) == (0, {"van_ban": [], "van_de": [], "ghi_chu": "ra.xlsx"}, "")


def test_one_file_at_a_time(cchc: Cchc) -> None:
    code, out, err = cchc("kiem-tra", "a.xlsx", "b.xlsx", "--ghi-chu", "ra.xlsx")
    assert (code, out) == (2, "")
    assert err == "Lỗi: Tùy chọn --ghi-chu chỉ dùng với một tệp.\n"


VALUE = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text("ab=<&\"' \u00e9đ\n", max_size=6)
GRID = st.lists(st.lists(VALUE, min_size=2, max_size=2), max_size=4)
PLACE = st.sampled_from(["A1", "B2", "C9", ""])


@given(grid=GRID, places=st.lists(PLACE, max_size=4))
@settings(max_examples=40)
def test_any_workbook_reads_as_before(
    tmp_path_factory: pytest.TempPathFactory, grid: list[list[object]], places: list[str]
) -> None:
    def as_text(sheet: Worksheet) -> None:
        for row in sheet:
            for cell in row:
                cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type

    data = workbook({"Tự do": [["Tên", "Số"], *grid]}, as_text)
    copy = annotate(data, [problem("Tự do", cell) for cell in places])
    folder = tmp_path_factory.getbasetemp()
    assert cells(source(folder, copy)) == cells(source(folder, data))
