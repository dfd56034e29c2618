"""The whole path on one screen: a data file and a choice of documents -> documents on disk.

read -> records -> checks -> what each template sees -> Word -> disk. Every problem is collected before anything is
written; where the data has an error, nothing is made.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cchc_docs.documents import Composer, can_be_made, missing_sheets, unknown_types
from cchc_docs.documents.subjects import Subject, scope_sheet
from cchc_docs.documents.types import DocumentType, choose, document_types
from cchc_docs.file_names import safe_names
from cchc_docs.files import shipped
from cchc_docs.manifest import Manifest, State
from cchc_docs.problems import Place, Problem, Problems, ProblemsFound
from cchc_docs.read import read
from cchc_docs.records import SHEETS, VOCABULARY, Data, load
from cchc_docs.records.checks import check
from cchc_docs.template import Template
from cchc_docs.text import key


@dataclass(frozen=True, slots=True)
class Document:
    """One document: which it is, the file that holds it, what became of it."""

    loai: str
    path: Path
    state: State
    problems: Sequence[Problem] = ()
    ky: str = ""
    doi_tuong: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What was made, and what a person should mend."""

    documents: Sequence[Document] = ()
    problems: Sequence[Problem] = ()


@dataclass(slots=True)
class Checked:
    """A data file read and judged. Where ``problems`` holds an error, ``data`` is not fit for documents."""

    data: Data
    types: dict[str, DocumentType]
    problems: Problems = field(default_factory=Problems)


def make(du_lieu: Path, ra: Path, *, loai: Sequence[str] = (), mau: Path | None = None) -> Result:
    """Make the documents ``loai`` (all that the data allows, if none is named) from ``du_lieu`` into ``ra``.

    ``mau`` is a folder of templates that comes before the working folder's and the shipped ones.
    """
    checked = open_data(du_lieu, mau=mau)
    problems = checked.problems
    wanted = _wanted(checked.data, checked.types, loai, problems)
    composers = [Composer(checked.data, one, problems) for one in wanted]
    if problems.has_errors:
        return Result(problems=tuple(problems))
    manifest = Manifest.read(ra)
    documents = [made for one in composers for made in _make_all(one, checked.data.nam, manifest)]
    if documents:
        manifest.write()
    return Result(documents, tuple(problems))


def open_data(du_lieu: Path, *, mau: Path | None = None) -> Checked:
    """Read and check ``du_lieu`` without making anything."""
    problems = Problems()
    types = document_types(template_folders(du_lieu.parent, mau), problems)
    loaded = load(read(du_lieu, VOCABULARY))
    found = Problems()
    found.extend(loaded.problems)
    found.extend(check(loaded.data))
    unknown_types(loaded.data, types, found)
    sheets = [sheet.name for sheet in loaded.data.source.sheets.values()]
    problems.extend(sorted(found, key=lambda problem: problem.where.reading_order(sheets)))
    return Checked(loaded.data, types, problems)


def template_folders(working_folder: Path, mau: Path | None = None) -> list[Path]:
    """Where templates are looked for, the first that has a name winning."""
    own = [folder for folder in (mau, working_folder / "templates") if folder is not None and folder.is_dir()]
    return [*own, shipped("templates")]


def _wanted(
    data: Data, types: dict[str, DocumentType], loai: Sequence[str], problems: Problems
) -> Sequence[DocumentType]:
    if not loai:
        possible = [one for one in types.values() if can_be_made(data, one)]
        if not possible and not problems.has_errors:
            problems.error(
                "khong_lam_duoc_gi",
                Place(data.source.file),
                "Dữ liệu chưa đủ để làm văn bản nào.",
                "Điền thêm các trang, rồi dùng cchc xem LOẠI để biết mỗi loại văn bản cần gì.",
            )
        return possible
    chosen = choose(types, loai, problems)
    for one in chosen:
        for name in missing_sheets(data, one):
            title = SHEETS[name].sheet if name in SHEETS else name
            problems.error(
                "thieu_trang",
                Place(data.source.file),
                f"Văn bản “{one.loai.tieu_de}” cần trang “{title}”, tệp này không có hoặc để trống.",
                f"Thêm dữ liệu vào trang “{title}”.",
            )
    return [one for one in chosen if can_be_made(data, one)]


def _make_all(composer: Composer, year: int | None, manifest: Manifest) -> Iterator[Document]:
    """All documents of one type. The template is compiled once; a bad document stops only itself."""
    loai = composer.loai
    name = key(loai.loai.ten_tep) or loai.name
    folder = manifest.folder / str(year or "khong_ro_nam")
    codes = [subject.code for subject in composer.subjects]
    if scope_sheet(loai):
        paths = [folder / name / f"{safe}.docx" for safe in safe_names(codes)]
    else:
        paths = [folder / f"{name}.docx"]
    try:
        template = Template(loai.template)
    except ProblemsFound as found:
        yield Document(loai.name, folder / name, State.LOI, found.problems)
        return
    for subject, path in zip(composer.subjects, paths, strict=True):
        yield _make_one(template, composer, subject, path, manifest)


def _make_one(template: Template, composer: Composer, subject: Subject, path: Path, manifest: Manifest) -> Document:
    """Render and save one document."""
    name, code = composer.loai.name, subject.code
    try:
        made, state = manifest.save(path, template.render(composer.context(subject)))
    except ProblemsFound as found:
        return Document(name, path, State.LOI, found.problems, doi_tuong=code)
    except OSError as error:
        problems = Problems()
        problems.error(
            "khong_ghi_duoc",
            Place(str(path)),
            "Không ghi được tệp này.",
            "Nếu tệp đang mở trong Word thì đóng lại rồi làm lại lệnh."
            if isinstance(error, PermissionError)
            else f"Máy tính báo: {error.strerror}.",
        )
        return Document(name, path, State.LOI, tuple(problems), doi_tuong=code)
    return Document(name, made, state, doi_tuong=code)
