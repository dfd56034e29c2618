"""``cchc kiem-tra MAU.docx``: everything that is wrong with a template, before a clerk meets it.

What shows without data, names held against the dictionary, parts that an official document must have; then the
template is run, with the data at hand and with the same data as other offices might have it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_docs.authoring.dictionary import example_context, example_for
from cchc_docs.authoring.edge import edges
from cchc_docs.authoring.shapes import context_shape
from cchc_docs.build import open_data
from cchc_docs.documents import Composer, missing_sheets
from cchc_docs.documents.types import DocumentType, read_type, untyped
from cchc_docs.problems import Place, Problem, Problems, ProblemsFound, Severity
from cchc_docs.records import SHEETS, Data
from cchc_docs.template import Template
from cchc_docs.template.shape import Known
from cchc_docs.text import upper
from cchc_docs.workspace import DATA_FILE

FinishedJudge = Callable[[bytes, Place], Iterable[Problem]]
FINISHED: tuple[FinishedJudge, ...] = ()
"""What judges the document that a template makes from the data at hand: the rules of the decree go here."""


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


def judge_template(path: Path, *, du_lieu: Path | None = None, mau: Path | None = None, name: str = "") -> Problems:
    """All that is to be said of the template at ``path``, which messages call ``name``.

    It is tried with ``du_lieu``, else with the working folder's data file, else with the shipped example.
    """
    problems = Problems()
    loai = read_type(path, problems) or untyped(path)
    shown = name or path.name
    own = du_lieu or next((one for one in _data_files(path) if one.is_file()), None)
    checked = open_data(own, mau=mau) if own else example_for(loai, mau)
    data = checked.data
    # Where the data at hand ask for no such document, what its template may use shows in an example that does.
    model = data if _can_try(data, loai) else example_for(loai, mau).data
    known = Known(context_shape(example_context(model, loai, Problems()), model, loai))
    template = _opened(path, shown, known, problems)
    if known.text and loai.loai.the_thuc != "bieu_mau_rieng":
        _miss_parts(loai, known, Place(shown), problems)
    if template is None:
        return problems
    if checked.problems.has_errors:
        _untried(data, shown, "còn lỗi", f"Soát tệp dữ liệu trước: cchc kiem-tra {data.source.file}.", problems)
    elif missing := missing_sheets(data, loai):
        sheets = ", ".join(f"“{SHEETS[one].sheet if one in SHEETS else one}”" for one in missing)
        hint = "Thêm trang ấy vào tệp dữ liệu." if own else "Chỉ ra tệp dữ liệu có trang ấy: --du-lieu TỆP."
        _untried(data, shown, f"chưa có trang {sheets}", hint, problems)
    elif not _can_try(data, loai):
        _untried(data, shown, "không có gì để làm loại này", "Chỉ ra tệp dữ liệu làm được: --du-lieu TỆP.", problems)
    else:
        _try(template, loai, data, problems)
    return problems


def _can_try(data: Data, loai: DocumentType) -> bool:
    return bool(Composer(data, loai, Problems()).subjects)


def _data_files(template: Path) -> Sequence[Path]:
    """Where the working folder's data file may stand: beside ``templates/``, or beside the template."""
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


def _miss_parts(loai: DocumentType, known: Known, where: Place, problems: Problems) -> None:
    text = "\n".join(known.text)
    kind = upper(loai.loai.ten_loai)
    for part in _PARTS:
        is_typed = any(words in text for words in part.typed) or (part.what.startswith("tên loại") and kind in text)
        if kind in part.not_in or is_typed or any(name in known.used for name in part.names):
            continue
        problems.warning(
            "thieu_thanh_phan",
            where,
            f"Mẫu chưa có {part.what}, thành phần bắt buộc của văn bản hành chính (NĐ 30/2020/NĐ-CP, Điều 8).",
            f"Thêm {part.add or f'dòng “{part.typed[0]}”'}, hoặc chép lại khối ấy từ một mẫu có sẵn.",
        )


def _untried(data: Data, shown: str, why: str, hint: str, problems: Problems) -> None:
    what = f"Chưa làm thử được văn bản vì tệp {data.source.file} {why}."
    problems.notice("chua_lam_thu", Place(shown), what, hint)


def _try(template: Template, loai: DocumentType, data: Data, problems: Problems) -> None:
    """Run the template with the data at hand; what goes wrong only with other data is a *cảnh báo*."""
    content = _rendered(template, loai, data)
    if isinstance(content, bytes):
        for judge in FINISHED:
            problems.extend(judge(content, Place(template.name)))
    else:
        problems.extend(content)
    told = {(one.where, one.what) for one in problems}
    for when, other in edges(data, loai):
        content = _rendered(template, loai, other)
        for one in () if isinstance(content, bytes) else content:
            is_of_figures = one.code == "thieu_so_lieu"  # cited in the text, and blank only since the edge made it so
            if (one.where, one.what) not in told and not is_of_figures:
                problems.add(replace(one, severity=Severity.CANH_BAO, what=f"Khi {when}: {one.what}"))


def _rendered(template: Template, loai: DocumentType, data: Data) -> bytes | Sequence[Problem]:
    """The first document, or what is wrong with it; nothing where such data ask for none."""
    composer = Composer(data, loai, Problems())
    if not composer.subjects:
        return ()
    try:
        return template.render(composer.context(composer.subjects[0]))
    except ProblemsFound as found:
        return found.problems
