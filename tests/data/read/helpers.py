"""Odd data files, made as small as the oddity allows."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from textwrap import dedent

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.data.read import read
from cchc_docs.data.read.source import Layout, Raw, Sheet, SheetShape, Source
from cchc_docs.problems import Severity

VOCABULARY = {
    "co_quan": SheetShape("Cơ quan", Layout.RECORD, ("Tên", "Viết tắt", "Địa danh", "Địa chỉ")),
    "nhiem_vu": SheetShape("Nhiệm vụ", Layout.LIST, ("Mã", "Nội dung", "Chủ trì", "Thời hạn", "Kinh phí"), "Mã"),
    "don_vi": SheetShape("Đơn vị", Layout.LIST, ("Mã", "Tên", "Đang giải quyết trong hạn", "Đang giải quyết quá hạn")),
}

TASKS = (("Mã", "Nội dung"), ("NV1", "Xây dựng kế hoạch"))
"""The smallest list of tasks that has nothing to be said of."""

NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def workbook(
    sheets: Mapping[str, Sequence[Sequence[object]]], also: Callable[[Worksheet], None] | None = None
) -> bytes:
    """A workbook with the given rows from A1 on in each sheet; ``also`` changes the first sheet further."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column).value = value  # type: ignore[assignment] # any value may be tried
    if also is not None:
        also(book.worksheets[0])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """What is in a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the given members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, member in content.items():
            archive.writestr(name, member)
    return stream.getvalue()


def with_member(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one member changed."""
    content = members(data)
    content[name] = change(content[name])
    return packed(content)


def with_sheet_xml(sheet_data: str, after: str = "") -> bytes:
    """A workbook whose only sheet, *Nhiệm vụ*, has these rows as XML."""
    xml = f"<worksheet {NAMESPACE}><sheetData>{sheet_data}</sheetData>{after}</worksheet>"
    return with_member(workbook({"Nhiệm vụ": TASKS}), "xl/worksheets/sheet1.xml", lambda _: xml.encode())


def text_cell(address: str, text: str) -> str:
    """A cell's XML with its text beside it."""
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADING_XML = f'<row r="1">{text_cell("A1", "Mã")}{text_cell("B1", "Nội dung")}{text_cell("E1", "Kinh phí")}</row>'


def source(folder: Path, content: bytes | str, name: str = "du_lieu.xlsx") -> Source:
    """What reading gives for a file of this content; a text is dedented."""
    path = folder / name
    path.write_bytes(dedent(content).encode() if isinstance(content, str) else content)
    return read(path, VOCABULARY)


def sentences(found: Source) -> list[str]:
    """What is said of the file."""
    return [str(problem) for problem in found.problems]


def errors(found: Source) -> list[str]:
    """The codes of what must be mended."""
    return [problem.code for problem in found.problems if problem.severity is Severity.ERROR]


def records(sheet: Sheet) -> list[dict[str, Raw]]:
    """The rows of a sheet as mappings."""
    return list(sheet.records())


def cells(sheet: Sheet, name: str) -> list[tuple[str, Raw]]:
    """Place and value of each cell of one column."""
    index = [column.key for column in sheet.columns].index(name)
    return [(sheet.place(i, name).cell, row[index]) for i, row in enumerate(sheet.rows)]
