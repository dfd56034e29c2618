"""The text of the body: size, alignment, indents, gaps (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 6, điểm e)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from cchc_docs.word.check import mends
from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.formats import mm
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import (
    BODY,
    PART_II,
    TEXTS,
    D,
    P,
    body_size,
    line_spacing,
    number,
    quoted,
    text_blocks,
    text_items,
)

_INDENTS = (567, 720)
_NEAR = 28  # twips: 0.5 mm, which nobody sees


def text_look(paper: Paper) -> Iterator[Finding]:
    """ND-01: 13 to 14 pt, upright (a body mostly in italics; words and single remarks may stand out)."""
    size = body_size(paper)
    for item in text_items(paper):
        shown = [piece for piece in item.block.pieces if piece.text.strip() and not piece.format.raised]
        wrong = [piece for piece in shown if not 12.99 <= piece.format.size <= 14.01]
        if wrong:
            sizes = ", ".join(sorted({number(piece.format.size) for piece in wrong}))
            yield Finding(
                f"Đoạn có chữ cỡ {sizes}.",
                "Nội dung văn bản cỡ 13 đến 14.",
                BODY,
                item.paragraph,
                mends.runs(wrong, size=size if 13 <= size <= 14 else min(max(round(wrong[0].format.size), 13), 14)),
            )
        words = [piece for piece in shown if piece.text.strip(" ./")]  # the mark may be apart, and upright
        if item.block.text.endswith("./.") and words and all(one.format.bold and one.format.italic for one in words):
            yield Finding(
                f"Đoạn cuối {quoted(item.block.text, 40)} in đậm, nghiêng cả đoạn.",
                "Nội dung văn bản in đứng, không đậm.",
                BODY,
                item.paragraph,
            )
    yield from _in_italics(paper)


def _in_italics(paper: Paper) -> Iterator[Finding]:
    """The paragraphs in italics of a body that is mostly so; fewer are remarks, which may stand out."""
    italic = [item for item in text_items(paper) if item.block.italic and item.level != "gach"]
    if len(italic) * 2 > len(text_items(paper)):
        for item in italic:
            yield Finding(
                f"Đoạn {quoted(item.block.text, 40)} in nghiêng cả đoạn.",
                "Nội dung văn bản in đứng; chỉ các căn cứ ban hành in nghiêng.",
                BODY,
                item.paragraph,
                mends.runs(item.block.pieces, italic=False),
            )


def one_size(paper: Paper) -> Iterator[Finding]:
    """ND-02: one size for the whole body."""
    size = body_size(paper)
    for item in text_items(paper):
        wrong = [
            piece
            for piece in item.block.pieces
            if piece.text.strip()
            and 12.99 <= piece.format.size <= 14.01
            and piece.format.size != size
            and not piece.format.raised
        ]
        if wrong and 13 <= size <= 14:
            yield Finding(
                f"Đoạn có chữ cỡ {number(wrong[0].format.size)}, phần lớn nội dung cỡ {number(size)}.",
                "Dùng một cỡ chữ cho toàn bộ nội dung.",
                BODY,
                item.paragraph,
                mends.runs(wrong, size=size),
            )


def justified(paper: Paper) -> Iterator[Finding]:
    """ND-03: both edges straight; a line alone looks the same flush left."""
    for block in text_blocks(paper):
        form = block.paragraph.format
        if form.align == "both" or (form.align == "left" and _fits_one_line(block)):
            continue
        name = {"left": "canh trái", "right": "canh phải", "center": "canh giữa"}[form.align]
        yield Finding(
            f"Đoạn đang {name}.",
            "Canh đều cả hai lề (Ctrl+J).",
            BODY,
            block.paragraph,
            mends.paragraph(block.paragraph, align="both"),
        )


_NARROWEST = 0.2 * 25.4 / 72
"""No text is narrower than this, in mm by letter and pt: what is so long need not be measured."""


def _fits_one_line(block: Block) -> bool:
    form = block.paragraph.format
    room = mm(block.paragraph.container.width - form.left - form.right - max(form.first, 0))
    if len(block.text) * block.size * _NARROWEST > room:
        return False
    return block.width < room - 1 and "\n" not in block.text


def indented(paper: Paper) -> Iterator[Finding]:
    """ND-04: the first line begins 1 or 1.27 cm in, the others at the margin."""
    usual = _usual_indent(paper)
    for block in text_blocks(paper):
        form = block.paragraph.format
        start = form.left + form.first
        is_right = any(abs(start - wanted) <= _NEAR for wanted in _INDENTS)
        if (is_right and form.left <= _NEAR) or (is_right and _fits_one_line(block)):
            continue
        tabbed = block.paragraph.text[:1] in {"\t", " "} and start == 0
        yield Finding(
            f"Đầu dòng lùi vào {number(mm(start) / 10)} cm"
            + (f", các dòng sau lùi {number(mm(form.left) / 10)} cm." if form.left > _NEAR else ".")
            + (" Chỗ lùi đầu dòng gõ bằng dấu cách hoặc phím Tab." if tabbed else ""),
            "Lùi đầu dòng 1 cm hoặc 1,27 cm, không lùi cả đoạn (Paragraph > Special > First line).",
            BODY,
            block.paragraph,
            None
            if tabbed and block.paragraph.text[:1] == "\t"
            else mends.paragraph(block.paragraph, left=0, first=usual),
        )


def _usual_indent(paper: Paper) -> int:
    starts = [one.paragraph.format.first for one in text_items(paper)]
    return (
        567 if sum(abs(one - 567) <= _NEAR for one in starts) > sum(abs(one - 720) <= _NEAR for one in starts) else 720
    )


def apart(paper: Paper) -> Iterator[Finding]:
    """ND-05: at least 6 pt between paragraphs."""
    own = {id(block.paragraph) for block in text_blocks(paper)}
    paragraphs = paper.document.paragraphs
    for one, two in pairwise(paragraphs[: paper.cuoi_tu]):
        if id(one) not in own or id(two) not in own or one.container is not two.container:
            continue
        gap = one.format.after + two.format.before
        if (one.format.contextual or two.format.contextual) and one.format.style == two.format.style:
            gap = 0.0
        if gap < 5.9:
            yield Finding(
                f"Đoạn cách đoạn trên {number(gap)} pt.",
                "Khoảng cách giữa các đoạn tối thiểu 6 pt (Spacing Before hoặc After: 6 pt).",
                BODY,
                two,
                mends.all_of(
                    mends.paragraph(two, before=6),
                    mends.paragraph(two, contextual=False) if gap == 0 else None,
                    mends.paragraph(one, contextual=False) if one.format.contextual else None,
                ),
            )


def lines_apart(paper: Paper) -> Iterator[Finding]:
    """ND-06: from single spacing to one and a half lines."""
    for block in text_blocks(paper):
        spacing = line_spacing(block.paragraph, block.size)
        if not 0.98 <= spacing <= 1.52:
            yield Finding(
                f"Các dòng cách nhau {number(spacing, 2)} dòng.",
                "Khoảng cách giữa các dòng từ 1 (dòng đơn) đến 1,5 dòng.",
                BODY,
                block.paragraph,
                mends.paragraph(block.paragraph, line=1.0 if spacing < 1 else 1.5),
            )


def _is_empty(paragraph: Paragraph) -> bool:
    """Return True if a paragraph shows nothing at all; a tab may draw dots to write on."""
    return not (paragraph.text.replace(" ", "") or paragraph.drawn or paragraph.breaks or paragraph.fields) and (
        paragraph.container.kind == "page"
    )


def no_blank_lines(paper: Paper) -> Iterator[Finding]:
    """ND-07: gaps are spacing, not blank paragraphs; indents are no spaces or tabs."""
    own = {id(item.paragraph) for item in paper.than}
    before: Paragraph | None = None
    blank: list[Paragraph] = []
    for one in paper.document.paragraphs[paper.dau_den : paper.cuoi_tu]:
        if _is_empty(one):
            blank.append(one)
            continue
        if blank and before is not None and id(before) in own and id(one) in own and before.section == one.section:
            yield Finding(
                f"Dùng {len(blank)} dòng trống để cách đoạn này với đoạn trên.",
                "Xóa dòng trống, đặt khoảng cách đoạn 6 pt.",
                BODY,
                one,
                mends.all_of(*(mends.drop(empty) for empty in blank)),
            )
        before, blank = one, []
    for item in text_items(paper):
        lead = re.match(r"[ \t]{2,}|\t", item.paragraph.text)
        if lead is not None:
            yield Finding(
                "Thụt đầu dòng bằng dấu cách hoặc phím Tab.",
                "Bỏ dấu cách ở đầu, đặt First line 1,27 cm.",
                BODY,
                item.paragraph,
                mends.normalised(item.paragraph, str.lstrip) if "\t" not in lead[0] else None,
            )


_DOUBLE = re.compile(r"(?<=[^\W\d_,;.]) {2}(?=[^\W_])")
_BEFORE = re.compile(r"(?<=[^\W_]) +(?=[,;.!?:](?:\s|$))")


def clean_spaces(paper: Paper) -> Iterator[Finding]:
    """ND-08: one space between words, none before a comma."""
    for block in text_blocks(paper):
        text = block.text
        found = _DOUBLE.search(text) or _BEFORE.search(text)
        if found is not None:
            near = text[max(0, found.start() - 12) : found.end() + 12]
            yield Finding(
                f"Thừa dấu cách ở {quoted(near)}.",
                "Giữa hai chữ một dấu cách; trước dấu câu không có dấu cách.",
                BODY,
                block.paragraph,
                mends.normalised(block.paragraph, lambda old: _BEFORE.sub("", _DOUBLE.sub(" ", old))),
            )


RULES = (
    Rule("ND-01", PART_II.format("6, điểm e"), D,
         "Nội dung: cỡ 13 đến 14, đứng", text_look, ("than",), mends=True),
    Rule("ND-02", "Phụ lục I, Phần I, Mục V, chú thích", D,
         "Nội dung dùng một cỡ chữ", one_size, ("than",), mends=True),
    Rule("ND-03", PART_II.format("6, điểm e"), D, "Nội dung canh đều cả hai lề", justified, TEXTS, mends=True),
    Rule("ND-04", PART_II.format("6, điểm e"), D, "Đầu dòng lùi vào 1 cm hoặc 1,27 cm", indented, TEXTS, mends=True),
    Rule("ND-05", PART_II.format("6, điểm e"), D, "Các đoạn cách nhau tối thiểu 6 pt", apart, TEXTS, mends=True),
    Rule("ND-06", PART_II.format("6, điểm e"), D,
         "Các dòng cách nhau từ dòng đơn đến 1,5 dòng", lines_apart, TEXTS, mends=True),
    Rule("ND-07", "Thông lệ", P,
         "Không dùng dòng trống, dấu cách, phím Tab để căn chỉnh", no_blank_lines, ("than",), mends=True),
    Rule("ND-08", "Thông lệ", P, "Không thừa dấu cách", clean_spaces, TEXTS, mends=True),
)  # fmt: skip
