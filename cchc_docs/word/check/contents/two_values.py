"""The same quantity with two values in one paper: 1.883 hồ sơ here, 1.853 there; in text and table."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cchc_docs.text.normal import fold
from cchc_docs.word.check.contents.amounts import OTHER_SCOPE, Amount, amounts, plain, whole_sentences
from cchc_docs.word.check.contents.grids import grids
from cchc_docs.word.check.contents.passages import excerpt, passages, rule, said
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding

_LEAST = 1000
"""Numbers below it are near each other by chance."""
_GROUPED = re.compile(r"\d\.\d{3}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|quý\s+[IVX\d]+|tháng\s+\d+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


class _Said:
    """A number with the words around it that say what it counts."""

    def __init__(self, paragraph: Paragraph, sentence: str, amount: Amount) -> None:
        self.paragraph, self.sentence, self.amount = paragraph, sentence, amount
        before = _WORD.findall(fold(sentence[: amount.number.at]))[-2:]
        after = _WORD.findall(fold(sentence[amount.number.end :]))[:2]
        self.context = (*before, *after) if len(before) == len(after) == 2 else ()
        self.time = _time(sentence, amount.number.at)

    @property
    def shown(self) -> str:
        number = self.amount.number
        return excerpt(self.sentence, number.at, number.end)


def _time(sentence: str, at: int) -> str:
    """The last year, quarter or month named before a number: that of which it tells."""
    named = _YEAR.findall(sentence[:at])
    return fold(named[-1]) if named else ""


def two_values(paper: Paper) -> Iterator[Finding]:
    """SL-08: what the same words count has one value; one with a digit wrong is told."""
    by_context: dict[tuple[str, ...], list[_Said]] = {}
    for one in _all(paper):
        if one.context:
            by_context.setdefault((*one.context, one.time), []).append(one)
    for first, *others in by_context.values():
        values = {one.amount.value for one in (first, *others)}
        elsewhere = (one for one in others if one.shown != first.shown)  # 1.200/1.500 is one quantity
        slip = next((one for one in elsewhere if is_slip(first.amount.value, one.amount.value)), None)
        if slip is not None and len(values) == 2:  # more is a series
            yield _finding(first, slip)


def _finding(first: _Said, other: _Said) -> Finding:
    return said(
        f"Một số liệu có hai giá trị {first.amount.number.typed} và {other.amount.number.typed}: {first.shown} và "
        f"{other.shown}.",
        "Xem lại số nào đúng, rồi ghi thống nhất.",
        other.paragraph,
    )


def _all(paper: Paper) -> Iterator[_Said]:
    for paragraph in passages(paper, "."):
        if not _GROUPED.search(paragraph.text) or paragraph.in_table:
            continue
        for sentence in whole_sentences(paragraph.text):
            if not OTHER_SCOPE.search(sentence):
                for one in amounts(sentence):
                    if one.number.value >= _LEAST and "." in one.number.typed:
                        yield _Said(paragraph, sentence, one)


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Return True if two numbers differ by one digit, or by two that changed places.

    >>> [is_slip(Decimal(1883), Decimal(other)) for other in (1853, 1838, 1953)]
    [True, True, False]
    """
    left, right = f"{one:f}", f"{other:f}"
    if len(left) != len(right) or left == right:
        return False
    places = [place for place, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    swapped = len(places) == 2 and places[1] == places[0] + 1 and left[places[0]] == right[places[1]]
    return len(places) == 1 or (swapped and left[places[1]] == right[places[0]])


def text_and_table(paper: Paper) -> Iterator[Finding]:
    """SL-09: a total in the text is the one of the table, where it is that but for a digit."""
    tables = list(grids(paper))
    typed = {value for grid in tables for row, column in grid.cells if (value := grid.value(row, column)) is not None}
    totals = [
        (grid, column, value)
        for grid in tables
        for row in grid.total_rows()
        for column in grid.columns
        if (value := grid.value(row, column)) is not None and value >= _LEAST
    ]
    in_text = list(_all(paper)) if totals else []
    values = {one.amount.value for one in in_text}
    for one in in_text:
        if one.amount.value in typed or "tổng" not in one.sentence.lower():
            continue
        for grid, column, value in totals:
            if is_slip(one.amount.value, value) and value not in values:
                yield said(
                    f"Lời văn ghi {one.amount.number.typed}, bảng {grid.number} ghi tổng {plain(value)} "
                    f"(cột “{grid.heading(column, grid.total_rows()[0])}”): {one.shown}.",
                    "Xem lại số nào đúng, rồi ghi thống nhất.",
                    one.paragraph,
                )
                break


RULES = (
    rule("SL-08", "Một số liệu chỉ có một giá trị trong cả văn bản", two_values),
    rule("SL-09", "Tổng trong lời văn và trong bảng là một", text_and_table),
)
