"""The page: paper, margins, blank pages, leftovers, stamps, the address (NĐ 30/2020, Phụ lục I, Phần I)."""

import re
from collections.abc import Iterator

from cchc_docs.word.check import mends
from cchc_docs.word.check.blocks import Block, block_of
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.formats import mm
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import PAGE, Finding, Rule
from cchc_docs.word.check.rules.common import (
    PART_I,
    PART_III,
    D,
    Look,
    P,
    first_of,
    looks,
    number,
    numbered,
    places,
    quoted,
    section_name,
    story,
)

_SIDES, _PAGE_SIZE = 12, 20  # twips that programs round: 0.2 mm of a margin, 0.35 mm of a page (nd30: ±20)


def paper_size(paper: Paper) -> Iterator[Finding]:
    """PG-01: A4, 210 × 297 mm."""
    for section in paper.document.sections:
        short, long = sorted((section.width, section.height))
        if abs(short - 11_906) > _PAGE_SIZE or abs(long - 16_838) > _PAGE_SIZE:
            is_wide = section.width > section.height
            width, height = ("16838", "11906") if is_wide else ("11906", "16838")
            yield Finding(
                f"Khổ giấy{section_name(paper, section)} đang là {mm(section.width):.0f} × {mm(section.height):.0f} "
                "mm.",
                "Phải là A4, 210 × 297 mm (Layout > Size > A4).",
                PAGE,
                first_of(paper, section),
                mends.section(section.element, "pgSz", w=width, h=height),
            )


def orientation(paper: Paper) -> Iterator[Finding]:
    """PG-02: portrait; landscape only for tables and forms."""
    for section in paper.document.sections:
        if section.width <= section.height:
            continue
        own = [one for one in paper.document.paragraphs if one.section == section.number]
        if not any(one.in_table and not _of_head_or_tail(paper, one) for one in own):
            yield Finding(
                f"Trang{section_name(paper, section)} đặt ngang mà không có bảng, biểu.",
                "Văn bản trình bày theo chiều dài của khổ A4; chỉ đặt ngang khi có bảng, biểu không làm thành phụ "
                "lục riêng.",
                PAGE,
                own[0] if own else None,
            )


def _of_head_or_tail(paper: Paper, paragraph: Paragraph) -> bool:
    table = paragraph.container.table
    return table is not None and any(
        block.paragraph.container.table is table for block in (*paper.quoc_hieu, *paper.so, *paper.noi_nhan)
    )


def _margin(paper: Paper, sides: tuple[tuple[str, str], ...], low: int, high: int) -> Iterator[Finding]:
    for section in paper.document.sections:
        for side, name in sides:
            value = getattr(section, side)
            if mm(low) * 56.7 - _SIDES <= value <= high + _SIDES:
                continue
            yield Finding(
                f"Lề {name}{section_name(paper, section)} đang là {number(mm(value))} mm.",
                f"Phải từ {mm(low):.0f} đến {mm(high):.0f} mm (Layout > Margins).",
                PAGE,
                first_of(paper, section),
                mends.section(section.element, "pgMar", **{side: str(min(max(value, low), high))}),
            )


def top_and_bottom(paper: Paper) -> Iterator[Finding]:
    """PG-03: 20 to 25 mm above and below."""
    return _margin(paper, (("top", "trên"), ("bottom", "dưới")), 1134, 1417)


def left_margin(paper: Paper) -> Iterator[Finding]:
    """PG-04: 30 to 35 mm on the left."""
    return _margin(paper, (("left", "trái"),), 1701, 1984)


def right_margin(paper: Paper) -> Iterator[Finding]:
    """PG-05: 15 to 20 mm on the right."""
    return _margin(paper, (("right", "phải"),), 851, 1134)


def leftovers(paper: Paper) -> Iterator[Finding]:
    """PG-17: comments and tracked changes are settled before signing."""
    root = paper.document.root
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    changes = sum(1 for _ in root.iter(f"{w}ins", f"{w}del", f"{w}moveFrom", f"{w}moveTo"))
    comments = sum(1 for _ in root.iter(f"{w}commentReference"))
    for count, what in ((changes, "chỗ sửa theo dõi (Track Changes) chưa chốt"), (comments, "bình luận (Comment)")):
        if count:
            yield Finding(f"Còn {count} {what}.", "Chốt hoặc xóa hết trước khi trình ký (thẻ Review).", "thân văn bản")


