"""One module answers each question of the office; all others ask it. This looks through the source for answers."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent.parent / "cchc_docs"
DAYS = {"tu_ngay", "den_ngay", "han_gui", "ngay_nop"}
"""Fields of units, periods and arrivals; who compares them says who exists, what is before what, who is late."""
COMMUNES = {"xã", "phường", "đặc khu"}
ORDERED = {"sorted", "min", "max"}


def reads(node: ast.AST, names: set[str]) -> bool:
    """Whether one of these attributes is read in the expression, other than as the argument of a call."""
    if isinstance(node, ast.Call):
        return reads(node.func, names)
    found = isinstance(node, ast.Attribute) and node.attr in names
    return found or any(reads(child, names) for child in ast.iter_child_nodes(node))


def compares_days(node: ast.AST) -> bool:
    """Days of units or periods compared by size, or sorted by."""
    if isinstance(node, ast.Compare):
        by_size = any(isinstance(one, ast.Lt | ast.LtE | ast.Gt | ast.GtE | ast.Eq) for one in node.ops)
        return by_size and any(reads(one, DAYS) for one in (node.left, *node.comparators))
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Sub | ast.Add) and any(reads(one, DAYS) for one in (node.left, node.right))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ORDERED:
        return any(reads(one, DAYS) for one in (*node.args, *(keyword.value for keyword in node.keywords)))
    return False


def tells_communes(node: ast.AST) -> bool:
    """The kinds of communes written out."""
    if not isinstance(node, ast.Set | ast.List | ast.Tuple):
        return False
    return {one.value for one in node.elts if isinstance(one, ast.Constant)} >= COMMUNES


def tells_levels(node: ast.AST) -> bool:
    """The office's level compared with a word."""
    if not isinstance(node, ast.Compare) or not reads(node, {"cap"}):
        return False
    return any(isinstance(one, ast.Constant) for one in (node.left, *node.comparators))


def tells_shortcomings(node: ast.AST) -> bool:
    """The kind or the state of a finding compared with a word."""
    return isinstance(node, ast.Compare) and has_word(node, "tồn tại", "kết quả", "đã khắc phục")


def tells_boards(node: ast.AST) -> bool:
    """The kind of a unit compared with the word for what is no unit."""
    return isinstance(node, ast.Compare) and reads(node, {"loai"}) and has_word(node, "khác")


def names_successors(node: ast.AST) -> bool:
    """Who took a unit's place, looked up."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "find"
        and any(isinstance(one, ast.Attribute) and one.attr == "thay_bang" for one in ast.walk(node))
    )


def has_word(node: ast.AST, *words: str) -> bool:
    found = {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return bool(found & set(words))


Answer = Callable[[ast.AST], bool]
HOMES: dict[Answer, set[str]] = {
    compares_days: {
        "office/calendar.py",  # what periods are to one another
        "office/units.py",  # who exists
        "office/reporting.py",  # who is late
        "data/fields/deadline.py",  # deadlines of tasks have days of this name too
    },
    tells_communes: {
        "office/units.py",
        "law/communes.py",  # names of places, not units of an office
    },
    tells_levels: {"office/units.py"},
    tells_shortcomings: {"office/inspections.py"},
    tells_boards: {"office/units.py"},
    names_successors: {"office/units.py"},
}


def answering(answer: Answer) -> Iterator[str]:
    """The modules that answer."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if any(answer(node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))):
            yield path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("answer", HOMES, ids=lambda answer: answer.__name__)
def test_only_its_home_answers_a_question(answer: Answer) -> None:
    assert set(answering(answer)) == HOMES[answer]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (compares_days, "late = [row for row in rows if row.ngay_nop and row.ngay_nop > ky.han_gui]"),
        (compares_days, "is_there = (unit.tu_ngay or day) <= day"),
        (compares_days, "before = sorted(periods, key=lambda one: one.den_ngay)"),
        (compares_days, "days = (row.ngay_nop - ky.han_gui).days"),
        (compares_days, "if known.den_ngay + timedelta(1) == other.tu_ngay: pass"),
        (tells_communes, "is_commune = unit.loai in {'xã', 'phường', 'đặc khu'}"),
        (tells_levels, "whole = data.co_quan.cap == 'tỉnh'"),
        (tells_shortcomings, "found = [row for row in rows if row.loai == 'tồn tại']"),
        (tells_boards, "owing = [unit for unit in units if unit.loai != 'khác']"),
        (names_successors, "after = data.names.find('don_vi', unit.thay_bang)"),
    ],
)
def test_an_answer_elsewhere_is_seen(answer: Answer, code: str) -> None:
    assert any(answer(node) for node in ast.walk(ast.parse(code)))
