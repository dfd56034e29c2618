"""Formulas between indicators: read, refused with a sentence, evaluated exactly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs.data.fields import KHONG_CO
from cchc_docs.office.figures.formula import BadFormula, Value, parse


def evaluate(text: str, **values: Value) -> Value:
    known = {f"R-{name[1:]}": value for name, value in values.items()}
    return parse(text).evaluate(known.get)


def test_sums_differences_and_quotients() -> None:
    three = {"r1": Decimal(1), "r2": Decimal(2), "r3": Decimal(4)}
    assert evaluate("R-1 + R-2 - R-3", **three) == -1
    assert evaluate("R-1+R-2-R-3", **three) == -1
    assert evaluate("R-1 / R-3", **three) == 25
    assert evaluate("(R-1 + R-2) / (R-3 - R-1)", **three) == 100


def test_what_is_not_there() -> None:
    assert evaluate("R-1 + R-2", r1=Decimal(1)) is None
    assert evaluate("R-1 + R-2", r1=Decimal(1), r2=KHONG_CO) == 1
    assert evaluate("R-1 + R-2", r1=KHONG_CO, r2=KHONG_CO) is KHONG_CO
    assert evaluate("R-1 / R-2", r1=Decimal(0), r2=Decimal(0)) is KHONG_CO
    assert evaluate("R-1 / R-2", r1=KHONG_CO, r2=Decimal(3)) is KHONG_CO
    assert evaluate("R-1 / R-2", r1=Decimal(1)) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("R-1 * R-2", "Công thức có “*”, không phải là mã chỉ số hay dấu +, -, /, ( )."),
        ("R-1 / R-2 / R-3", "Công thức chỉ có một phép chia."),
        ("R-1 + R-2 / R-3", "Tổng ở tử số hoặc mẫu số phải đặt trong ngoặc, ví dụ (R-1 + R-2) / R-3."),
        ("R-1 +", "Công thức thiếu mã chỉ số hoặc thiếu dấu giữa hai mã."),
        ("R-1 R-2", "Công thức thiếu mã chỉ số hoặc thiếu dấu giữa hai mã."),
        ("tổng", "Công thức có “t”, không phải là mã chỉ số hay dấu +, -, /, ( )."),
        ("", "Công thức thiếu mã chỉ số hoặc thiếu dấu giữa hai mã."),
        ("R-1 + " * 300 + "R-1", "Công thức quá dài."),
    ],
)
def test_sentences(text: str, sentence: str) -> None:
    with pytest.raises(BadFormula) as found:
        parse(text)
    assert str(found.value) == sentence


@given(st.text("R-1.23+/() *", max_size=30))
def test_any_text_is_a_formula_or_a_sentence(text: str) -> None:
    try:
        parse(text)
    except BadFormula as found:
        assert str(found).endswith(".")


@given(st.lists(st.tuples(st.sampled_from([1, -1]), st.integers(0, 10**9)), min_size=1, max_size=20))
def test_a_sum_is_the_sum(terms: list[tuple[int, int]]) -> None:
    values = {f"R-{number}": Decimal(value) for number, (_, value) in enumerate(terms, 1)}
    signs = "".join(f" {'+' if sign > 0 else '-'} R-{number}" for number, (sign, _) in enumerate(terms, 1))
    text = signs.removeprefix(" + ") if terms[0][0] > 0 else f"R-0{signs}"
    expected = sum(sign * value for sign, value in terms)
    assert parse(text).evaluate((values | {"R-0": Decimal(0)}).get) == expected
