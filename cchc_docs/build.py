"""The whole path on one screen: a data file and a choice of documents -> documents on disk.

read -> records -> checks -> what each template sees -> Word -> disk. Every problem of the data is collected before
anything is written; where the data has an error, nothing is made. A template that is wrong stops only its own type.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from cchc_docs.batch import FEW, Recipe, Rendered, processes, render
from cchc_docs.documents import Composer, can_be_made, missing_sheets
from cchc_docs.documents.subjects import Subject, scope_sheet
from cchc_docs.documents.types import DocumentType, choose, document_types
from cchc_docs.documents.use import check_use
from cchc_docs.file_names import safe_names
from cchc_docs.files import code_digest, reason, shipped
from cchc_docs.manifest import Manifest, State
from cchc_docs.pdf import Converted, convert, pages
from cchc_docs.problems import Place, Problem, Problems, Severity, did_you_mean
from cchc_docs.read import read
from cchc_docs.records import SHEETS, VOCABULARY, Data, load
from cchc_docs.records.checks import check
from cchc_docs.text import fold, key


@dataclass(frozen=True, slots=True)
class Choice:
    """What to make: types, periods, subjects by name (none named: all), and a folder of templates that comes first."""

    loai: Sequence[str] = ()
    ky: Sequence[str] = ()
    doi_tuong: Sequence[str] = ()
    mau: Path | None = None
    luong: int = 0
    """Worker processes; 0: as many as the machine has cores."""
    pdf: bool = False
    """Whether to make a PDF beside each document."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document: which it is, the file that holds it, what became of it."""

    loai: str
    subject: Subject
    path: Path
    state: State
    problems: Sequence[Problem] = ()
    pdf: Path | None = None
    pages: int | None = None
    """Known where a PDF was made."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was made, and what a person should mend."""

    documents: Sequence[Document] = ()
    problems: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make: whose it is, where it goes, a digest of all it is made from, whether it is there yet."""

    number: int
    loai: str
    subject: Subject
    path: Path
    source: str
    is_current: bool


Progress = Callable[[int, int], None]
"""Told after each document: how many are done, of how many."""


def _silent(done: int, total: int) -> None:
    """No progress bar."""


@dataclass(slots=True)
class Checked:
    """A data file read and judged. Where ``problems`` holds an error, ``data`` is not fit for documents."""

    data: Data
    types: dict[str, DocumentType]
    problems: Problems = field(default_factory=Problems)


def make(du_lieu: Path, ra: Path, choice: Choice = Choice(), progress: Progress = _silent) -> Result:
    """Make the documents of ``choice`` from ``du_lieu`` into the folder ``ra``."""
    checked = open_data(du_lieu, mau=choice.mau)
    problems = checked.problems
    composers = [Composer(checked.data, one, problems) for one in _wanted(checked, choice)]
    _check_names(composers, problems)
    _check_choice(composers, choice, problems)
    manifest = Manifest.read(ra)
    if problems.has_errors or not _can_write(manifest, problems):
        return Result(problems=tuple(problems))
    jobs = _jobs(composers, choice, ra / str(checked.data.nam or "khong_ro_nam"), _digest(du_lieu), manifest)
    try:
        documents = _make_all(jobs, composers, choice, manifest, progress)
        if choice.pdf:
            documents = _add_pdfs(documents, choice, manifest, progress)
    finally:
        _can_write(manifest, problems)
    return Result(documents, tuple(problems))


def judge(du_lieu: Path, *, mau: Path | None = None, name: str = "") -> Problems:
    """All that is to be said of a data file, short of making documents from it. ``name`` is what it is called."""
    checked = open_data(du_lieu, mau=mau, name=name)
    for one in checked.types.values():
        if can_be_made(checked.data, one):
            Composer(checked.data, one, checked.problems)
    return checked.problems


def open_data(du_lieu: Path, *, mau: Path | None = None, name: str = "") -> Checked:
    """Read and check ``du_lieu`` without making anything."""
    problems = Problems()
    types = document_types(template_folders(du_lieu.parent, mau, problems), problems)
    loaded = load(read(du_lieu, VOCABULARY, name=name))
    found = Problems()
    found.extend(loaded.problems)
    found.extend(check(loaded.data))
    check_use(loaded.data, types, found)
    sheets = [sheet.name for sheet in loaded.data.source.sheets.values()]
    problems.extend(sorted(found, key=lambda problem: problem.where.reading_order(sheets)))
    return Checked(loaded.data, types, problems)


def template_folders(working_folder: Path, mau: Path | None, problems: Problems) -> list[Path]:
    """Where templates are looked for, the first that has a name winning: ``mau``, the working folder's, the shipped."""
    if mau is not None and not mau.is_dir():
        problems.error("khong_co_thu_muc_mau", Place(str(mau)), "Không có thư mục mẫu này.", "Xem lại tên thư mục.")
    own = [folder for folder in (mau, working_folder / "templates") if folder is not None and folder.is_dir()]
    return [*own, shipped("templates")]


