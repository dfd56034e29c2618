"""A data file opened: read, judged, with the document types that lie beside it."""

from dataclasses import dataclass, field
from pathlib import Path

from cchc_docs.data.read import read
from cchc_docs.documents.check import check_type
from cchc_docs.documents.composer import can_be_made
from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.types import DocumentType, document_types
from cchc_docs.documents.use import check_use
from cchc_docs.files import shipped
from cchc_docs.office.checks import check
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import VOCABULARY, Data, load
from cchc_docs.problems import Place, Problems, Severity


@dataclass(slots=True)
class Checked:
    """A data file read and judged. Where ``problems`` holds an error, ``data`` is not fit for documents."""

    data: Data
    types: dict[str, DocumentType]
    nam_truoc: Data | None = None
    problems: Problems = field(default_factory=Problems)

    @property
    def inputs(self) -> Inputs:
        """Return the inputs that its documents are made from."""
        return Inputs(self.data, self.nam_truoc, self.types)


def judge(du_lieu: Path, *, mau: Path | None = None, name: str = "") -> Problems:
    """All that is to be said of a data file, short of making documents from it. ``name`` is what it is called."""
    checked = open_data(du_lieu, mau=mau, name=name)
    for one in checked.types.values():
        if can_be_made(checked.data, one):
            checked.problems.extend(check_type(one, checked.inputs))
    return checked.problems


def open_data(du_lieu: Path, *, mau: Path | None = None, name: str = "", nam_truoc: Path | None = None) -> Checked:
    """Read and check ``du_lieu`` without making anything; ``nam_truoc`` is last year's file, to compare with."""
    problems = Problems()
    found_types = document_types(template_folders(du_lieu.parent, mau, problems))
    types = found_types.types
    problems.extend(found_types.problems)
    loaded = load(read(du_lieu, VOCABULARY, name=name))
    found = Problems()
    found.extend(loaded.problems)
    last_year = _open_last_year(nam_truoc, found)
    found.extend(check(History.of_file(loaded.data, last_year)))
    found.extend(check_use(loaded.data, types))
    sheets = [sheet.name for sheet in loaded.data.source.sheets.values()]
    problems.extend(sorted(found, key=lambda problem: problem.where.reading_order(sheets)))
    return Checked(loaded.data, types, last_year, problems)


def _open_last_year(path: Path | None, problems: Problems) -> Data | None:
    """Last year's data. What is wrong there is told; its warnings are last year's business."""
    if path is None:
        return None
    loaded = load(read(path, VOCABULARY, name=str(path)))
    problems.extend(one for one in loaded.problems if one.severity is Severity.ERROR)
    return loaded.data


def template_folders(working_folder: Path, mau: Path | None, problems: Problems) -> list[Path]:
    """Return the folders of templates, the first with a name wins: ``mau``, the working folder's, the shipped."""
    if mau is not None and not mau.is_dir():
        problems.error("khong_co_thu_muc_mau", Place(str(mau)), "Không có thư mục mẫu này.", "Xem lại tên thư mục.")
    own = [folder for folder in (mau, working_folder / "templates") if folder is not None and folder.is_dir()]
    return [*own, shipped("templates")]
