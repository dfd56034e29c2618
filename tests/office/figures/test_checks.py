"""Errors of real, issued reports (``cchc.md``, 7.2 and 9.3), planted one by one, with the exact sentences."""

from pathlib import Path

import pytest

from tests.office.figures.helpers import OFFICE, PROVINCE, said

CASES = [
    (
        "figures cited by code",
        OFFICE,
        "so_lieu_quy_1:\n"
        "  - {7-4.5.1: 453, 7-4.5.2: 453}\n"
        "noi_dung_bao_cao:\n"
        "  - {ky: quý 1, muc: II.6.h, noi_dung: 'Tích hợp thanh toán trực tuyến cho [[7-4.5.2]]/[[7-4.5.1]] TTHC, đạt [[7-4.5]]%.'}\n",
        [],
    ),
    (
        "text 553/553, form 453/453",
        OFFICE,
        "so_lieu_quy_1:\n"
        "  - {7-4.5.1: 453, 7-4.5.2: 453}\n"
        "noi_dung_bao_cao:\n"
        "  - {ky: quý 1, muc: II.6.h, noi_dung: 'Đã tích hợp thanh toán trực tuyến cho 553/553 TTHC, đạt 100%.'}\n",
        [
            "Cảnh báo: trang “noi_dung_bao_cao”, dòng 12: Câu này ghi 553, nhưng chỉ số 7-4.5.1 (Tổng số TTHC có yêu cầu nghĩa vụ tài chính (tất cả các TTHC có phát sinh phí, lệ phí,…)) là 453 (trang “so_lieu_quy_1”, dòng 10). Nếu nói về cùng con số thì trích bằng mã: [[7-4.5.1]]."
        ],
    ),
    (
        "text 173, form 174",
        PROVINCE,
        "so_lieu_quy_1:\n"
        "  - {2-1.1: 174, 2-1.2: 0}\n"
        "noi_dung_bao_cao:\n"
        "  - {ky: quý 1, muc: II.1.a, noi_dung: 'Đã ban hành 173 văn bản QPPL, gồm 36 nghị quyết và 137 quyết định.'}\n",
        [
            "Cảnh báo: trang “noi_dung_bao_cao”, dòng 12: Câu này ghi 173, nhưng chỉ số 2-1 (Tổng số VBQPPL do địa phương ban hành) là 174. Nếu nói về cùng con số thì trích bằng mã: [[2-1]]."
        ],
    ),
    (
        "two forms, two totals, and a total that is not its parts",
        PROVINCE,
        "so_lieu_quy_1:\n"
        "  - {6-2.1: 271, 6-2.2: 1, 6-2.3: 30, 6-2.4: 240, 6-2.5: 1376, 4-1.5.1: 10, 4-1.5.2: 270, 4-1.5.3: 1467}\n",
        [
            "Lỗi: trang “so_lieu_quy_1”, dòng 10: Chỉ số 6-2.1 ghi 271, nhưng tính từ 6-2.2 (1) và 6-2.3 (30) và 6-2.4 (240) và 6-2.5 (1.376) thì được 1.647. Sửa một trong hai chỗ; nếu số tính được là đúng thì xóa ô này.",
            "Lỗi: trang “so_lieu_quy_1”: Chỉ số 4-1.5 là 1.747, phải bằng 271 của 6-2.1 (6-2.1, trang “so_lieu_quy_1”). Tổng số đơn vị sự nghiệp công lập ở biểu mẫu 4 và biểu mẫu 6 là một: sửa chỗ sai.",
        ],
    ),
    (
        "99,1 for 99,1086",
        PROVINCE,
        "so_lieu_quy_1:\n"
        "  - {3-3.1: '99,1', 3-3.1.1: 195197, 3-3.1.2: 193457}\n"
        "noi_dung_bao_cao:\n"
        "  - {ky: quý 1, muc: II.2.c, noi_dung: 'Hồ sơ giải quyết đúng hạn của các sở, ngành đạt 99,1%.'}\n",
        [
            "Lỗi: trang “so_lieu_quy_1”, dòng 10: Chỉ số 3-3.1 ghi 99,1, nhưng tính từ 3-3.1.2 (193.457) và 3-3.1.1 (195.197) thì được 99,11. Sửa một trong hai chỗ; nếu số tính được là đúng thì xóa ô này."
        ],
    ),
    (
        "counts in rows of percentages",
        PROVINCE,
        "so_lieu_quy_1:\n  - {4-1.1: 2, 4-1.2: 124}\n",
        [
            "Cảnh báo: trang “so_lieu_quy_1”, dòng 10: Ô này là tỷ lệ (%), nhưng ghi 2, đúng bằng số sở, ngành. Nếu đây là số đếm thì ghi tỷ lệ phần trăm thay vào.",
            "Cảnh báo: trang “so_lieu_quy_1”, dòng 10: Tỷ lệ 4-1.2 là 124%, lớn hơn 100%. Xem lại tử số và mẫu số (4-1.2.1 / 4-1.2.2).",
        ],
    ),
    (
        "82% beside 85,9%",
        OFFICE,
        "noi_dung_bao_cao:\n  - {ky: quý 1, muc: III.1, noi_dung: 'Tỷ lệ số hóa đạt 82%, tỷ lệ hài lòng đạt 85,9%.'}\n",
        [
            "Lưu ý: trang “noi_dung_bao_cao”, dòng 10: Trong một câu, các tỷ lệ có số chữ số lẻ khác nhau: 82%, 85,9%. Viết cùng hai chữ số lẻ, hoặc trích bằng mã."
        ],
    ),
    (
        "text 230.473, form 248.415",
        PROVINCE,
        "so_lieu_quy_1:\n"
        "  - {6-1.1: 13203300, 6-1.2: 248415}\n"
        "noi_dung_bao_cao:\n"
        "  - {ky: quý 1, muc: II.5.a, noi_dung: 'Giải ngân vốn đầu tư công 230.473 triệu đồng, đạt 1,75% kế hoạch.'}\n",
        [
            "Cảnh báo: trang “noi_dung_bao_cao”, dòng 12: Câu này ghi 230.473, nhưng chỉ số 6-1.2 (Đã thực hiện) là 248.415 (trang “so_lieu_quy_1”, dòng 10). Nếu nói về cùng con số thì trích bằng mã: [[6-1.2]]."
        ],
    ),
    (
        "done and not done are not the total",
        PROVINCE,
        "noi_dung_bao_cao:\n"
        "  - {ky: quý 1, muc: II.5.a, noi_dung: 'Tổng số tiền phải xử lý là 8.332.978 đồng, đã xử lý 7.106.146 đồng, còn 499.749 đồng chưa xử lý.'}\n",
        [
            "Cảnh báo: trang “noi_dung_bao_cao”, dòng 10: Câu này ghi tổng số 8.332.978, nhưng 7.106.146 cộng 499.749 là 7.605.895. Xem lại ba con số."
        ],
    ),
    (
        "one plan, two dates",
        OFFICE,
        "noi_dung_bao_cao:\n"
        "  - {ky: quý 1, muc: I.1, noi_dung: 'Thực hiện Kế hoạch số 806/KH-UBND ngày 09/01/2026.'}\n"
        "  - {ky: quý 1, muc: I.2, noi_dung: 'Theo Kế hoạch số 806/KH-UBND ngày 19 tháng 01 năm 2026 của UBND tỉnh.'}\n",
        [
            "Cảnh báo: trang “noi_dung_bao_cao”, dòng 11: Văn bản số 806/KH-UBND ở đây ghi ngày 19/01/2026, ở chỗ khác ghi ngày 09/01/2026 (trang “noi_dung_bao_cao”, dòng 10). Xem lại ngày của văn bản ấy."
        ],
    ),
    (
        "a wrong issuer and a body that is no more",
        PROVINCE,
        "noi_dung_bao_cao:\n"
        "  - {ky: quý 1, muc: I.1, noi_dung: 'Theo Nghị quyết số 202/2025/QH15 của Ủy ban Thường vụ Quốc hội. Sở Tài nguyên và Môi trường chủ trì.'}\n",
        [
            "Cảnh báo: trang “noi_dung_bao_cao”, dòng 10: Văn bản số 202/2025/QH15 là của Quốc hội, không phải của Ủy ban Thường vụ Quốc hội. Ký hiệu QH là của Quốc hội; sửa tên cơ quan hoặc số.",
            "Cảnh báo: trang “noi_dung_bao_cao”, dòng 10: “Sở Tài nguyên và Môi trường” không còn vào thời gian này. Từ sau 28/02/2025: Sở Nông nghiệp và Môi trường. Nguồn: NĐ 45/2025/NĐ-CP ngày 28/02/2025, tổ chức các cơ quan chuyên môn thuộc UBND cấp tỉnh.",
        ],
    ),
    (
        "02 and 8",
        OFFICE,
        "noi_dung_bao_cao:\n"
        "  - {ky: quý 1, muc: I.1, noi_dung: 'Đã kiểm tra 02 đơn vị.'}\n"
        "  - {ky: quý 1, muc: I.3, noi_dung: 'Đã kiểm tra 8 đơn vị.'}\n",
        [
            "Lưu ý: trang “noi_dung_bao_cao”, dòng 11: “8 đơn vị” thiếu số 0 ở trước, trong khi chỗ khác của báo cáo này có. Viết 08 đơn vị."
        ],
    ),
    (
        "another period and another province",
        OFFICE,
        "noi_dung_bao_cao:\n"
        "  - {ky: quý 1, muc: I.1, noi_dung: 'Trong quý IV năm 2025, Sở đã chỉ đạo quyết liệt.'}\n"
        "  - {ky: quý 1, muc: I.3, noi_dung: 'UBND tỉnh Lâm Đồng đã kiểm tra.'}\n"
        "  - {ky: quý 1, muc: IV, noi_dung: 'Trong quý II năm 2026 tiếp tục triển khai.'}\n",
        [
            "Cảnh báo: trang “noi_dung_bao_cao”, dòng 10: Báo cáo quý I năm 2026 nhưng câu này nói “quý IV năm 2025”; có phải còn sót từ báo cáo khác không? Sửa lại kỳ, năm; nếu đúng ý thì để nguyên.",
            "Cảnh báo: trang “noi_dung_bao_cao”, dòng 11: Câu này nói “UBND tỉnh Lâm Đồng”, không phải nơi của cơ quan; có phải còn sót từ báo cáo nơi khác không? Sửa lại tên; nếu đúng ý thì để nguyên.",
        ],
    ),
    (
        "form II.06a",
        OFFICE,
        "ho_so_tthc:\n"
        "  - {don_vi: VP, ky: 6 tháng, linh_vuc: A, tiep_nhan_truc_tuyen: 10, giai_quyet_dung_han: 6, dang_giai_quyet_trong_han: 3}\n"
        "  - {don_vi: VP, ky: quý 3, linh_vuc: A, tu_ky_truoc: 5, tiep_nhan_truc_tuyen: 5, giai_quyet_dung_han: 10}\n"
        "  - {don_vi: VP, ky: quý 1, linh_vuc: A, tu_ky_truoc: 1, giai_quyet_dung_han: 1}\n",
        [
            "Lỗi: trang “ho_so_tthc”, dòng 10: Tiếp nhận 10 hồ sơ (4+5+6), nhưng đã giải quyết 6 (8+9+10) và đang giải quyết 3 (12+13), cộng lại là 9. Biểu II.06a: cột 3 = cột 7 + cột 11; xem lại các cột của dòng này.",
            "Cảnh báo: trang “ho_so_tthc”, dòng 10: Từ kỳ trước chuyển sang 0 hồ sơ, nhưng kỳ khác bắt đầu cùng ngày ghi 1 (trang “ho_so_tthc”, dòng 12). Hai kỳ tính từ cùng một ngày thì số chuyển sang như nhau.",
            "Lỗi: trang “ho_so_tthc”, dòng 11: Từ kỳ trước chuyển sang 5 hồ sơ, nhưng kỳ trước còn đang giải quyết 3 (trang “ho_so_tthc”, dòng 10). Số chuyển sang phải bằng số đang giải quyết cuối kỳ trước.",
        ],
    ),
    (
        "a unit that was gone, and a missing report",
        OFFICE + "  - {ma: CU, ten: Phòng Cũ, loai: phòng, con_dau: không, den_ngay: 30/6/2025, thay_bang: VP}\n",
        "nop_bao_cao:\n"
        "  - {ky: quý 1, don_vi: VP, ngay_nop: 10/3/2026}\n"
        "  - {ky: quý 1, don_vi: CU, ngay_nop: 10/3/2026}\n",
        [
            "Lỗi: trang “nop_bao_cao”, dòng 12: “Phòng Cũ” chỉ còn hoạt động đến 30/6/2025, không có trong kỳ quý I năm 2026. Ghi cho đơn vị kế tục: VP.",
            "Cảnh báo: trang “nop_bao_cao”: Trang này không nói đến báo cáo quý I năm 2026 của 1 đơn vị: Thanh tra. Thêm dòng cho đơn vị ấy, ghi Ngày nộp; chưa nộp thì để trống Ngày nộp để đôn đốc.",
        ],
    ),
    (
        "a hundredfold",
        OFFICE,
        "so_lieu_quy_1:\n  - {1-5.1: 120}\nso_lieu_6_thang:\n  - {1-5.1: 12000}\n",
        [
            "Cảnh báo: trang “so_lieu_6_thang”, dòng 12: Chỉ số 1-5.1 là 12.000, kỳ trước là 120: chênh hơn 10 lần. Xem lại số chữ số, đơn vị tính."
        ],
    ),
    (
        "the office's figure and the sum of its units",
        OFFICE,
        "so_lieu_quy_1:\n"
        "  - {1-5.1: 120}\n"
        "  - {don_vi: VP, 1-5.1: 50}\n"
        "  - {don_vi: TT, 1-5.1: 60}\n"
        "so_lieu_6_thang:\n"
        "  - {1-5.1: 120}\n"
        "  - {don_vi: VP, 1-5.1: 50}\n",
        [
            "Lỗi: trang “so_lieu_quy_1”, dòng 10: Chỉ số 1-5.1 ghi 120, nhưng cộng số của các đơn vị thì được 110. Sửa một trong hai chỗ; nếu số tính được là đúng thì xóa ô này.",
            "Cảnh báo: trang “so_lieu_6_thang”, dòng 14: Chỉ số 1-5.1 ghi 120, nhưng cộng số của các đơn vị thì được 50 (còn 1 đơn vị chưa có số liệu). Sửa một trong hai chỗ; nếu số tính được là đúng thì xóa ô này.",
        ],
    ),
    (
        "divided by nothing, and over 100%",
        OFFICE,
        "so_lieu_quy_1:\n  - {2-2.2.1: 0, 2-2.2.2: 5, 2-3.2.1: 10, 2-3.2.2: 12}\n",
        [
            "Lỗi: trang “so_lieu_quy_1”, dòng 10: Tỷ lệ 2-2.2 chia cho 0: 2-2.2.2 / 2-2.2.1. Xem lại tử số và mẫu số.",
            "Cảnh báo: trang “so_lieu_quy_1”, dòng 10: Tỷ lệ 2-3.2 là 120%, lớn hơn 100%. Xem lại tử số và mẫu số (2-3.2.2 / 2-3.2.1).",
        ],
    ),
    (
        "indicators of the office's own",
        OFFICE,
        "chi_so_rieng:\n"
        "  - {ma: R-1, bieu_mau: Biểu riêng, stt: 1, ten: A, loai: tỷ lệ, cong_thuc: R-2 / R-3}\n"
        "  - {ma: R-2, bieu_mau: Biểu riêng, stt: 2, ten: B, loai: số đếm, cong_thuc: R-2 + }\n"
        "  - {ma: R-4, bieu_mau: Biểu riêng, stt: 2, ten: B, loai: tỷ lệ}\n"
        "  - {ma: 1-1, bieu_mau: '1', stt: 2, ten: B, loai: số đếm, cong_thuc: 1-1 + R-2}\n"
        "so_lieu_quy_1:\n"
        "  - {R-2: 1}\n",
        [
            "Lỗi: trang “chi_so_rieng”, dòng 10: Công thức dùng mã “R-3”, không có chỉ số nào mang mã ấy. Mã phải có trong biểu mẫu hoặc ở trang “Chỉ số riêng”.",
            "Lỗi: trang “chi_so_rieng”, dòng 11: Công thức thiếu mã chỉ số hoặc thiếu dấu giữa hai mã. Ví dụ: R-1.1 + R-1.2, hoặc R-1.2 / R-1.1.",
            "Cảnh báo: trang “chi_so_rieng”, dòng 12: Tỷ lệ “B” chưa có công thức. Ghi phép chia, ví dụ R-1.2 / R-1.1; số của các đơn vị thì không cộng được tỷ lệ.",
            "Lỗi: trang “chi_so_rieng”, dòng 13: Mã “1-1” đã là của biểu mẫu chung. Đặt mã khác cho chỉ số riêng, ví dụ R-1.",
            "Lỗi: trang “chi_so_rieng”, dòng 13: Công thức của “1-1” dùng chính nó. Sửa lại công thức.",
        ],
    ),
    (
        "results of tasks",
        OFFICE,
        "nhiem_vu:\n"
        "  - {ma: T1, linh_vuc: TTHC, noi_dung: Việc, san_pham: x, chu_tri: VP, thoi_han: Trước ngày 01/02/2026}\n"
        "ket_qua:\n"
        "  - {nhiem_vu: T1, ky: quý 1, trang_thai: hoàn thành đúng hạn, ngay_hoan_thanh: 05/02/2026}\n"
        "  - {nhiem_vu: T1, ky: 6 tháng, trang_thai: đang thực hiện trong hạn}\n"
        "  - {nhiem_vu: T1, ky: 6 tháng, trang_thai: đang thực hiện trong hạn}\n"
        "  - {nhiem_vu: T1, ky: quý 2, trang_thai: đang thực hiện trong hạn}\n",
        [
            "Lỗi: trang “ket_qua”, dòng 15: Không có kỳ báo cáo “quy_2” nên dòng này không vào báo cáo nào. Có phải “quy_1” không?",
            "Cảnh báo: trang “ket_qua”, dòng 12: Ghi hoàn thành đúng hạn, nhưng xong ngày 05/02/2026, hạn là 31/01/2026. Chọn “hoàn thành quá hạn”?",
            "Cảnh báo: trang “ket_qua”, dòng 13: Ghi đang thực hiện trong hạn, nhưng hạn 31/01/2026 đã qua vào cuối kỳ. Xem lại trạng thái.",
            "Lỗi: trang “ket_qua”, dòng 14: Kết quả của nhiệm vụ T1 trong kỳ này đã có ở trang “ket_qua”, dòng 13. Giữ một dòng.",
            "Cảnh báo: trang “ket_qua”, dòng 14: Ghi đang thực hiện trong hạn, nhưng hạn 31/01/2026 đã qua vào cuối kỳ. Xem lại trạng thái.",
            "Cảnh báo: trang “ket_qua”, dòng 13: Nhiệm vụ T1 đã ghi hoàn thành ở trang “ket_qua”, dòng 12. Xem lại trạng thái.",
        ],
    ),
    (
        "points and codes that there are not",
        OFFICE,
        "noi_dung_bao_cao:\n  - {ky: quý 1, muc: I.9, noi_dung: 'Đạt [[3-3.9]]% và [[3-3.1]]%.'}\n",
        [
            "Cảnh báo: trang “noi_dung_bao_cao”, dòng 10: Đề cương báo cáo không có mục “I.9” nên dòng này không được in. Các mục: I; I.1; I.2; I.3; I.4; I.5; I.6; II; II.1; II.1.a; II.1.b; II.1.c; II.1.d; II.2; II.2.a; II.2.b; II.2.c; II.3; II.3.a; II.3.b; II.3.c; II.3.d; II.4; II.4.a; II.4.b; II.4.c; II.4.d; II.5; II.5.a; II.5.b; II.5.c; II.6; II.6.a; II.6.b; II.6.c; II.6.d; II.6.đ; II.6.e; II.6.h; III; III.1; III.2; IV.",
            "Lỗi: trang “noi_dung_bao_cao”, dòng 10: Không có chỉ số mã “3-3.9”. Có phải “3-3.1” không?",
            "Lỗi: trang “noi_dung_bao_cao”, dòng 10: Đoạn này trích [[3-3.1]], nhưng kỳ này chưa có số liệu ấy. Điền số liệu, hoặc viết lại câu không có số.",
        ],
    ),
    (
        "no figure and no reason",
        OFFICE,
        "so_lieu_quy_1:\n  - {5-1.1: '-'}\nghi_chu_so_lieu:\n  - {ky: quý 1, ma_chi_so: 5-1.11, ghi_chu: x}\n",
        [
            "Cảnh báo: trang “ghi_chu_so_lieu”, dòng 12: Không có chỉ số mã “5-1.11” nên ghi chú này không được in. Có phải “5-1.1” không?",
            "Lưu ý: trang “so_lieu_quy_1”, dòng 10: Chỉ số 5-1.1 ghi “-” (không có số liệu) mà không có ghi chú vì sao. Thêm một dòng vào trang “Ghi chú số liệu”.",
        ],
    ),
    (
        "a measure of an unknown indicator",
        OFFICE,
        "so_lieu_quy_1:\n"
        "  - {5-1.1: 1}\n"
        "chi_tieu:\n"
        "  - {ma: C1, linh_vuc: TTHC, noi_dung: a}\n"
        "thuoc_do:\n"
        "  - {chi_tieu: C1, noi_dung: a, so_sanh: ≥, gia_tri: 5, chi_so: 3-3.11}\n",
        [
            "Cảnh báo: trang “thuoc_do”, dòng 14: Không có chỉ số mã “3-3.11” nên không biết chỉ tiêu này đạt hay chưa. Có phải “3-3.1.1” không?"
        ],
    ),
    (
        "counts that are none",
        OFFICE,
        "so_lieu_quy_1:\n  - {3-3.3.1: -5, 3-1.4.1: '1,5', 6-1.1: '1,5'}\n",
        [
            "Lỗi: trang “so_lieu_quy_1”, dòng 10: Chỉ số 3-1.4.1 là số đếm (thủ tục), nhưng ghi 1,5. Ghi số nguyên; dấu chấm chỉ ngăn cách hàng nghìn: 1.200.",
            "Lỗi: trang “so_lieu_quy_1”, dòng 10: Chỉ số 3-3.3.1 là -5, nhỏ hơn 0. Xem lại con số này.",
        ],
    ),
    (
        "a total below its parts",
        PROVINCE,
        "so_lieu_quy_1:\n  - {1-4.1: 14, 1-4.1.1: 15, 1-4.1.2: 0, 1-4.1.3: 0}\n",
        [
            "Lỗi: trang “so_lieu_quy_1”, dòng 10: Chỉ số 1-4.1 là 14, không được nhỏ hơn 15 của 1-4.1.1 + 1-4.1.2 + 1-4.1.3 (1-4.1.1, trang “so_lieu_quy_1”; 1-4.1.2, trang “so_lieu_quy_1”; 1-4.1.3, trang “so_lieu_quy_1”). Nhiệm vụ được giao gồm cả nhiệm vụ đang thực hiện, còn trong hạn: sửa chỗ sai."
        ],
    ),
]


