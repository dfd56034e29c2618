"""Every statement of the decree has its rule, or says why it has none."""

from collections import Counter

import pytest

from cchc_docs.facts import table
from cchc_docs.word.check.rule import Authority
from cchc_docs.word.check.rules import RULES
from tools.rules_page import rules_page

STATEMENTS = table("dieu_nd30")
BY_ID = {rule.id: rule for rule in RULES}
HEADINGS = {row["noi"] for row in table("muc_nd30")}


def rules_of(row: dict[str, str]) -> list[str]:
    return row["quy_tac"].split("; ") if row["quy_tac"] else []


def test_so_many_statements_are_covered() -> None:
    """Whoever writes a rule for one of them counts anew."""
    assert Counter(row["soat"] for row in STATEMENTS) == {"đủ": 173, "một phần": 9, "người xem": 19}


def test_each_stands_once() -> None:
    assert len({row["ma"] for row in STATEMENTS}) == len(STATEMENTS) == 201
    page = rules_page()
    assert all(page.count(f"\n| {row['ma']} |") == 1 for row in STATEMENTS)


@pytest.mark.parametrize("row", STATEMENTS, ids=lambda row: row["ma"])
def test_it_names_rules_and_places_that_exist(row: dict[str, str]) -> None:
    assert [rule for rule in rules_of(row) if rule not in BY_ID] == []
    assert [place for place in row["noi"].split("; ") if place not in HEADINGS] == []


@pytest.mark.parametrize("row", STATEMENTS, ids=lambda row: row["ma"])
def test_it_has_a_rule_or_a_reason(row: dict[str, str]) -> None:
    if row["soat"] in {"đủ", "một phần"}:
        assert rules_of(row)
    assert bool(row["vi_sao"]) == (row["soat"] != "đủ")


@pytest.mark.parametrize("row", STATEMENTS, ids=lambda row: row["ma"])
def test_a_rule_that_covers_it_has_a_check(row: dict[str, str]) -> None:
    if row["soat"] == "đủ":
        assert all(BY_ID[rule].check is not None for rule in rules_of(row))


def test_no_rule_of_the_decree_is_without_a_statement() -> None:
    named = {rule for row in STATEMENTS for rule in rules_of(row)}
    left = {rule.id for rule in RULES if rule.authority is Authority.DECREE} - named
    assert left == set()
