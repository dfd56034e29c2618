"""What a file is, and who judges it: data, a template, a finished document. One table, ``JUDGES``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from cchc_docs.authoring.judge import judge_template
from cchc_docs.data.fields import CHU, CO_KHONG
from cchc_docs.data.read import read
from cchc_docs.data.read.source import Layout
from cchc_docs.data.write.annotate import save_copy
from cchc_docs.documents.types import DocumentType, description_of, document_types
from cchc_docs.entry.returned import is_form, judge_form
from cchc_docs.files import reason, write_beside
from cchc_docs.making.manifest import Manifest
from cchc_docs.office.records import VOCABULARY, load
from cchc_docs.office.records.base import Record, column
from cchc_docs.office.records.reading import Names, read_records
from cchc_docs.problems import Place, Problem, Problems, ProblemsFound, Severity, did_you_mean
from cchc_docs.text.normal import key
from cchc_docs.word.check.annotate import annotated
from cchc_docs.word.check.kinds_of_paper import kind_named, kinds
from cchc_docs.word.check.mend import Mended, mend
from cchc_docs.word.check.pages import page_texts
from cchc_docs.word.check.report import Report, judge, source
from cchc_docs.word.check.rule import Profile
from cchc_docs.word.check.rules import RULES
from cchc_docs.word.template import has_tags
from cchc_docs.working_folder.new import DATA_FILE
from cchc_docs.working_folder.opened import judge as judge_data
from cchc_docs.working_folder.opened import template_folders

PROFILE_FILE = "the_thuc.yaml"
_WORD = frozenset([".docx", ".docm", ".dotx", ".dotm", ".doc", ".rtf", ".odt"])
_LEVELS_UP = 4  # from a made document to its working folder: output, year, type


class QuyTac(Record, sheet="Thể thức", layout=Layout.LIST):
    """A line of ``the_thuc.yaml``: whether an office keeps a rule of practice."""

    quy_tac: Annotated[str, CHU] = column("Quy tắc", "Mã quy tắc thông lệ, ví dụ ND-07.")
    ap_dung: Annotated[bool, CO_KHONG] = column("Áp dụng", "có, hoặc không.", default=True)


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What the command line says: a folder of templates, the kind of paper, a file for a copy with comments."""

    mau: Path | None = None
    loai: str = ""
    ghi_chu: Path | None = None
    du_lieu: Path | None = None
    """A data file to try a template with."""
    trang: bool = False
    """Whether to judge also where pages end, by LibreOffice."""


@dataclass(slots=True)
class JudgedFile:
    """What is to be said of a file; ``report`` for a finished document."""

    problems: Problems = field(default_factory=Problems)
    report: Report | None = None
    copy: Path | None = None
    """The copy that shows the problems at their places, where one was asked for."""

    @property
    def shown(self) -> list[Problem]:
        """What a screen shows of it: of a document's findings only the first few of each kind."""
        if self.report is None:
            return list(self.problems)
        others = set(self.problems) - set(self.report.problems)
        return [*(problem for problem in self.problems if problem in others), *self.report.summary]


def files_of(paths: Sequence[Path]) -> list[Path]:
    """The files to judge: each path, a folder's Word files in its place."""
    found = []
    for path in paths:
        own = (
            sorted(one for one in path.rglob("*.docx") if not one.name.startswith(("~$", "."))) if path.is_dir() else []
        )
        found += own or [path]
    return found


def judge_file(path: Path, choice: CheckOptions, name: str = "") -> JudgedFile:
    """All that is to be said of the file at ``path``, which messages call ``name``."""
    where = Place(name or path.name)
    try:
        return JUDGES[_what(path)](path, where, choice)
    except ProblemsFound as found:
        judged = JudgedFile()
        judged.problems.extend(found.problems)
        return judged


def _what(path: Path) -> str:
    if path.suffix.lower() not in _WORD:
        return "phieu" if is_form(path) else "du_lieu"
    return "mau" if description_of(path).exists() or has_tags(path) else "van_ban"


