"""Helpers of several checks: problems at a record or a cell, the texts of reports, sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cchc_docs.office.calendar import Ky
from cchc_docs.office.figures.history import History
from cchc_docs.office.figures.values import OFFICE
from cchc_docs.office.records import Data
from cchc_docs.office.records.bao_cao import NoiDungBaoCao
from cchc_docs.problems import Place, Problem, Severity
from cchc_docs.text import markup
from cchc_docs.text.figures import sentences
from cchc_docs.text.normal import fold


def problem(grave: Severity, code: str, where: Place, what: str, hint: str = "") -> Problem:
    """A problem at any place."""
    return Problem(code, grave, where, what, hint)


def error(code: str, where: Place, what: str, hint: str = "") -> Problem:
    """A *lỗi*."""
    return Problem(code, Severity.ERROR, where, what, hint)


def warning(code: str, where: Place, what: str, hint: str = "") -> Problem:
    """A *cảnh báo*."""
    return Problem(code, Severity.WARNING, where, what, hint)


def notice(code: str, where: Place, what: str, hint: str = "") -> Problem:
    """A *lưu ý*."""
    return Problem(code, Severity.NOTE, where, what, hint)


MOST_TOLD = 20
"""Most problems of one kind and one sheet that are told one by one."""


def first_ones(found: Iterable[Problem]) -> Iterator[Problem]:
    """Of each kind of problem in each sheet the first ones, then how many more there are: who has hundreds mends the
    column, not the cells.
    """
    counts: dict[tuple[str, str], int] = {}
    last: dict[tuple[str, str], Problem] = {}
    for one in found:
        kind = (one.code, one.where.sheet)
        counts[kind] = counts.get(kind, 0) + 1
        last[kind] = one
        if counts[kind] <= MOST_TOLD:
            yield one
    for kind, number in counts.items():
        if number > MOST_TOLD:
            where = replace(last[kind].where, row=0, column=0, line=0)
            what = f"Còn {number - MOST_TOLD} chỗ khác trong trang này cũng như vậy."
            yield replace(last[kind], where=where, what=what, hint="Sửa các chỗ trên rồi chạy lại.")


@dataclass(frozen=True, slots=True)
class NarrativeParagraph:
    """One paragraph of a report's narrative."""

    row: NoiDungBaoCao
    ky: Ky
    unit: str
    text: str
    """Without marks; cited figures as their codes in brackets."""
    where: Place

    @property
    def sentences(self) -> list[str]:
        """The sentences, each with what belongs to it."""
        return sentences(self.text)


def paragraphs(history: History) -> Iterator[NarrativeParagraph]:
    """The narrative of all reports whose period is known."""
    data = history.data
    for row in data.noi_dung_bao_cao:
        if (ky := history.periods.get(row.ky)) is not None:
            unit = row.don_vi.ma if row.don_vi else OFFICE
            yield NarrativeParagraph(row, ky, unit, markup.plain(row.noi_dung), data.place(row, "noi_dung"))


def cell(data: Data, ky: str, unit: str, code: str) -> Place:
    """Return the place of a typed figure."""
    figures = data.so_lieu[ky]
    owner = next((one for one in figures.units if (one.ma if one else OFFICE) == unit), None)
    return figures.place(owner, code)


def words_in(sentence: str, wanted: str) -> bool:
    """Return True if the sentence has the words of ``tu_khoa``: alternatives (``|``) of each part (``;``)."""
    folded = fold(sentence)
    return all(any(fold(one.strip()) in folded for one in part.split("|")) for part in wanted.split(";"))
