"""What a template may use: the document types, and for one of them its variables with sample values, and the filters.

Everything is taken from the code and the data themselves, so it cannot fall behind them.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_docs.build import open_data, template_folders
from cchc_docs.deadline import ThoiHan
from cchc_docs.documents import MEANINGS, Composer
from cchc_docs.documents.subjects import Subject
from cchc_docs.documents.types import DocumentType, choose, condition_of, document_types
from cchc_docs.fields import as_text
from cchc_docs.files import example_file
from cchc_docs.filters import FILTERS
from cchc_docs.markup import plain
from cchc_docs.numbering import DanhSo
from cchc_docs.problems import Problem, Problems
from cchc_docs.records import SHEETS, Data
from cchc_docs.records.base import Record, own_values
from cchc_docs.text import MarkedText, key

Table = tuple[str, Sequence[str], Sequence[Sequence[str]]]
_DEEPEST = 3
_SAMPLE = 70
_PRIVATE = "(dữ liệu cá nhân)"


@dataclass(frozen=True, slots=True)
class Variable:
    """A name that a template may print, or (``many``) go through in a loop."""

    name: str
    meaning: str
    sample: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class TypesView:
    """All document types."""

    types: Sequence[DocumentType]

    def tables(self) -> list[Table]:
        """What a terminal shows."""
        rows = [(one.name, one.loai.tieu_de, one.loai.pham_vi, "; ".join(one.loai.ky)) for one in self.types]
        return [("Các loại văn bản", ("Loại", "Tiêu đề", "Phạm vi", "Kỳ"), rows)]

    def as_json(self) -> dict[str, object]:
        """What ``--json`` shows."""
        return {"loai": [_type_json(one) for one in self.types]}


@dataclass(frozen=True, slots=True)
class TypeView:
    """One document type: what it is for, its variables, the filters."""

    type: DocumentType
    variables: Sequence[Variable]

    def tables(self) -> list[Table]:
        """What a terminal shows."""
        loai = self.type.loai
        about = [
            ("Tiêu đề", loai.tieu_de),
            ("Phạm vi", loai.pham_vi),
            ("Kỳ", "; ".join(loai.ky) or "không theo kỳ"),
            ("Cần các trang", "; ".join(SHEETS[name].sheet if name in SHEETS else name for name in map(key, loai.can))),
            ("Chỉ làm khi", condition_of(loai) or "luôn làm"),
            ("Mẫu", str(self.type.template)),
        ]
        variables = [(one.name, one.meaning, one.sample) for one in self.variables]
        filters = [(f"|{name}", _first_line(function)) for name, function in FILTERS.items()]
        filters += [(f"danh_so.{name}()", _first_line(method)) for name, method in _counters()]
        return [
            (f"Loại văn bản {self.type.name}", ("", ""), about),
            ("Biến", ("Tên", "Ý nghĩa", "Giá trị mẫu"), variables),
            ("Bộ lọc và đánh số", ("Tên", "Ý nghĩa"), filters),
        ]

    def as_json(self) -> dict[str, object]:
        """What ``--json`` shows."""
        return _type_json(self.type) | {
            "bien": [
                {"ten": one.name, "y_nghia": one.meaning, "mau": one.sample, "nhieu": one.many}
                for one in self.variables
            ],
            "bo_loc": {name: _first_line(function) for name, function in FILTERS.items()},
        }


def list_types(du_lieu: Path | None, mau: Path | None) -> tuple[TypesView, tuple[Problem, ...]]:
    """All document types that can be made from ``du_lieu``, or in the current folder."""
    problems = Problems()
    if du_lieu is None:
        types = document_types(template_folders(Path(), mau, problems), problems)
    else:
        checked = open_data(du_lieu, mau=mau)
        types, problems = checked.types, checked.problems
    return TypesView([types[name] for name in sorted(types)]), tuple(problems)


def describe(loai: str, du_lieu: Path | None, mau: Path | None) -> tuple[TypeView | TypesView, tuple[Problem, ...]]:
    """One document type, with sample values from ``du_lieu`` or else from the shipped example.

    Gives an empty list of types where there is no type of that name.
    """
    problems = Problems()
    checked = open_data(du_lieu or example_file(), mau=mau)
    if du_lieu is None:
        checked.types = document_types(template_folders(Path(), mau, problems), problems)
    else:
        problems.extend(checked.problems)
    chosen = choose(checked.types, [loai], problems)
    if not chosen:
        return TypesView([]), tuple(problems)
    names = _sample_context(checked.data, chosen[0], problems)
    return TypeView(chosen[0], list(_variables(names, checked.data))), tuple(problems)


def _sample_context(data: Data, loai: DocumentType, problems: Problems) -> Mapping[str, object]:
    composer = Composer(data, loai, problems)
    return composer.context(next(iter(composer.subjects), Subject()))


def _variables(names: Mapping[str, object], data: Data) -> Iterator[Variable]:
    for name, value in names.items():
        meaning = MEANINGS.get(name) or (SHEETS[name].about if name in SHEETS else "")
        if name in data.own_sheets:
            meaning = f"Trang “{data.own_sheets[name].name}” của cơ quan."
        yield from _walk(name, value, meaning, 0)


def _walk(name: str, value: object, meaning: str, depth: int) -> Iterator[Variable]:
    """The variable and what can be reached from it; ``[]`` after a name means each item of a list."""
    if isinstance(value, (list, tuple)):
        items = [item for item in value if isinstance(item, (Record, Mapping)) or dataclasses.is_dataclass(item)]
        if items and depth < _DEEPEST:
            yield Variable(f"{name}[]", meaning, f"{len(value)} dòng", many=True)
            yield from _parts(f"{name}[]", items[0], depth)
        else:
            yield Variable(f"{name}[]", meaning, _short("; ".join(map(_sample, value))), many=True)
    elif isinstance(value, ThoiHan) or not (isinstance(value, Record) or dataclasses.is_dataclass(value)):
        yield Variable(name, meaning, _short(_sample(value)))
    else:
        yield from _parts(name, value, depth)


def _parts(name: str, value: object, depth: int) -> Iterator[Variable]:
    """What stands in one record, dataclass or row. A reference to another sheet is shown by its name only."""
    if isinstance(value, Record):
        for field in type(value).columns():
            inner = getattr(value, field.name)
            if field.personal:
                yield Variable(f"{name}.{field.name}", field.note, _PRIVATE)
            elif field.kind.refers_to:
                suffix = "[]" if field.kind.many else ""
                shown = "; ".join(map(str, inner)) if field.kind.many else _sample(inner)
                yield Variable(f"{name}.{field.name}{suffix}", field.note, _short(shown), many=field.kind.many)
            else:
                yield from _walk(f"{name}.{field.name}", inner, field.note, depth + 1)
        own = own_values(value)
        yield from _parts(name, dict.fromkeys(own, _PRIVATE) if type(value).is_personal else own, depth)
    elif isinstance(value, Mapping):
        for part, inner in value.items():
            yield Variable(f"{name}.{part}", "Cột riêng của cơ quan.", _short(_sample(inner)))
    elif dataclasses.is_dataclass(value):
        for field_ in dataclasses.fields(value):
            note = str(field_.metadata.get("note", ""))
            yield from _walk(f"{name}.{field_.name}", getattr(value, field_.name), note, depth + 1)


def _sample(value: object) -> str:
    if isinstance(value, MarkedText):
        return plain(value)
    return as_text(value) if value is None or isinstance(value, (bool, int)) else str(value)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SAMPLE else text[: _SAMPLE - 1] + "…"


def _counters() -> Iterator[tuple[str, object]]:
    """The methods of the numbering helper."""
    return ((name, method) for name, method in vars(DanhSo).items() if callable(method) and not name.startswith("_"))


def _first_line(function: object) -> str:
    return (function.__doc__ or "").strip().split("\n")[0].replace("``", "")


def _type_json(one: DocumentType) -> dict[str, object]:
    return {
        "ten": one.name,
        "tieu_de": one.loai.tieu_de,
        "pham_vi": one.loai.pham_vi,
        "ky": list(one.loai.ky),
        "can": [key(name) for name in one.loai.can],
    }
