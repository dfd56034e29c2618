"""Numbers against numbers: typed and computed, total and parts, form and form, period and period."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from cchc_docs.data.fields import KHONG_CO
from cchc_docs.facts import table
from cchc_docs.office.checks.common import cell, error, first_ones, notice, warning
from cchc_docs.office.figures.catalog import COUNT, RATIO, ChiSo
from cchc_docs.office.figures.formula import BadFormula, Value, parse
from cchc_docs.office.figures.history import History
from cchc_docs.office.figures.rounding import plain, shown
from cchc_docs.office.figures.values import OFFICE, Cach, Figure, PeriodFigures
from cchc_docs.office.records import Data
from cchc_docs.office.records.bao_cao import ChiSoRieng
from cchc_docs.office.reporting import owing
from cchc_docs.office.units import is_commune
from cchc_docs.problems import Place, Problem, did_you_mean

_JUMP = 10
_JUMP_FROM = 100
"""Changes below so many pieces are everyday life, however many times they are."""


def formulas(history: History) -> Iterator[Problem]:
    """The office's own indicators: formulas that can be read, of codes that there are, in no circle."""
    data = history.data
    told = history.told()
    known = history[told[-1]].catalog if told else {row.ma: None for row in data.chi_so_rieng}
    fixed = {row["ma"] for row in table("chi_so")}
    for row in data.chi_so_rieng:
        where = data.place(row, "cong_thuc")
        if row.ma in fixed:
            hint = "Đặt mã khác cho chỉ số riêng, ví dụ R-1."
            yield error("trung_ma_chi_so", data.place(row, "ma"), f"Mã “{row.ma}” đã là của biểu mẫu chung.", hint)
        if row.loai == RATIO and not row.cong_thuc:
            hint = "Ghi phép chia, ví dụ R-1.2 / R-1.1; số của các đơn vị thì không cộng được tỷ lệ."
            yield warning("ty_le_thieu_cong_thuc", where, f"Tỷ lệ “{row.ten}” chưa có công thức.", hint)
        yield from _formula(row, set(known), where)


def _formula(row: ChiSoRieng, known: set[str], where: Place) -> Iterator[Problem]:
    if not row.cong_thuc:
        return
    try:
        formula = parse(row.cong_thuc)
    except BadFormula as found:
        yield error("cong_thuc_sai", where, str(found), "Ví dụ: R-1.1 + R-1.2, hoặc R-1.2 / R-1.1.")
        return
    for code in formula.codes:
        if code == row.ma:
            yield error("cong_thuc_vong", where, f"Công thức của “{code}” dùng chính nó.", "Sửa lại công thức.")
        elif code not in known:
            hint = did_you_mean(code, known) or "Mã phải có trong biểu mẫu hoặc ở trang “Chỉ số riêng”."
            yield error("khong_co_ma", where, f"Công thức dùng mã “{code}”, không có chỉ số nào mang mã ấy.", hint)


def typed_and_computed(history: History) -> Iterator[Problem]:
    """A figure that is typed and can be computed too is the same both ways; neither replaces the other."""
    return first_ones(_differences(history))


def _differences(history: History) -> Iterator[Problem]:
    for ky in history.told():
        period = history[ky]
        silent = _without_figures(history.data, period)
        for code, one in period.catalog.items():
            if code not in period.columns:
                continue
            for unit in _units_with(period, code):
                figure = period.of(unit)[code]
                if isinstance(figure.gia_tri, Decimal) and _differs(figure):
                    yield _difference(history.data, period, unit, one, figure, silent)


def _units_with(period: PeriodFigures, code: str) -> list[str]:
    """The units (the office among them) whose figure might be computed beside the typed one."""
    column = period.columns[code]
    can_differ = code in period.formulas or code in period.counted
    typed = (unit for unit, row in period.rows.items() if column[row] is not None)
    return [unit for unit in typed if can_differ or unit == OFFICE]


def _differs(figure: Figure) -> bool:
    """Return True if the typed figure is neither the exact one nor, for a percentage, the rounded one."""
    other = figure.khac
    if not isinstance(other, Decimal) or other == figure.gia_tri:
        return False
    rounded = other.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return figure.chi_so.loai != RATIO or rounded != figure.gia_tri


def _difference(
    data: Data, period: PeriodFigures, unit: str, one: ChiSo, figure: Figure, silent: Sequence[str]
) -> Problem:
    where = cell(data, period.ky.ma, unit, one.ma)
    typed = plain(figure.gia_tri) if isinstance(figure.gia_tri, Decimal) else ""
    other = shown(figure.khac, one.loai)
    match figure.cach_khac:
        case Cach.TINH:
            way = f"tính từ {' và '.join(_inputs(data, period, unit, one))} thì được {other}"
        case Cach.DEM:
            way = f"lấy từ nguồn của nó ({one.nguon_so.partition(': ')[2] or one.nguon_so}) thì được {other}"
        case _:
            way = f"cộng số của các đơn vị thì được {other}"
    what = f"Chỉ số {one.ma} ghi {typed}, nhưng {way}."
    hint = "Sửa một trong hai chỗ; nếu số tính được là đúng thì xóa ô này."
    if figure.cach_khac is Cach.CONG and silent:
        more = f" (còn {len(silent)} đơn vị chưa có số liệu)"
        return warning("khac_tong_don_vi", where, what.removesuffix(".") + more + ".", hint)
    return error("khac_so_tinh", where, what, hint)


