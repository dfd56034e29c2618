"""Boxes 9b and 12: Nơi nhận, the drafter’s sign (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 9; Mục III, khoản 3)."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.word.check import mends
from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.kinds_of_paper import BIEN_BAN, DECISIONS
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule, at
from cchc_docs.word.check.rules.common import (
    DECISION_SAMPLES,
    PART_II,
    PART_III,
    D,
    Look,
    S,
    looks,
    may_have_no_seal,
    places,
    quoted,
)


def recipients_there(paper: Paper) -> Iterator[Finding]:
    """NN-08: the paper says who gets it."""
    if (paper.quoc_hieu or paper.so) and not paper.noi_nhan:
        yield Finding(
            "Không thấy phần “Nơi nhận”.",
            "Ghi “Nơi nhận:” ở góc trái cuối văn bản, ngang dòng chức vụ người ký; dòng cuối là “- Lưu: VT, đơn vị "
            "soạn thảo.”",
            "Nơi nhận",
            at(next((one.first for one in paper.chu_ky), None)),
            severity=Severity.WARNING if paper.loai in {BIEN_BAN, "Giấy giới thiệu", "Hợp đồng"} else None,
        )


def recipients_literal(paper: Paper) -> Iterator[Finding]:
    """NN-01: ``Nơi nhận:`` with a colon, on its own line."""
    for block in paper.noi_nhan[:1]:
        if block.text != "Nơi nhận:":
            alone = block.key == "noi_nhan"
            yield Finding(
                f"Viết {quoted(block.text, 40)}.",
                "Viết “Nơi nhận:” trên một dòng riêng, có dấu hai chấm.",
                "Nơi nhận",
                block.paragraph,
                mends.text(block, "Nơi nhận:") if alone else None,
            )


def recipients_head_look(paper: Paper) -> Iterator[Finding]:
    """NN-02: 12 pt, italic, bold."""
    return looks(paper.noi_nhan[:1], "Chữ “Nơi nhận”", Look(12, 12, bold=True, italic=True, capitals=False))


def recipients_look(paper: Paper) -> Iterator[Finding]:
    """NN-03: 11 pt, upright."""
    return looks(paper.noi_nhan[1:], "Nơi nhận", Look(11, 11))


def recipients_on_the_left(paper: Paper) -> Iterator[Finding]:
    """NN-09: flush left."""
    for block in paper.noi_nhan:
        form = block.paragraph.format
        if block.alone and form.align in {"center", "right"} and not block.paragraph.number:
            yield Finding(
                f"Dòng {quoted(block.text, 40)} đang {'canh giữa' if form.align == 'center' else 'canh phải'}.",
                "Chữ “Nơi nhận” và các nơi nhận đặt sát lề trái.",
                "Nơi nhận",
                block.paragraph,
                mends.paragraph(block.paragraph, align="left", first=0, left=0),
            )


def _is_last(block: Block) -> bool:
    return re.match(r"[-–+•]?\s*l[ưu]u\b", block.text, re.IGNORECASE) is not None


def _kept(paper: Paper) -> Block | None:
    return next((block for block in paper.noi_nhan[1:] if _is_last(block)), None)


_BY_HAND = re.compile(r"^\(?[A-Za-zĐđ]{1,5}\)?\.?\s*\(?\d*\)?\.?$|[{}]|^\s*\([^)]*\)[.;]?$")
"""Signs of the drafter, braces over several lines and notes in brackets: they are no recipients of their own."""


def recipients_items(paper: Paper) -> Iterator[Finding]:
    """NN-04: ``- … ;`` each on its own line."""
    for block in paper.noi_nhan[1:]:
        if _is_last(block) or _BY_HAND.search(block.text):
            continue
        dashed = re.match(r"- \S", block.text) is not None or bool(block.paragraph.number)
        if dashed and block.text.endswith(";"):
            continue
        words = re.sub(r"^[-–—+•]\s*", "", block.text).rstrip(" .,;")
        right = f"{words};" if block.paragraph.number else f"- {words};"
        yield Finding(
            f"Dòng nơi nhận {quoted(block.text, 50)}.",
            f"Viết “{right}”: gạch đầu dòng sát lề trái, cuối dòng dấu chấm phẩy.",
            "Nơi nhận",
            block.paragraph,
            mends.text(block, right) if dashed or block.text.startswith("-") else None,
        )


_KEPT = re.compile(
    r"- Lưu: VT(, [^,;.()]+)*"
    r"(( ?\([^)]+\))?\.( ?\(?[A-ZĐ]{1,5}\)?\.? ?\(?\d*\)?\.?)?|\. ?\([^)]*\)\.?)"
)


def kept_line(paper: Paper) -> Iterator[Finding]:
    """NN-05: the last line ``- Lưu: VT, …``."""
    if not paper.noi_nhan:
        return
    block = _kept(paper)
    if block is None:
        yield Finding(
            "Nơi nhận không có dòng “Lưu”.",
            "Dòng cuối ghi “- Lưu: VT, viết tắt đơn vị soạn thảo.”",
            "Nơi nhận",
            paper.noi_nhan[-1].paragraph,
        )
        return
    text = f"- {block.text}" if block.paragraph.number else block.text
    if _KEPT.fullmatch(text):
        return
    right = re.sub(r"^[-–—+•]?\s*l[ưu]u\s*:?\s*", "- Lưu: ", text, flags=re.IGNORECASE)
    right = re.sub(r"\s*,\s*", ", ", right).rstrip(" ;,")
    right = right if right.endswith((".", ")")) else f"{right}."
    is_right = _KEPT.fullmatch(right) is not None
    mendable = is_right and not block.paragraph.number
    lacks_stop = right == f"{text}."
    yield Finding(
        "Thiếu dấu chấm cuối dòng “Lưu”." if lacks_stop else f"Dòng lưu viết {quoted(block.text, 40)}.",
        f"Viết “{right}”."
        if is_right
        else "Ghi “Lưu”, dấu hai chấm, “VT”, dấu phẩy, viết tắt đơn vị soạn thảo, dấu chấm.",
        "Nơi nhận",
        block.paragraph,
        mends.text(block, right) if mendable else None,
        # A unit without a seal has no văn thư: it keeps its own copy.
        severity=Severity.NOTE if may_have_no_seal(paper) and re.fullmatch(r"- Lưu: [^,;]+\.", text) else None,
    )


def as_above(paper: Paper) -> Iterator[Finding]:
    """NN-06: where there is *Kính gửi*, the first recipient is *Như trên*."""
    if paper.kinh_gui and len(paper.noi_nhan) > 1 and not paper.noi_nhan[1].key.startswith("nhu_"):
        yield Finding(
            f"Văn bản có “Kính gửi” mà nơi nhận đầu tiên là {quoted(paper.noi_nhan[1].text, 40)}.",
            "Dòng đầu của Nơi nhận ghi “- Như trên;”.",
            "Nơi nhận",
            paper.noi_nhan[1].paragraph,
        )


def as_in_article(paper: Paper) -> Iterator[Finding]:
    """NN-07: decisions go first to those named in an article."""
    if paper.loai in DECISIONS and len(paper.noi_nhan) > 1 and not paper.noi_nhan[1].key.startswith("nhu_dieu"):
        yield Finding(
            f"Nơi nhận đầu tiên của {paper.loai.lower()} là {quoted(paper.noi_nhan[1].text, 40)}.",
            "Dòng đầu ghi “- Như Điều …;” (điều giao thi hành).",
            "Nơi nhận",
            paper.noi_nhan[1].paragraph,
        )


def drafter(paper: Paper) -> Iterator[Finding]:
    """SB-01: drafter's initials and number of copies: capitals, 11 pt, upright."""
    blocks = [
        block for block in paper.noi_nhan[1:] if re.fullmatch(r"\(?[A-Za-zĐđ]{1,5}\)?\.?\s*\(?\d+\)?\.?", block.text)
    ]
    for block in blocks:
        if block.text != block.text.upper():
            yield Finding(
                f"Ký hiệu người soạn thảo {quoted(block.text)} có chữ thường.",
                "Viết hoa, ví dụ “PL.(300)”.",
                "Nơi nhận",
                block.paragraph,
            )


