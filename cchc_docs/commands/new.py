"""Begun anew: a working folder, next year's, a document type."""

from collections.abc import Sequence
from pathlib import Path

from cchc_docs.authoring.scaffold import NewType, create_type
from cchc_docs.files import StrPath
from cchc_docs.result import Result
from cchc_docs.working_folder.new import create


def new_folder(folder: StrPath, *, example: bool = False) -> Result:
    """Begin a working folder: ``du_lieu.xlsx`` to fill, ``templates`` for own templates, ``output`` for what is made.

    A data file that is there already is never touched.

    Args:
        folder: the folder; it and those above it are made where they are missing.
        example: whether the data file is the shipped example rather than blank.

    Returns:
        The data file and the two folders.
    """
    return create(Path(folder), example=example)


def next_year(folder: StrPath, previous: StrPath) -> Result:
    """Begin the working folder of the next year: its data file follows from that of the year before.

    Args:
        folder: the new folder.
        previous: the data file of the year that ends; it is only read.

    Returns:
        The data file and the two folders; the problems say, sheet by sheet, what a person must fill in.
    """
    return create(Path(folder), previous=Path(previous))


def new_type(
    folder: StrPath,
    name: str,
    base: str,
    *,
    title: str = "",
    summary: str = "",
    scope: str = "",
    periods: Sequence[str] = (),
) -> Result:
    """Begin a document type in the ``templates`` of a working folder: a Word file to edit, and its ``.yaml``.

    Nothing that is there is overwritten; with an error nothing is made.

    Args:
        folder: the working folder.
        name: the name of the new type, as it will be called on the command line.
        base: the type, or the blank kind of paper, that it begins with.
        title: what lists call it; without one, what ``name`` or the base says.
        summary: the *trích yếu* printed on its documents.
        scope: the sheet each row of which gets a document of its own; without one, a document for the office.
        periods: the periods for which it is made; without one, once.

    Returns:
        The Word file and the ``.yaml``.
    """
    return create_type(Path(folder), NewType(name, base, title, summary, scope, periods))
