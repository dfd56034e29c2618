"""Tell what a template may use: the document types, and for one of them its names with sample values and the tags.

Everything is taken from the code and the data themselves, so it cannot fall behind them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_docs.authoring import examples
from cchc_docs.authoring.kinds import KINDS
from cchc_docs.authoring.printed import PrintedColumn, printed
from cchc_docs.authoring.shapes import context_shape, first_line
from cchc_docs.data.fields import as_text
from cchc_docs.documents.check import check_type
from cchc_docs.documents.composer import Composer, can_be_made
from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.subjects import Subject
from cchc_docs.documents.types import DocumentType, choose, condition_of, document_types
from cchc_docs.files import example_file, example_files, write_atomic
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.problems import Place, Problems
from cchc_docs.result import Result, cannot_write
from cchc_docs.text.markup import plain
from cchc_docs.text.normal import MarkedText, key
from cchc_docs.text.numbering import DanhSo
from cchc_docs.word.template import filters
from cchc_docs.word.template.shape import Shape
from cchc_docs.working_folder.opened import Checked, open_data, template_folders

_DEEPEST = 3
_SAMPLE = 70
_PRIVATE = "(dữ liệu cá nhân)"


@dataclass(frozen=True, slots=True)
class DictionaryTable:
    """A table as the screen, a page and other programs show it."""

    title: str
    columns: Sequence[PrintedColumn]
    rows: Sequence[Sequence[str]]

    @property
    def headings(self) -> Sequence[str]:
        """The headings of its columns."""
        return [column.heading for column in self.columns]


@dataclass(frozen=True, slots=True)
class Variable:
    """A name that a template may print, or (``many``) go through in a loop; ``origin`` is its sheet and column."""

    name: str
    meaning: str
    origin: str
    sample: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class TypesView:
    """All document types, and the blank kinds that a new one can begin with."""

    types: Sequence[DocumentType]

    def tables(self) -> list[DictionaryTable]:
        """Return the tables that a terminal shows."""
        rows = [
            (one.name, one.settings.tieu_de, one.settings.pham_vi, "; ".join(one.settings.ky)) for one in self.types
        ]
        types = DictionaryTable(
            "Các loại văn bản",
            (
                PrintedColumn("Loại", 50),
                PrintedColumn("Tiêu đề", 112),
                PrintedColumn("Phạm vi", 50),
                PrintedColumn("Kỳ", 40),
            ),
            rows,
        )
        kinds = DictionaryTable(
            "Mẫu trắng, để bắt đầu loại mới bằng cchc moi --loai TÊN --tu MẪU",
            (PrintedColumn("Mẫu", 60), PrintedColumn("Tên loại", 192)),
            [(kind.name, kind.ten_loai) for kind in KINDS.values()],
        )
        return [types, kinds]

    def as_json(self) -> dict[str, object]:
        """Return the value that ``--json`` shows."""
        return {"loai": [_type_json(one) for one in self.types], "mau_trang": list(KINDS)}


@dataclass(frozen=True, slots=True)
class TypeView:
    """One document type: what it is for, its names, how tags are written."""

    type: DocumentType
    variables: Sequence[Variable]

    def tables(self) -> list[DictionaryTable]:
        """Return the tables that a terminal shows."""
        return [self._about(), self._names(), _statements(), _filters(), _numbering()]

    def _about(self) -> DictionaryTable:
        settings = self.type.settings
        rows = [
            ("Tiêu đề", settings.tieu_de),
            ("Phạm vi", settings.pham_vi),
            ("Kỳ", "; ".join(settings.ky) or "không theo kỳ"),
            (
                "Cần các trang",
                "; ".join(SHEETS[name].sheet if name in SHEETS else name for name in map(key, settings.can)),
            ),
            ("Chỉ làm khi", condition_of(settings) or "luôn làm"),
            ("Mẫu", str(self.type.template)),
        ]
        return DictionaryTable(
            f"Loại văn bản {self.type.name}", (PrintedColumn("Mục", 50), PrintedColumn("Nội dung", 202)), rows
        )

    def _names(self) -> DictionaryTable:
        columns = (
            PrintedColumn("Tên", 75),
            PrintedColumn("Ý nghĩa", 70),
            PrintedColumn("Lấy từ đâu", 52),
            PrintedColumn("Giá trị mẫu", 55),
        )
        rows = [(one.name, one.meaning, one.origin, one.sample) for one in self.variables]
        return DictionaryTable("Các tên dùng trong {{ … }}; [] nghĩa là lặp từng phần bằng {% for %}", columns, rows)

    def as_json(self) -> dict[str, object]:
        """Return the value that ``--json`` shows."""
        return _type_json(self.type) | {
            "bien": [
                {"ten": one.name, "y_nghia": one.meaning, "nguon": one.origin, "mau": one.sample, "nhieu": one.many}
                for one in self.variables
            ],
            "bo_loc": {name: first_line(function) for name, function in filters.FILTERS.items()},
        }

    def as_word(self) -> bytes:
        """The dictionary as a Word file, to be printed."""
        return printed(
            f"TỪ ĐIỂN MẪU {self.type.name}",
            [(one.title, one.columns, [[*row] for row in one.rows]) for one in self.tables()],
        )


@dataclass(frozen=True, slots=True)
class DescribeResult(Result):
    """The dictionary that was asked for: of all types, or of one."""

    view: TypesView | TypeView | None = None
    """None where there is no type of the name."""


def list_types(du_lieu: Path | None, mau: Path | None) -> DescribeResult:
    """All document types that can be made from ``du_lieu``, or in the current folder."""
    problems = Problems()
    if du_lieu is None:
        found_types = document_types(template_folders(Path(), mau, problems))
        types = found_types.types
        problems.extend(found_types.problems)
    else:
        checked = open_data(du_lieu, mau=mau)
        types, problems = checked.types, checked.problems
    view = TypesView([types[name] for name in sorted(types)])
    return DescribeResult(problems=tuple(problems), view=view)


def describe(loai: str, du_lieu: Path | None, mau: Path | None) -> DescribeResult:
    """One document type, with sample values from ``du_lieu`` or else from the shipped example."""
    problems = Problems()
    if du_lieu is None:
        found_types = document_types(template_folders(Path(), mau, problems))
        types = found_types.types
        problems.extend(found_types.problems)
    else:
        checked = open_data(du_lieu, mau=mau)
        types, problems = checked.types, checked.problems
    chosen = choose(types, [loai])
    problems.extend(chosen.problems)
    if not chosen.types:
        return DescribeResult(problems=tuple(problems))
    document_type = chosen.types[0]
    if du_lieu is None:
        checked = example_for(document_type, mau)
    problems.extend(check_type(document_type, checked.inputs))
    names = example_context(document_type, checked.inputs)
    shapes = context_shape(names, checked.data, document_type)
    found = [one for name, value in names.items() for one in _walk(name, shapes[name], value, 0)]
    return DescribeResult(problems=tuple(problems), view=TypeView(document_type, found))


def save(view: TypeView, path: Path) -> Result:
    """Write the dictionary of a type as the Word file ``path``; another file that is there is never overwritten."""
    problems = Problems()
    content = view.as_word()
    try:
        if path.exists() and path.read_bytes() != content:
            what = "Tệp này đã có nên không ghi đè lên."
            problems.error("da_co_tep", Place(str(path)), what, "Chọn tên tệp khác sau --ra, hoặc xóa tệp cũ.")
        else:
            write_atomic(path, content)
            return Result((path,))
    except OSError as error:
        hint = "Chọn tên hoặc chỗ khác sau --ra."
        problems.add(cannot_write(path, error, "Không ghi được từ điển vào đây", hint))
    return Result(problems=tuple(problems))


def example_for(document_type: DocumentType, mau: Path | None = None) -> Checked:
    """The first shipped example from which it can be made; the first of all where none can."""
    opened = (open_data(path, mau=mau) for path in example_files())
    fitting = (one for one in opened if Composer(document_type, one.inputs).subjects)
    return next(fitting, None) or open_data(example_file())


def example_context(document_type: DocumentType, inputs: Inputs) -> Mapping[str, object]:
    """Return the context of the first document of a type."""
    composer = Composer(document_type, inputs)
    return composer.context(next(iter(composer.subjects), Subject()))


def known_names(data: Data, document_type: DocumentType) -> dict[str, Shape]:
    """The names that a template of the type can ask for, whether or not ``data`` has all that its documents need."""
    inputs = Inputs(data)
    can_be_tried = can_be_made(data, document_type) and Composer(document_type, inputs).subjects
    whole = inputs if can_be_tried else example_for(document_type).inputs
    return context_shape(example_context(document_type, whole), data, document_type)


# -- The names, shape by shape


def _walk(name: str, shape: Shape, value: object, depth: int, origin: str = "") -> Iterator[Variable]:
    """The variable and what can be reached from it; ``[]`` after a name means each item of a list.

    A cell that refers to another sheet is shown by what it prints, not by that sheet's columns.
    """
    origin = shape.origin or origin
    if shape.is_private:
        yield Variable(name, shape.note, origin, _PRIVATE)
    elif shape.item is not None:
        rows = list(value) if isinstance(value, (list, tuple)) else []
        goes_on = _has_told_parts(shape.item) and not shape.is_cell and depth < _DEEPEST
        sample = f"{len(rows)} dòng" if goes_on else "; ".join(map(_sample, rows))
        yield Variable(f"{name}[]", shape.note, origin, _short(sample), many=True)
        if goes_on:
            yield from _below(f"{name}[]", shape.item, rows[0] if rows else None, depth, origin)
    elif _has_told_parts(shape) and not shape.is_cell:
        yield from _below(name, shape, value, depth, origin)
    else:
        yield Variable(name, shape.note, origin, _short(_sample(value)))


def _below(name: str, shape: Shape, value: object, depth: int, origin: str) -> Iterator[Variable]:
    for part, inner in (shape.parts or {}).items():
        held = value.get(part) if isinstance(value, Mapping) else getattr(value, part, None)
        yield from _walk(f"{name}.{part}", inner, held, depth + 1, origin)


def _has_told_parts(shape: Shape) -> bool:
    """Return True if the shape has parts that mean something to an author; those of a day or a deadline do not."""
    return any(part.note or part.item for part in (shape.parts or {}).values())


def _sample(value: object) -> str:
    if isinstance(value, MarkedText):
        return plain(value)
    return as_text(value) if value is None or isinstance(value, (bool, int)) else str(value)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SAMPLE else text[: _SAMPLE - 1] + "…"


# -- How tags are written


_WRITTEN = (
    PrintedColumn("Tên", 42),
    PrintedColumn("Ý nghĩa", 74),
    PrintedColumn("Ví dụ", 90),
    PrintedColumn("In ra", 46),
)


def _statements() -> DictionaryTable:
    columns = (PrintedColumn("Ý nghĩa", 100), PrintedColumn("Ví dụ", 106), PrintedColumn("In ra", 46))
    rows = [*examples.STATEMENTS, *((meaning, example, "") for meaning, example in examples.IN_TABLES)]
    return DictionaryTable(
        "Lặp, điều kiện, bảng; {%p … %} đứng một mình trong đoạn, {%tr … %} trong hàng", columns, rows
    )


def _filters() -> DictionaryTable:
    own = [(f"|{name}", first_line(function), *examples.FILTERS[name]) for name, function in filters.FILTERS.items()]
    of_jinja = [(f"|{name}", *example) for name, example in examples.FILTERS_OF_JINJA.items()]
    return DictionaryTable("Bộ lọc, viết sau dấu |", _WRITTEN, [*own, *of_jinja])


def _numbering() -> DictionaryTable:
    methods = ((name, method) for name, method in vars(DanhSo).items() if not name.startswith("_") and callable(method))
    rows = [(f"danh_so.{name}()", first_line(method), *examples.NUMBERING[name]) for name, method in methods]
    return DictionaryTable("Đánh số mục, khoản, điểm", _WRITTEN, rows)


def _type_json(one: DocumentType) -> dict[str, object]:
    return {
        "ten": one.name,
        "tieu_de": one.settings.tieu_de,
        "pham_vi": one.settings.pham_vi,
        "ky": list(one.settings.ky),
        "can": [key(name) for name in one.settings.can],
    }
