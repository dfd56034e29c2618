"""A whole quarter of a province: 139 forms out, filled in by as many units, taken in, the faulty ones mailed back.

The province's own file says what each unit would answer; its figures are taken out first.
"""

import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from cchc_docs.commands.make import make
from cchc_docs.data.fields import KHONG_CO, period
from cchc_docs.data.read import read
from cchc_docs.data.read.source import Raw, Sheet, Source
from cchc_docs.entry.forms import make_forms
from cchc_docs.entry.gather import gather
from cchc_docs.office.figures.catalog import SUMMED
from cchc_docs.office.figures.formula import Value
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import VOCABULARY, Data, load
from cchc_docs.office.records.bao_cao import HoSoTthc
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.problems import Severity
from cchc_docs.working_folder import data_file as data_forms
from tests.pdf import PROGRAM
from tests.test_report_figures import cells_of, count
from tests.units import column, fill, row

PROVINCE = Path(__file__).resolve().parent.parent / "data" / "ubnd_tinh_mau_2026.yaml"
FILES = ("tiep_nhan_truc_tuyen", "tiep_nhan_truc_tiep", "tu_ky_truoc", "giai_quyet_truoc_han", "giai_quyet_dung_han",
         "giai_quyet_qua_han", "dang_giai_quyet_trong_han", "dang_giai_quyet_qua_han")  # fmt: skip


def before_the_quarter(source: Source) -> Source:
    """The province's file before any unit reported, and nothing of later periods."""
    sheets = {name: sheet for name, sheet in source.sheets.items() if name not in {"so_lieu_nam", "nop_bao_cao"}}
    sheets["so_lieu_quy_1"] = without(sheets["so_lieu_quy_1"], lambda cells: "don_vi" in cells)
    for name in ("ket_qua", "ho_so_tthc"):
        sheets[name] = without(sheets[name], lambda _: True)
    narrative = sheets["noi_dung_bao_cao"]
    sheets[narrative.key] = without(narrative, lambda cells: "don_vi" in cells or period(str(cells["ky"])) != "quy_1")
    return replace(source, sheets=sheets)


def without(sheet: Sheet, left_out: Callable[[Mapping[str, Raw]], bool]) -> Sheet:
    kept = [one for one, cells in zip(sheet.rows, list(sheet.records()), strict=True) if not left_out(cells)]
    return replace(sheet, rows=kept)


def fill_in(whole: Data, unit: DonVi, form: Path, to: Path) -> None:
    """The unit fills in its form and sends it, as the province's own file says that it answered."""
    book = openpyxl.load_workbook(form)
    figures = book["Số liệu"]
    at = column(figures, "Số liệu")
    for number in range(2, figures.max_row + 1):
        if figures.cell(number, 4).value == "đơn vị" and not figures.cell(number, at).protection.locked:
            value = whole.so_lieu["quy_1"].value(unit, str(figures.cell(number, 1).value))
            figures.cell(number, at).value = 0 if value is None else float(value) if isinstance(value, Decimal) else "-"
    headings = {one.name: one.heading for one in HoSoTthc.columns()}
    for files in whole.ho_so_tthc:
        if files.don_vi is unit and files.ky == "quy_1":
            sheet = book["Hồ sơ TTHC"]
            line = row(sheet, files.linh_vuc)
            for name in FILES:
                sheet.cell(line, column(sheet, headings[name])).value = getattr(files, name)
    if "Kết quả" in book.sheetnames:
        states = {one.nhiem_vu.ma: one.trang_thai for one in whole.ket_qua if one.ky == "quy_1"}
        tasks = book["Kết quả"]
        for number in range(2, tasks.max_row + 1):
            code = str(tasks.cell(number, 1).value)
            tasks.cell(number, column(tasks, "Trạng thái")).value = states[code]
    if "Phát hiện" in book.sheetnames:
        findings = book["Phát hiện"]
        for number in range(2, findings.max_row + 1):
            findings.cell(number, column(findings, "Trạng thái")).value = "chưa khắc phục"
    book.save(to)


def change(form: Path, code: str, value: object) -> None:
    """Change one figure of a form."""
    fill(form, {"Số liệu": {(code, "Số liệu"): value}})


def expected(whole: Data, code: str, gone: str) -> Value:
    """The sum of what the units answered, but for the one that sent nothing; of the office, where it gave the figure."""
    period = whole.so_lieu["quy_1"]
    values = zip(period.units, period.column(code), strict=True)
    given = [one for unit, one in values if one is not None and (unit is None or unit.ma != gone)]
    numbers = [one for one in given if isinstance(one, Decimal)]
    return sum(numbers, Decimal(0)) if numbers else KHONG_CO


