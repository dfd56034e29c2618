"""Every rule says where it stands, in one way of writing, and never more than that place gives it."""

import re

import pytest

from cchc_docs.facts import table
from cchc_docs.word.check.rule import Authority, Rule
from cchc_docs.word.check.rules import RULES

HEADINGS = {row["noi"]: row["ten"] for row in table("muc_nd30")}
OF_DECREE = {Authority.DECREE, Authority.SAMPLE, Authority.INFERENCE}
CANONICAL = re.compile(
    r"Điều \d+(, khoản \d+(, điểm [a-zđ])?)?"
    r"|Phụ lục I, Phần II?(, Mục [IV]+(, khoản \d+(, điểm [a-zđ])?|, ô số \d+[abc]?|, dòng \d+|, chú thích)?)?"
    r"|Phụ lục II, Mục [IV]+(, khoản \d+(, điểm [a-zđ])?)?"
    r"|Phụ lục III, Mục I{1,2}|Phụ lục III, mẫu \d\.\d+"
)


def places(rule: Rule) -> list[str]:
    return rule.clause.split("; ")


@pytest.mark.parametrize("place", HEADINGS)
def test_places_are_written_in_one_way(place: str) -> None:
    assert CANONICAL.fullmatch(place)
    assert HEADINGS[place]


def test_a_point_stands_under_its_clause_and_so_on() -> None:
    for place in HEADINGS:
        above = place.rpartition(", ")[0]
        assert above in HEADINGS or above in {"", "Phụ lục II", "Phụ lục III", "Phụ lục I"}, place


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.authority in OF_DECREE], ids=lambda rule: rule.id)
def test_a_rule_of_the_decree_names_places_that_it_has(rule: Rule) -> None:
    assert [place for place in places(rule) if place not in HEADINGS] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_nobody_but_the_decree_speaks_for_the_decree(rule: Rule) -> None:
    """What only a sample shows is no word of the decree; what offices do has no place in it."""
    of_sample = [place.startswith(("Phụ lục III, mẫu", "Phụ lục III, Mục II")) for place in places(rule)]
    if rule.authority in {Authority.DECREE, Authority.INFERENCE}:
        assert not any(of_sample)
    elif rule.authority is Authority.SAMPLE:
        assert all(of_sample)
    elif rule.authority is Authority.PRACTICE:
        assert rule.clause == "Thông lệ"
    else:
        assert re.match(r"(Luật|Nghị định|Thông tư|Công văn|Hướng dẫn) ", rule.clause)


@pytest.mark.parametrize(
    ("rule", "clause"),
    [
        ("KY-07", "Phụ lục I, Phần I, Mục II, khoản 7, điểm c"),
        ("CC-01", "Phụ lục I, Phần I, Mục II, khoản 6, điểm a"),
        ("ND-03", "Phụ lục I, Phần I, Mục II, khoản 6, điểm e"),
        ("NN-06", "Phụ lục I, Phần I, Mục II, khoản 9, điểm b"),
        ("PG-12", "Phụ lục I, Phần I, Mục III, khoản 1, điểm đ"),
        ("VH-22", "Phụ lục II, Mục V, khoản 9"),
        ("VV-04", "Phụ lục III, mẫu 1.5"),
    ],
)
def test_places_that_were_once_wrong(rule: str, clause: str) -> None:
    assert next(one.clause for one in RULES if one.id == rule) == clause


def test_sources_of_facts_name_places_that_the_decree_has() -> None:
    """Also the tables of facts cite the decree in this way."""
    for name in ("viet_hoa", "hoc_vi", "xung_ho", "chuc_vu_ky", "cap_pho", "hau_to_chuc_vu"):
        for row in table(name):
            found = re.match(r"NĐ 30/2020/NĐ-CP, (Phụ lục II?, [^:]*|Điều \d+, khoản \d+)", row["nguon"])
            if found is not None:
                assert found[1] in HEADINGS, row
