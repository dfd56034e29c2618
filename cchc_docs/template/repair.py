"""What Word asks of a document and a template's conditions may take away.

A cell, a header or a text box must hold a paragraph, a table a row, a section something to stand in it. A template that
leaves out paragraphs and rows can leave any of them empty, and Word would call the file damaged, or print a blank page.
"""

import re

_EMPTY_TABLE = re.compile(r"(?:<w:tblGrid/>|</w:tblGrid>)</w:tbl>")
_LACKS_PARAGRAPH = re.compile(
    r"(<w:tcPr/>|</w:tcPr>|<w:tc>|</w:tbl>|<w:(?:hdr|ftr|txbxContent)(?: [^>]*)?>)(?=</w:(?:tc|hdr|ftr|txbxContent)>)"
)
_LAST_SECTION = re.compile(r"<w:sectPr(?: [^>]*)?>(?:(?!</w:sectPr>).)*</w:sectPr>(?=</w:body>)", re.DOTALL)
_SECTION = re.compile(r"<w:sectPr(?: [^>]*)?>.*?</w:sectPr>", re.DOTALL)


def repair(text: str) -> str:
    """A printed part with what it lacks.

    >>> repair("<w:tc><w:tcPr></w:tcPr></w:tc>")
    '<w:tc><w:tcPr></w:tcPr><w:p/></w:tc>'
    """
    text = _without_empty_tables(text)
    text = _LACKS_PARAGRAPH.sub(r"\1<w:p/>", text)
    return _without_empty_section(text)


def _without_empty_tables(text: str) -> str:
    kept: list[str] = []
    at = 0
    for end in _EMPTY_TABLE.finditer(text):
        kept.append(text[at : text.rindex("<w:tbl>", at, end.start())])
        at = end.end()
    return "".join(kept) + text[at:]


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
