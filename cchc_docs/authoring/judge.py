"""``cchc kiem-tra MAU.docx``: everything that is wrong with a template, before a clerk meets it.

What shows without data, names held against the dictionary, parts that an official document must have; then the
template is run, with the data at hand and with the same data as other offices might have it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_docs.authoring.dictionary import example_for, known_names
from cchc_docs.authoring.edge import edges
from cchc_docs.documents.composer import Composer, missing_sheets
from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.types import DocumentType, choose, read_type, untyped
from cchc_docs.files import example_file
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.problems import Place, Problem, Problems, ProblemsFound, Severity
from cchc_docs.text.normal import upper
from cchc_docs.word.check.kinds_of_paper import kind_named
from cchc_docs.word.check.report import judge
from cchc_docs.word.check.rule import Profile
from cchc_docs.word.template import Template
from cchc_docs.word.template.shape import Known
from cchc_docs.working_folder.new import DATA_FILE
from cchc_docs.working_folder.opened import open_data

_PLACES = 3
"""Places of one rule that are told: a template repeats its paragraphs."""
FinishedJudge = Callable[[bytes, DocumentType, Place], Iterable[Problem]]


def by_the_decree(document: bytes, document_type: DocumentType, where: Place) -> list[Problem]:
    """Judge a document of the type by the clauses of Nghị định 30/2020/NĐ-CP, without rules that are only practice."""
    report = judge(
        document,
        where,
        loai=kind_named(document_type.settings.ten_loai),
        profile=Profile(document_type.settings.the_thuc),
    )
    found = (report.problem(one.rule, finding) for one in report.judged for finding in one.findings[:_PLACES])
    return [problem for problem in found if problem.severity is not Severity.NOTE]


FINISHED: tuple[FinishedJudge, ...] = (by_the_decree,)
"""The judges of the document that a template of a type makes from the data at hand."""

_OF_DATA = frozenset(["thieu_so_lieu"])
"""Problems that no template is to blame for: a text of the data cites a figure which the changed data lack."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an official document (NĐ 30/2020, Điều 8): there if a tag asks for it, or the text has it typed."""

    what: str
    names: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    add: str = ""
    not_in: tuple[str, ...] = ()
    """Types that do not have it."""


