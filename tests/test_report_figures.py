"""Every number of the office's report, computed again from the sheets by a route of its own, in text and appendix.

The route here knows neither ``facts`` nor ``figures``: plain text from YAML, the forms' formulas written out below,
fractions instead of decimals. What stands where in the text is read from the same report printed with the codes of
its figures in their places.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx.text.paragraph import Paragraph

from cchc_docs.documents.composer import Composer
from cchc_docs.word.template import Template
from cchc_docs.working_folder.opened import open_data
from tests.documents.test_bao_cao import blocks, lines
from tools.templates import FOLDER

DATA = Path(__file__).resolve().parent.parent / "data"
KY, FIRST, LAST = "quý 1", "2025-12-15", "2026-03-14"
FIGURES = "Số liệu quý 1"
COMMUNES = {"xã", "phường", "đặc khu"}
TOTALS = {
    "2-1": ["2-1.1", "2-1.2"],
    "3-1.4": ["3-1.4.1", "3-1.4.2"],
    "4-1.5": ["4-1.5.1", "4-1.5.2", "4-1.5.3"],
    "5-4": ["5-4.1", "5-4.2", "5-4.3", "5-4.4"],
    "6-2.4": ["6-2.4.1", "6-2.4.2", "6-2.4.3"],
    "6-2.1": ["6-2.2", "6-2.3", "6-2.4", "6-2.5"],
}
RATIOS = {
    "1-2": (["1-2.2"], ["1-2.1"]),
    "1-3.3": (["1-3.3.2"], ["1-3.3.1"]),
    "2-2.2": (["2-2.2.2"], ["2-2.2.1"]),
    "2-3.2": (["2-3.2.2"], ["2-3.2.1"]),
    "3-2.1": (["3-2.1.1"], ["3-2.1.2"]),
    "3-3.1": (["3-3.1.2"], ["3-3.1.1"]),
    "3-3.2": (["3-3.2.2"], ["3-3.2.1"]),
    "3-3.3": (["3-3.3.2"], ["3-3.3.1"]),
    "4-1.1": (["4-1.1.1"], ["4-1.1.2"]),
    "4-1.2": (["4-1.2.1"], ["4-1.2.2"]),
    "4-3.4": (["4-3.4.1"], ["4-3.4.2"]),
    "6-1": (["6-1.2"], ["6-1.1"]),
    "7-2": (["7-2.1"], ["7-2.2"]),
    "7-3.1.1": (["7-3.1.1.1"], ["7-3.1.1.2"]),
    "7-3.1.2": (["7-3.1.2.1"], ["7-3.1.2.2"]),
    "7-3.2": (["7-3.2.1.1", "7-3.2.2.1"], ["7-3.2.1.2", "7-3.2.2.2"]),
    "7-3.2.1": (["7-3.2.1.1"], ["7-3.2.1.2"]),
    "7-3.2.2": (["7-3.2.2.1"], ["7-3.2.2.2"]),
    **{f"7-4.{n}": ([f"7-4.{n}.2"], [f"7-4.{n}.1"]) for n in range(1, 6)},
}
Sheets = dict[str, Any]
Number = Fraction | str | None
"""A figure; ``-`` where there is none to give, None where it is not given."""


# --- the route of its own ---------------------------------------------------------------------------------------------


def figures(data: Sheets) -> dict[str, Number]:
    """The figures of the whole office by code."""
    found: dict[str, Number] = {}
    for code in dict.fromkeys(code for row in data[FIGURES] for code in row if code[0].isdigit() or code[0] == "R"):
        of_office = [row[code] for row in data[FIGURES] if "don_vi" not in row and code in row]
        of_units = [row[code] for row in data[FIGURES] if "don_vi" in row and code in row]
        found[code] = added(of_office or of_units)
    found |= counted(data)
    ratios, totals = dict(RATIOS), dict(TOTALS)
    for row in data.get("chi_so_rieng", []):
        if row.get("cong_thuc"):
            part, whole = row["cong_thuc"].split(" / ")
            ratios[row["ma"]] = ([part], [whole])
    for code, parts in totals.items():
        if code not in found:
            found[code] = total([found.get(part) for part in parts])
    for code, (part, whole) in ratios.items():
        found[code] = ratio(total([found.get(one) for one in part]), total([found.get(one) for one in whole]))
    return found


def counted(data: Sheets) -> dict[str, Number]:
    """What the other sheets hold."""
    kinds = {unit["ma"]: unit["loai"] for unit in data["don_vi"]}
    inspected = {
        one["ma"]: one["don_vi"] for one in data["cuoc_kiem_tra"] if "ket_thuc" in one and in_period(one["ket_thuc"])
    }
    findings = [one for one in data["phat_hien"] if one["loai"] == "tồn tại" and one["cuoc_kiem_tra"] in inspected]
    states = {one["nhiem_vu"]: one["trang_thai"] for one in data["ket_qua"] if one["ky"] == KY}
    found: dict[str, int] = {
        "1-1": len({(one["so_ky_hieu"], one["ngay"]) for one in data["van_ban_chi_dao"]
                    if one["ky"] == KY or FIRST <= one["ngay"] <= LAST}),
        "1-2.1": sum("noi_dung" in one for one in data["nhiem_vu"]),
        "1-2.2": sum(state.startswith("hoàn thành") for state in states.values()),
        "1-3.1": len({unit for unit in inspected.values() if kinds[unit] not in COMMUNES}),
        "1-3.2": len({unit for unit in inspected.values() if kinds[unit] in COMMUNES}),
        "1-3.3.1": len(findings),
        "1-3.3.2": sum(one.get("trang_thai") == "đã khắc phục" for one in findings),
    }  # fmt: skip
    for total_of, in_time_of, communes in (("3-3.1.1", "3-3.1.2", False), ("3-3.2.1", "3-3.2.2", True)):
        files = [
            one for one in data["ho_so_tthc"] if one["ky"] == KY and (kinds[one["don_vi"]] in COMMUNES) is communes
        ]
        in_time = sum(int(one["giai_quyet_truoc_han"]) + int(one["giai_quyet_dung_han"]) for one in files)
        found |= {in_time_of: in_time, total_of: in_time + sum(int(one["giai_quyet_qua_han"]) for one in files)}
    return {code: Fraction(number) for code, number in found.items()}


def in_period(moment: str) -> bool:
    """Whether ``11:30 26/02/2026`` lies within the period."""
    day, month, year = map(int, moment.rsplit(" ", maxsplit=1)[-1].split("/"))
    return FIRST <= f"{year}-{month:02}-{day:02}" <= LAST


def added(cells: list[str]) -> Number:
    numbers = [Fraction(cell) for cell in cells if cell != "-"]
    return sum(numbers, Fraction(0)) if numbers else "-"


def total(parts: list[Number]) -> Number:
    given = [one for one in parts if one is not None]
    numbers = [one for one in given if isinstance(one, Fraction)]
    return sum(numbers, Fraction(0)) if numbers else ("-" if given else None)


def ratio(part: Number, whole: Number) -> Number:
    if not isinstance(part, Fraction) or not isinstance(whole, Fraction):
        return "-" if "-" in {part, whole} else None
    return part / whole * 100 if whole else "-"


def percent(value: Fraction) -> str:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    if exact == int(exact):
        return dotted(int(exact))
    whole, hundredths = f"{exact.quantize(Decimal('0.01'), ROUND_HALF_UP)}".split(".")
    return f"{dotted(int(whole))},{hundredths}"


def dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def count(value: Fraction, *, in_prose: bool) -> str:
    if value.denominator != 1:
        return f"{float(value):,}".replace(",", "'").replace(".", ",").replace("'", ".")
    return f"{int(value):02}" if in_prose and 0 < value < 10 else dotted(int(value))


def printed(found: Mapping[str, Number], code: str, *, in_prose: bool) -> str:
    value = found.get(code)
    if not isinstance(value, Fraction):
        return value or ""
    return percent(value) if code in RATIOS or code == "R-1" else count(value, in_prose=in_prose)


# --- the report, as it is printed and with the codes of its figures ---------------------------------------------------


@dataclass
class Coded:
    """A figure that prints its code: ‹3-3.1›, what it leaves of 100 ‹100-3-3.1›."""

    figure: Any

    def __str__(self) -> str:
        return f"‹{self.figure.ma}›"

    @property
    def con_lai(self) -> str:
        return f"‹100-{self.figure.ma}›"

    def __getattr__(self, name: str) -> Any:
        return getattr(self.figure, name)


class CodedFigures(Mapping[str, Any]):
    def __init__(self, real: Mapping[str, Any]) -> None:
        self.real = real

    def __getitem__(self, code: str) -> Coded:
        return Coded(self.real[code])

    def __contains__(self, code: object) -> bool:
        return code in self.real

    def __iter__(self) -> Iterator[str]:
        return iter(self.real)

    def __len__(self) -> int:
        return len(self.real)


@dataclass
class Report:
    """The lines of the text as printed, the same with codes, and the cells of the forms by code."""

    text: list[str]
    coded: list[str]
    cells: dict[str, str]


def report(path: Path) -> Report:
    """The office's report of the period from a data file."""
    checked = open_data(path)
    composer = Composer(checked.types["bao_cao"], checked.inputs)
    subject = next(one for one in composer.subjects if one.ky == "quy_1")
    names = composer.context(subject)
    template = Template(FOLDER / "bao_cao.docx")
    content = template.render(names)
    coded = template.render(names | {"so_lieu": CodedFigures(names["so_lieu"])})
    own = {(row.bieu_mau, row.stt): row.ma for row in checked.data.chi_so_rieng}
    return Report(body(content), body(coded), cells_of(content, own))


