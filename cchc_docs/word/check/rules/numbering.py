"""Page numbers (NĐ 30/2020, Phụ lục I, Phần I, Mục I, khoản 7; Mục III, khoản 1)."""

import re
from collections.abc import Iterable, Iterator

from cchc_docs.word.check import mends
from cchc_docs.word.check.blocks import block_of
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.filled_pages import filled_pages, height_of
from cchc_docs.word.check.formats import mm
from cchc_docs.word.check.page_numbers import put_page_number, take_page_number
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import (
    PART_I,
    PART_III,
    D,
    Look,
    S,
    first_of,
    looks,
    number,
    numbered,
    quoted,
    section_name,
    story,
)


def _typed(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    return [
        one
        for one in paragraphs
        if not one.fields and re.fullmatch(r"[-–\s]*(trang\s*)?\d{1,3}[-–\s]*", one.text.strip(), re.IGNORECASE)
    ]


def page_numbers(paper: Paper) -> Iterator[Finding]:
    """PG-10: Arabic numbers, 13 to 14 pt, upright, in the middle of the top margin."""
    document = paper.document
    for section in paper.document.sections:
        kinds = ("default", "even") if document.even_and_odd else ("default",)
        shown = (*kinds, "first") if section.has_title_page else kinds  # Word keeps the others, and prints them nowhere
        at_foot = [one for kind in shown for one in numbered(story(paper, section, kind, "footers"))]
        if at_foot:
            yield Finding(
                "Số trang đang ở chân trang.",
                "Số trang đặt canh giữa ở lề trên (Insert > Page Number > Top of Page).",
                "số trang",
                at_foot[0],
                mends.all_of(*(take_page_number(one.element) for one in at_foot), put_page_number(document, section)),
            )
            continue
        for kind in kinds:
            own = numbered(story(paper, section, kind))
            typed = _typed(story(paper, section, kind))
            if not own and typed:
                yield Finding(
                    f"Số trang {quoted(typed[0].text, 10)} gõ tay nên trang nào cũng như nhau.",
                    "Dùng số trang tự động (Insert > Page Number > Top of Page).",
                    "số trang",
                    typed[0],
                    mends.all_of(take_page_number(typed[0].element), put_page_number(document, section)),
                )
            elif not own and kind == "even" and numbered(story(paper, section, "default")):
                yield Finding(
                    f"Trang chẵn không có số trang{section_name(paper, section)}.",
                    "Bỏ chọn “Different Odd & Even Pages” (Header & Footer), hoặc đánh số cả ở đầu trang chẵn.",
                    "số trang",
                    first_of(paper, section),
                )
            elif not own and filled_pages(document) > 1.1:
                yield Finding(
                    f"Văn bản nhiều trang mà không có số trang{section_name(paper, section)}.",
                    "Đánh số trang canh giữa ở lề trên, cỡ 13 đến 14 (Insert > Page Number > Top of Page).",
                    "số trang",
                    first_of(paper, section),
                    put_page_number(document, section),
                )
            yield from _number_look(own)
        if section.number_format not in {"decimal", ""}:
            yield Finding(
                "Số trang không phải chữ số Ả Rập.",
                "Đánh số 1, 2, 3 (Format Page Numbers).",
                "số trang",
                None,
                mends.section(section.element, "pgNumType", fmt="decimal"),
            )


def _number_look(paragraphs: list[Paragraph]) -> Iterator[Finding]:
    for paragraph in paragraphs:
        block = block_of(paragraph)
        yield from looks([block], "Số trang", Look(13, 14))
        if paragraph.format.align != "center" and not paragraph.framed:
            yield Finding(
                "Số trang không canh giữa.",
                "Số trang đặt canh giữa ở lề trên.",
                "số trang",
                paragraph,
                mends.paragraph(paragraph, align="center", first=0, left=0),
            )


def first_page(paper: Paper) -> Iterator[Finding]:
    """PG-11: the first page's number is not shown."""
    section = paper.document.sections[0]
    if not numbered(story(paper, section, "default")):
        return
    first = [*story(paper, section, "first"), *story(paper, section, "first", "footers")]
    shown = numbered(first) + _typed(first)
    if not section.has_title_page:
        yield Finding(
            "Số trang hiện cả ở trang thứ nhất.",
            "Bật “Different First Page” (Header & Footer) để không hiện số ở trang thứ nhất.",
            "số trang",
            first_of(paper, section),
            mends.section(section.element, "titlePg", val=None),
        )
    elif shown:
        yield Finding(
            "Trang thứ nhất có số trang.",
            "Xóa số trang ở trang thứ nhất.",
            "số trang",
            shown[0],
            mends.all_of(*(take_page_number(one.element) for one in shown)),
        )


def appendix_pages(paper: Paper) -> Iterator[Finding]:
    """PG-12: each appendix counts its pages from 1 again, in a section of its own."""
    sections = paper.document.sections
    if not any(numbered(story(paper, one, "default")) for one in sections):
        return
    last = max((block.paragraph.section for block in (*paper.noi_nhan, *paper.so)), default=0)
    for appendix in paper.phu_luc:
        own = appendix.head.paragraph.section
        if own == last:
            yield Finding(
                f"{quoted(appendix.head.text)} không nằm ở phần (section) riêng nên số trang đếm tiếp văn bản.",
                "Chèn Layout > Breaks > Next Page trước phụ lục, rồi Format Page Numbers > Start at 1.",
                "Phụ lục",
                appendix.head.paragraph,
            )
        elif sections[own].starts_at != 1:
            yield Finding(
                f"Số trang của {quoted(appendix.head.text)} không đếm lại từ 1.",
                "Chọn Format Page Numbers > Start at 1 ở phần của phụ lục.",
                "Phụ lục",
                appendix.head.paragraph,
                mends.section(sections[own].element, "pgNumType", start="1"),
            )
        last = own


_FARTHEST = 820
"""14,5 mm: Word's own 12.7 mm will do, a blank line above the number will not."""


def header_distance(paper: Paper) -> Iterator[Finding]:
    """PG-14: the page number stands 10 mm from the top edge in the samples."""
    for section in paper.document.sections:
        own = story(paper, section, "default")
        if not numbered(own):
            continue
        above = [one for one in own[: own.index(numbered(own)[0])] if one.container.kind == "page"]
        distance = section.header + round(sum(map(height_of, above)) * 20)
        if not 400 <= distance <= _FARTHEST:
            yield Finding(
                f"Số trang cách mép trên {number(mm(distance))} mm" + (", do có dòng trống ở trên." if above else "."),
                "Mẫu của Nghị định đặt cách mép trên 10 mm (Header from Top: 1 cm).",
                "số trang",
                first_of(paper, section),
                None if above else mends.section(section.element, "pgMar", header="567"),
            )


RULES = (
    Rule("PG-10", PART_I.format("7"), D,
         "Số trang: chữ số Ả Rập, cỡ 13 đến 14, đứng, canh giữa ở lề trên", page_numbers, mends=True),
    Rule("PG-11", PART_I.format("7"), D, "Không hiện số trang ở trang thứ nhất", first_page, mends=True),
    Rule("PG-12", PART_III.format("1, điểm đ"), D,
         "Số trang đánh riêng cho từng phụ lục", appendix_pages, ("phu_luc",), mends=True),
    Rule("PG-14", "Phụ lục III, Mục II", S, "Số trang cách mép trên khoảng 10 mm", header_distance, mends=True),
)  # fmt: skip
