"""Judge a file by what it is: data, a form, a template, a finished document. One table, ``JUDGES``."""

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_docs.commands.known import known_paper
from cchc_docs.files import StrPath, optional_path, write_beside
from cchc_docs.making.origins import Origins
from cchc_docs.problems import Place, Problem, Problems, ProblemsFound, Severity
from cchc_docs.result import Result, cannot_write
from cchc_docs.word.check import verdict
from cchc_docs.word.check.annotate import annotated
from cchc_docs.word.check.pages import page_texts
from cchc_docs.word.check.report import Report, judge, source
from cchc_docs.word.check.rules import RULES
from cchc_docs.word.ooxml.package import Package

_BRACE = re.compile(rb">[^<]*[{}]")
_WORD = frozenset([".docx", ".docm", ".dotx", ".dotm", ".doc", ".rtf", ".odt"])


@dataclass(frozen=True, slots=True)
class CheckedFile(Result):
    """What is to be said of one file; ``made`` names the copy that shows it, where one was asked for."""

    report: Report | None = None
    """Every rule of format with its verdict, for a finished document."""

    @property
    def shown(self) -> tuple[Problem, ...]:
        """Its problems, but for the findings of format, which ``lines_of`` says rule by rule."""
        found = set() if self.report is None else set(self.report.problems)
        return tuple(problem for problem in self.problems if problem not in found)


@dataclass(frozen=True, slots=True)
class CheckResult(Result):
    """What is to be said of all the files; nothing that was checked is changed."""

    files: tuple[CheckedFile, ...] = ()

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports of the finished documents among the files."""
        return tuple(one.report for one in self.files if one.report is not None)

    @property
    def shown(self) -> tuple[Problem, ...]:
        """The problems of all files, but for the findings of format."""
        return tuple(problem for one in self.files for problem in one.shown)

    def lines_of(self, report: Report, *, full: bool = False) -> list[str]:
        """The verdict on a document, then a line for each rule that it breaks; ``full``: one for each place."""
        return [verdict.first_line(report), *verdict.lines(report, full=full)]


def check(
    paths: StrPath | Iterable[StrPath],
    *,
    document_type: str = "",
    data: StrPath | None = None,
    templates: StrPath | None = None,
    copy: StrPath | None = None,
    pages: bool = False,
) -> CheckResult:
    """Say everything that must be mended in data files, entry forms, templates and finished documents.

    What a file is, it shows itself. A finished document is judged by the clauses of Nghị định 30/2020/NĐ-CP.

    Args:
        paths: a file, a folder (its ``.docx`` files are checked), or several of them.
        document_type: the type or the kind of paper that the files are, where that is not to be recognised.
        data: the data file to try a template with, or that a form belongs to.
        templates: a folder whose templates come before those of the working folder and the shipped ones.
        copy: where to write a copy with each finding at its place: ``.xlsx`` of a workbook, ``.docx`` of a document.
        pages: whether to judge where pages end too, by LibreOffice.

    Returns:
        The problems of all files, file by file too, and of documents the verdict of every rule.

    Raises:
        ValueError: a copy is asked for of more than one file.
    """
    files = files_to_check(paths)
    if copy is not None and len(files) > 1:
        raise ValueError(f"a copy can be written of one file only, not of {len(files)}")
    own, folder, target = map(optional_path, (data, templates, copy))
    options = _Options(document_type, own, folder, target, pages, Origins())
    checked = tuple(_checked(one, options, str(one) if len(files) > 1 else one.name) for one in files)
    made = tuple(path for one in checked for path in one.made)
    return CheckResult(made, tuple(problem for one in checked for problem in one.problems), checked)


def files_to_check(paths: StrPath | Iterable[StrPath]) -> list[Path]:
    """The files that ``check`` looks at: each path, a folder's Word files in its place."""
    found: list[Path] = []
    for path in map(Path, [paths] if isinstance(paths, (str, os.PathLike)) else paths):
        own = (
            sorted(one for one in path.rglob("*.docx") if not one.name.startswith(("~$", "."))) if path.is_dir() else []
        )
        found += own or [path]
    return found


def rules() -> tuple[tuple[str, str, str, str, str], ...]:
    """The rules of format, a row each: id, severity, what it asks, clause, and whether decree or practice asks it."""
    return tuple((rule.id, rule.grade.label, rule.title, source(rule), rule.authority.label) for rule in RULES)


def what_is(path: Path) -> str:
    """Tell what a file is, as ``JUDGES`` calls it.

    Raises:
        ProblemsFound: it ends like a Word file and cannot be opened as one.
    """
    if path.suffix.lower() not in _WORD:
        from cchc_docs.entry.returned import is_form  # noqa: PLC0415

        return "phieu" if is_form(path) else "du_lieu"
    return "mau" if path.with_suffix(".yaml").exists() or _has_tags(path) else "van_ban"


