"""Laws cited by name and day, as bases cite them: a law of the same name that was older than the one in force."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from cchc_docs.law.documents import Document, documents
from cchc_docs.word.check.contents.day import span_of
from cchc_docs.word.check.contents.passages import excerpt, passages, rule, said
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding

_YEAR_OF_NUMBER = re.compile(r"\d+/(\d{4})/")
_PAST = re.compile(r"thay thế|bãi bỏ|trước đây|hết hiệu lực|\bcũ\b", re.IGNORECASE)


@cache
def _laws() -> dict[str, Document]:
    """The laws of the table by their titles; of one title the newest."""
    found = [one for one in documents().values() if one.kind == "Luật" and one.title]
    return {one.title: one for one in sorted(found, key=lambda one: _YEAR_OF_NUMBER.findall(one.number))}


@cache
def _pattern() -> re.Pattern[str]:
    titles = "|".join(re.escape(title) for title in _laws())
    day = r"ngày \d{1,2}(?:/\d{1,2}/| tháng \d{1,2} năm )(?P<year>\d{4})"
    return re.compile(rf"Luật (?P<title>{titles}),? (?:số [\w/]+ )?{day}")


def older_laws(paper: Paper) -> Iterator[Finding]:
    """VD-17: a law cited by name and day is the one in force on the paper's day (``facts/van_ban_phap_luat.csv``)."""
    span = span_of(paper)
    for paragraph in passages(paper, "Luật ") if span else ():
        assert span is not None
        for found in _pattern().finditer(paragraph.text) if not _PAST.search(paragraph.text) else ():
            law = _laws()[found["title"]]
            if _is_older(int(found["year"]), law, span.first):
                yield said(
                    f"Luật {law.title} hiện hành là luật số {law.number}, văn bản này ghi luật của năm "
                    f"{found['year']}: {excerpt(paragraph.text, found.start(), found.end())}.",
                    "Ghi ngày của luật hiện hành.",
                    paragraph,
                )


def _is_older(year: int, law: Document, day: date) -> bool:
    """Return True if a law of ``year`` is not ``law``, which was surely in force on ``day``."""
    begun = law.first or law.sure_from
    own = _YEAR_OF_NUMBER.match(law.number)
    return begun is not None and own is not None and day >= begun and year < int(own[1])


RULES = (rule("VD-17", "Luật được viện dẫn theo tên và ngày là luật hiện hành", older_laws),)
