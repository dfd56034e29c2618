"""A form that came back: which it is, and each answer in it with the place that it belongs to.

Nothing that a unit typed is lost: every cell that was open to it and is filled becomes an ``Answer``, or a ``Problem``
with its place.
"""

import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from cchc_docs.data.fields import CHU, SO_LIEU, Context, KhongCo, Kind, Unreadable, as_text
from cchc_docs.data.read import read
from cchc_docs.data.read.source import BadCell, Raw, Sheet, Source
from cchc_docs.data.write.workbook import Access, CellFormula, Filled, Shut
from cchc_docs.entry.parts import (
    FINGERPRINT,
    FORM_VOCABULARY,
    GUIDE_SHEET,
    PARTS,
    TOTALS,
    Asked,
    Asking,
    Part,
    Row,
    Target,
    catalogue_since,
    identity,
)
from cchc_docs.office.calendar import calendar
from cchc_docs.office.figures.rounding import plain
from cchc_docs.office.records import SHEETS, Data
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.problems import Place, Problems, Severity
from cchc_docs.text.normal import fold, key, on_a_line

Value = str | int | Decimal | date
"""A value that is kept in a cell: an answer, understood as its column's kind, or the value before it."""

_CENT = Decimal("0.01")
_LISTING = 2**20
"""Bytes of a workbook's list of sheets that are looked at: no form has so many."""
_RENAMED = frozenset({"trang_doi_ten", "trang_gan_giong", "trang_ban_sao"})
"""Problems of reading about a sheet with another name; the form knows better which it is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one form for one cell of the data file. ``was`` is the value that the form showed."""

    target: Target
    value: Value
    place: Place
    phieu: str
    don_vi: str
    ky: str
    lan: int
    was: Value | None = None


@dataclass(slots=True)
class Returned:
    """One form, read. Where ``unit`` is missing it could not be used; ``problems`` tell why."""

    path: Path
    name: str
    digest: str = ""
    unit: DonVi | None = None
    lan: int = 1
    answers: list[Answer] = field(default_factory=list)
    typed: dict[tuple[str, int, int], Value] = field(default_factory=dict)
    """The cells that were filled, usable or not, by the name of the sheet, row and column."""
    problems: Problems = field(default_factory=Problems)


def as_value(raw: Raw) -> Value | None:
    """Return a raw cell as it can be kept: a percentage or a time as text. Raises ``Unreadable`` for a bad one."""
    return raw if raw is None or isinstance(raw, str | int | Decimal | date) else as_text(raw)


def understood(target: Target, raw: Raw, data: Data) -> Value:
    """The cell ``raw`` as the kind of ``target``'s column. Raises ``Unreadable``."""
    value = kind_of(target).read(raw, Context(data.names, data.nam))
    match value:
        case KhongCo():
            return str(value)
        case Decimal() if value == value.to_integral_value():
            return int(value)
        case int() | Decimal() | date():
            return value
        case _:
            return str(value)


def kind_of(target: Target) -> Kind:
    """The kind of the column that the answer belongs to."""
    if target.sheet not in SHEETS:
        return SO_LIEU
    return next((one.kind for one in SHEETS[target.sheet].columns() if one.name == target.column), CHU)


def take(path: Path, asking: Asking, name: str = "") -> Returned:
    """The form at ``path`` with all its answers; ``name`` is what messages call it."""
    called = on_a_line(name or str(path))
    source = read(path, FORM_VOCABULARY, name=called)
    form = Returned(path, called)
    if not source.sheets:
        form.problems.extend(source.problems)
        return form
    form.digest = sha256(path.read_bytes()).hexdigest()[:16]
    form.unit = _identify(source, asking, form)
    if form.unit is not None:
        _Reading(form, Asked(asking, form.unit), source).go()
    return form


def is_form(path: Path) -> bool:
    """Return True if the workbook at ``path`` is an entry form: it has the hidden sheet that names the unit."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("xl/workbook.xml") as listing:
            return f'name="{FORM_VOCABULARY[FINGERPRINT].name}"'.encode() in listing.read(_LISTING)
    except (OSError, zipfile.BadZipFile, zlib.error, KeyError, EOFError, RuntimeError, ValueError):
        return False


def judge_form(path: Path, data: Data, name: str = "") -> Problems:
    """Return the problems that a unit has to mend in its form, by the office's ``data``."""
    called = on_a_line(name or str(path))
    marks = _marks(read(path, FORM_VOCABULARY, name=called)) or {}
    ky = marks.get("ky", "")
    if ky not in calendar(data):
        problems = Problems()
        what = f"Phiếu này của kỳ “{ky}”, tệp dữ liệu không có kỳ ấy."
        problems.error("phieu_khac", Place(called), what, "Xem lại đã chọn đúng tệp dữ liệu chưa.")
        return problems
    return take(path, Asking.of(data, ky), name).problems


