"""Inspections: which, who takes part, what is looked at, what was found."""

from datetime import date, datetime

from cchc_docs.data.fields import CHU, MA, NGAY, NGAY_GIO, SO_DEM, VAN_BAN, chon, nhieu, tham_chieu
from cchc_docs.office.records.base import Annotated, NextYear, Record, column
from cchc_docs.office.records.co_quan import DON_VI, DonVi
from cchc_docs.office.records.ke_hoach import LINH_VUC
from cchc_docs.office.records.linh_vuc import LinhVuc
from cchc_docs.text.normal import MarkedText

CUOC_KIEM_TRA = tham_chieu("Cuộc kiểm tra")


class CuocKiemTra(
    Record,
    sheet="Cuộc kiểm tra",
    order=410,
    next_year=NextYear.RENEW,
    about="Các cuộc kiểm tra cải cách hành chính, dự kiến và đã làm, mỗi cuộc một đơn vị.",
    names=("ma",),
    continued_by="ma",
):
    """Inspections, planned and done."""

    ma: Annotated[str, MA] = column("Mã", "Mã của cuộc kiểm tra, viết liền, ví dụ KT01.")
    don_vi: Annotated[DonVi, DON_VI] = column("Đơn vị", "Đơn vị được kiểm tra: mã hoặc tên.")
    hinh_thuc: Annotated[str, chon("trực tiếp", "trực tuyến", "kết hợp")] = column(
        "Hình thức", "Kiểm tra trực tiếp, trực tuyến hay kết hợp; để trống là trực tiếp.", "trực tiếp"
    )
    du_kien: Annotated[str, CHU] = column("Dự kiến", "Thời gian ghi trong lịch kiểm tra, ví dụ Tháng 6/2026.", "")
    quyet_dinh: Annotated[str, CHU] = column(
        "Quyết định", "Quyết định thành lập Đoàn: số, ký hiệu, ngày, ví dụ số 45/QĐ-SNV ngày 12/5/2026.", ""
    )
    thoi_ky: Annotated[str, CHU] = column(
        "Thời kỳ", "Thời kỳ được kiểm tra, ví dụ từ ngày 01/01/2026 đến thời điểm kiểm tra.", ""
    )
    bat_dau: Annotated[datetime | date | None, NGAY_GIO] = column(
        "Bắt đầu", "Giờ và ngày bắt đầu, ví dụ 08:00 12/6/2026; chỉ có ngày cũng được.", None
    )
    ket_thuc: Annotated[datetime | date | None, NGAY_GIO] = column(
        "Kết thúc", "Giờ và ngày kết thúc; để trống nếu chưa kiểm tra xong.", None
    )
    dia_diem: Annotated[str, CHU] = column("Địa điểm", "Nơi làm việc; để trống là trụ sở đơn vị.", "")
    danh_gia: Annotated[MarkedText, VAN_BAN] = column("Đánh giá", "Nhận xét chung của Đoàn kiểm tra.", MarkedText())
    y_kien_don_vi: Annotated[MarkedText, VAN_BAN] = column(
        "Ý kiến đơn vị", "Ý kiến của đơn vị được kiểm tra, ghi vào biên bản.", MarkedText()
    )
    so_ban: Annotated[int, SO_DEM] = column("Số bản", "Số bản của biên bản; để trống là 02.", 2)


