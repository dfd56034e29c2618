"""A province small enough to look through: two departments, two communes."""

from tests.helpers import OFFICE

PROVINCE_OFFICE = (
    OFFICE.replace("Sở Thử nghiệm", "Ủy ban nhân dân tỉnh Thử nghiệm")
    .replace("cap: sở", "cap: tỉnh")
    .replace("thủ trưởng", "tập thể")
    .replace("don_vi_soan_thao: VP", "don_vi_soan_thao: NC")
)

PROVINCE = """\
don_vi:
  - {ma: SNV, ten: Sở Nội vụ, loai: sở, con_dau: có}
  - {ma: STP, ten: Sở Tư pháp, loai: sở, con_dau: có, linh_vuc: THE_CHE}
  - {ma: X1, ten: Ủy ban nhân dân xã Một, ten_goi_khac: xã Một, loai: xã, con_dau: có}
  - {ma: X2, ten: Ủy ban nhân dân xã Hai, loai: xã, con_dau: có}
linh_vuc:
  - {ma: THE_CHE, ten_trong_ke_hoach: Cải cách thể chế}
  - {ma: TTHC, ten_trong_ke_hoach: Cải cách thủ tục hành chính}
ky_bao_cao:
  - {ma: 9_thang, ten: 9 tháng, tu_ngay: 2025-12-15, den_ngay: 2026-09-14}
nhiem_vu:
  - {ma: NV1, linh_vuc: THE_CHE, noi_dung: Rà soát văn bản, san_pham: Báo cáo, chu_tri: STP, thoi_han: Quý I/2026}
  - {ma: NV2, linh_vuc: THE_CHE, noi_dung: Kiểm tra văn bản, san_pham: Kết luận, chu_tri: STP; SNV, thoi_han: Quý IV/2026}
  - {ma: NV3, linh_vuc: TTHC, noi_dung: Niêm yết, san_pham: Bảng niêm yết, chu_tri: UBND các xã, thoi_han: Quý IV/2026,
     theo_doi: X1}
ket_qua:
  - {nhiem_vu: NV1, ky: quý 1, trang_thai: hoàn thành đúng hạn}
Số liệu quý 1:
  - {2-1.1: 4}
  - {don_vi: X1, 4-2.1: 40, 3-3.3.1: 2, 3-3.3.2: 1}
ho_so_tthc:
  - {don_vi: X1, ky: quý 1, linh_vuc: Hộ tịch, tiep_nhan_truc_tuyen: 10, giai_quyet_dung_han: 7, dang_giai_quyet_trong_han: 3}
noi_dung_bao_cao:
  - {ky: quý 1, don_vi: X1, muc: I.1, noi_dung: "Xã có [[4-2.1]] biên chế, **đủ**."}
cuoc_kiem_tra:
  - {ma: KT1, don_vi: X1, bat_dau: 2026-02-02, ket_thuc: 2026-02-03}
phat_hien:
  - {cuoc_kiem_tra: KT1, linh_vuc: TTHC, loai: tồn tại, noi_dung: Chưa niêm yết đủ thủ tục., kien_nghi: Niêm yết đủ.,
     don_vi_thuc_hien: X1, han: 2026-03-01, trang_thai: cần khắc phục}
"""
