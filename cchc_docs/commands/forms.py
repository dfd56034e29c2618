"""Entry forms out: one a unit for a period."""

from collections.abc import Sequence
from pathlib import Path

from cchc_docs.entry import forms
from cchc_docs.files import StrPath
from cchc_docs.making.jobs import MakeResult, Progress


def make_forms(
    data: StrPath, out: StrPath, *, period: str, units: Sequence[str] = (), progress: Progress = lambda *_: None
) -> MakeResult:
    """Make the entry forms of a period, a workbook a unit: only what it has to report.

    Where the data cannot be read without errors, none is made. A form that a person has edited is kept, and the new
    one written beside it.

    Args:
        data: the data file.
        out: the folder to write into; the forms go into one of the year in it.
        period: the period (``quy_1``, ``6_thang``, ``quy_3``, ``nam``, or the data's own).
        units: the units by code or name; none named: all that owe a report of the period.
        progress: called after each form with how many are done, of how many.

    Returns:
        The files made, the forms with what became of each, the problems, the workbook that lists them.
    """
    return forms.make_forms(Path(data), period, Path(out), units, progress)
