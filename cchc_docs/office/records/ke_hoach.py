"""The yearly plan: its frame, purposes, targets and their measures, solutions, tasks, who carries it out."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from cchc_docs.data.fields import (
    CHU,
    CO_KHONG,
    MA,
    NAM,
    SO,
    TEN,
    THOI_HAN,
    TIEN,
    VAN_BAN,
    chon,
    nhieu,
    tham_chieu,
    tham_chieu_hoac_chu,
)
from cchc_docs.data.fields.deadline import ThoiHan
from cchc_docs.data.read.source import Layout
from cchc_docs.office.records.base import Annotated, NextYear, Record, column
from cchc_docs.office.records.co_quan import DON_VI, DonVi
from cchc_docs.office.records.linh_vuc import LinhVuc
from cchc_docs.text.normal import MarkedText

LINH_VUC = tham_chieu("Lĩnh vực")
SO_SANH = chon("≥", ">", "=", "≤", "<", "trong nhóm", "duy trì", "định tính")
NGUOI_LAM = nhieu(tham_chieu_hoac_chu("Đơn vị"))
_GACH = "Có thì đoạn bắt đầu bằng gạch đầu dòng; để trống là có."


class KeHoach(
    Record,
    sheet="Kế hoạch",
    order=220,
    next_year=NextYear.KEEP_YEAR_ONLY,
    about="Phần chung của kế hoạch năm: trích yếu, mở đầu, kết.",
    layout=Layout.RECORD,
):
    """The frame of the plan."""

    nam: Annotated[int, NAM] = column("Năm", "Năm của kế hoạch, ví dụ 2026.")
    den_nam: Annotated[int | None, NAM] = column("Đến năm", "Năm cuối, nếu kế hoạch cho nhiều năm.", None)
    trich_yeu: Annotated[str, TEN] = column("Trích yếu", "Dòng dưới chữ KẾ HOẠCH, không có dấu chấm cuối.")
    mo_dau: Annotated[MarkedText, VAN_BAN] = column(
        "Mở đầu", "Đoạn mở đầu; xuống dòng trong ô (Alt+Enter) là đoạn mới."
    )
    thay_the: Annotated[str, CHU] = column(
        "Thay thế", "Kế hoạch bị thay thế, nếu có: số, ký hiệu, ngày; chỉ để lưu, không in.", ""
    )
    chu_de: Annotated[str, CHU] = column("Chủ đề", "Chủ đề cải cách hành chính của năm, nếu có.", "")
    kinh_phi: Annotated[MarkedText, VAN_BAN] = column("Kinh phí", "Đoạn về kinh phí thực hiện, nếu có.", MarkedText())
    ket: Annotated[MarkedText, VAN_BAN] = column("Kết", "Đoạn kết, không gõ dấu ./. ở cuối.")
    ten_phu_luc: Annotated[str, CHU] = column(
        "Tên phụ lục", "Tên của phụ lục nhiệm vụ; khi in sẽ thành chữ in hoa.", ""
    )


class MucDichYeuCau(
    Record,
    sheet="Mục đích yêu cầu",
    order=230,
    next_year=NextYear.RENEW,
    about="Phần I của kế hoạch, mỗi dòng một đoạn.",
):
    """Part I of the plan, a row a paragraph."""

    muc: Annotated[str, chon("Mục đích", "Yêu cầu")] = column("Mục", "Mục đích hoặc Yêu cầu.")
    noi_dung: Annotated[MarkedText, VAN_BAN] = column("Nội dung", "Một đoạn văn.")


class ChiTieu(
    Record,
    sheet="Chỉ tiêu",
    order=240,
    next_year=NextYear.RENEW,
    about="Chỉ tiêu, mục tiêu của từng lĩnh vực, như in trong kế hoạch.",
    names=("ma",),
    continued_by="ma",
):
    """Targets as printed."""

    ma: Annotated[str, MA] = column("Mã", "Mã của chỉ tiêu, viết liền, ví dụ TTHC.1.")
    linh_vuc: Annotated[LinhVuc, LINH_VUC] = column("Lĩnh vực", "Mã hoặc tên lĩnh vực.")
    noi_dung: Annotated[MarkedText, VAN_BAN] = column("Nội dung", "Câu chữ của chỉ tiêu như in trong kế hoạch.")
    gach_dau_dong: Annotated[bool, CO_KHONG] = column("Gạch đầu dòng", _GACH, default=True)


class ThuocDo(
    Record,
    sheet="Thước đo",
    order=250,
    next_year=NextYear.RENEW,
    about="Con số đo từng chỉ tiêu, để báo cáo biết đạt hay chưa.",
):
    """A measure of a target; one target may have several."""

    chi_tieu: Annotated[ChiTieu, tham_chieu("Chỉ tiêu")] = column("Chỉ tiêu", "Mã của chỉ tiêu.")
    noi_dung: Annotated[str, CHU] = column("Nội dung", "Đo cái gì.")
    so_sanh: Annotated[str, SO_SANH] = column("So sánh", "Đạt khi giá trị thực tế so với giá trị ở cột sau là …")
    gia_tri: Annotated[Decimal | None, SO] = column("Giá trị", "Con số phải đạt.", None)
    don_vi_tinh: Annotated[str, CHU] = column("Đơn vị tính", "Đơn vị của con số: %, đơn vị, thủ tục …", "")
    chi_so: Annotated[str, MA] = column("Chỉ số", "Mã chỉ số thống kê cho giá trị thực tế, ví dụ 3-3.1.", "")
    phan_dau: Annotated[bool, CO_KHONG] = column("Phấn đấu", "Có thì không đạt vẫn không tính là hỏng.", default=False)


class GiaiPhap(
    Record,
    sheet="Giải pháp",
    order=260,
    next_year=NextYear.RENEW,
    about="Nhiệm vụ, giải pháp của từng lĩnh vực, như in trong phần II của kế hoạch.",
):
    """Tasks and solutions as printed in the body."""

    linh_vuc: Annotated[LinhVuc, LINH_VUC] = column("Lĩnh vực", "Mã hoặc tên lĩnh vực.")
    noi_dung: Annotated[MarkedText, VAN_BAN] = column("Nội dung", "Một đoạn nhiệm vụ, giải pháp.")
    gach_dau_dong: Annotated[bool, CO_KHONG] = column("Gạch đầu dòng", _GACH, default=True)


class NhiemVu(
    Record,
    sheet="Nhiệm vụ",
    order=270,
    next_year=NextYear.KEEP_UNFINISHED,
    about="Phụ lục: nhiệm vụ, sản phẩm, đơn vị chủ trì, phối hợp, thời hạn.",
    names=("ma",),
    continued_by="ma",
):
    """Rows of the appendix: a task and its first product; a row with a blank *Mã* is a further product."""

    ma: Annotated[str, MA] = column(
        "Mã", "Mã của nhiệm vụ; để trống nếu dòng này là sản phẩm tiếp theo của nhiệm vụ ở trên.", ""
    )
    linh_vuc: Annotated[LinhVuc | None, LINH_VUC] = column("Lĩnh vực", "Mã hoặc tên lĩnh vực.", None)
    noi_dung: Annotated[MarkedText, VAN_BAN] = column("Nội dung", "Tên nhiệm vụ như in trong phụ lục.", MarkedText())
    san_pham: Annotated[MarkedText, VAN_BAN] = column("Sản phẩm", "Kết quả, sản phẩm của nhiệm vụ.", MarkedText())
    chu_tri: Annotated[tuple[DonVi | str, ...], NGUOI_LAM] = column(
        "Chủ trì", "Đơn vị chủ trì: mã, tên hoặc chữ tự do; cách nhau bằng dấu chấm phẩy.", ()
    )
    phoi_hop: Annotated[tuple[DonVi | str, ...], NGUOI_LAM] = column(
        "Phối hợp", "Đơn vị phối hợp: mã, tên hoặc chữ tự do; cách nhau bằng dấu chấm phẩy.", ()
    )
    thoi_han: Annotated[ThoiHan | None, THOI_HAN] = column("Thời hạn", "Thời hạn hoàn thành, in đúng như gõ.", None)
    theo_doi: Annotated[DonVi | None, DON_VI] = column("Theo dõi", "Đơn vị theo dõi, đôn đốc, kiểm tra.", None)
    kinh_phi: Annotated[Decimal | None, TIEN] = column(
        "Kinh phí", "Số tiền, tính bằng đồng; chỉ để theo dõi, không in.", None
    )
    theo_van_ban: Annotated[str, CHU] = column(
        "Theo văn bản", "Nếu phân công theo một văn bản khác: in thay cho chủ trì và phối hợp.", ""
    )


class ToChucThucHien(
    Record, sheet="Tổ chức thực hiện", order=280, next_year=NextYear.RENEW, about="Phần III của kế hoạch: ai làm gì."
):
    """Part III of the plan, a row a paragraph; consecutive rows of one *Đầu mối* stand under one heading."""

    dau_moi: Annotated[str, CHU] = column(
        "Đầu mối", "Ai thực hiện; các dòng liền nhau cùng đầu mối in chung một tiêu đề."
    )
    noi_dung: Annotated[MarkedText, VAN_BAN] = column("Nội dung", "Một đoạn văn.")
    gach_dau_dong: Annotated[bool, CO_KHONG] = column("Gạch đầu dòng", _GACH, default=True)


@dataclass(frozen=True, slots=True)
class Task:
    """One numbered task: its first row, and all its product rows (the first one among them)."""

    dau: NhiemVu
    dong: tuple[NhiemVu, ...]


def tasks(rows: Iterable[NhiemVu]) -> list[Task]:
    """The tasks of the appendix: rows with a blank *Mã* are further products of the task above.

    One numbered row is one task, however many products it has; so are plans counted when their completion is scored.
    Rows without *Mã* before the first task are left out (``office.checks`` reports them).
    """
    groups: list[list[NhiemVu]] = []
    for row in rows:
        if row.ma:
            groups.append([row])
        elif groups:
            groups[-1].append(row)
    return [Task(group[0], tuple(group)) for group in groups]
