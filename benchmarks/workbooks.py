"""The workbooks of the measurements, written by XlsxWriter as Excel writes them: shared strings, formats of cells."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import xlsxwriter

Cell = str | int | float | dt.date | None


def write_workbook(path: Path, sheets: Mapping[str, Iterable[Sequence[Cell]]]) -> None:
    """A workbook with these rows on these sheets."""
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, dt.date):
                        sheet.write_datetime(number, column, dt.datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001 - a day
                    elif cell is not None:
                        sheet.write(number, column, cell)


def long_list(rows: int) -> Iterable[Sequence[Cell]]:
    """A list of 8 columns: codes, names, texts, whole and other numbers, days, blanks."""
    yield ("Mã hồ sơ", "Họ tên", "Thủ tục", "Nơi nộp", "Số trang", "Lệ phí", "Ngày nhận", "Ghi chú riêng")
    for row in range(rows):
        yield (
            f"HS-{row:06}",
            f"Nguyễn Văn {row % 5003}",
            f"Thủ tục hành chính số {row % 211}",
            f"Bộ phận Một cửa xã số {row % 97}",
            row % 40,
            row % 1000 / 8,
            dt.date(2025, row % 12 + 1, row % 28 + 1),
            None if row % 3 else "Hồ sơ trực tuyến",
        )


def communes(units: int) -> Iterable[Sequence[Cell]]:
    """The sheet *Đơn vị*."""
    yield ("Mã", "Tên", "Loại", "Con dấu")
    yield from ((_commune(unit), f"Xã số {unit}", "xã", "có") for unit in range(units))


INDICATORS = 123
"""As many as a commune reports in a year."""


def indicators() -> Iterable[Sequence[Cell]]:
    """The sheet *Chỉ số riêng*: indicators of the office's own, since those of the law must agree with one another."""
    yield ("Mã", "Biểu mẫu", "STT", "Tên", "Đơn vị tính", "Loại")
    for number in range(1, INDICATORS + 1):
        kind = ("triệu đồng", "tiền") if _is_money(number) else ("việc", "số đếm")
        yield (f"R-{number}", "R", str(number), f"Chỉ số thử {number}", *kind)


def figures(units: int) -> Iterable[Sequence[Cell]]:
    """The sheet *Số liệu năm*: a row a unit, a column an indicator, one cell in four with a fraction."""
    numbers = range(1, INDICATORS + 1)
    yield ("Đơn vị", *(f"R-{number}" for number in numbers))
    for unit in range(units):
        cells = ((unit * 31 + number * 7) % 1009 / (4 if _is_money(number) else 1) for number in numbers)
        yield (_commune(unit), *cells)


def _is_money(indicator: int) -> bool:
    """Whether its figures are sums of money, which alone may have fractions."""
    return indicator % 3 == 0


def _commune(unit: int) -> str:
    return f"X{unit:04}"
