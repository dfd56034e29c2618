"""The outline of periodic reports: which points a report has, and what it says at each."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_docs.facts import in_force
from cchc_docs.figures.catalog import is_for_level
from cchc_docs.figures.periods import Ky
from cchc_docs.notes import noted
from cchc_docs.records.bao_cao import NoiDungBaoCao
from cchc_docs.text import MarkedText


@dataclass(frozen=True, slots=True)
class MucBaoCao:
    """One point of the outline. ``co`` is false where neither narrative nor figures say anything of it."""

    ma: str = noted("Mã mục: I.2, II.2.c.")
    bac: int = noted("1 là mục (I), 2 là khoản (1), 3 là điểm (a).")
    tieu_de: str = noted("Tiêu đề của mục.")
    doan: Sequence[MarkedText] = noted("Các đoạn của mục, từ trang Nội dung báo cáo.")
    co: bool = noted("Mục này, hoặc một điểm trong mục, có nội dung.")
    la_cuoi: bool = noted("Mục này không chia nhỏ hơn.")


def outline(
    level: str, ky: Ky, rows: Iterable[NoiDungBaoCao], figures: Collection[str], areas: Collection[str] = ()
) -> list[MucBaoCao]:
    """The points that apply to an office of this ``level`` at the end of ``ky``, in order.

    ``rows`` are the narrative of this very report; ``figures`` the codes that have something to print; ``areas`` limits
    it to the points of those areas and those of none (a unit reports its own areas only).

    Source: Công văn 4625/BNV-CCHC ngày 02/7/2025, one outline for all periods (``facts/de_cuong_bao_cao.csv``).
    """
    said: dict[str, list[MarkedText]] = {}
    for row in rows:
        said.setdefault(row.muc, []).append(row.noi_dung)
    points = _points(level, ky.den_ngay, areas)
    known = {row["ma"] for row in points}
    full = {row["ma"] for row in points if row["ma"] in said or _has_figures(row, figures)}
    return [
        MucBaoCao(
            row["ma"],
            int(row["bac"]),
            _heading(row, ky),
            said.get(row["ma"], []),
            any(one == row["ma"] or one.startswith(f"{row['ma']}.") for one in full),
            not any(one.startswith(f"{row['ma']}.") for one in known),
        )
        for row in points
    ]


def codes_of_points(level: str, day: date) -> dict[str, str]:
    """The points that a report of this ``level`` has on ``day``: code -> heading."""
    return {row["ma"]: row["tieu_de"] for row in _points(level, day)}


def _points(level: str, day: date, areas: Collection[str] = ()) -> list[dict[str, str]]:
    rows = (row for row in in_force("de_cuong_bao_cao", day) if is_for_level(row, level))
    return [row for row in rows if not areas or not row["linh_vuc"] or row["linh_vuc"] in areas]


def _has_figures(row: Mapping[str, str], figures: Collection[str]) -> bool:
    return any(code in figures for code in row["chi_so"].split(";") if code)


def _heading(row: Mapping[str, str], ky: Ky) -> str:
    heading = row["tieu_de_nam"] if ky.ma == "nam" and row["tieu_de_nam"] else row["tieu_de"]
    return heading.replace("{ky_sau}", ky.ten_ky_sau).replace("{ky}", str(ky))
