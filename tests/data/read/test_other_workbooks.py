"""``.xls``, ``.ods``, ``.xlsb``: what they hold is what an ``.xlsx`` of the same cells holds, and what is wrong is said.

``nguon/bang.*`` is one workbook that LibreOffice saved in three formats: error cells, percentages, days, times, lengths
of time, formulas, merged cells, tabs, a hidden sheet.
"""

import io
import struct
import zipfile
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_docs.data.read import read, rows, sheets
from cchc_docs.data.read.cells import NEVER_COMPUTED, NOT_A_NUMBER
from cchc_docs.data.read.source import BadCell, Percent, Source
from cchc_docs.problems import Place
from tests.data.read import xlsb
from tests.data.read.helpers import TASKS, VOCABULARY, members, packed, sentences, source, workbook
from tests.data.read.test_files import BOMB, OLE, SAVE_AS, UNSAFE

NGUON = Path(__file__).parent / "nguon"
XLS, ODS = (NGUON / "bang.xls").read_bytes(), (NGUON / "bang.ods").read_bytes()
CONTENT = "content.xml"
DIV_0 = BadCell(
    "o_loi", "Ô báo lỗi #DIV/0!: công thức chia cho 0 hoặc cho ô trống.", "Sửa công thức hoặc gõ thẳng giá trị vào ô."
)


def everything(found: Source) -> list[tuple[object, ...]]:
    """All sheets: names, headings, cells and where each stands."""
    return [
        (
            sheet.key,
            sheet.name,
            [(column.key, column.place.cell) for column in sheet.columns],
            sheet.rows,
            [
                [sheet.locate(row, column).cell for column in range(len(sheet.columns))]
                for row in range(len(sheet.rows))
            ],
        )
        for sheet in found.sheets.values()
    ]


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_the_same_workbook_in_another_format_reads_the_same(ending: str) -> None:
    found, expected = (read(NGUON / f"bang.{one}", VOCABULARY) for one in (ending, "xlsx"))
    assert everything(found) == everything(expected)
    assert list(found.sheets) == ["co_quan", "nhiem_vu", "rieng_cua_don_vi"]
    assert found.sheets["nhiem_vu"].rows[1][1] == DIV_0
    assert found.sheets["nhiem_vu"].rows[0][2] == Percent(Decimal(99))
    assert sentences(found) == sentences(expected) == []


def test_a_binary_workbook(tmp_path: Path) -> None:
    headings = [(number, 0, xlsb.text(name)) for number, name in enumerate(["Mã", "Nội dung", "Chủ trì", "Thời hạn"])]
    sheet = xlsb.sheet(
        {
            1: headings,
            3: [(0, 0, xlsb.shared(1)), (1, 0, xlsb.shared(0)), (2, xlsb.PERCENT, xlsb.real(0.985))],
            4: [(0, 0, xlsb.text("NV2")), (2, 0, xlsb.error(7)), (3, xlsb.DAY, xlsb.whole(46058))],
            5: [(2, 0, xlsb.whole(-250, hundredths=True)), (3, xlsb.LENGTH, xlsb.real(1.5))],
            6: [(0, 0, xlsb.boolean(value=True)), (2, 0, xlsb.formula(12.5)), (3, xlsb.DAY, xlsb.real(0.25))],
        },
        [(3, 4, 1, 1)],
    )
    found = source(tmp_path, xlsb.workbook({"Nhiệm vụ": sheet}, ["gộp", "NV1"]), "du_lieu.xlsb")
    assert sentences(found) == []
    tasks = found.sheets["nhiem_vu"]
    assert list(map(list, tasks.rows)) == [
        ["NV1", "gộp", Percent(Decimal("98.5")), None],
        ["NV2", "gộp", DIV_0, date(2026, 2, 5)],
        [None, None, Decimal("-2.5"), "36:00"],
        [True, None, Decimal("12.5"), time(6)],
    ]
    assert tasks.place(1, "thoi_han") == Place("du_lieu.xlsb", "Nhiệm vụ", 5, 4)


def ods(table: str, name: str = "Nhiệm vụ", before: str = "") -> bytes:
    """An OpenDocument workbook with one sheet of this XML; the prefixes are not those that programs choose."""
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<d xmlns="{urn}:office:1.0" xmlns:o="{urn}:office:1.0" xmlns:t="{urn}:table:1.0" xmlns:x="{urn}:text:1.0" '
        f'xmlns:g="{urn}:drawing:1.0"><body><spreadsheet>{before}<t:table t:name="{name}">{table}</t:table></spreadsheet>'
        "</body></d>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        mimetype = "application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr("mimetype", mimetype, compress_type=zipfile.ZIP_STORED)
        archive.writestr(CONTENT, content)
    return stream.getvalue()


