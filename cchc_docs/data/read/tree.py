"""Reads ``.yaml``, ``.yml`` and ``.json`` into a ``Source`` like that of a workbook.

A list sheet is a list of mappings, a record sheet one mapping. Keys may have accents or not. All values are text, as in
the file; only JSON says by itself what is a number and what is true or false.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

import yaml

from cchc_docs.data.read import nodes, syntax
from cchc_docs.data.read.cells import NOT_A_NUMBER, Texts, report_texts, whole
from cchc_docs.data.read.decode import as_yaml, decode
from cchc_docs.data.read.lists import empty
from cchc_docs.data.read.matrix import column_key
from cchc_docs.data.read.names import NEAR, report_near_heading, sheet_key
from cchc_docs.data.read.nodes import Node, Scalar
from cchc_docs.data.read.renamed import Outline, Own, report_own_sheets
from cchc_docs.data.read.source import BadCell, Column, Layout, Raw, Sheet, SheetShape, Source, Vocabulary, shape_of
from cchc_docs.problems import Place, Problems, ProblemsFound, closest
from cchc_docs.text.normal import clean, key

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?")
MOST_CELLS = 5_000_000
"""Most cells of a sheet, rows times columns, as in a workbook."""
_MOST_DIGITS = 40
"""Longest JSON number, and its largest exponent; what is longer is no figure of an office."""


@dataclass(frozen=True, slots=True)
class TreePlaces:
    """Places in a text file: the line of each row and those of its cells, 0 for a cell that is not there."""

    file: str
    sheet: str
    rows: Sequence[int]
    cells: Sequence[Sequence[int]]

    def __call__(self, row: int, column: int) -> Place:
        """The line of the cell; where it has none, that of its row."""
        line = self.cells[row][column] if 0 <= column < len(self.cells[row]) else 0
        return Place(self.file, self.sheet, line=line or self.rows[row])


@dataclass(slots=True)
class _Reading:
    """One file while it is read."""

    file: str
    json: bool
    problems: Problems = field(default_factory=Problems)
    texts: Texts = field(default_factory=Texts)
    comments: Mapping[int, str] = field(default_factory=dict)
    """By line, what looks like a value but is a comment."""
    unread: set[str] = field(default_factory=set)
    own: list[Own] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    """A sheet while it is read: its columns by key, and for each row its cells and their lines, as far as they go."""

    name: str
    key_of: Callable[[str], str]
    """Gives the key of the column that a field belongs to."""
    columns: dict[str, Column] = field(default_factory=dict)
    rows: list[list[Raw]] = field(default_factory=list)
    row_lines: list[int] = field(default_factory=list)
    cell_lines: list[list[int]] = field(default_factory=list)
    odd: list[tuple[str, int]] = field(default_factory=list)
    """Texts to report, with their lines."""


def read_yaml(data: bytes, file: str, vocabulary: Vocabulary) -> Source:
    """The sheets of the YAML text in ``data``. Raises ``ProblemsFound`` where nothing can be read."""
    return _read(data, _Reading(file, json=False), vocabulary)


def read_json(data: bytes, file: str, vocabulary: Vocabulary) -> Source:
    """The sheets of the JSON text in ``data``. Raises ``ProblemsFound`` where nothing can be read."""
    return _read(data, _Reading(file, json=True), vocabulary)


def _read(data: bytes, reading: _Reading, vocabulary: Vocabulary) -> Source:
    root = _root(data, reading)
    problems = reading.problems
    sheets: dict[str, Sheet] = {}
    for scalar, node in root.pairs:
        name = clean(scalar.text)
        place = Place(reading.file, line=scalar.line)
        if key(name) in sheets:  # the parser has reported it
            continue
        found = sheet_key(name, place, sheets, problems, vocabulary)
        sheet = _sheet(reading, found, name, node, shape_of(vocabulary, found)) if found else None
        if sheet is not None:
            sheets[found] = sheet
            if shape_of(vocabulary, found) is None and not sheet.is_blank:
                keys = frozenset(column.key for column in sheet.columns)
                # A mapping has its keys where a workbook has the labels of a record: one below the other.
                headings = Outline([keys], [keys] if isinstance(node, nodes.Mapping) else [])
                reading.own.append(Own(found, name, place, headings))
    source = Source(reading.file, sheets, unread=frozenset(reading.unread))
    report_own_sheets(reading.own, source, vocabulary, problems)
    return replace(source, problems=tuple(problems))


def _root(data: bytes, reading: _Reading) -> nodes.Mapping:
    """The mapping that the whole file is."""
    where, problems = Place(reading.file), reading.problems
    text = decode(data, where, problems)
    try:
        root = nodes.parse(as_yaml(text) if reading.json else text, reading.file, problems)
    except yaml.YAMLError as error:
        syntax.report(error, text, where, problems, json=reading.json)
        raise ProblemsFound(problems) from None
    except ProblemsFound as found:
        raise ProblemsFound([*problems, *found.problems]) from None
    if isinstance(root, nodes.Mapping):
        reading.comments = syntax.comments(text)
        return root
    if root is None or _is_null(root):
        problems.error("tep_trong", where, "Tệp không có dữ liệu nào.", "Ghi tên trang rồi đến các mục của trang đó.")
    else:
        what = "Tệp phải gồm tên các trang, sau mỗi tên là dấu hai chấm rồi đến dữ liệu của trang."
        problems.error(
            "sai_dang", Place(reading.file, line=root.line), what, "Thêm tên trang ở trên, ví dụ “co_quan:”."
        )
    raise ProblemsFound(problems)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text in _NULL


def _sheet(reading: _Reading, found: str, name: str, node: Node, shape: SheetShape | None) -> Sheet | None:
    """The sheet of key ``found`` in ``node``; ``None`` for a blank one that nobody asked for, and for an unread one."""
    is_record = isinstance(node, nodes.Mapping) if shape is None else shape.layout is Layout.RECORD
    if _is_null(node):
        place = Place(reading.file, name, line=node.line)
        return None if shape is None else empty(place, found, ((),) if is_record else ())
    records = _records(reading, name, node, is_record=is_record)
    if records is None:
        reading.unread.add(found)
        return None
    table = _Table(name, column_key if shape is not None and shape.layout is Layout.MATRIX else key)
    for record in records:
        _add_row(reading, table, record)
        if len(table.rows) * len(table.columns) > MOST_CELLS:
            cells = f"hơn {MOST_CELLS // 1_000_000} triệu ô"
            what = f"Trang có quá nhiều tên mục khác nhau, thành {cells}, nên không đọc trang."
            hint = "Xem lại tên mục: các dòng phải dùng chung một số tên mục."
            reading.problems.error("trang_qua_lon", Place(reading.file, name, line=record.line), what, hint)
            reading.unread.add(found)
            return None
    if shape is not None:
        _report_near_headings(reading, table, shape)
    report_texts(table.odd, reading.texts, lambda line: Place(reading.file, name, line=line), reading.problems)
    return _finished(reading.file, found, table, keep_blank=is_record)


def _records(reading: _Reading, name: str, node: Node, *, is_record: bool) -> list[nodes.Mapping] | None:
    """The rows of a sheet; what has the wrong shape is reported and left out. ``None`` where all has."""
    if is_record and isinstance(node, nodes.Mapping):
        return [node]
    if is_record or not isinstance(node, nodes.Sequence):
        what = f"Trang “{name}” phải là một danh sách, mỗi dòng bắt đầu bằng dấu gạch ngang."
        if is_record:
            what = f"Trang “{name}” chỉ có một bản ghi: các mục viết thẳng dưới tên trang, không phải danh sách."
        _report_shape(reading, name, node.line, what, "Sửa lại theo mẫu của lệnh “cchc moi --vi-du”.")
        return None
    records = []
    for item in node.items:
        if isinstance(item, nodes.Mapping):
            records.append(item)
        elif not _is_null(item):
            what = "Mỗi dòng của trang phải gồm các mục dạng “tên mục: giá trị”."
            _report_shape(reading, name, item.line, what, "Ghi tên mục trước giá trị này.")
    return records


def _report_shape(reading: _Reading, sheet: str, line: int, what: str, hint: str) -> None:
    reading.problems.error("sai_dang", Place(reading.file, sheet, line=line), what, hint)


def _add_row(reading: _Reading, table: _Table, record: nodes.Mapping) -> None:
    """Add ``record`` to ``table``; a key that is there for the first time becomes a column."""
    row: list[Raw] = [None] * len(table.columns)
    lines = [0] * len(table.columns)
    for scalar, node in record.pairs:
        name = table.key_of(scalar.text)
        if not name:
            if scalar.text:
                what = f"Tên mục “{scalar.text}” không có chữ hay số nào, nên giá trị của nó không được dùng."
                _report_shape(reading, table.name, scalar.line, what, "Đặt lại tên mục.")
            continue
        if name not in table.columns:
            heading = " ".join(clean(scalar.text).split())
            place = Place(reading.file, table.name, line=scalar.line)
            table.columns[name] = Column(name, heading, len(table.columns), place)
            row.append(None)
            lines.append(0)
        number = table.columns[name].number
        if not lines[number]:  # otherwise a duplicate, which the parser has reported
            lines[number] = node.line
            row[number] = _cell(reading, table, scalar.text, node)
    table.rows.append(row)
    table.row_lines.append(record.line)
    table.cell_lines.append(lines)


def _cell(reading: _Reading, table: _Table, name: str, node: Node) -> Raw:
    """The value of the field called ``name``: a scalar, or the lines of a list of scalars."""
    items = node.items if isinstance(node, nodes.Sequence) else [node]
    scalars = [item for item in items if isinstance(item, Scalar)]
    if len(scalars) < len(items):
        nested = BadCell("sai_dang", "Chỗ này cần một giá trị, không phải một nhóm mục.", _hint_for_nested(node))
        _report_shape(reading, table.name, node.line, nested.what, nested.hint)
        return nested
    for scalar in scalars:
        if scalar.plain and not scalar.text and scalar.line in reading.comments:
            place = Place(reading.file, table.name, line=scalar.line)
            syntax.report_comment(reading.comments[scalar.line], name, place, reading.problems)
    if isinstance(node, Scalar):
        return _scalar(reading, table, node)
    lines = [_text(reading, table, scalar) for scalar in scalars if not _is_null(scalar)]
    return "\n".join(line for line in lines if line is not None) or None


def _hint_for_nested(node: Node) -> str:
    """Return the hint for a group in the place of a value; a citation without quotes is one, a list in a list."""
    match node:
        case nodes.Sequence(items=[nodes.Sequence(items=[Scalar(text=code)])]):
            return f"Nếu đây là dấu trích dẫn số liệu thì {syntax.in_quotes(f'[[{code}]]')}."
        case _:
            return "Ghi giá trị ngay sau dấu hai chấm; nếu là chữ có dấu hai chấm thì đặt cả trong dấu ngoặc kép."


def _text(reading: _Reading, table: _Table, scalar: Scalar) -> str | None:
    cleaned = reading.texts.clean(scalar.text)
    if scalar.text in reading.texts.odd:
        table.odd.append((scalar.text, scalar.line))
    return cleaned


def _scalar(reading: _Reading, table: _Table, scalar: Scalar) -> Raw:
    if scalar.plain:
        if scalar.text in _NULL:
            return None
        if reading.json and scalar.text in {"true", "false"}:
            return scalar.text == "true"
        if reading.json and _JSON_NUMBER.fullmatch(scalar.text):
            return _number(scalar.text)
    return _text(reading, table, scalar)


def _number(text: str) -> int | Decimal | BadCell:
    value = Decimal(text) if len(text) <= 2 * _MOST_DIGITS else Decimal("Infinity")
    if not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
        return NOT_A_NUMBER
    return whole(value)


def _report_near_headings(reading: _Reading, table: _Table, shape: SheetShape) -> None:
    """Warn of each key that is nearly a known one, where that one is missing beside it; once a key."""
    known = {key(heading) for heading in shape.headings}
    for column in table.columns.values():
        near = closest(column.heading, shape.headings, at_least=NEAR) if column.key not in known else ""
        if not near:
            continue
        meant = table.columns.get(key(near))
        lines = [
            cells[column.number]
            for cells in table.cell_lines
            if _line(cells, column) and not (meant and _line(cells, meant))
        ]
        if lines:
            more = f" (cùng {len(lines) - 1} dòng khác)" if len(lines) > 1 else ""
            place = Place(reading.file, table.name, line=lines[0])
            report_near_heading(column.heading, [near], place, reading.problems, more)


def _line(lines: Sequence[int], column: Column) -> int:
    """The line of a row's cell, 0 where the row has none."""
    return lines[column.number] if column.number < len(lines) else 0


def _finished(file: str, found: str, table: _Table, *, keep_blank: bool) -> Sheet:
    """The sheet of what was gathered, all rows equally long, blank ones left out."""
    width = len(table.columns)
    kept = [i for i, row in enumerate(table.rows) if keep_blank or row.count(None) < len(row)]
    rows = [table.rows[i] + [None] * (width - len(table.rows[i])) for i in kept]
    places = TreePlaces(file, table.name, [table.row_lines[i] for i in kept], [table.cell_lines[i] for i in kept])
    return Sheet(found, table.name, tuple(table.columns.values()), rows, places)
