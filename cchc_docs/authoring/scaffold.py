"""``cchc moi --loai``: a new document type in the working folder, from one that is there or from a blank kind."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_docs.authoring.dictionary import known_names
from cchc_docs.authoring.explain import explainer
from cchc_docs.authoring.kinds import KINDS, BlankKind
from cchc_docs.documents.subjects import OFFICE_SCOPE
from cchc_docs.documents.types import DocumentSettings, DocumentType, document_types, find_type
from cchc_docs.facts import table
from cchc_docs.files import example_file, shipped, write_atomic
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.problems import Place, Problem, Problems, ProblemsFound, Severity, did_you_mean
from cchc_docs.result import Result, cannot_write
from cchc_docs.text.file_names import safe_names
from cchc_docs.text.normal import fold, key
from cchc_docs.word.template import Template
from cchc_docs.word.template.assemble import assemble
from cchc_docs.word.template.comments import commented
from cchc_docs.word.template.frame import FRAME
from cchc_docs.word.template.shape import Known
from cchc_docs.working_folder.new import DATA_FILE
from cchc_docs.working_folder.opened import open_data, template_folders

_PROPERTIES = {"title": "{{ van_ban.ten_loai }} {{ van_ban.trich_yeu }}", "creator": "{{ co_quan.ten }}"}
_MATTER = "công tác cải cách hành chính"
"""The matter of a title that says nothing more than its kind."""
_ABOUT = re.compile("về (?:việc )?", re.IGNORECASE)
_NAMING = ("ho_ten", "ten", "ten_don_vi", "ma")
_BESIDE = ("chuc_vu", "don_vi", "co_quan")


@dataclass(frozen=True, slots=True)
class NewType:
    """The type that an author asks for: its name, the kind it begins with, and what its ``.yaml`` is to say."""

    loai: str
    tu: str
    tieu_de: str = ""
    trich_yeu: str = ""
    pham_vi: str = ""
    ky: Sequence[str] = ()


def create_type(folder: Path, wanted: NewType) -> Result:
    """Make a template and its ``.yaml`` in ``folder/templates``; the two paths, and the problems.

    Nothing that is there is overwritten; with an error nothing is made.
    """
    problems = Problems()
    template = folder / "templates" / f"{key(wanted.loai)}.docx"
    problems.extend(_check_name(wanted.loai, template))
    types = document_types(template_folders(folder, None, problems)).types
    base = _base(types, wanted.tu, problems)
    if base is None or problems.has_errors:
        return Result(problems=tuple(problems))
    data = _data(folder)
    content = base.template.read_bytes() if isinstance(base, DocumentType) else _blank(base, _subject(wanted, data))
    said = _said_of_type(base, wanted, template.stem)
    problems.extend(_check_scope(wanted, data))
    explained = _explained(content, said, template.name, data, problems)
    if explained is None:
        return Result(problems=tuple(problems))
    description = template.with_suffix(".yaml")
    try:
        write_atomic(template, explained)
        write_atomic(description, said)
    except OSError as error:
        with suppress(OSError):
            template.unlink(missing_ok=True)  # half a type would only be in the way of the next try
        problems.add(cannot_write(template.parent, error, "Không ghi được mẫu vào đây", "Chọn thư mục khác."))
        return Result(problems=tuple(problems))
    return Result((template, description), tuple(problems))


def _base(types: Mapping[str, DocumentType], name: str, problems: Problems) -> DocumentType | BlankKind | None:
    """The type or blank kind that is called so; a type comes before the kind of its name."""
    base = find_type(types, name) or KINDS.get(key(name)) or KINDS.get(f"{key(name)}_trang")
    if base is None:
        known = [*types, *KINDS]
        hint = did_you_mean(name, known) or f"Bắt đầu được từ: {'; '.join(known)}."
        problems.error("khong_co_loai", Place(), f"Không có loại văn bản hay mẫu trắng “{name}”.", hint)
    return base


def _check_name(typed: str, template: Path) -> Iterator[Problem]:
    name = template.stem
    if not name or safe_names([name]) != [name]:
        what = f"“{typed}” không làm tên loại văn bản được."
        hint = "Đặt tên bằng chữ và số, ví dụ giay_moi_hop."
        yield Problem("ten_loai_khong_dung", Severity.ERROR, Place(), what, hint)
    for path in (template, template.with_suffix(".yaml")):
        if name and path.exists():
            yield Problem(
                "da_co_tep",
                Severity.ERROR,
                Place(str(path)),
                "Tệp này đã có nên không tạo lại.",
                "Chọn tên loại khác, hoặc sửa tiếp tệp đang có bằng Word.",
            )


def _data(folder: Path) -> Data:
    """The working folder's data, or the shipped example where it has none yet."""
    own = folder / DATA_FILE
    return open_data(own if own.is_file() else example_file()).data


