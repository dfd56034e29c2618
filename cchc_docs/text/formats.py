"""Dates and numbers as Vietnamese offices print them: the same in messages, in documents and in workbooks."""

from datetime import date, datetime
from decimal import Decimal


def short_date(day: date) -> str:
    """A date in figures: days and the months 1 and 2 with two digits, other months as they are.

    Source: usage in issued reports; the same rule as for the date line (NĐ 30/2020, Phụ lục I, II.4.b).

    >>> short_date(date(2023, 2, 6)), short_date(date(2023, 6, 20))
    ('06/02/2023', '20/6/2023')
    """
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def long_date(day: date) -> str:
    """A date in words: days below 10 and the months 1 and 2 with a zero.

    Source: NĐ 30/2020, Phụ lục I, II.4.b.

    >>> long_date(date(2020, 1, 5)), long_date(date(2020, 3, 15))
    ('ngày 05 tháng 01 năm 2020', 'ngày 15 tháng 3 năm 2020')
    """
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def clock(moment: datetime) -> str:
    """The time of day in words, hours and minutes with two digits.

    Source: NĐ 30/2020, Phụ lục III, mẫu 1.9 (*… giờ …, ngày … tháng … năm …*).

    >>> clock(datetime(2026, 6, 12, 8, 5))
    '08 giờ 05 phút'
    """
    return f"{moment.hour:02d} giờ {moment.minute:02d} phút"


def plain_number(number: Decimal) -> str:
    """A number with a decimal comma, no dots, no needless zeros.

    >>> plain_number(Decimal("1234.50")), plain_number(Decimal("1E+3"))
    ('1234,5', '1000')
    """
    whole, _, rest = f"{number:f}".partition(".")
    rest = rest.rstrip("0")
    return f"{whole},{rest}" if rest else whole


def grouped_number(number: Decimal) -> str:
    """A number with dots between thousands and a decimal comma; its zeros stay.

    >>> grouped_number(Decimal("1234567.50")), grouped_number(Decimal(999))
    ('1.234.567,50', '999')
    """
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))


def written_number(number: Decimal) -> str:
    """A number as documents and messages write it: dots between thousands, a decimal comma, no needless zeros.

    >>> written_number(Decimal("13203300.50")), written_number(Decimal(5)), written_number(Decimal("1E+3"))
    ('13.203.300,5', '5', '1.000')
    """
    written = grouped_number(number)
    return written.rstrip("0").rstrip(",") if "," in written else written


def in_prose(number: Decimal) -> str:
    """A count in running text: below ten with a leading zero (usage in issued reports).

    >>> in_prose(Decimal(5)), in_prose(Decimal(0)), in_prose(Decimal("2.5")), in_prose(Decimal(1200))
    ('05', '0', '2,5', '1.200')
    """
    is_small = 0 < number < 10 and number == number.to_integral_value()
    return f"0{int(number)}" if is_small else written_number(number)


def document_number(number: int) -> str:
    """The number of an issued paper: below ten with a zero (NĐ 30/2020, Phụ lục I, II.3).

    >>> document_number(5), document_number(137)
    ('05', '137')
    """
    return f"{number:02d}"


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)
