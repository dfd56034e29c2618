"""Percentages that their own two numbers contradict, and those above 100 % of a whole."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from cchc_docs.problems import Severity
from cchc_docs.text.figures import value_of
from cchc_docs.text.formats import plain_number
from cchc_docs.word.check.contents.amounts import OTHER_SCOPE, amounts, whole_sentences
from cchc_docs.word.check.contents.passages import excerpt, passages, rule, said
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding

_N = r"\d{1,3}(?:\.\d{3})+|\d+"
_PERCENT = r"(?P<p>\d{1,4}(?:[.,]\d{1,4})?)\s*%"
_END = r"(?=\s*(?:$|[,;)]|\.(?!\d)))"
_FRACTION = re.compile(
    rf"(?<![\w.,/-])(?P<a>{_N})\s*/\s*(?P<b>{_N})(?![\w/-]|[.,]\d)(?P<between>[^\d.;%/]{{0,60}}?){_PERCENT}{_END}"
)
_RATE = r"\s*(?:tỷ lệ|tỉ lệ|là|:|với)?\s*$"
_LINK = re.compile(rf"(?:=|[(,;]\s*(?:đạt|bằng|tương ứng|tương đương)|\bchiếm|[(,]){_RATE}", re.IGNORECASE)
_MAYBE = re.compile(rf"\bđạt{_RATE}", re.IGNORECASE)
_DATE_BEFORE = re.compile(r"\b(?:ngày|đến|từ|hết|trước|sau|tháng|số|sáng|chiều|thứ|hạng|vị trí)\s*$", re.IGNORECASE)


def fractions(paper: Paper) -> Iterator[Finding]:
    """SL-05: ``11/49 (22,45%)``, ``từ 40 lên 50, tăng 25%``: a percentage is that of its two numbers."""
    for paragraph in passages(paper, "%"):
        text = paragraph.text
        yield from _of_fractions(text, paragraph)
        yield from _of_changes(text, paragraph)
        if "hiếm" in text:
            for sentence in whole_sentences(text):
                yield from _of_shares(sentence, paragraph)


def _of_fractions(text: str, paragraph: Paragraph) -> Iterator[Finding]:
    for found in _FRACTION.finditer(text):
        part, whole, percent = value_of(found["a"]), value_of(found["b"]), _percent(found["p"])
        is_sure = _LINK.search(found["between"]) is not None
        is_month = part <= 12 and 1900 < whole < 2100
        if whole == 0 or is_month or _DATE_BEFORE.search(text[: found.start()]):
            continue
        if OTHER_SCOPE.search(found["between"]):
            continue
        # “45/50 đơn vị đạt 100%” may say what 45 of them reach.
        if not is_sure and (not _MAYBE.search(found["between"]) or percent == 100):
            continue
        right = part * 100 / whole
        if not _agree(right, found["p"]):
            yield said(
                f"{found['a']}/{found['b']} là {_shown(right, found['p'])}%, văn bản ghi {found['p']}%: "
                f"{excerpt(text, found.start(), found.end())}.",
                "Xem lại tử số, mẫu số và tỷ lệ.",
                paragraph,
                None if is_sure else Severity.NOTE,
            )


_UNIT = r"\s+[^\W\d_]+(?:\s[^\W\d_]+)?"
_CHANGE = re.compile(
    rf"\btừ\s+(?P<a>{_N})(?P<one>{_UNIT})?\s+(?:tăng lên|giảm xuống|giảm còn|xuống còn|lên|xuống|còn)\s+"
    rf"(?P<b>{_N})(?P<two>{_UNIT})?\s*[,(]\s*(?:tương ứng\s+|tức\s+)?(?:tăng|giảm)\s+{_PERCENT}{_END}",
    re.IGNORECASE,
)


def _of_changes(text: str, paragraph: Paragraph) -> Iterator[Finding]:
    for found in _CHANGE.finditer(text):
        old, new = value_of(found["a"]), value_of(found["b"])
        if old == 0 or (found["one"] and found["two"] and found["one"] != found["two"]):
            continue
        right = abs(new - old) * 100 / old
        if not _agree(right, found["p"]):
            way = "tăng" if new > old else "giảm"
            yield said(
                f"Từ {found['a']} đến {found['b']} là {way} {_shown(right, found['p'])}%, văn bản ghi {found['p']}%: "
                f"{excerpt(text, found.start(), found.end())}.",
                "Xem lại hai con số và tỷ lệ.",
                paragraph,
            )


_SHARE = re.compile(rf"\bchiếm(?: tỷ lệ| tỉ lệ)?\s+{_PERCENT}(?:{_END}|(?=\s+tổng số))", re.IGNORECASE)


def _of_shares(sentence: str, paragraph: Paragraph) -> Iterator[Finding]:
    """*Tổng số 49 đơn vị, trong đó 11 đơn vị …, chiếm 22,45%*: two counts of one noun, one percentage after them."""
    shares = list(_SHARE.finditer(sentence))
    counted = amounts(sentence)
    if len(shares) != 1 or sentence.count("%") != 1 or len(counted) != 2 or OTHER_SCOPE.search(sentence):
        return
    whole, part = counted
    after_part = 0 <= shares[0].start() - part.number.end <= 60
    opening = sentence[: whole.number.at] + sentence[whole.number.end : part.number.at]
    is_whole = re.search(r"tổng|trong đó|trong số", opening, re.IGNORECASE)
    if not is_whole or not after_part or whole.noun != part.noun or not 0 < part.value <= whole.value:
        return
    right = part.value * 100 / whole.value
    if not _agree(right, shares[0]["p"]):
        yield said(
            f"{part.shown} trên {whole.shown} là {_shown(right, shares[0]['p'])}%, văn bản ghi {shares[0]['p']}%: "
            f"“{sentence}”.",
            "Xem lại hai con số và tỷ lệ.",
            paragraph,
        )


_OF_A_WHOLE = re.compile(
    rf"\bchiếm(?: tỷ lệ| tỉ lệ)?\s+{_PERCENT}"
    rf"|\btỷ lệ\b[^.;\d%]{{0,60}}(?:đúng hạn|trực tuyến|hài lòng|số hóa|số hoá|không dùng tiền mặt)[^.;\d%]{{0,30}}?"
    rf"{_PERCENT.replace('<p>', '<p2>')}",
    re.IGNORECASE,
)
_OF_A_PLAN = re.compile(r"so với|kế hoạch|chỉ tiêu|dự toán|mục tiêu|nhiệm vụ|giao|cùng kỳ|KH\b|vượt")


def more_than_all(paper: Paper) -> Iterator[Finding]:
    """SL-06: no part of a whole is more than 100 %; of a plan it may be."""
    for paragraph in passages(paper, "%"):
        for found in _OF_A_WHOLE.finditer(paragraph.text):
            typed = found["p"] or found["p2"]
            around = found[0] + paragraph.text[found.end() : found.end() + 40]
            is_plan = _OF_A_PLAN.search(around.partition(typed)[2]) or OTHER_SCOPE.search(found[0])
            if _percent(typed) > 100 and not is_plan:
                shown = excerpt(paragraph.text, found.start(), found.end())
                yield said(
                    f"Phần của một tổng không thể là {typed}%: {shown}.",
                    "Xem lại tử số và mẫu số, hoặc ghi rõ so với kế hoạch nào.",
                    paragraph,
                )


def _percent(typed: str) -> Decimal:
    return Decimal(typed.replace(",", "."))


def _places(typed: str) -> int:
    return len(typed.replace(",", ".").partition(".")[2])


def _agree(right: Decimal, typed: str) -> bool:
    """Return True if a percentage is the right one, rounded or cut to as many decimals as it is typed with."""
    return abs(right - _percent(typed)) <= Decimal(10) ** -_places(typed)


def _shown(right: Decimal, typed: str) -> str:
    return plain_number(right.quantize(Decimal(10) ** -max(_places(typed), 1), ROUND_HALF_UP))


RULES = (
    rule("SL-05", "Tỷ lệ phần trăm đúng với hai con số của nó", fractions),
    rule("SL-06", "Phần của một tổng không quá 100%", more_than_all),
)
