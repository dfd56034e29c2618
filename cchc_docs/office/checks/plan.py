"""Checks of the plan: its years, areas, tasks, measures, and what its text says of the appendix."""

from collections.abc import Iterator

from cchc_docs.facts import table
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import Data, error, warning
from cchc_docs.office.records.base import Record
from cchc_docs.office.records.ke_hoach import ChiTieu, GiaiPhap, KeHoach, MucDichYeuCau, NhiemVu, ToChucThucHien, tasks
from cchc_docs.office.records.linh_vuc import LinhVuc
from cchc_docs.problems import Problem, Severity
from cchc_docs.text.normal import MarkedText, fold


def plan_years(history: History) -> Iterator[Problem]:
    """The plan's years are in order."""
    data = history.data
    plan = data.ke_hoach
    if plan and plan.den_nam is not None and plan.den_nam <= plan.nam:
        hint = "Xem lại hai năm; kế hoạch một năm thì để trống “Đến năm”."
        yield error(data, plan, "den_nam", "nam_nguoc", "“Đến năm” trước hoặc bằng “Năm”.", hint)


def plan_parts(history: History) -> Iterator[Problem]:
    """Every part of a plan has its sheet filled: a part that falls out should not go unnoticed."""
    data = history.data
    if data.ke_hoach is None:
        return
    parts = (MucDichYeuCau, ChiTieu, GiaiPhap, NhiemVu, ToChucThucHien)
    blank = [cls.sheet for cls in parts if not data.rows(cls.sheet_key) and cls.sheet_key not in data.unread]
    if blank:
        yield Problem(
            "phan_trong",
            Severity.NOTE,
            data.place_of_sheet(KeHoach.sheet_key),
            f"Kế hoạch sẽ thiếu phần, vì những trang này không có hoặc để trống: {'; '.join(blank)}.",
            "Nếu không phải chủ ý thì điền các trang ấy.",
        )


def plan_areas(history: History) -> Iterator[Problem]:
    """A plan covers all contents of reform, and says something of each."""
    data = history.data
    if data.ke_hoach is None or LinhVuc.sheet_key in data.source.unread:
        return
    wanted = table("noi_dung_cchc")
    for row in wanted:
        if not data.names.knows(LinhVuc.sheet_key, row["ma"]):
            yield Problem(
                "thieu_linh_vuc",
                Severity.WARNING,
                data.place_of_sheet(LinhVuc.sheet_key),
                f"Kế hoạch thiếu nội dung “{row['ten']}” (mã {row['ma']}).",
                f"Kế hoạch đủ {len(wanted)} nội dung mới được tính điểm; thêm một dòng vào trang “Lĩnh vực”.",
            )
    if {"chi_tieu", "giai_phap"} & data.unread:
        return
    used = {row.linh_vuc.ma for row in data.chi_tieu} | {row.linh_vuc.ma for row in data.giai_phap}
    for area in data.linh_vuc:
        if area.ma not in used:
            yield warning(
                data,
                area,
                "ma",
                "linh_vuc_trong",
                f"Lĩnh vực “{area.ten_trong_ke_hoach}” chưa có chỉ tiêu, giải pháp nào nên không in ở phần nội dung.",
                "Thêm dòng ở trang “Chỉ tiêu” hoặc “Giải pháp”.",
            )


_FRAME = {"san_pham": "Sản phẩm", "chu_tri": "Chủ trì", "thoi_han": "Thời hạn"}
_FRAME_HINT = "Kế hoạch phải nêu kết quả, trách nhiệm và thời hạn của từng nhiệm vụ mới được tính điểm."


def tasks_complete(history: History) -> Iterator[Problem]:
    """Each task has its code, area, text; and its product, lead and deadline, without which a plan loses points."""
    data = history.data
    yield from _missing_frame(data)
    # Rows that could not be read are not in the data: what is taken for the row above may be another one.
    if NhiemVu.sheet_key not in data.unread:
        yield from _without_code(data)
        yield from _further_products(data)
    for task in tasks(data.nhiem_vu):
        for field, heading in (("linh_vuc", "Lĩnh vực"), ("noi_dung", "Nội dung")):
            if not getattr(task.dau, field):
                yield error(data, task.dau, field, "thieu_gia_tri", f"Nhiệm vụ {task.dau.ma} thiếu “{heading}”.")
        for row in task.dong:
            yield from _logical_frame(data, row, task.dau.ma)


def _without_code(data: Data) -> Iterator[Problem]:
    for row in data.nhiem_vu:
        if row.ma:
            return
        yield error(
            data,
            row,
            "ma",
            "nhiem_vu_thieu_ma",
            "Dòng nhiệm vụ đầu tiên thiếu “Mã”.",
            "Ghi mã, ví dụ CD.1; chỉ để trống Mã ở dòng là sản phẩm tiếp theo của nhiệm vụ ở trên.",
        )


