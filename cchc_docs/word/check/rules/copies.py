"""Copies on paper: the block under the copied text (NĐ 30/2020, Phụ lục I, Phần II, Mục II; Phụ lục III, mẫu 3.1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc_docs.problems import Severity
from cchc_docs.word.check.blocks import Block, blocks_of
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.formats import mm
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import D, Look, looks, places, quoted, unmended

_PART = "Bản sao"
_I, _II = "Phụ lục I, Phần II, Mục I, khoản {}", "Phụ lục I, Phần II, Mục II, khoản {}"
_FORM = re.compile(
    r"(BẢN )?(?P<form>SAO Y|SAO LỤC|TRÍCH SAO|SAO NGUYÊN VĂN|TRÍCH LỤC)(?P<more> .{0,30})?", re.IGNORECASE
)
_ABBREVIATION = {"SAO Y": "SY", "SAO LỤC": "SL", "TRÍCH SAO": "TrS"}
_NUMBER = re.compile(r"Số\s*:?\s*(?P<number>\d*)[\s.…_]*/\s*(?P<mark>[^\s-]*)", re.IGNORECASE)
_DATE = re.compile(r"ngày[\s.…_\d]*tháng[\s.…_\d]*năm[\s.…_\d]*$", re.IGNORECASE)


@dataclass(slots=True)
class Copy:
    """The block of a copy: its form, and the lines of it by what they are."""

    form: Block
    number: list[Block] = field(default_factory=list)
    date: list[Block] = field(default_factory=list)
    recipients: list[Block] = field(default_factory=list)
    capitals: list[Block] = field(default_factory=list)
    """Organs and posts."""
    others: list[Block] = field(default_factory=list)
    before: list[Paragraph] = field(default_factory=list)
    """The paragraphs just above it, where its line is."""


def _copy(paper: Paper) -> Copy | None:
    """The block of a copy after the tail; None where there is none."""
    paragraphs = paper.document.paragraphs
    for number in range(paper.cuoi_tu, len(paragraphs)):
        for block in blocks_of(paragraphs[number]):
            if block.centred and len(block.text) < 45 and _FORM.fullmatch(block.text):
                return _read(paragraphs, number, block)
    return None


def _read(paragraphs: list[Paragraph], number: int, form: Block) -> Copy:
    own = form.paragraph.container.outermost
    first = number
    while first > 0 and own is not None and paragraphs[first - 1].container.outermost is own:
        first -= 1
    copy = Copy(form, before=paragraphs[max(0, first - 3) : first + 1])
    for paragraph in paragraphs[first:]:
        for block in blocks_of(paragraph):
            _sort(copy, block)
    return copy


def _sort(copy: Copy, block: Block) -> None:
    if block.text == copy.form.text:
        return
    if _NUMBER.match(block.text):
        copy.number.append(block)
    elif _DATE.search(block.text) and len(block.text) < 90:
        copy.date.append(block)
    elif copy.recipients or block.key.startswith("noi_nhan"):
        found = (
            copy.recipients
            if block.text.startswith(("-", "Nơi"))
            else copy.capitals
            if block.in_capitals
            else copy.others
        )
        found.append(block)
    elif block.in_capitals:
        copy.capitals.append(block)
    else:
        copy.others.append(block)


def form_named(paper: Paper) -> Iterator[Finding]:
    """SA-01: *SAO Y*, *SAO LỤC* or *TRÍCH SAO*, no other words."""
    copy = _copy(paper)
    if copy is None:
        return
    if copy.form.visible.upper() not in _ABBREVIATION:
        yield Finding(
            f"Hình thức sao ghi {quoted(copy.form.visible)}.",
            "Chỉ ghi “SAO Y”, “SAO LỤC” hoặc “TRÍCH SAO”.",
            _PART,
            copy.form.paragraph,
        )


def form_look(paper: Paper) -> Iterator[Finding]:
    """SA-02: capitals, 13 to 14, upright, bold."""
    copy = _copy(paper)
    return unmended(looks([copy.form] if copy else [], "Hình thức sao", Look(13, 14, bold=True, capitals=True)))


def organ_named(paper: Paper) -> Iterator[Finding]:
    """SA-03: who copies."""
    copy = _copy(paper)
    if copy is not None and not copy.capitals:
        yield _missing(copy, "tên cơ quan sao", "Ghi tên cơ quan sao, in hoa, đậm, ở bên trái.")


def _missing(copy: Copy, what: str, hint: str) -> Finding:
    return Finding(f"Phần bản sao không có {what}.", hint, _PART, copy.form.paragraph)


def number_of_copy(paper: Paper) -> Iterator[Finding]:
    """SA-04: ``Số: 05/SY-…``: the abbreviation of its form, Arabic digits, from 01."""
    copy = _copy(paper)
    if copy is None:
        return
    right = _ABBREVIATION.get(copy.form.visible.upper(), "SY")
    if not copy.number:
        yield _missing(copy, "số, ký hiệu", f"Ghi “Số: …/{right}-…” dưới tên cơ quan sao.")
        return
    block = copy.number[0]
    found = _NUMBER.match(block.text)
    digits = "" if found is None else found["number"]
    if found is not None and found["mark"] != right:
        yield Finding(
            f"Ký hiệu bản sao ghi “{found['mark']}”.", f"Chữ viết tắt của hình thức sao này là “{right}”.", _PART,
            block.paragraph,
        )  # fmt: skip
    elif digits and digits != f"{int(digits):02}":
        yield Finding(f"Số bản sao ghi “{digits}”.", f"Viết “{int(digits):02}”.", _PART, block.paragraph)


def date_of_copy(paper: Paper) -> Iterator[Finding]:
    """SA-05: where and when it was copied."""
    copy = _copy(paper)
    if copy is not None and not copy.date:
        yield _missing(copy, "địa danh và thời gian sao", "Ghi “Địa danh, ngày … tháng … năm …” dưới hình thức sao.")


def signer_of_copy(paper: Paper) -> Iterator[Finding]:
    """SA-06: the signer's post and name."""
    copy = _copy(paper)
    if copy is not None and not copy.others:
        yield _missing(copy, "họ tên người ký", "Ghi chức vụ (in hoa, đậm) và họ tên người ký bản sao.")


