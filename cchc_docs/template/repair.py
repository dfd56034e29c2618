"""What Word asks of a document and a template's conditions may take away.

A cell, a header or a text box must hold a paragraph, a table a row, a section something to stand in it. A template that
leaves out paragraphs and rows can leave any of them empty, and Word would call the file damaged, or print a blank page.
So would it where a table fills its page: the paragraph that must follow, however small, would stand alone on the next.
"""

import re
from dataclasses import dataclass

_ROWLESS = ("<w:tblGrid/>", "</w:tblGrid>")
_END_OF_TABLE = "</w:tbl>"
_LACKS_PARAGRAPH = re.compile(
    r"(<w:tcPr/>|</w:tcPr>|<w:tc>|</w:tbl>|<w:(?:hdr|ftr|txbxContent)(?: [^>]*)?>)(?=</w:(?:tc|hdr|ftr|txbxContent)>)"
)
_LAST_SECTION = re.compile(r"<w:sectPr(?: [^>]*)?>(?:(?!</w:sectPr>).)*</w:sectPr>(?=</w:body>)", re.DOTALL)
_SECTION = re.compile(r"<w:sectPr(?: [^>]*)?>.*?</w:sectPr>", re.DOTALL)
_AFTER_TABLE = re.compile(r"</w:tbl>(<w:p(?:/>|[ >](?:(?!</w:p>|<w:t[ >]|<w:drawing).)*</w:p>))", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p(?: [^>/]*)?(?:/>|>(?:<w:pPr/>|<w:pPr>(?:<w:pStyle [^>]*/>)?)?)")


@dataclass(frozen=True, slots=True)
class Repairs:
    """What the tags of a part can leave undone, known when the template is compiled: the rest is not looked for."""

    rows: bool = True
    """Rows may go, and with the last one the table."""
    cells: bool = True
    """A cell, a header or a text box may lose its last paragraph."""
    ends: bool = True
    """What stands at the end of a section may change."""


def repair(text: str, can_need: Repairs) -> str:
    """A printed part with what it lacks.

    >>> repair("<w:tc><w:tcPr></w:tcPr></w:tc>", Repairs())
    '<w:tc><w:tcPr></w:tcPr><w:p/></w:tc>'
    """
    if can_need.rows:
        text = _without_empty_tables(text)
    if can_need.cells:
        text = _LACKS_PARAGRAPH.sub(r"\1<w:p/>", text)
    return _with_held_ends(_without_empty_section(text)) if can_need.ends else text


def _without_empty_tables(text: str) -> str:
    kept: list[str] = []
    at = end = 0
    while (end := text.find(_END_OF_TABLE, end)) >= 0:
        if text.endswith(_ROWLESS, 0, end):
            kept.append(text[at : text.rindex("<w:tbl>", at, end)])
            at = end + len(_END_OF_TABLE)
        end += len(_END_OF_TABLE)
    return "".join(kept) + text[at:] if kept else text


def _without_empty_section(text: str) -> str:
    """A section's properties stand in its last paragraph, the last section's at the end of the body.

    Where nothing is left between the two, the last section (an appendix without rows) goes, with its page.
    """
    last = _LAST_SECTION.search(text, text.rfind("<w:sectPr"))
    if last is None or not text.endswith("</w:p>", 0, last.start()):
        return text
    start = max(text.rfind("<w:p>", 0, last.start()), text.rfind("<w:p ", 0, last.start()))
    before = _SECTION.search(text, start, last.start())
    if before is None:
        return text
    paragraph = text[start : before.start()] + text[before.end() : last.start()]
    shows_nothing = "<w:t" not in paragraph and "<w:drawing" not in paragraph
    # Word puts a paragraph of full height after a table that ends the body: the template's own small one stays.
    if shows_nothing and not text.endswith("</w:tbl>", 0, start):
        paragraph = ""
    return text[:start] + paragraph + before[0] + text[last.end() :]


def _with_held_ends(text: str) -> str:
    """The last row of a table that ends a section holds on to the paragraph after it, so that both change the page."""
    kept: list[str] = []
    at = 0
    for closing in _AFTER_TABLE.finditer(text):
        if "<w:sectPr" not in closing[1] and not text.startswith(("<w:sectPr", "</w:body>"), closing.end()):
            continue
        start = max(text.rfind("<w:tr>", at, closing.start()), text.rfind("<w:tr ", at, closing.start()))
        if start >= 0:
            kept += [text[at:start], _PARAGRAPH.sub(_held, text[start : closing.start()])]
            at = closing.start()
    return "".join(kept) + text[at:] if kept else text


def _held(found: re.Match[str]) -> str:
    """The beginning of a paragraph, with the property that keeps it on the page of the next one."""
    start = found[0]
    if found.string.startswith("<w:keepNext", found.end()):
        return start
    if start.endswith("<w:pPr/>"):
        return start.removesuffix("<w:pPr/>") + "<w:pPr><w:keepNext/></w:pPr>"
    if "<w:pPr>" in start:
        return f"{start}<w:keepNext/>"
    if start.endswith("/>"):
        return f"{start[:-2]}><w:pPr><w:keepNext/></w:pPr></w:p>"
    return f"{start}<w:pPr><w:keepNext/></w:pPr>"
