"""Next year's data file from this year's: each record says what becomes of its sheet, ``RULES`` how that is done.

What a person must fill in is left blank and told, sheet by sheet, as *lưu ý*.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from cchc_docs.data.fields import as_text
from cchc_docs.data.fields.deadline import has_passed
from cchc_docs.data.read.source import Column, Raw, Sheet, Source, shape_of
from cchc_docs.office.calendar import calendar
from cchc_docs.office.figures.plan import NOT_REPORTED, last_day, progress
from cchc_docs.office.inspections import is_mended, is_shortcoming
from cchc_docs.office.records import SHEETS, VOCABULARY, Data
from cchc_docs.office.records.base import NextYear, row_of
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.records.ke_hoach import KeHoach, Task, tasks
from cchc_docs.office.units import has_ended, successor
from cchc_docs.problems import Place, Problem, Problems, Severity
from cchc_docs.text.formats import short_date
from cchc_docs.text.normal import fold, key

FROM_YEAR, OLD_DEADLINE = "Chuyển từ năm", "Thời hạn cũ"
"""Columns that mark the tasks carried over: the year that they were first planned for, and the deadline that passed."""


@dataclass(slots=True)
class Change:
    """The change of the year while it is made; ``file`` is what the new file is called."""

    data: Data
    file: str
    year: int
    """The new year."""
    successors: Mapping[str, str]
    """The unit that replaces each unit that is no more, by folded name; ``""`` where it has no successor."""
    problems: Problems = field(default_factory=Problems)

    def tell(self, sheet: Sheet, code: str, what: str, hint: str) -> None:
        """Say what happened to a sheet."""
        name = SHEETS[sheet.key].sheet if sheet.key in SHEETS else sheet.name
        self.problems.notice(code, Place(self.file, name), what, hint)


Rule = Callable[[Change, Sheet], Sheet | None]
"""A way to treat a sheet; ``None`` leaves it blank."""


def next_year(data: Data, file: str) -> tuple[Source, tuple[Problem, ...]]:
    """The sheets of next year's ``file``, and what is to be said of each; ``data`` was read without errors.

    A file whose year nobody knows cannot be carried over: then there are no sheets, and an error.
    """
    if data.nam is None:
        what = "Không biết tệp này của năm nào, nên không làm tệp cho năm sau được."
        hint = f"Điền mục Năm ở trang “{KeHoach.sheet}”."
        return Source(file), (Problem("khong_ro_nam", Severity.ERROR, Place(data.source.file), what, hint),)
    change = Change(data, file, data.nam + 1, _successors(data, date(data.nam + 1, 1, 1)))
    filled = {name: sheet for name, sheet in data.source.sheets.items() if not sheet.is_blank}
    sheets = {}
    for name in [*(one for one in SHEETS if one in filled), *(one for one in filled if one not in SHEETS)]:
        if (carried := _rule(name)(change, filled[name])) is not None:
            sheets[name] = carried
    return Source(file, sheets), tuple(change.problems)


def _rule(name: str) -> Rule:
    if shape_of(VOCABULARY, name) is None:
        return own
    # The figures of a period have a sheet each, which no record declares.
    return RULES[SHEETS[name].next_year] if name in SHEETS else begin_anew


# --- the rules --------------------------------------------------------------------------------------------------------


def keep(change: Change, sheet: Sheet) -> Sheet:
    """Everything stays; units that are no more give way to their successors."""
    return _with_successors(change, sheet)


def units(change: Change, sheet: Sheet) -> Sheet:
    """Units stay that still exist when the new year begins; the others are told."""
    gone = [unit for unit in change.data.don_vi if has_ended(unit, date(change.year, 1, 1))]
    for unit in gone:
        code = change.successors[fold(unit.ma)]
        instead = f", các trang khác ghi “{code}” thay vào" if code else ""
        what = f"Không chép “{unit.ten}” (mã {unit.ma}) vì chỉ hoạt động đến {_day(unit.den_ngay)}{instead}."
        change.tell(sheet, "don_vi_da_het", what, "Nếu đơn vị vẫn hoạt động thì thêm lại dòng này.")
    dropped = {row_of(unit) for unit in gone}
    return replace(sheet, rows=[cells for row, cells in enumerate(sheet.rows) if row not in dropped])


def signers(change: Change, sheet: Sheet) -> Sheet:
    """Signers stay, but for those of a unit that is no more; somebody should look."""
    gone = {
        row_of(signer)
        for signer in change.data.nguoi_ky
        if signer.don_vi and change.successors.get(fold(signer.don_vi.ma)) == ""
    }
    more = f" Đã bỏ {len(gone)} người của đơn vị không còn hoạt động." if gone else ""
    what = f"Chép {len(sheet.rows) - len(gone)} người ký của năm trước.{more}"
    change.tell(sheet, "xem_lai_nguoi_ky", what, "Xem lại chức vụ, họ tên; ai đã thay đổi thì sửa.")
    remaining = replace(sheet, rows=[cells for row, cells in enumerate(sheet.rows) if row not in gone])
    return _with_successors(change, remaining)


def plan(change: Change, sheet: Sheet) -> Sheet:
    """Of the plan's frame only the year, the new one."""
    to_fill = [one.heading for one in KeHoach.columns() if one.required and one.name != "nam"]
    what = f"Đã ghi năm {change.year}; các mục khác để trống."
    change.tell(sheet, "phai_dien_moi", what, f"Điền mới: {'; '.join(to_fill)}; và các mục khác nếu có.")
    year = next(one for one in sheet.columns if one.key == "nam")
    return replace(sheet, columns=(year,), rows=[[change.year]])


