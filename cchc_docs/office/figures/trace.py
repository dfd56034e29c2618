"""The origin of a figure: its value, the way to it, and the sheet and cell of every input."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cchc_docs.office.figures.catalog import COUNT, RATIO, ChiSo
from cchc_docs.office.figures.counts import CountedRecord, Counting
from cchc_docs.office.figures.history import History
from cchc_docs.office.figures.rounding import shown
from cchc_docs.office.figures.values import OFFICE, Cach, UnitFigures, counted
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.problems import Place

_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the answer: how deep under the figure asked for, what, its value, how, and where it stands."""

    bac: int
    ma: str
    ten: str
    gia_tri: str
    cach: str
    where: Place

    def as_json(self) -> dict[str, object]:
        """Return the object that ``--json`` shows."""
        return {
            "bac": self.bac,
            "ma": self.ma,
            "ten": self.ten,
            "gia_tri": self.gia_tri,
            "cach": self.cach,
            "o_dau": str(self.where),
        }


def trace(history: History, ky: str, code: str, unit: DonVi | None = None) -> list[Step]:
    """All that the figure ``code`` of the period is made of, itself first. KeyError for a code that is not known."""
    return list(_Tracer(history, ky, unit).steps(history[ky].catalog[code], 0))


def _count(number: int) -> str:
    return shown(Decimal(number), COUNT)


class _Tracer:
    def __init__(self, history: History, ky: str, unit: DonVi | None) -> None:
        self._data: Data = history.data
        self._ky, self._unit = ky, unit
        self._period = history[ky]
        self._counting = Counting(history.data, history.periods, ky)
        self._figures: UnitFigures = self._period.of(unit.ma if unit else OFFICE)

    def steps(self, one: ChiSo, depth: int) -> Iterator[Step]:
        figure = self._figures[one.ma]
        place = self._cell(self._unit, one.ma) if figure.cach is Cach.NHAP else Place()
        percent = ", tính ra %" if one.loai == RATIO else ""
        formula = f"= {one.cong_thuc}{percent}" if figure.cach is Cach.TINH else str(figure.cach)
        yield Step(depth, one.ma, one.ten, shown(figure.gia_tri, one.loai), formula, place)
        if depth == _DEEPEST:
            return
        yield from self._inputs(one, figure.cach, depth + 1)
        if figure.cach is Cach.NHAP and figure.khac is not None:
            yield Step(depth + 1, one.ma, "So với", shown(figure.khac, one.loai), str(figure.cach_khac), Place())
            yield from self._inputs(one, figure.cach_khac, depth + 2)

    def _inputs(self, one: ChiSo, way: Cach, depth: int) -> Iterator[Step]:
        match way:
            case Cach.TINH:
                for code in self._period.formulas[one.ma].codes:
                    yield from self.steps(self._period.catalog[code], depth)
            case Cach.DEM:
                for item in self._items(one):
                    yield from self._item(one, item, depth)
            case Cach.CONG:
                yield from self._of_units(one, depth)
            case _:
                return

    def _items(self, one: ChiSo) -> Iterator[CountedRecord]:
        for item in counted(self._counting, one) or ():
            if self._unit is None or self._unit.ma in item.units:
                yield item

    def _item(self, one: ChiSo, item: CountedRecord, depth: int) -> Iterator[Step]:
        """A record that counts; where cells of it are added up, each of them."""
        record, first = item.record, item.fields[0]
        name = str(record) or str(getattr(record, "don_vi", "") or getattr(record, first, ""))
        way = f"trang “{type(record).sheet}”"
        if len(item.fields) == 1:
            yield Step(depth, one.ma, name, _count(item.amount), way, self._data.place(record, first))
            return
        headings = {column.name: column.heading for column in type(record).columns()}
        for field in [one for one in item.fields if getattr(record, one)] or item.fields[:1]:
            place = self._data.place(record, field)
            yield Step(depth, one.ma, f"{name}: {headings[field]}", _count(getattr(record, field)), way, place)

    def _of_units(self, one: ChiSo, depth: int) -> Iterator[Step]:
        typed = self._data.so_lieu[self._ky]
        for unit, value in zip(typed.units, typed.column(one.ma), strict=True):
            if unit is not None and value is not None:
                text = shown(value, one.loai)
                yield Step(depth, one.ma, unit.ten, text, str(Cach.NHAP), self._cell(unit, one.ma))

    def _cell(self, unit: DonVi | None, code: str) -> Place:
        return self._data.so_lieu[self._ky].place(unit, code)