def _wanted(checked: Checked, choice: Choice) -> Sequence[DocumentType]:
    """The types to make. Named ones must be possible; without names, all that the data allows."""
    data, problems = checked.data, checked.problems
    if not choice.loai:
        possible = [one for one in checked.types.values() if can_be_made(data, one)]
        if not possible and not problems.has_errors:
            problems.error(
                "khong_lam_duoc_gi",
                Place(data.source.file),
                "Dữ liệu chưa đủ để làm văn bản nào.",
                "Điền thêm các trang, rồi dùng cchc xem LOẠI để biết mỗi loại văn bản cần gì.",
            )
        return possible
    chosen = choose(checked.types, choice.loai, problems)
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


def _check_names(composers: Sequence[Composer], problems: Problems) -> None:
    """No two types write the same file."""
    owners: dict[str, DocumentType] = {}
    for loai in (composer.loai for composer in composers):
        other = owners.setdefault(loai.file_name, loai)
        if other is not loai:
            problems.error(
                "trung_ten_tep",
                Place(loai.template.with_suffix(".yaml").name),
                f"Hai loại văn bản cùng ghi vào một tệp “{loai.file_name}”: {other.name} và {loai.name}.",
                "Sửa mục ten_tep của một trong hai.",
            )


def _check_choice(composers: Sequence[Composer], choice: Choice, problems: Problems) -> None:
    """Tell of periods and subjects on the command line that no document is about."""
    subjects = [subject for composer in composers for subject in composer.subjects]
    for typed, known, what in (
        (choice.ky, {subject.ky: subject.ky for subject in subjects if subject.ky}, "kỳ"),
        (choice.doi_tuong, {fold(subject.code): subject.code for subject in subjects if subject.code}, "đối tượng"),
    ):
        for name in typed:
            if key(name) not in known and fold(name) not in known:
                hint = did_you_mean(name, known.values()) or "Xem lại tên trên dòng lệnh."
                problems.error("khong_co_chon", Place(), f"Không có văn bản nào cho {what} “{name}”.", hint)


def _can_write(manifest: Manifest, problems: Problems) -> bool:
    """Keep the manifest on disk; tell where that is refused."""
    try:
        manifest.write()
    except OSError as error:
        problems.add(_refused(manifest.folder, error))
        return False
    return True


def _refused(path: Path, error: OSError) -> Problem:
    what = f"Không ghi được vào đây: {reason(error)}."
    hint = "Đóng tệp trong Word, hoặc chọn thư mục khác bằng --ra."
    return Problem("khong_ghi_duoc", Severity.LOI, Place(str(path)), what, hint)


def _digest(*files: Path) -> str:
    """A digest of files and of this program: what is made from the same ones is the same."""
    digest = sha256(code_digest())
    for file in files:
        digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _jobs(composers: Sequence[Composer], choice: Choice, folder: Path, data: str, manifest: Manifest) -> list[Job]:
    """The documents to make, in order, each with what it is made from."""
    jobs = []
    for number, composer in enumerate(composers):
        template = composer.loai.template
        source = f"{data}:{_digest(template, template.with_suffix('.yaml'))}"
        for subject, path in _paths(composer, folder):
            if _is_chosen(subject, choice):
                jobs.append(Job(number, composer.loai.name, subject, path, source, manifest.is_current(path, source)))
    return jobs


