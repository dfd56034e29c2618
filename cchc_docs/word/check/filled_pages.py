"""Estimate how many pages a document fills, by the widths of its letters: enough to see that a change makes it longer.

The lines of a paragraph are counted as Times New Roman sets them; page breaks and sections begin a page; of a table's
row the highest cell counts. Drawings beside the text take no room.
"""

import math
from collections.abc import Iterator
from itertools import groupby

from cchc_docs.word.check.blocks import block_of
from cchc_docs.word.check.document import Document, Paragraph, Section
from cchc_docs.word.check.formats import mm

_NATURAL = 1.15
"""The height of a line of Times New Roman, to one size."""
_LOSS = 1.02
"""Lines break between words, so a paragraph takes a little more than its length."""


def filled_pages(document: Document) -> float:
    """The pages that the text fills; the fraction is how full the last one is."""
    pages, height, section = 0.0, 0.0, 0
    for paragraph, own in _heights(document):
        usable = _usable(document.sections[min(paragraph.section, len(document.sections) - 1)])
        if paragraph.section != section or paragraph.format.page_break_before:
            pages, height, section = pages + math.ceil(height), 0.0, paragraph.section
        height += own / usable
        if paragraph.breaks:
            pages, height = pages + math.ceil(height), 0.0
    return pages + height


def _usable(section: Section) -> float:
    """The height of the text of a page, in pt."""
    return max(section.height - section.top - section.bottom, 1000) / 20


def _heights(document: Document) -> Iterator[tuple[Paragraph, float]]:
    """The paragraphs of the page with their heights in pt; of a table's row its first one, with the row's."""
    for outer, own in groupby(document.paragraphs, key=lambda one: id(one.container.outermost)):
        paragraphs = [one for one in own if one.container.kind != "box"]
        if paragraphs and paragraphs[0].container.outermost is not None and outer:
            yield from _rows(paragraphs)
        else:
            yield from ((one, height_of(one)) for one in paragraphs)


def _rows(paragraphs: list[Paragraph]) -> Iterator[tuple[Paragraph, float]]:
    for _, row in groupby(paragraphs, key=lambda one: (id(one.container.table), one.container.row)):
        cells: dict[int, float] = {}
        own = list(row)
        for one in own:
            cells[id(one.container)] = cells.get(id(one.container), 0.0) + height_of(one)
        yield own[0], max(cells.values())


def height_of(paragraph: Paragraph) -> float:
    """The height of a paragraph, in pt."""
    form = paragraph.format
    size = max((piece.format.size for piece in paragraph.pieces), default=12.0)
    room = mm(paragraph.container.width - form.left - form.right)
    width = block_of(paragraph).width + mm(max(form.first, 0)) if paragraph.text.strip() else 0.0
    lines = max(math.ceil(width * _LOSS / max(room, 5)), 1) + paragraph.text.count("\n")
    each = form.line * size * _NATURAL if form.line_rule == "auto" else form.line
    if form.line_rule == "atLeast":
        each = max(form.line, size * _NATURAL)
    return lines * each + form.before + form.after
