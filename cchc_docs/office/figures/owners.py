"""Owners of figures: the unit whose entry form asks for a figure, and in whose row of the figures it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cchc_docs.office.figures.catalog import HEADER, ChiSo, catalog, source_key
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.units import is_commune, is_province, organiser

_EACH, _COMMUNE, _WHOLE = "", "xã", "tỉnh"


@dataclass(slots=True)
class Owners:
    """The givers of the figures of a data file, as the catalogue of one day has them."""

    data: Data
    catalog: dict[str, ChiSo]
    _of_office: frozenset[str]
    """Indicators of which there is one figure, the office's."""

    @classmethod
    def of(cls, data: Data, day: date) -> "Owners":
        """The owners by the catalogue that is in force on ``day``."""
        known = catalog(data, day)
        return cls(data, known, frozenset(one.ma for one in known.values() if _is_of_office(data, one)))

    def asked(self, unit: DonVi) -> Iterator[ChiSo]:
        """The indicators whose figures the unit gives, in the order of the forms.

        Those of its areas, of units of its kind; and those of the whole office for which it answers.
        """
        areas = {area.ma for area in unit.linh_vuc}
        for one in self.catalog.values():
            if not is_typed(one):
                continue
            if self.is_of_office(one.ma):
                if self._answers_for(unit, one):
                    yield one
            elif (not areas or not one.linh_vuc or one.linh_vuc in areas) and _fits(unit, self._kind(one)):
                yield one

    def is_of_office(self, code: str) -> bool:
        """Return True if the indicator has one figure for the whole office: it stands in the office's own row."""
        return code in self._of_office

    def _kind(self, one: ChiSo) -> str:
        return one.ai_nhap if is_province(self.data.co_quan) else _EACH

    def _answers_for(self, unit: DonVi, one: ChiSo) -> bool:
        """The agency that the catalogue names does, else the unit that puts the reports together."""
        name = one.phu_trach.partition("(")[0].strip() if is_province(self.data.co_quan) else ""
        named = self.data.names.find(DonVi.sheet_key, name) if name else None
        return unit is (named if isinstance(named, DonVi) else organiser(self.data))


def is_typed(one: ChiSo) -> bool:
    """Return True if somebody types the figure: no heading, computed by no formula, counted from no sheet."""
    return one.loai != HEADER and not one.cong_thuc and not source_key(one)


def _is_of_office(data: Data, one: ChiSo) -> bool:
    """Return True if the rules give the figure to the office, it cannot be added up, or only the office gave it."""
    if one.tong_hop == "không" or (is_province(data.co_quan) and one.ai_nhap == _WHOLE):
        return True
    gave = {
        unit is None
        for period in data.so_lieu.values()
        for unit, figure in zip(period.units, period.column(one.ma), strict=True)
        if figure is not None
    }
    return gave == {True}


def _fits(unit: DonVi, kind: str) -> bool:
    return kind == _EACH or (kind == _COMMUNE) == is_commune(unit)
