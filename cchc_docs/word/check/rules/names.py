"""Boxes 1 and 2: Quốc hiệu, Tiêu ngữ, the organ (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 1 and 2)."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.word.check import mends
from cchc_docs.word.check.formats import mm
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.recognise_head import QUOC_HIEU, TIEU_NGU
from cchc_docs.word.check.rule import Finding, Rule, at
from cchc_docs.word.check.rules.common import (
    PART_II,
    D,
    G,
    Look,
    P,
    line_findings,
    looks,
    number,
    places,
    quoted,
    single_spaced,
)
from cchc_docs.word.check.rules.number_and_date import DATE

_QUOC_HIEU = frozenset([QUOC_HIEU, QUOC_HIEU.replace("HÒA", "HOÀ")])


def national_name(paper: Paper) -> Iterator[Finding]:
    """QH-01: the Quốc hiệu word for word."""
    if not paper.quoc_hieu:
        yield Finding("Không thấy Quốc hiệu.", f"Trình bày ở phía trên, bên phải trang đầu: {QUOC_HIEU}.", "Quốc hiệu")
    for block in paper.quoc_hieu[:1]:
        if block.visible not in _QUOC_HIEU and block.text.upper() not in _QUOC_HIEU:
            yield Finding(
                f"Quốc hiệu viết {quoted(block.visible)}.",
                f"Phải là “{QUOC_HIEU}”.",
                "Quốc hiệu",
                block.paragraph,
                mends.text(block, QUOC_HIEU),
            )
    for block in paper.quoc_hieu[1:]:
        yield Finding(
            "Quốc hiệu xuất hiện hai lần.", "Chỉ trình bày một lần, ở trang đầu.", "Quốc hiệu", block.paragraph
        )


def national_name_look(paper: Paper) -> Iterator[Finding]:
    """QH-02."""
    return looks(paper.quoc_hieu, "Quốc hiệu", Look(12, 13, bold=True, capitals=True, centred=True))


def national_name_on_one_line(paper: Paper) -> Iterator[Finding]:
    """QH-03: neither line breaks; the right column is wide enough."""
    for block, part in (
        (one, part) for group, part in ((paper.quoc_hieu, "Quốc hiệu"), (paper.tieu_ngu, "Tiêu ngữ")) for one in group
    ):
        form = block.paragraph.format
        room = mm(block.paragraph.container.width - form.left - form.right)
        if block.alone and 0 < room < block.width - 0.3:
            yield Finding(
                f"{part} bị ngắt thành hai dòng: dòng chữ dài {number(block.width)} mm, cột rộng {number(room)} mm.",
                f"Nới cột bên phải ít nhất {number(block.width + 1)} mm, hoặc dùng bộ cỡ chữ 12, 13, 13.",
                part,
                block.paragraph,
            )


def head_on_the_right(paper: Paper) -> Iterator[Finding]:
    """QH-04: box 1 stands on the right, box 2 on the left."""
    if not (paper.quoc_hieu and paper.organ):
        return
    own, other = paper.quoc_hieu[0], paper.organ[0]
    one, two = own.paragraph.container, other.paragraph.container
    if one.kind == "cell" and two.kind == "cell" and one.table is two.table and one.column < two.column:
        yield Finding(
            "Quốc hiệu ở bên trái, tên cơ quan ở bên phải.",
            "Quốc hiệu, Tiêu ngữ ở phía trên bên phải; tên cơ quan ở bên trái.",
            "Quốc hiệu",
            own.paragraph,
        )


def motto(paper: Paper) -> Iterator[Finding]:
    """TN-01: the Tiêu ngữ word for word, hyphens with a space on each side."""
    if paper.quoc_hieu and not paper.tieu_ngu:
        yield Finding(
            "Không thấy Tiêu ngữ.", f"Ghi “{TIEU_NGU}” ngay dưới Quốc hiệu.", "Tiêu ngữ", at(paper.quoc_hieu[0])
        )
    for block in paper.tieu_ngu[:1]:
        if block.visible != TIEU_NGU:
            yield Finding(
                f"Tiêu ngữ viết {quoted(block.visible)}.",
                f"Phải là “{TIEU_NGU}”: gạch nối ngắn, có dấu cách hai bên, chỉ chữ đầu mỗi cụm viết hoa.",
                "Tiêu ngữ",
                block.paragraph,
                mends.text(block, TIEU_NGU),
            )


def motto_look(paper: Paper) -> Iterator[Finding]:
    """TN-02."""
    return looks(paper.tieu_ngu, "Tiêu ngữ", Look(13, 14, bold=True, centred=True))


def motto_line(paper: Paper) -> Iterator[Finding]:
    """TN-03: a solid line as long as the Tiêu ngữ."""
    if paper.tieu_ngu:
        yield from line_findings(paper, paper.tieu_ngu[:1], "Tiêu ngữ", 1, 1)


def head_spacing(paper: Paper) -> Iterator[Finding]:
    """TN-04 and CQ-04: the lines of boxes 1 and 2 are single-spaced."""
    yield from single_spaced(paper.quoc_hieu, "Quốc hiệu")
    yield from single_spaced(paper.tieu_ngu, "Tiêu ngữ")


def organ_there(paper: Paper) -> Iterator[Finding]:
    """CQ-01: the issuer is named."""
    if (paper.quoc_hieu or paper.so) and not paper.ban_hanh:
        yield Finding(
            "Không thấy tên cơ quan, tổ chức ban hành.",
            "Ghi tên cơ quan ban hành, in hoa, đậm, ở phía trên bên trái trang đầu.",
            "Tên cơ quan ban hành",
            at(next(iter(paper.so), None)),
        )


def parent_look(paper: Paper) -> Iterator[Finding]:
    """CQ-02: the parent is not bold."""
    return looks(paper.chu_quan, "Tên cơ quan chủ quản", Look(12, 13, capitals=True, centred=True))


def issuer_look(paper: Paper) -> Iterator[Finding]:
    """CQ-03: the issuer is bold."""
    return looks(paper.ban_hanh, "Tên cơ quan ban hành", Look(12, 13, bold=True, capitals=True, centred=True))


def issuer_line(paper: Paper) -> Iterator[Finding]:
    """CQ-05: a solid line of 1/3 to 1/2 under the issuer."""
    if paper.ban_hanh:
        yield from line_findings(paper, paper.ban_hanh, "Tên cơ quan ban hành", 1 / 3, 1 / 2)


def organ_spacing(paper: Paper) -> Iterator[Finding]:
    """CQ-04."""
    return single_spaced(paper.organ, "Tên cơ quan")


_PARENT = re.compile(r"(UBND|HĐND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|BỘ|SỞ|TỔNG CỤC)\s")


def one_parent(paper: Paper) -> Iterator[Finding]:
    """CQ-06: only the direct parent stands above the issuer."""
    opening = [block for block in paper.chu_quan if _PARENT.match(block.visible)]
    if len(opening) > 1:
        yield Finding(
            f"Trên tên cơ quan ban hành có {len(opening)} cơ quan: {', '.join(block.visible for block in opening)}.",
            "Chỉ ghi một cơ quan chủ quản trực tiếp.",
            "Tên cơ quan chủ quản",
            opening[0].paragraph,
        )


_SHORT = re.compile(
    r"^(?:UBND|HĐND|VP|TTHC|BQL|TT|P\.)(?=\W|$)|&|\b(?:VH|TT|DL|GD|ĐT|KH|CN|NN|PT|TN|MT|LĐ|XH|TTHC|CCHC|QLDA|ĐTXD|VHTT|TTDL)"
    r"(?:TT|DL|ĐT|CN|NT|MT|TB|XH|HC|DA|XD)*\b(?<! [IVXLCD])"
)
"""Short forms as they stand in organs' names; no Roman number."""