_HOLDERS = re.compile(r"\[[^\]\d][^\]]{2,}\]|\{\{.*?\}\}|<<.*?>>|X{4,}|\?{3,}|\.{6,}|…{3,}")


def placeholders(paper: Paper) -> Iterator[Finding]:
    """PG-18: no place is left to be filled in."""
    for item in paper.than:
        found = _HOLDERS.search(item.block.text)
        if found is not None:
            yield Finding(
                f"Còn chỗ trống chưa điền {quoted(found[0], 20)}.",
                "Điền nội dung hoặc bỏ đi.",
                "thân văn bản",
                item.paragraph,
            )


def blank_pages(paper: Paper) -> Iterator[Finding]:
    """PG-20: no page without text between two page breaks."""
    broken = False
    for paragraph in paper.document.paragraphs:
        if paragraph.breaks and broken and paragraph.is_blank:
            yield Finding(
                "Hai dấu ngắt trang liền nhau làm thừa một trang trắng.", "Xóa bớt một dấu ngắt trang.", PAGE, paragraph
            )
        if not paragraph.is_blank or paragraph.drawn:
            broken = False
        broken = broken or paragraph.breaks


def no_blank_page(paper: Paper) -> Iterator[Finding]:
    """PG-21: no page shows nothing but its number."""
    for number_, text in enumerate(paper.trang or (), 1):
        if not re.search(r"[^\W\d_]", text):
            yield Finding(f"Trang {number_} là trang trắng.", "Xóa dấu ngắt trang hoặc dòng trống thừa trước đó.", PAGE)


def address(paper: Paper) -> Iterator[Finding]:
    """DC-01: the address at the foot of page 1 is 11 to 12 pt, upright."""
    section = paper.document.sections[0]
    kind = "first" if section.has_title_page and "first" in section.footers else "default"
    own = [one for one in story(paper, section, kind, "footers") if not one.is_blank and not numbered([one])]
    yield from looks([_without_fields(one) for one in own], "Địa chỉ cơ quan", Look(11, 12))


def _without_fields(paragraph: Paragraph) -> Block:
    return block_of(paragraph)


_SECRECY = re.compile(r"\bmật\b|tài liệu thu hồi", re.IGNORECASE)


def stamps(paper: Paper) -> Iterator[Finding]:
    """DK-01: stamps of urgency and circulation are capitals, 13 to 14 pt, bold.

    The law on state secrets says how those of secrecy look.
    """
    own = [block for block in paper.dau if not _SECRECY.search(block.text)]
    return looks(own, "Dấu chỉ mức độ", Look(13, 14, bold=True, capitals=True))


RULES = (
    Rule("PG-01", PART_I.format("1"), D, "Khổ giấy A4 (210 × 297 mm)", paper_size, mends=True),
    Rule("PG-02", PART_I.format("2"), D,
         "Trình bày theo chiều dài khổ giấy; đặt ngang chỉ khi có bảng, biểu", orientation),
    Rule("PG-03", PART_I.format("3"), D, "Lề trên và lề dưới 20 đến 25 mm", top_and_bottom, mends=True),
    Rule("PG-04", PART_I.format("3"), D, "Lề trái 30 đến 35 mm", left_margin, mends=True),
    Rule("PG-05", PART_I.format("3"), D, "Lề phải 15 đến 20 mm", right_margin, mends=True),
    Rule("PG-17", "Thông lệ", P, "Không còn bình luận, chỗ sửa chưa chốt", leftovers, holds_everywhere=True),
    Rule("PG-18", "Thông lệ", P, "Không còn chỗ trống chưa điền", placeholders, ("than",)),
    Rule("PG-20", "Thông lệ", P, "Không có trang trắng thừa", blank_pages, holds_everywhere=True),
    Rule("PG-21", "Thông lệ", P, "Không có trang trắng khi in ra", no_blank_page, needs_pages=True),
    Rule("DK-01", places(PART_III.format("2, điểm b"), PART_III.format("2, điểm c")), D,
         "Dấu chỉ mức độ khẩn, phạm vi lưu hành: in hoa, cỡ 13 đến 14, đứng, đậm", stamps, ("dau",), mends=True),
    Rule("DC-01", PART_III.format("4"), D,
         "Địa chỉ cơ quan ở chân trang thứ nhất: cỡ 11 đến 12, đứng", address, mends=True),
)  # fmt: skip
