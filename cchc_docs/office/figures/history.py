"""The figures of all periods of a file, and those to compare them with: the period before, the same one last year."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_docs.office.calendar import Ky, before, calendar, told
from cchc_docs.office.figures.values import OFFICE, Figure, PeriodFigures, period_figures
from cchc_docs.office.records import Data

NOTHING: Mapping[str, Figure] = {}


@dataclass(slots=True)
class History:
    """The figures of a year's periods, each worked out when it is first asked for."""

    data: Data
    nam_truoc: "History | None" = None
    periods: Mapping[str, Ky] = field(default_factory=dict)
    _known: dict[str, PeriodFigures] = field(default_factory=dict)

    @classmethod
    def of_file(cls, data: Data, nam_truoc: Data | None = None) -> "History":
        """The history that ``data`` tells, with last year's file beside it where there is one."""
        return cls(data, cls.of_file(nam_truoc) if nam_truoc else None, calendar(data))

    def __getitem__(self, ky: str) -> PeriodFigures:
        """The figures of the period ``ky``; KeyError where the calendar has none of that name."""
        if ky not in self._known:
            self._known[ky] = period_figures(self.data, self.periods, ky)
        return self._known[ky]

    def told(self) -> list[str]:
        """The periods of which the file says anything, in order."""
        return told(self.periods, self.data)

    def before(self, ky: str, unit: str = OFFICE) -> Mapping[str, Figure]:
        """The figures of the period told before ``ky`` (``calendar.before``); none for the first one."""
        earlier = self.told_before(ky)
        return self[earlier].of(unit) if earlier else NOTHING

    def told_before(self, ky: str) -> str:
        """The code of the period before ``ky`` of those of which the file says anything; ``""`` for the first one."""
        found = before(self.periods, ky, self.told())
        return found.ma if found else ""

    def year_before(self, ky: str, unit: str = OFFICE) -> Mapping[str, Figure]:
        """The figures of the same period in last year's file; none without that file, or where it has no such unit."""
        last = self.nam_truoc
        return last[ky].of(unit) if last and ky in last.told() else NOTHING