@pytest.mark.parametrize(("office", "text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sentences(tmp_path: Path, office: str, text: str, expected: list[str]) -> None:
    assert said(tmp_path, text, office) == expected


def test_hundreds_of_the_same_are_told_as_a_number(tmp_path: Path) -> None:
    units = "".join(
        f"  - {{ma: P{number}, ten: Phòng {number}, loai: phòng, con_dau: không}}\n" for number in range(40)
    )
    rows = "".join(f"  - {{don_vi: P{number}, 7-4.1.1: 10, 7-4.1.2: 11}}\n" for number in range(40))
    found = said(tmp_path, f"so_lieu_quy_1:\n{rows}", OFFICE + units)
    assert len(found) == 21
    assert found[-1] == (
        "Cảnh báo: trang “so_lieu_quy_1”: Còn 21 chỗ khác trong trang này cũng như vậy. Sửa các chỗ trên rồi chạy lại."
    )


@pytest.mark.parametrize(
    ("ky", "text", "is_told"),
    [
        ("quý 1", "Trong quý I năm 2026, Sở đã chỉ đạo.", False),
        ("quý 1", "Trong quý II, Sở sẽ chỉ đạo.", False),
        ("quý 1", "Trong quý III, Sở đã chỉ đạo.", True),
        ("quý 1", "Trong quý I năm 2025, Sở đã chỉ đạo.", True),
        ("6 tháng", "Trong quý II, Sở đã chỉ đạo.", False),
        ("6 tháng", "Sang 6 tháng cuối năm, Sở tiếp tục.", False),
        ("6 tháng", "Trong 9 tháng đầu năm, Sở đã chỉ đạo.", True),
        ("quý 3", "Trong 9 tháng đầu năm, Sở đã chỉ đạo.", False),
        ("quý 3", "Trong 6 tháng đầu năm, Sở đã chỉ đạo.", True),
        ("năm", "Trong quý IV và 9 tháng đầu năm, Sở đã chỉ đạo.", False),
        ("năm", "Năm 2025, Sở đã chỉ đạo.", True),
        ("năm", "So với năm 2025, tỷ lệ tăng.", False),
    ],
)
def test_periods_that_are_left_over(tmp_path: Path, ky: str, text: str, is_told: bool) -> None:
    found = said(tmp_path, f"noi_dung_bao_cao:\n  - {{ky: {ky}, muc: I.1, noi_dung: '{text}'}}\n")
    assert bool(found) is is_told, found