def p(*texts: str) -> str:
    """Cells with one paragraph each."""
    return "".join(f'<t:table-cell o:value-type="string"><x:p>{text}</x:p></t:table-cell>' for text in texts)


HEAD = f"<t:table-row>{p('Mã', 'Nội dung')}</t:table-row>"


def ods_rows(folder: Path, row: str) -> list[list[object]]:
    """The rows below the headings *Mã*, *Nội dung*."""
    found = source(folder, ods(f"{HEAD}{row}"), "du_lieu.ods")
    assert sentences(found) == []
    return [list(row) for row in found.sheets["nhiem_vu"].rows]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<t:table-cell o:value-type="boolean" o:boolean-value="true"><x:p>TRUE</x:p></t:table-cell>', True),
        ('<t:table-cell o:value-type="currency" o:value="1500000"><x:p>1.500.000 ₫</x:p></t:table-cell>', 1500000),
        ('<t:table-cell o:value-type="date" o:date-value="31/2"><x:p>31/02/2026</x:p></t:table-cell>', "31/02/2026"),
        ('<t:table-cell o:value-type="time" o:time-value="-PT01H30M00S"/>', "-1:30"),
        ('<t:table-cell><x:p>a<x:s/><x:s x:c="2"/>b<x:line-break/>c<x:tab/>d</x:p></t:table-cell>', "a   b\nc\td"),
        ("<t:table-cell><x:p>một\n   hai</x:p></t:table-cell>", "một hai"),
        ("<t:table-cell><x:p>một <x:span>hai</x:span> <x:a>ba</x:a></x:p></t:table-cell>", "một hai ba"),
        ("<t:table-cell><annotation><x:p>ghi chú</x:p></annotation><x:p>chữ</x:p></t:table-cell>", "chữ"),
        (
            "<t:table-cell><g:frame><g:text-box><x:p>khung</x:p></g:text-box></g:frame><x:p>chữ</x:p></t:table-cell>",
            "chữ",
        ),
        (
            '<t:table-cell t:formula="of:=1/0" o:value-type="string" o:string-value=""><x:p>#DIV/0!</x:p></t:table-cell>',
            DIV_0,
        ),
        (
            '<t:table-cell t:formula="of:=A1" o:value-type="string" o:string-value="#N/A"><x:p>#N/A</x:p></t:table-cell>',
            "#N/A",
        ),
        ('<t:table-cell t:formula="of:=A1"/>', NEVER_COMPUTED),
        ('<t:table-cell t:formula="of:=A1"><x:p/></t:table-cell>', None),
        ('<t:table-cell o:value-type="float" o:value="x"/>', NOT_A_NUMBER),
    ],
)
def test_a_cell_of_an_ods(tmp_path: Path, cell: str, value: object) -> None:
    assert ods_rows(tmp_path, f"<t:table-row>{p('NV1')}{cell}</t:table-row>") == [["NV1", value]]


def test_repeated_cells_and_rows_of_an_ods(tmp_path: Path) -> None:
    twice = '<t:table-cell t:number-columns-repeated="2" o:value-type="float" o:value="7"/>'
    blank = (
        '<t:table-row t:number-rows-repeated="1048570"><t:table-cell t:number-columns-repeated="16384"/></t:table-row>'
    )
    found = source(
        tmp_path, ods(f'{HEAD}<t:table-row t:number-rows-repeated="3">{twice}</t:table-row>{blank}'), "a.ods"
    )
    assert [list(row) for row in found.sheets["nhiem_vu"].rows] == [[7, 7]] * 3
    assert found.sheets["nhiem_vu"].place(2, "noi_dung").cell == "B4"


def test_what_an_ods_keeps_of_another_file_is_no_sheet(tmp_path: Path) -> None:
    copy = f'<t:table t:name="copy"><t:table-source/>{HEAD}</t:table>'
    assert list(source(tmp_path, ods(HEAD, before=copy), "a.ods").sheets) == ["nhiem_vu"]


