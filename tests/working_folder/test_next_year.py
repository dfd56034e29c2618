"""``cchc moi THU_MUC --tu DU_LIEU``: what of this year's file stands in next year's, and what a person must fill in."""

from pathlib import Path

import pytest

from cchc_docs.data.read import read
from cchc_docs.data.read.source import Source
from cchc_docs.office.records import SHEETS, VOCABULARY, load
from cchc_docs.office.records.base import NextYear
from cchc_docs.working_folder import next_year as module
from cchc_docs.working_folder.new import create
from cchc_docs.working_folder.next_year import RULES, begin_anew, next_year
from tests.helpers import EXAMPLE, OFFICE, Cchc, data_file

YEAR = """\
ke_hoach: {nam: 2026, trich_yeu: Cải cách hành chính năm 2026, mo_dau: Sở ban hành, ket: Yêu cầu}
"""
AREAS = """\
linh_vuc:
  - {ma: TTHC, ten_trong_ke_hoach: Cải cách thủ tục hành chính}
"""
UNITS = """\
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
  - {ma: TT, ten: Thanh tra, ten_goi_khac: TTr; Thanh tra Sở, loai: phòng, con_dau: không, den_ngay: 30/6/2026, thay_bang: VP}
  - {ma: QL, ten: Phòng Quản lý, loai: phòng, con_dau: không, den_ngay: 30/6/2026}
  - {ma: CC, ten: Chi cục, loai: chi cục, con_dau: có, den_ngay: 30/6/2027}
"""


def carried(folder: Path, text: str) -> tuple[Source, list[str]]:
    """Next year's sheets, read back from the workbook that is made of them, and what is said of them."""
    result = create(folder / "moi", previous=data_file(folder, text, OFFICE))
    said = [str(one) for one in result.problems]
    return (read(result.made[0], VOCABULARY) if result.made else Source("")), said


def rows(found: Source, sheet: str) -> list[dict[str, str]]:
    return [{name: str(cell) for name, cell in row.items()} for row in found.sheets[sheet].records()]


def test_each_way_of_taking_a_sheet_over_has_its_rule() -> None:
    """The figures of the periods are no record's and begin anew."""
    assert set(RULES) == set(NextYear) == {cls.next_year for cls in SHEETS.values()}
    assert module._rule("so_lieu_quy_1") is begin_anew


def test_the_office_its_areas_and_its_recipients_stay(tmp_path: Path) -> None:
    text = YEAR + AREAS + "noi_nhan:\n  - {vai_tro: nơi nhận, ten: Như trên, ghi_chu_rieng: x}\n"
    text += "noi_dung_kiem_tra:\n  - {linh_vuc: TTHC, noi_dung: Niêm yết}\nchi_so_rieng:\n"
    text += "  - {ma: R-1, bieu_mau: Riêng, stt: 1, ten: Số lớp, loai: số đếm}\n"
    found, said = carried(tmp_path, text)
    assert rows(found, "co_quan")[0]["ten"] == "Sở Thử nghiệm"
    assert rows(found, "linh_vuc") == [{"ma": "TTHC", "ten_trong_ke_hoach": "Cải cách thủ tục hành chính"}]
    assert rows(found, "noi_nhan") == [{"vai_tro": "nơi nhận", "ten": "Như trên", "ghi_chu_rieng": "x"}]
    assert rows(found, "noi_dung_kiem_tra") == [{"linh_vuc": "TTHC", "noi_dung": "Niêm yết"}]
    assert rows(found, "chi_so_rieng")[0]["ma"] == "R-1"
    assert said == [
        "Lưu ý: du_lieu.xlsx, trang “Kế hoạch”: Đã ghi năm 2027; các mục khác để trống. Điền mới: Trích yếu; Mở đầu; Kết; "
        "và các mục khác nếu có."
    ]
    assert rows(found, "ke_hoach") == [{"nam": "2027"}]


