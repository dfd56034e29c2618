"""Days: those that no calendar has, and deadlines that were over before the paper was signed."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.text.formats import short_date
from cchc_docs.word.check.contents.day import real, span_of
from cchc_docs.word.check.contents.passages import excerpt, passages, rule, said
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding

_DAY = re.compile(
    r"(?<![\w./-])(?P<word>ngày\s+)?(?P<d>\d{1,2})(?P<sign>[/.-])(?P<m>\d{1,2})(?P=sign)(?P<y>(?:19|20)\d\d)(?![\w/-]|\.\d)"
    r"|ngày\s+(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})(?:\s+năm\s+(?P<y2>\d{4}))?"
    r"|ngày\s+(?P<d3>\d{1,2})/(?P<m3>\d{1,2})(?![\w/-]|\.\d)"
)
_LEAP = 2028
"""A year with all days, where a day is named without its year."""


def days_there_are(paper: Paper) -> Iterator[Finding]:
    """SL-02: every day named is in the calendar: no 31/4, no 29/02/2026, no month 13."""
    own = {block.paragraph.index for block in paper.ngay}  # the date line has rules of its own
    for paragraph in passages(paper, "ngày", "/", "Ngày"):
        for found in _DAY.finditer(paragraph.text) if paragraph.index not in own else ():
            day, month, year = _parts(found)
            if real(year or _LEAP, month, day) is None and _is_meant(found, day, month):
                shown = excerpt(paragraph.text, found.start(), found.end())
                yield said(
                    f"Không có ngày {found[0].removeprefix('ngày').strip()}: {shown}.",
                    f"Tháng {month} {'năm ' + str(year) + ' ' if year else ''}không có ngày {day}; ghi lại ngày đúng."
                    if 1 <= month <= 12
                    else "Một năm có 12 tháng; ghi lại ngày đúng.",
                    paragraph,
                    Severity.ERROR,
                )


def _parts(found: re.Match[str]) -> tuple[int, int, int]:
    day, month = (int(found[f"{name}"] or found[f"{name}2"] or found[f"{name}3"]) for name in "dm")
    return day, month, int(found["y"] or found["y2"] or 0)


def _is_meant(found: re.Match[str], day: int, month: int) -> bool:
    """Return True if a day is meant, where no word says so: 31/4/2026 is one, 45/20/2020 is the number of something."""
    if found["d3"]:
        return month <= 12
    if found["word"] or found["d2"]:
        return True
    return found["sign"] == "/" and 1 <= day <= 31 and 1 <= month <= 12


_WORK = r"(?:gửi|báo cáo|hoàn thành|hoàn thiện|nộp|đăng ký|phản hồi|góp ý|trình|tổng hợp|thực hiện|xong)"
_DEADLINE = re.compile(
    rf"\b{_WORK}\b(?P<between>[^.;]{{0,90}}?)\b(?:trước|chậm nhất(?: là| vào)?|muộn nhất(?: là| vào)?|hạn cuối(?: là)?)"
    r"\s+(?:\d{1,2}(?:h| giờ| giờ \d\d)?,?\s*)?ngày\s+(?:(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>20\d\d)"
    r"|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>20\d\d))",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"^\W*(?:\d\.\s*)?(?:thời gian|vào hồi|vào lúc|từ \d)[^.;]{0,60}ngày\s+"
    r"(?:(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>20\d\d)"
    r"|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>20\d\d))",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:đã|chưa|được cấp|ban hành trước|phát sinh|có hiệu lực|quá hạn|chậm(?! nhất)|theo yêu cầu|theo đề nghị|"
    r"yêu cầu tại|văn bản số|công văn số|tiếp nhận trước)\b",
    re.IGNORECASE,
)
_ASKS = frozenset(
    ["Công văn", "Kế hoạch", "Thông báo", "Chỉ thị", "Quyết định", "Giấy mời", "Công điện", "Hướng dẫn", "Phương án"]
)
"""Papers that ask for something; others tell what was."""
_LONGEST = 400
"""Days before the paper's own from which on a deadline is history, not a slip."""


def deadlines(paper: Paper) -> Iterator[Finding]:
    """SL-03: what a paper asks for is due after the day on which it is signed."""
    span = span_of(paper)
    if span is None or paper.loai not in _ASKS:
        return
    patterns = [_DEADLINE, _MEETING] if paper.loai == "Giấy mời" else [_DEADLINE]
    bases = {block.paragraph.index for block in paper.can_cu}
    for paragraph in passages(paper, "ngày"):
        for pattern in patterns if paragraph.index not in bases else ():
            for found in pattern.finditer(paragraph.text):
                day = real(*(int(found[name] or found[f"{name}2"]) for name in ("y", "m", "d")))
                if day is None or not 0 < (span.first - day).days <= _LONGEST or _is_past(paragraph.text, found):
                    continue
                signed = f"ngày {short_date(span.first)}" if span.first == span.last else f"năm {span.first.year}"
                yield said(
                    f"Thời hạn {excerpt(paragraph.text, found.start(), found.end(), 0)} trước ngày của văn bản "
                    f"({signed}).",
                    "Xem lại ngày, tháng, năm của thời hạn hoặc của văn bản.",
                    paragraph,
                )


def _is_past(text: str, found: re.Match[str]) -> bool:
    """Return True if the sentence tells of something that was, or cites a rule that has a day in it."""
    start = max(text.rfind(sign, 0, found.start()) for sign in ".;\n") + 1
    return _PAST.search(text[start : found.end()]) is not None


RULES = (
    rule("SL-02", "Ngày nêu trong văn bản có trên lịch", days_there_are, Severity.ERROR),
    rule("SL-03", "Thời hạn giao việc không trước ngày của văn bản", deadlines),
)
