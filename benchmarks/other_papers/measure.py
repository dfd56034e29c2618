"""What the checker says of made papers, against what was planted in them: precision, recall, harmful mends."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.other_papers.faults import Fault
from benchmarks.other_papers.generate import Made
from benchmarks.other_papers.harm import WHERE, Leave, harms, plain
from cchc_docs.problems import Severity
from cchc_docs.word.check.report import judge


@dataclass(frozen=True, slots=True)
class Said:
    """A finding of *lỗi* or *cảnh báo*: its rule, the paragraph's text, the sentence."""

    rule: str
    text: str
    what: str


@dataclass(slots=True)
class Result:
    """One paper, judged and mended."""

    made: Made
    true: list[Said] = field(default_factory=list)
    false: list[Said] = field(default_factory=list)
    missed: list[Fault] = field(default_factory=list)
    harms: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Score:
    """All papers together."""

    results: list[Result]

    @property
    def precision(self) -> float:
        """The share of findings that are right."""
        true = sum(len(one.true) for one in self.results)
        return _share(true, sum(len(one.false) for one in self.results))

    @property
    def precision_by_rule(self) -> float:
        """The same, each rule counted once a file, however many places it names."""
        true = sum(len({said.rule for said in one.true}) for one in self.results)
        return _share(true, sum(len({said.rule for said in one.false}) for one in self.results))

    @property
    def recall(self) -> float:
        """The share of planted faults that were found."""
        missed = sum(len(one.missed) for one in self.results)
        return _share(sum(len(one.made.faults) for one in self.results) - missed, missed)

    @property
    def harmed(self) -> list[Result]:
        """The papers that mending harmed."""
        return [one for one in self.results if one.harms]

    def false_by_rule(self) -> list[tuple[str, int, Result, Said]]:
        """Each rule with false findings: in how many files, and one of them; the most first."""
        counts = Counter(rule for one in self.results for rule in {said.rule for said in one.false})
        return [(rule, count, *self._example(rule)) for rule, count in counts.most_common()]

    def _example(self, rule: str) -> tuple[Result, Said]:
        return next((one, said) for one in self.results for said in one.false if said.rule == rule)

    def missed_by_name(self) -> list[tuple[str, int, int, Result, Fault]]:
        """Each fault that was missed: how often, of how many planted, and one of them; the most first."""
        planted = Counter(fault.name for one in self.results for fault in one.made.faults)
        counts = Counter(fault.name for one in self.results for fault in one.missed)
        return [(name, count, planted[name], *self._missed(name)) for name, count in counts.most_common()]

    def _missed(self, name: str) -> tuple[Result, Fault]:
        return next((one, fault) for one in self.results for fault in one.missed if fault.name == name)

    def false_by_typing(self) -> list[tuple[str, float, int]]:
        """How each way of typing fares: false findings a file, of how many files; the worst first."""
        sums: dict[str, list[int]] = {}
        for one in self.results:
            for way in (one.made.kind, *one.made.typed.split(", ")):
                sums.setdefault(way, []).append(len({said.rule for said in one.false}))
        ways = [(way, sum(counts) / len(counts), len(counts)) for way, counts in sums.items()]
        return sorted(ways, key=lambda way: -way[1])


def measured(made: Iterable[Made]) -> Score:
    """Judge and mend all of them."""
    return Score([_result(one) for one in made])


def _result(made: Made) -> Result:
    report = judge(made.content, WHERE)
    result = Result(made)
    found: set[int] = set()
    for one in report.judged:
        for finding in one.findings:
            if (finding.severity or one.rule.grade) is Severity.NOTE:
                continue
            text = "" if finding.paragraph is None else plain(finding.paragraph.full_text)
            said = Said(one.rule.id, text, finding.what)
            fitting = [number for number, fault in enumerate(made.faults) if _fits(said, fault)]
            found |= {number for number in fitting if said.rule in made.faults[number].rules}
            (result.true if fitting else result.false).append(said)
    result.missed = [fault for number, fault in enumerate(made.faults) if number not in found]
    result.harms = harms(made.content, _leave(made.faults), report)
    return result


def _fits(said: Said, fault: Fault) -> bool:
    if said.rule not in fault.rules and said.rule not in fault.also:
        return False
    texts = [plain(text) for text in (fault.text, *fault.more)]
    return not texts[0] or not said.text or any(text in said.text or said.text in text for text in texts)


def _leave(faults: Iterable[Fault]) -> Leave:
    """What mending may change: where something was planted."""
    those = list(faults)
    return Leave(
        paragraphs=[text for fault in those for text in (fault.text, *fault.more) if text],
        everywhere={name for fault in those for name in fault.everywhere},
        lines=any(fault.line for fault in those),
        rules={rule for fault in those for rule in (*fault.rules, *fault.also)},
    )


def _share(of: int, rest: int) -> float:
    return of / (of + rest) if of + rest else 1.0
