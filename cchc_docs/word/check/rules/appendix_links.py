"""Check how appendices and the paper name each other (NĐ 30/2020, Phụ lục I, Phần I, Mục III, khoản 1)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from cchc_docs.problems import Severity
from cchc_docs.text.normal import fold
from cchc_docs.text.numbering import roman
from cchc_docs.word.check.kinds_of_paper import kind_named
from cchc_docs.word.check.paper import Appendix, Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import PART_III, D, quoted

_PART = "Phụ lục"
_HEAD = re.compile(r"(?i:phụ lục)\s*(?:số\s*)?(?P<number>[IVXLC]+)\b")
_NAMED = re.compile(
    r"(?i:phụ lục)\s+(?:số\s+)?(?P<numbers>[IVXLC]+\b(?:\s*(?:,|và|;|-|–|đến)\s*[IVXLC]+\b)*)(?=(?P<after>.{0,40}))"
)
_OF_OTHERS = re.compile(
    r"\s*(\(?(ban hành )?kèm theo |của |tại |thuộc )?(Nghị|Thông|Quyết|Luật|Công văn|Hướng dẫn|Chỉ thị)"
)


def _number(one: Appendix) -> str:
    found = _HEAD.match(one.head.text)
    return "" if found is None else found["number"]


def in_order(paper: Paper) -> Iterator[Finding]:
    """PL-09: I, II, III, without gap or repeat."""
    for number, one in enumerate(paper.phu_luc, 1):
        own = _number(one)
        if len(paper.phu_luc) > 1 and own and own != roman(number):
            yield Finding(
                f"Phụ lục thứ {number} mang số “{own}”.",
                f"Đánh số liên tiếp từ I: phụ lục này là “Phụ lục {roman(number)}”.",
                _PART,
                one.head.paragraph,
            )


def _named_in(paper: Paper) -> set[str]:
    """The Roman numbers of appendices that the text names, those of other papers left out; a span names all between."""
    words = " ".join(one.full_text for one in paper.document.paragraphs[: paper.cuoi_tu])
    found = set[str]()
    order = [roman(number) for number in range(1, 40)]
    for one in _NAMED.finditer(words):
        if _OF_OTHERS.match(one["after"]):
            continue
        parts = re.findall(r"[IVXLC]+|đến|-|–", one["numbers"])
        found.update(part for part in parts if part.isalpha() and part.isupper())
        for (first, sign), (_, last) in pairwise(pairwise(parts)):
            if sign in {"đến", "-", "–"} and first in order and last in order:
                found.update(order[order.index(first) : order.index(last) + 1])
    return found


def each_named(paper: Paper) -> Iterator[Finding]:
    """PL-10: where the text names appendices by number, it names each of them, and none that is not there."""
    own = {_number(one): one for one in paper.phu_luc if _number(one)}
    named = _named_in(paper)
    if not named or len(own) < len(paper.phu_luc):
        return
    for number, one in own.items():
        if number not in named:
            yield Finding(
                f"Nội dung văn bản không nhắc đến Phụ lục {number}.",
                f"Thêm chỉ dẫn “(chi tiết tại Phụ lục {number})” ở chỗ thích hợp trong nội dung.",
                _PART,
                one.head.paragraph,
            )
    for number in sorted(named - own.keys()):
        yield Finding(
            f"Nội dung nhắc đến Phụ lục {number} nhưng trong tệp không có phụ lục ấy.",
            "Thêm phụ lục, sửa số, hoặc bỏ qua nếu phụ lục ở tệp khác.",
            _PART,
            severity=Severity.WARNING,
        )


_REFERENCE = re.compile(
    r"kèm theo\s+(?P<kind>[^\d/]*?)\s*số\s*:?\s*(?P<number>\d*)[\s.…_]*/\s*(?P<mark>[^\s,;)]*)"
    r"(?:[\s,]*ngày\s*(?P<day>\d*)[\s.…_]*tháng\s*(?P<month>\d*)[\s.…_]*năm\s*(?P<year>\d*)[\s.…_]*)?"
    r"(?:\s*của\s+(?P<organ>[^()]*?))?\s*\)?\s*\.?$",
    re.IGNORECASE | re.DOTALL,
)
_OWN_NUMBER = re.compile(r"\s*Số\s*:?\s*(?P<number>\d*)[\s.…_]*/\s*(?P<mark>\S+)", re.IGNORECASE)
_OWN_DATE = re.compile(r"ngày\s*(\d+)\s*tháng\s*(\d+)\s*năm\s*(\d+)")


def _references(paper: Paper) -> Iterator[tuple[Appendix, re.Match[str]]]:
    for one in paper.phu_luc:
        text = " ".join(" ".join(block.text for block in one.reference).split())
        found = _REFERENCE.search(text)
        if found is not None:
            yield one, found


def of_this_paper(paper: Paper) -> Iterator[Finding]:
    """PL-11: the reference names the kind, number, date and organ of the paper itself, as far as both are filled in."""
    own_number = _OWN_NUMBER.match(paper.so[0].text) if paper.so else None
    own_date = _OWN_DATE.search(paper.ngay[0].text) if paper.ngay else None
    for one, found in _references(paper):
        wrong = list(_unlike(paper, found, own_number, own_date))
        if wrong:
            yield Finding(
                f"Dòng “Kèm theo” của {quoted(one.head.text)} ghi {'; '.join(wrong)}.",
                "Ghi đúng tên loại, số, ký hiệu, ngày và cơ quan ban hành của chính văn bản này.",
                _PART,
                one.reference[0].paragraph,
            )


def _unlike(
    paper: Paper, found: re.Match[str], number: re.Match[str] | None, date: re.Match[str] | None
) -> Iterator[str]:
    kind = kind_named(found["kind"].strip())
    if kind and paper.loai and kind != paper.loai:
        yield f"“{found['kind'].strip()}”, văn bản là {paper.loai.lower()}"
    if number is not None:
        if found["number"] and number["number"] and int(found["number"]) != int(number["number"]):
            yield f"số {found['number']}, văn bản số {number['number']}"
        if re.search(r"\w", found["mark"]) and found["mark"] != number["mark"]:
            yield f"ký hiệu “{found['mark']}”, văn bản có “{number['mark']}”"
    dated = [found[name] for name in ("day", "month", "year")]
    if date is not None and all(dated) and [int(part) for part in dated] != [int(part) for part in date.groups()]:
        yield f"ngày {'/'.join(dated)}, văn bản ngày {'/'.join(date.groups())}"
    if found["organ"] and not _same_organ(found["organ"], " ".join(block.visible for block in paper.ban_hanh)):
        yield f"của {found['organ'].strip()}, văn bản của {' '.join(block.visible for block in paper.ban_hanh)}"


def _same_organ(named: str, issuer: str) -> bool:
    """Return True if two names may mean one organ: one opens the other, short forms written out."""
    one, two = (
        re.sub(r"\bubnd\b", "ủy ban nhân dân", re.sub(r"\bhđnd\b", "hội đồng nhân dân", fold(text).replace("uỷ", "ủy")))
        for text in (named.strip(" ."), issuer)
    )
    if not two or not one or one.startswith((".", "…")):
        return True
    words_of_kind = one.split()[0] == two.split()[0]
    return one in two or two in one or (words_of_kind and len(set(one.split()) & set(two.split())) >= 2)


def reference_complete(paper: Paper) -> Iterator[Finding]:
    """PL-12: the reference has number, date and organ; blanks only where the paper has them too."""
    filled = bool(paper.so and re.match(r"\s*Số\s*:?\s*\d", paper.so[0].text, re.IGNORECASE))
    for one, found in _references(paper):
        missing = [
            word
            for word, has in (("ngày tháng năm", found["year"] is not None), ("cơ quan ban hành", found["organ"]))
            if not has
        ]
        if missing:
            yield Finding(
                f"Dòng “Kèm theo” của {quoted(one.head.text)} thiếu {', '.join(missing)}.",
                "Ghi “(Kèm theo … số …/… ngày … tháng … năm … của …)”.",
                _PART,
                one.reference[0].paragraph,
                severity=Severity.WARNING,
            )
        elif filled and not found["number"]:
            yield Finding(
                f"Văn bản đã có số mà dòng “Kèm theo” của {quoted(one.head.text)} còn để trống số.",
                "Văn bản giấy điền đủ số, ngày; văn bản điện tử được để trống.",
                _PART,
                one.reference[0].paragraph,
                severity=Severity.NOTE,
            )


RULES = (
    Rule("PL-09", PART_III.format("1, điểm a"), D,
         "Các phụ lục đánh số I, II, III liên tiếp", in_order, ("phu_luc",)),
    Rule("PL-10", PART_III.format("1, điểm a"), D,
         "Nội dung chỉ dẫn đến từng phụ lục; phụ lục được nhắc đến đều có", each_named, ("phu_luc",)),
    Rule("PL-11", PART_III.format("1, điểm c"), D,
         "Dòng “(Kèm theo …)” ghi đúng số, ngày, cơ quan của chính văn bản", of_this_paper, ("phu_luc",)),
    Rule("PL-12", PART_III.format("1, điểm c"), D,
         "Dòng “(Kèm theo …)” đủ số, ngày, cơ quan", reference_complete, ("phu_luc",)),
)  # fmt: skip
