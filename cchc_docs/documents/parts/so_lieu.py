"""Figures as templates print them: ``{{ so_lieu["3-3.1"] }}``, and ``[[3-3.1]]`` in the text of a report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc_docs.data.fields import KHONG_CO
from cchc_docs.office.figures.catalog import RATIO
from cchc_docs.office.figures.formula import Value
from cchc_docs.office.figures.rounding import in_prose, percent, plain, rounded, shown
from cchc_docs.office.figures.values import Figure
from cchc_docs.office.notes import noted


@dataclass(frozen=True, slots=True)
class SoIn:
    """One figure. Printed by itself it is as running text writes it: 05, 99,11 (without %), 1.946.

    What templates may ask is told in Vietnamese.
    """

    ma: str = noted("Mã chỉ số.")
    ten: str = noted("Tên chỉ số.")
    don_vi_tinh: str = noted("Đơn vị tính.")
    loai: str = noted("số đếm, tỷ lệ, mã, tiền hoặc tiêu đề.")
    gia_tri: Value = noted("Giá trị chính xác, để so sánh trong mẫu.")
    ky_truoc: Value = noted("Giá trị của kỳ liền trước trong tệp.")
    cung_ky: Value = noted("Giá trị của cùng kỳ năm trước.")
    tinh_den_ngay: date | None = noted("Ngày chốt con số này, nếu khác ngày cuối của kỳ.")

    @property
    def co(self) -> bool:
        """Có con số hay không, để bỏ câu không có số."""
        return isinstance(self.gia_tri, Decimal)

    @property
    def bang(self) -> str:
        """Như in trong bảng: 5; 99,11; -."""
        return shown(self.gia_tri, self.loai)

    @property
    def con_lai(self) -> str:
        """Phần còn lại của một tỷ lệ, cho đủ 100: 0,89 bên cạnh 99,11."""
        return percent(100 - rounded(self.gia_tri)) if isinstance(self.gia_tri, Decimal) else ""

    @property
    def so_ky_truoc(self) -> str:
        """So với kỳ trước: tăng 12 hồ sơ, giảm 0,50 điểm %, không đổi; trống nếu chưa biết."""
        return self._against(self.ky_truoc)

    @property
    def so_cung_ky(self) -> str:
        """So với cùng kỳ năm trước, cũng bằng những lời ấy."""
        return self._against(self.cung_ky)

    def __str__(self) -> str:
        if not isinstance(self.gia_tri, Decimal):
            return shown(self.gia_tri, self.loai)
        return percent(self.gia_tri) if self.loai == RATIO else in_prose(self.gia_tri)

    def _against(self, earlier: Value) -> str:
        if not isinstance(self.gia_tri, Decimal) or not isinstance(earlier, Decimal):
            return ""
        change = self.gia_tri - earlier
        if change == 0:
            return "không đổi"
        amount = (
            f"{percent(abs(change))} điểm %"
            if self.loai == RATIO
            else f"{plain(abs(change))} {self.don_vi_tinh.lower()}"
        )
        return f"{'tăng' if change > 0 else 'giảm'} {amount}".strip()


@dataclass(frozen=True, slots=True)
class SoLieuIn(Mapping[str, SoIn]):
    """The figures of one document by code, each made when it is printed. ``in`` means that there is one to print."""

    now: Mapping[str, Figure]
    before: Mapping[str, Figure]
    year_before: Mapping[str, Figure]
    cut_off: Mapping[str, date]
    """The day up to which a figure was counted, where that is not the period's last."""

    def __getitem__(self, code: str) -> SoIn:
        figure = self.now[code]
        one = figure.chi_so
        before, year_before = (
            figures[code].gia_tri if code in figures else None for figures in (self.before, self.year_before)
        )
        return SoIn(
            one.ma, one.ten, one.don_vi_tinh, one.loai, figure.gia_tri, before, year_before, self.cut_off.get(code)
        )

    def __contains__(self, code: object) -> bool:
        return code in self.now and self.now[str(code)].gia_tri not in {None, KHONG_CO}

    def __iter__(self) -> Iterator[str]:
        return iter(self.now)

    def __len__(self) -> int:
        return len(self.now)