# --- which form it is -------------------------------------------------------------------------------------------------


def _identify(source: Source, asking: Asking, form: Returned) -> DonVi | None:
    """The unit whose form it is; ``None``, and told, where it is none of this office, year and period."""
    marks = _marks(source)
    if marks is None:
        return _identify_by_words(source, asking, form)
    office, ky = asking.data.co_quan.ten, asking.ky
    told = (
        (fold(marks.get("co_quan", "")) == fold(office), f"Phiếu này của {marks.get('co_quan')}, không phải {office}."),
        (marks.get("nam") == str(ky.nam), f"Phiếu này của năm {marks.get('nam')}, không phải năm {ky.nam}."),
        (marks.get("ky") == ky.ma, f"Phiếu này của kỳ {marks.get('ky')}, không phải {ky}."),
    )
    for is_right, what in told:
        if not is_right:
            hint = "Phiếu không được nhập; xem lại đã chọn đúng tệp, đúng kỳ chưa."
            form.problems.error("phieu_khac", Place(source.file), what, hint)
            return None
    unit = next((one for one in asking.data.don_vi if one.ma == marks.get("don_vi")), None)
    if unit is None:
        what = f"Phiếu này của đơn vị mã “{marks.get('don_vi')}”, tệp dữ liệu không có đơn vị ấy."
        form.problems.error("don_vi_la", Place(source.file), what, "Xem lại trang “Đơn vị” của tệp dữ liệu.")
        return None
    if (marks.get("danh_muc") or "") != catalogue_since(ky):
        what = f"Phiếu làm theo danh mục chỉ số từ {marks.get('danh_muc')}, nay là {catalogue_since(ky)}."
        form.problems.warning("danh_muc_cu", Place(source.file), what, "Gửi đơn vị phiếu mới nếu có chỉ số đã đổi.")
    form.lan = int(marks["lan"]) if marks.get("lan", "").isdecimal() else 1
    return unit


def _marks(source: Source) -> dict[str, str] | None:
    sheet = source.sheets.get(FINGERPRINT)
    if sheet is None or sheet.is_blank:
        return None
    return {name: as_text(cell) for name, cell in next(sheet.records(), {}).items() if not isinstance(cell, BadCell)}


def _identify_by_words(source: Source, asking: Asking, form: Returned) -> DonVi | None:
    """By the unit and the period that the first sheet names, for a form that lost its hidden sheet."""
    sheet = source.sheets.get(GUIDE_SHEET)
    said = next(sheet.records(), {}) if sheet else {}
    unit, ky = (
        as_text(cell) if not isinstance(cell := said.get(name), BadCell) else ""
        for name in ("don_vi_bao_cao", "ky_bao_cao")
    )
    found = next((one for one in asking.data.don_vi if unit and fold(one.ten) == fold(unit)), None)
    if found is None or not fold(ky).startswith(fold(f"{asking.ky} (")):
        what = f"Không nhận ra phiếu này của đơn vị nào, hoặc không phải phiếu {asking.ky}."
        hint = "Nhờ đơn vị điền vào phiếu đã gửi (cchc phieu làm lại được), đừng chép sang tệp khác."
        form.problems.error("khong_ro_phieu", Place(source.file), what, hint)
        return None
    what = f"Phiếu mất phần đánh dấu; theo trang “Hướng dẫn” thì là của {found.ten}."
    form.problems.warning("mat_dau_phieu", Place(source.file), what, "Xem lại có đúng của đơn vị ấy không.")
    return found


