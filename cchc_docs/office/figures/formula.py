"""Formulas between indicators: ``3-3.1.2 / 3-3.1.1``, ``2-1.1 + 2-1.2``. The ``-`` inside a code is no minus."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from cchc_docs.data.fields import KHONG_CO, KhongCo

_TOKEN = re.compile(r"\s*(?:([^\W_]+-[0-9]+(?:\.[0-9]+)*)|([-+/*()])|(\S))")
_MOST_CODES = 200
"""Codes of one formula: more than any form adds up."""

Value = Decimal | KhongCo | None
"""``None``: not given; ``KHONG_CO``: given as *there is none*, or nothing divided by nothing."""


class BadFormula(ValueError):
    """A formula that cannot be read; the message is a Vietnamese sentence."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula taken apart: the terms of the dividend, and of the divisor if there is one, each ``(sign, code)``."""

    text: str
    dividend: tuple[tuple[int, str], ...]
    divisor: tuple[tuple[int, str], ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that it is made of, each once, as they stand."""
        return tuple(dict.fromkeys(code for _, code in (*self.dividend, *self.divisor)))

    def evaluate(self, value: Callable[[str], Value]) -> Value:
        """The exact result. A quotient is in %; nothing divided by nothing, and anything by zero, is KHONG_CO.

        ``value`` gives each code's; where one is not given, neither is the result.
        """
        above = _sum(self.dividend, value)
        if not self.divisor:
            return above
        below = _sum(self.divisor, value)
        if above is None or below is None:
            return None
        if isinstance(above, KhongCo) or isinstance(below, KhongCo) or below == 0:
            return KHONG_CO
        return above * 100 / below


@lru_cache(maxsize=1024)
def parse(text: str) -> Formula:
    """The formula that ``text`` writes: sums and differences of codes, and at most one division of two of them.

    Raises:
        BadFormula: it is something else.

    >>> parse("(7-3.1 + 7-3.2) / 7-4.1").dividend
    ((1, '7-3.1'), (1, '7-3.2'))
    """
    tokens = list(_tokens(text))
    if tokens.count("/") > 1:
        raise BadFormula("Công thức chỉ có một phép chia.")
    if "/" not in tokens:
        return Formula(text, _terms(tokens))
    at = tokens.index("/")
    return Formula(text, _group(tokens[:at]), _group(tokens[at + 1 :]))


def _tokens(text: str) -> Iterator[str]:
    for number, (code, sign, other) in enumerate(_TOKEN.findall(text.strip())):
        if other or sign == "*":
            raise BadFormula(f"Công thức có “{other or sign}”, không phải là mã chỉ số hay dấu +, -, /, ( ).")
        if number > 2 * _MOST_CODES:
            raise BadFormula("Công thức quá dài.")
        yield code or sign


def _group(tokens: list[str]) -> tuple[tuple[int, str], ...]:
    """One side of a division: a code alone, or several in brackets."""
    if len(tokens) > 1:
        if tokens[0] != "(" or tokens[-1] != ")":
            raise BadFormula("Tổng ở tử số hoặc mẫu số phải đặt trong ngoặc, ví dụ (R-1 + R-2) / R-3.")
        tokens = tokens[1:-1]
    return _terms(tokens)


def _terms(tokens: list[str]) -> tuple[tuple[int, str], ...]:
    """``a + b - c`` as signed codes."""
    if not tokens or len(tokens) % 2 == 0:
        raise BadFormula("Công thức thiếu mã chỉ số hoặc thiếu dấu giữa hai mã.")
    signs = ["+", *tokens[1::2]]
    codes = tokens[::2]
    if set(signs) - {"+", "-"} or any(len(code) == 1 for code in codes):
        raise BadFormula("Công thức thiếu mã chỉ số hoặc thiếu dấu giữa hai mã.")
    return tuple((-1 if sign == "-" else 1, code) for sign, code in zip(signs, codes, strict=True))


def _sum(terms: tuple[tuple[int, str], ...], value: Callable[[str], Value]) -> Value:
    """Add up those of ``terms`` that are there; *there is none* counts as nothing unless all of them are so."""
    values = [(sign, value(code)) for sign, code in terms]
    numbers = [sign * one for sign, one in values if isinstance(one, Decimal)]
    if any(one is None for _, one in values):
        return None
    return sum(numbers, Decimal(0)) if numbers else KHONG_CO
