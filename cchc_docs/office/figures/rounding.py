"""The one rounding policy: what is printed in text and in tables, and nothing before.

Percentages: two decimals, half up, always both of them unless the exact value is whole (100; 22,45; 85,90). The mixes
of issued reports – 82% beside 85,9%, 99,1 in the text and 99,10 in the table for 99,1086 – come from rounding twice.
"""

from decimal import ROUND_HALF_UP, Decimal

from cchc_docs.data.fields import KhongCo
from cchc_docs.text.formats import grouped_number, in_prose
from cchc_docs.text.formats import written_number as plain

__all__ = ["in_prose", "percent", "plain", "rounded", "shown"]

_HUNDREDTH = Decimal("0.01")


def rounded(value: Decimal) -> Decimal:
    """A percentage as it is printed, as a number.

    >>> rounded(Decimal("99.125"))
    Decimal('99.13')
    """
    return value.quantize(_HUNDREDTH, ROUND_HALF_UP)


def percent(value: Decimal) -> str:
    """A percentage or a difference of percentages, without the sign.

    >>> percent(Decimal(100)), percent(Decimal(11) * 100 / 49), percent(Decimal("85.9"))
    ('100', '22,45', '85,90')
    """
    if value == value.to_integral_value():
        return grouped_number(value.to_integral_value())
    return grouped_number(rounded(value))


def shown(value: Decimal | KhongCo | None, loai: str) -> str:
    """A figure as tables and messages show it: ``-`` where there is none, nothing where it is not given.

    >>> shown(Decimal("99.1086"), "tỷ lệ"), shown(Decimal(195197), "số đếm"), shown(None, "số đếm")
    ('99,11', '195.197', '')
    """
    if value is None:
        return ""
    if isinstance(value, KhongCo):
        return str(value)
    return percent(value) if loai == "tỷ lệ" else plain(value)
