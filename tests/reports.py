"""Two small data files with everything that reports can print: a sở in two periods, a province in one.

Every branch of the templates is reached by one of them: nothing divided by nothing, *there is none*, points without
content, a unit without a seal, a commune, a total typed and one added up. All names and figures are invented.
"""

from pathlib import Path

AREAS = """\
linh_vuc:
  - {ma: CHI_DAO, ten_trong_ke_hoach: "Chỉ đạo, điều hành", thu_tu_trong_ke_hoach: 1}
  - {ma: THE_CHE, ten_trong_ke_hoach: Cải cách thể chế}
  - {ma: TTHC, ten_trong_ke_hoach: Cải cách thủ tục hành chính}
  - {ma: BO_MAY, ten_trong_ke_hoach: Cải cách tổ chức bộ máy}
  - {ma: CONG_VU, ten_trong_ke_hoach: Cải cách chế độ công vụ}
  - {ma: TAI_CHINH, ten_trong_ke_hoach: Cải cách tài chính công}
  - {ma: CQS, ten_trong_ke_hoach: "Xây dựng và phát triển chính quyền điện tử, chính quyền số"}
"""

SO = (
    """\
co_quan:
  ten: Sở Công Thương
  viet_tat: SCT
  co_quan_chu_quan: UBND tỉnh Hưng An
  dia_danh: Hưng An
  cap: sở
  che_do: thủ trưởng
  don_vi_soan_thao: VP
"""
    + AREAS
    + """\
don_vi:
  - {ma: VP, ten: Văn phòng Sở, viet_tat: VP, loai: phòng, con_dau: không, nguoi_dung_dau: Lê Văn Nam, chuc_vu: Chánh Văn phòng}
  - {ma: QLTM, ten: Phòng Quản lý thương mại, viet_tat: QLTM, loai: phòng, con_dau: không, linh_vuc: TTHC; CQS, nguoi_dung_dau: Đỗ Thị Mai, chuc_vu: Trưởng phòng}
  - {ma: TTKC, ten: Trung tâm Khuyến công và Tư vấn phát triển công nghiệp, viet_tat: TTKC, loai: đơn vị sự nghiệp, con_dau: có, nguoi_dung_dau: Vũ Đình An, chuc_vu: Giám đốc}
  - {ma: TTr, ten: Thanh tra Sở, viet_tat: TTr, loai: phòng, con_dau: có, nguoi_dung_dau: Hồ Sỹ Kiên, chuc_vu: Chánh Thanh tra, den_ngay: 31/3/2026}
  - {ma: QLNL, ten: Phòng Quản lý năng lượng, viet_tat: QLNL, loai: phòng, con_dau: không, nguoi_dung_dau: Cao Thị Lan, chuc_vu: Trưởng phòng, tu_ngay: 01/4/2026}
nguoi_ky:
  - {chuc_vu: Giám đốc, ho_ten: Trần Văn Bình}
noi_nhan:
  - {loai_van_ban: bao_cao, vai_tro: kính gửi, ten: Ủy ban nhân dân tỉnh Hưng An}
  - {loai_van_ban: bao_cao, vai_tro: kính gửi, ten: Sở Nội vụ}
  - {vai_tro: nơi nhận, ten: "Giám đốc, các Phó Giám đốc Sở"}
  - {vai_tro: nơi nhận, ten: "Các phòng, đơn vị thuộc Sở"}
can_cu:
  - {loai_van_ban: bao_cao, noi_dung: Thực hiện Công văn số 4625/BNV-CCHC ngày 02/7/2025 của Bộ Nội vụ về xây dựng kế hoạch cải cách hành chính và thực hiện chế độ báo cáo cải cách hành chính định kỳ}
van_ban:
  - {loai_van_ban: bao_cao, ky: quý 1, so: 45, ngay: 16/3/2026}
  - {loai_van_ban: bao_cao_don_vi, ky: quý 1, doi_tuong: TTKC, so: 7, ngay: 12/3/2026}
ke_hoach: {nam: 2026, trich_yeu: Cải cách hành chính năm 2026, mo_dau: Mở đầu, ket: Các đơn vị thực hiện}
chi_tieu:
  - {ma: TTHC.1, linh_vuc: TTHC, noi_dung: Hồ sơ đúng hạn}
  - {ma: TTHC.2, linh_vuc: TTHC, noi_dung: Giải quyết phản ánh}
  - {ma: CQS.1, linh_vuc: CQS, noi_dung: Hồ sơ trực tuyến}
  - {ma: CQS.2, linh_vuc: CQS, noi_dung: Thanh toán trực tuyến}
  - {ma: CD.1, linh_vuc: CHI_DAO, noi_dung: Nâng cao nhận thức}
thuoc_do:
  - {chi_tieu: TTHC.1, noi_dung: Tỷ lệ hồ sơ TTHC giải quyết trước và đúng hạn, so_sanh: ">", gia_tri: 99, don_vi_tinh: "%", chi_so: 3-3.1}
  - {chi_tieu: TTHC.2, noi_dung: "Tỷ lệ phản ánh, kiến nghị được giải quyết", so_sanh: "=", gia_tri: 100, don_vi_tinh: "%", chi_so: 3-3.3}
  - {chi_tieu: CQS.1, noi_dung: Tỷ lệ hồ sơ trực tuyến toàn trình, so_sanh: "≥", gia_tri: 90, don_vi_tinh: "%", chi_so: 7-4.3}
  - {chi_tieu: CQS.2, noi_dung: Tỷ lệ TTHC thanh toán trực tuyến, so_sanh: "≥", gia_tri: 80, don_vi_tinh: "%", chi_so: 7-4.5, phan_dau: có}
  - {chi_tieu: CD.1, noi_dung: Nâng cao nhận thức, so_sanh: định tính}
nhiem_vu:
  - {ma: NV1, linh_vuc: CHI_DAO, noi_dung: Ban hành Kế hoạch cải cách hành chính năm 2026, san_pham: Kế hoạch, chu_tri: VP, thoi_han: Trước ngày 15/01/2026}
  - {ma: NV2, linh_vuc: CHI_DAO, noi_dung: Kiểm tra cải cách hành chính các đơn vị thuộc Sở, san_pham: Báo cáo, chu_tri: TTr, thoi_han: Quý I/2026}
  - {ma: NV3, linh_vuc: TTHC, noi_dung: "Rà soát, đơn giản hóa thủ tục hành chính", san_pham: Quyết định, chu_tri: QLTM, thoi_han: Trước ngày 28/02/2026}
  - {san_pham: Báo cáo, chu_tri: VP, thoi_han: Quý IV/2026}
  - {ma: NV4, linh_vuc: CQS, noi_dung: Số hóa hồ sơ lưu trữ, san_pham: Báo cáo, chu_tri: TTKC; QLTM, thoi_han: Thường xuyên trong năm}
  - {ma: NV5, linh_vuc: CONG_VU, noi_dung: "Đào tạo, bồi dưỡng công chức", san_pham: Lớp tập huấn, chu_tri: VP, thoi_han: Quý III/2026}
ket_qua:
  - {nhiem_vu: NV1, ky: quý 1, trang_thai: hoàn thành đúng hạn, van_ban_chung_minh: Kế hoạch số 02/KH-SCT ngày 09/01/2026}
  - {nhiem_vu: NV2, ky: quý 1, trang_thai: hoàn thành quá hạn}
  - {nhiem_vu: NV3, ky: quý 1, trang_thai: quá hạn chưa xong, ghi_chu: đang lấy ý kiến các sở}
  - {nhiem_vu: NV4, ky: quý 1, trang_thai: đang thực hiện trong hạn}
  - {nhiem_vu: NV3, ky: 6 tháng, trang_thai: hoàn thành quá hạn}
so_lieu_quy_1:
  - {1-5: 1, 1-5.1: 250, 2-1.1: 0, 2-2.1: 12, 2-2.2.1: 0, 2-2.2.2: 0, 3-1.1: 5, 3-1.2: 0, 3-2.1.1: 118, 3-2.1.2: 120, 4-2.1: 1946, 4-2.2: 1930, 5-1.1: "-", 5-4.2: 0, 5-4.3: 0, 5-4.4: 0, 6-1.1: "13203,5", 6-1.2: "2640,7", 6-2.2: 0, 6-2.3: 1, 6-2.4.1: 1, 6-2.4.2: 0, 6-2.4.3: 0, 6-2.5: 2}
  - {Đơn vị: VP, 3-3.3.1: 0, 3-3.3.2: 0, 7-3.2.1.1: 2990, 7-3.2.1.2: 3000}
  - {Đơn vị: QLTM, 7-4.1.1: 40, 7-4.1.2: 38, 7-4.3.1: 1200, 7-4.3.2: 1100, 7-4.5.1: 30, 7-4.5.2: 21}
  - {Đơn vị: TTKC, 4-3.1: 25, 4-3.2: 24, 7-3.2.1.1: 400, 7-3.2.1.2: 400}
so_lieu_6_thang:
  - {3-1.1: 6}
ho_so_tthc:
  - {don_vi: QLTM, ky: quý 1, linh_vuc: Xúc tiến thương mại, tiep_nhan_truc_tuyen: 195000, tu_ky_truoc: 300, giai_quyet_truoc_han: 190000, giai_quyet_dung_han: 3457, giai_quyet_qua_han: 1740, dang_giai_quyet_trong_han: 103}
ghi_chu_so_lieu:
  - {ky: quý 1, ma_chi_so: 6-1.1, tinh_den_ngay: 25/02/2026, ghi_chu: Số liệu do Phòng Tài chính cung cấp}
  - {ky: quý 1, ma_chi_so: 6-1.2, tinh_den_ngay: 25/02/2026, ghi_chu: Số liệu do Phòng Tài chính cung cấp}
  - {ky: quý 1, ma_chi_so: 5-1.1, ghi_chu: Chưa đến kỳ phê duyệt}
noi_dung_bao_cao:
  - {ky: quý 1, muc: I.1, noi_dung: Lãnh đạo Sở xác định CCHC là nhiệm vụ trọng tâm của năm.}
  - {ky: quý 1, muc: II.1.b, noi_dung: Theo dõi thi hành pháp luật được thực hiện theo kế hoạch.}
  - {ky: quý 1, muc: II.1.c, noi_dung: Đã tổ chức 02 hội nghị phổ biến pháp luật.}
  - {ky: quý 1, muc: II.2.c, noi_dung: "Bộ phận Một cửa hoạt động ổn định; tỷ lệ đúng hạn đạt [[3-3.1]]%."}
  - {ky: quý 1, muc: III.1, noi_dung: Công tác CCHC được triển khai đồng bộ.}
  - {ky: quý 1, muc: IV, noi_dung: Hoàn thành các nhiệm vụ quá hạn trong tháng 4.}
  - {ky: quý 1, muc: IV, noi_dung: Đẩy mạnh thanh toán trực tuyến.}
  - {ky: 6 tháng, muc: I.1, noi_dung: "Sở đã ban hành [[1-1]] văn bản chỉ đạo; nêu rõ người chịu trách nhiệm."}
  - {ky: 6 tháng, muc: II.2.a, noi_dung: "Đã trình phương án đơn giản hóa [[3-1.1]] TTHC."}
  - {ky: quý 1, don_vi: QLTM, muc: II.2.c, noi_dung: Phòng bố trí 02 công chức trực tại Bộ phận Một cửa.}
van_ban_chi_dao:
  - {ky: quý 1, ten_loai: Kế hoạch, so_ky_hieu: 02/KH-SCT, ngay: 09/01/2026, trich_yeu: cải cách hành chính năm 2026}
  - {ky: quý 1, ten_loai: Công văn, so_ky_hieu: 110/SCT-VP, ngay: 06/02/2026, trich_yeu: về việc chấn chỉnh kỷ luật hành chính}
sang_kien:
  - {ky: quý 1, don_vi: TTKC, ten: Tư vấn khuyến công qua mạng, hieu_qua: Giảm 30% thời gian đi lại.}
nop_bao_cao:
  - {ky: quý 1, don_vi: VP, ngay_nop: 12/3/2026}
  - {ky: quý 1, don_vi: QLTM, ngay_nop: 24/3/2026}
  - {ky: quý 1, don_vi: TTKC}
cuoc_kiem_tra:
  - {ma: KT1, don_vi: TTKC, ket_thuc: 20/01/2026}
  - {ma: KT2, don_vi: QLTM, ket_thuc: 05/02/2026}
noi_dung_kiem_tra: []
phat_hien:
  - {cuoc_kiem_tra: KT1, linh_vuc: TTHC, loai: tồn tại, noi_dung: Niêm yết chưa đủ, trang_thai: đã khắc phục}
  - {cuoc_kiem_tra: KT2, linh_vuc: TTHC, loai: tồn tại, noi_dung: Chưa xin lỗi khi trễ hạn, trang_thai: cần khắc phục}
"""
)

