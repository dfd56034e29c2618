"""A report as a văn thư reads it: may the paper be issued, then a line for each rule that it breaks."""

from collections.abc import Iterator, Sequence

from cchc_docs.problems import Problem, Severity
from cchc_docs.word.check.report import Report, RuleResult, source
from cchc_docs.word.check.rule import Finding, Verdict
from cchc_docs.word.check.rules.common import quoted

_EXAMPLES = 3
"""Places of one rule that a line names."""
_IN_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "lưu ý"}


def first_line(report: Report) -> str:
    """The answer whether the paper may be issued, with how many places of each severity; what it is.

    A paper that the decree does not shape is neither: the line says what was judged of it.
    """
    file, problems = report.paper.document.where.file, report.problems
    is_wrong = any(one.severity is Severity.ERROR for one in problems)
    answer = "đã soát"
    if report.paper.genre.is_of_decree:
        answer = "chưa được ban hành" if is_wrong else "được ban hành"
    return f"{file}: {answer}, {counted(problems)} ({report.kind})."


def counted(problems: Sequence[Problem]) -> str:
    """The number of problems of each severity: *2 lỗi, 1 lưu ý*; *không có gì phải sửa* for none."""
    counts = ((sum(one.severity is severity for one in problems), word) for severity, word in _WORDS.items())
    return ", ".join(f"{count} {word}" for count, word in counts if count) or "không có gì phải sửa"


def lines(report: Report, *, full: bool = False) -> list[str]:
    """A line for each rule that is broken, errors first; ``full``: one for each place."""
    if full:
        told = sorted(report.problems, key=lambda one: _IN_ORDER.index(one.severity))
        return [*(_without_file(one) for one in told), *_for_person(report, full=True)]
    groups = [(severity, one, own) for one in report.judged for severity, own in _by_severity(report, one)]
    groups.sort(key=lambda group: _IN_ORDER.index(group[0]))
    return [*(_line(report, *group) for group in groups), *_for_person(report, full=False)]


def _by_severity(report: Report, one: RuleResult) -> Iterator[tuple[Severity, list[Finding]]]:
    graded = [(report.severity(one.rule, finding), finding) for finding in one.findings]
    for severity in _IN_ORDER:
        if own := [finding for grade, finding in graded if grade is severity]:
            yield severity, own


def _line(report: Report, severity: Severity, one: RuleResult, findings: Sequence[Finding]) -> str:
    first = report.problem(one.rule, findings[0])
    if len(findings) == 1:
        return _without_file(first)
    places = list(dict.fromkeys(map(_place, findings)))
    shown = "; ".join(places[:_EXAMPLES]) + ("; …" if len(places) > _EXAMPLES else "")
    label = f"{severity.label} ({len(findings)} chỗ)"
    hint = findings[0].hint if len({finding.hint for finding in findings}) == 1 else f"{one.rule.title}."
    return f"{label}: {findings[0].what} {hint} ({one.rule.id}: {source(one.rule)}) Ở: {shown}."


def _place(finding: Finding) -> str:
    """The place of a finding, in few words: the number of its paragraph and how it begins, else its component."""
    paragraph = finding.paragraph
    if paragraph is None or paragraph.index < 0:
        return finding.part
    return f"đoạn {paragraph.index + 1} {quoted(paragraph.full_text, 30)}"


def _without_file(problem: Problem) -> str:
    """A problem as one line, without the file's name, which the first line says."""
    where = str(problem.where).removeprefix(problem.where.file).removeprefix(", ")
    said = " ".join(part for part in (problem.what, problem.hint) if part)
    return f"{problem.severity.label}: {where}: {said}" if where else f"{problem.severity.label}: {said}"


def _for_person(report: Report, *, full: bool) -> Iterator[str]:
    """What a person must look at: rules about components that were not surely recognised; ``full``: all others too."""
    rules = [one.rule for one in report.judged if one.verdict is Verdict.FOR_PERSON]
    unsure = [rule for rule in rules if rule.is_unsure(report.paper)]
    for rule in rules if full else unsure:
        yield f"Cần người xem: {rule.title} ({rule.id})."
