"""The zip that an ``.xlsx`` is, opened with limits, and packed again with nothing but what was looked at.

The workbook reader is given the new zip, so it reads the very bytes that were checked: sizes that lie, members
that overlap, or a zip that two programs understand differently cannot reach it.
"""

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping

from cchc_docs.problems import Place, ProblemsFound
from cchc_docs.read.safety import SAVE_AS_XLSX, failure

MOST_INFLATED = 300 * 2**20
"""Most bytes that all used members together may have when inflated."""
HIGHEST_RATIO = 500
"""Most times its packed size that a member may inflate to; sheets of repeated rows reach about 100."""
FREE_OF_RATIO = 4 * 2**20
"""Members up to this size are exempt: a short sheet of blank cells packs better than any real one."""

_WANTED = frozenset(
    {
        "[content_types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedstrings.xml",
        "xl/styles.xml",
    }
)
# What zipfile raises for damaged input, whichever byte is wrong.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    IndexError,
    OverflowError,
)


def damaged(where: Place) -> ProblemsFound:
    """The exception for an ``.xlsx`` that is broken in whatever way."""
    return failure(
        "tep_hong",
        where,
        "Tệp Excel bị hỏng hoặc chưa tải về hết.",
        "Mở thử bằng Excel: nếu Excel sửa được thì lưu lại, nếu không thì lấy lại bản gốc.",
    )


def unpack(data: bytes, where: Place) -> dict[str, bytes]:
    """The members of the ``.xlsx`` in ``data`` that hold values, by lower-case name.

    Raises ``ProblemsFound`` for a zip that is damaged, too large, unsafe, or no Excel workbook.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
            if "xl/workbook.xml" not in names:
                raise _other_kind(names, where)
            members: dict[str, bytes] = {}
            left = MOST_INFLATED
            for name, info in names.items():
                if name in _WANTED or (name.startswith("xl/worksheets/") and name.endswith(".xml")):
                    members[name] = _inflate(archive, info, left, where)
                    left -= len(members[name])
    except _DAMAGE:
        raise damaged(where) from None
    return members


def _inflate(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int, where: Place) -> bytes:
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise damaged(where)
    most = min(left, max(FREE_OF_RATIO, HIGHEST_RATIO * info.compress_size))
    with archive.open(info) as member:
        content = member.read(most + 1)  # stops there, whatever size the zip declares
    if len(content) > most:
        raise failure(
            "tep_qua_lon",
            where,
            "Tệp bung ra lớn bất thường, giống tệp cố ý làm treo máy, nên không đọc.",
            "Nếu không rõ ai gửi thì không mở; nếu là tệp của cơ quan thì chép dữ liệu sang một tệp Excel mới.",
        )
    if b"\0" in content:  # UTF-16, which Excel never writes, or damage; every later check reads ASCII
        raise damaged(where)
    if b"<!DOCTYPE" in content:
        raise failure(
            "tep_khong_an_toan",
            where,
            "Tệp chứa khai báo DOCTYPE mà Excel không bao giờ ghi, nên không đọc để giữ an toàn.",
            "Nếu không rõ ai gửi thì không mở; nếu là tệp của cơ quan thì chép dữ liệu sang một tệp Excel mới.",
        )
    return content


def _other_kind(names: Iterable[str], where: Place) -> ProblemsFound:
    name = "tệp nén (.zip) không có bảng tính"
    hint = "Kiểm tra xem có chọn nhầm tệp không."
    if "word/document.xml" in names:
        name = "tệp Word (.docx)"
    elif "ppt/presentation.xml" in names:
        name = "tệp trình chiếu (.pptx)"
    elif "xl/workbook.bin" in names:
        name, hint = "bảng tính nhị phân (.xlsb)", SAVE_AS_XLSX
    elif {"content.xml", "mimetype"} <= set(names):
        name, hint = "tệp OpenDocument (như .ods)", SAVE_AS_XLSX
    return wrong_kind(name, hint, where)


def wrong_kind(name: str, hint: str, where: Place) -> ProblemsFound:
    """The exception for a file whose name says Excel while it is a ``name``."""
    return failure("sai_loai_tep", where, f"Tên tệp là của Excel nhưng thật ra đây là {name}.", hint)


def pack(members: Mapping[str, bytes]) -> io.BytesIO:
    """A zip of ``members``, not compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    stream.seek(0)
    return stream