def test_what_belongs_to_a_year_is_left_blank_and_told(tmp_path: Path) -> None:
    text = YEAR + AREAS + UNITS + (
        "can_cu:\n  - {loai_van_ban: ke_hoach, noi_dung: Thực hiện Kế hoạch số 1}\n"
        "giai_phap:\n  - {linh_vuc: TTHC, noi_dung: một}\n  - {linh_vuc: TTHC, noi_dung: hai}\n"
        "van_ban:\n  - {loai_van_ban: ke_hoach, so: 5, ngay: 05/01/2026}\n"
        "so_lieu_quy_1:\n  - {don_vi: VP, 3-3.1: 7}\n"
        "nop_bao_cao:\n  - {ky: quy_1, don_vi: VP}\n"
    )  # fmt: skip
    found, said = carried(tmp_path, text)
    for sheet in ("can_cu", "giai_phap", "van_ban", "nop_bao_cao"):
        assert found.sheets[sheet].is_blank
    assert not [name for name in found.sheets if name.startswith("so_lieu")]
    assert [one for one in said if "Để trống: " in one] == [
        "Lưu ý: du_lieu.xlsx, trang “Căn cứ”: Để trống: nội dung của năm 2027 khác năm trước (năm trước có 1 dòng). Điền cho "
        "năm 2027.",
        "Lưu ý: du_lieu.xlsx, trang “Giải pháp”: Để trống: nội dung của năm 2027 khác năm trước (năm trước có 2 dòng). Điền "
        "cho năm 2027.",
    ]


def test_units_that_are_no_more_give_way_to_their_successors(tmp_path: Path) -> None:
    text = YEAR + UNITS + (
        "nguoi_ky:\n"
        "  - {chuc_vu: Giám đốc, ho_ten: Lê A}\n"
        "  - {don_vi: TTr, chuc_vu: Chánh Thanh tra, ho_ten: Lê B}\n"
        "  - {don_vi: QL, chuc_vu: Trưởng phòng, ho_ten: Lê C}\n"
        "nhiem_vu:\n"
        "  - {ma: 1, noi_dung: việc, chu_tri: Thanh tra Sở; Chi cục; QL, phoi_hop: VP; TT; các phòng, theo_doi: QL, "
        "thoi_han: Quý I năm 2027}\n"
    )  # fmt: skip
    found, said = carried(tmp_path, text)
    assert [row["ma"] for row in rows(found, "don_vi")] == ["VP", "CC"]
    assert [(row["ho_ten"], row.get("don_vi")) for row in rows(found, "nguoi_ky")] == [("Lê A", None), ("Lê B", "VP")]
    (task,) = rows(found, "nhiem_vu")
    assert (task["chu_tri"], task["phoi_hop"], task.get("theo_doi")) == ("VP; Chi cục", "VP; các phòng", None)
    assert said[:3] == [
        "Lưu ý: du_lieu.xlsx, trang “Đơn vị”: Không chép “Thanh tra” (mã TT) vì chỉ hoạt động đến 30/6/2026, các trang khác "
        "ghi “VP” thay vào. Nếu đơn vị vẫn hoạt động thì thêm lại dòng này.",
        "Lưu ý: du_lieu.xlsx, trang “Đơn vị”: Không chép “Phòng Quản lý” (mã QL) vì chỉ hoạt động đến 30/6/2026. Nếu đơn vị "
        "vẫn hoạt động thì thêm lại dòng này.",
        "Lưu ý: du_lieu.xlsx, trang “Người ký”: Chép 2 người ký của năm trước. Đã bỏ 1 người của đơn vị không còn hoạt động. "
        "Xem lại chức vụ, họ tên; ai đã thay đổi thì sửa.",
    ]
    problems = [one for one in load(found).problems if one.code != "thieu_gia_tri"]
    assert problems == []


def test_successors_that_name_one_another_end_nowhere(tmp_path: Path) -> None:
    units = UNITS.replace("thay_bang: VP", "thay_bang: QL").replace("30/6/2026}", "30/6/2026, thay_bang: TT}")
    found, said = carried(tmp_path, YEAR + units + "nguoi_ky:\n  - {don_vi: TT, chuc_vu: a, ho_ten: Lê B}\n")
    assert found.sheets["nguoi_ky"].is_blank
    assert not any("thay vào" in one for one in said)