def _has_tags(path: Path) -> bool:
    """Return True if a Word file has any tag; one whose text has no brace at all is not looked at further."""
    package = Package(path, Place(path.name))
    if not any(_BRACE.search(content) for name, content in package.members.items() if name.endswith(".xml")):
        return False
    from cchc_docs.word.template import has_tags  # noqa: PLC0415

    return has_tags(path)


@dataclass(frozen=True, slots=True)
class _Options:
    """What was asked for, as ``check`` has it."""

    document_type: str
    data: Path | None
    templates: Path | None
    copy: Path | None
    pages: bool
    origins: Origins


def _checked(path: Path, options: _Options, name: str) -> CheckedFile:
    """All that is to be said of the file at ``path``, which messages call ``name``."""
    try:
        return JUDGES[what_is(path)](path, Place(name), options)
    except ProblemsFound as found:
        return CheckedFile(problems=tuple(dict.fromkeys(found.problems)))


def _data(path: Path, where: Place, options: _Options) -> CheckedFile:
    from cchc_docs.working_folder.opened import judge as judge_data  # noqa: PLC0415

    return _with_copy(path, list(judge_data(path, mau=options.templates, name=where.file)), options)


def _form(path: Path, where: Place, options: _Options) -> CheckedFile:
    """An entry form, by the data file that it belongs to."""
    from cchc_docs.commands.profile import data_file_of  # noqa: PLC0415
    from cchc_docs.data.read import read  # noqa: PLC0415
    from cchc_docs.entry.returned import judge_form  # noqa: PLC0415
    from cchc_docs.office.records import VOCABULARY, load  # noqa: PLC0415

    du_lieu = options.data or data_file_of(path, options.origins)
    problems = Problems()
    if du_lieu is None:
        what = "Đây là phiếu nhập số liệu của một đơn vị, nhưng chưa biết tệp dữ liệu của cơ quan."
        problems.error("thieu_du_lieu", where, what, "Chỉ ra tệp ấy: --du-lieu TỆP.")
        return CheckedFile(problems=tuple(problems))
    loaded = load(read(du_lieu, VOCABULARY))
    problems.extend(one for one in loaded.problems if one.severity is Severity.ERROR)
    if not problems:
        problems.extend(judge_form(path, loaded.data, where.file))
    return _with_copy(path, list(problems), options)


def _with_copy(path: Path, problems: Sequence[Problem], options: _Options) -> CheckedFile:
    """With a copy of the workbook that shows the problems, where one is asked for."""
    if options.copy is None:
        return CheckedFile(problems=tuple(problems))
    from cchc_docs.data.write.annotate import save_copy  # noqa: PLC0415

    saved = save_copy(path, problems, options.copy)
    return CheckedFile(saved.made, tuple(dict.fromkeys([*saved.problems, *problems])))


def _template(path: Path, where: Place, options: _Options) -> CheckedFile:
    from cchc_docs.authoring.judge import judge_template  # noqa: PLC0415

    judged = judge_template(
        path, loai=options.document_type, du_lieu=options.data, mau=options.templates, name=where.file
    )
    problems = judged.problems
    if options.copy is not None:
        problems.error(
            "khong_ghi_chu_duoc",
            where,
            "Không ghi chú vào mẫu.",
            "Mở mẫu bằng Word, sửa theo các đoạn đã nêu; --ghi-chu dùng cho tệp Excel và văn bản Word đã làm xong.",
        )
    return CheckedFile(problems=tuple(problems))


def _document(path: Path, where: Place, options: _Options) -> CheckedFile:
    known = known_paper(path, options.document_type, options.templates, options.origins)
    if not known.can_be_judged:
        return CheckedFile(problems=known.problems)
    pages = page_texts(path) if options.pages else None
    report = judge(path, where, loai=known.kind, profile=known.profile, pages=pages)
    saved = write_copy(options.copy, annotated(report)) if options.copy is not None else Result()
    return CheckedFile(saved.made, tuple(dict.fromkeys([*known.problems, *report.problems, *saved.problems])), report)


def write_copy(path: Path, content: bytes) -> Result:
    """Write a file, beside another one that is there."""
    if not path.name or path.is_dir():
        what = "Tên tệp ra là một thư mục, hoặc để trống."
        where = Place(str(path))
        return Result(problems=(Problem("khong_ghi_duoc", Severity.ERROR, where, what, "Ghi tên một tệp mới."),))
    try:
        return Result((write_beside(path, content),))
    except OSError as error:
        return Result(problems=(cannot_write(path, error),))


JUDGES: Mapping[str, Callable[[Path, Place, _Options], CheckedFile]] = {
    "du_lieu": _data,
    "phieu": _form,
    "mau": _template,
    "van_ban": _document,
}
"""Who judges what a file is."""