def unfinished(change: Change, sheet: Sheet) -> Sheet | None:
    """Tasks that were not done stay and are marked; a deadline that has passed stands beside, for a new one."""
    carried = _unfinished(change)
    old = change.year - 1
    what = f"Chép {len(carried)} nhiệm vụ chưa hoàn thành của năm {old}, đánh dấu ở cột “{FROM_YEAR}”."
    if not change.data.ket_qua:
        what = (
            f"Tệp năm {old} không có trang “Kết quả” nên không biết nhiệm vụ nào chưa xong: chỉ chép {len(carried)} "
            f"nhiệm vụ có thời hạn sau năm {old}."
        )
    change.tell(
        sheet, "nhiem_vu_chuyen_tiep", what, f"Thêm nhiệm vụ của năm {change.year}; xóa nhiệm vụ không làm nữa."
    )
    if not carried:
        return None
    marked = _with_columns(sheet, FROM_YEAR, OLD_DEADLINE)
    at = {column.key: number for number, column in enumerate(marked.columns)}
    rows = []
    passed = 0
    for record in (row for task in carried for row in task.dong):
        cells = list(marked.rows[row_of(record)])
        cells[at[key(FROM_YEAR)]] = cells[at[key(FROM_YEAR)]] or old
        if record.thoi_han and has_passed(record.thoi_han, date(change.year, 1, 1)):
            passed += 1
            cells[at[key(OLD_DEADLINE)]], cells[at["thoi_han"]] = str(record.thoi_han), None
        rows.append(cells)
    if passed:
        what = f"{passed} thời hạn đã qua nên để trống; lời cũ ở cột “{OLD_DEADLINE}”."
        change.tell(sheet, "thoi_han_da_qua", what, "Ghi thời hạn mới cho các nhiệm vụ ấy.")
    return _with_successors(change, replace(marked, rows=rows))


def renew(change: Change, sheet: Sheet) -> None:
    """Blank, to be filled in before the year's first document."""
    what = f"Để trống: nội dung của năm {change.year} khác năm trước (năm trước có {len(sheet.rows)} dòng)."
    change.tell(sheet, "phai_dien_moi", what, f"Điền cho năm {change.year}.")


def begin_anew(change: Change, sheet: Sheet) -> None:
    """Blank, and nothing to say: it fills as the year goes on."""