TASKS = """\
nhiem_vu:
  - {ma: 1, noi_dung: xong, thoi_han: Quý I}
  - {ma: 2, noi_dung: chậm, san_pham: một, thoi_han: Quý II, kinh_phi: 5}
  - {san_pham: hai, thoi_han: Trước ngày 15/12/2026}
  - {ma: 3, noi_dung: xong muộn, thoi_han: Quý II}
  - {ma: 4, noi_dung: chưa ai nói, thoi_han: Thường xuyên}
  - {ma: 5, noi_dung: dài hơi, thoi_han: Trước ngày 01/6/2027}
  - {ma: 6, noi_dung: cả năm, thoi_han: Trong năm}
  - {ma: 7, noi_dung: cả năm nay, thoi_han: Trong năm 2026, chuyen_tu_nam: 2025}
"""
RESULTS = """\
ket_qua:
  - {nhiem_vu: 1, ky: quy_1, trang_thai: hoàn thành đúng hạn}
  - {nhiem_vu: 2, ky: quy_1, trang_thai: hoàn thành đúng hạn}
  - {nhiem_vu: 2, ky: nam, trang_thai: quá hạn chưa xong}
  - {nhiem_vu: 3, ky: quy_1, trang_thai: quá hạn chưa xong}
  - {nhiem_vu: 3, ky: nam, trang_thai: hoàn thành quá hạn}
  - {nhiem_vu: 5, ky: nam, trang_thai: đang thực hiện trong hạn}
  - {nhiem_vu: 6, ky: nam, trang_thai: đang thực hiện trong hạn}
  - {nhiem_vu: 7, ky: nam, trang_thai: đang thực hiện trong hạn}
"""


def test_unfinished_tasks_are_carried_over_and_marked(tmp_path: Path) -> None:
    found, said = carried(tmp_path, YEAR + TASKS + RESULTS)
    marks = ("ma", "san_pham", "thoi_han", "thoi_han_cu", "chuyen_tu_nam")
    assert [[row.get(name, "") for name in marks] for row in rows(found, "nhiem_vu")] == [
        ["2", "một", "", "Quý II", "2026"],
        ["", "hai", "", "Trước ngày 15/12/2026", "2026"],
        ["4", "", "Thường xuyên", "", "2026"],
        ["5", "", "Trước ngày 01/6/2027", "", "2026"],
        ["6", "", "Trong năm", "", "2026"],
        ["7", "", "", "Trong năm 2026", "2025"],
    ]
    assert rows(found, "nhiem_vu")[0]["kinh_phi"] == "5"
    assert said[1:] == [
        "Lưu ý: du_lieu.xlsx, trang “Nhiệm vụ”: Chép 5 nhiệm vụ chưa hoàn thành của năm 2026, đánh dấu ở cột “Chuyển từ năm”. "
        "Thêm nhiệm vụ của năm 2027; xóa nhiệm vụ không làm nữa.",
        "Lưu ý: du_lieu.xlsx, trang “Nhiệm vụ”: 3 thời hạn đã qua nên để trống; lời cũ ở cột “Thời hạn cũ”. Ghi thời hạn mới "
        "cho các nhiệm vụ ấy.",
    ]
    assert found.sheets["ket_qua"].is_blank


def test_without_results_only_tasks_beyond_the_year_are_carried_over(tmp_path: Path) -> None:
    found, said = carried(tmp_path, YEAR + TASKS)
    assert [row["ma"] for row in rows(found, "nhiem_vu")] == ["5"]
    assert said[1] == (
        "Lưu ý: du_lieu.xlsx, trang “Nhiệm vụ”: Tệp năm 2026 không có trang “Kết quả” nên không biết nhiệm vụ nào chưa xong: "
        "chỉ chép 1 nhiệm vụ có thời hạn sau năm 2026. Thêm nhiệm vụ của năm 2027; xóa nhiệm vụ không làm nữa."
    )


