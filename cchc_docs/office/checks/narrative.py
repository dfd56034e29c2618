"""Words against numbers: a typed number that contradicts a stored one, sums in a sentence, decimals, leading zeros."""

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from cchc_docs.office.checks.common import NarrativeParagraph, cell, notice, paragraphs, warning, words_in
from cchc_docs.office.figures.catalog import RATIO, ChiSo
from cchc_docs.office.figures.history import History
from cchc_docs.office.figures.rounding import shown
from cchc_docs.office.figures.values import Figure
from cchc_docs.problems import Problem
from cchc_docs.text.figures import Number, numbers
from cchc_docs.text.normal import fold

_NEAR = Decimal("0.34")
"""The largest difference of a typed number from a stored one that it is compared with, as a share of the larger."""
_SMALLEST = 10
"""Counts below it are told by their words, not by their size."""
_OTHER_SCOPE = (
    "so với",
    "cùng kỳ",
    "năm trước",
    "kỳ trước",
    "chỉ tiêu",
    "phấn đấu",
    "kế hoạch giao",
    "mục tiêu",
    "dự kiến",
)
"""Words of sentences that speak of other figures than this period's."""
_COUNTED = (
    "đơn vị",
    "văn bản",
    "nhiệm vụ",
    "hồ sơ",
    "cuộc",
    "lớp",
    "thủ tục",
    "sáng kiến",
    "mô hình",
    "quyết định",
    "kế hoạch",
)
_BARE_DIGIT = re.compile(rf"(?<![\w.,/%-])([1-9])\s+({'|'.join(_COUNTED)})\b", re.IGNORECASE)
_PADDED = re.compile(rf"(?<![\w.,/%-])0[1-9]\s+({'|'.join(_COUNTED)})\b", re.IGNORECASE)


def contradictions(history: History) -> Iterator[Problem]:
    """No number in a sentence about an indicator is near its stored figure and yet another one."""
    for paragraph in paragraphs(history):
        period = history[paragraph.ky.ma]
        figures = period.of(paragraph.unit)
        for sentence in paragraph.sentences:
            typed = numbers(sentence)
            if not typed or any(words in fold(sentence) for words in _OTHER_SCOPE):
                continue
            meant = [one for one in period.catalog.values() if one.tu_khoa and words_in(sentence, one.tu_khoa)]
            yield from _contradiction(history, paragraph, typed, meant, figures)


def _contradiction(
    history: History,
    paragraph: NarrativeParagraph,
    typed: list[Number],
    meant: list[ChiSo],
    figures: Mapping[str, Figure],
) -> Iterator[Problem]:
    stored = [(one, value) for one in meant if isinstance(value := figures[one.ma].gia_tri, Decimal)]
    said = {number.value for number in typed}
    for number in typed:
        same_kind = [(one, value) for one, value in stored if (one.loai == RATIO) == number.is_percent]
        if any(_is(number, value) for _, value in same_kind) or (number.value < _SMALLEST and not number.is_percent):
            continue
        near = [
            (abs(value - number.value), one, value)
            for one, value in same_kind
            if _is_near(number.value, value) and not any(_same(value, other) for other in said)
        ]
        if near:
            _, one, value = min(near, key=lambda found: found[0])
            sign = "%" if number.is_percent else ""
            yield warning(
                "loi_lech_so_lieu",
                paragraph.where,
                f"Câu này ghi {number.typed}{sign}, nhưng chỉ số {one.ma} ({one.ten}) là {shown(value, one.loai)}{sign}"
                f"{_at(history, paragraph, one)}.",
                f"Nếu nói về cùng con số thì trích bằng mã: [[{one.ma}]].",
            )
            return


def _at(history: History, paragraph: NarrativeParagraph, one: ChiSo) -> str:
    """Say where the stored figure is typed, if it is."""
    period = history[paragraph.ky.ma]
    if period.typed(one.ma, paragraph.unit) is None:
        return ""
    return f" ({cell(history.data, paragraph.ky.ma, paragraph.unit, one.ma)})"


def _is(number: Number, value: Decimal) -> bool:
    """Return True if the typed number is the stored one, as exact as typed or rounded as tables print it."""
    return _same(value, number.value)


def _same(value: Decimal, typed: Decimal) -> bool:
    return typed in {value, value.quantize(Decimal("0.01"), ROUND_HALF_UP)}


def _is_near(typed: Decimal, value: Decimal) -> bool:
    larger = max(abs(typed), abs(value))
    return larger > 0 and abs(typed - value) <= larger * _NEAR


def sums(history: History) -> Iterator[Problem]:
    """A total, what is done and what is not, in one sentence, add up (*tổng số 100, đã 60, chưa 40*)."""
    for paragraph in paragraphs(history):
        for sentence in paragraph.sentences:
            typed = [number for number in numbers(sentence) if not number.is_percent]
            folded = fold(sentence)
            if len(typed) != 3 or "tổng" not in folded[: max(typed[0].at, 1)]:
                continue
            total, done, left = typed
            between, after = folded[total.at : done.at], folded[done.at : left.at]
            is_split = "đã" in between and ("chưa" in after or "còn" in after)
            if is_split and done.value + left.value != total.value:
                what = (
                    f"Câu này ghi tổng số {total.typed}, nhưng {done.typed} cộng {left.typed} là {_plain(done, left)}."
                )
                yield warning("cong_khong_khop", paragraph.where, what, "Xem lại ba con số.")


def _plain(*parts: Number) -> str:
    return shown(sum((part.value for part in parts), Decimal(0)), "số đếm")


def decimals(history: History) -> Iterator[Problem]:
    """Percentages of one sentence have the same number of decimals; whole ones such as 100% are exact."""
    for paragraph in paragraphs(history):
        for sentence in paragraph.sentences:
            typed = [number.typed for number in numbers(sentence) if number.is_percent and number.value not in {0, 100}]
            places = {len(one.partition(",")[2]) for one in typed}
            if len(places) > 1:
                what = f"Trong một câu, các tỷ lệ có số chữ số lẻ khác nhau: {', '.join(f'{one}%' for one in typed)}."
                yield notice("lech_so_le", paragraph.where, what, "Viết cùng hai chữ số lẻ, hoặc trích bằng mã.")


def leading_zeros(history: History) -> Iterator[Problem]:
    """Counts below ten are written alike throughout a report: 02 đơn vị, 08 đơn vị."""
    by_report: dict[tuple[str, str], list[NarrativeParagraph]] = {}
    for paragraph in paragraphs(history):
        by_report.setdefault((paragraph.ky.ma, paragraph.unit), []).append(paragraph)
    for report in by_report.values():
        if not any(_PADDED.search(paragraph.text) for paragraph in report):
            continue
        for paragraph in report:
            if found := _BARE_DIGIT.search(paragraph.text):
                what = f"“{found[0]}” thiếu số 0 ở trước, trong khi chỗ khác của báo cáo này có."
                yield notice("thieu_so_0", paragraph.where, what, f"Viết 0{found[1]} {found[2]}.")
