"""From what each document sees to files on disk: what is not there yet is rendered, saved as it comes, and listed."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from cchc_docs.data.fields import CHU
from cchc_docs.data.read.source import Layout
from cchc_docs.data.write.workbook import Form, FormColumn, write
from cchc_docs.documents.composer import Composer
from cchc_docs.documents.subjects import Subject, scope_sheet
from cchc_docs.files import code_digest
from cchc_docs.making.batch import FEW, Recipe, processes, render
from cchc_docs.making.cluster import cluster
from cchc_docs.making.manifest import FileState, Manifest, Origin
from cchc_docs.problems import Problem
from cchc_docs.result import Result, cannot_write
from cchc_docs.text.file_names import safe_names
from cchc_docs.text.normal import fold, key
from cchc_docs.word.pdf import Converted, convert, pages

LIST_FILE = "bang_ke.xlsx"


@dataclass(frozen=True, slots=True)
class Choice:
    """The choice of what to make: types, periods, subjects by name (none: all), a templates folder that comes first."""

    loai: Sequence[str] = ()
    ky: Sequence[str] = ()
    doi_tuong: Sequence[str] = ()
    mau: Path | None = None
    luong: int = 0
    """Worker processes; 0: as many as the machine has cores."""
    cum: str = ""
    """A cluster's address, to render there instead."""
    pdf: bool = False
    """True to make a PDF beside each document."""
    nam_truoc: Path | None = None
    """Last year's data file, to compare with."""

    def takes(self, subject: Subject) -> bool:
        """Return True if a document about ``subject`` is wanted."""
        in_period = not self.ky or not subject.ky or subject.ky in map(key, self.ky)
        return in_period and (not self.doi_tuong or fold(subject.code) in map(fold, self.doi_tuong))


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """One document: which it is, the file that holds it, what became of it."""

    loai: str
    subject: Subject
    path: Path
    state: FileState
    problems: Sequence[Problem] = ()
    pdf: Path | None = None
    pages: int | None = None
    """Known where a PDF was made."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make: whose it is, where it goes, a digest of all it is made from, whether it is there yet."""

    number: int
    loai: str
    subject: Subject
    path: Path
    source: str
    origin: Origin
    is_current: bool


Progress = Callable[[int, int], None]
"""Told after each document: how many are done, of how many."""


@dataclass(frozen=True, slots=True)
class MakeResult(Result):
    """The result of making: ``made`` names the documents' files, each followed by its PDF where there is one."""

    documents: tuple[MadeDocument, ...] = ()
    """All that were to be made, with what became of each; their own problems are among ``problems``."""
    common_problems: tuple[Problem, ...] = ()
    """The problems that belong to no single document: those of the data, of what was asked for, of the disk."""
    listing: Path | None = None
    """The workbook that lists the documents, where there is more than one."""


def make_result(
    documents: Sequence[MadeDocument], common: Iterable[Problem] = (), listing: Path | None = None
) -> MakeResult:
    """The documents with all that is to be said; what is wrong with many of them is told once."""
    told = tuple(common)
    there = [one for one in documents if one.state is not FileState.FAILED]
    made = tuple(path for one in documents for path in (one.path if one in there else None, one.pdf) if path)
    problems = tuple(dict.fromkeys([*told, *(problem for one in documents for problem in one.problems)]))
    return MakeResult(made, problems, tuple(documents), told, listing)


def plan_jobs(composers: Sequence[Composer], choice: Choice, folder: Path, data: Path, manifest: Manifest) -> list[Job]:
    """The documents to make from the file ``data`` into ``folder``, in order."""
    jobs = []
    data_file = manifest.relative(data)
    for number, composer in enumerate(composers):
        template = composer.document_type.template
        last_year = [choice.nam_truoc] if choice.nam_truoc else []
        source = _digest(data, template, template.with_suffix(".yaml"), *last_year)
        for subject, path in _paths(composer, folder):
            if choice.takes(subject):
                origin = origin_of(composer.document_type.name, subject, data_file, template.name)
                is_current = manifest.is_current(path, source)
                jobs.append(Job(number, composer.document_type.name, subject, path, source, origin, is_current))
    return jobs


def origin_of(name: str, subject: Subject, data_file: str, template: str = "") -> Origin:
    """Return what the manifest is to know of a document of the type ``name``."""
    return Origin(name, subject.ky, subject.code, subject.name if subject.code else "", data_file, template)


def carry_out(
    jobs: Sequence[Job], composers: Sequence[Composer], choice: Choice, manifest: Manifest, progress: Progress
) -> list[MadeDocument]:
    """Render what is not as it should be, and save it as it comes. A bad document stops only itself.

    Raises:
        ProblemsFound: the cluster of ``choice`` cannot be used.
    """
    made = {
        index: MadeDocument(job.loai, job.subject, job.path, FileState.UNCHANGED)
        for index, job in enumerate(jobs)
        if job.is_current
    }
    waiting = [index for index in range(len(jobs)) if index not in made]
    recipes = [
        Recipe(one.document_type.template.read_bytes(), one.document_type.template.name, one) for one in composers
    ]
    tasks = [(jobs[index].number, jobs[index].subject) for index in waiting]
    failed: dict[int, Sequence[Problem]] = {}
    with _executor(choice, len(tasks)) as executor:
        for done, (number, rendered) in enumerate(render(recipes, tasks, executor), start=1):
            index = waiting[number]
            if isinstance(rendered, bytes):
                made[index] = _save(jobs[index], rendered, manifest)
            else:
                failed[index] = rendered
            progress(done, len(tasks))
    made |= _refused(jobs, failed)
    return [made[index] for index in range(len(jobs))]


