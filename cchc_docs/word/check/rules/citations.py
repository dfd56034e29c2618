"""Papers and laws that a text cites: in full first, short later (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 6)."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.word.check.levels import BASIS
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import BODY, PART_II, D, quoted, text_items

_KINDS = (
    "Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Công văn|Thông báo|Báo cáo|Tờ trình|"
    "Hướng dẫn|Chương trình|Đề án|Công điện|Kết luận|Quy định|Quy chế"
)
CITED = re.compile(
    rf"(?P<kind>{_KINDS}) số:? ?(?P<number>\d+[^\s,;()./]*/[^\s,;()]*[^\s,;().])"
    r"(?P<dated>,? ngày \d{1,2}(/| tháng )\d{1,2}(/| năm )\d{4})?(?=(?P<after>.{0,160}))",
    re.DOTALL,
)
"""A citation with a number: its date where one follows, and what comes after."""
_ORGAN = re.compile(r"[\s,]*(của|do) ")
_SUMMARY = re.compile(
    r"\b(về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|thành lập|giao|triển khai|thực hiện|công bố|"
    r"thông qua|tăng cường|đẩy mạnh|tổ chức|kèm theo|phân công|kiện toàn|kiểm tra|đề nghị|báo cáo|trình|xin|lấy|góp|"
    r"kết luận|chương trình|kế hoạch|công tác|năm \d{4})\b",
    re.IGNORECASE,
)


def basis_has_organ(paper: Paper) -> Iterator[Finding]:
    """CC-09: a basis with a number and a date also names the organ, and says what the paper is about."""
    for block in paper.can_cu:
        found = CITED.search(block.text)
        if found is None or not found["dated"] or re.match(r"\s*(Theo|Xét) ", block.text):
            continue
        rest = block.text[found.end("dated") :]
        organ = _ORGAN.match(rest)
        if organ is None and not re.match(r"\s*\(", rest):
            what, hint = "chưa ghi cơ quan ban hành", "Sau ngày tháng ghi “của” và tên cơ quan ban hành."
        elif organ is not None and not _SUMMARY.search(rest[organ.end() :]):
            what, hint = "chưa ghi trích yếu", "Sau tên cơ quan ban hành ghi trích yếu: “về …”, “quy định …”."
        else:
            continue
        yield Finding(f"Căn cứ {quoted(block.text, 50)} {what}.", hint, "Căn cứ", block.paragraph)


def bases_above(paper: Paper) -> Iterator[Finding]:
    """CC-10: all bases stand together, above the text."""
    for item in paper.than:
        block = item.block
        is_basis = BASIS.match(block.text) and block.text.startswith("Căn cứ") and CITED.search(block.text)
        if is_basis and block.italic and block.text.endswith(";"):
            yield Finding(
                f"Căn cứ {quoted(block.text, 50)} nằm trong nội dung.",
                "Các căn cứ đặt liền nhau ngay dưới trích yếu (với quyết định: dưới dòng thẩm quyền).",
                "Căn cứ",
                block.paragraph,
            )


def first_in_full(paper: Paper) -> Iterator[Finding]:
    """VD-01: what the text cites for the first time has its date and its organ."""
    own = paper.so[0].text.strip().rpartition("-")[2] if paper.so else ""
    known = {found["number"] for block in paper.can_cu for found in CITED.finditer(block.text)}
    for block in (item.block for item in text_items(paper)):
        for found in CITED.finditer(block.text):
            if found["number"] in known:
                continue
            known.add(found["number"])
            missing = []
            if not found["dated"] and not re.match(r",? ngày|\s*\(", found["after"]):
                missing.append("ngày tháng năm")
            if not (own and found["number"].endswith(own)) and not re.search(r"\b(của|do)\b", found["after"][:60]):
                missing.append("cơ quan ban hành")
            if missing:
                yield Finding(
                    f"Viện dẫn lần đầu “{found['kind']} số {found['number']}” thiếu {', '.join(missing)}.",
                    "Lần đầu ghi đủ tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành và trích yếu.",
                    BODY,
                    block.paragraph,
                )


_LAW = re.compile(
    r"\b(?P<law>Bộ luật|Luật|Pháp lệnh) [^\d;.]{2,80}?(?P<extra>(?:số ?)?\d+/\d{4}/(?:QH|UBTVQH|PL-UBTVQH)\d+)"
)


def laws_by_name(paper: Paper) -> Iterator[Finding]:
    """VD-02: laws and ordinances are cited by their name."""
    for block in (item.block for item in text_items(paper)):
        found = _LAW.search(block.text)
        if found is not None:
            yield Finding(
                f"Viện dẫn {found['law'].lower()} có ghi số “{found['extra']}”.",
                "Luật, Pháp lệnh chỉ ghi tên loại và tên.",
                BODY,
                block.paragraph,
            )


def later_short(paper: Paper) -> Iterator[Finding]:
    """VD-03: what was cited before is cited by kind and number only."""
    known = set[str]()
    for block in (item.block for item in text_items(paper)):
        for found in CITED.finditer(block.text):
            if found["number"] in known and found["dated"]:
                yield Finding(
                    f"“{found['kind']} số {found['number']}” đã viện dẫn ở trên mà ghi lại cả ngày tháng.",
                    f"Các lần sau chỉ ghi “{found['kind']} số {found['number']}”.",
                    BODY,
                    block.paragraph,
                )
            known.add(found["number"])


RULES = (
    Rule("CC-09", PART_II.format("6, điểm a"), D,
         "Căn cứ ghi cơ quan ban hành và trích yếu", basis_has_organ, ("can_cu",), severity=Severity.WARNING),
    Rule("CC-10", PART_II.format("6, điểm a"), D,
         "Các căn cứ ở dưới trích yếu, trên nội dung", bases_above, ("than",), severity=Severity.WARNING),
    Rule("VD-01", PART_II.format("6, điểm b"), D,
         "Viện dẫn lần đầu ghi đủ ngày tháng, cơ quan ban hành", first_in_full, ("than",), severity=Severity.NOTE),
    Rule("VD-02", PART_II.format("6, điểm b"), D,
         "Viện dẫn luật, pháp lệnh chỉ ghi tên", laws_by_name, ("than",), severity=Severity.WARNING),
    Rule("VD-03", PART_II.format("6, điểm b"), D,
         "Viện dẫn các lần sau chỉ ghi tên loại, số, ký hiệu", later_short, ("than",), severity=Severity.NOTE),
)  # fmt: skip