def _inputs(data: Data, period: PeriodFigures, unit: str, one: ChiSo) -> Iterator[str]:
    """The inputs of a formula with their values, and their cells where they are typed."""
    figures = period.of(unit)
    for code in period.formulas[one.ma].codes:
        value = shown(figures[code].gia_tri, figures[code].chi_so.loai)
        typed = period.typed(code, unit) is not None
        place = cell(data, period.ky.ma, unit, code) if typed else None
        stands = f" ở ô {place.cell}" if place and place.cell else ""
        yield f"{code} ({value}{stands})"


def _without_figures(data: Data, period: PeriodFigures) -> list[str]:
    return [unit.ma for unit in owing(data, period.ky) if unit.ma not in period.rows]


def cross_checks(history: History) -> Iterator[Problem]:
    """Rows of different forms that count the same agree (``facts/doi_chieu.csv``)."""
    for ky in history.told():
        figures = history[ky].of()
        for row in table("doi_chieu"):
            left, right = row["trai"], parse(row["phai"])
            if left not in figures or any(code not in figures for code in right.codes):
                continue
            one, value = figures[left], right.evaluate(partial(_value, figures))
            if not isinstance(one.gia_tri, Decimal) or not isinstance(value, Decimal):
                continue
            if one.gia_tri < value or (row["so_sanh"] == "=" and one.gia_tri != value):
                relation = "phải bằng" if row["so_sanh"] == "=" else "không được nhỏ hơn"
                places = "; ".join(_where(history, ky, code) for code in right.codes)
                yield error(
                    "bieu_mau_khong_khop",
                    _place(history, ky, left),
                    f"Chỉ số {left} là {plain(one.gia_tri)}, {relation} {plain(value)} của {row['phai']} ({places}).",
                    f"{row['y_nghia']}: sửa chỗ sai.",
                )


def _value(figures: Mapping[str, Figure], code: str) -> Value:
    return figures[code].gia_tri


def _place(history: History, ky: str, code: str) -> Place:
    """Return the place of the office's figure, or the sheet that a clerk would look for it in."""
    figures = history.data.so_lieu.get(ky)
    if figures is None:
        return history.data.place_of_sheet("ky_bao_cao")
    return figures.place(None, code)


def _where(history: History, ky: str, code: str) -> str:
    place = _place(history, ky, code)
    return ", ".join(
        filter(None, [code, f"trang “{place.sheet}”" if place.sheet else "", place.cell and f"ô {place.cell}"])
    )


def counts(history: History) -> Iterator[Problem]:
    """Check that counts of whole things are whole numbers, and that nothing is less than nothing."""
    return first_ones(_bad_counts(history))


def _bad_counts(history: History) -> Iterator[Problem]:
    for ky in history.told():
        period = history[ky]
        for code, column in period.columns.items():
            if code not in period.catalog or not period.catalog[code].is_number:
                continue
            one = period.catalog[code]
            for unit, row in period.rows.items():
                value = column[row]
                if not isinstance(value, Decimal):
                    continue
                if value < 0:
                    where = cell(history.data, ky, unit, code)
                    yield error("so_am", where, f"Chỉ số {code} là {plain(value)}, nhỏ hơn 0.", "Xem lại con số này.")
                elif one.loai == COUNT and value != value.to_integral_value():
                    where = cell(history.data, ky, unit, code)
                    what = f"Chỉ số {code} là số đếm ({one.don_vi_tinh.lower()}), nhưng ghi {plain(value)}."
                    yield error("so_dem_le", where, what, "Ghi số nguyên; dấu chấm chỉ ngăn cách hàng nghìn: 1.200.")


def ratios(history: History) -> Iterator[Problem]:
    """No ratio over 100 %, no number divided by nothing, and no count in a row of percentages."""
    return first_ones(_bad_ratios(history))


def _bad_ratios(history: History) -> Iterator[Problem]:
    for ky in history.told():
        period = history[ky]
        sizes = _group_sizes(history.data, period)
        for code, one in period.catalog.items():
            if one.loai != RATIO:
                continue
            typed = [unit for unit, row in period.rows.items() if code in period.columns and period.columns[code][row]]
            for unit in dict.fromkeys([OFFICE, *typed, *_with_inputs(period, code)]):
                yield from _ratio(history, ky, unit, one, sizes)


def _with_inputs(period: PeriodFigures, code: str) -> list[str]:
    """The units that gave every input of a ratio."""
    formula = period.formulas.get(code)
    if formula is None or any(one not in period.columns for one in formula.codes):
        return []
    columns = [period.columns[one] for one in formula.codes]
    return [unit for unit, row in period.rows.items() if all(column[row] is not None for column in columns)]