def _judge_data(path: Path, where: Place, choice: CheckOptions) -> JudgedFile:
    return _with_copy(JudgedFile(judge_data(path, mau=choice.mau, name=where.file)), path, choice)


def _judge_form(path: Path, where: Place, choice: CheckOptions) -> JudgedFile:
    """An entry form, by the data file that it was made from: the one named, else that of the working folder."""
    judged = JudgedFile()
    above = (folder / DATA_FILE for folder in path.resolve().parents[: _LEVELS_UP + 1])
    du_lieu = choice.du_lieu or next(filter(Path.is_file, above), None)
    if du_lieu is None:
        what = "Đây là phiếu nhập số liệu của một đơn vị, nhưng chưa biết tệp dữ liệu của cơ quan."
        judged.problems.error("thieu_du_lieu", where, what, "Chỉ ra tệp ấy: --du-lieu TỆP.")
        return judged
    loaded = load(read(du_lieu, VOCABULARY))
    judged.problems.extend(one for one in loaded.problems if one.severity is Severity.ERROR)
    if not judged.problems:
        judged.problems.extend(judge_form(path, loaded.data, where.file))
    return _with_copy(judged, path, choice)


def _with_copy(judged: JudgedFile, path: Path, choice: CheckOptions) -> JudgedFile:
    """With a copy of the workbook that shows the problems, where one is asked for."""
    if choice.ghi_chu is not None:
        judged.copy, said = save_copy(path, list(judged.problems), choice.ghi_chu)
        found = judged.problems
        judged.problems = Problems()
        judged.problems.extend([*said, *found])
    return judged


def _judge_template(path: Path, where: Place, choice: CheckOptions) -> JudgedFile:
    found = judge_template(path, loai=choice.loai, du_lieu=choice.du_lieu, mau=choice.mau, name=where.file)
    judged = JudgedFile(found.problems)
    if choice.ghi_chu is not None:
        judged.problems.error(
            "khong_ghi_chu_duoc",
            where,
            "Không ghi chú vào mẫu.",
            "Mở mẫu bằng Word, sửa theo các đoạn đã nêu; --ghi-chu dùng cho tệp Excel và văn bản Word đã làm xong.",
        )
    return judged


def _judge_document(path: Path, where: Place, choice: CheckOptions) -> JudgedFile:
    judged = JudgedFile()
    kind, profile = _kind_and_profile(path, choice, judged.problems)
    if judged.problems.has_errors:
        return judged
    pages = page_texts(path) if choice.trang else None
    judged.report = judge(path, where, loai=kind, profile=profile, pages=pages)
    judged.problems.extend(judged.report.problems)
    if choice.ghi_chu is not None:
        judged.copy = _write(choice.ghi_chu, annotated(judged.report), judged.problems)
    return judged


JUDGES: Mapping[str, Callable[[Path, Place, CheckOptions], JudgedFile]] = {
    "du_lieu": _judge_data,
    "phieu": _judge_form,
    "mau": _judge_template,
    "van_ban": _judge_document,
}
"""Who judges what a file is."""


def mend_file(path: Path, ra: Path, choice: CheckOptions) -> tuple[Mended | None, Path | None, Problems]:
    """Mend the document at ``path`` into ``ra``, or beside it where another file is there.

    Gives what was done, where it is, and what keeps it from being done.
    """
    problems = Problems()
    where = Place(path.name)
    kind, profile = _kind_and_profile(path, choice, problems)
    try:
        if not problems.has_errors and _what(path) != "van_ban":
            problems.error(
                "khong_phai_van_ban",
                where,
                "Lệnh sua chỉ sửa văn bản Word đã làm xong, không sửa mẫu hay tệp dữ liệu.",
                "Với mẫu, sửa bằng Word; với dữ liệu, sửa bằng Excel.",
            )
        if problems.has_errors:
            return None, None, problems
        mended = mend(path, where, loai=kind, profile=profile)
    except ProblemsFound as found:
        problems.extend(found.problems)
        return None, None, problems
    return mended, _write(ra, mended.content, problems), problems


