"""The document of a template while its author works on it: once, or anew at every save."""

from collections.abc import Iterator
from pathlib import Path

from cchc_docs.authoring import preview as looking
from cchc_docs.files import StrPath, optional_path
from cchc_docs.result import Result


def preview(
    document_type: str, data: StrPath | None = None, *, out: StrPath, templates: StrPath | None = None
) -> Result:
    """Make the first document of a type as its template is now, with its PDF where there is LibreOffice.

    Args:
        document_type: the type by name or title.
        data: the data file; without one, ``du_lieu.xlsx`` of the folder one is in, else a shipped example.
        out: the folder to write into; what an earlier preview wrote there is replaced.
        templates: a folder whose templates come before those of the working folder and the shipped ones.

    Returns:
        The files made, and all that is to be said of the template.
    """
    return looking.look(looking.Wish(document_type, optional_path(data), optional_path(templates), Path(out)))


def watch(
    document_type: str, data: StrPath | None = None, *, out: StrPath, templates: StrPath | None = None
) -> Iterator[Result]:
    """Give a preview at once, then one whenever template or data is saved, until Ctrl+C or until no one asks.

    The arguments are those of ``preview``.
    """
    wish = looking.Wish(document_type, optional_path(data), optional_path(templates), Path(out))
    return looking.previews(wish, looking.saves(wish))
