"""Records for periodic reports: periods, results of tasks, indicators of the office's own, files, narrative."""

from datetime import date

from cchc_docs.data.fields import CHU, KY, MA, NGAY, SO_DEM, VAN_BAN, chon, tham_chieu
from cchc_docs.office.records.base import Annotated, NextYear, Record, column
from cchc_docs.office.records.co_quan import DON_VI, DonVi
from cchc_docs.office.records.ke_hoach import NhiemVu
from cchc_docs.text.normal import MarkedText

TRANG_THAI = chon("hoàn thành đúng hạn", "hoàn thành quá hạn", "đang thực hiện trong hạn", "quá hạn chưa xong")
LOAI_CHI_SO = chon("tiêu đề", "số đếm", "tỷ lệ", "mã", "tiền")
TONG_HOP = chon("cộng", "tính lại", "tại thời điểm", "không")
_KY = "Kỳ báo cáo: quý 1; 6 tháng; quý 3; năm; hoặc kỳ ghi ở trang “Kỳ báo cáo”."
_CUA_CO_QUAN = "Mã hoặc tên đơn vị; để trống là của cơ quan."


class KyBaoCao(
    Record,
    sheet="Kỳ báo cáo",
    order=310,
    next_year=NextYear.RENEW,
    about="Chỉ điền khi kỳ báo cáo khác quy định chung (quý I, 6 tháng, quý III, năm), hoặc có kỳ riêng như 9 tháng.",
):
    """Changes to the usual calendar of reports, and periods of the office's own."""

    ma: Annotated[str, KY] = column("Mã", "Mã của kỳ: quy_1, 6_thang, quy_3, nam, hoặc mã riêng như 9_thang.")
    ten: Annotated[str, CHU] = column("Tên", "Tên kỳ như in trong báo cáo, không kèm năm: quý I; 9 tháng đầu năm.")
    tu_ngay: Annotated[date, NGAY] = column("Từ ngày", "Ngày đầu của kỳ số liệu.")
    den_ngay: Annotated[date, NGAY] = column("Đến ngày", "Ngày cuối của kỳ số liệu.")
    han_gui: Annotated[date | None, NGAY] = column("Hạn gửi", "Ngày cuối phải gửi báo cáo, nếu có.", None)
    ten_ky_sau: Annotated[str, CHU] = column(
        "Tên kỳ sau", "Kỳ mà phần phương hướng, nhiệm vụ nói đến, kèm năm: quý IV năm 2026.", ""
    )


class KetQua(
    Record,
    sheet="Kết quả",
    order=320,
    next_year=NextYear.BEGIN_ANEW,
    about="Kết quả của từng nhiệm vụ trong kế hoạch, theo từng kỳ báo cáo.",
):
    """The result of a task in a period."""

    nhiem_vu: Annotated[NhiemVu, tham_chieu("Nhiệm vụ")] = column("Nhiệm vụ", "Mã của nhiệm vụ trong kế hoạch.")
    ky: Annotated[str, KY] = column("Kỳ", _KY)
    don_vi: Annotated[DonVi | None, DON_VI] = column("Đơn vị", "Đơn vị báo cáo kết quả này, nếu cần phân biệt.", None)
    trang_thai: Annotated[str, TRANG_THAI] = column("Trạng thái", "Tình trạng của nhiệm vụ đến hết kỳ.")
    ngay_hoan_thanh: Annotated[date | None, NGAY] = column("Ngày hoàn thành", "Ngày hoàn thành, nếu đã xong.", None)
    van_ban_chung_minh: Annotated[str, CHU] = column(
        "Văn bản chứng minh", "Văn bản, tài liệu chứng minh kết quả: số, ký hiệu, ngày.", ""
    )
    ghi_chu: Annotated[str, CHU] = column("Ghi chú", "Vướng mắc, lý do chậm, nếu có.", "")


class GhiChuSoLieu(
    Record,
    sheet="Ghi chú số liệu",
    order=330,
    next_year=NextYear.BEGIN_ANEW,
    about="Ghi chú cho từng con số trong biểu mẫu thống kê.",
):
    """Notes to single figures, printed beside them in the forms."""

    ky: Annotated[str, KY] = column("Kỳ", _KY)
    don_vi: Annotated[DonVi | None, DON_VI] = column("Đơn vị", _CUA_CO_QUAN, None)
    ma_chi_so: Annotated[str, MA] = column("Mã chỉ số", "Mã chỉ số, ví dụ 3-3.1.2.")
    ghi_chu: Annotated[str, CHU] = column("Ghi chú", "Lời in ở cột Ghi chú của biểu mẫu.", "")
    tinh_den_ngay: Annotated[date | None, NGAY] = column(
        "Tính đến ngày", "Ngày chốt con số này, nếu khác ngày cuối của kỳ.", None
    )