def _write(path: Path, content: bytes, problems: Problems) -> Path | None:
    """Write a file, beside another one that is there; where it is now."""
    try:
        return write_beside(path, content)
    except OSError as error:
        what = f"Không ghi được tệp này: {reason(error)}."
        problems.error("khong_ghi_duoc", Place(str(path)), what, "Chọn tên hoặc chỗ khác.")
        return None


# -- Which kind of paper, by which rules


def _kind_and_profile(path: Path, choice: CheckOptions, problems: Problems) -> tuple[str, Profile]:
    """The kind of paper and the rules for it: by ``--loai``, else by the type that made the file."""
    switched = _switched(path, problems)
    types = document_types(template_folders(_working_folder(path), choice.mau, problems)).types
    if choice.loai:
        kind = kind_named(choice.loai)
        made = types.get(key(choice.loai)) or next(
            (one for one in types.values() if one.is_meant_by(choice.loai)), None
        )
        if not kind and made is None:
            hint = did_you_mean(choice.loai, [*kinds().values(), *types]) or "Xem danh mục 29 loại tại Điều 7."
            problems.error("khong_co_loai", Place(), f"Không có loại văn bản “{choice.loai}”.", hint)
    else:
        kind, made = "", _made_by(path, types)
    if made is not None and not (choice.loai and kind):
        return kind_named(made.settings.ten_loai), Profile(made.settings.the_thuc, switched)
    return kind, Profile(switched=switched)


def _made_by(path: Path, types: Mapping[str, DocumentType]) -> DocumentType | None:
    """The type whose documents have this path, for a file that ``cchc tao`` made."""
    full = path.resolve()
    for folder in full.parents[: _LEVELS_UP + 1]:
        if not (folder / ".cchc").is_dir():
            continue
        name = full.relative_to(folder).as_posix()
        if name not in Manifest.read(folder).entries:
            return None
        _, _, inside = name.partition("/")  # the year
        step = inside.partition("/")[0].removesuffix(".docx")
        fits = [one for one in types.values() if f"{step}_".startswith(f"{one.file_name}_")]
        return max(fits, key=lambda one: len(one.file_name), default=None)
    return None


def _working_folder(path: Path) -> Path:
    """The nearest folder above a file that has templates or a profile of its own."""
    for folder in path.resolve().parents[: _LEVELS_UP + 1]:
        if (folder / PROFILE_FILE).is_file() or (folder / "templates").is_dir():
            return folder
    return path.parent


def _switched(path: Path, problems: Problems) -> dict[str, bool]:
    """Which rules of practice an office turns on or off, by the profile in its working folder."""
    file = _working_folder(path) / PROFILE_FILE
    if not file.is_file():
        return {}
    found = read(file, {QuyTac.sheet_key: QuyTac.shape()})
    problems.extend(found.problems)
    sheet = found.sheets.get(QuyTac.sheet_key)
    lines = read_records(QuyTac, sheet, Names({QuyTac.sheet_key: QuyTac.sheet}), None, problems) if sheet else []
    practice = [rule.id for rule in RULES if rule.authority.is_optional]
    for line in lines:
        if line.quy_tac not in practice:
            is_rule = any(rule.id == line.quy_tac for rule in RULES)
            what = (
                f"Quy tắc {line.quy_tac} là quy định của Nghị định nên không tắt được."
                if is_rule
                else f"Không có quy tắc “{line.quy_tac}”."
            )
            hint = did_you_mean(line.quy_tac, practice) or f"Các quy tắc bật, tắt được: {', '.join(practice)}."
            problems.error("quy_tac_la", Place(file.name), what, hint)
    return {line.quy_tac: line.ap_dung for line in lines if line.quy_tac in practice}


def rule_rows() -> Sequence[Sequence[str]]:
    """The table of rules: id, severity, what it asks, clause."""
    return [(rule.id, rule.grade.label, rule.title, source(rule), rule.authority.label) for rule in RULES]