def recipients_of_copy(paper: Paper) -> Iterator[Finding]:
    """SA-07: who gets the copy."""
    copy = _copy(paper)
    if copy is not None and not copy.recipients:
        yield _missing(copy, "“Nơi nhận”", "Ghi “Nơi nhận:” của bản sao ở cuối, bên trái.")


def line_above(paper: Paper) -> Iterator[Finding]:
    """SA-08: a solid line over the width of the text parts the copy from what is copied."""
    copy = _copy(paper)
    if copy is None:
        return
    section = paper.document.sections[copy.form.paragraph.section]
    wanted = mm(section.text_width)
    drawn = [line.length for one in copy.before for line in one.drawn]
    borders = [one for one in copy.before if {"bottom", "top"} & one.format.borders.keys()]
    if not borders and not any(length > 0.8 * wanted for length in drawn):
        yield Finding(
            "Không thấy đường kẻ hết chiều ngang trên phần bản sao.",
            f"Kẻ nét liền dài {wanted:.0f} mm giữa văn bản được sao và phần bản sao.",
            _PART,
            copy.form.paragraph,
        )


def other_parts(paper: Paper) -> Iterator[Finding]:
    """SA-09: number, date, organ and signer look as in any paper."""
    copy = _copy(paper)
    if copy is not None:
        yield from unmended(looks(copy.number, "Số bản sao", Look(13, 13)))
        yield from unmended(looks(copy.date, "Thời gian sao", Look(13, 14, italic=True, capitals=False)))
        yield from unmended(looks(copy.others[-1:], "Họ tên người ký bản sao", Look(13, 14, bold=True, capitals=False)))
        yield from unmended(looks(copy.recipients[:1], "Chữ “Nơi nhận”", Look(12, 12, bold=True, italic=True)))


RULES = (
    Rule("SA-01", places(_I.format("1"), _II.format("1, điểm a")), D,
         "Hình thức sao: SAO Y, SAO LỤC, TRÍCH SAO", form_named),
    Rule("SA-02", _II.format("2, điểm b"), D, "Hình thức sao: in hoa, cỡ 13 đến 14, đứng, đậm", form_look),
    Rule("SA-03", _II.format("1, điểm b"), D, "Bản sao có tên cơ quan sao", organ_named),
    Rule("SA-04", _II.format("1, điểm c"), D, "Số, ký hiệu bản sao: số/SY, SL hoặc TrS", number_of_copy),
    Rule("SA-05", _II.format("1, điểm d"), D, "Bản sao có địa danh và thời gian sao", date_of_copy),
    Rule("SA-06", _II.format("1, điểm đ"), D, "Bản sao có người ký", signer_of_copy),
    Rule("SA-07", _II.format("1, điểm g"), D, "Bản sao có nơi nhận", recipients_of_copy),
    Rule("SA-08", _II.format("2, điểm a"), D,
         "Trên phần bản sao có nét liền hết chiều ngang", line_above, severity=Severity.WARNING),
    Rule("SA-09", _II.format("2, điểm c"), D,
         "Số, ngày, người ký, nơi nhận của bản sao trình bày như mọi văn bản", other_parts),
)  # fmt: skip
