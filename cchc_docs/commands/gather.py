"""Entry forms in: those that came back, into a new version of the data file."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from cchc_docs.data.fields import Unreadable
from cchc_docs.data.fields import read_day as read_day_of_cell
from cchc_docs.entry import gather as taking
from cchc_docs.entry.gather import GatherResult
from cchc_docs.files import StrPath


def gather(data: StrPath, forms: StrPath | Iterable[StrPath], out: StrPath, *, period: str, day: date) -> GatherResult:
    """Take the forms that came back into a new version of the data file; ``data`` itself is not changed.

    The order of the forms does not count, nor do their names; a form taken in before is not taken twice.

    Args:
        data: the data file that the forms were made from, or one that took in some of them already.
        forms: a form, a folder of forms, or several of them: ``.xlsx``, ``.xls``, ``.xlsb``, ``.ods``.
        out: the new data file, an ``.xlsx``; where a person has changed it, a name beside it is taken.
        period: the period of the forms.
        day: the day on which the forms arrived; who is late is told by it.

    Returns:
        The new data file, who reported, who was late, who owes a report, the copies to mail back, the problems.
    """
    paths = [forms] if isinstance(forms, (str, os.PathLike)) else forms
    return taking.gather(Path(data), [Path(one) for one in paths], period, Path(out), day)


def read_day(text: str) -> date:
    """The day that a person typed: ``18/3/2026``, ``18.3.2026``, ``ngày 18 tháng 3 năm 2026``.

    Raises:
        ValueError: it is no day; the text of the error says so in Vietnamese, with what to do.
    """
    try:
        return read_day_of_cell(text)
    except Unreadable as error:
        raise ValueError(f"{error.what} {error.hint}".strip()) from None