def issuer_in_full(paper: Paper) -> Iterator[Finding]:
    """CQ-07: only the parent may be abbreviated."""
    for block in paper.ban_hanh:
        found = _SHORT.search(block.visible)
        if found is not None:
            yield Finding(
                f"Tên cơ quan ban hành viết tắt “{found[0]}”.",
                "Ghi đầy đủ tên chính thức; chỉ tên cơ quan chủ quản được viết tắt cụm từ thông dụng.",
                "Tên cơ quan ban hành",
                block.paragraph,
            )


_DISTRICT = re.compile(r"\b(HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\s+\S")


def no_district(paper: Paper) -> Iterator[Finding]:
    """CQ-08: no organ of a district issues papers after 1/7/2025 (Luật 72/2025/QH15)."""
    found = DATE.match(paper.ngay[0].text.strip()) if paper.ngay else None
    if found is None or not found["year"].strip().isdecimal():
        return
    day, month = (int(found[name]) if found[name].strip().isdecimal() else 1 for name in ("day", "month"))
    if (int(found["year"]), month, day) < (2025, 7, 1):
        return
    for block in paper.organ:
        if _DISTRICT.search(block.visible):
            yield Finding(
                f"Tên cơ quan {quoted(block.visible)} thuộc cấp huyện, không còn từ ngày 01/7/2025.",
                "Ghi tên cơ quan cấp tỉnh hoặc cấp xã theo mô hình chính quyền hai cấp.",
                "Tên cơ quan",
                block.paragraph,
            )


