"""Provinces named as if they were there, though they were merged by the paper's day (``facts/tinh.csv``)."""

import re
from collections.abc import Iterator
from functools import cache

from cchc_docs.law.organs import Organ
from cchc_docs.law.places import Province, province_on, provinces
from cchc_docs.word.check.contents.day import span_of
from cchc_docs.word.check.contents.organs import finding, is_of_the_past
from cchc_docs.word.check.contents.passages import passages, rule
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding


@cache
def _ended() -> dict[str, Province]:
    return {one.name: one for one in provinces().values() if one.last is not None}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\btỉnh (?P<name>{'|'.join(map(re.escape, _ended()))})(?!\w| [A-ZĐ])")


def ended_provinces(paper: Paper) -> Iterator[Finding]:
    """VD-18: no province is named as being there that was merged into another before the paper's day."""
    span = span_of(paper)
    told = set[str]()
    own = {block.paragraph.index for block in (*paper.organ, *paper.ngay)}
    surely = {block.paragraph.index for block in (*paper.kinh_gui, *paper.noi_nhan)}
    for paragraph in passages(paper, "tỉnh ") if span else ():
        assert span is not None
        for found in _pattern().finditer(paragraph.text) if paragraph.index not in own else ():
            old = _ended()[found["name"]]
            assert old.last is not None
            now = province_on(old.name, span.first)
            if old.last >= span.first or now is None or old.name in told:
                continue
            gone = Organ(found[0], "tỉnh", old.last, (f"{now.kind_on(span.first)} {now.name}",), False, old.source)
            if not is_of_the_past(paragraph, found[0], gone):
                told.add(old.name)
                yield finding(paragraph, found[0], gone, is_sure=paragraph.index in surely)


RULES = (rule("VD-18", "Tỉnh nêu trong văn bản có vào ngày của văn bản", ended_provinces),)