def test_a_quarter_of_a_province(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = read(PROVINCE, VOCABULARY)
    whole = load(source).data
    monkeypatch.chdir(tmp_path)
    data_file = Path("du_lieu.xlsx")
    data_file.write_bytes(data_forms.filled(before_the_quarter(source)))

    forms = make_forms(data_file, "quy_1", Path("gui"))
    assert (len(forms.documents), forms.problems) == (139, ())
    Path("ve").mkdir()
    for one in forms.documents:
        assert isinstance(one.subject.row, DonVi)
        unit = next(unit for unit in whole.don_vi if unit.ma == one.subject.code)
        fill_in(whole, unit, one.path, Path("ve") / one.path.name)

    Path("ve/X006.xlsx").unlink()  # sent nothing
    Path("muon").mkdir()
    shutil.move("ve/P22.xlsx", "muon/P22.xlsx")  # sent late
    shutil.copy("ve/X005.xlsx", "ve/bao cao xa (1).xlsx")  # sent twice
    settled = whole.so_lieu["quy_1"].value(next(one for one in whole.don_vi if one.ma == "X004"), "3-3.3.1")
    change(Path("ve/X003.xlsx"), "4-2.1", "ba mươi lăm")
    change(Path("ve/X004.xlsx"), "3-3.3.2", int(str(settled)) + 5)
    if shutil.which(PROGRAM):
        command = [PROGRAM, f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--headless", "--convert-to", "ods"]
        subprocess.run([*command, "--outdir", "ve", "ve/X010.xlsx"], check=True, capture_output=True)
        Path("ve/X010.xlsx").unlink()

    first = gather(data_file, [Path("ve")], "quy_1", Path("lan_1.xlsx"), date(2026, 3, 16))
    assert len(first.received) == 137
    assert [unit.ma for unit in first.missing] == ["X006", "P22"]

    assert list(first.returned) == ["X003", "X004"]
    told = [str(one) for one in first.problems if one.severity is not Severity.NOTE and one.where.file.startswith("ve")]
    assert told == [
        "Lỗi: ve/X003.xlsx, trang “Số liệu”, ô F10: “ba mươi lăm” không phải là số. Viết bằng chữ số, ví dụ: 1.234 hoặc "
        "99,5.",
        "Cảnh báo: ve/X004.xlsx, trang “Số liệu”, ô F7: Tỷ lệ 3-3.3 là 266,67%, lớn hơn 100%. Xem lại tử số và mẫu số "
        "(3-3.3.2 / 3-3.3.1).",
    ]

    for code, what in (("X003", "4-2.1"), ("X004", "3-3.3.2")):
        shutil.copy(first.returned[code], f"muon/{code}.xlsx")
        unit = next(one for one in whole.don_vi if one.ma == code)
        change(Path(f"muon/{code}.xlsx"), what, int(str(whole.so_lieu["quy_1"].value(unit, what))))
    second = gather(Path("lan_1.xlsx"), [Path("muon")], "quy_1", Path("lan_2.xlsx"), date(2026, 3, 18))
    assert [unit.ma for unit in second.late] == ["P22"]
    assert [unit.ma for unit in second.missing] == ["X006"]
    assert second.returned == {}

    history = History.of_file(load(read(Path("lan_2.xlsx"), VOCABULARY)).data)
    office = history["quy_1"].of()
    catalog = history["quy_1"].catalog
    compared = [code for code in whole.so_lieu["quy_1"].columns if catalog[code].tong_hop in SUMMED]
    assert len(compared) > 60
    for code in compared:
        assert office[code].gia_tri == expected(whole, code, "X006"), code
    files = [one for one in whole.ho_so_tthc if one.ky == "quy_1" and one.don_vi.ma != "X006"]
    communes = [one for one in files if one.don_vi.loai in {"xã", "phường", "đặc khu"}]
    assert office["3-3.2.1"].gia_tri == sum(one.giai_quyet for one in communes)
    assert office["3-3.1.1"].gia_tri == sum(one.giai_quyet for one in files) - sum(one.giai_quyet for one in communes)

    made = make(Path("lan_2.xlsx"), Path("output"), types=["bao_cao"], periods=["quy_1"])
    assert [str(one.path) for one in made.documents] == ["output/2026/bao_cao_quy_1.docx"]
    the_report_prints(made.documents[0].path.read_bytes(), whole, compared)


def the_report_prints(content: bytes, whole: Data, compared: Sequence[str]) -> None:
    """Each cell of the report's forms is the sum of what the units sent, read back from the Word file."""
    printed = {code: text for code, text in cells_of(content, {}).items() if code in compared}
    assert len(printed) > 50
    for code, text in printed.items():
        sent = expected(whole, code, "X006")
        assert text == (count(Fraction(sent), in_prose=False) if isinstance(sent, Decimal) else "-"), code
