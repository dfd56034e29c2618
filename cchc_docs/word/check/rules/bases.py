"""The bases and the order of a decision (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 6; Phụ lục III, mẫu 1.1 ff.)."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.word.check import mends
from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.kinds_of_paper import DECISIONS
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import DECISION_SAMPLES, PART_II, D, Look, S, looks, quoted


def bases_look(paper: Paper) -> Iterator[Finding]:
    """CC-01: italic, 13 to 14."""
    return looks(paper.can_cu, "Căn cứ", Look(13, 14, italic=True, bold=False))


def bases_end(paper: Paper) -> Iterator[Finding]:
    """CC-02: each on its own line, ``;`` at the end, the last ``.``; a proposal may close them with its own ``.``."""
    for number_, block in enumerate(paper.can_cu):
        following = paper.can_cu[number_ + 1 :]
        ends = "." if not following else ";"
        closes = bool(following) and block.text.endswith(".") and all(_is_proposal(one) for one in following)
        if block.text.rstrip().endswith(ends) or closes:
            continue
        right = block.text.rstrip(" .;,:") + ends
        yield Finding(
            f"Căn cứ {quoted(block.text, 40)} kết thúc bằng {quoted(block.text.rstrip()[-1:])}.",
            "Cuối mỗi căn cứ có dấu chấm phẩy, căn cứ cuối cùng có dấu chấm.",
            "Căn cứ",
            block.paragraph,
            mends.text(block, right),
        )


def _is_proposal(block: Block) -> bool:
    return block.key.startswith(("theo_de_nghi", "xet_de_nghi"))


_LAW = re.compile(r"\b(Luật|Pháp lệnh|Bộ luật|Hiến pháp)\b")
_OTHER = re.compile(r"\b(Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Thông báo|Công văn)\b")


_LAWGIVER = re.compile(r"của (Quốc hội|Ủy ban [Tt]hường vụ Quốc hội)(?=\s*(khóa\b|[;.,(]|$))")
"""The organ after a law's name; *Luật Hoạt động giám sát của Quốc hội và …* has it inside."""


def bases_law(paper: Paper) -> Iterator[Finding]:
    """CC-03: laws and ordinances are cited by name (and date) only."""
    for block in paper.can_cu:
        law = _LAW.search(block.text)
        other = _OTHER.search(block.text)
        if law is None or (other is not None and other.start() < law.start()):
            continue
        found = re.search(r"(số\s+)?\d+/\d{4}/(QH|UBTVQH)\d*", block.text) or _LAWGIVER.search(block.text)
        if found is not None:
            yield Finding(
                f"Căn cứ luật, pháp lệnh có ghi {'cơ quan' if found.re is _LAWGIVER else 'số, ký hiệu'} “{found[0]}”.",
                "Luật, Pháp lệnh chỉ ghi tên (và ngày tháng năm), không ghi số, ký hiệu, cơ quan ban hành.",
                "Căn cứ",
                block.paragraph,
            )


def bases_complete(paper: Paper) -> Iterator[Finding]:
    """CC-04: other bases have number and date."""
    for block in paper.can_cu:
        found = _OTHER.search(block.text)
        if found is None or ((law := _LAW.search(block.text)) is not None and law.start() < found.start()):
            continue
        if not re.search(r"\bsố\b", block.text) or not re.search(r"ngày[\s.…_]*[\d.…_]", block.text):
            yield Finding(
                f"Căn cứ {quoted(block.text)} chưa đủ số, ký hiệu và ngày tháng năm.",
                "Ghi tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành và trích yếu.",
                "Căn cứ",
                block.paragraph,
            )


def order_look(paper: Paper) -> Iterator[Finding]:
    """CC-05: who decides and *QUYẾT ĐỊNH:* are capitals, bold, in the middle."""
    look = Look(13, 14, bold=True, capitals=True, centred=True)
    yield from looks(paper.tham_quyen, "Thẩm quyền ban hành", look)
    yield from looks(paper.lenh, "Dòng lệnh", look)
    for block in paper.lenh:
        if not block.text.endswith(":"):
            yield Finding(
                f"{quoted(block.text)} thiếu dấu hai chấm.",
                f"Viết “{block.visible}:”.",
                "Dòng lệnh",
                block.paragraph,
                mends.text(block, f"{block.text}:"),
            )


def order_there(paper: Paper) -> Iterator[Finding]:
    """CC-06: a decision says who decides, and *QUYẾT ĐỊNH:*."""
    if paper.loai not in DECISIONS:
        return
    word = "QUYẾT ĐỊNH:" if paper.loai == "Quyết định" else "QUYẾT NGHỊ:"
    if not paper.lenh:
        yield Finding(
            f"Không thấy dòng “{word}” trước phần nội dung.",
            f"Ghi “{word}” in hoa, đậm, canh giữa sau các căn cứ.",
            "Dòng lệnh",
        )
    if not paper.tham_quyen:
        yield Finding(
            "Không thấy dòng thẩm quyền ban hành trên các căn cứ.",
            "Ghi chức vụ người đứng đầu hoặc tên tập thể, in hoa, đậm, canh giữa, dưới trích yếu.",
            "Thẩm quyền ban hành",
        )


RULES = (
    Rule("CC-01", PART_II.format("6, điểm a"), D,
         "Căn cứ: in thường, nghiêng, cỡ 13 đến 14", bases_look, ("can_cu",), mends=True),
    Rule("CC-02", PART_II.format("6, điểm a"), D,
         "Mỗi căn cứ một dòng, cuối dòng dấu chấm phẩy, dòng cuối dấu chấm", bases_end, ("can_cu",), mends=True),
    Rule("CC-03", PART_II.format("6, điểm a"), D,
         "Luật, Pháp lệnh trong căn cứ không ghi số, ký hiệu, cơ quan ban hành", bases_law, ("can_cu",)),
    Rule("CC-04", PART_II.format("6, điểm a"), D,
         "Văn bản khác trong căn cứ ghi đủ số, ký hiệu, ngày tháng năm",
         bases_complete, ("can_cu",), severity=Severity.WARNING),
    Rule("CC-05", DECISION_SAMPLES, S,
         "Thẩm quyền ban hành và “QUYẾT ĐỊNH:” in hoa, đậm, canh giữa", order_look, ("tham_quyen", "lenh"), mends=True),
    Rule("CC-06", DECISION_SAMPLES, S,
         "Quyết định, nghị quyết có dòng thẩm quyền và dòng “QUYẾT ĐỊNH:”", order_there, ("ten_loai",)),
)  # fmt: skip