def _further_products(data: Data) -> Iterator[Problem]:
    """A row without a code repeats the task above or leaves its cells blank; one difference a row is told."""
    for task in tasks(data.nhiem_vu):
        for row in task.dong[1:]:
            for field, heading in (("linh_vuc", "Lĩnh vực"), ("noi_dung", "Nội dung")):
                if getattr(row, field) and getattr(row, field) != getattr(task.dau, field):
                    yield error(
                        data,
                        row,
                        "ma",
                        "nhiem_vu_thieu_ma",
                        "Dòng này để trống “Mã” nên là sản phẩm tiếp theo của nhiệm vụ ở trên, "
                        f"nhưng “{heading}” lại khác.",
                        f"Nếu là nhiệm vụ mới thì ghi Mã; nếu là sản phẩm tiếp theo thì xóa ô {heading}.",
                    )
                    break


def _missing_frame(data: Data) -> Iterator[Problem]:
    """A column that the sheet lacks is told once, not once a task."""
    for field, heading in _FRAME.items():
        lacking = any(_needs(row, field) for row in data.nhiem_vu)
        if lacking and not data.has_column(NhiemVu.sheet_key, field):
            yield Problem(
                "thieu_khung_logic",
                Severity.WARNING,
                data.place_of_sheet(NhiemVu.sheet_key),
                f"Không nhiệm vụ nào có “{heading}”: trang này không có cột ấy.",
                _FRAME_HINT,
            )


def _logical_frame(data: Data, row: NhiemVu, ma: str) -> Iterator[Problem]:
    for field, heading in _FRAME.items():
        if _needs(row, field) and data.has_column(NhiemVu.sheet_key, field):
            yield warning(data, row, field, "thieu_khung_logic", f"Nhiệm vụ {ma} thiếu “{heading}”.", _FRAME_HINT)


def _needs(row: NhiemVu, field: str) -> bool:
    """Return True if the field is blank and should not be; a task assigned by another document names no lead."""
    return not getattr(row, field) and not (field == "chu_tri" and row.theo_van_ban)


def money_of_tasks(history: History) -> Iterator[Problem]:
    """The plan's appendix has no column for money: said once, where the first sum stands."""
    data = history.data
    row = next((row for row in data.nhiem_vu if row.kinh_phi is not None), None)
    if row is not None:
        yield Problem(
            "kinh_phi_khong_in",
            Severity.NOTE,
            data.place(row, "kinh_phi"),
            "Cột “Kinh phí” chỉ để theo dõi: phụ lục theo mẫu có sẵn không in cột này.",
            "Nếu cần in thì thêm cột vào mẫu của cơ quan; đoạn về kinh phí ghi ở trang “Kế hoạch”.",
        )


def measures(history: History) -> Iterator[Problem]:
    """A measure has a value where its comparison needs one, and none where it is qualitative."""
    data = history.data
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


def appendix_mentioned(history: History) -> Iterator[Problem]:
    """The text mentions its appendix, and only one that is there (NĐ 30/2020, Phụ lục I, III.1)."""
    data = history.data
    if data.ke_hoach is None:
        return
    mention = next((place for place in _texts(data, data.ke_hoach) if "phụ lục" in fold(place[2])), None)
    if data.nhiem_vu and mention is None:
        yield warning(
            data,
            data.ke_hoach,
            "ket",
            "khong_nhac_phu_luc",
            "Văn bản có phụ lục nhiệm vụ nhưng không đoạn nào nhắc đến phụ lục.",
            "Thêm câu như: (*Có Phụ lục kèm theo*).",
        )
    elif mention and not data.nhiem_vu and NhiemVu.sheet_key not in data.unread:
        record, field, _ = mention
        yield warning(
            data,
            record,
            field,
            "nhac_phu_luc_khong_co",
            "Đoạn này nhắc đến phụ lục nhưng trang “Nhiệm vụ” chưa có gì nên văn bản không có phụ lục.",
            "Điền trang “Nhiệm vụ”, hoặc bỏ chỗ nhắc đến phụ lục.",
        )


def _texts(data: Data, plan: KeHoach) -> Iterator[tuple[Record, str, MarkedText]]:
    """The running text of the plan, with the record and field of each."""
    yield from ((plan, field, getattr(plan, field)) for field in ("mo_dau", "kinh_phi", "ket"))
    for rows in (data.muc_dich_yeu_cau, data.chi_tieu, data.giai_phap, data.to_chuc_thuc_hien):
        yield from ((row, "noi_dung", row.noi_dung) for row in rows)
