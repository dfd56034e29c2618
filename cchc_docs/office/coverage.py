"""Figures of inspections: how many units were inspected, of each kind, and how many shortcomings were mended."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from cchc_docs.office.inspections import inspection_scope, is_finished, is_mended, is_shortcoming, units_to_inspect
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.records.kiem_tra import PhatHien


@dataclass(frozen=True, slots=True)
class LoaiDonVi:
    """The units of one kind (*phòng*), in the file's order."""

    loai: str = field(metadata={"note": "Loại đơn vị."})
    tong: int = field(metadata={"note": "Số đơn vị loại ấy."})
    da_co: int = field(metadata={"note": "Số đơn vị đã được kiểm tra (hoặc có trong lịch)."})


@dataclass(frozen=True, slots=True)
class DoPhu:
    """The share of the units that is covered: by finished inspections, or by the schedule."""

    loai: Sequence[LoaiDonVi] = field(metadata={"note": "Từng loại đơn vị."})
    goi_chung: str = field(metadata={"note": "Cách gọi chung các đơn vị thuộc diện kiểm tra."})
    tong: int = field(metadata={"note": "Tổng số đơn vị thuộc diện kiểm tra."})
    da_co: int = field(metadata={"note": "Số đơn vị đã được kiểm tra (hoặc có trong lịch)."})
    con_lai: Sequence[DonVi] = field(metadata={"note": "Các đơn vị còn lại."})
    muc: int | None = field(metadata={"note": "Mức tối thiểu phải kiểm tra trong năm, %; trống nếu không quy định."})
    ti_le: Decimal | None = field(metadata={"note": "Tỷ lệ đã được kiểm tra, %, làm tròn hai chữ số lẻ."})
    dat: bool | None = field(metadata={"note": "Đạt mức tối thiểu hay không; trống nếu không quy định."})


@dataclass(frozen=True, slots=True)
class KhacPhuc:
    """The state of the shortcomings that inspections found."""

    tong: int = field(metadata={"note": "Số tồn tại, hạn chế đã phát hiện."})
    da_xong: int = field(metadata={"note": "Số đã khắc phục."})
    chua_xong: int = field(metadata={"note": "Số chưa khắc phục."})
    ti_le: Decimal | None = field(metadata={"note": "Tỷ lệ đã khắc phục, %, làm tròn hai chữ số lẻ."})


def coverage(data: Data, until: date | None = None) -> DoPhu:
    """Count the units inspected: by inspections that ended on or before ``until`` (without a day: that ended)."""
    return _coverage(data, {one.don_vi.ma for one in data.cuoc_kiem_tra if is_finished(one, until)}, until)


def planned(data: Data) -> DoPhu:
    """Count the units that the schedule of the year covers, inspected already or not."""
    return _coverage(data, {one.don_vi.ma for one in data.cuoc_kiem_tra}, None)


def mending(data: Data, until: date | None = None) -> KhacPhuc:
    """Count the shortcomings, found by inspections that ended on or before ``until``, that are mended by now."""
    found = shortcomings(data, until)
    done = sum(is_mended(row) for row in found)
    return KhacPhuc(len(found), done, len(found) - done, _percent(done, len(found)))


def shortcomings(data: Data, until: date | None = None) -> list[PhatHien]:
    """The shortcomings found by inspections that ended on or before ``until``."""
    return [row for row in data.phat_hien if is_shortcoming(row) and is_finished(row.cuoc_kiem_tra, until)]


def _coverage(data: Data, covered: set[str], until: date | None) -> DoPhu:
    scope = inspection_scope(data)
    units = units_to_inspect(data, until)
    left = [unit for unit in units if unit.ma not in covered]
    done = len(units) - len(left)
    kinds = Counter(unit.loai for unit in units)
    left_of = Counter(unit.loai for unit in left)
    return DoPhu(
        loai=[LoaiDonVi(kind, count, count - left_of[kind]) for kind, count in kinds.items()],
        goi_chung=scope.called,
        tong=len(units),
        da_co=done,
        con_lai=left,
        muc=scope.minimum,
        ti_le=_percent(done, len(units)),
        # By the exact numbers: 29,995 % is not 30 %, though it may be printed so.
        dat=100 * done >= scope.minimum * len(units) if scope.minimum is not None and units else None,
    )


def _percent(part: int, whole: int) -> Decimal | None:
    """``part`` of ``whole`` in %, with two decimals; None of nothing."""
    return (Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP) if whole else None
