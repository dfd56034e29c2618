"""Questions of an entry form to a unit, sheet by sheet: ``PARTS``. Each says what stands there already and where in the
data file an answer belongs, so that the same table makes the forms and takes them in again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from cchc_docs.data.fields import CHU, SO_DEM, SO_LIEU, AlreadyReported, KhongCo, as_text, period
from cchc_docs.data.read.source import Layout, Raw, SheetShape, Vocabulary
from cchc_docs.data.write.workbook import SHUT, Access, CellFormula, Filled, Form, FormColumn
from cchc_docs.facts import in_force, table
from cchc_docs.office.calendar import Ky
from cchc_docs.office.figures.catalog import ChiSo
from cchc_docs.office.figures.de_cuong import codes_of_points, outline
from cchc_docs.office.figures.formula import Formula as Sum
from cchc_docs.office.figures.history import History
from cchc_docs.office.figures.owners import Owners
from cchc_docs.office.figures.plan import NOT_REPORTED, TienDo, progress
from cchc_docs.office.figures.rounding import shown
from cchc_docs.office.figures.values import OFFICE, Figure
from cchc_docs.office.inspections import is_mended, is_shortcoming
from cchc_docs.office.records import Data
from cchc_docs.office.records.bao_cao import GhiChuSoLieu, HoSoTthc, KetQua, NoiDungBaoCao
from cchc_docs.office.records.base import Record
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.records.ke_hoach import Task, tasks
from cchc_docs.office.records.kiem_tra import PhatHien
from cchc_docs.office.records.so_lieu import PREFIX
from cchc_docs.text.cell_names import cell_name
from cchc_docs.text.formats import short_date
from cchc_docs.text.markup import Citation, Footnote, parse
from cchc_docs.text.normal import MarkedText, fold

_FREE_POINTS, _FREE_FIELDS = 30, 15
"""Rows left free for further paragraphs, and for further kinds of files."""
_TTHC = "TTHC"
"""The area of those who settle files (``facts/noi_dung_cchc.csv``)."""


@dataclass(slots=True)
class Asking:
    """All that the forms of one period are made from."""

    data: Data
    ky: Ky
    history: History
    owners: Owners
    before: str
    """The last period before it of which the file tells anything; ``""``: there is none."""
    states: Mapping[str, TienDo]
    """The state of each task then, by its code."""
    led: Mapping[str, Sequence[Task]]
    """The tasks of each unit, by its code."""

    @classmethod
    def of(cls, data: Data, ky: str) -> "Asking":
        """Return the request for the period ``ky``, which the calendar must have."""
        history = History.of_file(data)
        period = history.periods[ky]
        before = history.told_before(ky)
        states = {one.nhiem_vu.ma: one for one in progress(data, history.periods, before)} if before else {}
        led: dict[str, list[Task]] = {}
        for task in tasks(data.nhiem_vu):
            for unit in leaders(task):
                led.setdefault(unit, []).append(task)
        return cls(data, period, history, Owners.of(data, period.den_ngay), before, states, led)


def leaders(task: Task) -> list[str]:
    """Return the units that report on a task: its leaders; where a group named in words leads, those that follow it."""
    lead = [one for row in task.dong for one in row.chu_tri if isinstance(one, DonVi)]
    found = lead or [row.theo_doi for row in task.dong if row.theo_doi]
    return list(dict.fromkeys(unit.ma for unit in found))


@dataclass(frozen=True, slots=True)
class Asked:
    """One form: what is asked, and of whom."""

    asking: Asking
    unit: DonVi

    def concerns(self, area: str) -> bool:
        """Return True if the unit reports on the area."""
        return not self.unit.linh_vuc or area in {one.ma for one in self.unit.linh_vuc}


Row = dict[str, Filled]


@dataclass(frozen=True, slots=True)
class Target:
    """The cell of the data file that an answer belongs in: the sheet, the row by its keys, the column.

    ``nth`` counts rows that are alike: paragraphs of one point.
    """

    sheet: str
    row: tuple[tuple[str, str], ...]
    column: str
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet of a form.

    ``rows`` are those that it begins with. ``target`` gives the place of an answer from the keys of its row and its
    column; ``begun_as`` names, for open columns that only bring a value up to date, the column that shows the old one.
    """

    name: str
    about: str
    columns: Sequence[FormColumn]
    rows: Callable[[Asked], list[Row]]
    target: Callable[[Asked, Mapping[str, str], str], Target]
    may_add: Callable[[Asked, Mapping[str, str]], bool] = lambda *_: False
    """True if the unit may add a row of these keys."""
    has_several: bool = False
    """True if several rows of the same keys are as many answers, in order."""
    begun_as: Mapping[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that say what a row is about."""
        return tuple(one.name for one in self.columns if one.access is Access.KEY)

    def form(self, key: str, rows: Sequence[Row]) -> Form:
        """The sheet to fill."""
        return Form(key, self.name, Layout.LIST, self.about, self.columns, rows, is_entry=True)


def _of(cls: type[Record], name: str, access: Access = Access.OPEN, *, required: bool = False) -> FormColumn:
    """A column as the data file has it."""
    one = next(column for column in cls.columns() if column.name == name)
    return FormColumn(one.name, one.heading, one.note, one.kind, required, access=access)


def _column(heading: str, name: str, note: str, width: int, access: Access = Access.SHOWN) -> FormColumn:
    """A column of text that only the form has."""
    return FormColumn(name, heading, note, CHU, required=False, access=access, width=width)


# --- figures ----------------------------------------------------------------------------------------------------------

_VALUE = 5
"""The number of the column with the figures of this period, from 0."""
_WHOLE, _OWN = "toàn cơ quan", "đơn vị"


def _figures(asked: Asked) -> list[Row]:
    """A row an indicator, under the name of its form; what the data file has already stands there.

    Totals and ratios follow by formula, locked.
    """
    owners = asked.asking.owners
    own = {one.ma for one in owners.asked(asked.unit)}
    sums = asked.asking.history[asked.asking.ky.ma].formulas
    shared = {code for code in own if owners.is_of_office(code)}
    computed = {  # of one kind only: the unit's figures and the office's do not add up
        code for code in sums if code not in own and any(_inputs(code, sums) <= kind for kind in (shared, own - shared))
    }
    names = {row["so"]: row["ten"] for row in table("bieu_mau")}
    groups: dict[str, list[ChiSo]] = {}
    for one in owners.catalog.values():
        if one.ma in own | computed:
            groups.setdefault(one.bieu_mau, []).append(one)
    rows: list[Row] = []
    at: dict[str, int] = {}
    for number, indicators in groups.items():
        title = f"Biểu mẫu {number}. {names[number]}" if number in names else number
        rows.append({"chi_so": title, "ma": SHUT, "so_lieu": SHUT, "ghi_chu": SHUT})
        for one in indicators:
            rows.append(_figure_row(asked, one, of_office=_inputs(one.ma, sums) <= shared))
            at[one.ma] = len(rows)
    for code in computed:
        rows[at[code] - 1] |= {"so_lieu": CellFormula(_in_excel(sums[code], at)), "ghi_chu": SHUT}
    return rows


def _figure_row(asked: Asked, one: ChiSo, *, of_office: bool) -> Row:
    asking = asked.asking
    before: Mapping[str, Figure] = {}
    if asking.before:
        before = asking.history[asking.before].of(OFFICE if of_office else asked.unit.ma)
    known = asking.data.so_lieu.get(asking.ky.ma)
    there = known.value(None if of_office else asked.unit, one.ma) if known else None
    return {
        "ma": one.ma,
        "so_lieu": str(there) if isinstance(there, KhongCo) else there,
        "chi_so": one.ten,
        "don_vi_tinh": one.don_vi_tinh_in or one.don_vi_tinh,
        "so_cua": _WHOLE if of_office else _OWN,
        "ky_truoc": shown(before[one.ma].gia_tri, one.loai) if one.ma in before else "",
    }


def _inputs(code: str, sums: Mapping[str, Sum]) -> set[str]:
    """The typed figures that a computed one is made of in the end."""
    if code not in sums:
        return {code}
    return {one for part in sums[code].codes for one in _inputs(part, sums)}


def _in_excel(formula: Sum, at: Mapping[str, int]) -> str:
    """The formula as Excel computes it, blank until a figure is there; the sign for *none* counts as nothing."""

    def side(terms: tuple[tuple[int, str], ...]) -> str:
        return "".join(f"{'+' if sign > 0 else '-'}N({cell(code)})" for sign, code in terms).lstrip("+")

    def cell(code: str) -> str:
        return cell_name(at[code] + 1, _VALUE + 1)

    cells = ",".join(map(cell, formula.codes))
    if not formula.divisor:
        return f'=IF(COUNT({cells})=0,"",{side(formula.dividend)})'
    below = side(formula.divisor)
    return f'=IF({below}=0,"",ROUND(100*({side(formula.dividend)})/({below}),2))'


def _figure(asked: Asked, row: Mapping[str, str], column: str) -> Target:
    code = row["ma"]
    unit = "" if asked.asking.owners.is_of_office(code) else asked.unit.ma
    if column == "ghi_chu":
        key = (("ky", asked.asking.ky.ma), ("don_vi", unit), ("ma_chi_so", code))
        return Target(GhiChuSoLieu.sheet_key, key, "ghi_chu")
    return Target(PREFIX + asked.asking.ky.ma, (("don_vi", unit),), code)


# --- tasks, narrative, files, findings --------------------------------------------------------------------------------


def _tasks(asked: Asked) -> list[Row]:
    """The tasks that the unit leads, but for those that were done before."""
    rows: list[Row] = []
    for task in asked.asking.led.get(asked.unit.ma, []):
        state = asked.asking.states.get(task.dau.ma)
        if state is None or not state.hoan_thanh:
            rows.append(
                {
                    "nhiem_vu": task.dau.ma,
                    "noi_dung": str(task.dau.noi_dung),
                    "thoi_han": "; ".join(dict.fromkeys(str(row.thoi_han) for row in task.dong if row.thoi_han)),
                    "ky_truoc": state.trang_thai if state and state.trang_thai != NOT_REPORTED else "",
                }
            )
    return rows


def _result(asked: Asked, row: Mapping[str, str], column: str) -> Target:
    key = (("nhiem_vu", row["nhiem_vu"]), ("ky", asked.asking.ky.ma), ("don_vi", asked.unit.ma))
    return Target(KetQua.sheet_key, key, column)


def _points(asked: Asked) -> list[Row]:
    """The points of the outline that are divided no further, of the unit's areas; and free rows."""
    data, asking = asked.asking.data, asked.asking
    areas = {area.ma for area in asked.unit.linh_vuc}
    said: dict[str, list[str]] = {}
    for row in data.noi_dung_bao_cao:
        if row.don_vi is asked.unit and row.ky == asking.before:
            said.setdefault(row.muc, []).append(_with_figures(row.noi_dung, asking, asked.unit))
    points = [one for one in outline(data.co_quan.cap, asking.ky, (), frozenset(), areas) if one.la_cuoi]
    rows: list[Row] = [
        {"muc": one.ma, "tieu_de": one.tieu_de, "ky_truoc": "\n".join(said.get(one.ma, []))} for one in points
    ]
    return rows + [{} for _ in range(_FREE_POINTS)]


def _with_figures(text: MarkedText, asking: Asking, unit: DonVi) -> str:
    """A paragraph of the period before as it was printed: figures in place of their codes."""
    figures = asking.history[asking.before].of(unit.ma)
    return "".join(
        _printed(figures, piece.code) if isinstance(piece, Citation) else piece.text
        for piece in parse(text).pieces
        if not isinstance(piece, Footnote)
    )


def _printed(figures: Mapping[str, Figure], code: str) -> str:
    return shown(figures[code].gia_tri, figures[code].chi_so.loai) if code in figures else ""


def _is_point(asked: Asked, row: Mapping[str, str]) -> bool:
    return row["muc"] in codes_of_points(asked.asking.data.co_quan.cap, asked.asking.ky.den_ngay)


def _paragraph(asked: Asked, row: Mapping[str, str], column: str) -> Target:
    key = (("ky", asked.asking.ky.ma), ("don_vi", asked.unit.ma), ("muc", row["muc"]))
    return Target(NoiDungBaoCao.sheet_key, key, column)


_RECEIVED = ("tiep_nhan_truc_tuyen", "tiep_nhan_truc_tiep", "tu_ky_truoc")
_SETTLED = ("giai_quyet_truoc_han", "giai_quyet_dung_han", "giai_quyet_qua_han")
_OPEN = ("dang_giai_quyet_trong_han", "dang_giai_quyet_qua_han")
TOTALS = {"tong_tiep_nhan": _RECEIVED, "tong_giai_quyet": _SETTLED, "tong_dang_giai_quyet": _OPEN}


def _files(asked: Asked) -> list[Row]:
    """The kinds of files of the last period, and free rows; the totals of form II.06a follow by formula."""
    if not asked.concerns(_TTHC):
        return []
    rows: list[Row] = [
        {"linh_vuc": one.linh_vuc, "ton_ky_truoc": one.dang_giai_quyet}
        for one in asked.asking.data.ho_so_tthc
        if one.don_vi is asked.unit and one.ky == asked.asking.before
    ]
    rows += [{} for _ in range(_FREE_FIELDS)]
    at = {column.name: number for number, column in enumerate(FILES)}
    for number, row in enumerate(rows, start=1):
        cells = {name: [cell_name(number + 1, at[part] + 1) for part in parts] for name, parts in TOTALS.items()}
        for name, parts in cells.items():
            row[name] = CellFormula(f'=IF(COUNT({",".join(parts)})=0,"",SUM({",".join(parts)}))')
        received, settled, left = (cell_name(number + 1, at[name] + 1) for name in TOTALS)
        row["kiem_tra"] = CellFormula(f'=IF(N({received})=N({settled})+N({left}),"","(3) phải bằng (7) cộng (11)")')
    return rows


def _file(asked: Asked, row: Mapping[str, str], column: str) -> Target:
    key = (("don_vi", asked.unit.ma), ("ky", asked.asking.ky.ma), ("linh_vuc", row["linh_vuc"]))
    return Target(HoSoTthc.sheet_key, key, column)


def _findings(asked: Asked) -> list[Row]:
    """The findings that the unit has still to remedy."""
    return [
        {
            "cuoc_kiem_tra": one.cuoc_kiem_tra.ma,
            "noi_dung": str(one.noi_dung),
            "kien_nghi": str(one.kien_nghi),
            "han": short_date(one.han) if one.han else "",
            "da_ghi": one.trang_thai,
            "da_co_van_ban": one.van_ban_khac_phuc,
        }
        for one in asked.asking.data.phat_hien
        if is_shortcoming(one)
        and not is_mended(one)
        and (one.don_vi_thuc_hien or one.cuoc_kiem_tra.don_vi) is asked.unit
    ]


def _finding(_: Asked, row: Mapping[str, str], column: str) -> Target:
    key = (("cuoc_kiem_tra", row["cuoc_kiem_tra"]), ("noi_dung", row["noi_dung"]))
    return Target(PhatHien.sheet_key, key, column)


# --- the table --------------------------------------------------------------------------------------------------------


def _total(heading: str, name: str, note: str) -> FormColumn:
    return FormColumn(name, heading, note, SO_DEM, required=False, access=Access.SHOWN)


FILES = (
    _of(HoSoTthc, "linh_vuc", Access.KEY),
    _total("Tồn kỳ trước", "ton_ky_truoc", "Số hồ sơ đang giải quyết cuối kỳ trước; cột Từ kỳ trước phải bằng số này."),
    *(_of(HoSoTthc, name, required=True) for name in _RECEIVED),
    _total("Tổng tiếp nhận", "tong_tiep_nhan", "Cột (3), tự cộng."),
    *(_of(HoSoTthc, name, required=True) for name in _SETTLED),
    _total("Tổng đã giải quyết", "tong_giai_quyet", "Cột (7), tự cộng."),
    *(_of(HoSoTthc, name, required=True) for name in _OPEN),
    _total("Tổng đang giải quyết", "tong_dang_giai_quyet", "Cột (11), tự cộng."),
    _column("Kiểm tra", "kiem_tra", "Báo khi các tổng không khớp.", 26),
)

PARTS: Mapping[str, Part] = {
    "so_lieu": Part(
        "Số liệu",
        "Số liệu của kỳ này, mỗi chỉ số một dòng; ô xám là tổng, tỷ lệ tự tính.",
        (
            _column("Mã", "ma", "Mã chỉ số; không sửa.", 11, Access.KEY),
            _column("Chỉ số", "chi_so", "Tên chỉ số.", 60),
            _column("Đơn vị tính", "don_vi_tinh", "Tính bằng gì.", 14),
            _column("Số của", "so_cua", "Số của riêng đơn vị, hay số của toàn cơ quan mà đơn vị phụ trách.", 13),
            _column("Kỳ trước", "ky_truoc", "Số đã báo cáo kỳ trước, để so.", 13),
            FormColumn(
                "so_lieu",
                "Số liệu",
                "Số của kỳ này; không phát sinh thì ghi 0, không có số liệu thì ghi dấu -.",
                SO_LIEU,
                required=True,
                width=14,
            ),
            _column("Ghi chú", "ghi_chu", "Vì sao không có số liệu, số chốt ngày nào; nếu cần.", 40, Access.OPEN),
        ),
        _figures,
        _figure,
    ),
    "ket_qua": Part(
        "Kết quả",
        "Kết quả của từng nhiệm vụ mà đơn vị chủ trì, đến hết kỳ.",
        (
            _of(KetQua, "nhiem_vu", Access.KEY),
            _column("Nội dung", "noi_dung", "Nội dung nhiệm vụ.", 50),
            _column("Thời hạn", "thoi_han", "Thời hạn ghi trong kế hoạch.", 20),
            _column("Kỳ trước", "ky_truoc", "Trạng thái đã báo cáo kỳ trước.", 20),
            _of(KetQua, "trang_thai", required=True),
            *(_of(KetQua, name) for name in ("ngay_hoan_thanh", "van_ban_chung_minh", "ghi_chu")),
        ),
        _tasks,
        _result,
    ),
    "noi_dung_bao_cao": Part(
        "Nội dung báo cáo",
        "Lời của báo cáo theo từng mục, mỗi dòng một đoạn; thêm đoạn thì chọn mục ở các dòng trống bên dưới.",
        (
            _of(NoiDungBaoCao, "muc", Access.KEY),
            _column("Tiêu đề", "tieu_de", "Tiêu đề của mục.", 40),
            _of(NoiDungBaoCao, "noi_dung"),
            _column("Kỳ trước", "ky_truoc", "Đã báo cáo kỳ trước; viết mới, đừng chép lại.", 50),
        ),
        _points,
        _paragraph,
        may_add=_is_point,
        has_several=True,
    ),
    "ho_so_tthc": Part("Hồ sơ TTHC", HoSoTthc.about, FILES, _files, _file, may_add=lambda *_: True),
    "phat_hien": Part(
        "Phát hiện",
        "Tồn tại qua kiểm tra mà đơn vị còn phải khắc phục.",
        (
            _of(PhatHien, "cuoc_kiem_tra", Access.KEY),
            _column("Nội dung", "noi_dung", "Tồn tại ghi trong biên bản; không sửa.", 50, Access.KEY),
            _column("Kiến nghị", "kien_nghi", "Yêu cầu khắc phục.", 40),
            _column("Hạn", "han", "Hạn khắc phục.", 14),
            _column("Đã ghi", "da_ghi", "Trạng thái đã báo cáo.", 16),
            _of(PhatHien, "trang_thai", required=True),
            _of(PhatHien, "van_ban_khac_phuc"),
            _column("Văn bản đã ghi", "da_co_van_ban", "Văn bản khắc phục đã báo cáo.", 28),
        ),
        _findings,
        _finding,
        begun_as={"trang_thai": "da_ghi", "van_ban_khac_phuc": "da_co_van_ban"},
    ),
}
"""The sheets of a form, in order; a sheet with nothing to ask is left out."""

FINGERPRINT = "cchc"
"""The key of the hidden sheet ``_cchc`` that says which form it is."""
MARKS = {
    "co_quan": "Cơ quan",
    "nam": "Năm",
    "ky": "Kỳ",
    "don_vi": "Đơn vị",
    "danh_muc": "Danh mục",
    "tep": "Tệp",
    "lan": "Lần",
}
"""Its facts: office, year, period, unit, the day since which the catalogue of indicators holds, a digest of the data
file, and how many times the form has gone out: a corrected form takes the place of the earlier one."""
GUIDE_SHEET = "huong_dan"
UNIT_OF_FORM, PERIOD_OF_FORM = "Đơn vị báo cáo", "Kỳ báo cáo"
"""The words of the first sheet for them, for a form that lost its hidden sheet."""

FORM_VOCABULARY: Vocabulary = {
    **{
        name: SheetShape(part.name, Layout.LIST, tuple(one.heading for one in part.columns))
        for name, part in PARTS.items()
    },
    FINGERPRINT: SheetShape("_cchc", Layout.RECORD, tuple(MARKS.values())),
    GUIDE_SHEET: SheetShape("Hướng dẫn", Layout.RECORD, (UNIT_OF_FORM, PERIOD_OF_FORM)),
}
"""The vocabulary with which a form is read."""


def catalogue_since(ky: Ky) -> str:
    """The day since which the catalogue of indicators of the period holds, as the tables of facts write it."""
    return max((row["tu_ngay"] for row in in_force("chi_so", ky.den_ngay)), default="")


def identity(name: str, raw: Raw, data: Data) -> str:
    """Return a cell that tells rows apart in one form: a unit, a task or an inspection by its code."""
    text = " ".join(as_text(raw).split()) if raw is not None else ""
    sheet = {"don_vi": DonVi.sheet_key, "nhiem_vu": "nhiem_vu", "cuoc_kiem_tra": "cuoc_kiem_tra"}.get(name)
    if name == "ky":
        return period(text)
    if sheet and text:
        try:
            found = data.names.find(sheet, text)
        except AlreadyReported:
            found = None
        text = str(getattr(found, "ma", text))
    return fold(text)
