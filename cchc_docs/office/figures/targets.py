"""Targets of the plan against what was reached: met, exceeded by how much, not met, not known yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from cchc_docs.office.figures.formula import Value
from cchc_docs.office.figures.rounding import in_prose, percent, plain
from cchc_docs.office.figures.values import Figure
from cchc_docs.office.notes import noted
from cchc_docs.office.records.ke_hoach import ThuocDo


class Muc(StrEnum):
    """The outcome of a measure."""

    DAT = "đạt"
    VUOT = "vượt"
    CHUA_DAT = "chưa đạt"
    CHUA_CO = "chưa có số liệu"
    DINH_TINH = "định tính"


_IN_WORDS = {"≥": "từ {} trở lên", ">": "trên {}", "≤": "không quá {}", "<": "dưới {}", "=": "{}"}


@dataclass(frozen=True, slots=True)
class KetQuaChiTieu:
    """One measure and what was reached. What templates may ask is told in Vietnamese."""

    thuoc_do: ThuocDo = noted("Dòng của trang Thước đo.")
    thuc_te: Value = noted("Giá trị thực tế.")
    muc: Muc = noted("đạt, vượt, chưa đạt, chưa có số liệu, định tính.")
    chenh_lech: Decimal | None = noted("Giá trị thực tế trừ giá trị phải đạt.")

    @property
    def hong(self) -> bool:
        """Chưa đạt, và không chỉ là chỉ tiêu phấn đấu."""
        return self.muc is Muc.CHUA_DAT and not self.thuoc_do.phan_dau

    @property
    def phai_dat(self) -> str:
        """Mức phải đạt, như bảng in: ``≥ 50%``."""
        measure = self.thuoc_do
        if measure.gia_tri is None:
            return "định tính"
        return f"{measure.so_sanh} {self._with_unit(plain(measure.gia_tri))}"

    @property
    def muc_de_ra(self) -> str:
        """Mức phải đạt, như trong câu: từ 50% trở lên, trên 99%, duy trì 01 đơn vị."""
        measure = self.thuoc_do
        if measure.gia_tri is None:
            return "định tính"
        words = _IN_WORDS.get(measure.so_sanh, f"{measure.so_sanh} {{}}")
        is_percent = measure.don_vi_tinh == "%"
        return words.format(self._with_unit(plain(measure.gia_tri) if is_percent else in_prose(measure.gia_tri)))

    @property
    def dat_duoc(self) -> str:
        """Giá trị đạt được, như trong câu: 99,11%, 05 đơn vị."""
        if not isinstance(self.thuc_te, Decimal) or self.thuoc_do.don_vi_tinh == "%":
            return self.thuc_te_in
        return self._with_unit(in_prose(self.thuc_te))

    def _with_unit(self, number: str) -> str:
        unit = self.thuoc_do.don_vi_tinh
        return f"{number}%" if unit == "%" else f"{number} {unit}".strip()

    @property
    def thuc_te_in(self) -> str:
        """Giá trị thực tế, như khi in."""
        if not isinstance(self.thuc_te, Decimal):
            return "-" if self.thuc_te is not None else ""
        if self.thuoc_do.don_vi_tinh == "%":
            return f"{percent(self.thuc_te)}%"
        return f"{plain(self.thuc_te)} {self.thuoc_do.don_vi_tinh}".strip()

    @property
    def nhan_xet(self) -> str:
        """Nhận xét bằng lời: vượt 0,81 điểm %; chưa đạt (chỉ tiêu phấn đấu)."""
        if self.muc is Muc.VUOT and self.chenh_lech is not None:
            if self.thuoc_do.don_vi_tinh == "%":
                return f"vượt {percent(abs(self.chenh_lech))} điểm %"
            return f"vượt {plain(abs(self.chenh_lech))} {self.thuoc_do.don_vi_tinh}".strip()
        if self.muc is Muc.CHUA_DAT and self.thuoc_do.phan_dau:
            return "chưa đạt (chỉ tiêu phấn đấu)"
        return str(self.muc)


def results(measures: Iterable[ThuocDo], figures: Mapping[str, Figure]) -> list[KetQuaChiTieu]:
    """Each of ``measures``, in their order, against the ``figures`` of a period."""
    return [_one(measure, figures) for measure in measures]


def _one(measure: ThuocDo, figures: Mapping[str, Figure]) -> KetQuaChiTieu:
    if measure.so_sanh == "định tính":
        return KetQuaChiTieu(measure, None, Muc.DINH_TINH, None)
    reached = figures[measure.chi_so].gia_tri if measure.chi_so in figures else None
    if not isinstance(reached, Decimal) or measure.gia_tri is None:
        return KetQuaChiTieu(measure, reached, Muc.CHUA_CO, None)
    return KetQuaChiTieu(
        measure, reached, _verdict(measure.so_sanh, reached, measure.gia_tri), reached - measure.gia_tri
    )


def _verdict(comparison: str, reached: Decimal, wanted: Decimal) -> Muc:
    """Exact values are compared, not printed ones. ``trong nhóm 15``: a rank of 15 or better; ``duy trì``: no less."""
    match comparison:
        case "≥" | "duy trì":
            met, more = reached >= wanted, comparison == "≥" and reached > wanted
        case ">":
            met = more = reached > wanted
        case "≤" | "trong nhóm":
            met, more = reached <= wanted, comparison == "≤" and reached < wanted
        case "<":
            met = more = reached < wanted
        case _:
            met, more = reached == wanted, False
    return Muc.VUOT if met and more else Muc.DAT if met else Muc.CHUA_DAT
