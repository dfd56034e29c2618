"""Repetitions of an earlier report, paragraphs and numbers; and *tăng*, *giảm* against the figures.

Clerks name it as the first reason for which a report is sent back: a sentence that was true last time.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from cchc_docs.office.calendar import before
from cchc_docs.office.checks.common import NarrativeParagraph, first_ones, notice, paragraphs, warning
from cchc_docs.office.figures.history import History
from cchc_docs.office.figures.rounding import shown
from cchc_docs.office.figures.values import Figure
from cchc_docs.problems import Problem
from cchc_docs.text import markup
from cchc_docs.text.figures import numbers
from cchc_docs.text.normal import fold

_LONG = 60
"""Characters from which on two paragraphs are hardly alike by chance."""
_TELLING = 100
"""A number from which on it is hardly the same by chance; of smaller ones it takes two."""
_WORD = re.compile(
    r"\[\[(?P<code>[\w./-]+)\]\]|\b(?P<word>tăng|giảm)\b(?!\s+(?:cường|tốc|bớt|nghèo|thiểu|phiền))", re.IGNORECASE
)
_NO_CHANGE = re.compile(r"\b(?:cắt|gia|đẩy mạnh|nhằm|góp phần|chưa|không) $")
"""Words that make of *tăng*, *giảm* an aim or nothing at all."""
_YEAR_AGO, _LAST_TIME = ("cùng kỳ", "năm trước", "năm ngoái"), ("kỳ trước", "quý trước", "so với quý")


def paragraphs_again(history: History) -> Iterator[Problem]:
    """No long paragraph stands word for word in the report of the period before, or of a year ago.

    One that cites figures may: its numbers are new each time.
    """
    return first_ones(_paragraphs_again(history))


def _paragraphs_again(history: History) -> Iterator[Problem]:
    for paragraph, earlier, when in _with_earlier(history):
        text = _folded(paragraph.text)
        if len(text) < _LONG or markup.cited(paragraph.row.noi_dung):
            continue
        if any(_folded(one.text) == text for one in earlier):
            what = f"Đoạn này giống hệt báo cáo {when}, không đổi chữ nào."
            yield notice(
                "doan_nhu_ky_truoc", paragraph.where, what, "Viết lại theo kỳ này; nếu vẫn đúng thì để nguyên."
            )


def numbers_again(history: History) -> Iterator[Problem]:
    """No sentence has just the numbers that its point had in the period before, or a year ago."""
    return first_ones(_numbers_again(history))


def _numbers_again(history: History) -> Iterator[Problem]:
    for paragraph, earlier, when in _with_earlier(history):
        if any(_folded(one.text) == _folded(paragraph.text) for one in earlier):
            continue  # told as a whole
        known = [_figures(sentence) for one in earlier for sentence in one.sentences]
        for sentence in paragraph.sentences:
            typed = _figures(sentence)
            if (len(typed) > 1 or max(typed, default=Decimal(0)) >= _TELLING) and typed in known:
                listed = "; ".join(shown(one, "số đếm") for one in sorted(typed))
                what = f"Câu này có đúng các con số của báo cáo {when}: {listed}."
                yield warning("so_nhu_ky_truoc", paragraph.where, what, "Thay bằng số của kỳ này, hoặc trích bằng mã.")
                break


def directions(history: History) -> Iterator[Problem]:
    """*tăng* stands beside no figure that fell, *giảm* beside none that rose."""
    for paragraph in paragraphs(history):
        ky = paragraph.ky.ma
        now = history[ky].of(paragraph.unit)
        others = {
            "cùng kỳ năm trước": history.year_before(ky, paragraph.unit),
            "kỳ trước": history.before(ky, paragraph.unit),
        }
        for sentence in paragraph.sentences:
            for word, code in _said(sentence):
                if code in now:
                    yield from _direction(paragraph, word, now[code], _compared_with(sentence, others))


def _direction(
    paragraph: NarrativeParagraph, word: str, now: Figure, others: Mapping[str, Mapping[str, Figure]]
) -> Iterator[Problem]:
    """Tell where the figure went the other way against all of ``others`` that have it."""
    code, value = now.chi_so.ma, now.gia_tri
    then = {name: known[code].gia_tri for name, known in others.items() if code in known}
    pairs = [(name, one) for name, one in then.items() if isinstance(one, Decimal)]
    if not isinstance(value, Decimal) or not pairs:
        return
    if all((value < one) if word == "tăng" else (value > one) for _, one in pairs):
        name, one = pairs[0]
        loai = now.chi_so.loai
        what = f"Câu này nói “{word}”, nhưng chỉ số {code} là {shown(value, loai)}, {name} là {shown(one, loai)}."
        yield warning("tang_giam_trai_so", paragraph.where, what, "Sửa lại chữ, hoặc xem lại số liệu.")


def _said(sentence: str) -> Iterator[tuple[str, str]]:
    """Each *tăng*, *giảm* of a sentence with the indicator that it is said of: the last one cited before it."""
    code = ""
    for found in _WORD.finditer(sentence):
        if found["code"]:
            code = found["code"]
        elif code and not _NO_CHANGE.search(fold(sentence[: found.start()]) + " "):
            yield found["word"].lower(), code


def _compared_with(sentence: str, others: Mapping[str, Mapping[str, Figure]]) -> Mapping[str, Mapping[str, Figure]]:
    """Return the periods that the sentence compares with, if it says so; else all that there are."""
    folded = fold(sentence)
    for name, words in (("cùng kỳ năm trước", _YEAR_AGO), ("kỳ trước", _LAST_TIME)):
        if any(word in folded for word in words):
            return {name: others[name]}
    return others


def _with_earlier(history: History) -> Iterator[tuple[NarrativeParagraph, Sequence[NarrativeParagraph], str]]:
    """Each paragraph with those of the same point and unit in the report before, and in that of a year ago."""
    here = _by_point(history)
    last_year = _by_point(history.nam_truoc) if history.nam_truoc else {}
    for (ky, unit, point), found in here.items():
        earlier = _told_before(history, here, ky, unit)
        for paragraph in found:
            if earlier:
                yield paragraph, here.get((earlier, unit, point), []), str(history.periods[earlier])
            if history.nam_truoc and (ky, unit, point) in last_year:
                yield paragraph, last_year[ky, unit, point], str(history.nam_truoc.periods[ky])


def _told_before(history: History, here: Mapping[tuple[str, str, str], object], ky: str, unit: str) -> str:
    """The last period before ``ky`` of which the unit reported in words; ``""`` for none."""
    earlier = before(history.periods, ky, {period for period, who, _ in here if who == unit})
    return earlier.ma if earlier else ""


def _by_point(history: History) -> dict[tuple[str, str, str], list[NarrativeParagraph]]:
    found: dict[tuple[str, str, str], list[NarrativeParagraph]] = {}
    for paragraph in paragraphs(history):
        found.setdefault((paragraph.ky.ma, paragraph.unit, paragraph.row.muc), []).append(paragraph)
    return found


def _figures(sentence: str) -> frozenset[Decimal]:
    return frozenset(one.value for one in numbers(sentence)) - {Decimal(100)}


def _folded(text: str) -> str:
    return " ".join(fold(text).split())