def _check_scope(wanted: NewType, data: Data) -> Iterator[Problem]:
    scope = key(wanted.pham_vi)
    if scope and scope not in {OFFICE_SCOPE, *SHEETS, *data.own_sheets}:
        yield Problem(
            "pham_vi_chua_co",
            Severity.WARNING,
            Place(data.source.file),
            f"Tệp dữ liệu chưa có trang “{wanted.pham_vi}” mà mẫu này làm mỗi dòng một văn bản.",
            did_you_mean(scope, [*SHEETS, *data.own_sheets])
            or "Thêm trang ấy, rồi sửa các thẻ {{ doi_tuong… }} theo tên cột của trang.",
        )


def _subject(wanted: NewType, data: Data) -> str:
    """Tags that name the row that a document is about, by the columns of its sheet; ``""`` for the office."""
    scope = key(wanted.pham_vi)
    if scope in ("", OFFICE_SCOPE):
        return ""
    columns = [field.name for field in SHEETS[scope].columns()] if scope in SHEETS else []
    if scope in data.own_sheets:
        columns = [column.key for column in data.own_sheets[scope].columns]
    naming = next((name for name in _NAMING if name in columns), columns[0] if columns else _NAMING[0])
    beside = [name for name in _BESIDE if name in columns and name != naming]
    more = "".join(f"{{% if doi_tuong.{name} %}}, {{{{ doi_tuong.{name} }}}}{{% endif %}}" for name in beside)
    return f"{{{{ doi_tuong.{naming} }}}}{more}"


def _blank(kind: BlankKind, subject: str) -> bytes:
    return assemble((shipped("templates") / FRAME).read_bytes(), kind.parts(subject), _PROPERTIES)


def _said_of_type(base: DocumentType | BlankKind, wanted: NewType, name: str) -> bytes:
    """The text of the new type's ``.yaml``: what its base says, but for what the author wants otherwise."""
    values: dict[str, object]
    if isinstance(base, DocumentType):
        values = {field.name: getattr(base.settings, field.name) for field in DocumentSettings.columns()}
        if name != base.name:
            values["ten_tep"] = ""  # or both would write the same file
            values["vai_tro"] = ""  # papers cite one type of a role
        title = wanted.tieu_de or _readable(wanted.loai) or base.settings.tieu_de
        values["tieu_de"] = title if name != base.name else wanted.tieu_de or base.settings.tieu_de
    else:
        title = wanted.tieu_de or _readable(wanted.loai) or base.ten_loai
        abbreviation = next(row["viet_tat"] for row in table("ten_loai") if row["ten_loai"] == base.ten_loai)
        values = {"tieu_de": title, "ten_loai": base.ten_loai, "viet_tat": abbreviation}
        values["trich_yeu"] = _summary(base, title)
    given = {"trich_yeu": wanted.trich_yeu, "pham_vi": wanted.pham_vi, "ky": tuple(wanted.ky)}
    values |= {field: value for field, value in given.items() if value}
    return _yaml(values).encode()


def _readable(typed: str) -> str:
    """A name that was typed as a title: *Giấy mời họp*, not ``giay_moi_hop``."""
    return typed if typed != key(typed) else ""


def _summary(kind: BlankKind, title: str) -> str:
    """The trích yếu that a title suggests: *Giấy mời họp Ban Chỉ đạo* is about *Họp Ban Chỉ đạo*."""
    matter = title[len(kind.ten_loai) :].strip() if fold(title).startswith(fold(kind.ten_loai)) else title
    matter = matter or _MATTER
    if kind.about is not None:
        matter = f"{kind.about} {_ABOUT.sub('', matter)}".strip()
    return matter[:1].upper() + matter[1:]


def _yaml(values: Mapping[str, object]) -> str:
    """YAML that any reader takes: every text in quotes, as JSON writes it."""
    lines = [
        f"  {name}: {json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)}"
        for name, value in values.items()
        if value
    ]
    head = f"# Loại văn bản “{values['tieu_de']}”: mẫu là tệp Word cùng tên, bên cạnh tệp này."
    return "\n".join([head, "loai_van_ban:", *lines]) + "\n"


def _explained(content: bytes, said: bytes, name: str, data: Data, problems: Problems) -> bytes | None:
    """The template with its comments; None where it is no Word file, or an option made its ``.yaml`` wrong."""
    with TemporaryDirectory() as folder:
        template = Path(folder) / name
        template.write_bytes(content)
        template.with_suffix(".yaml").write_bytes(said)
        found = document_types([Path(folder)])
        found_type = found.types.get(template.stem)
        if found_type is None:
            for one in found.problems:
                problems.error(one.code, Place(), one.what, one.hint)
            return None
        names = known_names(data, found_type)
        known = Known(names)
        with suppress(ProblemsFound):  # a type with mistakes may be copied to be mended: cchc kiem-tra tells them
            Template(content, name, known)
        try:
            return commented(content, explainer(names, known), Place(file=name))
        except ProblemsFound as broken:
            problems.extend(broken.problems)
            return None