def _ratio(history: History, ky: str, unit: str, one: ChiSo, sizes: dict[Decimal, str]) -> Iterator[Problem]:
    period = history[ky]
    figure = period.of(unit)[one.ma]
    value = figure.gia_tri
    typed = figure.cach is Cach.NHAP
    if figure.cach is Cach.TINH and value is KHONG_CO:
        dividend = period.formulas[one.ma].dividend
        above = [period.of(unit)[code].gia_tri for _, code in dividend]
        if any(isinstance(part, Decimal) and part > 0 for part in above):
            what = f"Tỷ lệ {one.ma} chia cho 0: {one.cong_thuc}."
            where = _place_of_ratio(history, period, unit, one, figure)
            yield error("chia_cho_0", where, what, "Xem lại tử số và mẫu số.")
    if not isinstance(value, Decimal):
        return
    if value > 100:
        what = f"Tỷ lệ {one.ma} là {shown(value, RATIO)}%, lớn hơn 100%."
        where = _place_of_ratio(history, period, unit, one, figure)
        yield warning("ty_le_qua_100", where, what, f"Xem lại tử số và mẫu số ({one.cong_thuc or 'số đã ghi'}).")
    elif typed and value in sizes and value != 100:
        what = f"Ô này là tỷ lệ (%), nhưng ghi {plain(value)}, đúng bằng {sizes[value]}."
        where = _place_of_ratio(history, period, unit, one, figure)
        yield warning("so_dem_trong_ty_le", where, what, "Nếu đây là số đếm thì ghi tỷ lệ phần trăm thay vào.")


def _place_of_ratio(history: History, period: PeriodFigures, unit: str, one: ChiSo, figure: Figure) -> Place:
    """Its own cell where it is typed, else the first of its inputs. It takes a search through all rows."""
    if not period.rows:
        return Place()
    code = one.ma if figure.cach is Cach.NHAP else _first_typed(period, unit, one)
    return cell(history.data, period.ky.ma, unit, code)


def _first_typed(period: PeriodFigures, unit: str, one: ChiSo) -> str:
    formula = period.formulas.get(one.ma)
    codes = formula.codes if formula else ()
    return next((code for code in codes if period.typed(code, unit) is not None), one.ma)


def _group_sizes(data: Data, period: PeriodFigures) -> dict[Decimal, str]:
    """Return the groups of more than one unit, by their size."""
    units = owing(data, period.ky)
    communes = sum(is_commune(unit) for unit in units)
    groups = {"tổng số đơn vị": len(units), "số xã, phường, đặc khu": communes, "số sở, ngành": len(units) - communes}
    return {Decimal(number): name for name, number in groups.items() if number > 1}


def jumps(history: History) -> Iterator[Problem]:
    """No figure of the office is ten times, or a tenth of, what it was in the period before or a year ago."""
    return first_ones(_jumps(history))


def _jumps(history: History) -> Iterator[Problem]:
    for ky in history.told():
        period = history[ky]
        figures = period.of()
        others = ((history.before(ky), "kỳ trước"), (history.year_before(ky), "cùng kỳ năm trước"))
        for code, one in period.catalog.items():
            if not one.is_number:
                continue
            now = figures[code].gia_tri
            for known, name in others:
                then = known[code].gia_tri if code in known else None
                if isinstance(now, Decimal) and isinstance(then, Decimal) and _jumped(now, then):
                    what = f"Chỉ số {code} là {plain(now)}, {name} là {plain(then)}: chênh hơn {_JUMP} lần."
                    yield warning(
                        "tang_giam_bat_thuong", _place(history, ky, code), what, "Xem lại số chữ số, đơn vị tính."
                    )


def _jumped(now: Decimal, then: Decimal) -> bool:
    low, high = sorted((now, then))
    return low > 0 and high >= _JUMP_FROM and high >= low * _JUMP


def signs_without_note(history: History) -> Iterator[Problem]:
    """A ``-`` says why there is no figure."""
    data = history.data
    for ky in history.told():
        period = history[ky]
        noted = {
            (row.don_vi.ma if row.don_vi else OFFICE, row.ma_chi_so) for row in data.ghi_chu_so_lieu if row.ky == ky
        }
        column_of_office = period.rows.get(OFFICE)
        if column_of_office is None:
            continue
        for code, column in period.columns.items():
            if column[column_of_office] is KHONG_CO and (OFFICE, code) not in noted:
                what = f"Chỉ số {code} ghi “-” (không có số liệu) mà không có ghi chú vì sao."
                yield notice(
                    "khong_so_lieu_thieu_ghi_chu",
                    cell(data, ky, OFFICE, code),
                    what,
                    "Thêm một dòng vào trang “Ghi chú số liệu”.",
                )


def notes(history: History) -> Iterator[Problem]:
    """Notes are to indicators that there are."""
    data = history.data
    for row in data.ghi_chu_so_lieu:
        if row.ky in history.periods and row.ma_chi_so not in history[row.ky].catalog:
            hint = did_you_mean(row.ma_chi_so, history[row.ky].catalog) or "Ghi mã như 3-3.1.2."
            what = f"Không có chỉ số mã “{row.ma_chi_so}” nên ghi chú này không được in."
            yield warning("khong_co_ma", data.place(row, "ma_chi_so"), what, hint)
