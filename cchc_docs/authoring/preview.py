"""``cchc xem-truoc``: the document of a template anew whenever template or data is saved, while its author works."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_docs.authoring.judge import judge_template
from cchc_docs.documents.types import choose, document_types
from cchc_docs.files import example_file, write_atomic
from cchc_docs.problems import Problem, Problems, Severity
from cchc_docs.result import Result, cannot_write
from cchc_docs.word import pdf
from cchc_docs.working_folder.new import DATA_FILE
from cchc_docs.working_folder.opened import template_folders

_WATCHED = (".docx", ".yaml")


@dataclass(frozen=True, slots=True)
class Wish:
    """The document to look at: its type, the data file, a folder of templates that comes first, where to write."""

    loai: str
    du_lieu: Path | None
    mau: Path | None
    ra: Path

    @property
    def data_file(self) -> Path:
        """The data file: the one named, else the working folder's, else the shipped example."""
        own = self.du_lieu or Path(DATA_FILE)
        return own if self.du_lieu or own.is_file() else example_file()

    @property
    def folders(self) -> list[Path]:
        """The folders where its template may stand."""
        working_folder = self.du_lieu.parent if self.du_lieu else Path()
        return template_folders(working_folder, self.mau, Problems())


def previews(wish: Wish, saves: Iterable[object]) -> Iterator[Result]:
    """A look at once, then one after each of ``saves``."""
    yield look(wish)
    for _ in saves:
        yield look(wish)


def saves(wish: Wish) -> Iterator[object]:
    """Waits for the template or the data to be saved, and gives something each time; ends with Ctrl+C."""
    from watchfiles import watch  # noqa: PLC0415 - only this command waits for files

    data = wish.data_file.absolute()
    own = [folder for folder in wish.folders[:-1] if folder.is_dir()]  # the shipped ones change with no save
    # Folders are watched, since Word does not write into a file: it puts a new one in its place.
    watched = {data.parent, *(folder.absolute() for folder in own)}

    def is_meant(_: object, changed: str) -> bool:
        path = Path(changed)
        in_templates = any(path.parent == folder.absolute() for folder in own) and path.suffix in _WATCHED
        return path == data or (in_templates and not path.name.startswith(("~$", ".")))

    with suppress(KeyboardInterrupt):
        yield from watch(*watched, watch_filter=is_meant, recursive=False)


def look(wish: Wish) -> Result:
    """The document of the template as it is now, and everything that is to be said of it."""
    chosen = choose(document_types(wish.folders).types, [wish.loai])
    if not chosen.types:
        return Result(problems=chosen.problems)
    document_type = chosen.types[0]
    judged = judge_template(document_type.template, du_lieu=wish.data_file)
    problems = judged.problems
    if judged.document is None:
        return Result(problems=tuple(problems))
    target = wish.ra / f"{document_type.file_name}.docx"
    files: list[Path] = []
    try:
        write_atomic(target, judged.document)
        files.append(target)
        files += _pdf(target, problems)
    except OSError as error:
        hint = "Đóng tệp ấy trong Word, rồi lưu mẫu lần nữa."
        problems.add(cannot_write(target, error, "Không ghi được bản xem trước", hint))
    return Result(tuple(files), tuple(problems))


def _pdf(document: Path, problems: Problems) -> list[Path]:
    """The PDF beside the document, where there is a LibreOffice to make it."""
    if not pdf.is_available():
        return []
    ((_, converted),) = pdf.convert([document], 1, lambda *_: None)
    if isinstance(converted, Problem):
        problems.add(replace(converted, severity=Severity.WARNING))
        return []
    target = document.with_suffix(".pdf")
    write_atomic(target, converted)
    return [target]
