"""What a file really is, before anything reads it: it comes from outside and may be anything.

Nothing here looks at values. A file that cannot be used raises ``ProblemsFound`` with one problem.
"""

import codecs
import re
from enum import Enum
from pathlib import Path

from cchc_docs.problems import Place, Problem, ProblemsFound, Severity

MOST_BYTES = 200 * 2**20
"""Largest data file, in bytes as it lies on disk; a year of a whole province is a tenth of it."""

_HEAD = 64 * 2**10
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")

SAVE_AS_XLSX = "Mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (*.xlsx)."


class Kind(Enum):
    """What the first bytes say a file is; the value is its name for a person."""

    ZIP = "tệp nén (.zip)"
    ENCRYPTED = "tệp có mật khẩu"
    OLD_WORD = "tệp Word kiểu cũ (.doc)"
    OLD_EXCEL = "tệp Excel kiểu cũ (.xls)"
    HTML = "trang web (HTML)"
    XML = "tệp XML"
    PDF = "tệp PDF"
    TEXT = "tệp văn bản thường (như .csv)"
    OTHER = "tệp không rõ định dạng"


def failure(code: str, where: Place, what: str, hint: str) -> ProblemsFound:
    """The exception for one *lỗi* that leaves nothing to read."""
    return ProblemsFound([Problem(code, Severity.LOI, where, what, hint)])


def unknown_kind(name: str, where: Place) -> ProblemsFound:
    """The exception for a file whose name says that it is a ``name`` while nothing tells what it is."""
    return failure(
        "sai_loai_tep",
        where,
        f"Tên tệp là của {name} nhưng không nhận ra định dạng bên trong.",
        "Kiểm tra xem có chọn nhầm tệp không; nếu đúng tệp thì lấy lại bản gốc.",
    )


def load(path: Path, where: Place) -> bytes:
    """The bytes of the file at ``path``, which messages call ``where``.

    Raises ``ProblemsFound`` for a file that is missing, locked, a folder, empty or too large.
    """
    try:
        if path.is_dir():
            raise failure(
                "la_thu_muc",
                where,
                "Đây là một thư mục, không phải tệp dữ liệu.",
                "Hãy chỉ rõ tệp trong thư mục đó, ví dụ du_lieu.xlsx.",
            )
        if not path.is_file():
            raise failure("khong_thay_tep", where, "Không tìm thấy tệp.", "Kiểm tra lại tên tệp và thư mục chứa tệp.")
        if path.name.startswith("~$"):
            raise failure(
                "tep_tam",
                where,
                "Đây là tệp tạm mà Excel tạo ra khi đang mở tệp khác.",
                "Hãy chọn tệp cùng tên, không có “~$” ở đầu.",
            )
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise failure(
                "tep_qua_lon",
                where,
                f"Tệp nặng {size >> 20} MB, quá mức {MOST_BYTES >> 20} MB mà chương trình đọc.",
                "Bỏ ảnh và các trang không dùng ra khỏi tệp rồi lưu lại.",
            )
        data = path.read_bytes()
    except OSError:
        raise failure(
            "khong_doc_duoc_tep",
            where,
            "Máy không cho đọc tệp này.",
            "Nếu tệp đang mở trong Excel thì đóng lại; nếu tệp nằm ở ổ mạng hoặc USB thì chép về máy rồi chạy lại.",
        ) from None
    if not data:
        raise failure(
            "tep_trong",
            where,
            "Tệp không có nội dung nào (0 byte).",
            "Lấy lại bản sao lưu, hoặc tạo tệp mới bằng lệnh “cchc moi”.",
        )
    return data


def kind(data: bytes) -> Kind:
    """What ``data`` is, whatever its name says.

    >>> kind(b"PK\\x03\\x04..."), kind(b"  <!DOCTYPE html><table>")
    (<Kind.ZIP: 'tệp nén (.zip)'>, <Kind.HTML: 'trang web (HTML)'>)
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # an OLE compound file; its streams' names are UTF-16
        if "EncryptedPackage".encode("utf-16-le") in data:
            return Kind.ENCRYPTED
        return Kind.OLD_WORD if "WordDocument".encode("utf-16-le") in data else Kind.OLD_EXCEL
    if data.startswith(b"%PDF"):
        return Kind.PDF
    # UTF-16 text has a zero byte beside each ASCII letter; without them both encodings look alike here.
    head = data[:1024].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \t\r\n").lower()
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<body")) or b"<html" in head:
        return Kind.HTML
    if head.startswith(b"<?xml"):
        return Kind.XML
    return Kind.TEXT if _is_text(data) else Kind.OTHER


def _is_text(data: bytes) -> bool:
    """Whether ``data`` begins as text does: it decodes, and no control character is in it.

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
