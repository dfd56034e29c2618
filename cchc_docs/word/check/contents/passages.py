"""The texts of a paper that say something: body, bases, tables, appendices, head and tail; headers apart."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Authority, Finding, Rule

PART = "nội dung"
CLAUSE = "Thông lệ"
_QUOTES = re.compile(r"\s+")


def passages(paper: Paper, *needed: str) -> Iterator[Paragraph]:
    """The paragraphs of the document that hold one of ``needed``, in order.

    What the whole text does not hold is looked for in no paragraph: most papers have nothing that a rule asks.
    """
    paragraphs = paper.document.paragraphs
    whole = "\n".join([paragraph.text for paragraph in paragraphs])
    there = [words for words in needed if words in whole]
    for paragraph in paragraphs if there else ():
        text = paragraph.text
        if any(words in text for words in there):
            yield paragraph


def excerpt(text: str, at: int, end: int, around: int = 40) -> str:
    """What stands around ``text[at:end]``, in quotation marks, cut between words."""
    start, stop = max(0, at - around), min(len(text), end + around)
    while start and not text[start - 1].isspace():
        start -= 1
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    words = _QUOTES.sub(" ", text[start:stop]).strip()
    return f"“{'…' if start else ''}{words}{'…' if stop < len(text) else ''}”"


def said(what: str, hint: str, paragraph: Paragraph, severity: Severity | None = None) -> Finding:
    """A finding about what a paragraph says."""
    return Finding(what, hint, PART, paragraph, severity=severity)


def rule(name: str, title: str, check: object, severity: Severity = Severity.WARNING) -> Rule:
    """A rule about what is said: good sense, not the decree; forms of other laws keep it too."""
    assert callable(check)
    return Rule(name, CLAUSE, Authority.PRACTICE, title, check, severity=severity, holds_everywhere=True)
