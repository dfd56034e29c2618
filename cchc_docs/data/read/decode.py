"""Bytes of a text file as text that the YAML parser takes, with every line where it was."""

import re

from cchc_docs.data.read.kinds import FileKind, kind, unknown_kind, wrong_kind
from cchc_docs.data.read.safety import failure
from cchc_docs.problems import Place, Problems

# Characters that YAML 1.1 does not allow in a file (section 5.1, c-printable).
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A pair of \u escapes for one character beyond U+FFFF. Other escapes match too, so that \\ud83d is not taken for one.
_ESCAPE = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)", re.DOTALL)


SAVE_AS_UTF_8 = "Mở bằng Notepad, chọn Lưu thành (Save As), ô Mã hóa (Encoding) chọn UTF-8, rồi lưu lại."


def decode(data: bytes, where: Place, problems: Problems, save_as: str = SAVE_AS_UTF_8) -> str:
    """``data`` as text: UTF-8, or UTF-16 where a byte-order mark or zero bytes say so.

    Control characters are left out and reported. Raises ``ProblemsFound`` for another kind of file or encoding;
    ``save_as`` tells how to save it in the right one.
    """
    found = kind(data)
    if found not in {FileKind.TEXT, FileKind.OTHER, FileKind.XML}:
        raise wrong_kind("tệp văn bản", found or FileKind.ZIP, where)
    encoding = "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in data[:2]:
        encoding = "utf-16-be" if data[0] == 0 else "utf-16-le"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if found is FileKind.OTHER:
            raise unknown_kind("tệp văn bản", where) from None
        raise failure(
            "khong_phai_utf8",
            Place(where.file, line=data.count(b"\n", 0, error.start) + 1),
            "Tệp không lưu ở dạng UTF-8.",
            save_as,
        ) from None
    control = _NOT_YAML.search(text)
    if control is None:
        return text
    problems.warning(
        "ky_tu_dieu_khien",
        Place(where.file, line=text.count("\n", 0, control.start()) + 1),
        f"Có ký tự điều khiển không in được (U+{ord(control[0]):04X}); đã bỏ đi.",
        "Xem lại chữ ở đó có bị mất không, rồi gõ lại.",
    )
    return _NOT_YAML.sub("", text)


def as_yaml(json: str) -> str:
    """JSON ``json`` without the two things that YAML 1.1 does not take: tabs between values, escapes in pairs.

    >>> as_yaml('{\\t"a": "\\\\ud83d\\\\ude00"}')
    '{ "a": "\\\\U0001F600"}'
    """
    return _ESCAPE.sub(_one_escape, json.replace("\t", " "))


def _one_escape(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[0]
    high, low = int(found[1], 16), int(found[2], 16)
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08X}"
