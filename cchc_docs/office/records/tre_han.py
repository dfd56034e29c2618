"""Files that were settled late: personal data, which only the applicant's own slip may show."""

from datetime import date

from cchc_docs.data.fields import CHU, MA, NGAY, SO_DEM, VAN_BAN, chon
from cchc_docs.office.records.base import Annotated, NextYear, Record, column
from cchc_docs.office.records.co_quan import DON_VI, DonVi
from cchc_docs.text.normal import MarkedText


class HoSoTreHan(
    Record,
    sheet="Hồ sơ trễ hạn",
    order=510,
    next_year=NextYear.BEGIN_ANEW,
    about="Hồ sơ thủ tục hành chính trả kết quả trễ hẹn; tên, địa chỉ người nộp chỉ in trên phiếu của chính người ấy.",
    names=("ma_ho_so",),
    continued_by="ma_ho_so",
):
    """Late files, one a row."""

    ma_ho_so: Annotated[str, MA] = column("Mã hồ sơ", "Mã hồ sơ trên hệ thống một cửa.")
    thu_tuc: Annotated[str, CHU] = column("Thủ tục", "Tên thủ tục hành chính.")
    nguoi_nop: Annotated[str, CHU] = column("Người nộp", "Họ tên người nộp hoặc tên tổ chức.", personal=True)
    dia_chi: Annotated[str, CHU] = column("Địa chỉ", "Địa chỉ người nộp, để gửi phiếu.", "", personal=True)
    don_vi: Annotated[DonVi, DON_VI] = column("Đơn vị", "Đơn vị giải quyết: mã hoặc tên.")
    ngay_nhan: Annotated[date, NGAY] = column("Ngày nhận", "Ngày tiếp nhận hồ sơ.")
    ngay_hen_tra: Annotated[date, NGAY] = column("Ngày hẹn trả", "Ngày hẹn trả kết quả trên giấy tiếp nhận.")
    ly_do: Annotated[MarkedText, VAN_BAN] = column("Lý do", "Lý do trễ hẹn, in trên phiếu xin lỗi.")
    loi: Annotated[str, chon("cơ quan", "khác")] = column("Lỗi", "Trễ do cơ quan hay do nguyên nhân khác.")
    ngay_hen_lai: Annotated[date | None, NGAY] = column("Ngày hẹn lại", "Ngày hẹn trả kết quả lại.", None)
    lan_hen_lai: Annotated[int, SO_DEM] = column("Lần hẹn lại", "Hẹn lại lần thứ mấy; để trống là 1.", 1)
    so_phieu: Annotated[int | None, SO_DEM] = column("Số phiếu", "Số của phiếu xin lỗi; để trống khi chưa gửi.", None)
    ngay_phieu: Annotated[date | None, NGAY] = column("Ngày phiếu", "Ngày của phiếu; để trống khi chưa gửi.", None)
