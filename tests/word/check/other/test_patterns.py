"""Every pattern of other people's papers: what is found, what is not, what the paper is, what mending leaves alone."""

import pytest

from benchmarks.other_papers.harm import WHERE, Leave, broken, harms
from cchc_docs.problems import Problem
from cchc_docs.word.check.report import Report, judge
from cchc_docs.word.check.rule import Verdict
from tests.sound.ooxml import complaints
from tests.word.check.other.cases import Case, kind_said
from tests.word.check.other.kinds import KINDS
from tests.word.check.other.misses import MISSES
from tests.word.check.other.mistaken import MISTAKEN
from tests.word.check.other.not_reached import NOT_REACHED
from tests.word.check.other.of_word import OF_WORD

CASES: dict[str, Case] = {**KINDS, **MISTAKEN, **OF_WORD, **MISSES}


def those(aspect: str, names: list[str]) -> list[object]:
    """The cases to test for an aspect; those not reached yet are expected to fail, and must."""
    return [
        pytest.param(name, marks=[pytest.mark.xfail(reason="not reached yet")] if (aspect, name) in NOT_REACHED else [])
        for name in names
    ]


def report(name: str) -> Report:
    return judge(CASES[name].build(), WHERE)


def says(problem: Problem) -> str:
    return f"{problem.where} {problem.what} {problem.hint}"


def test_no_name_is_taken_twice_and_the_table_names_cases() -> None:
    assert len(CASES) == len(KINDS) + len(MISTAKEN) + len(OF_WORD) + len(MISSES) > 60
    assert {name for _, name in NOT_REACHED} <= set(CASES)
    assert {aspect for aspect, _ in NOT_REACHED} <= {"found", "quiet", "kind", "unsure", "mended"}


@pytest.mark.parametrize("name", CASES)
def test_the_file_is_sound(name: str) -> None:
    assert complaints(CASES[name].build()) == []


@pytest.mark.parametrize("name", those("found", [name for name, case in CASES.items() if case.expect or case.cites]))
def test_what_is_wrong_is_found(name: str) -> None:
    problems = report(name).problems
    for code, count in CASES[name].expect.items():
        found = [str(problem) for problem in problems if problem.code == code]
        assert len(found) == count if count else found, (code, *map(str, problems))
    said = "\n".join(map(says, problems))
    assert [words for words in CASES[name].cites if words not in said] == []


@pytest.mark.parametrize("name", those("quiet", list(CASES)))
def test_nothing_else_is_said(name: str) -> None:
    case = CASES[name]
    judged = report(name)
    about = {one.code for one in judged.problems if any(words in says(one) for words in case.cites)}
    said = broken(judged) - set(case.expect) - case.also - about
    assert said & (case.forbid or said) == set(), [str(one) for one in judged.problems if one.code in said]


@pytest.mark.parametrize("name", those("kind", [name for name, case in CASES.items() if case.kind]))
def test_it_is_taken_for_what_it_is(name: str) -> None:
    assert kind_said(report(name)) == CASES[name].kind


@pytest.mark.parametrize("name", those("unsure", [name for name, case in CASES.items() if case.unsure]))
def test_an_unsure_component_is_for_a_person(name: str) -> None:
    verdicts = {one.rule.id: one.verdict for one in report(name).judged}
    assert {rule: verdicts[rule] for rule in CASES[name].unsure} == dict.fromkeys(
        CASES[name].unsure, Verdict.FOR_PERSON
    )


@pytest.mark.parametrize("name", those("mended", list(CASES)))
def test_mending_harms_nothing(name: str) -> None:
    case = CASES[name]
    leave = Leave(case.may_change, case.may_change_everywhere, case.may_draw, case.also)
    assert harms(case.build(), leave) == []
