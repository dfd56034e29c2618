"""Remains of an earlier report: its year, its period, another place's name, bodies that are no more."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from cchc_docs.data.fields import period as period_key
from cchc_docs.facts import table
from cchc_docs.law.organs import ended_in
from cchc_docs.office.calendar import Ky, has_month, latest_year, speaks_of
from cchc_docs.office.checks.common import NarrativeParagraph, paragraphs, warning
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import Data
from cchc_docs.problems import Place, Problem
from cchc_docs.text.formats import short_date
from cchc_docs.text.normal import fold

_PERIOD = re.compile(
    r"\b(?P<ten>(?P<quy>quý\s+(?:iv|i{1,3}|[1-4]))|0?(?P<thang>[69])\s+tháng(?:\s+đầu\s+năm)?)\b"
    r"(?:\s*(?:năm|/)\s*(?P<nam>\d{4}))?",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:trong|đến hết|đến cuối)\s+tháng\s+(?P<thang>\d{1,2})(?:\s*(?:năm|/)\s*(?P<nam>\d{4}))?\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:trong\s+năm|tính\s+đến\s+hết\s+năm|năm)\s+(20\d{2})\b", re.IGNORECASE)
# A sentence that looks back, ahead or at a document says other years and periods rightly.
_ELSEWHERE = (
    "so với", "cùng kỳ", "năm trước", "kỳ trước", "giai đoạn", "từ năm", "đến năm", "kế hoạch", "quyết định",
    "nghị quyết", "chương trình", "chỉ số", "par index", "báo cáo số", "công văn", "thông báo",
    "chuyển sang", "lũy kế", "chỉ thị",
    "nghị định", "thông tư", "luật", "kết luận", "dự kiến", "phấn đấu", "năm tiếp theo", "văn bản số",
)  # fmt: skip
_AHEAD = "IV"
"""The point of the outline that speaks of what is to come."""
_WITH_OTHERS = ("học tập kinh nghiệm", "kinh nghiệm của", "phối hợp", "hợp tác", "liên kết", "giáp", "thăm", "với tỉnh")
_PROVINCE = "(?:tỉnh|thành phố|UBND tỉnh|Sở [^.,;]{3,60}? tỉnh)"


def periods_and_years(history: History) -> Iterator[Problem]:
    """The narrative of a period does not speak of another as its own."""
    for paragraph in paragraphs(history):
        if paragraph.row.muc.startswith(_AHEAD):
            continue
        for sentence in paragraph.sentences:
            if any(words in fold(sentence) for words in _ELSEWHERE):
                continue
            if found := next(filter(None, (other(sentence, paragraph.ky) for other in _OTHERS)), ""):
                yield warning(
                    "con_ky_cu",
                    paragraph.where,
                    f"Báo cáo {paragraph.ky} nhưng câu này nói “{found}”; có phải còn sót từ báo cáo khác không?",
                    "Sửa lại kỳ, năm; nếu đúng ý thì để nguyên.",
                )
                break


def _other_period(sentence: str, ky: Ky) -> str:
    """A quarter or a stretch of months that is neither part of the period nor the one that is to come."""
    return next((found[0] for found in _PERIOD.finditer(sentence) if not _belongs(found, ky)), "")


def _belongs(found: re.Match[str], ky: Ky) -> bool:
    year = int(found["nam"] or ky.nam)
    if period_key(found["ten"]) == period_key(ky.ten_ky_sau.rpartition(" năm ")[0]) and year == ky.nam:
        return True
    last = 3 * int(period_key(found["ten"]).removeprefix("quy_")) if found["quy"] else int(found["thang"])
    begins = date(year, last - 2 if found["quy"] else 1, 1)
    ends = date(year, last, 28)
    # Windows begin and end in the middle of a month; what ends with the period may have begun with the year.
    return speaks_of(ky, begins, ends)


def _other_year(sentence: str, ky: Ky) -> str:
    return next((found[0] for found in _YEAR.finditer(sentence) if int(found[1]) < ky.nam), "")


def _other_month(sentence: str, ky: Ky) -> str:
    """A month of which no day belongs to the period; one without a year is the latest that may be meant."""
    for found in _MONTH.finditer(sentence):
        month = int(found["thang"])
        if 1 <= month <= 12:
            year = int(found["nam"] or latest_year(ky, month))
            if not has_month(ky, year, month):
                return found[0]
    return ""


_OTHERS = (_other_period, _other_month, _other_year)


def places(history: History) -> Iterator[Problem]:
    """The narrative names no other province as its own."""
    office = history.data.co_quan
    own = fold(
        " ".join([office.ten, office.co_quan_chu_quan, office.dia_danh, *(unit.ten for unit in history.data.don_vi)])
    )
    others = [row["ten"] for row in table("tinh") if fold(row["ten"]) not in own]
    pattern = re.compile(rf"\b{_PROVINCE} ({'|'.join(map(re.escape, others))})\b")
    for paragraph in paragraphs(history):
        for sentence in paragraph.sentences:
            found = pattern.search(sentence)
            if found and not any(words in fold(sentence) for words in _WITH_OTHERS):
                what = (
                    f"Câu này nói “{found[0]}”, không phải nơi của cơ quan; có phải còn sót từ báo cáo nơi khác không?"
                )
                yield warning("con_ten_noi_khac", paragraph.where, what, "Sửa lại tên; nếu đúng ý thì để nguyên.")
                break


def dissolved(history: History) -> Iterator[Problem]:
    """No body that is no more (``facts/co_quan_cu.csv``) is named as if it still worked."""
    for where, text, day in _named(history):
        for _, old in islice(ended_in(text, day), 1):
            hint = f"Từ sau {short_date(old.last)}: {'; '.join(old.successors)}. Nguồn: {old.source}."
            yield warning("co_quan_khong_con", where, f"“{old.name}” không còn vào thời gian này.", hint)


def _named(history: History) -> Iterator[tuple[Place, str, date]]:
    """Texts that name bodies at work, with the day of which they speak."""
    for paragraph in _at_work(history):
        yield paragraph.where, paragraph.text, paragraph.ky.tu_ngay
    data: Data = history.data
    if data.nam:
        first = date(data.nam, 1, 1)
        for row in data.nhiem_vu:
            for field in ("chu_tri", "phoi_hop"):
                for one in getattr(row, field):
                    if isinstance(one, str):
                        yield data.place(row, field), one, first
        for receiver in data.noi_nhan:
            yield data.place(receiver, "ten"), receiver.ten, first


def _at_work(history: History) -> Iterator[NarrativeParagraph]:
    """Paragraphs that do not speak of the change itself."""
    for paragraph in paragraphs(history):
        if not any(
            words in fold(paragraph.text)
            for words in ("sáp nhập", "hợp nhất", "giải thể", "kết thúc hoạt động", "trước đây")
        ):
            yield paragraph