_PARTS = (
    _Part("Quốc hiệu", typed=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
    _Part("Tiêu ngữ", typed=("Độc lập - Tự do - Hạnh phúc",)),
    _Part("tên cơ quan ban hành", ("co_quan.ten",), add="{{ co_quan.ten|in_hoa }}"),
    _Part(
        "số, ký hiệu",
        ("van_ban.so_ky_hieu",),
        ("Số:",),
        "{{ van_ban.so_ky_hieu }}",
        not_in=("BIÊN BẢN",),  # minutes that a team draws up have none
    ),
    _Part(
        "địa danh và thời gian ban hành",
        ("van_ban.dia_danh_ngay",),
        (", ngày",),
        "{{ van_ban.dia_danh_ngay }}",
        not_in=("BIÊN BẢN",),  # its time stands in the text: Phụ lục III, sample 1.9
    ),
    _Part("tên loại văn bản", ("van_ban.ten_loai",), add="{{ van_ban.ten_loai }}", not_in=("CÔNG VĂN", "THƯ CÔNG")),
    _Part("trích yếu", ("van_ban.trich_yeu", "trich_yeu"), ("V/v",), "{{ van_ban.trich_yeu }}"),
    _Part("chức vụ của người ký", ("nguoi_ky.dong",), add="{%p for dong in nguoi_ky.dong %}", not_in=("BIÊN BẢN",)),
    _Part("họ tên người ký", ("nguoi_ky.ho_ten",), add="{{ nguoi_ky.ho_ten }}", not_in=("BIÊN BẢN",)),
    _Part("nơi nhận", ("noi_nhan",), ("Nơi nhận:",), "{%p for noi in noi_nhan %}"),
    _Part("dòng lưu ở cuối nơi nhận", ("luu",), ("Lưu:",), "- Lưu: {{ luu }}"),
)


@dataclass(frozen=True, slots=True)
class JudgedTemplate:
    """All that is to be said of a template, and the document that it makes from the data at hand, if it does."""

    problems: Problems
    document: bytes | None = None


def judge_template(
    path: Path, *, loai: str = "", du_lieu: Path | None = None, mau: Path | None = None, name: str = ""
) -> JudgedTemplate:
    """The template at ``path``, which messages call ``name``, judged as one of the type ``loai``, or of its own.

    It is tried with ``du_lieu``, else with the working folder's data file, else with the shipped example.
    """
    problems = Problems()
    shown = name or path.name
    own = du_lieu or next((one for one in _data_files(path) if one.is_file()), None)
    checked = open_data(own or example_file(), mau=mau)
    of_type = _type(path, loai, checked.types, problems)
    if not own:
        checked = example_for(of_type, mau)
    data = checked.data
    known = Known(known_names(data, of_type))
    template = _opened(path, shown, known, problems)
    if known.text and of_type.settings.the_thuc != "bieu_mau_rieng":
        problems.extend(_missing_parts(of_type, known, Place(shown)))
    if template is None:
        return JudgedTemplate(problems)
    if checked.problems.has_errors:
        hint = f"Soát tệp dữ liệu trước: cchc kiem-tra {data.source.file}."
        problems.add(_untried(data, shown, "còn lỗi", hint))
    elif missing := missing_sheets(data, of_type):
        sheets = ", ".join(f"“{SHEETS[one].sheet if one in SHEETS else one}”" for one in missing)
        hint = "Thêm trang ấy vào tệp dữ liệu." if own else "Chỉ ra tệp dữ liệu có trang ấy: --du-lieu TỆP."
        problems.add(_untried(data, shown, f"chưa có trang {sheets}", hint))
    elif not Composer(of_type, checked.inputs).subjects:
        hint = "Chỉ ra tệp dữ liệu làm được: --du-lieu TỆP."
        problems.add(_untried(data, shown, "không có gì để làm loại này", hint))
    else:
        return JudgedTemplate(problems, _try(template, of_type, checked.inputs, problems))
    return JudgedTemplate(problems)


def _type(path: Path, loai: str, types: Mapping[str, DocumentType], problems: Problems) -> DocumentType:
    """Return the type of the template: the one that is named, else the one that its ``.yaml`` says."""
    if loai:
        chosen = choose(types, [loai])
        problems.extend(chosen.problems)
        return replace(chosen.types[0], template=path) if chosen.types else untyped(path)
    found = read_type(path)
    problems.extend(found.problems)
    return found.document_type or untyped(path)


def _data_files(template: Path) -> Sequence[Path]:
    """Return the places for the working folder's data file: beside ``templates/``, or beside the template."""
    folder = template.absolute().parent
    return [folder.parent / DATA_FILE, folder / DATA_FILE]


def _opened(path: Path, shown: str, known: Known, problems: Problems) -> Template | None:
    """The template, or None where it has errors; all that shows without running it is told."""
    try:
        template = Template(path, shown, known)
    except ProblemsFound as found:
        problems.extend(found.problems)
        return None
    problems.extend(template.warnings)
    return template


def _missing_parts(document_type: DocumentType, known: Known, where: Place) -> Iterator[Problem]:
    text = "\n".join(known.text)
    kind = upper(document_type.settings.ten_loai)
    for part in _PARTS:
        is_typed = any(words in text for words in part.typed) or (part.what.startswith("tên loại") and kind in text)
        if kind in part.not_in or is_typed or any(name in known.used for name in part.names):
            continue
        yield Problem(
            "thieu_thanh_phan",
            Severity.WARNING,
            where,
            f"Mẫu chưa có {part.what}, thành phần bắt buộc của văn bản hành chính (NĐ 30/2020/NĐ-CP, Điều 8).",
            f"Thêm {part.add or f'dòng “{part.typed[0]}”'}, hoặc chép lại khối ấy từ một mẫu có sẵn.",
        )


def _untried(data: Data, shown: str, why: str, hint: str) -> Problem:
    what = f"Chưa làm thử được văn bản vì tệp {data.source.file} {why}."
    return Problem("chua_lam_thu", Severity.NOTE, Place(shown), what, hint)


def _try(template: Template, document_type: DocumentType, inputs: Inputs, problems: Problems) -> bytes | None:
    """Run the template with the data at hand; what goes wrong only with other data is a *cảnh báo*."""
    document = _rendered(template, document_type, inputs)
    if isinstance(document, bytes):
        for finished in FINISHED:
            problems.extend(finished(document, document_type, Place(template.name)))
    else:
        problems.extend(document)
    told = {(one.where, one.what) for one in problems}
    for when, other in edges(inputs.data, document_type):
        content = _rendered(template, document_type, replace(inputs, data=other))
        for one in () if isinstance(content, bytes) else content:
            if (one.where, one.what) not in told and one.code not in _OF_DATA:
                problems.add(replace(one, severity=Severity.WARNING, what=f"Khi {when}: {one.what}"))
    return document if isinstance(document, bytes) else None


def _rendered(template: Template, document_type: DocumentType, inputs: Inputs) -> bytes | Sequence[Problem]:
    """The first document, or what is wrong with it; nothing where such data ask for none."""
    composer = Composer(document_type, inputs)
    if not composer.subjects:
        return ()
    try:
        return template.render(composer.context(composer.subjects[0]))
    except ProblemsFound as found:
        return found.problems
