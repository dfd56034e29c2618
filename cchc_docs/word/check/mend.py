"""``cchc sua``: puts right what is safe to put right, and says what it did and what is left for a person.

A mend may show what was hidden behind it (blank lines go, then the gap is too small), so the document is judged and
mended again until there is nothing more to do. Where the mended text would need another page, what makes it longer is
left to a person.
"""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from cchc_docs.problems import Place, Problem, Severity
from cchc_docs.word.check.document import Document
from cchc_docs.word.check.filled_pages import filled_pages
from cchc_docs.word.check.genres import Genre
from cchc_docs.word.check.opening import open_document
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.recognise import recognise
from cchc_docs.word.check.report import Report, judge_paper
from cchc_docs.word.check.rule import Profile, Rule
from cchc_docs.word.check.rules import PAGE_AND_FONT
from cchc_docs.word.ooxml import xml
from cchc_docs.word.ooxml.package import Package, in_order, pack, write

_MOST_TRIES = 4
"""At one place by one rule; what is not right then never will be."""
_HEAD = frozenset(["tieu_ngu", "chu_quan", "ban_hanh", "so", "ngay"])
_SPARE = 0.06
"""Of a page: how full the last one may be before a longer text is thought to need another."""
_MAKE_LONGER = frozenset(
    ["PG-03", "PG-04", "PG-05", "ND-01", "ND-02", "ND-04", "ND-05", "ND-06", "TN-03", "CQ-05", "TY-02"]
)
"""Rules whose mends can add a page: margins, sizes and gaps of the text, lines. Then a person decides."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended document: its bytes, what was mended, and the report of what it is now."""

    content: bytes
    done: Sequence[Problem]
    report: Report


def mend(source: Path | bytes, where: Place, *, loai: str = "", profile: Profile | None = None) -> Mended:
    """Mend the document at ``source``. Where there is nothing to mend, the same bytes come back.

    Raises:
        ProblemsFound: it is no Word document that can be opened.
    """
    rules = profile or Profile()
    content = source if isinstance(source, bytes) else Package(source, where).packed
    before = filled_pages(open_document(content, where))
    mended = _mended(content, where, loai, rules, frozenset())
    if filled_pages(mended.report.paper.document) > max(math.ceil(before) - _SPARE, before):
        return _mended(content, where, loai, rules, _MAKE_LONGER)
    return mended


def _mended(content: bytes, where: Place, loai: str, rules: Profile, left_alone: Collection[str]) -> Mended:
    """The document mended by all rules but those ``left_alone``."""
    done: dict[tuple[str, str, str], Problem] = {}
    tries: Counter[tuple[str, int]] = Counter()
    while True:
        document = open_document(content, where)
        report = judge_paper(recognise(document, loai), rules)
        waiting = [
            (
                finding.mend,
                (one.rule.id, -1 if finding.paragraph is None else finding.paragraph.index),
                report.problem(one.rule, finding),
            )
            for one in report.judged
            for finding in one.findings
            if finding.mend is not None and one.rule.id not in left_alone and is_mendable(report.paper, one.rule)
        ]
        new = [(do, place, problem) for do, place, problem in waiting if tries[place] < _MOST_TRIES]
        if not new:
            break
        for do, place, problem in new:
            do()
            tries[place] += 1
            done.setdefault((problem.code, str(problem.where), problem.what), problem)
        content = saved(document)
    remaining = {(problem.code, str(problem.where), problem.what) for problem in report.problems}
    told = [replace(problem, severity=Severity.NOTE) for key, problem in done.items() if key not in remaining]
    return Mended(content, told, report)


def is_mendable(paper: Paper, rule: Rule) -> bool:
    """Return True if a rule is about something that was recognised with certainty.

    Of a paper of another genre only page and font are sure; of a head without Quốc hiệu nothing is.
    """
    if paper.genre is not Genre.ADMINISTRATIVE:
        return rule.id in PAGE_AND_FONT
    unsure = paper.unsure if paper.quoc_hieu else paper.unsure | _HEAD
    return not unsure.intersection(rule.about)


def saved(document: Document) -> bytes:
    """The document as a file again: parts in which nothing changed keep their bytes."""
    members = dict(document.package.members)
    for name, root in document.trees.items():
        if name not in members or not _is_same(root, document.package.tree(name)):
            members[name] = xml.serialise(root).encode()
    return write(pack(name, members[name]) for name in in_order(members))


def _is_same(one: etree._Element, other: etree._Element) -> bool:
    return etree.tostring(one) == etree.tostring(other)
