"""Compute the yearly plan: areas in plan order with their targets, solutions and tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.parts.part import Part
from cchc_docs.documents.subjects import Subject
from cchc_docs.office.notes import noted
from cchc_docs.office.records import Data
from cchc_docs.office.records.ke_hoach import ChiTieu, GiaiPhap, NhiemVu, Task, ToChucThucHien, tasks
from cchc_docs.office.records.linh_vuc import LinhVuc
from cchc_docs.text.normal import MarkedText


@dataclass(frozen=True, slots=True)
class NhiemVuCuaKeHoach:
    """A numbered task of the appendix; ``san_pham`` are its product rows."""

    ma: str = noted("Mã của nhiệm vụ.")
    noi_dung: MarkedText = noted("Tên nhiệm vụ.")
    san_pham: Sequence[NhiemVu] = noted("Các sản phẩm của nhiệm vụ, mỗi sản phẩm một dòng của trang Nhiệm vụ.")


@dataclass(frozen=True, slots=True)
class LinhVucCuaKeHoach:
    """An area as the plan prints it."""

    ma: str = noted("Mã của lĩnh vực.")
    ten_trong_ke_hoach: str = noted("Tên lĩnh vực trong kế hoạch.")
    ten_muc_chi_tieu: str = noted("Tên của điểm a): Chỉ tiêu hoặc Mục tiêu.")
    chi_tieu: Sequence[ChiTieu] = noted("Các chỉ tiêu của lĩnh vực.")
    giai_phap: Sequence[GiaiPhap] = noted("Các nhiệm vụ, giải pháp của lĩnh vực.")
    nhiem_vu: Sequence[NhiemVuCuaKeHoach] = noted("Các nhiệm vụ của lĩnh vực trong phụ lục.", "trang “Nhiệm vụ”")


@dataclass(frozen=True, slots=True)
class DauMoi:
    """One heading of part III with its paragraphs."""

    dau_moi: str = noted("Tên đầu mối.")
    noi_dung: Sequence[ToChucThucHien] = noted("Các đoạn về đầu mối ấy.")


@dataclass(frozen=True, slots=True)
class KeHoachNames:
    """The names that the part gives."""

    trich_yeu: str = noted("")
    muc_dich: Sequence[MarkedText] = noted("Các đoạn của mục Mục đích.", "trang “Mục đích yêu cầu”")
    yeu_cau: Sequence[MarkedText] = noted("Các đoạn của mục Yêu cầu.", "trang “Mục đích yêu cầu”")
    linh_vuc: Sequence[LinhVucCuaKeHoach] = noted("Các lĩnh vực theo thứ tự trong kế hoạch.", "trang “Lĩnh vực”")
    to_chuc_thuc_hien: Sequence[DauMoi] = noted(
        "Phần tổ chức thực hiện, gộp theo đầu mối.", "trang “Tổ chức thực hiện”"
    )


class KeHoachNam:
    """The plan's part of a template's context; empty lists stay empty, so that a template can leave them out."""

    def __init__(self, inputs: Inputs) -> None:
        self._names = _names(inputs.data)

    def of(self, _: Subject) -> KeHoachNames:
        """The same for every document."""
        return self._names


PART = Part("ke_hoach", KeHoachNam, KeHoachNames)


def _names(data: Data) -> KeHoachNames:
    rows = data.muc_dich_yeu_cau
    return KeHoachNames(
        trich_yeu=data.ke_hoach.trich_yeu if data.ke_hoach else "",
        muc_dich=[row.noi_dung for row in rows if row.muc == "Mục đích"],
        yeu_cau=[row.noi_dung for row in rows if row.muc == "Yêu cầu"],
        linh_vuc=_areas(data),
        to_chuc_thuc_hien=[
            DauMoi(heading, list(group)) for heading, group in groupby(data.to_chuc_thuc_hien, lambda row: row.dau_moi)
        ],
    )


def _areas(data: Data) -> list[LinhVucCuaKeHoach]:
    """The areas in the plan's order: by *Thứ tự trong kế hoạch*, those without one after, as they stand."""
    last = len(data.linh_vuc) + 1
    in_order = sorted(data.linh_vuc, key=lambda area: area.thu_tu_trong_ke_hoach or last)
    all_tasks = tasks(data.nhiem_vu)
    return [
        LinhVucCuaKeHoach(
            area.ma,
            area.ten_trong_ke_hoach,
            area.ten_muc_chi_tieu,
            [row for row in data.chi_tieu if row.linh_vuc.ma == area.ma],
            [row for row in data.giai_phap if row.linh_vuc.ma == area.ma],
            [_task(task) for task in all_tasks if _is_in(task, area)],
        )
        for area in in_order
    ]


def _is_in(task: Task, area: LinhVuc) -> bool:
    return task.dau.linh_vuc is not None and task.dau.linh_vuc.ma == area.ma


def _task(task: Task) -> NhiemVuCuaKeHoach:
    return NhiemVuCuaKeHoach(task.dau.ma, task.dau.noi_dung, task.dong)
