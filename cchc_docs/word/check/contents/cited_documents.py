"""Documents cited: ended or amended on the paper's day, given to the wrong organ, one number with two days."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cchc_docs.law.documents import Standing, amendments, document, state, tidy
from cchc_docs.law.issuers import Issuer, issuer_of, issuers
from cchc_docs.law.names import same
from cchc_docs.problems import Severity
from cchc_docs.text.citations import Cited, cited, written
from cchc_docs.text.formats import short_date
from cchc_docs.word.check.contents.day import real, span_of
from cchc_docs.word.check.contents.passages import excerpt, passages, rule, said
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding

_WITH_YEAR = re.compile(r"\d+[a-zđ]?/(\d{4})/")
_TELLS_OF_IT = re.compile(
    r"thay thế|bãi bỏ|hết hiệu lực|trước đây|trước khi|đã được thay|đến hết|sửa đổi|thay cho|không còn hiệu lực|hủy bỏ|"
    r"giai đoạn|tổng kết|sơ kết|tại thời điểm|\bcũ\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s*,?\s*(?:\([^()]{0,80}\)\s*)?của\s+", re.IGNORECASE)


class _Place(NamedTuple):
    paragraph: Paragraph
    found: Cited

    @property
    def shown(self) -> str:
        return excerpt(self.paragraph.text, self.found.at, self.found.end)

    @property
    def after(self) -> str:
        """What follows “của” behind the number, where something does."""
        rest = self.paragraph.text[self.found.end :]
        of = _OF.match(rest)
        return re.split(r"[.;:()]", rest[of.end() :])[0].strip() if of else ""


def _places(paper: Paper) -> Iterator[_Place]:
    # The number itself, and the line of an appendix that repeats it (PL-11), are no citations.
    own = {block.paragraph.index for block in (*paper.so, *(line for one in paper.phu_luc for line in one.reference))}
    for paragraph in passages(paper, "/"):
        if paragraph.index not in own:
            yield from (_Place(paragraph, one) for one in cited(paragraph.text))


def ended(paper: Paper) -> Iterator[Finding]:
    """VD-11: what a paper rests on was in force on its day (``facts/van_ban_phap_luat.csv``)."""
    span = span_of(paper)
    bases = {block.paragraph.index for block in paper.can_cu}
    told = set[str]()
    for place in _places(paper) if span else ():
        number = tidy(place.found.number)
        known = _known(place.found)
        if not known or number in told or _TELLS_OF_IT.search(place.paragraph.text):
            continue
        assert span is not None
        now = state(number, span.first)
        if now.standing is Standing.ENDED and now.since is not None:
            told.add(number)
            instead = f"; nay là {_title(now.successor)}" if now.successor else ""
            yield said(
                f"{_title(number)} hết hiệu lực sau ngày {short_date(now.since)}, trước ngày của văn bản: "
                f"{place.shown}.",
                f"Xem lại văn bản được viện dẫn{instead}.",
                place.paragraph,
                None if place.paragraph.index in bases else Severity.NOTE,
            )


def amended(paper: Paper) -> Iterator[Finding]:
    """VD-12: where a base was amended by the paper's day, the paper says so."""
    span = span_of(paper)
    if span is None:
        return
    whole = {tidy(place.found.number) for place in _places(paper)}
    bases = {block.paragraph.index for block in paper.can_cu}
    for place in _places(paper):
        number = tidy(place.found.number)
        if place.paragraph.index not in bases or not _known(place.found) or "sửa đổi" in place.paragraph.text:
            continue
        changes = amendments(number, span.first)
        if changes and not whole & set(changes) and state(number, span.first).standing is not Standing.ENDED:
            yield said(
                f"{_title(number)} đã được sửa đổi, bổ sung bởi {_title(changes[-1])}: {place.shown}.",
                f"Nếu căn cứ vào phần đã sửa, ghi thêm “được sửa đổi, bổ sung bởi {_title(changes[-1])}”.",
                place.paragraph,
            )


def _known(found: Cited) -> bool:
    """Return True if the table surely has this document: numbers without a year need their day."""
    if _WITH_YEAR.match(found.number):
        return document(found.number) is not None
    day = real(*found.day) if found.day else None
    return day is not None and document(found.number, day) is not None


def _title(number: str) -> str:
    known = document(number)
    return f"{known.kind} số {known.number}" if known else f"Văn bản số {number}"


