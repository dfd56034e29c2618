"""Binary workbooks as small as a test needs; [MS-XLSB] 2.3 has the records. LibreOffice opens what is made here."""

import struct
from collections.abc import Iterable, Mapping, Sequence

from tests.data.read.helpers import packed

Cell = tuple[int, bytes]
"""The number of a cell's record, and what follows column and style in it."""
GENERAL, PERCENT, DAY, LENGTH = range(4)
"""Styles, by their place among the cell styles."""

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def record(kind: int, content: bytes = b"") -> bytes:
    """One record."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(content)
    length = bytearray()
    while True:
        length.append(size & 0x7F | (0x80 if size > 0x7F else 0))
        size >>= 7
        if not size:
            return head + bytes(length) + content


def wide(text: str) -> bytes:
    """A text as records hold it."""
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def text(value: str) -> Cell:
    return 6, wide(value)


def shared(index: int) -> Cell:
    return 7, struct.pack("<I", index)


def real(value: float) -> Cell:
    return 5, struct.pack("<d", value)


def whole(value: int, *, hundredths: bool = False) -> Cell:
    """An integer in four bytes, or so many hundredths."""
    return 2, struct.pack("<i", value << 2 | 2 | hundredths)


def error(code: int) -> Cell:
    return 3, bytes([code])


def boolean(*, value: bool) -> Cell:
    return 4, bytes([value])


def formula(value: float) -> Cell:
    return 9, struct.pack("<dHIHI", value, 0, 3, 0, 0)[:8] + struct.pack("<HI", 0, 3) + b"\x1e\x01\x00" + bytes(4)


def sheet(
    rows: Mapping[int, Sequence[tuple[int, int, Cell]]], merges: Iterable[tuple[int, int, int, int]] = ()
) -> bytes:
    """A worksheet: by row its cells with column and style; merged ranges are first and last row, then columns."""
    body = b""
    for row, cells in rows.items():
        body += record(0, struct.pack("<IIHHBI", row, 0, 300, 0, 0, 0))
        for column, style, (kind, content) in cells:
            body += record(kind, struct.pack("<II", column, style) + content)
    ranges = b"".join(record(176, struct.pack("<4I", *merge)) for merge in merges)
    return (
        record(129)
        + record(145)
        + body
        + record(146)
        + record(177, struct.pack("<I", 1))
        + ranges
        + record(178)
        + record(130)
    )


def workbook_members(sheets: Mapping[str, bytes], texts: Sequence[str] = ()) -> dict[str, bytes]:
    """The members of a workbook with these sheets."""
    numbered = list(enumerate(sheets, 1))
    bundle = b"".join(record(156, struct.pack("<II", 0, n) + wide(f"rId{n}") + wide(name)) for n, name in numbered)
    formats = record(44, struct.pack("<H", 164) + wide("[h]:mm"))
    styles = b"".join(record(47, struct.pack("<HHHHHBBHB", 0, code, 0, 0, 0, 0, 0, 0, 0)) for code in (0, 9, 14, 164))
    strings = b"".join(record(19, b"\0" + wide(one)) for one in texts)
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.bin"/>' for n, _ in numbered
    )
    relations += f'<Relationship Id="rId90" Type="{_OFFICE}/styles" Target="styles.bin"/>'
    relations += f'<Relationship Id="rId91" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.bin"/>'
    overrides = "".join(
        f'<Override PartName="/xl/{part}.bin" ContentType="application/vnd.ms-excel.{kind}"/>'
        for part, kind in [
            ("workbook", "sheet.binary.macroEnabled.main"),
            ("styles", "styles"),
            ("sharedStrings", "sharedStrings"),
            *((f"worksheets/sheet{n}", "worksheet") for n, _ in numbered),
        ]
    )
    xml = '<?xml version="1.0" encoding="UTF-8"?>'
    members = {
        "[Content_Types].xml": f'{xml}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="application/vnd.'
        f'openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{xml}<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.bin"/></Relationships>',
        "xl/_rels/workbook.bin.rels": f'{xml}<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
    }
    return {name: content.encode() for name, content in members.items()} | {
        "xl/workbook.bin": record(131) + record(143) + bundle + record(144) + record(132),
        "xl/styles.bin": record(278)
        + record(615, struct.pack("<I", 1))
        + formats
        + record(616)
        + record(617, struct.pack("<I", 4))
        + styles
        + record(618)
        + record(279),
        "xl/sharedStrings.bin": record(159, struct.pack("<II", len(texts), len(texts))) + strings + record(160),
        **{f"xl/worksheets/sheet{n}.bin": sheets[name] for n, name in numbered},
    }


def workbook(sheets: Mapping[str, bytes], texts: Sequence[str] = ()) -> bytes:
    """A whole workbook."""
    return packed(workbook_members(sheets, texts))