def add_pdfs(
    documents: Sequence[MadeDocument], choice: Choice, manifest: Manifest, progress: Progress
) -> list[MadeDocument]:
    """The documents with their PDFs: converted where the document changed, counted where it did not."""
    places = {one.path: one.path.with_suffix(".pdf") for one in documents if one.state is not FileState.FAILED}
    sources = {path: _digest(path) for path in places}
    current = {path for path, pdf in places.items() if manifest.is_current(pdf, sources[path])}
    made: dict[Path, Converted] = {path: places[path].read_bytes() for path in current}
    for path, converted in convert([path for path in places if path not in current], choice.luong, progress):
        made[path] = converted
        if isinstance(converted, bytes):
            try:
                places[path], _ = manifest.save(places[path], converted, sources[path], manifest.origin(path))
            except OSError as error:
                made[path] = refused(places[path], error)
    return [_with_pdf(one, places[one.path], made[one.path]) if one.path in made else one for one in documents]


def save_list(documents: Sequence[MadeDocument], folder: Path, manifest: Manifest) -> Path:
    """Keep a workbook that lists ``documents``: which, for whom, where, what became of each. Raises OSError."""
    headings = ("Loại văn bản", "Kỳ", "Đối tượng", "Tệp", "Trạng thái", "Số trang", "Vấn đề")
    columns = [FormColumn(key(heading), heading, f"{heading}.", CHU, required=False) for heading in headings]
    rows = [dict(zip(map(key, headings), _listed(one, folder), strict=True)) for one in documents]
    form = Form("bang_ke", "Bảng kê", Layout.LIST, "Các văn bản đã làm.", columns, rows)
    path, _ = manifest.save(folder / LIST_FILE, write([form], "Bảng kê văn bản"), "")
    return path


def refused(path: Path, error: OSError) -> Problem:
    """Return the problem of a file that cannot be written."""
    hint = "Đóng tệp trong Word, Excel, hoặc chọn thư mục khác bằng --ra."
    return cannot_write(path, error, "Không ghi được vào đây", hint)


_STATES = {
    FileState.NEW: "mới",
    FileState.UPDATED: "cập nhật",
    FileState.UNCHANGED: "không đổi",
    FileState.KEPT_EDITED: "giữ bản đã sửa, bản mới ở tệp này",
    FileState.FAILED: "lỗi",
}


def _listed(one: MadeDocument, folder: Path) -> tuple[str, ...]:
    """A document's row of the list."""
    problems = "\n".join(" ".join([problem.what, problem.hint]).strip() for problem in one.problems)
    file = one.path.relative_to(folder).as_posix() if one.state is not FileState.FAILED else ""
    return one.loai, one.subject.ky, one.subject.code, file, _STATES[one.state], str(one.pages or ""), problems


def _digest(*files: Path) -> str:
    """A digest of files and of this program: what is made from the same ones is the same.

    A folder counts with the names and the contents of its files: it may be a data file, each ``.csv`` a sheet.
    """
    digest = sha256(code_digest())
    for file in files:
        for part in sorted(one for one in file.iterdir() if one.is_file()) if file.is_dir() else ():
            digest.update(sha256(part.name.encode(errors="replace") + b"\0" + part.read_bytes()).digest())
        if file.is_file():
            digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _paths(composer: Composer, folder: Path) -> Iterator[tuple[Subject, Path]]:
    """Each subject of the type with its document's path: ``<loai>[_<ky>][/<doi_tuong>].docx`` in the year's folder."""
    for period, group in groupby(composer.subjects, lambda subject: subject.ky):
        stem = f"{composer.document_type.file_name}_{period}" if period else composer.document_type.file_name
        members = list(group)
        if scope_sheet(composer.document_type):
            names = safe_names(subject.code for subject in members)
            yield from zip(members, (folder / stem / f"{name}.docx" for name in names), strict=True)
        else:
            yield from ((subject, folder / f"{stem}.docx") for subject in members)


def _executor(choice: Choice, tasks: int) -> AbstractContextManager[Executor | None]:
    """Choose where so many documents are rendered: a cluster if one is named, processes if they pay, else here."""
    if choice.cum:
        return cluster(choice.cum)
    workers = 1 if tasks <= FEW else choice.luong or os.cpu_count() or 1
    return processes(workers) if workers > 1 else nullcontext()


def _save(job: Job, rendered: bytes, manifest: Manifest) -> MadeDocument:
    """Put one rendered document on disk."""
    try:
        return MadeDocument(job.loai, job.subject, *manifest.save(job.path, rendered, job.source, job.origin))
    except OSError as error:
        return MadeDocument(job.loai, job.subject, job.path, FileState.FAILED, (refused(job.path, error),))


def _refused(jobs: Sequence[Job], failed: Mapping[int, Sequence[Problem]]) -> dict[int, MadeDocument]:
    """The documents that could not be rendered, each with its problems and for whom it was.

    What is wrong with every document of a type is wrong with its template: it is told of the type, not of each.
    """
    of_type = {
        number: set.intersection(
            *(set(failed.get(index, ())) for index, job in enumerate(jobs) if job.number == number)
        )
        for number in {jobs[index].number for index in failed}
    }
    return {
        index: MadeDocument(
            job.loai, job.subject, job.path, FileState.FAILED, tuple(_told(problems, job, of_type[job.number]))
        )
        for index, problems in failed.items()
        for job in [jobs[index]]
    }


def _told(problems: Sequence[Problem], job: Job, of_type: Collection[Problem]) -> Iterator[Problem]:
    for one in problems:
        yield one if one in of_type else replace(one, where=replace(one.where, subject=job.subject.code))


def _with_pdf(document: MadeDocument, place: Path, converted: Converted) -> MadeDocument:
    if isinstance(converted, Problem):
        return replace(document, problems=(*document.problems, converted))
    return replace(document, pdf=place, pages=pages(converted))