RULES = (
    Rule("QH-01", PART_II.format("1, điểm a"), D,
         "Quốc hiệu đúng từng chữ, một lần ở trang đầu", national_name, mends=True),
    Rule("QH-02", PART_II.format("1, điểm a"), D,
         "Quốc hiệu: in hoa, cỡ 12 đến 13, đứng, đậm, canh giữa", national_name_look, ("quoc_hieu",), mends=True),
    Rule("QH-03", "Thông lệ", P,
         "Quốc hiệu, Tiêu ngữ mỗi phần trên một dòng", national_name_on_one_line,
         ("quoc_hieu", "tieu_ngu"), severity=Severity.WARNING),
    Rule("QH-04", places(PART_II.format("1, điểm a"), "Phụ lục I, Phần I, Mục IV, ô số 1",
                           "Phụ lục I, Phần I, Mục IV, ô số 2"), D,
         "Quốc hiệu ở bên phải, tên cơ quan ở bên trái", head_on_the_right, ("quoc_hieu",)),
    Rule("TN-01", PART_II.format("1, điểm b"), D,
         "Tiêu ngữ đúng từng chữ, gạch nối có dấu cách hai bên", motto, ("quoc_hieu", "tieu_ngu"), mends=True),
    Rule("TN-02", PART_II.format("1, điểm b"), D,
         "Tiêu ngữ: in thường, cỡ 13 đến 14, đứng, đậm, canh giữa", motto_look, ("tieu_ngu",), mends=True),
    Rule("TN-03", PART_II.format("1, điểm b"), D,
         "Dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ", motto_line, ("tieu_ngu",), mends=True),
    Rule("TN-04", PART_II.format("1, điểm c"), D,
         "Quốc hiệu và Tiêu ngữ cách nhau dòng đơn", head_spacing, ("quoc_hieu",), mends=True),
    Rule("CQ-01", PART_II.format("2, điểm a"), D, "Có tên cơ quan, tổ chức ban hành", organ_there),
    Rule("CQ-02", PART_II.format("2, điểm b"), D,
         "Tên cơ quan chủ quản: in hoa, cỡ 12 đến 13, đứng, không đậm", parent_look, ("chu_quan",), mends=True),
    Rule("CQ-03", PART_II.format("2, điểm b"), D,
         "Tên cơ quan ban hành: in hoa, cỡ 12 đến 13, đứng, đậm, canh giữa", issuer_look, ("ban_hanh",), mends=True),
    Rule("CQ-04", PART_II.format("2, điểm b"), D,
         "Tên cơ quan chủ quản và cơ quan ban hành cách nhau dòng đơn", organ_spacing, ("ban_hanh",), mends=True),
    Rule("CQ-05", PART_II.format("2, điểm b"), D,
         "Dưới tên cơ quan ban hành có nét liền dài 1/3 đến 1/2 dòng chữ", issuer_line, ("ban_hanh",), mends=True),
    Rule("CQ-06", PART_II.format("2, điểm a"), D, "Chỉ ghi một cơ quan chủ quản trực tiếp", one_parent, ("chu_quan",)),
    Rule("CQ-07", PART_II.format("2, điểm a"), D,
         "Tên cơ quan ban hành ghi đầy đủ, không viết tắt", issuer_in_full, ("ban_hanh",)),
    Rule("CQ-08", "Luật 72/2025/QH15", G, "Không ghi cơ quan cấp huyện sau ngày 01/7/2025", no_district, ("ngay",)),
)  # fmt: skip