def wrong_organ(paper: Paper) -> Iterator[Finding]:
    """VD-13: a document is said to be of the organ whose letters its number bears (``facts/ky_hieu_co_quan.csv``)."""
    for place in _places(paper):
        own = issuer_of(place.found.number)
        if own is None or not (after := place.after) or own.is_called(after):
            continue
        other = _called(after)
        if other is not None and not _are_one(own, other):
            yield said(
                f"Số {place.found.number} là ký hiệu của {own.name}, nhưng văn bản ghi là của {other.name}: "
                f"{excerpt(place.paragraph.text, place.found.at, place.found.end, 60)}.",
                "Xem lại số, ký hiệu hoặc tên cơ quan ban hành.",
                place.paragraph,
            )


def _called(text: str) -> Issuer | None:
    """The organ with which a text begins: the longest name, since one may begin another."""
    found = [one for one in issuers().values() if one.is_called(text)]
    return max(found, key=lambda one: len(one.name), default=None)


def _are_one(one: Issuer, other: Issuer) -> bool:
    """Return True if two rows of the table are one organ, or of the Party, whose letters name no single one."""
    party = {"TW", "VPTW", "TU", "ĐU"}
    return same(one.name) == same(other.name) or {one.letters, other.letters} <= party


def two_days(paper: Paper) -> Iterator[Finding]:
    """VD-14: one document has one day throughout a paper."""
    first: dict[tuple[str, str], _Place] = {}
    told = set[str]()
    for place in _places(paper):
        number, day = tidy(place.found.number), place.found.day
        if day is None or number in told:
            continue
        year = "" if _WITH_YEAR.match(number) else str(day[0])  # numbers without one begin anew every year
        known = first.setdefault((number, year), place)
        if known.found.day != day and _may_be_one(known, place):
            assert known.found.day is not None
            told.add(number)
            yield said(
                f"Văn bản số {place.found.number} ở đây ghi ngày {written(day)}, ở chỗ khác ghi ngày "
                f"{written(known.found.day)}: {place.shown} và {known.shown}.",
                "Xem lại ngày của văn bản ấy.",
                place.paragraph,
            )


def _may_be_one(one: _Place, other: _Place) -> bool:
    """Return True if both places may speak of one document: two communes' Quyết định số 15/QĐ-UBND are two."""
    names = [" ".join(same(place.after).split()[:8]) for place in (one, other)]
    kinds = [place.paragraph.text[: place.found.at].split()[-4:] for place in (one, other)]
    if _WITH_YEAR.match(one.found.number) and "UBND" not in one.found.number and "HĐND" not in one.found.number:
        return True
    one_kind = _kind(kinds[0]) == _kind(kinds[1]) or "văn bản" in {_kind(kinds[0]), _kind(kinds[1])}
    return one_kind and (names[0].startswith(names[1]) or names[1].startswith(names[0]))


def _kind(words: list[str]) -> str:
    """The last two words before a number, *số* apart: mostly the kind of document."""
    return " ".join([word.lower() for word in words if word.lower() != "số"][-2:])


def wrong_day(paper: Paper) -> Iterator[Finding]:
    """VD-15: the day of a known document is its own; the year in a number is that of its day."""
    for place in _places(paper):
        day = place.found.day
        year = _WITH_YEAR.match(place.found.number)
        if day is None or year is None:
            continue
        known = document(place.found.number)
        if known and known.issued and known.issued != real(*day):
            yield said(
                f"{_title(known.number)} ban hành ngày {short_date(known.issued)}, văn bản này ghi ngày "
                f"{written(day)}: {place.shown}.",
                "Xem lại ngày của văn bản được viện dẫn.",
                place.paragraph,
            )
        elif not known and int(year[1]) != day[0]:
            yield said(
                f"Số {place.found.number} của năm {year[1]}, nhưng ghi ngày {written(day)}: {place.shown}.",
                "Xem lại số hoặc ngày của văn bản được viện dẫn.",
                place.paragraph,
            )


RULES = (
    rule("VD-11", "Văn bản được viện dẫn còn hiệu lực vào ngày của văn bản", ended),
    rule("VD-12", "Căn cứ đã được sửa đổi thì ghi cả văn bản sửa đổi", amended, Severity.NOTE),
    rule("VD-13", "Cơ quan ban hành đúng với số, ký hiệu của văn bản được viện dẫn", wrong_organ),
    rule("VD-14", "Một văn bản được viện dẫn chỉ có một ngày", two_days),
    rule("VD-15", "Ngày của văn bản được viện dẫn đúng với số của nó", wrong_day),
)