def test_a_cell_under_a_merged_one_shows_nothing(tmp_path: Path) -> None:
    tall = '<t:table-cell t:number-rows-spanned="2"><x:p>gộp</x:p></t:table-cell>'
    inner = '<t:table t:name="trong"><t:table-row/></t:table>'
    covered = f"<t:covered-table-cell><x:p>ẩn</x:p>{inner}</t:covered-table-cell>"
    rows = f"<t:table-row>{p('NV1')}{tall}</t:table-row><t:table-row>{p('NV2')}{covered}</t:table-row>"
    assert ods_rows(tmp_path, rows) == [["NV1", "gộp"], ["NV2", "gộp"]]


# --- files that are not what they should be ---------------------------------------------------------------------------


def encrypted_xls() -> bytes:
    """The record of the code page becomes the one that says that all others are encrypted."""
    record = struct.pack("<HHH", 0x42, 2, 1200)
    assert XLS.count(record) == 1
    return XLS.replace(record, struct.pack("<HHH", 0x2F, 2, 0))


def bomb(table: str) -> bytes:
    return ods(f"{HEAD}{table}")


def many(rows: int, columns: int) -> str:
    cell = f'<t:table-cell t:number-columns-repeated="{columns}"><x:p>x</x:p></t:table-cell>'
    return f'<t:table-row t:number-rows-repeated="{rows}">{cell}</t:table-row>'


def said(ending: str, what: str) -> str:
    return f"Lỗi: du_lieu.{ending}: {what}"


def rename(ending: str) -> str:
    return f"Đổi đuôi tệp thành .{ending} rồi chạy lại."


def hurt(program: str) -> str:
    return (
        f"Tệp {program} bị hỏng hoặc chưa tải về hết. Mở thử bằng Excel: nếu Excel sửa được thì lưu lại, nếu không thì "
        "lấy lại bản gốc."
    )


CHOSEN_WRONGLY = "Kiểm tra xem có chọn nhầm tệp không."
HURT_SHEET = (
    "Trang bị hỏng, không đọc được. Mở tệp bằng Excel: nếu Excel sửa được thì lưu lại, nếu không thì lấy lại bản gốc."
)
TOO_FAR = "nhiều hơn 5 triệu ô, nên không đọc trang. Xóa hẳn (Delete) các dòng và cột ở xa không dùng tới rồi lưu lại."
LOCKED = (
    "Tệp có mật khẩu mở nên không đọc được. Mở bằng Excel, vào Tệp (File) > Thông tin (Info) > Bảo vệ sổ làm việc "
    "(Protect Workbook) > Mã hóa bằng mật khẩu (Encrypt with Password), xóa mật khẩu rồi lưu lại."
)
ONE_SHEET = xlsb.sheet({0: [(0, 0, xlsb.text("Mã")), (1, 0, xlsb.text("Nội dung"))], 1: [(0, 0, xlsb.text("NV1"))]})


def xlsb_with(name: str, change: Callable[[bytes], bytes]) -> bytes:
    content = xlsb.workbook_members({"Nhiệm vụ": ONE_SHEET})
    return packed(content | {name: change(content[name])})


SHEET_BIN = "xl/worksheets/sheet1.bin"
FAR_CELL = xlsb.sheet({0: [(0, 0, xlsb.text("Mã"))], 1048575: [(16383, 0, xlsb.text("x"))]})