def test_findings_that_nobody_has_remedied_are_told(tmp_path: Path) -> None:
    text = YEAR + AREAS + UNITS + (
        "cuoc_kiem_tra:\n  - {ma: KT1, don_vi: VP}\n"
        "phat_hien:\n"
        "  - {cuoc_kiem_tra: KT1, linh_vuc: TTHC, loai: tồn tại, noi_dung: a, trang_thai: cần khắc phục}\n"
        "  - {cuoc_kiem_tra: KT1, linh_vuc: TTHC, loai: tồn tại, noi_dung: b, trang_thai: đã khắc phục}\n"
        "  - {cuoc_kiem_tra: KT1, linh_vuc: TTHC, loai: kết quả, noi_dung: c}\n"
    )  # fmt: skip
    found, said = carried(tmp_path, text)
    assert found.sheets["phat_hien"].is_blank
    assert said[-1] == (
        "Lưu ý: du_lieu.xlsx, trang “Phát hiện”: Năm trước còn 1 tồn tại chưa khắc phục xong. Theo dõi tiếp ở tệp năm trước, "
        "hoặc giao thành nhiệm vụ năm nay."
    )


def test_the_offices_own_sheets_and_templates(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "giay_moi.docx").write_bytes(b"")
    found, said = carried(tmp_path, YEAR + "khach_moi:\n  - {ho_ten: Lê A}\n")
    assert rows(found, "khach_moi") == [{"ho_ten": "Lê A"}]
    assert said[1:] == [
        "Lưu ý: du_lieu.xlsx, trang “khach_moi”: Chép nguyên trang riêng của cơ quan, 1 dòng. Xem lại, xóa những dòng chỉ của "
        "năm trước.",
        f"Lưu ý: {tmp_path / 'templates'}: Thư mục năm trước có mẫu riêng, không chép sang: giay_moi.docx. Mẫu nào còn dùng "
        "thì chép cả tệp .docx và .yaml vào thư mục templates mới.",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "",
            "Lỗi: thu.yaml: Không biết tệp này của năm nào, nên không làm tệp cho năm sau được. Điền mục Năm ở trang “Kế "
            "hoạch”.",
        ),
        (
            YEAR.replace("2026, trich", "hai, trich"),
            "Lỗi: thu.yaml, trang “ke_hoach”, dòng 8: “hai” không phải là số. Viết số năm, ví dụ: 2026.",
        ),
    ],
)
def test_a_file_that_cannot_be_carried_over(tmp_path: Path, text: str, sentence: str) -> None:
    _, said = carried(tmp_path, text)
    assert said == [sentence]
    assert not (tmp_path / "moi").exists()


def test_from_year_to_year_with_the_command(cchc: Cchc) -> None:
    code, out, err = cchc("moi", "nam_2024", "--tu", EXAMPLE)
    assert (code, out.splitlines()[0]) == (0, "nam_2024/du_lieu.xlsx")
    assert "trang “Kế hoạch”: Đã ghi năm 2024; các mục khác để trống." in err
    assert err.endswith("Tất cả: 11 lưu ý.\n")
    again = cchc("moi", "nam_2024", "--tu", EXAMPLE)
    assert again[2].startswith("Lỗi: nam_2024/du_lieu.xlsx: Thư mục này đã có tệp dữ liệu nên không tạo lại.")
    code, out, err = cchc("moi", "hai", "--tu", EXAMPLE, "--vi-du")
    assert (code, err) == (2, "Lỗi: Chỉ dùng một trong hai tùy chọn --vi-du và --tu.\n")


def test_the_file_that_is_made_is_the_same_every_time() -> None:
    data = load(read(Path(EXAMPLE), VOCABULARY)).data
    one, two = (next_year(data, "du_lieu.xlsx") for _ in range(2))
    assert [list(sheet.records()) for sheet in one[0].sheets.values()] == [
        list(sheet.records()) for sheet in two[0].sheets.values()
    ]
    assert list(one[0].sheets) == [
        "co_quan",
        "don_vi",
        "nguoi_ky",
        "noi_nhan",
        "linh_vuc",
        "ke_hoach",
        "noi_dung_kiem_tra",
    ]
