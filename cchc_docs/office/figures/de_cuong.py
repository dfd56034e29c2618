"""The outline of periodic reports: which points a report has, and what it says at each."""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from cchc_docs.facts import in_force, table
from cchc_docs.office.calendar import Ky
from cchc_docs.office.figures.catalog import is_for_level
from cchc_docs.office.figures.formula import parse
from cchc_docs.office.notes import noted
from cchc_docs.office.records.bao_cao import NoiDungBaoCao
from cchc_docs.text import markup
from cchc_docs.text.normal import MarkedText


@dataclass(frozen=True, slots=True)
class MucBaoCao:
    """One point of the outline. ``co`` is false where neither narrative nor figures say anything of it."""

    ma: str = noted("Mã mục: I.2, II.2.c.")
    bac: int = noted("1 là mục (I), 2 là khoản (1), 3 là điểm (a).")
    tieu_de: str = noted("Tiêu đề của mục.")
    doan: Sequence[MarkedText] = noted("Các đoạn của mục, từ trang Nội dung báo cáo.")
    co: bool = noted("Mục này, hoặc một điểm trong mục, có nội dung.")
    la_cuoi: bool = noted("Mục này không chia nhỏ hơn.")
    duy_nhat: bool = noted("Là điểm duy nhất có nội dung của khoản: bỏ các điểm trống thì không cần chữ a).")
    chua_neu: Container[str] = noted("Mã các chỉ số có số mà lời của mục chưa trích: câu có sẵn của mẫu nói nốt.")

    @property
    def phan(self) -> str:
        """Phần có mục này: I, II, III, IV."""
        return self.ma.partition(".")[0]


@dataclass(frozen=True, slots=True)
class _Unsaid(Container[str]):
    """Figures that can be printed and that the narrative of a point has not cited: itself, its whole or its parts."""

    printable: Container[str]
    cited: frozenset[str]

    def __contains__(self, name: object) -> bool:
        return name in self.printable and not (_family(str(name)) & _with_parts(self.cited))


def _family(code: str) -> frozenset[str]:
    """Return the figures that say the same: itself, the totals and ratios that it is part of, the parts of these."""
    return _with_parts({code, *(one for one, parts in _formulas().items() if code in parts)})


def _with_parts(codes: Collection[str]) -> frozenset[str]:
    return frozenset(codes).union(*(_formulas().get(one, frozenset()) for one in codes))


@cache
def _formulas() -> Mapping[str, frozenset[str]]:
    """The totals and ratios of the forms, each with the codes of its formula."""
    return {row["ma"]: frozenset(parse(row["cong_thuc"]).codes) for row in table("chi_so") if row["cong_thuc"]}


def outline(
    level: str, ky: Ky, rows: Iterable[NoiDungBaoCao], printable: Container[str], areas: Collection[str] = ()
) -> list[MucBaoCao]:
    """The points that apply to an office of this ``level`` at the end of ``ky``, in order.

    ``rows`` are the narrative of this very report, whose points all have a place in it; ``printable`` the codes of
    figures and the names of lists that have something to print; ``areas`` limits it to the points of those areas and of
    none (a unit reports its own only).

    Source: Công văn 4625/BNV-CCHC ngày 02/7/2025, one outline for all periods (``facts/de_cuong_bao_cao.csv``).
    """
    said: dict[str, list[MarkedText]] = {}
    for row in rows:
        said.setdefault(row.muc, []).append(row.noi_dung)
    points = [row for row in _points(level, ky.den_ngay) if _concerns(row, areas, said)]
    divided = {_above(row["ma"]) for row in points}
    full = {row["ma"] for row in points if row["ma"] in said or _is_told(row, printable)}
    filled = {one for code in full for one in _with_above(code)}
    full_points = Counter(_above(code) for code in full)
    return [
        MucBaoCao(
            row["ma"],
            int(row["bac"]),
            _heading(row, ky),
            said.get(row["ma"], []),
            row["ma"] in filled,
            row["ma"] not in divided,
            full_points[_above(row["ma"])] == 1,
            _Unsaid(printable, frozenset(code for text in said.get(row["ma"], []) for code in markup.cited(text))),
        )
        for row in points
    ]


def codes_of_points(level: str, day: date) -> dict[str, str]:
    """The points that a report of this ``level`` has on ``day``: code -> heading."""
    return {row["ma"]: row["tieu_de"] for row in _points(level, day)}


def _points(level: str, day: date) -> list[dict[str, str]]:
    return [row for row in in_force("de_cuong_bao_cao", day) if is_for_level(row, level)]


def _concerns(row: Mapping[str, str], areas: Collection[str], said: Iterable[str]) -> bool:
    """Return True if the point is of these areas, or of all, or holds a narrative."""
    if not areas or not row["linh_vuc"] or row["linh_vuc"] in areas:
        return True
    return any(row["ma"] in _with_above(code) for code in said)


def _above(code: str) -> str:
    """The point in which the point ``code`` stands: II.2 for II.2.c."""
    return code.rpartition(".")[0]


def _with_above(code: str) -> list[str]:
    """The point and all in which it stands: II.2.c, II.2, II."""
    parts = code.split(".")
    return [".".join(parts[:count]) for count in range(len(parts), 0, -1)]


def _is_told(row: Mapping[str, str], printable: Container[str]) -> bool:
    return any(name in printable for column in ("chi_so", "danh_sach") for name in row[column].split(";") if name)


def _heading(row: Mapping[str, str], ky: Ky) -> str:
    heading = row["tieu_de_nam"] if ky.ma == "nam" and row["tieu_de_nam"] else row["tieu_de"]
    return heading.replace("{ky_sau}", ky.ten_ky_sau).replace("{ky}", str(ky))
