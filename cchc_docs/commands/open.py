"""A working folder opened: its data as typed records, read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cchc_docs.documents.types import DocumentType
from cchc_docs.files import StrPath, optional_path
from cchc_docs.office.records import Data
from cchc_docs.result import Result
from cchc_docs.working_folder.new import DATA_FILE
from cchc_docs.working_folder.opened import open_data


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenResult(Result):
    """A data file read and checked; where the problems hold a *lỗi*, ``data`` is not fit for documents."""

    data: Data
    """Its records, an attribute a sheet: ``data.don_vi``, ``data.nhiem_vu`` …"""
    types: Mapping[str, DocumentType]
    """The document types that can be asked for, by name."""
    last_year: Data | None = None


def open_folder(folder: StrPath, *, templates: StrPath | None = None, last_year: StrPath | None = None) -> OpenResult:
    """Read and check the data of a working folder without making anything.

    Args:
        folder: the working folder with its ``du_lieu.xlsx``, or a data file.
        templates: a folder whose templates come before those of the working folder and the shipped ones.
        last_year: the data file of the year before, to compare with.

    Returns:
        The records, the document types, all that must be mended in the data.
    """
    path = Path(folder)
    inside = path / DATA_FILE
    checked = open_data(
        inside if inside.is_file() else path, mau=optional_path(templates), nam_truoc=optional_path(last_year)
    )
    return OpenResult(
        problems=tuple(checked.problems), data=checked.data, types=checked.types, last_year=checked.nam_truoc
    )
