"""Every code of a problem stands in one table, with its severity and one sentence; the page on them is made from it."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

import cchc_docs
from cchc_docs.facts import table
from cchc_docs.problems import Place, Problem, Severity
from tests.problem_codes import allowed, is_in_table, made
from tools.problems_page import PAGE, problems_page

PACKAGE = Path(cchc_docs.__file__).parent


def used() -> dict[str, set[Severity | None]]:
    found: dict[str, set[Severity | None]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        for code, severity in made(path.read_text(encoding="utf-8")):
            found[code].add(severity)
    return found


def test_the_code_and_the_table_name_the_same_codes() -> None:
    found = used()
    assert len(found) > 200
    assert sorted(found.keys() - allowed().keys()) == [], "add a row to facts/van_de.csv"
    assert sorted(allowed().keys() - found.keys()) == [], "take the row out of facts/van_de.csv"


def test_the_code_and_the_table_give_the_same_severities() -> None:
    for code, severities in used().items():
        known = severities - {None}
        assert known <= allowed()[code], code
        assert None in severities or known == allowed()[code], code


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('problems.error("o_loi", place, "Ô báo lỗi.")', [("o_loi", Severity.ERROR)]),
        ('warning(data, row, "han", "han_sai", what, hint)', [("han_sai", Severity.WARNING)]),
        ('Problem("tep_hong", Severity.NOTE, place, "Hỏng.")', [("tep_hong", Severity.NOTE)]),
        ('(problems.error if grave else problems.notice)("khong_ro", place, "…")', []),
        ('report("trung_tieu_de", place, "Đã có.")', [("trung_tieu_de", None)]),
        ('print("khong_phai_van_de")', []),
    ],
)
def test_codes_are_found_in_source(source: str, expected: list[tuple[str, Severity | None]]) -> None:
    assert list(made(source)) == expected


def test_a_problem_that_is_not_in_the_table_fails_in_tests() -> None:
    with pytest.raises(AssertionError, match=r"not in facts/van_de\.csv: khong_dau_co \(loi\)"):
        Problem("khong_dau_co", Severity.ERROR, Place(), "Sai.")
    with pytest.raises(AssertionError, match=r"not in facts/van_de\.csv: thieu_gia_tri \(luu_y\)"):
        Problem("thieu_gia_tri", Severity.NOTE, Place(), "Sai.")


def test_a_problem_found_may_be_told_as_less_grave() -> None:
    assert is_in_table("thieu_gia_tri", Severity.WARNING, lowered=True)
    assert not is_in_table("gan_giong", Severity.ERROR, lowered=True)


def test_rules_of_format_are_codes_too() -> None:
    assert is_in_table("PG-01", Severity.ERROR)
    assert not is_in_table("PG-99", Severity.ERROR)


def test_every_code_is_explained_once_in_one_sentence() -> None:
    rows = table("van_de")
    assert len({row["ma"] for row in rows}) == len(rows)
    assert len({row["y_nghia"] for row in rows}) == len(rows)
    for row in rows:
        assert re.fullmatch(r"[A-ZĐÔ“].+[^.:]\.", row["y_nghia"]), row["ma"]
        assert ": " in row["y_nghia"], f"{row['ma']}: what it means, then what to do"
        grades = row["muc_do"].split("; ")
        assert grades == [one for one in Severity if one in grades], row["ma"]


def test_the_page_is_made_from_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == problems_page(), "run make rules and read the difference"
