"""Files that are not what they should be: one sentence each, whatever is wrong."""

import io
import os
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import python_calamine

from cchc_docs.data.read import READERS, package, read, safety
from tests.data.read.helpers import (
    HEADING_XML,
    NAMESPACE,
    TASKS,
    VOCABULARY,
    members,
    packed,
    sentences,
    source,
    text_cell,
    with_member,
    with_sheet_xml,
    workbook,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SHEET = "xl/worksheets/sheet1.xml"
SAVE_AS = "Mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (*.xlsx)."
DAMAGED = (
    "Lỗi: du_lieu.xlsx: Tệp Excel bị hỏng hoặc chưa tải về hết. Mở thử bằng Excel: nếu Excel sửa được thì lưu lại, "
    "nếu không thì lấy lại bản gốc."
)
UNSAFE = "Nếu không rõ ai gửi thì không mở; nếu là tệp của cơ quan thì chép dữ liệu sang một tệp Excel mới."
PLAIN_TEXT = "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng thật ra đây là tệp văn bản thường (như .csv). " + SAVE_AS
UNKNOWN = (
    "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng không nhận ra định dạng bên trong. Kiểm tra xem có chọn nhầm tệp "
    "không; nếu đúng tệp thì lấy lại bản gốc."
)
BROKEN_SHEET = (
    "Lỗi: du_lieu.xlsx, trang “Nhiệm vụ”: Trang bị hỏng, không đọc được. Mở tệp bằng Excel: nếu Excel sửa được thì lưu "
    "lại, nếu không thì lấy lại bản gốc."
)
BOMB = f"Lỗi: du_lieu.xlsx: Tệp bung ra lớn bất thường, giống tệp cố ý làm treo máy, nên không đọc. {UNSAFE}"


def good() -> bytes:
    return workbook({"Nhiệm vụ": TASKS})


def crc_damage() -> bytes:
    """One byte of a stored sheet is changed, so that only its checksum tells."""
    data = packed(members(good()), zipfile.ZIP_STORED)
    assert data.count(b"NV1") == 1
    return data.replace(b"NV1", b"NV2")


def lying_bomb() -> bytes:
    """A sheet of 8 MB of blanks whose declared size is 1 KB in both headers of the zip."""
    content = members(good()) | {SHEET: b" " * (8 * 2**20)}
    data = packed(content)
    return data.replace(struct.pack("<L", 8 * 2**20), struct.pack("<L", 1024))


def doctype(xml: bytes) -> bytes:
    return xml.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet', 1)


def far_cell() -> bytes:
    return with_sheet_xml(HEADING_XML + '<row r="1048576">' + text_cell("XFD1048576", "x") + "</row>")


def shared_text_bomb() -> bytes:
    """A text of 100 KB that 5,000 cells show."""
    cells = "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>' for i in range(1, 5001))
    xml = f"<worksheet {NAMESPACE}><sheetData>{cells}</sheetData></worksheet>"
    shared = f"<sst {NAMESPACE}><si><t>{'x' * 100_000}</t></si></sst>"
    return packed(members(good()) | {SHEET: xml.encode(), "xl/sharedStrings.xml": shared.encode()})


BAD_WORKBOOKS: list[tuple[str, Callable[[], bytes], str]] = [
    (
        "empty",
        lambda: b"",
        "Lỗi: du_lieu.xlsx: Tệp không có nội dung nào (0 byte). Lấy lại bản sao lưu, hoặc tạo tệp mới bằng lệnh "
        "“cchc moi”.",
    ),
    (
        "password",
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
        "Lỗi: du_lieu.xlsx: Tệp có mật khẩu mở nên không đọc được. Mở bằng Excel, vào Tệp (File) > Thông tin (Info) > "
        "Bảo vệ sổ làm việc (Protect Workbook) > Mã hóa bằng mật khẩu (Encrypt with Password), xóa mật khẩu rồi lưu "
        "lại.",
    ),
    (
        "old xls",
        lambda: OLE + "Workbook".encode("utf-16-le"),
        "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng thật ra đây là tệp Excel kiểu cũ (.xls). Đổi đuôi tệp "
        "thành .xls rồi chạy lại.",
    ),
    (
        "old doc",
        lambda: OLE + "WordDocument".encode("utf-16-le"),
        "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng thật ra đây là tệp Word kiểu cũ (.doc). Kiểm tra xem có chọn "
        "nhầm tệp không.",
    ),
    (
        "html",
        lambda: b"\xef\xbb\xbf\r\n<html><table><tr><td>1</td></tr></table></html>",
        "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng thật ra đây là trang web (HTML). " + SAVE_AS,
    ),
    (
        "html in utf-16",
        lambda: "<table><tr><td>1</td></tr></table>".encode("utf-16"),
        "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng thật ra đây là trang web (HTML). " + SAVE_AS,
    ),
    (
        "xml spreadsheet 2003",
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng thật ra đây là tệp XML. " + SAVE_AS,
    ),
    ("csv", "Mã,Nội dung\nNV1,Kế hoạch\n".encode, PLAIN_TEXT),
    ("csv of Vietnamese Windows", lambda: "Mã,Nội dung\n".encode("cp1258", errors="replace"), PLAIN_TEXT),
    ("text in utf-16", lambda: "Mã\tTên\r\n".encode("utf-16"), PLAIN_TEXT),
    ("long text cut within a letter", ("Ị" * 22_000).encode, PLAIN_TEXT),
    ("random bytes", lambda: bytes(range(256)), UNKNOWN),
    ("random bytes that are no text in any encoding", lambda: b"\x8a\xff\x9e\xfe", UNKNOWN),
    ("text with control characters", lambda: b"abc\x02\x00def", UNKNOWN),
    (
        "pdf",
        lambda: b"%PDF-1.7 ...",
        "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng thật ra đây là tệp PDF. Kiểm tra xem có chọn nhầm tệp không.",
    ),
    (
        "ods",
        lambda: packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, zipfile.ZIP_STORED),
        "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng thật ra đây là bảng tính OpenDocument (.ods). Đổi đuôi tệp "
        "thành .ods rồi chạy lại.",
    ),
    (
        "docx",
        lambda: packed({"word/document.xml": "<a/>"}),
        "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng thật ra đây là tệp Word (.docx). Kiểm tra xem có chọn nhầm "
        "tệp không.",
    ),
    (
        "pptx",
        lambda: packed({"ppt/presentation.xml": "<a/>"}),
        "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng thật ra đây là tệp trình chiếu (.pptx). Kiểm tra xem có chọn "
        "nhầm tệp không.",
    ),
    (
        "xlsb",
        lambda: packed({"xl/workbook.bin": "x"}),
        "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng thật ra đây là bảng tính nhị phân (.xlsb). Đổi đuôi "
        "tệp thành .xlsb rồi chạy lại.",
    ),
    (
        "some zip",
        lambda: packed({"a.txt": "x"}),
        "Lỗi: du_lieu.xlsx: Tên tệp là của Excel nhưng thật ra đây là tệp nén (.zip) không có bảng tính. Kiểm tra xem "
        "có chọn nhầm tệp không.",
    ),
    ("truncated", lambda: good()[:-200], DAMAGED),
    ("cut to the signature", lambda: b"PK\x03\x04", DAMAGED),
    ("checksum", crc_damage, DAMAGED),
    ("broken list of sheets", lambda: with_member(good(), "xl/workbook.xml", lambda xml: xml[:-40]), DAMAGED),
    ("broken styles", lambda: with_member(good(), "xl/styles.xml", lambda xml: xml[:-40]), DAMAGED),
    ("bzip2", lambda: packed(members(good()), zipfile.ZIP_BZIP2), DAMAGED),
    ("utf-16", lambda: with_member(good(), SHEET, lambda xml: xml.decode().encode("utf-16")), DAMAGED),
    ("ratio", lambda: packed(members(good()) | {SHEET: b" " * (8 * 2**20)}), BOMB),
    ("lying sizes", lying_bomb, DAMAGED),
    (
        "doctype",
        lambda: with_member(good(), SHEET, doctype),
        "Lỗi: du_lieu.xlsx: Tệp chứa khai báo DOCTYPE mà Excel không bao giờ ghi, nên không đọc để giữ an toàn. "
        + UNSAFE,
    ),
    (
        "far cell",
        far_cell,
        "Lỗi: du_lieu.xlsx, trang “Nhiệm vụ”: Dữ liệu trải rộng tới tận ô XFD1048576, nhiều hơn 5 triệu ô, nên không "
        "đọc trang. Xóa hẳn (Delete) các dòng và cột ở xa không dùng tới rồi lưu lại.",
    ),
    (
        "texts that multiply",
        shared_text_bomb,
        "Lỗi: du_lieu.xlsx, trang “Nhiệm vụ”: Trang có hơn 200 MB chữ, lớn bất thường, nên không đọc trang. Chuyển "
        "phần không dùng sang tệp khác rồi lưu lại.",
    ),
    (
        "cells without addresses",
        lambda: with_sheet_xml("<row><c><v>1</v></c></row>"),
        "Lỗi: du_lieu.xlsx, trang “Nhiệm vụ”: Phần mềm xuất ra tệp này không ghi địa chỉ của ô, nên không đọc được "
        "trang. Mở tệp bằng Excel, bấm Lưu (Ctrl+S) rồi chạy lại.",
    ),
    (
        "address hidden in another attribute",
        lambda: with_sheet_xml("""<row r="1048576"><c x=" r='A1' "><v>1</v></c></row>"""),
        "Lỗi: du_lieu.xlsx, trang “Nhiệm vụ”: Phần mềm xuất ra tệp này không ghi địa chỉ của ô, nên không đọc được "
        "trang. Mở tệp bằng Excel, bấm Lưu (Ctrl+S) rồi chạy lại.",
    ),
    ("broken sheet", lambda: with_sheet_xml('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'), BROKEN_SHEET),
    (
        "sheet that is not there",
        lambda: packed({name: content for name, content in members(good()).items() if name != SHEET}),
        BROKEN_SHEET,
    ),
    ("sheet of junk", lambda: with_member(good(), SHEET, lambda _: b"<a>&undefined;</a>"), BROKEN_SHEET),
    ("sheet of nothing", lambda: with_member(good(), SHEET, lambda _: b""), BROKEN_SHEET),
    ("sheet of another kind", lambda: with_member(good(), SHEET, lambda _: b"<chartsheet/>"), BROKEN_SHEET),
    ("sheet that is no xml", lambda: with_member(good(), SHEET, lambda _: b"worksheet"), BROKEN_SHEET),
    ("truncated sheet", lambda: with_member(good(), SHEET, lambda xml: xml[: len(xml) // 2]), BROKEN_SHEET),
    ("sheet without its end", lambda: with_member(good(), SHEET, lambda xml: xml[:-12]), BROKEN_SHEET),
    ("junk after a sheet", lambda: with_member(good(), SHEET, lambda xml: xml + b"<a/>"), BROKEN_SHEET),
]


@pytest.mark.parametrize(("make", "sentence"), [case[1:] for case in BAD_WORKBOOKS], ids=[c[0] for c in BAD_WORKBOOKS])
def test_a_bad_workbook_gives_one_sentence(tmp_path: Path, make: Callable[[], bytes], sentence: str) -> None:
    found = source(tmp_path, make())
    assert sentences(found) == [sentence]
    assert not found.sheets


def test_total_size_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_INFLATED", 2000)
    assert sentences(source(tmp_path, good())) == [BOMB]


def test_file_size_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "MOST_BYTES", 3 * 2**20)
    assert sentences(source(tmp_path, bytes(4 * 2**20))) == [
        "Lỗi: du_lieu.xlsx: Tệp nặng 4 MB, quá mức 3 MB mà chương trình đọc. Bỏ ảnh và các trang không dùng ra khỏi "
        "tệp rồi lưu lại."
    ]


def test_formats_far_below_the_data_are_no_cells(tmp_path: Path) -> None:
    rows = HEADING_XML + f'<row r="2">{text_cell("A2", "NV1")}</row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    found = source(tmp_path, with_sheet_xml(rows))
    assert sentences(found) == []
    assert len(found.sheets["nhiem_vu"].rows) == 1


def test_one_bad_sheet_leaves_the_others(tmp_path: Path) -> None:
    book = workbook({"Đơn vị": [["Mã", "Tên"], ["VP", "Văn phòng"]], "Nhiệm vụ": TASKS})
    found = source(tmp_path, with_member(book, SHEET, lambda xml: xml.replace(b"</sheetData>", b"")))
    assert [problem.where.sheet for problem in found.problems] == ["Đơn vị"]
    assert list(found.sheets) == ["nhiem_vu"]
    assert found.unread == {"don_vi"}


def test_of_two_sheets_of_one_name_the_sound_one_is_read(tmp_path: Path) -> None:
    book = workbook({"Đơn vị": [["Mã", "Tên"]], "Đơn-vị": [["Mã", "Tên"], ["VP", "Văn phòng"]]})
    found = source(tmp_path, with_member(book, SHEET, lambda _: b""))
    assert [problem.code for problem in found.problems] == ["trang_hong"]
    assert found.sheets["don_vi"].name == "Đơn-vị"
    assert found.unread == set()


@pytest.mark.parametrize("encoding", ["bogus", "shift_jis", "idna", "hex"])
@pytest.mark.parametrize("member", ["xl/workbook.xml", "xl/styles.xml", SHEET])
def test_an_encoding_that_a_member_declares_does_not_matter(tmp_path: Path, member: str, encoding: str) -> None:
    def declare(xml: bytes) -> bytes:
        return (
            f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + xml[xml.find(b"?>") + 2 if b"?>" in xml else 0 :]
        )

    found = source(tmp_path, with_member(good(), member, declare))
    assert sentences(found) in ([], [DAMAGED], [BROKEN_SHEET])


def test_a_damaged_member_that_is_no_sheet_does_not_matter(tmp_path: Path) -> None:
    found = source(tmp_path, packed(members(good()) | {"xl/worksheets/sheet9.xml": b"<a"}))
    assert sentences(found) == []
    assert list(found.sheets) == ["nhiem_vu"]


class PanicException(BaseException):
    """What the workbook reader raises for a mistake of its own."""


def test_a_panic_of_the_workbook_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(python_calamine.CalamineWorkbook, "from_filelike", raising(PanicException()), raising=True)
    assert sentences(source(tmp_path, good())) == [DAMAGED]


def raising(error: BaseException) -> Callable[..., None]:
    def call(*_: object) -> None:
        raise error

    return call


PATHS: list[tuple[str, Callable[[Path], Path], str]] = [
    (
        "missing",
        lambda folder: folder / "du_lieu.xlsx",
        "Lỗi: du_lieu.xlsx: Không tìm thấy tệp. Kiểm tra lại tên tệp và thư mục chứa tệp.",
    ),
    (
        "folder",
        lambda folder: folder,
        "Lỗi: noi_luu: Đây là một thư mục, không phải tệp dữ liệu. Hãy chỉ rõ tệp trong thư mục đó, ví dụ "
        "du_lieu.xlsx; thư mục chỉ đọc được khi mỗi trang là một tệp .csv.",
    ),
    (
        "temporary file of Excel",
        lambda folder: written(folder / "~$du_lieu.xlsx"),
        "Lỗi: ~$du_lieu.xlsx: Đây là tệp tạm mà Excel tạo ra khi đang mở tệp khác. Hãy chọn tệp cùng tên, không có "
        "“~$” ở đầu.",
    ),
    (
        "template of workbooks by name",
        lambda folder: written(folder / "du_lieu.XLTX"),
        "Lỗi: du_lieu.XLTX: Chương trình không đọc tệp dữ liệu có đuôi “.XLTX”. " + SAVE_AS,
    ),
    (
        "a sheet alone",
        lambda folder: written(folder / "Đơn vị.csv"),
        "Lỗi: Đơn vị.csv: Chương trình không đọc tệp dữ liệu có đuôi “.csv”. Để các tệp .csv vào một thư mục, mỗi trang "
        "một tệp (như Đơn vị.csv), rồi ghi tên thư mục ấy.",
    ),
    (
        "unknown ending",
        lambda folder: written(folder / "du_lieu.docx"),
        "Lỗi: du_lieu.docx: Chương trình không đọc tệp dữ liệu có đuôi “.docx”. Chương trình đọc các tệp .xlsx, .xlsm, "
        ".xls, .xlsb, .ods, .yaml, .yml, .json.",
    ),
    (
        "no ending",
        lambda folder: written(folder / "du_lieu"),
        "Lỗi: du_lieu: Chương trình không đọc tệp dữ liệu không có đuôi. Chương trình đọc các tệp .xlsx, .xlsm, .xls, .xlsb, "
        ".ods, .yaml, .yml, .json.",
    ),
]


def written(path: Path) -> Path:
    path.write_bytes(b"x")
    return path


@pytest.mark.parametrize(("path", "sentence"), [case[1:] for case in PATHS], ids=[case[0] for case in PATHS])
def test_a_path_that_is_no_data_file(tmp_path: Path, path: Callable[[Path], Path], sentence: str) -> None:
    folder = tmp_path / "noi_luu"
    folder.mkdir()
    assert sentences(read(path(folder), VOCABULARY)) == [sentence]


def test_a_name_for_messages(tmp_path: Path) -> None:
    path = tmp_path / "du_lieu.xlsx"
    assert sentences(read(path, VOCABULARY, name="so_a/du_lieu.xlsx")) == [
        "Lỗi: so_a/du_lieu.xlsx: Không tìm thấy tệp. Kiểm tra lại tên tệp và thư mục chứa tệp."
    ]
    path.write_bytes(workbook({"Nhiệm vụ": [["NV1"]]}))
    found = read(path, VOCABULARY, name="so_a/du_lieu.xlsx")
    assert [str(problem.where) for problem in found.problems] == ["so_a/du_lieu.xlsx, trang “Nhiệm vụ”"]
    assert found.file == "so_a/du_lieu.xlsx"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are text")
def test_a_file_name_that_is_not_utf_8(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/k\xbf ho\xc1ch.x\xffs"))
    path.write_bytes(b"x")
    (sentence,) = sentences(read(path, VOCABULARY))
    assert sentence.startswith(
        "Lỗi: k\ufffd ho\ufffdch.x\ufffds: Chương trình không đọc tệp dữ liệu có đuôi “.x\ufffds”."
    )
    book = path.with_suffix(".xlsx")
    book.write_bytes(good())
    found = read(book, VOCABULARY)
    assert found.file == "k\ufffd ho\ufffdch.xlsx"
    assert str(found.sheets["nhiem_vu"].place(0)) == "k\ufffd ho\ufffdch.xlsx, trang “Nhiệm vụ”, ô A2"


@pytest.mark.parametrize("ending", READERS)
def test_a_locked_file(tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_: Path) -> bytes:
        raise PermissionError(13, "The process cannot access the file because it is being used by another process")

    monkeypatch.setattr(Path, "read_bytes", locked)
    path = tmp_path / f"du_lieu{ending}"
    path.write_text("x")
    assert sentences(read(path, VOCABULARY)) == [
        f"Lỗi: du_lieu{ending}: Máy không cho đọc tệp này. Nếu tệp đang mở trong Excel thì đóng lại; nếu tệp nằm ở ổ "
        "mạng hoặc USB thì chép về máy rồi chạy lại."
    ]


def test_macros_do_not_matter(tmp_path: Path) -> None:
    content = members(good()) | {"xl/vbaProject.bin": b"\0anything"}
    found = source(tmp_path, packed(content), "du_lieu.xlsm")
    assert sentences(found) == []
    assert list(found.sheets) == ["nhiem_vu"]


def test_a_damaged_picture_does_not_matter(tmp_path: Path) -> None:
    stream = io.BytesIO(good())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("xl/media/image1.png", b"picture-of-a-stamp")
    found = source(tmp_path, stream.getvalue().replace(b"picture-of-a-stamp", b"picture-of-a-stomp"))
    assert sentences(found) == []