def cells_of(content: bytes, own: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """The figures of the forms by code; ``own``: the codes of the office's own rows by form and number."""
    cells = {}
    for title, rows in forms(content):
        number = re.match(r"Biểu mẫu (\d)\.", title)
        for row in rows:
            stt = row[0].removesuffix(".")
            if stt.replace(".", "").isdigit():
                code = own.get((number[1] if number else title, stt), f"{number and number[1]}-{stt}")
                cells[code] = row[3]
    return cells


def body(content: bytes) -> list[str]:
    """The lines before the appendix."""
    found = lines(content)
    return found[: next(n for n, line in enumerate(found) if line.startswith("Trên đây"))]


def forms(content: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    """The statistics forms: heading and rows."""
    heading = ""
    for block in blocks(content):
        if isinstance(block, Paragraph):
            heading = block.text
        elif block.rows and block.cell(0, 0).text == "STT":
            cells = iter(block._cells)
            width = len(block.columns)
            yield heading, [[cell.text for cell in row] for row in zip(*[cells] * width, strict=True)]


def of_codes(line: str, found: Mapping[str, Number]) -> str:
    """A line with codes as it is to be printed."""

    def number(match: re.Match[str]) -> str:
        value = found[match["code"]]
        if match["rest"]:
            assert isinstance(value, Fraction)
            return percent(100 - Fraction(percent(value).replace(".", "").replace(",", ".")))
        return printed(found, match["code"], in_prose=True)

    return re.sub(r"‹(?P<rest>100-)?(?P<code>[\w.-]+)›", number, line)


# --- progress and targets, which the text says too --------------------------------------------------------------------


def said_of_progress(data: Sheets) -> str:
    """The tasks done by area: ``Cải cách thể chế 0/03``."""
    tasks = [one for one in data["nhiem_vu"] if "noi_dung" in one]
    states = {one["nhiem_vu"]: one["trang_thai"] for one in data["ket_qua"] if one["ky"] == KY}
    areas = Counter(one["linh_vuc"] for one in tasks)
    done = Counter(one["linh_vuc"] for one in tasks if states.get(one["ma"], "").startswith("hoàn thành"))
    return "; ".join(
        f"{count(Fraction(done[area]), in_prose=True)}/{count(Fraction(number), in_prose=True)}"
        for area, number in sorted(areas.items(), key=lambda item: order(data, item[0]))
    )


def order(data: Sheets, area: str) -> int:
    """The place of an area in the plan, which the office's own order may change."""
    one = next(row for row in data["linh_vuc"] if row["ma"] == area)
    return int(one.get("thu_tu_trong_ke_hoach") or data["linh_vuc"].index(one) + 1)


MET: dict[str, Callable[[Fraction, Fraction], bool]] = {
    ">": lambda value, level: value > level,
    ">=": lambda value, level: value >= level,
    "≥": lambda value, level: value >= level,
    "<": lambda value, level: value < level,
    "<=": lambda value, level: value <= level,
    "≤": lambda value, level: value <= level,
    "=": lambda value, level: value == level,
    "duy trì": lambda value, level: value == level,
}


def said_of_targets(data: Sheets, found: Mapping[str, Number]) -> tuple[set[str], set[str]]:
    """The beginnings of the lines on targets met and not met: ``- Tỷ lệ …: 99,11%``."""
    met, missed = set(), set()
    for one in data["thuoc_do"]:
        value, compare = found.get(one.get("chi_so", "")), MET.get(one.get("so_sanh", ""))
        if isinstance(value, Fraction) and compare and "gia_tri" in one:
            unit = one.get("don_vi_tinh", "")
            shown = printed(found, one["chi_so"], in_prose=True) + (unit if unit == "%" else f" {unit}" if unit else "")
            line = f"- {one['noi_dung']}: {shown} (mức đề ra "
            (met if compare(value, Fraction(one["gia_tri"])) else missed).add(line)
    return met, missed


def targets_printed(text: list[str]) -> tuple[list[str], list[str]]:
    """The beginnings of those lines as they stand, met and not met."""
    shown = [line for line in text if " (mức đề ra " in line]
    beginnings = [line[: line.index(" (mức đề ra ") + len(" (mức đề ra ")] for line in shown]
    is_missed = ["chưa đạt" in line for line in shown]
    return (
        [line for line, missed in zip(beginnings, is_missed, strict=True) if not missed],
        [line for line, missed in zip(beginnings, is_missed, strict=True) if missed],
    )


# --- the tests --------------------------------------------------------------------------------------------------------


def sheets(name: str) -> Sheets:
    found: Sheets = yaml.load((DATA / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - plain text, nothing else
    return found


def in_file(data: Sheets, folder: Path) -> Path:
    path = folder / "du_lieu.yaml"
    path.write_text(yaml.dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def check(data: Sheets, made: Report) -> dict[str, Number]:
    """The report prints what the route of its own gives, in each cell and each line."""
    found = figures(data)
    assert made.cells == {code: "" if is_heading(code) else printed(found, code, in_prose=False) for code in made.cells}
    assert made.text == [of_codes(line, found) for line in made.coded]
    progress = [line for line in made.text if line.startswith("Số nhiệm vụ đã hoàn thành theo từng lĩnh vực: ")]
    assert [re.findall(r"\d+/\d+", line) for line in progress] == [said_of_progress(data).split("; ")]
    met, missed = targets_printed(made.text)
    assert (len(met) + len(missed)) > 5
    said_met, said_missed = said_of_targets(data, found)
    assert set(met) <= said_met | {line for line in met if "định tính" in line}
    assert set(missed) <= said_missed
    assert said_met | said_missed <= {*met, *missed}
    return found


def is_heading(code: str) -> bool:
    return code in {"1-3", "1-4", "2-2", "2-3", "3-1", "3-2", "3-3", "4-1", "4-2", "4-3", "5-1", "5-2", "6-2", "7-3",
                    "7-3.1", "7-4"}  # fmt: skip


@pytest.mark.parametrize("name", ["so_mau_2026", "ubnd_tinh_mau_2026"])
def test_every_number_is_what_the_sheets_give(name: str) -> None:
    data = sheets(name)
    made = report(DATA / f"{name}.yaml")
    check(data, made)
    assert len(made.cells) > 90
    assert len(set(re.findall(r"‹([^›]+)›", "\n".join(made.coded)))) > 40


@pytest.mark.parametrize("seed", range(12))
def test_a_change_is_seen_where_it_matters_and_nowhere_else(seed: int, tmp_path: Path) -> None:
    """One more in any one cell: the cells and lines that change are those that print a figure which depends on it."""
    name = "so_mau_2026"
    before_data, data = sheets(name), sheets(name)
    choose = random.Random(seed)
    sheet = choose.choice([FIGURES, FIGURES, "ho_so_tthc"])
    row = choose.choice([one for one in data[sheet] if one.get("ky", KY) == KY])
    column = choose.choice([column for column, cell in row.items() if cell.isdigit() and int(cell) > 1])
    row[column] = str(int(row[column]) + 1)
    before, after = report(DATA / f"{name}.yaml"), report(in_file(data, tmp_path))
    was, found = figures(before_data), check(data, after)

    changed = {code for code in found if printed(found, code, in_prose=True) != printed(was, code, in_prose=True)}
    assert {code for code in after.cells if after.cells[code] != before.cells[code]} == changed & after.cells.keys()
    others = [line for line in before.coded if " (mức đề ra " not in line]
    assert [line for line in after.coded if " (mức đề ra " not in line] == others  # no sentence comes or goes
    differ = {
        line
        for line, one, two in zip(before.coded, before.text, after.text, strict=True)
        if one != two and " (mức đề ra " not in line
    }
    assert differ == {line for line in others if changed & set(re.findall(r"‹(?:100-)?([^›]+)›", line))}