def findings(change: Change, sheet: Sheet) -> None:
    """Blank; findings that nobody has remedied stay in the file of their year, and are told."""
    open_ = [one for one in change.data.phat_hien if is_shortcoming(one) and not is_mended(one)]
    if open_:
        what = f"Năm trước còn {len(open_)} tồn tại chưa khắc phục xong."
        change.tell(sheet, "ton_tai_con_lai", what, "Theo dõi tiếp ở tệp năm trước, hoặc giao thành nhiệm vụ năm nay.")


def own(change: Change, sheet: Sheet) -> Sheet:
    """A sheet of the office's own stays as it is; only its people know whether it should."""
    what = f"Chép nguyên trang riêng của cơ quan, {len(sheet.rows)} dòng."
    change.tell(sheet, "xem_lai_trang_rieng", what, "Xem lại, xóa những dòng chỉ của năm trước.")
    return sheet


RULES: Mapping[NextYear, Rule] = {
    NextYear.KEEP: keep,
    NextYear.KEEP_EXISTING_UNITS: units,
    NextYear.KEEP_SIGNERS: signers,
    NextYear.KEEP_YEAR_ONLY: plan,
    NextYear.KEEP_UNFINISHED: unfinished,
    NextYear.RENEW: renew,
    NextYear.BEGIN_ANEW: begin_anew,
    NextYear.TELL_WHAT_IS_OPEN: findings,
}
"""The function for each way. Sheets with figures begin anew, those of the office's own stay."""


# --- parts of them ----------------------------------------------------------------------------------------------------


def _day(day: date | None) -> str:
    return short_date(day) if day else ""


def _successors(data: Data, day: date) -> dict[str, str]:
    """By each folded name of a unit that is no more on ``day``, the code of the unit that took its place, or ``""``."""
    found = {}
    for unit in data.don_vi:
        if has_ended(unit, day):
            after = successor(data, unit, day)
            code = after.ma if after else ""
            found.update(dict.fromkeys((fold(name) for name in (unit.ma, unit.ten, *unit.ten_goi_khac)), code))
    return found


def _with_successors(change: Change, sheet: Sheet) -> Sheet:
    """The sheet, each name of a unit that is no more replaced by its successor's, or left out."""
    units_in = {one.name for one in SHEETS[sheet.key].columns() if one.kind.refers_to == DonVi.sheet_key}
    numbers = [number for number, column in enumerate(sheet.columns) if column.key in units_in]
    rows = [list(cells) for cells in sheet.rows]
    for cells in rows:
        for number in numbers:
            if cells[number] is not None:
                cells[number] = _replaced(cells[number], change.successors)
    return replace(sheet, rows=rows)


def _replaced(cell: Raw, successors: Mapping[str, str]) -> Raw:
    names = as_text(cell).split(";")
    if not any(fold(name) in successors for name in names):
        return cell
    instead = dict.fromkeys(successors.get(fold(name), name.strip()) for name in names)
    return "; ".join(name for name in instead if name) or None


def _unfinished(change: Change) -> Sequence[Task]:
    """The tasks to carry over: last reported as not done, or going on beyond the year, whatever was reported."""
    data = change.data
    new_year = date(change.year, 1, 1)
    periods = calendar(data)
    states = {id(one.nhiem_vu): one for one in progress(data, periods, list(periods)[-1])}

    def goes_on(task: Task) -> bool:
        state = states[id(task.dau)]
        if not data.ket_qua or state.trang_thai == NOT_REPORTED:
            end = last_day(task)
            return bool(data.ket_qua) or (end is not None and end >= new_year)
        return not state.hoan_thanh

    return [task for task in tasks(data.nhiem_vu) if goes_on(task)]


def _with_columns(sheet: Sheet, *headings: str) -> Sheet:
    """The sheet with columns of these headings, new ones blank at the end."""
    there = {column.key for column in sheet.columns}
    new = [heading for heading in headings if key(heading) not in there]
    columns = [
        Column(key(heading), heading, len(sheet.columns) + number, Place(sheet=sheet.name))
        for number, heading in enumerate(new)
    ]
    rows = [[*cells, *[None] * len(new)] for cells in sheet.rows]
    return replace(sheet, columns=(*sheet.columns, *columns), rows=rows)
