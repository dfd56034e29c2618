"""Every rule has a compliant and a breaking specimen: breaking it trips that rule and no other, or those named."""

import re

import pytest

from cchc_docs.check.report import Report, judge
from cchc_docs.check.rule import Verdict
from cchc_docs.check.rules import RULES
from cchc_docs.problems import Place
from tests.check.breaks import BREAKS
from tests.check.more_papers import MORE
from tests.check.papers import PAPERS, packed, paper

BY_ID = {rule.id: rule for rule in RULES}
JUDGED = [rule.id for rule in RULES if rule.check is not None and not rule.needs_pages]


def report(content: bytes) -> Report:
    return judge(content, Place("thu.docx"))


def verdicts(content: bytes) -> dict[str, Verdict]:
    return {one.rule.id: one.verdict for one in report(content).judged}


def test_ids_are_unique_and_every_rule_says_all() -> None:
    assert len(BY_ID) == len(RULES) > 90
    for rule in RULES:
        assert re.fullmatch(r"[A-Z]{2}-\d\d", rule.id)
        assert rule.clause
        assert rule.title
        assert not rule.title.endswith(".")


def test_every_rule_has_a_specimen_that_breaks_it() -> None:
    assert sorted(BREAKS) == sorted(JUDGED)


@pytest.mark.parametrize("kind", PAPERS)
def test_a_compliant_paper_passes(kind: str) -> None:
    assert [str(problem) for problem in report(paper(kind)).problems] == []


@pytest.mark.parametrize("kind", MORE)
def test_papers_of_other_organs_and_kinds_pass(kind: str) -> None:
    assert [str(problem) for problem in report(packed(MORE[kind])).problems] == []


@pytest.mark.parametrize("rule", JUDGED)
def test_its_paper_keeps_the_rule_before_it_is_broken(rule: str) -> None:
    assert verdicts(paper(BREAKS[rule].kind))[rule] in {Verdict.DAT, Verdict.KHONG_THAY}


@pytest.mark.parametrize("rule", JUDGED)
def test_breaking_a_rule_trips_it_and_no_other(rule: str) -> None:
    broken = BREAKS[rule]
    found = report(broken())
    assert {problem.code for problem in found.problems} == {rule, *broken.also}, "\n".join(map(str, found.problems))


def test_every_rule_is_kept_by_some_paper_that_it_sees() -> None:
    kept = {name for kind in PAPERS for name, verdict in verdicts(paper(kind)).items() if verdict is Verdict.DAT}
    never_seen = {"DK-01"}  # no specimen has a stamp of urgency
    assert set(JUDGED) - kept == never_seen
