"""A document judged: every rule with its verdict, every finding as a ``Problem`` with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_docs.problems import Place, Problem, Severity
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.opening import open_document
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.recognise import recognise
from cchc_docs.word.check.rule import PAGE, Finding, Profile, Rule, Verdict
from cchc_docs.word.check.rules import rules_for
from cchc_docs.word.check.rules.common import quoted


@dataclass(frozen=True, slots=True)
class RuleResult:
    """The outcome of one rule on one document."""

    rule: Rule
    verdict: Verdict
    findings: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of all rules on one document."""

    paper: Paper
    judged: Sequence[RuleResult]

    @property
    def problems(self) -> list[Problem]:
        """The findings, in the order of the rules."""
        return [self.problem(one.rule, finding) for one in self.judged for finding in one.findings]

    def problem(self, rule: Rule, finding: Finding) -> Problem:
        """A finding as the screen shows it; its hint says which clause."""
        where = place(self.paper.document.where, finding)
        hint = f"{finding.hint} ({rule.id}: {source(rule)})".strip()
        return Problem(rule.id, self.severity(rule, finding), where, finding.what, hint)

    def severity(self, rule: Rule, finding: Finding) -> Severity:
        """The severity of a finding: at most a *cảnh báo* in a paper that the decree does not shape."""
        own = finding.severity or rule.grade
        if self.paper.genre.is_of_decree or own is not Severity.ERROR:
            return own
        return Severity.WARNING if rule.holds_everywhere else Severity.NOTE

    def count(self, verdict: Verdict) -> int:
        """The number of rules that have a verdict."""
        return sum(one.verdict is verdict for one in self.judged)

    def as_json(self) -> dict[str, object]:
        """The verdicts, for other programs."""
        return {
            "tep": self.paper.document.where.file,
            "loai": self.paper.loai,
            "quy_tac": [
                {"ma": one.rule.id, "ket_qua": one.verdict.value, "so_cho": len(one.findings)} for one in self.judged
            ],
        }

    @property
    def kind(self) -> str:
        """What the paper is; what it is judged by, where that is not the decree; how many more are in the file."""
        paper = self.paper
        kind = paper.loai or "không rõ loại"
        if paper.genre.note:
            kind = f"{paper.genre}: {paper.genre.note}"
        if paper.others:
            kind += f"; tệp còn {paper.others} văn bản nữa chưa soát, hãy tách mỗi văn bản một tệp"
        return kind

    @property
    def is_clean(self) -> bool:
        """Return True if there is no *lỗi* and no *cảnh báo*."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)


def source(rule: Rule) -> str:
    """The place of a rule, for a person: the decree, or practice."""
    if rule.clause.startswith(("Phụ lục", "Điều")):
        return f"NĐ 30/2020, {rule.clause}"
    return rule.clause


def place(where: Place, finding: Finding) -> Place:
    """The place of a finding: component, table cell, the paragraph's text."""
    paragraph = finding.paragraph
    if paragraph is None or finding.part == PAGE:
        return Place(file=where.file, part=finding.part)
    cell = paragraph.container.name
    part = f"{finding.part} ({cell})" if cell else finding.part
    return Place(file=where.file, part=part, paragraph=_words(paragraph))


def _words(paragraph: Paragraph) -> str:
    return quoted(paragraph.full_text).strip("“”")


def judge(
    source_: Path | bytes,
    where: Place,
    *,
    loai: str = "",
    profile: Profile | None = None,
    pages: list[str] | None = None,
) -> Report:
    """Judge the document at ``source_``, a path or bytes; ``loai`` is its kind where that is known.

    ``pages`` are the texts of its pages (``pages.page_texts``), for the rules about where a page ends.

    Raises:
        ProblemsFound: it is no Word document that can be opened.
    """
    paper = recognise(open_document(source_, where), loai)
    paper.trang = pages
    return judge_paper(paper, profile or Profile())


def judge_paper(paper: Paper, profile: Profile) -> Report:
    """Judge a paper that is open already."""
    return Report(paper, tuple(_judge(paper, rule) for rule in rules_for(paper.genre) if profile.takes(rule)))


def _judge(paper: Paper, rule: Rule) -> RuleResult:
    if rule.check is None or (rule.needs_pages and paper.trang is None):
        return RuleResult(rule, Verdict.FOR_PERSON)
    if not rule.sees(paper):
        return RuleResult(rule, Verdict.ABSENT)
    if rule.is_unsure(paper):
        return RuleResult(rule, Verdict.FOR_PERSON)
    findings = tuple(_each_once(rule.check(paper)))
    return RuleResult(rule, Verdict.BROKEN if findings else Verdict.PASSED, findings)


def _each_once(findings: object) -> Iterator[Finding]:
    seen = set[tuple[int, str]]()
    assert hasattr(findings, "__iter__")
    for finding in findings:
        mark = (id(finding.paragraph), finding.what)
        if mark not in seen:
            seen.add(mark)
            yield finding
