"""Check the places of the parts of head and tail, and that names in the head are whole (NĐ 30/2020, Mục II and IV)."""

import re
from collections.abc import Iterator

from cchc_docs.facts import table
from cchc_docs.problems import Severity
from cchc_docs.text.widths import text_width
from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.formats import mm
from cchc_docs.word.check.kinds_of_paper import BIEN_BAN, WITHOUT_TITLE
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import PART_II, PART_III, D, places, quoted

# -- Names


def parent_has_place(paper: Paper) -> Iterator[Finding]:
    """CQ-09: a committee or council above a local office carries the name of its place."""
    parent = " ".join(block.visible for block in paper.chu_quan)
    issuer = " ".join(block.visible for block in paper.ban_hanh)
    local = re.match(r"(SỞ|PHÒNG|VĂN PHÒNG|BAN|TRUNG TÂM|CHI CỤC|THANH TRA)\s", issuer)
    if local and re.fullmatch(r"(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN)( TỈNH| XÃ| PHƯỜNG)?", parent):
        yield Finding(
            f"Tên cơ quan chủ quản {quoted(parent)} không có địa danh.",
            "Ghi cả tên tỉnh, xã, phường, ví dụ “UBND TỈNH HƯNG AN”.",
            "Tên cơ quan chủ quản",
            paper.chu_quan[0].paragraph,
        )


_CENTRAL = re.compile(r"(BỘ (?!CHỈ HUY|TƯ LỆNH)|VĂN PHÒNG CHÍNH PHỦ|THANH TRA CHÍNH PHỦ|NGÂN HÀNG NHÀ NƯỚC VIỆT NAM)")


def central_place(paper: Paper) -> Iterator[Finding]:
    """NT-07: a central organ names the province of its seat."""
    issuer = " ".join(block.visible for block in paper.organ)
    if not _CENTRAL.match(issuer) or paper.chu_quan:
        return
    known = {row["ten"] for row in table("tinh")}
    for block in paper.ngay:
        place = re.sub(r"^(Thành phố|Tỉnh)\s+", "", block.text.partition(",")[0].strip())
        if place and "," in block.text and place not in known:
            yield Finding(
                f"Địa danh {quoted(place)} không phải tên tỉnh, thành phố trực thuộc trung ương.",
                "Cơ quan trung ương ghi tên chính thức của tỉnh, thành phố nơi đóng trụ sở, ví dụ “Hà Nội”.",
                "Địa danh và thời gian",
                block.paragraph,
            )


def place_with_noun(paper: Paper) -> Iterator[Finding]:
    """NT-08: a unit named by a number or an event has its common noun: *Phường 1*, *Phường Điện Biên Phủ*."""
    for block in paper.ngay:
        place = block.text.partition(",")[0].strip()
        if re.fullmatch(r"\d+|Điện Biên Phủ|Hai Bà Trưng|Trần Hưng Đạo", place):
            yield Finding(
                f"Địa danh {quoted(place)} thiếu danh từ chung.",
                f"Đơn vị mang số, tên người, sự kiện thì ghi đủ, ví dụ “Phường {place}”.",
                "Địa danh và thời gian",
                block.paragraph,
            )


# -- Summary


def subject_of_letters_only(paper: Paper) -> Iterator[Finding]:
    """TY-06: *V/v* belongs to a công văn."""
    for block in paper.trich_yeu[:1]:
        if paper.loai not in WITHOUT_TITLE and re.match(r"V\s*/\s*v\b", block.text, re.IGNORECASE):
            yield Finding(
                f"Trích yếu dưới tên loại viết {quoted(block.text, 40)}.",
                "“V/v” chỉ dùng cho công văn; ở đây ghi “Về …” hoặc nêu thẳng nội dung.",
                "Trích yếu",
                block.paragraph,
            )


def short_summary(paper: Paper) -> Iterator[Finding]:
    """TY-07: one sentence or phrase, and a short one."""
    for group in (paper.trich_yeu, paper.ve_viec):
        text = " ".join(block.text for block in group)
        if re.search(r"[a-zđà-ỹ]{3}[.?!]\s+[A-ZĐ]", text) or len(text) > 300:
            yield Finding(
                f"Trích yếu dài {len(text)} chữ cái" + (", gồm nhiều câu." if len(text) <= 300 else "."),
                "Trích yếu là một câu ngắn gọn hoặc một cụm từ.",
                "Trích yếu",
                group[0].paragraph,
            )


# -- Places


def date_on_the_right(paper: Paper) -> Iterator[Finding]:
    """NT-09: place and date stand in the column of the Quốc hiệu."""
    if not (paper.ngay and paper.quoc_hieu):
        return
    own, other = paper.ngay[0].paragraph, paper.quoc_hieu[0].paragraph
    one, two = own.container, other.container
    if one.kind == two.kind == "cell" and one.table is two.table and one.column < two.column:
        yield Finding(
            "Địa danh và thời gian không ở dưới Quốc hiệu, Tiêu ngữ.",
            "Đặt ở cột bên phải, dưới và canh giữa theo Quốc hiệu, Tiêu ngữ.",
            "Địa danh và thời gian",
            own,
        )