BAD: list[tuple[str, str, Callable[[], bytes], str]] = [
    (
        "xls that is xlsx",
        "xls",
        lambda: workbook({"Nhiệm vụ": TASKS}),
        said("xls", f"Tên tệp là của Excel nhưng thật ra đây là tệp Excel (.xlsx). {rename('xlsx')}"),
    ),
    (
        "xls that is html",
        "xls",
        lambda: b"<html><table></table></html>",
        said("xls", f"Tên tệp là của Excel nhưng thật ra đây là trang web (HTML). {SAVE_AS}"),
    ),
    (
        "xls that is text",
        "xls",
        "Mã\tTên".encode,
        said("xls", f"Tên tệp là của Excel nhưng thật ra đây là tệp văn bản thường (như .csv). {SAVE_AS}"),
    ),
    (
        "xls that is doc",
        "xls",
        lambda: OLE + "WordDocument".encode("utf-16-le"),
        said("xls", f"Tên tệp là của Excel nhưng thật ra đây là tệp Word kiểu cũ (.doc). {CHOSEN_WRONGLY}"),
    ),
    ("xls that is some ole file", "xls", lambda: OLE, said("xls", hurt("Excel"))),
    ("xls of an encrypted xlsx", "xls", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), said("xls", LOCKED)),
    ("xls with a password", "xls", encrypted_xls, said("xls", LOCKED)),
    ("xls cut to its head", "xls", lambda: XLS[:600] + "Workbook".encode("utf-16-le"), said("xls", hurt("Excel"))),
    ("xls cut off", "xls", lambda: XLS[:-1024], said("xls", hurt("Excel"))),
    (
        "xlsb that is ods",
        "xlsb",
        lambda: ODS,
        said("xlsb", f"Tên tệp là của Excel nhưng thật ra đây là bảng tính OpenDocument (.ods). {rename('ods')}"),
    ),
    ("xlsb cut off", "xlsb", lambda: xlsb.workbook({"Nhiệm vụ": ONE_SHEET})[:-30], said("xlsb", hurt("Excel"))),
    (
        "xlsb with a broken list of sheets",
        "xlsb",
        lambda: xlsb_with("xl/workbook.bin", lambda part: part[:-8]),
        said("xlsb", hurt("Excel")),
    ),
    (
        "xlsb with broken styles",
        "xlsb",
        lambda: xlsb_with("xl/styles.bin", lambda part: part[:-5]),
        said("xlsb", hurt("Excel")),
    ),
    (
        "xlsb with broken relations",
        "xlsb",
        lambda: xlsb_with("xl/_rels/workbook.bin.rels", lambda part: part[:-5]),
        said("xlsb", hurt("Excel")),
    ),
    (
        "xlsb with a doctype",
        "xlsb",
        lambda: xlsb_with("xl/_rels/workbook.bin.rels", lambda part: part.replace(b"?>", b"?><!DOCTYPE a>", 1)),
        said("xlsb", f"Tệp chứa khai báo DOCTYPE mà Excel không bao giờ ghi, nên không đọc để giữ an toàn. {UNSAFE}"),
    ),
    (
        "xlsb that inflates",
        "xlsb",
        lambda: xlsb_with(SHEET_BIN, lambda _: bytes(8 * 2**20)),
        BOMB.replace("xlsx", "xlsb"),
    ),
    (
        "xlsb with a broken sheet",
        "xlsb",
        lambda: xlsb_with(SHEET_BIN, lambda part: part[:-20]),
        f"Lỗi: du_lieu.xlsb, trang “Nhiệm vụ”: {HURT_SHEET}",
    ),
    (
        "xlsb with rows out of order",
        "xlsb",
        lambda: xlsb_with(SHEET_BIN, lambda part: part + part),
        f"Lỗi: du_lieu.xlsb, trang “Nhiệm vụ”: {HURT_SHEET}",
    ),
    (
        "xlsb with a text that is not there",
        "xlsb",
        lambda: xlsb.workbook({"Nhiệm vụ": xlsb.sheet({0: [(0, 0, xlsb.shared(3))]})}),
        f"Lỗi: du_lieu.xlsb, trang “Nhiệm vụ”: {HURT_SHEET}",
    ),
    (
        "xlsb with a far cell",
        "xlsb",
        lambda: xlsb.workbook({"Nhiệm vụ": FAR_CELL}),
        f"Lỗi: du_lieu.xlsb, trang “Nhiệm vụ”: Dữ liệu trải rộng tới tận ô XFD1048576, {TOO_FAR}",
    ),
    (
        "ods that is xlsx",
        "ods",
        lambda: workbook({"Nhiệm vụ": TASKS}),
        said("ods", f"Tên tệp là của OpenDocument nhưng thật ra đây là tệp Excel (.xlsx). {rename('xlsx')}"),
    ),
    (
        "ods that is odt",
        "ods",
        lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text"}),
        said(
            "ods",
            f"Tên tệp là của OpenDocument nhưng thật ra đây là tệp OpenDocument không phải bảng tính (như .odt). {CHOSEN_WRONGLY}",
        ),
    ),
    ("ods cut off", "ods", lambda: ODS[:-100], said("ods", hurt("OpenDocument"))),
    (
        "ods without content",
        "ods",
        lambda: packed({"mimetype": members(ODS)["mimetype"]}, zipfile.ZIP_STORED),
        said("ods", hurt("OpenDocument")),
    ),
    (
        "ods of broken xml",
        "ods",
        lambda: packed(members(ODS) | {CONTENT: members(ODS)[CONTENT][:-20]}, zipfile.ZIP_STORED),
        said("ods", hurt("OpenDocument")),
    ),
    (
        "ods of another xml",
        "ods",
        lambda: packed(members(ODS) | {CONTENT: "<a/>"}, zipfile.ZIP_STORED),
        said("ods", hurt("OpenDocument")),
    ),
    (
        "ods with a doctype",
        "ods",
        lambda: packed(members(ODS) | {CONTENT: b"<!DOCTYPE a>" + members(ODS)[CONTENT]}, zipfile.ZIP_STORED),
        said(
            "ods",
            f"Tệp chứa khai báo DOCTYPE mà OpenDocument không bao giờ ghi, nên không đọc để giữ an toàn. {UNSAFE}",
        ),
    ),
    (
        "ods with a password",
        "ods",
        lambda: packed(
            members(ODS) | {"META-INF/manifest.xml": "<a><manifest:encryption-data/></a>"}, zipfile.ZIP_STORED
        ),
        said(
            "ods",
            "Tệp có mật khẩu mở nên không đọc được. Mở bằng LibreOffice, vào Tệp (File) > Lưu dưới tên (Save As), bỏ dấu ở ô Lưu với mật khẩu (Save with password) rồi lưu lại.",
        ),
    ),
    (
        "ods of repeated rows",
        "ods",
        lambda: bomb(many(1048575, 16384)),
        f"Lỗi: du_lieu.ods, trang “Nhiệm vụ”: Dữ liệu trải rộng tới tận ô XFD1048576, {TOO_FAR}",
    ),
    (
        "ods of many wide rows",
        "ods",
        lambda: bomb(many(1, 16384) * 400),
        f"Lỗi: du_lieu.ods, trang “Nhiệm vụ”: Dữ liệu trải rộng tới tận ô XFD401, {TOO_FAR}",
    ),
]


