"""Restore what Word requires of a document after a template's conditions removed it.

A cell, a header or a text box must hold a paragraph, a table a row, a section something to stand in it. A template that
leaves out paragraphs and rows can leave any of them empty, and Word would call the file damaged, or print a blank page.
So would it where a table fills its page: the paragraph that must follow, however small, would stand alone on the next.

Here XML is bytes, for speed. What is taken out is always one whole element, and that is looked at: a template may put
elements where no schema has them.
"""

import re
from dataclasses import dataclass

_ROWLESS = (b"<w:tblGrid/>", b"</w:tblGrid>")
_END_OF_TABLE = b"</w:tbl>"
_LACKS_PARAGRAPH = re.compile(
    rb"(<w:tcPr/>|</w:tcPr>|<w:tc>|</w:tbl>|<w:(?:hdr|ftr|txbxContent)(?: [^>]*)?>)(?=</w:(?:tc|hdr|ftr|txbxContent)>)"
)
_LAST_SECTION = re.compile(rb"<w:sectPr(?: [^>]*)?>(?:(?!</w:sectPr>).)*</w:sectPr>(?=</w:body>)", re.DOTALL)
_SECTION = re.compile(rb"<w:sectPr(?: [^>]*)?>.*?</w:sectPr>", re.DOTALL)
_AFTER_TABLE = re.compile(rb"</w:tbl>(<w:p(?:/>|[ >](?:(?!</w:p>|<w:t[ >]|<w:drawing).)*</w:p>))", re.DOTALL)
_PARAGRAPH = re.compile(rb"<w:p(?: [^>/]*)?(?:/>|>(?:<w:pPr/>|<w:pPr>(?:<w:pStyle [^>]*/>)?)?)")
_WHOLE_PARAGRAPH = re.compile(rb"<w:p(?: [^>]*)?(?<!/)>(?:(?!<w:p[ />]|</w:p>).)*</w:p>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Repairs:
    """The repairs that the tags of a part can make necessary, known when it is compiled: the rest is not looked for."""

    rows: bool = True
    """Rows may go, and with the last one the table."""
    cells: bool = True
    """A cell, a header or a text box may lose its last paragraph."""
    ends: bool = True
    """True if the end of a section may change."""


def repair(part: bytes, can_need: Repairs) -> bytes:
    """A printed part with what it lacks.

    >>> repair(b"<w:tc><w:tcPr></w:tcPr></w:tc>", Repairs())
    b'<w:tc><w:tcPr></w:tcPr><w:p/></w:tc>'
    """
    if can_need.rows:
        part = _without_empty_tables(part)
    if can_need.cells:
        part = _LACKS_PARAGRAPH.sub(rb"\1<w:p/>", part)
    return _with_held_ends(_without_empty_section(part)) if can_need.ends else part


def _last_start(part: bytes, name: bytes, start: int, end: int) -> int:
    """Return where the last element of this name begins in ``part[start:end]``, or -1."""
    bare = part.rfind(b"<" + name + b">", start, end)
    return max(bare, part.rfind(b"<" + name + b" ", max(bare, start), end))


def _without_empty_tables(part: bytes) -> bytes:
    kept: list[bytes] = []
    at = end = 0
    while (end := part.find(_END_OF_TABLE, end)) >= 0:
        if part.endswith(_ROWLESS, 0, end):
            start = _last_start(part, b"w:tbl", at, end)
            if start >= 0 and part.find(_END_OF_TABLE, start, end) < 0:
                kept.append(part[at:start])
                at = end + len(_END_OF_TABLE)
        end += len(_END_OF_TABLE)
    return b"".join(kept) + part[at:] if kept else part


def _without_empty_section(part: bytes) -> bytes:
    """A section's properties stand in its last paragraph, the last section's at the end of the body.

    Where nothing is left between the two, the last section (an appendix without rows) goes, with its page.
    """
    last = _LAST_SECTION.search(part, part.rfind(b"<w:sectPr"))
    if last is None or not part.endswith(b"</w:p>", 0, last.start()):
        return part
    start = _last_start(part, b"w:p", 0, last.start())
    if start < 0 or _WHOLE_PARAGRAPH.fullmatch(part, start, last.start()) is None:
        return part
    before = _SECTION.search(part, start, last.start())
    if before is None or part.count(b"<w:sectPr", start, last.start()) > 1:  # the other is a tracked change of it
        return part
    paragraph = part[start : before.start()] + part[before.end() : last.start()]
    shows_nothing = b"<w:t" not in paragraph and b"<w:drawing" not in paragraph
    # Word puts a paragraph of full height after a table that ends the body: the template's own small one stays.
    if shows_nothing and not part.endswith(_END_OF_TABLE, 0, start):
        paragraph = b""
    return part[:start] + paragraph + before[0] + part[last.end() :]


def _with_held_ends(part: bytes) -> bytes:
    """The last row of a table that ends a section holds on to the paragraph after it, so that both change the page."""
    kept: list[bytes] = []
    at = 0
    for closing in _AFTER_TABLE.finditer(part):
        if b"<w:sectPr" not in closing[1] and not part.startswith((b"<w:sectPr", b"</w:body>"), closing.end()):
            continue
        start = _last_start(part, b"w:tr", at, closing.start())
        if start >= 0:
            kept += [part[at:start], _PARAGRAPH.sub(_held, part[start : closing.start()])]
            at = closing.start()
    return b"".join(kept) + part[at:] if kept else part


def _held(found: re.Match[bytes]) -> bytes:
    """The beginning of a paragraph, with the property that keeps it on the page of the next one."""
    start = found[0]
    if found.string.startswith(b"<w:keepNext", found.end()):
        return start
    if start.endswith(b"<w:pPr/>"):
        return start.removesuffix(b"<w:pPr/>") + b"<w:pPr><w:keepNext/></w:pPr>"
    if b"<w:pPr>" in start:
        return start + b"<w:keepNext/>"
    if start.endswith(b"/>"):
        return start.removesuffix(b"/>") + b"><w:pPr><w:keepNext/></w:pPr></w:p>"
    return start + b"<w:pPr><w:keepNext/></w:pPr>"