class ChiSoRieng(
    Record,
    sheet="Chỉ số riêng",
    order=340,
    next_year=NextYear.KEEP,
    about="Chỉ số của riêng cơ quan, thêm vào các biểu mẫu thống kê.",
):
    """Indicators that the office adds to the catalogue of the forms."""

    ma: Annotated[str, MA] = column("Mã", "Mã chỉ số: tên biểu, gạch nối, số trong biểu; ví dụ R-1.2.")
    bieu_mau: Annotated[str, CHU] = column(
        "Biểu mẫu", "Số của biểu mẫu có sẵn (1 đến 7) để thêm dòng vào biểu ấy, hoặc tên của biểu mẫu riêng."
    )
    stt: Annotated[str, CHU] = column("STT", "Số thứ tự in trong biểu, ví dụ 1.2.")
    ten: Annotated[str, CHU] = column("Tên", "Tên chỉ số như in trong biểu.")
    don_vi_tinh: Annotated[str, CHU] = column("Đơn vị tính", "Đơn vị tính như in trong biểu.", "")
    loai: Annotated[str, LOAI_CHI_SO] = column("Loại", "Dòng tiêu đề, số đếm, tỷ lệ (%), mã (0, 1 …) hay tiền.")
    cong_thuc: Annotated[str, CHU] = column(
        "Công thức", "Cách tính từ các mã khác, ví dụ R-1.1 + R-1.2; tỷ lệ thì ghi phép chia: R-1.2 / R-1.1.", ""
    )
    tong_hop: Annotated[str, TONG_HOP] = column(
        "Tổng hợp", "Số của cơ quan có được bằng cách nào từ số của các đơn vị; để trống là cộng.", "cộng"
    )
    nguon: Annotated[str, CHU] = column("Nguồn", "Nhập, hoặc nơi lấy số; để trống là nhập.", "")


class HoSoTthc(
    Record,
    sheet="Hồ sơ TTHC",
    order=350,
    next_year=NextYear.BEGIN_ANEW,
    about="Biểu II.06a: tình hình, kết quả giải quyết thủ tục hành chính; cột tổng số do chương trình tính.",
):
    """Form II.06a/VPCP/KSTT; its totals (columns 3, 7 and 11) are computed, and told to templates in Vietnamese."""

    don_vi: Annotated[DonVi, DON_VI] = column("Đơn vị", "Mã hoặc tên đơn vị.")
    ky: Annotated[str, KY] = column("Kỳ", _KY)
    linh_vuc: Annotated[str, CHU] = column("Lĩnh vực", "Lĩnh vực, công việc giải quyết.")
    tiep_nhan_truc_tuyen: Annotated[int, SO_DEM] = column("Tiếp nhận trực tuyến", "Cột (4) của biểu II.06a.", 0)
    tiep_nhan_truc_tiep: Annotated[int, SO_DEM] = column(
        "Tiếp nhận trực tiếp", "Cột (5) của biểu II.06a, kể cả bưu chính.", 0
    )
    tu_ky_truoc: Annotated[int, SO_DEM] = column("Từ kỳ trước", "Cột (6) của biểu II.06a: chuyển từ kỳ trước sang.", 0)
    giai_quyet_truoc_han: Annotated[int, SO_DEM] = column("Giải quyết trước hạn", "Cột (8) của biểu II.06a.", 0)
    giai_quyet_dung_han: Annotated[int, SO_DEM] = column("Giải quyết đúng hạn", "Cột (9) của biểu II.06a.", 0)
    giai_quyet_qua_han: Annotated[int, SO_DEM] = column("Giải quyết quá hạn", "Cột (10) của biểu II.06a.", 0)
    dang_giai_quyet_trong_han: Annotated[int, SO_DEM] = column(
        "Đang giải quyết trong hạn", "Cột (12) của biểu II.06a.", 0
    )
    dang_giai_quyet_qua_han: Annotated[int, SO_DEM] = column("Đang giải quyết quá hạn", "Cột (13) của biểu II.06a.", 0)

    @property
    def tiep_nhan(self) -> int:
        """Cột (3) của biểu II.06a: tổng số tiếp nhận."""
        return self.tiep_nhan_truc_tuyen + self.tiep_nhan_truc_tiep + self.tu_ky_truoc

    @property
    def giai_quyet(self) -> int:
        """Cột (7) của biểu II.06a: tổng số đã giải quyết."""
        return self.giai_quyet_truoc_han + self.giai_quyet_dung_han + self.giai_quyet_qua_han

    @property
    def truoc_va_dung_han(self) -> int:
        """Cột (8) và (9): trước hạn và đúng hạn."""
        return self.giai_quyet_truoc_han + self.giai_quyet_dung_han

    @property
    def dang_giai_quyet(self) -> int:
        """Cột (11) của biểu II.06a: tổng số đang giải quyết."""
        return self.dang_giai_quyet_trong_han + self.dang_giai_quyet_qua_han


