"""Parts that do not add up to their total, in one sentence: *trong đó*, *gồm*, *tổng số … đã … chưa*."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from cchc_docs.word.check.contents.amounts import OTHER_SCOPE, Amount, amounts, plain, whole_sentences, without_brackets
from cchc_docs.word.check.contents.passages import passages, rule, said
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding

_MARKER = re.compile(r"\b(?P<all>bao gồm|gồm có|gồm|chia ra)\b|\btrong đó(?:,| có|:)?", re.IGNORECASE)
_LEFT = re.compile(r"còn lại|\bđang\b|một số|chủ yếu|như\b|ngoài ra|trùng|đồng thời|riêng", re.IGNORECASE)


def _sides(one: str, other: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE)


# What divides a whole in two: words that tell the one part, and the other.
_PAIRS = (
    _sides(r"\bnam\b", r"\bnữ\b"),
    _sides("trực tuyến", "trực tiếp"),
    _sides("đã (?:hoàn thành|thực hiện|giải quyết)", "chưa (?:hoàn thành|thực hiện|giải quyết)"),
)
_ON_TIME = _sides("đúng hạn|trong hạn|trước hạn", "quá hạn|trễ hạn")
_PERSONS = frozenset(["người", "thành", "đồng"])
_ROLES = re.compile(r"(?:tổ|trưởng|phó|ủy|uỷ|thành|chủ|thư|ban) \w+", re.IGNORECASE)
_TWO_SCALES = re.compile(r"(?:tỷ|tỉ|triệu)\s+\d")
"""*2 tỷ 300 triệu*: one amount of two numbers."""
_DIGIT = re.compile(r"\d")
_OF = re.compile(r"\b(?:thuộc|của|trong|tại|với|cho|trên|từ|theo)\s*$", re.IGNORECASE)


def sums(paper: Paper) -> Iterator[Finding]:
    """SL-04: parts of a total add up to it, where the sentence names all of them; none is more than the total."""
    for paragraph in passages(paper, "rong đó", "gồm", "hia ra", "ổng số"):
        for sentence in whole_sentences(paragraph.text):
            finding = _after_marker(sentence, paragraph) or _done_and_left(sentence, paragraph)
            if finding is not None and not OTHER_SCOPE.search(sentence):
                yield finding


def _after_marker(sentence: str, paragraph: Paragraph) -> Finding | None:
    marker = _MARKER.search(sentence)
    if marker is None:
        return None
    before, rest = sentence[: marker.start()], sentence[marker.end() :]
    if not (_DIGIT.search(before, max(0, len(before) - 120)) and _DIGIT.search(rest)):
        return None
    if before.count("(") > before.count(")"):
        before, rest = before[: before.rindex("(")], rest.partition(")")[0]
    elif (again := _MARKER.search(without_brackets(rest))) is not None:
        rest = rest[: again.start()]
    rest = without_brackets(rest)
    if _TWO_SCALES.search(sentence):
        return None
    totals = amounts(without_brackets(before))
    if not totals or len(before) - totals[-1].number.end > 70 or "/" in rest:
        return None
    return _judged(sentence, paragraph, totals[-1], rest, is_all=marker["all"] is not None)


def _judged(sentence: str, paragraph: Paragraph, total: Amount, rest: str, *, is_all: bool) -> Finding | None:
    parts = _parts_of(total, rest)
    if parts is None or not parts:
        return None
    larger = next((one for one in parts if one.noun == total.noun and total.noun and one.value > total.value), None)
    if larger is not None:
        return said(f"Phần {larger.shown} lớn hơn tổng {total.shown}: “{sentence}”.", "Xem lại hai con số.", paragraph)
    whole = sum((one.value for one in parts), Decimal(0))
    if len(parts) < 2 or whole == total.value or _LEFT.search(rest):
        return None
    resolved = "giải quyết" in sentence[: total.number.at]
    on_time = _is_pair(rest, parts, (_ON_TIME,)) and (resolved or whole > total.value)
    if (is_all and _names_all(parts, total)) or _is_pair(rest, parts, _PAIRS) or on_time:
        return _does_not_add_up(sentence, paragraph, total, parts)
    return None


def _parts_of(total: Amount, rest: str) -> list[Amount] | None:
    """The amounts of the same kind as the total; None where one is of another kind and is no mere remark."""
    parts = []
    scale = total.value / total.number.value if total.number.value else Decimal(1)
    for typed in amounts(rest):
        # “500 triệu đồng, gồm in ấn 200, hội nghị 300”
        one = typed if typed.unit else replace(typed, value=typed.value * scale)
        if one.noun == total.noun or not one.noun or (total.noun in _PERSONS and _ROLES.match(one.unit)):
            parts.append(one)
        elif not _OF.search(rest[: one.number.at]):
            return None
    return parts


def _names_all(parts: list[Amount], total: Amount) -> bool:
    """Return True if all parts are counted alike: each with a noun, or each with a label before it."""
    return total.noun != "" and (all(one.noun for one in parts) or not any(one.noun for one in parts))


def _is_pair(rest: str, parts: list[Amount], pairs: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]) -> bool:
    """Return True if two parts are the two sides of one division, each named beside its number."""
    if len(parts) != 2:
        return False
    cut = parts[1].number.at
    sides = [rest[: parts[0].number.end], rest[parts[0].number.end : cut], rest[cut:]]
    first, second = sides[0] + sides[1].partition(",")[0], sides[1] + sides[2]
    return any(
        (one.search(first) and other.search(second)) or (other.search(first) and one.search(second))
        for one, other in pairs
    )


def _done_and_left(sentence: str, paragraph: Paragraph) -> Finding | None:
    """A total, what is done and what is not: *Tổng số 100 hồ sơ, đã giải quyết 60, chưa giải quyết 30*."""
    if "ổng số" not in sentence:
        return None
    found = amounts(without_brackets(sentence))
    if len(found) != 3 or "tổng" not in sentence[: found[0].number.at].lower() or "/" in sentence:
        return None
    total, done, left = found
    between = sentence[total.number.end : done.number.at].lower()
    after = sentence[done.number.end : left.number.at].lower()
    alike = {one.noun for one in found if one.noun}
    is_split = "đã" in between and re.search(r"chưa|còn", after) and not re.search(r"đang|quá hạn", after)
    if len(alike) != 1 or not is_split or done.value + left.value == total.value:
        return None
    return _does_not_add_up(sentence, paragraph, total, [done, left])


def _does_not_add_up(sentence: str, paragraph: Paragraph, total: Amount, parts: list[Amount]) -> Finding:
    whole = sum((one.value for one in parts), Decimal(0))
    scale = total.value / total.number.value if total.number.value else Decimal(1)
    added = " + ".join(one.number.typed for one in parts)
    return said(
        f"Tổng ghi {total.shown}, nhưng các phần cộng lại là {plain(whole / scale)} ({added}): “{sentence}”.",
        "Xem lại tổng và từng phần.",
        paragraph,
    )


RULES = (rule("SL-04", "Trong một câu, các phần cộng lại bằng tổng", sums),)
