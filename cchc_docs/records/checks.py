"""Checks across the data: one function a rule, listed in ``CHECKS``; each gives the problems it finds.

A check says where, what and what to do; it never changes anything. Facts of the law come from ``cchc_docs.facts``.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from cchc_docs.facts import table
from cchc_docs.problems import Problem, Problems, Severity
from cchc_docs.records import Data, error, signing, warning
from cchc_docs.records.base import Record
from cchc_docs.records.ke_hoach import NhiemVu, tasks
from cchc_docs.text import fold

Check = Callable[[Data], Iterator[Problem]]


def check(data: Data) -> tuple[Problem, ...]:
    """All that ``CHECKS`` find in ``data``, each once."""
    problems = Problems()
    problems.extend(chain.from_iterable(rule(data) for rule in CHECKS))
    return tuple(problems)


# --- the office and its units -------------------------------------------------------------------------------------


def units(data: Data) -> Iterator[Problem]:
    """A unit's dates are in order and its successor exists."""
    for unit in data.don_vi:
        if unit.tu_ngay and unit.den_ngay and unit.den_ngay < unit.tu_ngay:
            yield error(data, unit, "den_ngay", "ngay_nguoc", "“Đến ngày” trước “Từ ngày”.", "Xem lại hai ngày.")
        if unit.thay_bang and not data.names.knows(unit.sheet_key, unit.thay_bang):
            yield error(
                data,
                unit,
                "thay_bang",
                "khong_tham_chieu_duoc",
                f"Không có “{unit.thay_bang}” trong trang “{unit.sheet}”.",
                "Ghi mã hoặc tên của một đơn vị có trong trang này.",
            )


def register(data: Data) -> Iterator[Problem]:
    """One row of the register a document."""
    seen: dict[tuple[str, str, str], Record] = {}
    for entry in data.van_ban:
        subject = (fold(entry.loai_van_ban), entry.ky, entry.doi_tuong)
        if subject in seen:
            yield error(
                data,
                entry,
                "loai_van_ban",
                "trung_van_ban",
                f"Văn bản này đã có ở {data.place(seen[subject], 'loai_van_ban')}.",
                "Mỗi văn bản chỉ ghi một dòng; văn bản theo kỳ thì ghi thêm Kỳ, theo đơn vị thì ghi thêm Đối tượng.",
            )
        seen.setdefault(subject, entry)


# --- the plan -----------------------------------------------------------------------------------------------------


def plan_years(data: Data) -> Iterator[Problem]:
    """The plan's years are in order."""
    plan = data.ke_hoach
    if plan and plan.den_nam is not None and plan.den_nam < plan.nam:
        yield error(data, plan, "den_nam", "nam_nguoc", "“Đến năm” trước “Năm”.", "Xem lại hai năm.")


def plan_areas(data: Data) -> Iterator[Problem]:
    """A plan covers all seven contents of reform, and says something of each."""
    if data.ke_hoach is None:
        return
    known = {area.ma for area in data.linh_vuc}
    for row in table("noi_dung_cchc"):
        if row["ma"] not in known:
            yield Problem(
                "thieu_linh_vuc",
                Severity.CANH_BAO,
                data.place_of_sheet("linh_vuc"),
                f"Kế hoạch thiếu nội dung “{row['ten']}” (mã {row['ma']}).",
                "Kế hoạch đủ 7 nội dung mới được tính điểm; thêm một dòng vào trang “Lĩnh vực”.",
            )
    used = {row.linh_vuc.ma for row in data.chi_tieu} | {row.linh_vuc.ma for row in data.giai_phap}
    for area in data.linh_vuc:
        if area.ma not in used:
            yield warning(
                data,
                area,
                "ma",
                "linh_vuc_trong",
                f"Lĩnh vực “{area.ten_trong_ke_hoach}” chưa có chỉ tiêu, giải pháp nào nên không in trong kế hoạch.",
                "Thêm dòng ở trang “Chỉ tiêu” hoặc “Giải pháp”.",
            )