RULES = (
    Rule("NN-01", PART_II.format("9, điểm d"), D,
         "Viết “Nơi nhận:” trên dòng riêng", recipients_literal, ("noi_nhan",), mends=True),
    Rule("NN-02", PART_II.format("9, điểm d"), D,
         "Chữ “Nơi nhận”: in thường, cỡ 12, nghiêng, đậm", recipients_head_look, ("noi_nhan",), mends=True),
    Rule("NN-03", PART_II.format("9, điểm d"), D,
         "Các nơi nhận: in thường, cỡ 11, đứng", recipients_look, ("noi_nhan",), mends=True),
    Rule("NN-04", PART_II.format("9, điểm d"), D,
         "Mỗi nơi nhận một dòng, có gạch đầu dòng, cuối dòng dấu chấm phẩy",
         recipients_items, ("noi_nhan",), mends=True),
    Rule("NN-05", PART_II.format("9, điểm d"), D,
         "Dòng cuối “- Lưu: VT, đơn vị soạn thảo.”", kept_line, ("noi_nhan",), mends=True),
    Rule("NN-06", PART_II.format("9, điểm b"), D,
         "Văn bản có “Kính gửi” thì nơi nhận đầu tiên là “Như trên”", as_above, ("noi_nhan",)),
    Rule("NN-07", DECISION_SAMPLES, S,
         "Quyết định, nghị quyết: nơi nhận đầu tiên là “Như Điều …”", as_in_article, ("noi_nhan",)),
    Rule("NN-08", places(PART_II.format("9, điểm b"), PART_II.format("9, điểm c")), D,
         "Có phần “Nơi nhận”", recipients_there),
    Rule("NN-09", PART_II.format("9, điểm d"), D, "“Nơi nhận” và các nơi nhận sát lề trái", recipients_on_the_left,
         ("noi_nhan",), mends=True),
    Rule("SB-01", PART_III.format("3"), D,
         "Ký hiệu người soạn thảo in hoa, số lượng bản bằng số Ả Rập", drafter, ("noi_nhan",)),
)  # fmt: skip
