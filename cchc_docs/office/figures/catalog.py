"""The indicators of the statistics forms: those that the ministry fixes, by date and level, and the office's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cchc_docs.facts import in_force, table
from cchc_docs.office.records import Data
from cchc_docs.office.records.bao_cao import ChiSoRieng
from cchc_docs.text.normal import key

HEADER, COUNT, RATIO, MONEY = "tiêu đề", "số đếm", "tỷ lệ", "tiền"
SUMMED = frozenset(["cộng", "tại thời điểm"])
"""Ways of *Tổng hợp* in which the office's figure is the sum of its units'."""


@dataclass(frozen=True, slots=True)
class ChiSo:
    """One indicator: a row of a form, or an input of a ratio that the form does not print (``in_ra`` false)."""

    ma: str
    bieu_mau: str
    stt: str
    ten: str
    don_vi_tinh_in: str
    """The unit as the form prints it; ``don_vi_tinh`` is the true one where the form is wrong (7-4.3.1)."""
    don_vi_tinh: str
    loai: str
    cong_thuc: str
    tong_hop: str
    nguon_so: str
    linh_vuc: str = ""
    in_ra: bool = True
    tu_khoa: str = ""
    phu_trach: str = ""
    """On the level of a province: the agency that answers for it."""
    ai_nhap: str = ""
    """On the level of a province: which units give it; blank for every one (``facts/chi_so.csv``)."""

    @property
    def is_number(self) -> bool:
        """True if the row has a figure at all, and one that can be added up."""
        return self.loai in {COUNT, MONEY}


@dataclass(frozen=True, slots=True)
class BieuMau:
    """One form: its number (``""`` for a form of the office's own), its name, its rows in order."""

    so: str
    ten: str
    chi_so: tuple[ChiSo, ...]


def catalog(data: Data, day: date) -> dict[str, ChiSo]:
    """The indicators by code that are in force on ``day`` for an office of this level, the office's own last.

    Source of the fixed ones: Công văn 4625/BNV-CCHC ngày 02/7/2025 (``facts/chi_so.csv``). A row of the office's own
    with the code of a fixed one replaces it.
    """
    found = {row["ma"]: _fixed(row) for row in in_force("chi_so", day) if is_for_level(row, data.co_quan.cap)}
    for row in data.chi_so_rieng:
        found[row.ma] = _own(row)
    return found


def forms(indicators: Mapping[str, ChiSo]) -> list[BieuMau]:
    """The forms with the rows that they print: the fixed ones by number, then the office's own."""
    names = {row["so"]: row["ten"] for row in table("bieu_mau")}
    rows: dict[str, list[ChiSo]] = {}
    for one in indicators.values():
        if one.in_ra:
            rows.setdefault(one.bieu_mau, []).append(one)
    fixed = [BieuMau(so, ten, tuple(rows.pop(so))) for so, ten in names.items() if so in rows]
    return fixed + [BieuMau("", ten, tuple(own)) for ten, own in rows.items()]


def source_key(one: ChiSo) -> str:
    """Return the key in ``counts.COUNTS`` of the sheet it is counted from; ``""`` for one typed or computed."""
    return key(one.nguon_so) if one.nguon_so.startswith(("đếm:", "cộng:")) else ""


def _fixed(row: Mapping[str, str]) -> ChiSo:
    same = (
        "ma",
        "bieu_mau",
        "stt",
        "ten",
        "don_vi_tinh_in",
        "don_vi_tinh",
        "loai",
        "cong_thuc",
        "tong_hop",
        "nguon_so",
    )
    return ChiSo(**{name: row[name] for name in same}, linh_vuc=row["linh_vuc"], in_ra=row["in_ra"] == "có",
                 tu_khoa=row["tu_khoa"], phu_trach=row["phu_trach"], ai_nhap=row["ai_nhap"])  # fmt: skip


def _own(row: ChiSoRieng) -> ChiSo:
    return ChiSo(
        row.ma,
        row.bieu_mau,
        row.stt,
        row.ten,
        row.don_vi_tinh,
        row.don_vi_tinh,
        row.loai,
        row.cong_thuc,
        "tính lại" if row.loai == RATIO else row.tong_hop,
        "tính" if row.cong_thuc else (row.nguon or "nhập"),
    )


def is_for_level(row: Mapping[str, str], level: str) -> bool:
    """Return True if a row of a table of facts is for offices of this level (*cap*, blank: all)."""
    return not row["cap"] or level in [one.strip() for one in row["cap"].split(";")]
