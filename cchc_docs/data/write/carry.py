"""A workbook of a person's carried through openpyxl, to be changed and saved again with all that it holds.

openpyxl carries it over, with the formats inside its texts and the results of its formulas; ``lost`` says what it
cannot carry. Same input, same bytes.
"""

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import fromstring

from cchc_docs.data.read import package
from cchc_docs.data.read.quick_pass import sheet_members
from cchc_docs.problems import Place

_TIME = (1980, 1, 1, 0, 0, 0)

_LOST: Sequence[tuple[str, bytes, str]] = (
    ("xl/drawings/", rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[\s>]", "hộp chữ, hình vẽ"),
    ("xl/media/", b"", "ảnh"),
    ("xl/charts/", b"", "kiểu dáng của biểu đồ"),
    ("xl/threadedcomments/", b"", "trao đổi trong chú thích"),
    ("xl/ctrlprops/", b"", "nút bấm, ô đánh dấu"),
    ("xl/activex/", b"", "nút bấm, ô đánh dấu"),
    ("xl/slicers/", b"", "bộ lọc nhanh (slicer)"),
    ("xl/worksheets/", b"sparklineGroup", "biểu đồ trong ô (sparkline)"),
    ("xl/worksheets/", b"<x14:conditionalFormatting ", "định dạng có điều kiện kiểu mới"),
    ("_xmlsignatures/", b"", "chữ ký số"),
)
"""Parts that openpyxl does not carry over: the members that show them, by which sign, a person's word for them."""

_X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_XM = "{http://schemas.microsoft.com/office/excel/2006/main}"
_FORMULA = re.compile(rb'(<c r="([A-Z]{1,3}[0-9]+)"[^>]*)>(<f[^>]*(?:/>|>[^<]*</f>))<v\s*(?:/>|></v>)')


def opened(data: bytes) -> Workbook:
    """The workbook in ``data``, to change and to save again. Raises what openpyxl raises where it does not take it."""
    book = _load(data)
    _restore_validations(book, data)
    return book


def _load(data: bytes, *, values: bool = False) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl leaves out; ``lost`` says it in the clerk's words
        return load_workbook(io.BytesIO(data), rich_text=not values, data_only=values)


def _restore_validations(book: Workbook, data: bytes) -> None:
    """Keep the drop-downs whose list is on another sheet: Excel saves them as an extension, which openpyxl drops."""
    members = package.unpack(data, Place(), lambda name: name.endswith((".xml", ".rels")))
    for name, member in sheet_members(members).items():
        xml = members.get(member, b"")
        if name not in book.sheetnames or b"<x14:dataValidation " not in xml:
            continue
        for rule in fromstring(xml).iter(f"{_X14}dataValidation"):
            formulas = [rule.findtext(f"{_X14}formula{number}/{_XM}f") for number in (1, 2)]
            settings: dict[str, Any] = {one: value for one, value in rule.attrib.items() if not one.startswith("{")}
            validation = DataValidation(sqref=rule.findtext(f"{_XM}sqref") or "", **settings)
            validation.formula1, validation.formula2 = formulas
            book[name].add_data_validation(validation)


def lost(data: bytes, where: Place) -> list[str]:
    """Name the parts of the workbook in ``data`` that a copy will lack, as a person calls them.

    Raises ``ProblemsFound`` for a workbook that is damaged or unsafe.
    """
    members = package.unpack(data, where, lambda _: True)
    found = {
        words: None
        for folder, sign, words in _LOST
        if any(name.startswith(folder) and re.search(sign, content) for name, content in members.items())
    }
    return list(found)


def saved(book: Workbook, data: bytes) -> bytes:
    """The bytes of ``book``, its formulas with the results that they had in ``data``."""
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    # openpyxl writes the time of saving; the same input is to give the same bytes.
    members["docProps/core.xml"] = re.sub(
        rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", members["docProps/core.xml"]
    )
    by_lower = {name.lower(): name for name in members}
    if not any(b"<f" in content for name, content in members.items() if name.startswith("xl/worksheets/")):
        return _packed(members)
    results = _load(data, values=True)
    for title, member in sheet_members({name.lower(): content for name, content in members.items()}).items():
        name = by_lower.get(member, "")
        if title in results.sheetnames and b"<f" in members.get(name, b""):
            members[name] = _FORMULA.sub(partial(_computed, results[title]), members[name])
    return _packed(members)


def _computed(results: Worksheet, formula: re.Match[bytes]) -> bytes:
    """The cell of a formula with its result."""
    cell = results[formula[2].decode()]
    kind, value = _result(cell.value, cell.data_type)
    typed = f' t="{kind}"'.encode() if kind else b""
    shown = f"<v>{escape(value)}</v>".encode() if value is not None else b"<v/>"
    return formula[1] + typed + b">" + formula[3] + shown


def _result(value: Any, read_as: str) -> tuple[str, str | None]:
    """The type and the text of a result; a blank text has a type, what no program has computed has none."""
    match value:
        case None:
            return "str" if read_as == "str" else "", None
        case bool():
            return "b", str(int(value))
        case dt.datetime() | dt.date() | dt.time() | dt.timedelta():
            return "", repr(to_excel(value))  # type: ignore[no-untyped-call]
        case int() | float():
            return "", repr(value)
        case _:
            return "e" if read_as == "e" else "str", str(value)


def _packed(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, _TIME), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