def tasks_complete(data: Data) -> Iterator[Problem]:
    """Each task has its code, area, text; and its product, lead and deadline, without which a plan loses points."""
    started = False
    for row in data.nhiem_vu:
        started = started or bool(row.ma)
        if not started:
            yield error(
                data,
                row,
                "ma",
                "nhiem_vu_thieu_ma",
                "Dòng nhiệm vụ đầu tiên thiếu “Mã”.",
                "Ghi mã, ví dụ CD.1; chỉ để trống Mã ở dòng là sản phẩm tiếp theo của nhiệm vụ ở trên.",
            )
    for task in tasks(data.nhiem_vu):
        for field, heading in (("linh_vuc", "Lĩnh vực"), ("noi_dung", "Nội dung")):
            if not getattr(task.dau, field):
                yield error(data, task.dau, field, "thieu_gia_tri", f"Nhiệm vụ {task.dau.ma} thiếu “{heading}”.")
        for row in task.dong:
            yield from _further_product(data, row, task.dau)
            yield from _logical_frame(data, row, task.dau.ma)


def _further_product(data: Data, row: NhiemVu, first: NhiemVu) -> Iterator[Problem]:
    for field, heading in (("linh_vuc", "Lĩnh vực"), ("noi_dung", "Nội dung")):
        if row is not first and getattr(row, field) and getattr(row, field) != getattr(first, field):
            yield error(
                data,
                row,
                "ma",
                "nhiem_vu_thieu_ma",
                f"Dòng này để trống “Mã” nên là sản phẩm tiếp theo của nhiệm vụ ở trên, nhưng “{heading}” lại khác.",
                f"Nếu là nhiệm vụ mới thì ghi Mã; nếu là sản phẩm tiếp theo thì xóa ô {heading}.",
            )
            return


def _logical_frame(data: Data, row: NhiemVu, ma: str) -> Iterator[Problem]:
    wanted = [("san_pham", "Sản phẩm"), ("thoi_han", "Thời hạn")]
    if not row.theo_van_ban:
        wanted.append(("chu_tri", "Chủ trì"))
    for field, heading in wanted:
        if not getattr(row, field):
            yield warning(
                data,
                row,
                field,
                "thieu_khung_logic",
                f"Nhiệm vụ {ma} thiếu “{heading}”.",
                "Kế hoạch phải nêu kết quả, trách nhiệm và thời hạn của từng nhiệm vụ mới được tính điểm.",
            )


def measures(data: Data) -> Iterator[Problem]:
    """A measure has a value where its comparison needs one, and none where it is qualitative."""
    for measure in data.thuoc_do:
        if measure.so_sanh == "định tính" and measure.gia_tri is not None:
            what, hint = "Thước đo định tính thì không có giá trị.", "Xóa ô Giá trị, hoặc chọn cách so sánh khác."
        elif measure.so_sanh != "định tính" and measure.gia_tri is None:
            what = f"Thước đo so sánh “{measure.so_sanh}” thiếu giá trị."
            hint = "Điền ô Giá trị, hoặc chọn định tính."
        elif measure.don_vi_tinh == "%" and measure.gia_tri is not None and measure.gia_tri > 100:
            what, hint = "Thước đo tính bằng % lớn hơn 100.", "Xem lại Giá trị và Đơn vị tính."
        else:
            continue
        yield error(data, measure, "gia_tri", "thuoc_do_sai", what, hint)


def appendix_mentioned(data: Data) -> Iterator[Problem]:
    """The text mentions its appendix (NĐ 30/2020, Phụ lục I, III.1)."""
    if data.ke_hoach is None or not data.nhiem_vu:
        return
    plan = data.ke_hoach
    texts = [plan.mo_dau, plan.ket, plan.kinh_phi]
    texts += [row.noi_dung for row in data.muc_dich_yeu_cau]
    texts += [row.noi_dung for row in data.giai_phap]
    texts += [row.noi_dung for row in data.to_chuc_thuc_hien]
    if not any("phụ lục" in fold(text) for text in texts):
        yield warning(
            data,
            plan,
            "ket",
            "khong_nhac_phu_luc",
            "Văn bản có phụ lục nhiệm vụ nhưng không đoạn nào nhắc đến phụ lục.",
            "Thêm câu như: (*Có Phụ lục kèm theo*).",
        )


CHECKS: tuple[Check, ...] = (
    signing.signing_forms,
    signing.collective_signing,
    signing.no_academic_titles,
    units,
    register,
    plan_years,
    plan_areas,
    tasks_complete,
    measures,
    appendix_mentioned,
)
