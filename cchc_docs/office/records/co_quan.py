"""The office and its papers: who it is, its units, who signs, who receives, on what basis, what was issued."""

from datetime import date

from cchc_docs.data.fields import CHU, CO_KHONG, KY, MA, NGAY, SO_DEM, TEN, VAN_BAN, Kind, chon, nhieu, tham_chieu
from cchc_docs.data.read.source import Layout
from cchc_docs.office.records.base import Annotated, NextYear, Record, column
from cchc_docs.office.records.linh_vuc import LinhVuc
from cchc_docs.text.normal import MarkedText

CAP = chon("bộ", "tỉnh", "sở", "xã", "đơn vị")
CHE_DO = chon("thủ trưởng", "tập thể")
LOAI_DON_VI = chon("phòng", "chi cục", "đơn vị sự nghiệp", "sở", "ban", "xã", "phường", "đặc khu", "khác")
QUYEN_HAN = chon("", "KT.", "TM.", "TL.", "TUQ.", "Q.", "TM. KT.", "TL. KT.")
VAI_TRO_NHAN = chon("kính gửi", "nơi nhận", "lưu")
DON_VI: Kind = tham_chieu("Đơn vị")


class CoQuan(
    Record,
    sheet="Cơ quan",
    order=110,
    next_year=NextYear.KEEP,
    about="Cơ quan ban hành văn bản: tên, viết tắt, địa danh.",
    layout=Layout.RECORD,
):
    """The office that issues the documents."""

    ten: Annotated[str, TEN] = column("Tên", "Tên đầy đủ của cơ quan ban hành; khi in sẽ thành chữ in hoa.")
    viet_tat: Annotated[str, MA] = column(
        "Viết tắt", "Chữ viết tắt trong ký hiệu văn bản, ví dụ SVHTTDL trong KH-SVHTTDL."
    )
    co_quan_chu_quan: Annotated[str, CHU] = column(
        "Cơ quan chủ quản", "Dòng đầu tiên bên trái, ví dụ UBND tỉnh Lạng Sơn; để trống nếu không in.", ""
    )
    dia_danh: Annotated[str, CHU] = column("Địa danh", "Ghi trước ngày tháng, ví dụ Lạng Sơn.")
    cap: Annotated[str, CAP] = column("Cấp", "Cấp của cơ quan; quyết định các mục của báo cáo và biểu mẫu.")
    che_do: Annotated[str, CHE_DO] = column("Chế độ", "Chế độ thủ trưởng (sở, phòng) hay tập thể (UBND, HĐND: ký TM.).")
    don_vi_soan_thao: Annotated[str, MA] = column(
        "Đơn vị soạn thảo", "Viết tắt của đơn vị soạn thảo, in ở dòng Lưu: VT, VP."
    )
    nguoi_soan_thao: Annotated[str, MA] = column(
        "Người soạn thảo", "Chữ viết tắt tên người soạn thảo, in sau dòng Lưu: (CTL).", ""
    )
    dia_chi: Annotated[str, CHU] = column("Địa chỉ", "In ở chân trang đầu của công văn; không bắt buộc.", "")


class DonVi(
    Record,
    sheet="Đơn vị",
    order=120,
    next_year=NextYear.KEEP_EXISTING_UNITS,
    about="Các phòng, đơn vị, xã, phường … báo cáo, được kiểm tra, được giao nhiệm vụ.",
    names=("ma", "ten", "ten_goi_khac"),
    continued_by="ma",
):
    """Units that report, are inspected, are assigned tasks."""

    ma: Annotated[str, MA] = column("Mã", "Mã ngắn, viết liền, dùng để chọn ở các trang khác, ví dụ VP.")
    ten: Annotated[str, CHU] = column("Tên", "Tên đầy đủ, in trong văn bản.")
    ten_goi_khac: Annotated[tuple[str, ...], nhieu(CHU)] = column(
        "Tên gọi khác", "Các tên khác được chấp nhận ở những trang khác; cách nhau bằng dấu chấm phẩy.", ()
    )
    viet_tat: Annotated[str, MA] = column("Viết tắt", "Chữ viết tắt trong ký hiệu văn bản của chính đơn vị.", "")
    loai: Annotated[str, LOAI_DON_VI] = column("Loại", "Loại đơn vị.")
    con_dau: Annotated[bool, CO_KHONG] = column(
        "Con dấu", "Có con dấu thì báo cáo có số, ký hiệu; không có thì người đứng đầu ký, không ghi số."
    )
    linh_vuc: Annotated[tuple[LinhVuc, ...], nhieu(tham_chieu("Lĩnh vực"))] = column(
        "Lĩnh vực", "Những lĩnh vực đơn vị phải báo cáo; để trống là tất cả.", ()
    )
    nguoi_dung_dau: Annotated[str, CHU] = column("Người đứng đầu", "Họ và tên người đứng đầu đơn vị.", "")
    chuc_vu: Annotated[str, CHU] = column("Chức vụ", "Chức vụ của người đứng đầu.", "")
    tu_ngay: Annotated[date | None, NGAY] = column("Từ ngày", "Ngày bắt đầu hoạt động, nếu thành lập trong năm.", None)
    den_ngay: Annotated[date | None, NGAY] = column(
        "Đến ngày", "Ngày cuối cùng còn hoạt động, nếu đã giải thể, sáp nhập.", None
    )
    thay_bang: Annotated[str, CHU] = column("Thay bằng", "Mã hoặc tên đơn vị kế tục, nếu có.", "")


