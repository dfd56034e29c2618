"""Checks of the data: numbers that disagree, words that disagree with numbers, rows that the rules do not allow.

A check says where, what and what to do; it never changes anything. Many are tied to an error of a real, issued paper.
``CHECKS`` lists them all, a function each; facts of the law come from ``cchc_docs.facts``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from cchc_docs.office.checks import (
    citations,
    files,
    inspections,
    narrative,
    numbers,
    plan,
    register,
    remains,
    repeats,
    results,
    signing,
    typed_marks,
    units,
)
from cchc_docs.office.figures.history import History
from cchc_docs.problems import Problem, Problems


@dataclass(frozen=True, slots=True)
class DataCheck:
    """One check: its id, its title in Vietnamese, the function that finds the problems.

    ``needs_all_rows`` marks one that would be wrong where rows could not be read: a sum lacks them, a report seems
    missing.
    """

    id: str
    title: str
    find: Callable[[History], Iterator[Problem]]
    needs_all_rows: bool = False


def check(history: History) -> tuple[Problem, ...]:
    """All that ``CHECKS`` find in the data of ``history``, each once, in the order of the table."""
    problems = Problems()
    wanted = (one for one in CHECKS if not (one.needs_all_rows and history.data.unread))
    problems.extend(chain.from_iterable(one.find(history) for one in wanted))
    return tuple(problems)


CHECKS: tuple[DataCheck, ...] = (
    # Of single records and sheets.
    DataCheck("quyen_han_ky", "Quyền hạn, Ký thay và Chức vụ của người ký khớp nhau", signing.signing_forms),
    DataCheck("ky_thay_mat", "Ký TM. khi và chỉ khi cơ quan theo chế độ tập thể", signing.collective_signing),
    DataCheck("ho_ten_nguoi_ky", "Dưới chữ ký chỉ ghi họ tên, viết chữ thường", signing.names),
    DataCheck("ngay_cua_don_vi", "Đơn vị có các ngày đúng thứ tự, có đơn vị kế tục", units.days_and_successors),
    DataCheck("so_van_ban", "Sổ văn bản ghi mỗi văn bản một dòng", register.one_row_a_document),
    DataCheck("nam_cua_ke_hoach", "Các năm của kế hoạch đúng thứ tự", plan.plan_years),
    DataCheck("cac_phan_ke_hoach", "Kế hoạch có đủ các phần", plan.plan_parts),
    DataCheck("linh_vuc_ke_hoach", "Kế hoạch có đủ các nội dung cải cách, mỗi nội dung có việc", plan.plan_areas),
    DataCheck("nhiem_vu_du_cot", "Nhiệm vụ có mã, lĩnh vực, sản phẩm, chủ trì, thời hạn", plan.tasks_complete),
    DataCheck("kinh_phi_nhiem_vu", "Phụ lục không có cột cho kinh phí của nhiệm vụ", plan.money_of_tasks),
    DataCheck("gia_tri_thuoc_do", "Thước đo có giá trị đúng với cách so sánh", plan.measures),
    DataCheck("loi_nhac_phu_luc", "Lời của kế hoạch và phụ lục nhiệm vụ khớp nhau", plan.appendix_mentioned),
    DataCheck("gio_kiem_tra", "Cuộc kiểm tra kết thúc sau khi bắt đầu", inspections.inspection_times),
    DataCheck("don_vi_kiem_tra", "Đơn vị được kiểm tra thuộc diện kiểm tra", inspections.inspected_units),
    DataCheck("doan_kiem_tra", "Đoàn kiểm tra có trưởng đoàn và thư ký", inspections.teams),
    DataCheck("ton_tai_kien_nghi", "Tồn tại có kiến nghị, đơn vị thực hiện, hạn", inspections.findings),
    DataCheck("muc_kiem_tra", "Lịch kiểm tra đạt mức tối thiểu", inspections.inspection_coverage),
    DataCheck("ngay_ho_so_tre", "Các ngày của hồ sơ trễ hạn đúng thứ tự", inspections.late_files),
    DataCheck("xin_loi_hen_lai", "Xin lỗi đúng lúc, hẹn lại một lần", inspections.apologies),
    DataCheck("gach_dau_dong", "Đoạn được in gạch đầu dòng thì không gõ gạch nữa", typed_marks.dashes),
    DataCheck("so_thu_tu", "Tiêu đề được đánh số thì không gõ số nữa", typed_marks.numbers),
    DataCheck("trich_yeu", "Trích yếu không lặp tên loại, không có dấu chấm cuối", typed_marks.summaries),
    DataCheck("dia_danh", "Địa danh viết đầy đủ, viết hoa, không có dấu ở cuối", typed_marks.place_names),
    DataCheck("so_cua_van_ban", "Số của văn bản đếm từ 1", typed_marks.document_numbers),
    DataCheck("trich_so_ngoai_bao_cao", "Ngoài báo cáo thì không trích số liệu bằng mã", typed_marks.citations),
    # Of figures and reports.
    DataCheck("ky_cua_dong", "Dòng nêu kỳ báo cáo có trong lịch", results.periods),
    DataCheck("chi_so_thuoc_do", "Thước đo nêu chỉ số có trong danh mục", results.measures),
    DataCheck("cong_thuc", "Công thức của chỉ số riêng đọc được và tính được", numbers.formulas),
    DataCheck("kieu_so", "Số đếm là số nguyên, không số nào âm", numbers.counts),
    DataCheck("ghi_chu_so_lieu", "Ghi chú nói về chỉ số có trong danh mục", numbers.notes),
    DataCheck("dong_ho_so", "Hồ sơ tiếp nhận bằng đã giải quyết cộng đang giải quyết", files.rows),
    DataCheck("don_vi_da_het", "Không có số liệu, báo cáo của đơn vị không hoạt động trong kỳ", units.gone),
    DataCheck("muc_de_cuong", "Lời báo cáo nêu mục có trong đề cương", citations.points),
    DataCheck("ngay_vien_dan", "Một văn bản được viện dẫn với một ngày", citations.dates_of_documents),
    DataCheck("co_quan_vien_dan", "Văn bản được viện dẫn đúng cơ quan ban hành", citations.issuers),
    DataCheck("cong_trong_cau", "Các số cộng trong câu đúng bằng tổng", narrative.sums),
    DataCheck("dau_thap_phan", "Các tỷ lệ của một câu có cùng số chữ số lẻ", narrative.decimals),
    DataCheck("so_khong_o_dau", "Số dưới 10 viết cùng một cách trong cả báo cáo", narrative.leading_zeros),
    DataCheck("ky_nam_cu", "Lời báo cáo không nói kỳ, năm của báo cáo khác", remains.periods_and_years),
    DataCheck("noi_khac", "Lời báo cáo không nêu tên tỉnh khác", remains.places),
    DataCheck("co_quan_cu", "Không nêu cơ quan không còn hoạt động", remains.dissolved),
    DataCheck("doan_lap_lai", "Đoạn văn không giống hệt báo cáo trước", repeats.paragraphs_again),
    DataCheck("so_lap_lai", "Các con số của câu không giống hệt báo cáo trước", repeats.numbers_again),
    # Of figures and reports, where all rows could be read.
    DataCheck(
        "ket_qua_nhiem_vu", "Kết quả của nhiệm vụ không trùng, không trái ngày", results.tasks, needs_all_rows=True
    ),
    DataCheck("nhap_va_tinh", "Số nhập bằng số tính được", numbers.typed_and_computed, needs_all_rows=True),
    DataCheck("doi_chieu", "Số của các biểu mẫu khớp nhau", numbers.cross_checks, needs_all_rows=True),
    DataCheck("ty_le", "Tỷ lệ không phải là số đếm, không quá 100", numbers.ratios, needs_all_rows=True),
    DataCheck("tang_giam_bat_thuong", "Số liệu không tăng, giảm bất thường", numbers.jumps, needs_all_rows=True),
    DataCheck("khong_co_so_lieu", "Dấu “-” có ghi chú vì sao", numbers.signs_without_note, needs_all_rows=True),
    DataCheck("ton_dau_ky", "Hồ sơ chuyển sang bằng hồ sơ tồn cuối kỳ trước", files.carried_over, needs_all_rows=True),
    DataCheck(
        "thieu_bao_cao", "Trang Nộp báo cáo nói đến mọi đơn vị phải báo cáo", units.missing_reports, needs_all_rows=True
    ),
    DataCheck("so_duoc_trich", "Chỉ số được trích có số liệu của kỳ", citations.cited_figures, needs_all_rows=True),
    DataCheck("loi_trai_so", "Lời báo cáo không trái số liệu", narrative.contradictions, needs_all_rows=True),
    DataCheck("tang_giam_trai_so", "Chữ tăng, giảm không trái số liệu", repeats.directions, needs_all_rows=True),
)
"""All checks, in the order in which what they find is told of one place; elsewhere it is sorted by place."""
