"""Large workbooks: our reading against the bare library under it, and against openpyxl."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import openpyxl
import python_calamine

from benchmarks.measure import interleaved, line, ratios
from benchmarks.results import Line
from benchmarks.workbooks import INDICATORS, communes, figures, indicators, long_list, write_workbook
from cchc_docs.data.read import read
from cchc_docs.data.read.source import Source
from cchc_docs.office.records import VOCABULARY, Loaded, load

UNITS = 3321
"""The communes of the country."""


def run(folder: Path, *, quick: bool) -> Iterator[Line]:
    """Seconds to read a long list and a matrix of figures, raw, and understood as records and figures."""
    rows, units = (5_000, UNITS // 10) if quick else (100_000, UNITS)
    sheets = {
        f"{rows} rows × 8": {"Hồ sơ": long_list(rows)},
        f"{units} units × {INDICATORS}": {
            "Đơn vị": communes(units),
            "Chỉ số riêng": indicators(),
            "Số liệu năm": figures(units),
        },
    }
    for what, sheet in sheets.items():
        path = folder / "large.xlsx"
        write_workbook(path, sheet)
        seconds = interleaved({name: partial(way, path) for name, way in _WAYS.items()}, 3 if quick else 5)
        for name, values in seconds.items():
            yield line("read", f"{what}: {name}", values, "s")
        ours = seconds["cchc_docs.data.read"]
        yield line("read", f"{what}: read / calamine", ratios(ours, seconds["calamine"]), "×")
        yield line("read", f"{what}: openpyxl / read", ratios(seconds["openpyxl"], ours), "×")


def _read(path: Path) -> Source:
    return read(path, VOCABULARY)


def _load(path: Path) -> Loaded:
    return load(_read(path))


def _calamine(path: Path) -> list[object]:
    book = python_calamine.CalamineWorkbook.from_path(path)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def _openpyxl(path: Path) -> list[object]:
    """Its fastest way: read only, values only."""
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
    finally:
        book.close()


_WAYS = {"cchc_docs.data.read": _read, "read + load": _load, "calamine": _calamine, "openpyxl": _openpyxl}