@pytest.mark.parametrize(("ending", "make", "sentence"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_workbook_gives_one_sentence(
    tmp_path: Path, ending: str, make: Callable[[], bytes], sentence: str
) -> None:
    found = source(tmp_path, make(), f"du_lieu.{ending}")
    assert sentences(found) == [sentence]
    assert not found.sheets


def test_an_xls_that_reaches_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 20)
    found = source(tmp_path, XLS, "du_lieu.xls")
    assert [(problem.code, problem.where.sheet) for problem in found.problems] == [("trang_qua_lon", "Nhiệm vụ")]
    assert found.unread == {"nhiem_vu"}


def test_cells_of_a_sheet_that_will_not_be_read_take_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_CELLS", 50)
    kept = rows.Rows()
    for row in range(20):
        kept.add(9, "x")
        kept.end_row(row)
    assert (kept.height, kept.width) == (20, 10)
    assert sum(len(cells) for _, _, cells in kept._rows) == 50


EDITS = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4), st.integers(0, 4)), max_size=3)


def edited(data: bytes, edits: list[tuple[float, bytes, int]]) -> bytes:
    for place, insert, length in edits:
        at = int(place * len(data))
        data = data[:at] + insert + data[at + length :]
    return data


def overwritten(data: bytes, edits: list[tuple[float, bytes, int]]) -> bytes:
    for place, insert, _ in edits:
        at = int(place * len(data))
        data = (data[:at] + insert + data[at + len(insert) :])[: len(data)]
    return data


@given(edits=EDITS)
@settings(max_examples=150)
def test_a_damaged_xls_is_no_accident(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[float, bytes, int]]
) -> None:
    found = source(tmp_path_factory.getbasetemp(), overwritten(XLS, edits), "du_lieu.xls")
    assert found.sheets or found.problems


@given(member=st.sampled_from([SHEET_BIN, "xl/workbook.bin", "xl/styles.bin"]), edits=EDITS)
@settings(max_examples=150)
def test_a_damaged_xlsb_is_no_accident(
    tmp_path_factory: pytest.TempPathFactory, member: str, edits: list[tuple[float, bytes, int]]
) -> None:
    data = xlsb_with(member, lambda part: edited(part, edits))
    source(tmp_path_factory.getbasetemp(), data, "du_lieu.xlsb")


@given(edits=EDITS)
@settings(max_examples=150)
def test_a_damaged_ods_is_no_accident(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[float, bytes, int]]
) -> None:
    content = members(ODS)
    data = packed(content | {CONTENT: edited(content[CONTENT], edits)}, zipfile.ZIP_STORED)
    found = source(tmp_path_factory.getbasetemp(), data, "du_lieu.ods")
    assert found.sheets or found.problems