def national_name_on_the_right(paper: Paper) -> Iterator[Finding]:
    """QH-05: also outside tables the Quốc hiệu stands beside the organ, in the right half; forms have no number."""
    if not (paper.quoc_hieu and paper.organ and paper.so):
        return
    own, other = paper.quoc_hieu[0], paper.organ[0]
    both_on_page = own.paragraph.container.kind == other.paragraph.container.kind == "page"
    stacked = both_on_page and own.whole and other.whole and own.paragraph is not other.paragraph
    left = own.paragraph.format.left
    if stacked and not own.paragraph.framed and own.paragraph.format.align != "right" and left < 3000:
        yield Finding(
            "Quốc hiệu không ở phía trên bên phải: đứng trên một dòng riêng, cùng cột với tên cơ quan.",
            "Đặt tên cơ quan và Quốc hiệu ngang nhau trong bảng hai cột, Quốc hiệu ở bên phải.",
            "Quốc hiệu",
            own.paragraph,
        )
    elif own.paragraph is other.paragraph and own.column < other.column:
        yield Finding(
            "Quốc hiệu ở bên trái, tên cơ quan ở bên phải.",
            "Quốc hiệu, Tiêu ngữ ở phía trên bên phải; tên cơ quan ở bên trái.",
            "Quốc hiệu",
            own.paragraph,
        )


def dashes_under_colon(paper: Paper) -> Iterator[Finding]:
    """KG-05: the dashes stand about under the colon of *Kính gửi:*, by 20 mm to the left and 10 to the right."""
    if len(paper.kinh_gui) < 2:
        return
    head, first = paper.kinh_gui[:2]
    if not (head.whole and first.whole) or head.paragraph.container is not first.paragraph.container:
        return
    one, two = head.paragraph.format, first.paragraph.format
    if "center" in {one.align, two.align} or head.paragraph.text[:1].isspace() or first.paragraph.text[:1].isspace():
        return
    colon = mm(one.left + one.first) + text_width("Kính gửi", head.size or 14)
    dash = mm(two.left + two.first)
    if not colon - 20 <= dash <= colon + 10:
        yield Finding(
            f"Gạch đầu dòng cách lề {dash:.0f} mm, dấu hai chấm sau “Kính gửi” cách lề {colon:.0f} mm.",
            "Các gạch đầu dòng thẳng hàng với nhau dưới dấu hai chấm.",
            "Kính gửi",
            first.paragraph,
        )


def level_with_post(paper: Paper) -> Iterator[Finding]:
    """NN-13: in a table, *Nơi nhận* and the first line of the post begin in one row."""
    if not paper.noi_nhan or paper.loai == BIEN_BAN:
        return
    own = paper.noi_nhan[0].paragraph.container
    rows = [
        one.first.paragraph.container.row
        for one in paper.chu_ky
        if one.first is not None and own.kind == "cell" and one.first.paragraph.container.table is own.table
    ]
    if rows and min(rows) < own.row:
        yield Finding(
            "“Nơi nhận” ở thấp hơn dòng chức vụ người ký.",
            "Đặt “Nơi nhận:” ngang dòng quyền hạn, chức vụ của người ký, ở cùng một hàng của bảng.",
            "Nơi nhận",
            paper.noi_nhan[0].paragraph,
        )


def _is_drafter(block: Block) -> bool:
    return re.fullmatch(r"[A-ZĐ]{1,5}\.\s*\(?\d+\)?\.?", block.text) is not None


def drafter_last(paper: Paper) -> Iterator[Finding]:
    """SB-02: the drafter's sign stands at the foot of the recipients."""
    lines = paper.noi_nhan[1:]
    for number, block in enumerate(lines):
        if _is_drafter(block) and any(one.text.startswith("-") for one in lines[number + 1 :]):
            yield Finding(
                f"Ký hiệu người soạn thảo {quoted(block.text)} đứng giữa các nơi nhận.",
                "Đặt ở cuối phần “Nơi nhận”, sau dòng “Lưu”.",
                "Nơi nhận",
                block.paragraph,
            )


RULES = (
    Rule("QH-05", PART_II.format("1, điểm a"), D,
         "Quốc hiệu ở phía trên, bên phải, ngang tên cơ quan",
         national_name_on_the_right, ("quoc_hieu",), severity=Severity.WARNING),
    Rule("CQ-09", PART_II.format("2, điểm a"), D,
         "Cơ quan chủ quản ở địa phương có địa danh", parent_has_place, ("chu_quan",), severity=Severity.WARNING),
    Rule("NT-07", PART_II.format("4, điểm a"), D,
         "Cơ quan trung ương ghi tên tỉnh, thành phố", central_place, ("ngay",), severity=Severity.WARNING),
    Rule("NT-08", PART_II.format("4, điểm a"), D,
         "Địa danh mang số, tên người, sự kiện có danh từ chung", place_with_noun, ("ngay",),
         severity=Severity.WARNING),
    Rule("NT-09", PART_II.format("4, điểm c"), D,
         "Địa danh và thời gian ở dưới Quốc hiệu, Tiêu ngữ", date_on_the_right, ("ngay",)),
    Rule("TY-06", PART_II.format("5, điểm b"), D,
         "“V/v” chỉ có ở công văn", subject_of_letters_only, ("trich_yeu",)),
    Rule("TY-07", PART_II.format("5, điểm a"), D,
         "Trích yếu là một câu ngắn hoặc một cụm từ", short_summary, ("trich_yeu", "ve_viec"),
         severity=Severity.WARNING),
    Rule("KG-05", PART_II.format("9, điểm d"), D,
         "Gạch đầu dòng ở dưới dấu hai chấm của “Kính gửi:”", dashes_under_colon, ("kinh_gui",),
         severity=Severity.NOTE),
    Rule("NN-13", PART_II.format("9, điểm d"), D,
         "“Nơi nhận” ngang dòng chức vụ người ký", level_with_post, ("noi_nhan",), severity=Severity.WARNING),
    Rule("SB-02", places(PART_III.format("3"), "Phụ lục I, Phần I, Mục IV, ô số 12"), D,
         "Ký hiệu người soạn thảo ở cuối phần nơi nhận", drafter_last, ("noi_nhan",), severity=Severity.WARNING),
)  # fmt: skip
