"""The zip that a workbook is, opened with limits, and packed again with nothing but what was looked at.

The workbook reader is given the new zip, so it reads the very bytes that were checked: sizes that lie, members
that overlap, or a zip that two programs understand differently cannot reach it.
"""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

from cchc_docs.data.read.kinds import damaged, program
from cchc_docs.data.read.safety import failure
from cchc_docs.problems import Place

MOST_INFLATED = 300 * 2**20
"""Most bytes that all used members together may have when inflated."""
HIGHEST_RATIO = 500
"""Most times its packed size that a member may inflate to; sheets of repeated rows reach about 100."""
FREE_OF_RATIO = 4 * 2**20
"""Members up to this size are exempt: a short sheet of blank cells packs better than any real one."""

# The errors that zipfile raises for damaged input, whichever byte is wrong.
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


def unpack(data: bytes, where: Place, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The ``wanted`` members of the zip in ``data``, by lower-case name.

    Raises ``ProblemsFound`` for a zip that is damaged, too large or unsafe.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
            members: dict[str, bytes] = {}
            left = MOST_INFLATED
            for name, info in names.items():
                if wanted(name):
                    members[name] = _inflate(archive, info, left, where)
                    left -= len(members[name])
                    if name.endswith((".xml", ".rels")):
                        _check_xml(members[name], where)
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
    return content


def _check_xml(content: bytes, where: Place) -> None:
    if b"\0" in content:  # UTF-16, which no office program writes, or damage; every later check reads ASCII
        raise damaged(where)
    if b"<!DOCTYPE" in content:
        raise failure(
            "tep_khong_an_toan",
            where,
            f"Tệp chứa khai báo DOCTYPE mà {program(where)} không bao giờ ghi, nên không đọc để giữ an toàn.",
            "Nếu không rõ ai gửi thì không mở; nếu là tệp của cơ quan thì chép dữ liệu sang một tệp Excel mới.",
        )


def pack(members: Mapping[str, bytes]) -> io.BytesIO:
    """A zip of ``members``, not compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    stream.seek(0)
    return stream
