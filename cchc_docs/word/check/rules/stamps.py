"""Stamps of urgency and circulation, the address, the text of a digital signature, bare page numbers."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.word.check.blocks import Block, block_of, blocks_of
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.formats import mm
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule, at
from cchc_docs.word.check.rules.common import (
    PART_I,
    PART_II,
    PART_III,
    D,
    Look,
    looks,
    numbered,
    places,
    quoted,
    story,
    unmended,
)
from cchc_docs.word.ooxml.xml import w

_PART = "Dấu chỉ mức độ"
_URGENT = re.compile(r"(HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)")
_CIRCULATION = re.compile(r"XEM XONG TRẢ LẠI|LƯU HÀNH NỘI BỘ")


def _urgent(paper: Paper) -> list[Block]:
    """Return the blocks that look like a stamp of urgency on the first page, also in other words."""
    head = paper.document.paragraphs[: paper.dau_den]
    blocks = [block for one in head for block in blocks_of(one)]
    return [one for one in blocks if one.in_capitals and len(one.visible) < 25 and _URGENT.match(one.visible)]


def urgent_words(paper: Paper) -> Iterator[Finding]:
    """DK-02: one of three words."""
    for block in _urgent(paper):
        if not _URGENT.fullmatch(block.visible):
            yield Finding(
                f"Dấu khẩn ghi {quoted(block.visible)}.",
                "Chỉ có ba mức: “HỎA TỐC”, “THƯỢNG KHẨN”, “KHẨN”.",
                _PART,
                block.paragraph,
            )


def framed(paper: Paper) -> Iterator[Finding]:
    """DK-03: a frame around the word: borders of its paragraph or cell, or a box."""
    stamps = [*_urgent(paper), *(block for block in paper.dau if _CIRCULATION.search(block.visible.upper()))]
    for block in stamps:
        paragraph = block.paragraph
        cell = paragraph.container.element
        has_borders = cell is not None and cell.find(f"{w('tcPr')}/{w('tcBorders')}") is not None
        table = paragraph.container.table
        if (
            paragraph.format.borders
            or paragraph.framed
            or paragraph.container.kind == "box"
            or has_borders
            or (table is not None and table.is_ruled)
        ):
            continue
        yield Finding(
            f"Dấu {quoted(block.visible)} không có khung.",
            "Đóng khung nét đơn: HỎA TỐC 30 × 8 mm, THƯỢNG KHẨN 40 × 8 mm, KHẨN 20 × 8 mm.",
            _PART,
            paragraph,
        )


def urgent_place(paper: Paper) -> Iterator[Finding]:
    """DK-04: a stamp of urgency stands on the left, under the number: in the column of the organ."""
    for block in _urgent(paper):
        one = block.paragraph.container
        for other in (organ.paragraph.container for organ in paper.organ[:1]):
            if one.kind == "cell" and one.table is other.table and one.column != other.column:
                yield Finding(
                    f"Dấu {quoted(block.visible)} ở bên phải.",
                    "Đặt dưới số, ký hiệu hoặc dưới trích yếu công văn, bên trái.",
                    _PART,
                    block.paragraph,
                )


def circulation_place(paper: Paper) -> Iterator[Finding]:
    """DK-05: a stamp of circulation stands in the top margin, above organ and Quốc hiệu."""
    for block in paper.dau:
        before = [one for one in (*paper.quoc_hieu, *paper.so) if one.paragraph.index < block.paragraph.index]
        if _CIRCULATION.search(block.visible.upper()) and len(before) > 1 and block.paragraph.container.kind != "box":
            yield Finding(
                f"Dấu {quoted(block.visible)} ở dưới phần đầu văn bản.",
                "Đặt ở phía trên, gần giữa trang, trên Quốc hiệu và tên cơ quan (ô số 11).",
                _PART,
                block.paragraph,
            )


# -- The address

_ADDRESS = re.compile(r"(điện thoại|ĐT|fax|e-?mail|website|địa chỉ)\s*:", re.IGNORECASE)


def _addresses(paper: Paper, kind: str) -> list[Paragraph]:
    section = paper.document.sections[0]
    return [one for one in story(paper, section, kind, "footers") if _ADDRESS.search(one.text)]


def address_on_first_page(paper: Paper) -> Iterator[Finding]:
    """DC-02: the address stands on page 1 only."""
    section = paper.document.sections[0]
    for paragraph in _addresses(paper, "default"):
        if section.has_title_page:
            yield Finding(
                "Địa chỉ cơ quan ở chân mọi trang sau, không phải trang thứ nhất.",
                "Ghi địa chỉ ở chân trang thứ nhất (First Page Footer), bỏ ở các trang sau.",
                "chân trang",
                paragraph,
            )
            return


def line_above_address(paper: Paper) -> Iterator[Finding]:
    """DC-03: a solid line over the width of the text stands above the address."""
    section = paper.document.sections[0]
    kind = "first" if section.has_title_page else "default"
    own = _addresses(paper, kind)
    if not own:
        return
    wanted = mm(section.text_width)
    near = story(paper, section, kind, "footers")
    has_border = any({"top", "bottom"} & one.format.borders.keys() for one in near)
    if not has_border and not any(line.length > 0.8 * wanted for one in near for line in one.drawn):
        yield Finding(
            "Trên địa chỉ cơ quan không có đường kẻ hết chiều ngang.",
            f"Kẻ nét liền dài {wanted:.0f} mm trên dòng địa chỉ.",
            "chân trang",
            own[0],
        )


# -- The text of a digital signature

_SIGNED = re.compile(
    r"\s*(?P<what>Số\s*:?\s*\d*\s*/\S+|SAO Y|SAO LỤC|TRÍCH SAO)\s*;.*?\d{1,2}[/-]\d{1,2}[/-]\d{4}(?P<clock>.*)",
    re.IGNORECASE | re.DOTALL,
)


def _signed(paper: Paper) -> list[tuple[Paragraph, re.Match[str]]]:
    document = paper.document
    own = [*document.paragraphs[:6], *(one for part in document.stories.values() for one in part)]
    found = ((one, _SIGNED.match(one.text)) for one in own if len(one.text) < 160)
    return [(one, match) for one, match in found if match is not None]


def signature_text(paper: Paper) -> Iterator[Finding]:
    """DT-01: 10 pt, upright, at the right edge."""
    for paragraph, _ in _signed(paper):
        yield from unmended(looks([block_of(paragraph)], "Thông tin chữ ký số", Look(10, 10)))
        if paragraph.format.align != "right" and paragraph.container.kind == "page":
            yield Finding(
                "Thông tin chữ ký số không ở góc trên bên phải.",
                "Canh phải, ở đầu trang thứ nhất, cỡ 10, chữ đứng.",
                "Chữ ký số",
                paragraph,
            )


def signature_time(paper: Paper) -> Iterator[Finding]:
    """DT-02: the time of signing has hour, minute and second."""
    for paragraph, found in _signed(paper):
        if not re.search(r"\d{1,2}\s*:\s*\d{2}\s*:\s*\d{2}", found["clock"]):
            yield Finding(
                f"Thông tin chữ ký số {quoted(paragraph.text)} thiếu giờ, phút, giây.",
                "Ghi ngày tháng năm; giờ phút giây theo múi giờ Việt Nam.",
                "Chữ ký số",
                paragraph,
            )


# -- Page numbers


def from_one(paper: Paper) -> Iterator[Finding]:
    """PG-22: the pages of the paper count from 1."""
    section = paper.document.sections[0]
    if section.starts_at not in {None, 1} and numbered(story(paper, section, "default")):
        yield Finding(
            f"Số trang bắt đầu từ {section.starts_at}.",
            "Đánh số từ 1 (Format Page Numbers > Start at 1).",
            "số trang",
            at(block_of(paper.document.paragraphs[0])) if paper.document.paragraphs else None,
        )


def bare_number(paper: Paper) -> Iterator[Finding]:
    """PG-23: a number and nothing beside it."""
    for section in paper.document.sections:
        for paragraph in numbered(story(paper, section, "default")):
            beside = re.sub(r"[\d\s]", "", paragraph.text)
            if beside and len(beside) < 20:
                yield Finding(
                    f"Số trang ghi {quoted(paragraph.text, 20)}.",
                    "Chỉ ghi chữ số, không có chữ hay dấu gạch bên cạnh.",
                    "số trang",
                    paragraph,
                )


RULES = (
    Rule("PG-22", PART_I.format("7"), D, "Số trang bắt đầu từ 1", from_one),
    Rule("PG-23", "Phụ lục I, Phần I, Mục V, dòng 14", D,
         "Số trang chỉ gồm chữ số", bare_number, severity=Severity.WARNING),
    Rule("DK-02", PART_III.format("2, điểm b"), D, "Dấu khẩn là một trong ba chữ", urgent_words),
    Rule("DK-03", places(PART_III.format("2, điểm b"), PART_III.format("2, điểm c")), D,
         "Dấu khẩn, chỉ dẫn lưu hành có khung", framed, severity=Severity.WARNING),
    Rule("DK-04", places(PART_III.format("2, điểm b"), "Phụ lục I, Phần I, Mục IV, ô số 10b"), D,
         "Dấu khẩn ở bên trái, dưới số, ký hiệu", urgent_place, severity=Severity.WARNING),
    Rule("DK-05", places(PART_III.format("2, điểm c"), "Phụ lục I, Phần I, Mục IV, ô số 11"), D,
         "Chỉ dẫn lưu hành ở trên phần đầu văn bản", circulation_place, severity=Severity.WARNING),
    Rule("DC-02", PART_III.format("4"), D,
         "Địa chỉ cơ quan chỉ ở trang thứ nhất", address_on_first_page, severity=Severity.WARNING),
    Rule("DC-03", PART_III.format("4"), D,
         "Trên địa chỉ có nét liền hết chiều ngang", line_above_address, severity=Severity.WARNING),
    Rule("DT-01",
         places(PART_II.format("8, điểm b"), PART_III.format("1, điểm d"), "Phụ lục I, Phần II, Mục I, khoản 3"), D,
         "Thông tin chữ ký số của cơ quan: góc trên bên phải, cỡ 10, đứng", signature_text),
    Rule("DT-02", places(PART_II.format("8, điểm b"), "Phụ lục I, Phần II, Mục I, khoản 3"), D,
         "Thông tin chữ ký số có ngày, giờ, phút, giây", signature_time, severity=Severity.WARNING),
)  # fmt: skip