def _make_all(
    jobs: Sequence[Job], composers: Sequence[Composer], choice: Choice, manifest: Manifest, progress: Progress
) -> list[Document]:
    """Render what is not as it should be, and save it as it comes. A bad document stops only itself."""
    made: dict[int, Document] = {
        index: Document(job.loai, job.subject, job.path, State.KHONG_DOI)
        for index, job in enumerate(jobs)
        if job.is_current
    }
    waiting = [index for index in range(len(jobs)) if index not in made]
    recipes = [Recipe(one.loai.template.read_bytes(), one.loai.template.name, one) for one in composers]
    tasks = [(jobs[index].number, jobs[index].subject) for index in waiting]
    workers = 1 if len(tasks) <= FEW else choice.luong or os.cpu_count() or 1
    with processes(workers) if workers > 1 else nullcontext() as executor:
        for done, (number, rendered) in enumerate(render(recipes, tasks, executor), start=1):
            index = waiting[number]
            made[index] = _save(jobs[index], rendered, manifest)
            progress(done, len(tasks))
    return [made[index] for index in range(len(jobs))]


def _save(job: Job, rendered: Rendered, manifest: Manifest) -> Document:
    """Put one rendered document on disk."""
    if not isinstance(rendered, bytes):
        told = tuple(replace(one, where=replace(one.where, subject=job.subject.code)) for one in rendered)
        return Document(job.loai, job.subject, job.path, State.LOI, told)
    try:
        return Document(job.loai, job.subject, *manifest.save(job.path, rendered, job.source))
    except OSError as error:
        return Document(job.loai, job.subject, job.path, State.LOI, (_refused(job.path, error),))


def _add_pdfs(documents: Sequence[Document], choice: Choice, manifest: Manifest, progress: Progress) -> list[Document]:
    """The documents with their PDFs: converted where the document changed, counted where it did not."""
    places = {one.path: one.path.with_suffix(".pdf") for one in documents if one.state is not State.LOI}
    sources = {path: _digest(path) for path in places}
    current = {path for path, pdf in places.items() if manifest.is_current(pdf, sources[path])}
    made: dict[Path, Converted] = {path: places[path].read_bytes() for path in current}
    for path, converted in convert([path for path in places if path not in current], choice.luong, progress):
        made[path] = converted
        if isinstance(converted, bytes):
            try:
                places[path], _ = manifest.save(places[path], converted, sources[path])
            except OSError as error:
                made[path] = _refused(places[path], error)
    return [_with_pdf(one, places[one.path], made[one.path]) if one.path in made else one for one in documents]


def _with_pdf(document: Document, place: Path, converted: Converted) -> Document:
    if isinstance(converted, Problem):
        return replace(document, problems=(*document.problems, converted))
    return replace(document, pdf=place, pages=pages(converted))


def _paths(composer: Composer, folder: Path) -> Iterator[tuple[Subject, Path]]:
    """Each subject of the type with its document's path: ``<loai>[_<ky>][/<doi_tuong>].docx`` in the year's folder."""
    for period, group in groupby(composer.subjects, lambda subject: subject.ky):
        stem = f"{composer.loai.file_name}_{period}" if period else composer.loai.file_name
        members = list(group)
        if scope_sheet(composer.loai):
            names = safe_names(subject.code for subject in members)
            yield from zip(members, (folder / stem / f"{name}.docx" for name in names), strict=True)
        else:
            yield from ((subject, folder / f"{stem}.docx") for subject in members)


def _is_chosen(subject: Subject, choice: Choice) -> bool:
    in_period = not choice.ky or not subject.ky or subject.ky in map(key, choice.ky)
    return in_period and (not choice.doi_tuong or fold(subject.code) in map(fold, choice.doi_tuong))
