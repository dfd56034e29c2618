"""The true kind of a file, told from its content: it comes from outside and may be anything.

Nothing here looks at values. A file that cannot be used raises ``ProblemsFound`` with one problem.
"""

import codecs
import io
import re
import zipfile
from enum import Enum
from pathlib import PurePath

from cchc_docs.data.read.safety import failure
from cchc_docs.problems import Place, ProblemsFound

_HEAD = 64 * 2**10
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
SAVE_AS_XLSX = "Mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (*.xlsx)."
_CHECK = "Kiểm tra xem có chọn nhầm tệp không."


class FileKind(Enum):
    """The kind of a file; the value is its name for a person."""

    XLSX = "tệp Excel (.xlsx)"
    XLSB = "bảng tính nhị phân (.xlsb)"
    XLS = "tệp Excel kiểu cũ (.xls)"
    ODS = "bảng tính OpenDocument (.ods)"
    ODF = "tệp OpenDocument không phải bảng tính (như .odt)"
    WORD = "tệp Word (.docx)"
    SLIDES = "tệp trình chiếu (.pptx)"
    ZIP = "tệp nén (.zip) không có bảng tính"
    ENCRYPTED = "tệp có mật khẩu"
    OLD_WORD = "tệp Word kiểu cũ (.doc)"
    HTML = "trang web (HTML)"
    XML = "tệp XML"
    PDF = "tệp PDF"
    TEXT = "tệp văn bản thường (như .csv)"
    OTHER = "tệp không rõ định dạng"


# Files of which only the ending is wrong, and what a program that opens anything can save as a workbook.
_RENAME = {FileKind.XLSX: ".xlsx", FileKind.XLSB: ".xlsb", FileKind.XLS: ".xls", FileKind.ODS: ".ods"}
_CONVERTIBLE = frozenset({FileKind.HTML, FileKind.XML, FileKind.TEXT})
# The member that tells what a zip is.
_MEMBERS = {
    "xl/workbook.xml": FileKind.XLSX,
    "xl/workbook.bin": FileKind.XLSB,
    "word/document.xml": FileKind.WORD,
    "ppt/presentation.xml": FileKind.SLIDES,
}
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def kind(data: bytes) -> FileKind | None:
    """Return the kind of ``data`` by its content; ``None`` for a zip that is too damaged to tell.

    >>> kind(b"%PDF-1.7"), kind(b"  <!DOCTYPE html><table>"), kind(b"PK\\x03\\x04...")
    (<FileKind.PDF: 'tệp PDF'>, <FileKind.HTML: 'trang web (HTML)'>, None)
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # an OLE compound file; its streams' names are UTF-16
        streams = (("EncryptedPackage", FileKind.ENCRYPTED), ("WordDocument", FileKind.OLD_WORD))
        return next((kind for name, kind in streams if name.encode("utf-16-le") in data), FileKind.XLS)
    if data.startswith(b"%PDF"):
        return FileKind.PDF
    # UTF-16 text has a zero byte beside each ASCII letter; without them both encodings look alike here.
    head = data[:1024].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \t\r\n").lower()
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<body")) or b"<html" in head:
        return FileKind.HTML
    if head.startswith(b"<?xml"):
        return FileKind.XML
    return FileKind.TEXT if _is_text(data) else FileKind.OTHER


def _kind_of_zip(data: bytes) -> FileKind | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
    except Exception:  # noqa: BLE001 - whatever zipfile raises for damaged input
        return None
    if found := next((kind for name, kind in _MEMBERS.items() if name in names), None):
        return found
    if "mimetype" in names:  # the first member of an OpenDocument file, never packed (ODF 1.3 part 2, 3.3)
        return FileKind.ODS if _ODS_TYPE in data[:200] else FileKind.ODF
    return FileKind.ZIP


def _is_text(data: bytes) -> bool:
    """Return True if ``data`` begins as text does: it decodes, and no control character is in it.

    Vietnamese Windows writes files that are not Unicode in code page 1258.
    """
    utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if utf_16 else ("utf-8", "cp1258"):
        try:
            head = codecs.getincrementaldecoder(encoding)().decode(data[:_HEAD])
        except UnicodeDecodeError:
            continue
        return _CONTROL.search(head) is None
    return False


def require(data: bytes, wanted: FileKind, where: Place) -> None:
    """Raise ``ProblemsFound`` unless ``data`` is a workbook of the kind ``wanted``, as its name says."""
    found = kind(data)
    if found is FileKind.ENCRYPTED:
        raise password(where)
    if found is FileKind.OTHER:
        raise unknown_kind(program(where), where)
    if found is None:
        raise damaged(where)
    if found is not wanted:
        raise wrong_kind(program(where), found, where)


def program(where: Place) -> str:
    """Whose workbooks have the ending of the file ``where``."""
    return "OpenDocument" if PurePath(where.file).suffix.lower() == ".ods" else "Excel"


def wrong_kind(claimed: str, found: FileKind, where: Place) -> ProblemsFound:
    """The exception for a file whose name says that it is of ``claimed`` while it is a ``found``."""
    hint = SAVE_AS_XLSX if found in _CONVERTIBLE else _CHECK
    if ending := _RENAME.get(found):
        hint = f"Đổi đuôi tệp thành {ending} rồi chạy lại."
    what = f"Tên tệp là của {claimed} nhưng thật ra đây là {found.value}."
    return failure("sai_loai_tep", where, what, hint)


def unknown_kind(claimed: str, where: Place) -> ProblemsFound:
    """The exception for a file whose name says that it is of ``claimed`` while nothing tells what it is."""
    return failure(
        "sai_loai_tep",
        where,
        f"Tên tệp là của {claimed} nhưng không nhận ra định dạng bên trong.",
        "Kiểm tra xem có chọn nhầm tệp không; nếu đúng tệp thì lấy lại bản gốc.",
    )


def damaged(where: Place) -> ProblemsFound:
    """The exception for a workbook that is broken in whatever way."""
    return failure(
        "tep_hong",
        where,
        f"Tệp {program(where)} bị hỏng hoặc chưa tải về hết.",
        "Mở thử bằng Excel: nếu Excel sửa được thì lưu lại, nếu không thì lấy lại bản gốc.",
    )


def password(where: Place) -> ProblemsFound:
    """The exception for a workbook that only opens with a password."""
    hint = (
        "Mở bằng Excel, vào Tệp (File) > Thông tin (Info) > Bảo vệ sổ làm việc (Protect Workbook) > Mã hóa bằng mật "
        "khẩu (Encrypt with Password), xóa mật khẩu rồi lưu lại."
    )
    if program(where) == "OpenDocument":
        hint = (
            "Mở bằng LibreOffice, vào Tệp (File) > Lưu dưới tên (Save As), bỏ dấu ở ô Lưu với mật khẩu (Save with "
            "password) rồi lưu lại."
        )
    return failure("co_mat_khau", where, "Tệp có mật khẩu mở nên không đọc được.", hint)
