"""Records as forms to fill: the data file of an office, blank, or filled from any other data file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cchc_docs.data.fields import CHU, SO_LIEU, Context, KhongCo, Kind, Unreadable, as_text
from cchc_docs.data.read.matrix import is_code
from cchc_docs.data.read.source import Column, Layout, Raw, Sheet, Source, shape_of
from cchc_docs.data.write import workbook
from cchc_docs.data.write.workbook import Form, FormColumn
from cchc_docs.facts import table
from cchc_docs.office.records import SHEETS, VOCABULARY
from cchc_docs.office.records.base import FieldOfSheet, Record
from cchc_docs.office.records.co_quan import DON_VI
from cchc_docs.office.records.reading import Names
from cchc_docs.office.records.so_lieu import UNITS

TITLE = "Dữ liệu công tác cải cách hành chính"
GUIDE = (
    "Mỗi năm một tệp. Điền các trang theo thứ tự từ trái sang phải; trang nào chưa có số liệu thì để trống.",
    "Tiêu đề màu đỏ là cột bắt buộc. Đưa chuột lên tiêu đề để xem phải ghi gì.",
    "Đừng đổi tên trang và tên cột; có thể thêm cột, thêm trang của riêng cơ quan.",
    "Mỗi dòng nội dung là một đoạn văn. Không gõ gạch đầu dòng: chọn có hoặc không ở cột Gạch đầu dòng.",
    "Trong các ô nội dung: **chữ đậm**, *chữ nghiêng*, ^[chú thích ở chân trang]. Muốn in đúng dấu * thì gõ \\*.",
    "Nhiệm vụ có nhiều sản phẩm: ghi sản phẩm tiếp theo ở dòng dưới và để trống cột Mã.",
    "Nhiều giá trị trong một ô (đơn vị chủ trì, phối hợp …) thì cách nhau bằng dấu chấm phẩy.",
    "Soát tệp: cchc kiem-tra du_lieu.xlsx. Làm văn bản: cchc tao du_lieu.xlsx.",
)


def blank(types: Iterable[str] = ()) -> bytes:
    """A blank data file; the areas of reform stand in it already. ``types`` are offered as *Loại văn bản*."""
    areas = [{"ma": row["ma"], "ten_trong_ke_hoach": row["ten"]} for row in table("noi_dung_cchc")]
    rows: Mapping[str, Sequence[Mapping[str, Raw]]] = {"linh_vuc": areas}
    return _write([_form(cls, rows.get(name, ())) for name, cls in SHEETS.items()], types)


def filled(source: Source, types: Iterable[str] = ()) -> bytes:
    """``source``, read without errors, as a workbook: each sheet, column and value of it, and the forms still blank."""
    forms = [_filled(cls, source.sheets.get(name)) for name, cls in SHEETS.items()]
    for name, sheet in source.sheets.items():
        if name not in SHEETS:
            forms.append(_own_sheet(sheet) if shape_of(VOCABULARY, name) is None else _matrix(sheet))
    return _write(forms, types)


def _write(forms: Sequence[Form], types: Iterable[str]) -> bytes:
    names = tuple(types)
    return workbook.write([replace(form, columns=_with_types(form, names)) for form in forms], TITLE, GUIDE)


def _with_types(form: Form, types: tuple[str, ...]) -> list[FormColumn]:
    return [replace(one, suggestions=types) if one.name == "loai_van_ban" else one for one in form.columns]


def _form(cls: type[Record], rows: Sequence[Mapping[str, Raw]], own: Sequence[FormColumn] = ()) -> Form:
    declared = [_column(field) for field in cls.columns()]
    return Form(cls.sheet_key, cls.sheet, cls.layout, cls.about, [*declared, *own], rows)


def _column(field: FieldOfSheet) -> FormColumn:
    return FormColumn(field.name, field.heading, field.note, field.kind, field.required)


def _filled(cls: type[Record], sheet: Sheet | None) -> Form:
    if sheet is None:
        return _form(cls, ())
    kinds = {field.name: field.kind for field in cls.columns()}
    own = [_own_column(column.key, column.heading) for column in sheet.columns if column.key not in kinds]
    return _form(cls, _typed_rows(sheet, kinds), own)


def _typed_rows(sheet: Sheet, kinds: Mapping[str, Kind]) -> list[dict[str, Raw]]:
    """The rows, each number and date a number and a date wherever it can be read as its column's kind."""
    context = Context(Names({}))
    rows = []
    for cells in sheet.records():
        row = dict(cells)
        for name in (name for name in cells if name in kinds and kinds[name].cell.holds != "text"):
            try:
                value = kinds[name].read(row[name], context)
            except Unreadable:
                continue  # stays as typed: filling a form is no place to judge
            row[name] = str(value) if isinstance(value, KhongCo) else value
        rows.append(row)
    return rows


def _matrix(sheet: Sheet) -> Form:
    """A sheet with the figures of the units, its codes as they are."""
    columns = [_column_of_matrix(column) for column in sheet.columns]
    rows = _typed_rows(sheet, {column.name: column.kind for column in columns})
    return Form(sheet.key, sheet.name, Layout.LIST, "Số liệu của các đơn vị: mỗi đơn vị một dòng.", columns, rows)


def _column_of_matrix(column: Column) -> FormColumn:
    if is_code(column.key):
        note = "Số liệu của chỉ số này; để trống nếu chưa có, ghi dấu - nếu không có số liệu."
        return FormColumn(column.key, column.heading, note, SO_LIEU, required=False)
    if column.key == UNITS:
        note = "Mã hoặc tên đơn vị; để trống ở dòng số liệu của chính cơ quan."
        return FormColumn(column.key, column.heading, note, DON_VI, required=False)
    return _own_column(column.key, column.heading)


def _own_sheet(sheet: Sheet) -> Form:
    columns = [_own_column(column.key, column.heading) for column in sheet.columns]
    rows = [{name: as_text(cell) for name, cell in cells.items()} for cells in sheet.records()]
    return Form(sheet.key, sheet.name, Layout.LIST, "Trang riêng của cơ quan.", columns, rows)


def _own_column(name: str, heading: str) -> FormColumn:
    return FormColumn(name, heading, "Cột riêng của cơ quan.", CHU, required=False)