class NoiDungBaoCao(
    Record,
    sheet="Nội dung báo cáo",
    order=360,
    next_year=NextYear.BEGIN_ANEW,
    about="Lời của báo cáo, theo từng mục; mỗi dòng một đoạn, trích số bằng [[mã]].",
):
    """Narrative of the reports; several rows of one point are several paragraphs."""

    ky: Annotated[str, KY] = column("Kỳ", _KY)
    don_vi: Annotated[DonVi | None, DON_VI] = column("Đơn vị", _CUA_CO_QUAN, None)
    muc: Annotated[str, MA] = column("Mục", "Mục của đề cương báo cáo: I.2, II.2.c, III.1 …")
    noi_dung: Annotated[MarkedText, VAN_BAN] = column("Nội dung", "Một đoạn; trích số liệu bằng mã, ví dụ [[3-3.1]].")


class VanBanChiDao(
    Record,
    sheet="Văn bản chỉ đạo",
    order=370,
    next_year=NextYear.BEGIN_ANEW,
    about="Văn bản chỉ đạo đã ban hành trong kỳ: được đếm, và in thành chú thích của báo cáo.",
):
    """Documents that direct the reform, issued in the period."""

    ky: Annotated[str, KY] = column("Kỳ", _KY)
    muc: Annotated[str, MA] = column("Mục", "Mục của báo cáo nêu văn bản này; để trống là mục I.1.", "")
    ten_loai: Annotated[str, CHU] = column("Tên loại", "Tên loại văn bản: Kế hoạch, Công văn, Chỉ thị …")
    so_ky_hieu: Annotated[str, CHU] = column("Số ký hiệu", "Số và ký hiệu, ví dụ 15/KH-SVHTTDL.")
    ngay: Annotated[date, NGAY] = column("Ngày", "Ngày ban hành.")
    co_quan_ban_hanh: Annotated[str, CHU] = column(
        "Cơ quan ban hành", "Cơ quan ban hành; để trống là chính cơ quan.", ""
    )
    trich_yeu: Annotated[str, CHU] = column("Trích yếu", "Trích yếu, không có dấu chấm cuối.")


class SangKien(
    Record,
    sheet="Sáng kiến",
    order=380,
    next_year=NextYear.BEGIN_ANEW,
    about="Mô hình, sáng kiến, giải pháp mới trong cải cách hành chính.",
):
    """Models and initiatives."""

    ky: Annotated[str, KY] = column("Kỳ", _KY)
    don_vi: Annotated[DonVi | None, DON_VI] = column("Đơn vị", _CUA_CO_QUAN, None)
    ten: Annotated[str, CHU] = column("Tên", "Tên mô hình, sáng kiến.")
    hieu_qua: Annotated[MarkedText, VAN_BAN] = column("Hiệu quả", "Hiệu quả, phạm vi áp dụng.", MarkedText())


class NopBaoCao(
    Record,
    sheet="Nộp báo cáo",
    order=390,
    next_year=NextYear.BEGIN_ANEW,
    about="Ngày nhận được báo cáo của từng đơn vị.",
):
    """When the report of each unit arrived."""

    ky: Annotated[str, KY] = column("Kỳ", _KY)
    don_vi: Annotated[DonVi, DON_VI] = column("Đơn vị", "Mã hoặc tên đơn vị.")
    ngay_nop: Annotated[date | None, NGAY] = column("Ngày nộp", "Ngày nhận được; để trống nếu chưa nộp.", None)
