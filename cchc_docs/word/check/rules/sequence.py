"""Numbers that come twice, lists that do not begin, articles without titles, text in capitals (Mục II, khoản 6)."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.word.check.kinds_of_paper import DECISIONS
from cchc_docs.word.check.paper import Item, Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import BODY, PART_II, D, places, quoted, text_items


def no_number_twice(paper: Paper) -> Iterator[Finding]:
    """BC-11: no article twice; no point or clause that has the number of the one before it."""
    articles = set[str]()
    last: dict[str, Item] = {}
    for item in paper.than:
        if item.level == "dieu" and item.number:
            if item.number in articles:
                yield _twice(item, "Điều")
            articles.add(item.number)
        elif item.level in {"khoan", "diem"}:
            before = last.get(item.level)
            if before is not None and before.number == item.number and before.sign == item.sign:
                name = "Khoản" if item.level == "khoan" else "Điểm"
                yield _twice(item, name, Severity.WARNING)
            last[item.level] = item
        if item.level not in {"diem", "gach", "nhieu_cap", "khoan"} and not _is_continued(item):
            last.clear()
        elif item.level == "khoan":
            last.pop("diem", None)


def _is_continued(item: Item) -> bool:
    """Return True if plain text may stand between two points of one list: a sentence that opens no list of its own."""
    return item.level == "doan" and not item.block.text.endswith(":") and not item.block.bold


def _twice(item: Item, name: str, severity: Severity | None = None) -> Finding:
    return Finding(
        f"{name} “{item.number}” có hai lần: {quoted(item.block.text, 40)}.",
        "Đánh số thứ tự liên tiếp.",
        BODY,
        item.paragraph,
        severity=severity,
    )


def lists_begin(paper: Paper) -> Iterator[Finding]:
    """BC-12: a list of points opens with a)."""
    inside = False
    for item in paper.than:
        if item.level == "diem":
            if not inside and item.number in {"b", "c", "d"} and item.sign == ")":
                yield Finding(
                    f"Danh sách điểm mở đầu bằng “{item.number})”.", "Điểm đầu tiên là “a)”.", BODY, item.paragraph
                )
            inside = True
        elif item.level in {"khoan", "dieu", "muc_la_ma", "phan", "chuong", "muc", "tieu_muc"}:
            inside = False


def articles_have_titles(paper: Paper) -> Iterator[Finding]:
    """BC-13: where articles have titles, all have; a direct decision needs none (mẫu 1.2)."""
    articles = [item for item in paper.than if item.level == "dieu"]
    bare = [item for item in articles if not _is_title(item)]
    if paper.loai in DECISIONS or len(articles) < 3 or len(bare) > len(articles) / 2:
        return
    for item in bare:
        yield Finding(
            f"Điều {item.number} không có tiêu đề: {quoted(item.block.text, 40)}.",
            "Ghi tiêu đề của điều cùng dòng với “Điều …”, in đậm; nội dung ở dòng dưới.",
            BODY,
            item.paragraph,
        )


def _is_title(item: Item) -> bool:
    return bool(item.rest) and len(item.rest) < 200 and not item.rest.rstrip().endswith((".", ";", ":"))


def no_capitals(paper: Paper) -> Iterator[Finding]:
    """ND-09: no paragraph of the text in capitals; a short one may be a heading."""
    for item in text_items(paper):
        words = re.findall(r"[^\W\d_]+", item.rest or item.block.text)
        is_heading = item.block.bold or item.block.centred
        if item.block.in_capitals and len(words) >= 8 and not is_heading:
            yield Finding(
                f"Đoạn {quoted(item.block.text, 40)} viết toàn chữ in hoa.",
                "Nội dung viết chữ in thường.",
                BODY,
                item.paragraph,
            )


def text_there(paper: Paper) -> Iterator[Finding]:
    """ND-10: between head and tail there is a text."""
    if paper.quoc_hieu and paper.chu_ky and not (paper.than or paper.o_bang or paper.can_cu):
        yield Finding("Văn bản không có nội dung.", "Viết nội dung giữa phần đầu và phần ký.", BODY)


RULES = (
    Rule("BC-11", PART_II.format("6, điểm đ"), D, "Không có hai điều, khoản, điểm cùng số", no_number_twice, ("than",)),
    Rule("BC-12", PART_II.format("6, điểm đ"), D,
         "Danh sách điểm mở đầu bằng a)", lists_begin, ("than",), severity=Severity.WARNING),
    Rule("BC-13", PART_II.format("6, điểm d"), D,
         "Đã đặt tiêu đề cho điều thì điều nào cũng có", articles_have_titles, ("than",), severity=Severity.WARNING),
    Rule("ND-09", PART_II.format("6, điểm e"), D, "Nội dung viết in thường", no_capitals, ("than",)),
    Rule("ND-10", places(PART_II.format("6"), "Điều 8, khoản 2, điểm e"), D, "Có nội dung", text_there),
)  # fmt: skip