class NguoiKy(
    Record,
    sheet="Người ký",
    order=130,
    next_year=NextYear.KEEP_SIGNERS,
    about="Ai ký loại văn bản nào; dòng đầu tiên phù hợp được dùng.",
):
    """Who signs what; the first row that fits a document wins."""

    loai_van_ban: Annotated[str, CHU] = column(
        "Loại văn bản", "Loại văn bản người này ký, ví dụ ke_hoach; để trống là tất cả.", ""
    )
    don_vi: Annotated[DonVi | None, DON_VI] = column("Đơn vị", "Đơn vị của người ký; để trống là cơ quan.", None)
    quyen_han: Annotated[str, QUYEN_HAN] = column(
        "Quyền hạn",
        "Để trống nếu người đứng đầu ký trực tiếp; KT. ký thay, TM. thay mặt, TL. thừa lệnh, TUQ. thừa ủy quyền, "
        "Q. quyền.",
        "",
    )
    ky_thay: Annotated[tuple[str, ...], nhieu(TEN)] = column(
        "Ký thay",
        "Chức vụ hoặc tập thể ghi sau KT., TM., TL., TUQ., ví dụ GIÁM ĐỐC; với TM. KT. ghi cả hai, cách nhau bằng "
        "dấu chấm phẩy: ỦY BAN NHÂN DÂN; CHỦ TỊCH.",
        (),
    )
    chuc_vu: Annotated[str, TEN] = column("Chức vụ", "Chức vụ của chính người ký, ví dụ Phó Giám đốc.")
    ho_ten: Annotated[str, CHU] = column("Họ tên", "Họ và tên người ký; không ghi học hàm, học vị.")


class NoiNhan(
    Record,
    sheet="Nơi nhận",
    order=140,
    next_year=NextYear.KEEP,
    about="Kính gửi, nơi nhận của từng loại văn bản, theo thứ tự in.",
):
    """Addressees of each document type, in printed order."""

    loai_van_ban: Annotated[str, CHU] = column(
        "Loại văn bản", "Loại văn bản gửi đến nơi này; để trống là mọi loại mà cơ quan ban hành.", ""
    )
    vai_tro: Annotated[str, VAI_TRO_NHAN] = column(
        "Vai trò",
        "Kính gửi (đầu công văn, tờ trình, báo cáo), nơi nhận (cuối văn bản) hoặc lưu (thay dòng Lưu: VT mặc định).",
    )
    ten: Annotated[str, CHU] = column("Tên", "Tên nơi nhận, không gõ gạch đầu dòng và dấu chấm phẩy.")
    muc_dich: Annotated[str, CHU] = column("Mục đích", "In trong ngoặc sau tên, ví dụ để b/c.", "")


class CanCu(
    Record,
    sheet="Căn cứ",
    order=150,
    next_year=NextYear.RENEW,
    about="Căn cứ pháp lý và thực tiễn của từng loại văn bản.",
):
    """Legal and practical bases of each document type."""

    loai_van_ban: Annotated[str, CHU] = column("Loại văn bản", "Loại văn bản nêu căn cứ này, ví dụ ke_hoach.")
    noi_dung: Annotated[MarkedText, VAN_BAN] = column(
        "Nội dung", "Một căn cứ, bắt đầu bằng chữ Căn cứ hoặc Thực hiện; không gõ dấu ; hay dấu . ở cuối."
    )


class VanBan(
    Record,
    sheet="Văn bản",
    order=160,
    next_year=NextYear.BEGIN_ANEW,
    about="Sổ văn bản đã ban hành: có số và ngày thì in vào văn bản, chưa có thì chừa trống.",
):
    """The register of issued documents: fills number and date when known."""

    loai_van_ban: Annotated[str, CHU] = column("Loại văn bản", "Loại văn bản đã ban hành, ví dụ ke_hoach.")
    ky: Annotated[str, KY] = column("Kỳ", "Kỳ báo cáo, nếu văn bản theo kỳ: quý 1; 6 tháng; quý 3; năm.", "")
    doi_tuong: Annotated[str, MA] = column("Đối tượng", "Mã đơn vị, cuộc kiểm tra hoặc hồ sơ mà văn bản nói đến.", "")
    so: Annotated[int | None, SO_DEM] = column("Số", "Số văn bản do văn thư cấp; để trống khi chưa ban hành.", None)
    ngay: Annotated[date | None, NGAY] = column("Ngày", "Ngày ban hành; để trống khi chưa ban hành.", None)
    trich_yeu: Annotated[str, TEN] = column("Trích yếu", "Trích yếu khác với mặc định, nếu có.", "")