# --- what it says -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Reading:
    """One form while its answers are read."""

    form: Returned
    asked: Asked
    source: Source

    def go(self) -> None:
        """Read all sheets."""
        parts, renamed = self._parts()
        hidden = {sheet.name for name, sheet in self.source.sheets.items() if name in {FINGERPRINT, GUIDE_SHEET}}
        for problem in self.source.problems:
            by_name = problem.where.sheet in renamed and problem.code in _RENAMED
            if problem.severity is not Severity.NOTE and problem.where.sheet not in hidden and not by_name:
                self.form.problems.add(problem)
        for name, sheet in self.source.sheets.items():
            if name in parts:
                self._sheet(PARTS[parts[name]], sheet)
            elif name not in {FINGERPRINT, GUIDE_SHEET} and not sheet.is_blank:
                what = f"Trang “{sheet.name}” không có trong phiếu nên không được nhập."
                hint = "Nếu có số liệu cần nhập thì chép vào trang của phiếu."
                self.form.problems.warning("trang_la", Place(self.source.file, sheet.name), what, hint)

    def _parts(self) -> tuple[dict[str, str], set[str]]:
        """Find the part of each sheet, by its name, else by its headings; and the names of those that were renamed."""
        found = {name: name for name in self.source.sheets if name in PARTS}
        renamed = set()
        for name, sheet in self.source.sheets.items():
            if name in FORM_VOCABULARY:
                continue
            have = {column.key for column in sheet.columns}
            fits = [
                one
                for one, part in PARTS.items()
                if one not in found.values() and {key(column.heading) for column in part.columns} <= have
            ]
            if fits:
                found[name] = fits[0]
                renamed.add(sheet.name)
        return found, renamed

    def _sheet(self, part: Part, sheet: Sheet) -> None:
        by_heading = {key(one.heading): one.name for one in part.columns}
        asked = part.rows(self.asked)
        lines = _Lines(part, {self._identity(part, row): row for row in reversed(asked)}, Counter(), Counter())
        lines.expected.update(self._identity(part, row) for row in asked)
        for row, cells in enumerate(sheet.records()):
            for name in cells.keys() - by_heading.keys():
                self._outside(sheet.place(row, name), "Cột này không có trong phiếu nên ô không được nhập.")
            typed = {by_heading[name]: cell for name, cell in cells.items() if name in by_heading}
            places = {by_heading[name]: sheet.place(row, name) for name in cells if name in by_heading}
            self._row(lines, typed, places)
        self._tell_blank(lines, asked, sheet)
        self._tell_typed_over(lines.locked)

    def _tell_blank(self, lines: "_Lines", asked: Sequence[Row], sheet: Sheet) -> None:
        """Say how many required cells were left blank."""
        wanted = [one.name for one in lines.part.columns if one.required and one.access is Access.OPEN]
        blank = [
            (found, name)
            for row in asked
            if all(found := self._identity(lines.part, row))
            for name in wanted
            if not isinstance(row.get(name), CellFormula | Shut) and (found, name) not in lines.filled
        ]
        if blank:
            what = f"Phiếu còn {len(blank)} ô bắt buộc để trống ở trang này."
            where = Place(self.source.file, sheet.name)
            self.form.problems.warning("con_o_trong", where, what, "Điền nốt rồi gửi lại; không phát sinh thì ghi 0.")

    def _identity(self, part: Part, row: Mapping[str, Filled]) -> tuple[str, ...]:
        cells = {name: row.get(name) for name in part.keys}
        return tuple(
            identity(name, cell, self.asked.asking.data) if not isinstance(cell, BadCell | CellFormula | Shut) else ""
            for name, cell in cells.items()
        )

    def _row(self, lines: "_Lines", cells: Mapping[str, Raw], places: Mapping[str, Place]) -> None:
        part = lines.part
        found = self._identity(part, cells)
        begun = lines.rows.get(found, {}) if all(found) else {}
        keys = self._keys(part, cells, begun, places)
        open_ = [one.name for one in part.columns if one.access is Access.OPEN and one.name in cells]
        open_answers = [name for name in open_ if not isinstance(begun.get(name), CellFormula | Shut)]
        self._keep(part, open_answers, cells, places)
        if all(found):
            self._locked(lines, keys, begun, cells, places)
        lines.filled.update((found, name) for name in open_answers)
        number = lines.met[found]
        lines.met[found] += 1
        what = ""
        if not open_answers:
            if all(found) and number >= lines.expected[found]:
                what = f"Dòng “{'; '.join(keys.values())}” chưa điền gì nên không được nhập."
                self._outside(places[part.keys[0]], what)
        elif not all(found):
            what = "Dòng này không ghi nói về gì (cột đầu để trống), nên ô không được nhập."
        elif not begun and not part.may_add(self.asked, keys):
            what = f"Phiếu của đơn vị không có dòng “{'; '.join(keys.values())}”, nên ô này không được nhập."
        for name in open_answers:
            if what:
                self._outside(places[name], what)
                continue
            target = part.target(self.asked, keys, name)
            if part.has_several:
                target = replace(target, nth=lines.answered[found])
            self._answer(target, cells[name], cells.get(part.begun_as.get(name, "")), places[name])
        lines.answered[found] += bool(open_answers)

    def _locked(
        self,
        lines: "_Lines",
        keys: Mapping[str, str],
        begun: Mapping[str, Filled],
        cells: Mapping[str, Raw],
        places: Mapping[str, Place],
    ) -> None:
        """Note what stands in cells that the form computes: a total of the row's own cells, or an indicator."""
        for name in (name for name, cell in begun.items() if isinstance(cell, CellFormula) and name in cells):
            number = _number(cells[name])
            if name in TOTALS and number is not None:
                self._tell_computed(number, sum(_number(cells.get(one)) or 0 for one in TOTALS[name]), places[name])
            elif "ma" in keys and number is not None:
                lines.locked[keys["ma"]] = number, places[name]

    def _tell_typed_over(self, locked: Mapping[str, tuple[Decimal, Place]]) -> None:
        """Say where a unit typed over an indicator that its form computes, and the office will compute again."""
        formulas = self.asked.asking.history[self.asked.asking.ky.ma].formulas
        given = {answer.target.column: _number(answer.value) or Decimal(0) for answer in self.form.answers}

        def value(code: str) -> Decimal:
            if code in given or code not in locked:
                return given.get(code, Decimal(0))
            result = formulas[code].evaluate(value)
            return result if isinstance(result, Decimal) else Decimal(0)

        for code, (number, place) in locked.items():
            self._tell_computed(number, value(code), place)

    def _tell_computed(self, there: Decimal, computed: Decimal | int, place: Place) -> None:
        if there and abs(there - computed) >= _CENT:  # 0: a form that was never computed
            what = (
                f"Ô này do công thức tính, được {plain(Decimal(computed))}, nhưng ghi {plain(there)}; không nhập số ấy."
            )
            self.form.problems.warning("ghi_de_cong_thuc", place, what, "Xem lại các ô thành phần.")

    def _keys(
        self, part: Part, cells: Mapping[str, Raw], begun: Mapping[str, Filled], places: Mapping[str, Place]
    ) -> dict[str, str]:
        """Return the keys of the row; as the form put them, where it did."""
        keys: dict[str, str] = {}
        for name in part.keys:
            cell = cells.get(name)
            if isinstance(cell, BadCell):
                self.form.problems.error(cell.code, places[name], cell.what, cell.hint)
            else:
                keys[name] = as_text(_raw(begun.get(name)) or cell)
        return keys

    def _keep(self, part: Part, names: Sequence[str], cells: Mapping[str, Raw], places: Mapping[str, Place]) -> None:
        """Keep what was typed, for a copy to mail back."""
        for name in names:
            cell = cells[name]
            value = None if isinstance(cell, BadCell) else as_value(cell)
            if value is not None:
                self.form.typed[part.name, places[name].row, places[name].column] = value

    def _answer(self, target: Target, cell: Raw, before: Raw, place: Place) -> None:
        """Keep one answer; ``before`` is what the form showed as said before."""
        form, data = self.form, self.asked.asking.data
        try:
            value = understood(target, cell, data)
            was = understood(target, before, data) if before is not None else None
        except Unreadable as error:
            form.problems.error(error.code, place, error.what, error.hint)
            return
        unit, ky = self.asked.unit.ma, self.asked.asking.ky.ma
        form.answers.append(Answer(target, value, place, form.digest, unit, ky, form.lan, was))

    def _outside(self, place: Place, what: str) -> None:
        self.form.problems.warning("ngoai_phieu", place, what, "Chuyển vào đúng ô của phiếu, hoặc ghi ở cột Ghi chú.")


@dataclass(slots=True)
class _Lines:
    """The rows of one sheet while they are read, by what they are about."""

    part: Part
    rows: Mapping[tuple[str, ...], Mapping[str, Filled]]
    """Those that the form began with."""
    met: Counter[tuple[str, ...]]
    answered: Counter[tuple[str, ...]]
    expected: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """The number of each that it began with."""
    locked: dict[str, tuple[Decimal, Place]] = field(default_factory=dict)
    """The values in the cells of indicators that the form computes."""
    filled: set[tuple[tuple[str, ...], str]] = field(default_factory=set)
    """The cells that were filled, by row and column."""


def _raw(cell: Filled) -> Raw:
    return None if isinstance(cell, CellFormula | Shut) else cell


def _number(cell: object) -> Decimal | None:
    return Decimal(str(cell)) if isinstance(cell, int | float | Decimal) and not isinstance(cell, bool) else None
