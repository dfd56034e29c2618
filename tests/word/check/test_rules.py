"""Every rule has a compliant and a breaking specimen: breaking it trips that rule and no other, or those named."""

import re

import pytest

from cchc_docs.problems import Place
from cchc_docs.word.check.report import Report, judge
from cchc_docs.word.check.rule import Verdict
from cchc_docs.word.check.rules import RULES
from tests.word.check.breaks import BREAKS as FIRST_BREAKS
from tests.word.check.more_breaks import MORE_BREAKS
from tests.word.check.more_papers import MORE
from tests.word.check.papers import DATE, PAPERS, packed, paper

BREAKS = {**FIRST_BREAKS, **MORE_BREAKS}
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
    assert verdicts(paper(BREAKS[rule].kind))[rule] in {Verdict.PASSED, Verdict.ABSENT}


@pytest.mark.parametrize("rule", JUDGED)
def test_breaking_a_rule_trips_it_and_no_other(rule: str) -> None:
    broken = BREAKS[rule]
    found = report(broken())
    assert {problem.code for problem in found.problems} == {rule, *broken.also}, "\n".join(map(str, found.problems))


def test_every_rule_is_kept_by_some_paper_that_it_sees() -> None:
    kept = {name for kind in PAPERS for name, verdict in verdicts(paper(kind)).items() if verdict is Verdict.PASSED}
    never_seen = {"DK-01"}  # no specimen has a stamp of urgency
    assert set(JUDGED) - kept == never_seen


# -- Numbers and dates, as people write them


def date_said(date: str) -> list[str]:
    content = packed(PAPERS["thong_bao"]().replace(DATE, date))
    return [f"{one.what} {one.hint}" for one in report(content).problems if one.code == "NT-01"]


@pytest.mark.parametrize(
    "date",
    ["Hà Nội, ngày 05 tháng 01 năm 2020", "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", "Huế, ngày    tháng    năm 2026",
     "Quận 1, ngày 12 tháng 10 năm 2026", "An Thới Đông, ngày 31 tháng 12 năm 2026", "Huế, ngày …… tháng …… năm 2026"],
)  # fmt: skip
def test_right_dates(date: str) -> None:
    assert date_said(date) == []


@pytest.mark.parametrize(
    ("date", "what"),
    [
        ("Huế, ngày 5 tháng 10 năm 2026", "ngày nhỏ hơn 10 phải thêm số 0. Viết “Huế, ngày 05 tháng 10 năm 2026”."),
        ("Huế, ngày 15 tháng 1 năm 2026", "tháng 1, tháng 2 phải thêm số 0. Viết “Huế, ngày 15 tháng 01 năm 2026”."),
        ("Huế, ngày 15 tháng 03 năm 2026", "tháng từ 3 trở đi không thêm số 0. Viết “Huế, ngày 15 tháng 3 năm 2026”."),
        ("Huế ngày 15 tháng 3 năm 2026", "thiếu dấu phẩy sau địa danh. Viết “Huế, ngày 15 tháng 3 năm 2026”."),
        ("Huế, ngày 31 tháng 6 năm 2026", "ngày này không có trong lịch."),
        ("Huế, ngày 29 tháng 02 năm 2026", "ngày này không có trong lịch."),
        ("huế, ngày 15 tháng 3 năm 2026", "địa danh phải viết hoa các chữ cái đầu."),
        ("Lạng sơn, ngày 15 tháng 3 năm 2026", "địa danh phải viết hoa các chữ cái đầu."),
        ("Huế, 05/3/2026", "Thời gian ban hành viết “Huế, 05/3/2026”. Viết đủ chữ:"),
    ],
)
def test_wrong_dates(date: str, what: str) -> None:
    (said,) = date_said(date)
    assert what in said


def number_said(number: str) -> list[str]:
    content = packed(PAPERS["thong_bao"]().replace("Số: 09/TB-SCT", number))
    return [one.code for one in report(content).problems]


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        ("Số: 09/TB-SCT", []),
        ("Số: 1234/TB-SCT", []),
        ("Số:        /TB-SCT", []),
        ("Số: ……/TB-SCT", []),
        ("Số: 09/TB-SNgV", ["SO-06"]),
        ("Số: 009/TB-SCT", ["SO-03"]),
        ("Số: 9/TB-SCT", ["SO-03"]),
        ("Số 09/TB-SCT", ["SO-01"]),
        ("SỐ: 09/TB-SCT", ["SO-01"]),
        ("Số: 09 /TB-SCT", ["SO-01"]),
        ("Số: 09/TB - SCT", ["SO-01"]),
        ("Số: 09/TB–SCT", ["SO-01"]),
        ("Số: 09/KH-SCT", ["SO-05"]),
        ("Số: 09/TTr-SCT", ["SO-05"]),
        ("Số: 09/tb-SCT", ["SO-05"]),
    ],
)
def test_numbers(number: str, codes: list[str]) -> None:
    assert number_said(number) == codes
