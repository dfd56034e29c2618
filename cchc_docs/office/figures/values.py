"""The figures of one period: of the office, and of each unit; typed, counted, added up or by formula.

Decimal arithmetic throughout, nothing rounded before it is printed. Values only, no places: this travels to the
workers that render; ``figures.trace`` says where a figure came from.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from cchc_docs.data.fields import KHONG_CO, KhongCo
from cchc_docs.office.calendar import Ky
from cchc_docs.office.figures.catalog import SUMMED, ChiSo, catalog, source_key
from cchc_docs.office.figures.counts import COUNTS, CountedRecord, Counting
from cchc_docs.office.figures.formula import BadFormula, Formula, Value, parse
from cchc_docs.office.records import Data

OFFICE = ""
"""The key of the office itself where units go by their codes."""


class Cach(StrEnum):
    """The way to a figure; the values are words of messages."""

    NHAP = "nhập"
    TINH = "tính theo công thức"
    DEM = "lấy từ trang khác"
    CONG = "cộng từ các đơn vị"
    KHONG = "chưa có"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as exact as it can be had. ``khac`` is what the other way gives where one is typed and computed too."""

    chi_so: ChiSo
    gia_tri: Value
    cach: Cach
    khac: Value = None
    cach_khac: Cach = Cach.KHONG


@dataclass(slots=True)
class PeriodFigures:
    """All figures of one period, each worked out when it is first asked for."""

    ky: Ky
    catalog: Mapping[str, ChiSo]
    formulas: Mapping[str, Formula]
    rows: Mapping[str, int]
    """The row of each unit's figures by its code; ``OFFICE`` for the office's own."""
    columns: Mapping[str, Sequence[Value]]
    counted: Mapping[str, Mapping[str, int]]
    """By indicator, then by unit."""

    def of(self, unit: str = OFFICE) -> "UnitFigures":
        """The figures of one unit, or of the office."""
        return UnitFigures(self, unit, {})

    def typed(self, code: str, unit: str) -> Value:
        """Return the value in the matrix."""
        row, column = self.rows.get(unit), self.columns.get(code)
        return None if row is None or column is None else column[row]

    def summed(self, code: str) -> Value:
        """The sum of what the units gave, the office's own row left out; KHONG_CO where all say *there is none*."""
        column = self.columns.get(code)
        if column is None:
            return None
        office = self.rows.get(OFFICE)
        given = [value for row, value in enumerate(column) if row != office and value is not None]
        numbers = [value for value in given if isinstance(value, Decimal)]
        return sum(numbers, Decimal(0)) if numbers else (KHONG_CO if given else None)


@dataclass(frozen=True, slots=True)
class UnitFigures(Mapping[str, Figure]):
    """The figures of one unit or of the office, by code: one for each indicator of the catalogue."""

    period: PeriodFigures
    unit: str
    _known: dict[str, Figure]

    def __getitem__(self, code: str) -> Figure:
        if code not in self._known:
            self._known[code] = self._work_out(self.period.catalog[code])
        return self._known[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self.period.catalog)

    def __len__(self) -> int:
        return len(self.period.catalog)

    def _work_out(self, one: ChiSo) -> Figure:
        typed = self.period.typed(one.ma, self.unit)
        computed, way = self._computed(one)
        if typed is not None:
            return Figure(one, typed, Cach.NHAP, computed, way)
        return Figure(one, computed, way)

    def _computed(self, one: ChiSo) -> tuple[Value, Cach]:
        if (formula := self.period.formulas.get(one.ma)) is not None:
            value = formula.evaluate(lambda code: self[code].gia_tri)
            if value is not None:
                return value, Cach.TINH
        if one.ma in self.period.counted and (self.unit == OFFICE or self.unit in self.period.counted[one.ma]):
            return Decimal(self.period.counted[one.ma][self.unit]), Cach.DEM
        if self.unit == OFFICE and one.tong_hop in SUMMED:
            value = self.period.summed(one.ma)
            return value, Cach.KHONG if value is None else Cach.CONG
        return None, Cach.KHONG


def period_figures(data: Data, periods: Mapping[str, Ky], ky: str) -> PeriodFigures:
    """The figures of the period ``ky``, which must be one of ``periods``."""
    indicators = catalog(data, periods[ky].den_ngay)
    typed = data.so_lieu.get(ky)
    rows = {unit.ma if unit else OFFICE: row for row, unit in enumerate(typed.units)} if typed else {}
    columns = {code: typed.columns[code] for code in indicators if code in typed.columns} if typed else {}
    counting = Counting(data, periods, ky)
    found = {one.ma: counted(counting, one) for one in indicators.values()}
    return PeriodFigures(
        periods[ky],
        indicators,
        _formulas(indicators),
        rows,
        columns,
        {code: _amounts(items) for code, items in found.items() if items is not None},
    )


def counted(counting: Counting, one: ChiSo) -> Sequence[CountedRecord] | None:
    """The records from which ``one`` is counted; None where it is not, or the file does not keep them."""
    count = COUNTS.get(source_key(one))
    return count(counting) if count else None


def _amounts(items: Sequence[CountedRecord]) -> dict[str, int]:
    amounts = {OFFICE: 0}
    for item in items:
        amounts[OFFICE] += item.amount
        for unit in item.units:
            amounts[unit] = amounts.get(unit, 0) + item.amount
    return amounts


def _formulas(indicators: Mapping[str, ChiSo]) -> dict[str, Formula]:
    """Each indicator's formula, of the codes that this office has; those that go round in a circle, or cannot be read,
    are left out (``office.checks`` tells)."""
    found: dict[str, Formula] = {}
    for one in indicators.values():
        if one.cong_thuc:
            try:
                formula = parse(one.cong_thuc)
            except BadFormula:
                continue
            here = _known_only(formula, indicators)
            if here.dividend and bool(here.divisor) == bool(formula.divisor):
                found[one.ma] = here
    return {code: formula for code, formula in found.items() if not _goes_round(code, found)}


def _known_only(formula: Formula, indicators: Mapping[str, ChiSo]) -> Formula:
    """The formula without the rows that an office of this level does not have."""
    dividend, divisor = (
        tuple((sign, code) for sign, code in side if code in indicators) for side in (formula.dividend, formula.divisor)
    )
    return Formula(formula.text, dividend, divisor)


def _goes_round(start: str, formulas: Mapping[str, Formula]) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        formula = formulas.get(waiting.pop())
        for code in formula.codes if formula else ():
            if code == start:
                return True
            if code not in seen:
                seen.add(code)
                waiting.append(code)
    return False


def is_number(value: Value) -> bool:
    """Return True if there is a number at all."""
    return value is not None and not isinstance(value, KhongCo)