TINH = (
    """\
co_quan:
  ten: Ủy ban nhân dân tỉnh Hưng An
  viet_tat: UBND
  dia_danh: Hưng An
  cap: tỉnh
  che_do: tập thể
  don_vi_soan_thao: SNV
"""
    + AREAS
    + """\
don_vi:
  - {ma: SNV, ten: Sở Nội vụ, viet_tat: SNV, loai: sở, con_dau: có, nguoi_dung_dau: Đặng Văn Minh, chuc_vu: Giám đốc}
  - {ma: STC, ten: Sở Tài chính, viet_tat: STC, loai: sở, con_dau: có, linh_vuc: TAI_CHINH, nguoi_dung_dau: Bùi Thị Hạnh, chuc_vu: Giám đốc}
  - {ma: VPUB, ten: Văn phòng UBND tỉnh, viet_tat: VP, loai: sở, con_dau: có, nguoi_dung_dau: Ngô Quốc Huy, chuc_vu: Chánh Văn phòng}
  - {ma: XHV, ten: Xã Hải Vân, viet_tat: UBND, loai: xã, con_dau: có, nguoi_dung_dau: Phan Văn Đức, chuc_vu: Chủ tịch}
  - {ma: PTT, ten: UBND phường Trung Tâm, viet_tat: UBND, loai: phường, con_dau: có, nguoi_dung_dau: Lý Thị Thu, chuc_vu: Chủ tịch}
nguoi_ky:
  - {quyen_han: TM. KT., ky_thay: ỦY BAN NHÂN DÂN; CHỦ TỊCH, chuc_vu: Phó Chủ tịch, ho_ten: Hoàng Đức Thắng}
noi_nhan:
  - {loai_van_ban: bao_cao, vai_tro: kính gửi, ten: Bộ Nội vụ}
  - {loai_van_ban: bao_cao, vai_tro: nơi nhận, ten: "Thường trực Tỉnh ủy, HĐND tỉnh", muc_dich: để b/c}
  - {loai_van_ban: to_trinh, vai_tro: kính gửi, ten: Thường trực Hội đồng nhân dân tỉnh}
can_cu:
  - {loai_van_ban: bao_cao, noi_dung: Căn cứ Luật Tổ chức chính quyền địa phương}
  - {loai_van_ban: bao_cao, noi_dung: Thực hiện Công văn số 4625/BNV-CCHC ngày 02/7/2025 của Bộ Nội vụ}
ke_hoach: {nam: 2026, trich_yeu: Cải cách hành chính năm 2026, mo_dau: Mở đầu, ket: Các đơn vị thực hiện}
nhiem_vu:
  - {ma: NV1, linh_vuc: CHI_DAO, noi_dung: Ban hành Kế hoạch cải cách hành chính, chu_tri: SNV, thoi_han: Trước ngày 15/01/2026}
  - {ma: NV2, linh_vuc: TTHC, noi_dung: Công bố thủ tục hành chính, chu_tri: VPUB, thoi_han: Thường xuyên trong năm}
  - {ma: NV3, linh_vuc: CQS, noi_dung: Số hóa hồ sơ, chu_tri: "Các sở, ban, ngành", thoi_han: Quý IV/2026}
ket_qua:
  - {nhiem_vu: NV1, ky: năm, trang_thai: hoàn thành đúng hạn}
  - {nhiem_vu: NV2, ky: năm, trang_thai: hoàn thành đúng hạn}
  - {nhiem_vu: NV3, ky: năm, trang_thai: hoàn thành đúng hạn}
so_lieu_nam:
  - {1-1: 12, 1-3.1: 5, 1-3.2: 38, 1-3.3.1: 0, 1-3.3.2: 0, 1-4.1: 21, 1-4.1.1: 14, 1-4.1.2: 1, 1-4.1.3: 0, 1-5: 1, 1-5.1: 1200, 1-5.2: 2, 1-6: 1}
  - {Đơn vị: SNV, 4-1.1.1: 15, 4-1.1.2: 15, 4-1.2.1: 124, 4-1.2.2: 124, 4-1.3: 3, 4-1.4: 2, 4-1.5.1: 12, 4-1.5.2: 247, 4-1.5.3: 1593, 4-2.1: 4120, 4-2.2: 4051, 4-2.3: 210, 4-2.4: 8, 4-3.1: 30111, 4-3.2: 29870, 4-3.3: 95, 4-3.4.1: 3500, 4-3.4.2: 33500, 5-1.1: 15, 5-1.2: 247, 5-1.3: 0, 5-2.1: 45, 5-2.2: 312, 5-3: 4, 5-4.1: 0, 5-4.2: 3, 5-4.3: 2, 5-4.4: 11, 2-1.1: 173, 2-1.2: 45, 2-2.1: 210, 2-2.2.1: 4, 2-2.2.2: 3, 2-3.1: 515, 2-3.2.1: 33, 2-3.2.2: 33}
  - {Đơn vị: STC, 6-1.1: 13203300, 6-1.2: 11340711, 6-2.2: 5, 6-2.3: 41, 6-2.4.1: 12, 6-2.4.2: 44, 6-2.4.3: 160, 6-2.5: 1590, 6-2.6: 0}
  - {Đơn vị: VPUB, 3-1.1: 33, 3-1.2: 121, 3-1.3: 87, 3-1.4.1: 1508, 3-1.4.2: 438, 3-1.4.3: 126, 3-2.1.1: 1946, 3-2.1.2: 1946, 3-2.2: 310, 3-3.3.1: 12, 3-3.3.2: 11, 7-1: 1, 7-2.1: 96, 7-2.2: 96, 7-3.1.1.1: 15, 7-3.1.1.2: 15, 7-3.1.2.1: 124, 7-3.1.2.2: 124, 7-3.2.1.1: 98000, 7-3.2.1.2: 99000, 7-3.2.2.1: 60500, 7-3.2.2.2: 62000, 7-4.1.1: 1000, 7-4.1.2: 985, 7-4.2.1: 900, 7-4.2.2: 720, 7-4.3.1: 150000, 7-4.3.2: 141000, 7-4.4.1: 9000, 7-4.4.2: 8100, 7-4.5.1: 553, 7-4.5.2: 453}
  - {Đơn vị: XHV, 2-1.2: 0}
ho_so_tthc:
  - {don_vi: SNV, ky: năm, linh_vuc: Công chức, tiep_nhan_truc_tuyen: 195197, giai_quyet_truoc_han: 190000, giai_quyet_dung_han: 3457, giai_quyet_qua_han: 1740}
  - {don_vi: XHV, ky: năm, linh_vuc: Hộ tịch, tiep_nhan_truc_tiep: 1000, giai_quyet_truoc_han: 800, giai_quyet_dung_han: 193, giai_quyet_qua_han: 7}
ghi_chu_so_lieu:
  - {ky: năm, ma_chi_so: 6-1.2, tinh_den_ngay: 10/12/2026}
  - {ky: năm, ma_chi_so: 1-3.1, ghi_chu: Kế hoạch kiểm tra số 15/KH-UBND}
  - {ky: năm, ma_chi_so: 1-3.2, ghi_chu: Kế hoạch kiểm tra số 15/KH-UBND}
noi_dung_bao_cao:
  - {ky: năm, muc: I.4, noi_dung: Báo Hưng An mở chuyên mục về CCHC.}
  - {ky: năm, muc: II.6.g, noi_dung: "Trung tâm điều hành thông minh hoạt động từ tháng 3."}
  - {ky: năm, muc: III.2, noi_dung: Một số đơn vị báo cáo chậm.}
  - {ky: năm, muc: IV, noi_dung: Hoàn thành 100% nhiệm vụ của Kế hoạch.}
sang_kien:
  - {ky: năm, ten: Trợ lý ảo hỗ trợ công chức}
  - {ky: năm, don_vi: XHV, ten: Ngày thứ Sáu không hẹn, hieu_qua: Trả kết quả trong ngày cho 45 thủ tục.}
"""
)


def data_files(folder: Path) -> dict[str, Path]:
    """Both files in ``folder``, by the names ``so`` and ``tinh``."""
    made = {name: folder / f"{name}.yaml" for name in ("so", "tinh")}
    for path, text in zip(made.values(), (SO, TINH), strict=True):
        path.write_text(text, encoding="utf-8")
    return made
