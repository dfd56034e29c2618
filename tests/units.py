"""Units that fill in their forms, as people do: by the headings and the codes that they see."""

from collections.abc import Mapping
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

Answers = Mapping[str, Mapping[tuple[str, str], object]]
"""For each sheet: (what stands in the first column, heading) -> what is typed there."""


def column(sheet: Worksheet, heading: str) -> int:
    """The number of the column under a heading."""
    return next(int(cell.column) for cell in sheet[1] if cell.value == heading)


def row(sheet: Worksheet, code: str) -> int:
    """The row of a code; the first free one for a code that is not there, which is typed in."""
    codes = [sheet.cell(number, 1).value for number in range(2, sheet.max_row + 1)]
    if code in codes:
        return 2 + codes.index(code)
    free = 2 + next(
        number for number, cell in enumerate(codes) if cell is None and not sheet.cell(2 + number, 1).protection.locked
    )
    sheet.cell(free, 1).value = code
    return free


def fill(form: Path, answers: Answers, to: Path | None = None) -> Path:
    """Fill in a form and save it, under another name if one is given."""
    book = openpyxl.load_workbook(form)
    for name, cells in answers.items():
        for (code, heading), value in cells.items():
            sheet = book[name]
            sheet.cell(row(sheet, code), column(sheet, heading)).value = value
    book.save(to or form)
    return to or form


def numbers(form: Path, value: object) -> Answers:
    """The same answer for every figure that a form asks."""
    sheet = openpyxl.load_workbook(form)["Số liệu"]
    at = column(sheet, "Số liệu")
    codes = [
        sheet.cell(one, 1).value for one in range(2, sheet.max_row + 1) if not sheet.cell(one, at).protection.locked
    ]
    return {"Số liệu": {(str(code), "Số liệu"): value for code in codes}}