class ThanhPhanKiemTra(
    Record,
    sheet="Thành phần kiểm tra",
    order=420,
    next_year=NextYear.BEGIN_ANEW,
    about="Những người dự các cuộc kiểm tra, của Đoàn và của đơn vị.",
):
    """People present at inspections."""

    cuoc_kiem_tra: Annotated[tuple[CuocKiemTra, ...], nhieu(CUOC_KIEM_TRA)] = column(
        "Cuộc kiểm tra", "Mã các cuộc người này dự, cách nhau bằng dấu chấm phẩy; để trống là mọi cuộc.", ()
    )
    ben: Annotated[str, chon("đoàn", "đơn vị")] = column("Bên", "Thuộc Đoàn kiểm tra hay đơn vị được kiểm tra.")
    ho_ten: Annotated[str, CHU] = column("Họ tên", "Họ và tên; không cần ghi Ông, Bà.")
    chuc_vu: Annotated[str, CHU] = column("Chức vụ", "Chức vụ, nơi công tác.", "")
    vai_tro: Annotated[str, chon("trưởng đoàn", "phó trưởng đoàn", "thành viên", "thư ký", "đại diện")] = column(
        "Vai trò", "Trưởng đoàn, phó trưởng đoàn, thành viên, thư ký; người của đơn vị là đại diện."
    )


class NoiDungKiemTra(
    Record,
    sheet="Nội dung kiểm tra",
    order=430,
    next_year=NextYear.KEEP,
    about="Một danh mục dùng chung cho kế hoạch kiểm tra, đề cương báo cáo của đơn vị và biên bản.",
):
    """The checklist: one list for the plan, the outline and the minutes."""

    linh_vuc: Annotated[LinhVuc, LINH_VUC] = column("Lĩnh vực", "Mã hoặc tên lĩnh vực.")
    noi_dung: Annotated[MarkedText, VAN_BAN] = column("Nội dung", "Một nội dung kiểm tra.")
    de_cuong: Annotated[MarkedText, VAN_BAN] = column(
        "Đề cương", "Câu chữ trong đề cương báo cáo của đơn vị, nếu khác.", MarkedText()
    )


class PhatHien(
    Record,
    sheet="Phát hiện",
    order=440,
    next_year=NextYear.TELL_WHAT_IS_OPEN,
    about="Kết quả, tồn tại ghi nhận qua kiểm tra và việc khắc phục.",
):
    """Findings."""

    cuoc_kiem_tra: Annotated[CuocKiemTra, CUOC_KIEM_TRA] = column("Cuộc kiểm tra", "Mã của cuộc kiểm tra.")
    linh_vuc: Annotated[LinhVuc, LINH_VUC] = column("Lĩnh vực", "Mã hoặc tên lĩnh vực.")
    loai: Annotated[str, chon("kết quả", "tồn tại")] = column("Loại", "Kết quả đạt được hay tồn tại, hạn chế.")
    noi_dung: Annotated[MarkedText, VAN_BAN] = column("Nội dung", "Nội dung ghi vào biên bản.")
    minh_chung: Annotated[str, CHU] = column("Minh chứng", "Hồ sơ, tài liệu làm căn cứ.", "")
    nguyen_nhan: Annotated[MarkedText, VAN_BAN] = column("Nguyên nhân", "Nguyên nhân của tồn tại.", MarkedText())
    kien_nghi: Annotated[MarkedText, VAN_BAN] = column("Kiến nghị", "Yêu cầu, kiến nghị khắc phục.", MarkedText())
    don_vi_thuc_hien: Annotated[DonVi | None, DON_VI] = column(
        "Đơn vị thực hiện", "Đơn vị phải khắc phục: mã hoặc tên.", None
    )
    han: Annotated[date | None, NGAY] = column("Hạn", "Hạn khắc phục.", None)
    y_kien: Annotated[str, chon("đồng ý", "giải trình", "bảo lưu")] = column(
        "Ý kiến", "Ý kiến của đơn vị về nội dung này; để trống là đồng ý.", "đồng ý"
    )
    trang_thai: Annotated[str, chon("cần khắc phục", "đã khắc phục", "chưa khắc phục")] = column(
        "Trạng thái", "Tồn tại đã khắc phục hay chưa.", ""
    )
    van_ban_khac_phuc: Annotated[str, CHU] = column(
        "Văn bản khắc phục", "Văn bản báo cáo khắc phục: số, ký hiệu, ngày.", ""
    )
