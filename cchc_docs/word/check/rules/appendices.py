"""Appendices (NĐ 30/2020, Phụ lục I, Phần I, Mục III, khoản 1; Phụ lục III, mẫu 2.1)."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.text.normal import key
from cchc_docs.word.check import mends
from cchc_docs.word.check.genres import Genre
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.recognise_head import QUOC_HIEU
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import PART_III, D, Look, S, looks, quoted, under


def appendix_head(paper: Paper) -> Iterator[Finding]:
    """PL-01: ``Phụ lục I``: alone on its line, small letters, 14 pt, bold, in the middle."""
    for one in paper.phu_luc:
        text = " ".join(one.head.text.split())
        if not re.fullmatch(r"(?i:phụ lục)( \S+)?", text):
            yield Finding(
                f"Đầu phụ lục viết {quoted(text)}.",
                "Dòng đầu chỉ ghi “Phụ lục” và số La Mã; tên phụ lục ở dòng dưới.",
                "Phụ lục",
                one.head.paragraph,
            )
        if one.head.in_capitals:
            right = re.sub(r"(?i:phụ lục)", "Phụ lục", text)
            yield Finding(
                f"Viết {quoted(one.head.visible)}.",
                f"“Phụ lục” in thường: {quoted(right)}.",
                "Phụ lục",
                one.head.paragraph,
                mends.text(one.head, right) if one.head.whole and re.fullmatch(r"(?i:phụ lục)( \S+)?", text) else None,
            )
        yield from looks([one.head], "Chữ “Phụ lục”", Look(14, 14, bold=True, centred=True))


def appendix_title(paper: Paper) -> Iterator[Finding]:
    """PL-02: its title in capitals, 13 to 14, bold, in the middle."""
    titles = [block for one in paper.phu_luc for block in one.titles]
    return looks(titles, "Tên phụ lục", Look(13, 14, bold=True, capitals=True, centred=True))


def appendix_reference(paper: Paper) -> Iterator[Finding]:
    """PL-03: *(Kèm theo …)*: italic, 13 to 14, in the middle."""
    for one in paper.phu_luc:
        if not one.reference:
            yield Finding(
                f"Dưới tên {quoted(one.head.text)} không có dòng “(Kèm theo …)”.",
                "Ghi “(Kèm theo văn bản số …/… ngày … tháng … năm … của …)”, nghiêng, canh giữa, dưới tên phụ lục.",
                "Phụ lục",
                one.head.paragraph,
            )
        yield from looks(one.reference, "Dòng “Kèm theo”", Look(13, 14, italic=True, capitals=False, centred=True))


def appendix_named(paper: Paper) -> Iterator[Finding]:
    """PL-04: the text names its appendices."""
    if not paper.phu_luc:
        return
    words = " ".join(one.text for one in paper.document.paragraphs[: paper.cuoi_tu]).lower()
    if not re.search(r"phụ lục|kèm theo|gửi kèm|đính kèm", words):
        yield Finding(
            "Nội dung văn bản không nhắc đến phụ lục.",
            "Thêm chỉ dẫn về phụ lục trong nội dung, ví dụ “(chi tiết tại Phụ lục kèm theo)”.",
            "Phụ lục",
            paper.phu_luc[0].head.paragraph,
        )


def appendix_numbers(paper: Paper) -> Iterator[Finding]:
    """PL-05: one appendix has no number; two or more have Roman ones. In a file of its own it is one of several."""
    several = len(paper.phu_luc) > 1 or paper.genre is Genre.APPENDIX
    for one in paper.phu_luc:
        found = re.match(r"(?i:phụ lục)\s*(?:số\s*)?([IVXLC]+|\d+)?\b", one.head.text)
        written = "" if found is None else found[1] or ""
        if several and (written.isdecimal() or (not written and len(paper.phu_luc) > 1)):
            yield Finding(
                f"{quoted(one.head.text)} " + ("đánh số Ả Rập." if written else "không có số."),
                "Từ hai phụ lục trở lên, đánh số bằng chữ số La Mã.",
                "Phụ lục",
                one.head.paragraph,
            )
        elif not several and written:
            yield Finding(
                f"Chỉ có một phụ lục mà đánh số: {quoted(one.head.text)}.",
                "Một phụ lục thì chỉ ghi “Phụ lục”.",
                "Phụ lục",
                one.head.paragraph,
                severity=Severity.WARNING,
            )


def appendix_ending(paper: Paper) -> Iterator[Finding]:
    """PL-06: ``./.`` at its end; where that is a figure of a table, only a remark."""
    for one in paper.phu_luc:
        last = next((paragraph for paragraph in reversed(one.paragraphs) if not paragraph.is_blank), None)
        if last is not None and not last.text.strip().endswith("./."):
            table_ = last.container.table
            yield Finding(
                f"Cuối {quoted(one.head.text)} không có dấu “./.”.",
                "Thêm “./.” sau chữ cuối cùng của phụ lục.",
                "Phụ lục",
                last,
                severity=Severity.NOTE if table_ is not None and table_.is_ruled else None,
            )


def appendix_line(paper: Paper) -> Iterator[Finding]:
    """PL-07: a short line in the middle under the reference."""
    for one in paper.phu_luc:
        if not one.reference:
            continue
        found = under(paper, one.reference)
        if not found.drawn:
            yield Finding(
                "Dưới dòng “(Kèm theo …)” không có đường kẻ.",
                "Kẻ một nét liền ngắn, canh giữa, dưới dòng này.",
                "Phụ lục",
                one.reference[-1].paragraph,
                mends.draw_line(paper.document, one.reference[-1], 1 / 3),
            )


def no_head_again(paper: Paper) -> Iterator[Finding]:
    """PL-08: an appendix has no head of its own."""
    for one in paper.phu_luc:
        for paragraph in one.paragraphs:
            if paragraph.text.strip()[:4].upper() == "CỘNG" and key(paragraph.text).startswith(key(QUOC_HIEU)):
                yield Finding(
                    f"{quoted(one.head.text)} trình bày lại Quốc hiệu.",
                    "Phụ lục không có Quốc hiệu, tên cơ quan, số, ngày; chỉ có tên phụ lục và dòng “(Kèm theo …)”.",
                    "Phụ lục",
                    paragraph,
                )


RULES = (
    Rule("PL-01", PART_III.format("1, điểm b"), D,
         "“Phụ lục I”: dòng riêng, in thường, cỡ 14, đứng, đậm, canh giữa", appendix_head, ("phu_luc",), mends=True),
    Rule("PL-02", PART_III.format("1, điểm b"), D,
         "Tên phụ lục: in hoa, cỡ 13 đến 14, đứng, đậm, canh giữa", appendix_title, ("phu_luc",), mends=True),
    Rule("PL-03", PART_III.format("1, điểm c"), D,
         "Dòng “(Kèm theo …)”: in thường, cỡ 13 đến 14, nghiêng, canh giữa",
         appendix_reference, ("phu_luc",), mends=True),
    Rule("PL-04", PART_III.format("1, điểm a"), D,
         "Nội dung văn bản có chỉ dẫn về phụ lục", appendix_named, ("phu_luc",)),
    Rule("PL-05", PART_III.format("1, điểm a"), D,
         "Từ hai phụ lục trở lên đánh số La Mã; một phụ lục không đánh số", appendix_numbers, ("phu_luc",)),
    Rule("PL-06", "Phụ lục III, mẫu 2.1", S, "Cuối phụ lục có dấu “./.”", appendix_ending, ("phu_luc",)),
    Rule("PL-07", "Phụ lục III, mẫu 2.1", S,
         "Dưới dòng “(Kèm theo …)” có nét kẻ ngắn", appendix_line, ("phu_luc",), mends=True),
    Rule("PL-08", "Phụ lục III, mẫu 2.1", S, "Phụ lục không trình bày lại Quốc hiệu, tên cơ quan", no_head_again,
         ("phu_luc",)),
)  # fmt: skip
