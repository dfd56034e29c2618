"""The model offices of 2026 in ``data/``: complete, and as consistent as the books of a real office."""

from collections import Counter, defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from cchc_docs.commands.make import make
from cchc_docs.data.fields.deadline import LoaiThoiHan
from cchc_docs.data.read import read
from cchc_docs.office.records import VOCABULARY, Data, load
from cchc_docs.office.records.bao_cao import TRANG_THAI
from cchc_docs.office.records.ke_hoach import SO_SANH, tasks
from cchc_docs.problems import Severity

FOLDER = Path(__file__).resolve().parent.parent / "data"
MODELS = ("so_mau_2026", "ubnd_tinh_mau_2026")
COMMUNES = {"xã", "phường", "đặc khu"}


@cache
def model(name: str) -> Data:
    loaded = load(read((FOLDER / name).with_suffix(".xlsx"), VOCABULARY))
    assert not loaded.problems, "\n".join(map(str, loaded.problems))
    return loaded.data


@pytest.mark.parametrize("name", MODELS)
def test_files_add_up_and_each_period_begins_where_the_one_before_ended(name: str) -> None:
    opened: dict[tuple[str, str], set[int]] = defaultdict(set)
    half_year = {}
    for row in model(name).ho_so_tthc:
        assert row.tiep_nhan == row.giai_quyet + row.dang_giai_quyet, row
        if row.ky == "6_thang":
            half_year[row.don_vi, row.linh_vuc] = row.dang_giai_quyet
        if row.ky == "quy_3":  # the quarter alone; the others begin on 15/12
            assert row.tu_ky_truoc == half_year[row.don_vi, row.linh_vuc], row
        else:
            opened[row.don_vi.ma, row.linh_vuc].add(row.tu_ky_truoc)
    assert opened
    assert {len(values) for values in opened.values()} == {1}


@pytest.mark.parametrize("name", MODELS)
def test_each_file_sent_online_is_one_of_a_service_of_one_kind_or_the_other(name: str) -> None:
    data = model(name)
    received: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for row in data.ho_so_tthc:
        received[row.ky, row.don_vi.ma][0] += row.tiep_nhan_truc_tuyen
        received[row.ky, row.don_vi.ma][1] += row.tiep_nhan_truc_tuyen + row.tiep_nhan_truc_tiep
    seen = 0
    for ky, sheet in data.so_lieu.items():
        for unit in filter(None, sheet.units):
            values = [sheet.value(unit, code) for code in ("7-4.3.2", "7-4.4.2", "7-4.3.1", "7-4.4.1")]
            if values == [None] * 4:
                continue
            full, part, of_full, of_part = (value for value in values if isinstance(value, Decimal))
            assert [full + part, of_full + of_part] == received[ky, unit.ma], (ky, unit.ma)
            assert full <= of_full, (ky, unit.ma)
            assert part <= of_part, (ky, unit.ma)
            seen += 1
    assert seen == {"so_mau_2026": 20, "ubnd_tinh_mau_2026": 276}[name]


@pytest.mark.parametrize("name", MODELS)
def test_an_indicator_is_told_by_the_office_or_by_its_units(name: str) -> None:
    for sheet in model(name).so_lieu.values():
        for code in sheet.columns:
            told = {unit is None for unit in sheet.units if sheet.value(unit, code) is not None}
            assert len(told) == 1, f"{sheet.sheet.name} {code}"


def test_the_department_goes_through_every_kind_of_target_deadline_and_result() -> None:
    data = model("so_mau_2026")
    assert {measure.so_sanh for measure in data.thuoc_do} == set(SO_SANH.choices)
    kinds = {row.thoi_han.loai for row in data.nhiem_vu if row.thoi_han}
    assert kinds == set(LoaiThoiHan) - {LoaiThoiHan.KHAC}
    assert {result.trang_thai for result in data.ket_qua} == set(TRANG_THAI.choices)
    assert Counter(result.ky for result in data.ket_qua) == dict.fromkeys(("quy_1", "6_thang", "quy_3", "nam"), 25)
    assert len(data.noi_dung_kiem_tra) == 30


def test_the_department_has_a_row_for_each_file_that_was_late() -> None:
    data = model("so_mau_2026")
    late = Counter({row.don_vi.ma: 0 for row in data.ho_so_tthc})
    for row in data.ho_so_tthc:
        late[row.don_vi.ma] += row.giai_quyet_qua_han if row.ky == "nam" else 0
    assert +late == Counter(file.don_vi.ma for file in data.ho_so_tre_han)
    assert {file.loi for file in data.ho_so_tre_han} == {"cơ quan", "khác"}


def test_the_province_has_two_tiers_and_the_plan_of_its_kind() -> None:
    data = model("ubnd_tinh_mau_2026")
    kinds = Counter(unit.loai for unit in data.don_vi)
    assert kinds == {"sở": 14, "ban": 1, "xã": 100, "phường": 23, "đặc khu": 1}
    assert len({unit.ten for unit in data.don_vi}) == 139
    per_area = Counter(task.dau.linh_vuc.ma for task in tasks(data.nhiem_vu) if task.dau.linh_vuc)
    assert list(per_area.values()) == [4, 12, 5, 4, 6, 11, 7]
    assert len(data.nhiem_vu) == 52
    done = [one for one in data.ket_qua if one.ky == "quy_1" and one.trang_thai.startswith("hoàn thành")]
    assert len(done) == 11
    assert {row.don_vi for row in data.ho_so_tthc if row.ky == "quy_1"} == set(data.don_vi)
    assert sum(unit.loai in COMMUNES for unit in data.don_vi) == 124


@pytest.mark.parametrize("name", MODELS)
def test_lists_of_people_and_papers_say_in_the_workbook_too_that_they_are_invented(name: str) -> None:
    source = read((FOLDER / name).with_suffix(".xlsx"), VOCABULARY)
    assert "ve_tep_nay" in source.sheets
    for sheet in ("don_vi", "nguoi_ky", "van_ban", "cuoc_kiem_tra", "thanh_phan_kiem_tra", "phat_hien"):
        assert {row["ghi_chu"] for row in source.sheets[sheet].records()} == {"số liệu minh họa"}, sheet


def test_a_unit_that_is_no_more_has_no_report_and_that_is_said(tmp_path: Path) -> None:
    file = FOLDER / "so_mau_2026.xlsx"
    made = make(file, tmp_path / "ra", periods=["6_thang"], subjects=["TTG"])
    assert (made.documents, [str(one) for one in made.problems if one.severity is Severity.ERROR]) == (
        (),
        [
            "Lỗi: Đối tượng “TTG” không có văn bản nào của kỳ “6_thang”. Đơn vị có thể chưa thành lập, hoặc đã giải thể "
            "trong kỳ ấy."
        ],
    )
    assert [str(one) for one in make(tmp_path / "x.xlsx", tmp_path / "ra", periods=["6_thang"]).problems] == [
        "Lỗi: x.xlsx: Không tìm thấy tệp. Kiểm tra lại tên tệp và thư mục chứa tệp."
    ]
