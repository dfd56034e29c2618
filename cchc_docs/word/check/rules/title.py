"""Boxes 5 and 9a: title, summary, V/v, Kính gửi (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 5 and 9)."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.word.check import mends
from cchc_docs.word.check.kinds_of_paper import (
    MAY_HAVE_KINH_GUI,
    OFTEN_WITH_KINH_GUI,
    WITH_KINH_GUI,
    WITHOUT_SUMMARY,
    WITHOUT_TITLE,
    kind_named,
    kind_that_begins,
    nearest_kind,
)
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule, at
from cchc_docs.word.check.rules.common import (
    PART_II,
    D,
    Look,
    P,
    S,
    line_findings,
    looks,
    number,
    places,
    quoted,
    under,
)


def title_look(paper: Paper) -> Iterator[Finding]:
    """TL-01."""
    blocks = [] if paper.trich_yeu_cung_dong else paper.ten_loai
    return looks(blocks, "Tên loại văn bản", Look(13, 14, bold=True, capitals=True, centred=True))


def title_alone(paper: Paper) -> Iterator[Finding]:
    """TL-02: the kind of paper stands on a line of its own, the summary under it."""
    if paper.trich_yeu_cung_dong:
        yield Finding(
            f"Tên loại và trích yếu viết liền một dòng: {quoted(paper.ten_loai[0].text)}.",
            f"Dòng trên chỉ ghi “{paper.loai.upper()}”, trích yếu ở dòng dưới, in thường, đậm.",
            "Tên loại văn bản",
            paper.ten_loai[0].paragraph,
        )


def no_title(paper: Paper) -> Iterator[Finding]:
    """TL-03: a công văn has no title."""
    for block in paper.ten_loai:
        if paper.loai in WITHOUT_TITLE and block.key == "cong_van":
            yield Finding(
                "Công văn không ghi tên loại “CÔNG VĂN”.",
                "Bỏ dòng này; trích yếu ghi “V/v …” dưới số, ký hiệu.",
                "Tên loại văn bản",
                block.paragraph,
            )


def known_title(paper: Paper) -> Iterator[Finding]:
    """TL-05: the title names one of the 29 kinds of Điều 7."""
    for block in paper.ten_loai[:1]:
        if not kind_named(block.visible) and not kind_that_begins(block.visible):
            near = nearest_kind(block.visible)
            yield Finding(
                f"Tên loại {quoted(block.visible)} không thuộc 29 loại văn bản hành chính.",
                f"Có phải “{near}” không?" if near else "Xem danh mục tại Điều 7.",
                "Tên loại văn bản",
                block.paragraph,
            )


def title_there(paper: Paper) -> Iterator[Finding]:
    """TL-04: the paper says what it is: a title, or *V/v* in a công văn."""
    if (paper.quoc_hieu or paper.so) and not paper.ten_loai and not paper.ve_viec:
        yield Finding(
            "Không thấy tên loại văn bản, cũng không thấy trích yếu “V/v …” của công văn.",
            "Ghi tên loại (in hoa, đậm, canh giữa) và trích yếu; với công văn ghi “V/v …” dưới số, ký hiệu.",
            "Tên loại văn bản",
            at(next(iter(paper.so), None)),
        )


def summary_there(paper: Paper) -> Iterator[Finding]:
    """TY-04: the title has its summary."""
    if (
        paper.ten_loai
        and not paper.trich_yeu
        and not paper.trich_yeu_cung_dong
        and paper.loai not in WITHOUT_SUMMARY | WITHOUT_TITLE
    ):
        yield Finding(
            f"Không thấy trích yếu dưới “{paper.ten_loai[0].visible}”.",
            "Ghi trích yếu nội dung ngay dưới tên loại, in thường, cỡ 13 đến 14, đậm, canh giữa.",
            "Trích yếu",
            paper.ten_loai[0].paragraph,
        )


def summary_look(paper: Paper) -> Iterator[Finding]:
    """TY-01."""
    return looks(paper.trich_yeu, "Trích yếu", Look(13, 14, bold=True, capitals=False, centred=True))


def summary_line(paper: Paper) -> Iterator[Finding]:
    """TY-02: a solid line of 1/3 to 1/2 under the summary."""
    group = paper.trich_yeu or (paper.ten_loai if paper.loai in WITHOUT_SUMMARY else [])
    if group:
        yield from line_findings(paper, group, "Trích yếu", 1 / 3, 1 / 2)


def summary_end(paper: Paper) -> Iterator[Finding]:
    """TY-03: no full stop at its end."""
    for block in paper.trich_yeu[-1:]:
        if block.text.endswith((".", ";", ",")):
            yield Finding(
                "Trích yếu kết thúc bằng dấu câu.",
                "Bỏ dấu ở cuối trích yếu.",
                "Trích yếu",
                block.paragraph,
                mends.text(block, block.text.rstrip(".;, ")),
            )


def summary_start(paper: Paper) -> Iterator[Finding]:
    """TY-05: it opens with a capital."""
    for block in paper.trich_yeu[:1]:
        if block.text[:1].islower():
            yield Finding(
                f"Trích yếu bắt đầu bằng chữ thường: {quoted(block.text)}.",
                "Viết hoa chữ đầu.",
                "Trích yếu",
                block.paragraph,
                mends.text(block, block.text[:1].upper() + block.text[1:]),
            )


def subject_literal(paper: Paper) -> Iterator[Finding]:
    """VV-01: *V/v* and a space, no colon."""
    for block in paper.ve_viec[:1]:
        if not re.match(r"V/v [^\s:]", block.text):
            rest = re.sub(r"^\s*(v\s*/\s*v|về việc)\s*[:.]?\s*", "", block.text, flags=re.IGNORECASE)
            yield Finding(
                f"Trích yếu công văn viết {quoted(block.text, 40)}.",
                "Bắt đầu bằng “V/v”, một dấu cách rồi đến trích yếu, không có dấu hai chấm.",
                "Trích yếu công văn",
                block.paragraph,
                mends.text(block, f"V/v {rest}"),
            )


def subject_look(paper: Paper) -> Iterator[Finding]:
    """VV-02: upright, not bold, 12 to 13."""
    return looks(paper.ve_viec, "Trích yếu công văn", Look(12, 13, capitals=False, centred=True))


def subject_gap(paper: Paper) -> Iterator[Finding]:
    """VV-03: 6 pt below the number."""
    if not (paper.ve_viec and paper.so):
        return
    own, other = paper.ve_viec[0].paragraph, paper.so[0].paragraph
    if own is not other and own.container is other.container and own.format.before + other.format.after < 5.9:
        yield Finding(
            f"Trích yếu công văn cách dòng số, ký hiệu {number(own.format.before + other.format.after)} pt.",
            "Cách dòng 6 pt với số, ký hiệu (Spacing Before: 6 pt).",
            "Trích yếu công văn",
            own,
            mends.paragraph(own, before=6),
        )


def no_line_under_subject(paper: Paper) -> Iterator[Finding]:
    """VV-04: no line under it."""
    if not paper.ve_viec:
        return
    found = under(paper, paper.ve_viec)
    if found.drawn or found.typed or found.underlined:
        yield Finding(
            "Dưới trích yếu công văn có đường kẻ.",
            "Bỏ đường kẻ: chỉ dưới tên cơ quan, Tiêu ngữ và trích yếu của văn bản có tên loại mới kẻ.",
            "Trích yếu công văn",
            paper.ve_viec[-1].paragraph,
            mends.clear(found.typed[0]) if found.typed and not found.drawn else None,
        )


def addressee_there(paper: Paper) -> Iterator[Finding]:
    """KG-01: *Kính gửi* in công văn and tờ trình (and reports to those above); in no other paper."""
    if paper.loai in WITH_KINH_GUI and not paper.kinh_gui:
        yield Finding(
            f"{paper.loai} thiếu phần “Kính gửi”.",
            "Ghi “Kính gửi: tên cơ quan nhận” dưới phần đầu văn bản.",
            "Kính gửi",
            at(next(iter(paper.trich_yeu or paper.ve_viec), None)),
        )
    elif paper.kinh_gui and paper.loai and paper.loai not in MAY_HAVE_KINH_GUI:
        yield Finding(
            f"{paper.loai} có phần “Kính gửi”.",
            "Chỉ công văn, tờ trình và báo cáo gửi cấp trên mới có; nơi nhận khác ghi ở “Nơi nhận”."
            + (" Giấy mời ghi “trân trọng kính mời: …”." if paper.loai == "Giấy mời" else ""),
            "Kính gửi",
            paper.kinh_gui[0].paragraph,
            severity=Severity.WARNING if paper.loai in OFTEN_WITH_KINH_GUI else None,
        )


def addressee_look(paper: Paper) -> Iterator[Finding]:
    """KG-02: 13 to 14, upright, not bold."""
    return looks(paper.kinh_gui, "Kính gửi", Look(13, 14))


def addressee_list(paper: Paper) -> Iterator[Finding]:
    """KG-03: one addressee on the same line; several on lines of their own with dash, semicolons, a full stop."""
    if not paper.kinh_gui:
        return
    head, *rest = paper.kinh_gui
    found = re.match(r"Kính gửi\s*:\s*(.*)", head.text, re.DOTALL)
    if found is None:
        yield Finding(
            f"Viết {quoted(head.text, 40)}.", "Viết “Kính gửi:”, có dấu hai chấm.", "Kính gửi", head.paragraph
        )
        return
    if not rest:
        if ";" in found[1].rstrip(" ;"):
            yield Finding(
                "Kính gửi nhiều nơi trên một dòng.",
                "Từ hai nơi trở lên thì xuống dòng, mỗi nơi một dòng, có gạch đầu dòng, cuối dòng dấu chấm phẩy, "
                "dòng cuối dấu chấm.",
                "Kính gửi",
                head.paragraph,
            )
        return
    for block in rest:
        end = "." if block is rest[-1] else ";"
        has_dash = block.text.startswith("- ") or block.paragraph.number
        if not has_dash or not block.text.endswith(end):
            words = re.sub(r"^[-–—+•]?\s*", "", block.text).rstrip(" ;.,")
            right = f"{words}{end}" if block.paragraph.number else f"- {words}{end}"
            yield Finding(
                f"Dòng nơi nhận {quoted(block.text)}.",
                f"Viết “{right}”: gạch đầu dòng, cuối dòng dấu chấm phẩy, dòng cuối dấu chấm.",
                "Kính gửi",
                block.paragraph,
                mends.text(block, right) if len(rest) > 1 else None,
            )


def addressees_aligned(paper: Paper) -> Iterator[Finding]:
    """KG-04: the dashes stand under one another."""
    rest = [block.paragraph for block in paper.kinh_gui[1:] if block.whole]
    starts = {one.format.left + one.format.first for one in rest if one.format.align != "center"}
    if len(starts) > 1:
        yield Finding(
            "Các gạch đầu dòng dưới “Kính gửi” không thẳng hàng.",
            "Đặt cùng một mức thụt vào, thẳng hàng dưới dấu hai chấm.",
            "Kính gửi",
            rest[-1],
        )


RULES = (
    Rule("TL-01", PART_II.format("5, điểm b"), D,
         "Tên loại: in hoa, cỡ 13 đến 14, đứng, đậm, canh giữa", title_look, ("ten_loai",), mends=True),
    Rule("TL-02", PART_II.format("5, điểm b"), D,
         "Tên loại ở dòng riêng, trích yếu ở dòng dưới", title_alone, ("ten_loai",)),
    Rule("TL-03", "Phụ lục III, mẫu 1.5", S, "Công văn không có dòng tên loại", no_title, ("ten_loai",)),
    Rule("TL-04", PART_II.format("5, điểm a"), D, "Có tên loại; công văn có “V/v”", title_there),
    Rule("TL-05", "Điều 7", D, "Tên loại thuộc 29 loại văn bản hành chính", known_title, ("ten_loai",),
         severity=Severity.WARNING),
    Rule("TY-01", PART_II.format("5, điểm b"), D,
         "Trích yếu: in thường, cỡ 13 đến 14, đứng, đậm, canh giữa", summary_look, ("trich_yeu",), mends=True),
    Rule("TY-02", PART_II.format("5, điểm b"), D,
         "Dưới trích yếu có nét liền dài 1/3 đến 1/2 dòng chữ", summary_line, ("trich_yeu", "ten_loai"), mends=True),
    Rule("TY-03", "Thông lệ", P, "Trích yếu không có dấu chấm cuối", summary_end, ("trich_yeu",), mends=True),
    Rule("TY-04", PART_II.format("5, điểm a"), D, "Dưới tên loại có trích yếu", summary_there, ("ten_loai",)),
    Rule("TY-05", "Phụ lục III, Mục II", S, "Trích yếu viết hoa chữ đầu", summary_start, ("trich_yeu",), mends=True),
    Rule("VV-01", PART_II.format("5, điểm b"), D,
         "Trích yếu công văn bắt đầu bằng “V/v”", subject_literal, ("ve_viec",), mends=True),
    Rule("VV-02", PART_II.format("5, điểm b"), D,
         "Trích yếu công văn: in thường, cỡ 12 đến 13, đứng, không đậm, canh giữa",
         subject_look, ("ve_viec",), mends=True),
    Rule("VV-03", PART_II.format("5, điểm b"), D,
         "Trích yếu công văn cách số, ký hiệu 6 pt", subject_gap, ("ve_viec",), mends=True),
    Rule("VV-04", "Phụ lục III, mẫu 1.5", S,
         "Dưới trích yếu công văn không có đường kẻ", no_line_under_subject, ("ve_viec",)),
    Rule("KG-01", places(PART_II.format("9, điểm b"), PART_II.format("9, điểm c")), D,
         "“Kính gửi” có ở công văn, tờ trình, báo cáo gửi cấp trên; văn bản khác chỉ có “Nơi nhận”", addressee_there),
    Rule("KG-02", PART_II.format("9, điểm d"), D,
         "Kính gửi: in thường, cỡ 13 đến 14, đứng, không đậm", addressee_look, ("kinh_gui",), mends=True),
    Rule("KG-03", PART_II.format("9, điểm d"), D,
         "Nhiều nơi: mỗi nơi một dòng, gạch đầu dòng, dấu chấm phẩy, cuối cùng dấu chấm", addressee_list,
         ("kinh_gui",), mends=True),
    Rule("KG-04", PART_II.format("9, điểm d"), D,
         "Các gạch đầu dòng dưới “Kính gửi” thẳng hàng", addressees_aligned, ("kinh_gui",), severity=Severity.WARNING),
)  # fmt: skip
