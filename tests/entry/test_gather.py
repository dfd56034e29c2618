"""``cchc tong-hop``: returned forms into a new version of the data file, whatever the units did to them."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from itertools import permutations
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_docs.data.read import read
from cchc_docs.data.write.workbook import Access
from cchc_docs.entry import ledger
from cchc_docs.entry.forms import make_forms
from cchc_docs.entry.gather import GatherResult, gather
from cchc_docs.entry.parts import PARTS
from cchc_docs.entry.target_book import Book
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import VOCABULARY, Data, load
from cchc_docs.working_folder import data_file as data_forms
from tests.helpers import Cchc, data_file
from tests.pdf import PROGRAM, need_libreoffice
from tests.province import PROVINCE, PROVINCE_OFFICE
from tests.units import column, fill

ON_TIME = date(2026, 6, 18)


@pytest.fixture
def forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """The forms of 6 tháng by unit, beside ``du_lieu.xlsx``, in a folder where the test stands."""
    monkeypatch.chdir(tmp_path)
    source = read(data_file(tmp_path, PROVINCE, PROVINCE_OFFICE), VOCABULARY)
    Path("du_lieu.xlsx").write_bytes(data_forms.filled(source))
    forms = make_forms(Path("du_lieu.xlsx"), "6_thang", Path("gui"))
    assert not forms.problems
    for one in forms.documents:
        shutil.copy(one.path, f"{one.subject.code}.xlsx")
    return {one.subject.code: Path(f"{one.subject.code}.xlsx") for one in forms.documents}


def take(*names: str, to: str = "RA.xlsx", base: str = "du_lieu.xlsx", day: date = ON_TIME) -> GatherResult:
    return gather(Path(base), [Path(name) for name in names], "6 tháng", Path(to), day)


def sentences(result: GatherResult) -> list[str]:
    """What is said, but for blank cells: these forms are short."""
    return [str(one) for one in result.problems if one.code != "con_o_trong"]


def data_of(path: str = "RA.xlsx") -> Data:
    return load(read(Path(path), VOCABULARY)).data


def cells(path: str) -> dict[str, list[dict[str, object]]]:
    """The rows of each sheet that has any, in an order that is not the file's."""
    sheets = read(Path(path), VOCABULARY).sheets
    found = {name: [dict(sorted(row.items())) for row in sheet.records() if row] for name, sheet in sheets.items()}
    return {name: sorted(rows, key=str) for name, rows in found.items() if rows}


def figure(code: str, unit: str, path: str = "RA.xlsx") -> object:
    period = data_of(path).so_lieu["6_thang"]
    return period.value(next((one for one in period.units if one and one.ma == unit), None), code)


def test_each_answer_goes_where_it_belongs(forms: dict[str, Path]) -> None:
    before = Path("du_lieu.xlsx").read_bytes()
    fill(
        forms["X1"],
        {
            "Số liệu": {("4-2.1", "Số liệu"): 35, ("4-2.2", "Số liệu"): "-", ("4-2.2", "Ghi chú"): "Chưa giao"},
            "Kết quả": {("NV3", "Trạng thái"): "hoàn thành đúng hạn", ("NV3", "Ngày hoàn thành"): date(2026, 5, 4)},
            "Nội dung báo cáo": {("I.1", "Nội dung"): "Đoạn một.", ("I.4", "Nội dung"): "- Tuyên truyền."},
            "Hồ sơ TTHC": {("Hộ tịch", "Tiếp nhận trực tuyến"): 12, ("Đất đai", "Giải quyết quá hạn"): 1},
            "Phát hiện": {("KT1", "Trạng thái"): "đã khắc phục", ("KT1", "Văn bản khắc phục"): "Báo cáo số 3/BC-UBND"},
        },
    )
    result = take("X1.xlsx")
    assert Path("du_lieu.xlsx").read_bytes() == before
    data = data_of()
    assert (str(figure("4-2.1", "X1")), str(figure("4-2.2", "X1"))) == ("35", "-")
    assert [(one.don_vi.ma, one.ma_chi_so, one.ghi_chu) for one in data.ghi_chu_so_lieu if one.don_vi] == [
        ("X1", "4-2.2", "Chưa giao")
    ]
    task = data.ket_qua[-1]
    assert (task.nhiem_vu.ma, task.ky, task.trang_thai) == ("NV3", "6_thang", "hoàn thành đúng hạn")
    assert task.ngay_hoan_thanh == date(2026, 5, 4)
    assert [(one.muc, one.noi_dung) for one in data.noi_dung_bao_cao[1:]] == [
        ("I.1", "Đoạn một."),
        ("I.4", "- Tuyên truyền."),
    ]
    files = {one.linh_vuc: one for one in data.ho_so_tthc if one.ky == "6_thang"}
    assert (files["Hộ tịch"].tiep_nhan, files["Đất đai"].giai_quyet) == (12, 1)
    assert (data.phat_hien[0].trang_thai, data.phat_hien[0].van_ban_khac_phuc) == (
        "đã khắc phục",
        "Báo cáo số 3/BC-UBND",
    )
    assert [(one.don_vi.ma, one.ky, one.ngay_nop) for one in data.nop_bao_cao] == [("X1", "6_thang", ON_TIME)]
    assert [unit.ma for unit in result.missing] == ["SNV", "STP", "X2"]


def test_everything_else_in_the_file_stays(forms: dict[str, Path]) -> None:
    book = openpyxl.load_workbook("du_lieu.xlsx")
    book.create_sheet("Trang riêng")["A1"] = "của chúng tôi"
    book["Đơn vị"]["P1"], book["Đơn vị"]["P2"] = "Điện thoại", "0123"
    book.save("du_lieu.xlsx")
    fill(forms["X2"], {"Số liệu": {("4-2.1", "Số liệu"): 35}})
    take("X2.xlsx")
    before, after = openpyxl.load_workbook("du_lieu.xlsx"), openpyxl.load_workbook("RA.xlsx")
    for sheet in before.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    assert after[sheet.title][cell.coordinate].value == cell.value, f"{sheet.title}!{cell.coordinate}"
    assert set(before.sheetnames) < set(after.sheetnames)


def test_a_sum_of_the_office_is_that_of_what_the_units_sent(forms: dict[str, Path]) -> None:
    for code, number in (("X1", 7), ("X2", 5), ("SNV", 30)):
        fill(forms[code], {"Số liệu": {("4-2.1", "Số liệu"): number}})
    take("X1.xlsx", "X2.xlsx", "SNV.xlsx")
    assert History.of_file(data_of())["6_thang"].of()["4-2.1"].gia_tri == 42


@pytest.mark.parametrize(
    ("mark", "value", "sentence"),
    [
        (2, "Sở khác", "Lỗi: X1.xlsx: Phiếu này của Sở khác, không phải Ủy ban nhân dân tỉnh Thử nghiệm."),
        (3, "2025", "Lỗi: X1.xlsx: Phiếu này của năm 2025, không phải năm 2026."),
        (4, "quy_3", "Lỗi: X1.xlsx: Phiếu này của kỳ quy_3, không phải 6 tháng đầu năm 2026."),
        (5, "X9", "Lỗi: X1.xlsx: Phiếu này của đơn vị mã “X9”, tệp dữ liệu không có đơn vị ấy."),
    ],
)
def test_a_form_that_is_not_meant_here_stops_only_itself(
    forms: dict[str, Path], mark: int, value: str, sentence: str
) -> None:
    fill(forms["X2"], {"Số liệu": {("4-2.1", "Số liệu"): 35}})
    book = openpyxl.load_workbook(forms["X1"])
    book["_cchc"].cell(mark, 2).value = value
    book.save(forms["X1"])
    result = take("X1.xlsx", "X2.xlsx")
    assert sentences(result)[0].startswith(sentence)
    assert [unit.ma for unit in result.received] == ["X2"]
    assert str(figure("4-2.1", "X2")) == "35"


def test_a_file_that_is_no_form(forms: dict[str, Path]) -> None:
    result = take("du_lieu.xlsx")
    assert sentences(result)[0] == (
        "Lỗi: du_lieu.xlsx: Không nhận ra phiếu này của đơn vị nào, hoặc không phải phiếu 6 tháng đầu năm 2026. Nhờ đơn vị "
        "điền vào phiếu đã gửi (cchc phieu làm lại được), đừng chép sang tệp khác."
    )
    assert forms


def test_a_form_that_lost_its_marks_is_known_by_its_first_sheet(forms: dict[str, Path]) -> None:
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 35}})
    book = openpyxl.load_workbook(forms["X1"])
    del book["_cchc"]
    book["Số liệu"].title = "Bảng 1"
    book.save("doi ten.xlsx")
    result = take("doi ten.xlsx")
    assert sentences(result)[0] == (
        "Cảnh báo: doi ten.xlsx: Phiếu mất phần đánh dấu; theo trang “Hướng dẫn” thì là của Ủy ban nhân dân xã Một. Xem lại "
        "có đúng của đơn vị ấy không."
    )
    assert str(figure("4-2.1", "X1")) == "35"


def test_the_same_form_twice_is_one_form(forms: dict[str, Path]) -> None:
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 35}})
    shutil.copy("X1.xlsx", "X1 (2).xlsx")
    result = take("X1.xlsx", "X1 (2).xlsx")
    assert sentences(result) == ["Lưu ý: X1.xlsx: Phiếu này trùng với X1 (2).xlsx. Không cần làm gì."]
    assert str(figure("4-2.1", "X1")) == "35"


def test_forms_that_disagree_are_told_with_both_places_and_no_one_wins(forms: dict[str, Path]) -> None:
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 36, ("4-2.2", "Số liệu"): 30}}, Path("khac.xlsx"))
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 35, ("4-2.2", "Số liệu"): 30}})
    result = take("X1.xlsx", "khac.xlsx")
    place = column(openpyxl.load_workbook("X1.xlsx")["Số liệu"], "Số liệu")
    assert place == 6
    assert [one for one in sentences(result) if "nhập số nào" in one] == [
        "Lỗi: X1.xlsx, trang “Số liệu”, ô F10: Ô này ghi “35”, nhưng phiếu khác ghi “36” ở khac.xlsx, trang “Số liệu”, ô "
        "F10; không nhập số nào. Hỏi lại đơn vị ô nào đúng.",
        "Lỗi: khac.xlsx, trang “Số liệu”, ô F10: Ô này ghi “36”, nhưng phiếu khác ghi “35” ở X1.xlsx, trang “Số liệu”, ô "
        "F10; không nhập số nào. Hỏi lại đơn vị ô nào đúng.",
    ]
    assert figure("4-2.1", "X1") is None
    assert str(figure("4-2.2", "X1")) == "30"


def test_what_the_data_file_says_stays_where_a_form_says_another(forms: dict[str, Path]) -> None:
    book = openpyxl.load_workbook("du_lieu.xlsx")
    sheet = book.create_sheet("Số liệu 6 tháng")
    sheet.append(["Đơn vị", "4-2.1", "4-2.2"])
    sheet.append(["xã Một", 40, 30])
    book.save("du_lieu.xlsx")
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 35, ("4-2.2", "Số liệu"): 30}})
    assert [one for one in sentences(take("X1.xlsx")) if one.startswith("Lỗi")] == [
        "Lỗi: X1.xlsx, trang “Số liệu”, ô F10: Phiếu ghi “35”, nhưng tệp dữ liệu đã ghi “40” ở du_lieu.xlsx, trang “Số liệu "
        "6 tháng”, ô B2; giữ số đã ghi. Nếu phiếu đúng thì sửa tệp dữ liệu, nếu không thì báo lại đơn vị."
    ]
    assert str(figure("4-2.1", "X1")) == "40"


def test_a_value_that_cannot_be_read_is_told_at_its_cell_and_mailed_back(forms: dict[str, Path]) -> None:
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): "ba lăm", ("4-2.2", "Số liệu"): 30}})
    result = take("X1.xlsx")
    assert sentences(result) == [
        "Lỗi: X1.xlsx, trang “Số liệu”, ô F10: “ba lăm” không phải là số. Viết bằng chữ số, ví dụ: 1.234 hoặc 99,5."
    ]
    assert figure("4-2.1", "X1") is None
    assert result.returned == {"X1": Path("tra_lai/X1.xlsx")}
    back = openpyxl.load_workbook("tra_lai/X1.xlsx")
    assert back.sheetnames[0] == "Lỗi"
    assert "“ba lăm” không phải là số." in back["Số liệu"]["F10"].comment.text
    assert back["_cchc"]["B8"].value == "2"


def test_a_corrected_form_takes_the_place_of_the_earlier_one(forms: dict[str, Path]) -> None:
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): "ba lăm", ("4-2.2", "Số liệu"): 30}})
    take("X1.xlsx")
    back = openpyxl.load_workbook("tra_lai/X1.xlsx")
    back["Số liệu"]["F10"], back["Số liệu"]["F11"] = 35, 31
    back.save("X1 sua.xlsx")
    result = take("X1 sua.xlsx", base="RA.xlsx", to="RA2.xlsx")
    assert sentences(result) == ["Lưu ý: X1.xlsx: Phiếu này đã có bản sửa, nên chỉ dùng bản sửa. Không cần làm gì."]
    assert (str(figure("4-2.1", "X1", "RA2.xlsx")), str(figure("4-2.2", "X1", "RA2.xlsx"))) == ("35", "31")
    at_once = take("X1.xlsx", "X1 sua.xlsx", to="RA3.xlsx")
    assert at_once.data_file == Path("RA3.xlsx")
    assert cells("RA2.xlsx") == cells("RA3.xlsx")


def test_the_order_of_the_forms_does_not_matter(forms: dict[str, Path]) -> None:
    names = ["X1.xlsx", "X2.xlsx", "khac.xlsx"]
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 36, ("4-2.2", "Số liệu"): 1}}, Path("khac.xlsx"))
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 35}, "Nội dung báo cáo": {("I.1", "Nội dung"): "Một."}})
    fill(forms["X2"], {"Số liệu": {("4-2.1", "Số liệu"): 20}, "Nội dung báo cáo": {("I.1", "Nội dung"): "Hai."}})
    made = set()
    for number, order in enumerate(permutations(names)):
        made.add(json.dumps(take(*order, to=f"{number}/RA.xlsx").as_json()["van_de"]))
        made.add(str(Path(f"{number}/RA.xlsx").read_bytes()))
    assert len(made) == 2


def test_a_second_run_with_more_forms_is_one_run_with_all(forms: dict[str, Path]) -> None:
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 36}, "Phát hiện": {("KT1", "Trạng thái"): "đã khắc phục"}})
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 35}}, Path("khac.xlsx"))
    fill(forms["X2"], {"Số liệu": {("4-2.1", "Số liệu"): 20}, "Nội dung báo cáo": {("I.1", "Nội dung"): "Hai."}})
    take("X1.xlsx", to="mot.xlsx")
    assert str(figure("4-2.1", "X1", "mot.xlsx")) == "36"
    take("khac.xlsx", "X2.xlsx", base="mot.xlsx", to="hai.xlsx")
    assert figure("4-2.1", "X1", "hai.xlsx") is None
    take("khac.xlsx", "X2.xlsx", "X1.xlsx", to="mot_lan.xlsx")
    assert cells("hai.xlsx") == cells("mot_lan.xlsx")


def test_what_a_person_changed_between_two_runs_stays(forms: dict[str, Path]) -> None:
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 36, ("4-2.2", "Số liệu"): 36}})
    take("X1.xlsx", to="mot.xlsx")
    book = openpyxl.load_workbook("mot.xlsx")
    sheet = book["Số liệu 6 tháng"]
    at = next(cell for cell in sheet[2] if cell.value == 36)
    at.value = 40
    book.save("mot.xlsx")
    fill(forms["X2"], {"Số liệu": {("4-2.1", "Số liệu"): 20}})
    take("X2.xlsx", base="mot.xlsx", to="hai.xlsx")
    assert (str(figure("4-2.1", "X1", "hai.xlsx")), str(figure("4-2.2", "X1", "hai.xlsx"))) == ("40", "36")


def test_rows_and_columns_that_the_unit_added_are_told(forms: dict[str, Path]) -> None:
    book = openpyxl.load_workbook(forms["X1"])
    sheet = book["Số liệu"]
    last = sheet.max_row + 1
    sheet.cell(last, 1).value, sheet.cell(last, 6).value = "1-4.1", 3
    sheet.cell(last + 1, 6).value = 4
    sheet["H1"], sheet["H3"] = "Ý kiến", "Xin gia hạn"
    book.create_sheet("Thêm").append(["a", "b"])
    book["Thêm"].append([1, 2])
    book.save(forms["X1"])
    assert sentences(take("X1.xlsx")) == [
        "Cảnh báo: X1.xlsx, trang “Số liệu”, ô H3: Cột này không có trong phiếu nên ô không được nhập. Chuyển vào đúng ô của "
        "phiếu, hoặc ghi ở cột Ghi chú.",
        f"Cảnh báo: X1.xlsx, trang “Số liệu”, ô F{last}: Phiếu của đơn vị không có dòng “1-4.1”, nên ô này không được nhập. "
        "Chuyển vào đúng ô của phiếu, hoặc ghi ở cột Ghi chú.",
        f"Cảnh báo: X1.xlsx, trang “Số liệu”, ô F{last + 1}: Dòng này không ghi nói về gì (cột đầu để trống), nên ô không "
        "được nhập. Chuyển vào đúng ô của phiếu, hoặc ghi ở cột Ghi chú.",
        "Cảnh báo: X1.xlsx, trang “Thêm”: Trang “Thêm” không có trong phiếu nên không được nhập. Nếu có số liệu cần nhập thì "
        "chép vào trang của phiếu.",
    ]


def test_the_output_is_never_the_input_and_never_over_what_a_person_made(forms: dict[str, Path]) -> None:
    assert sentences(take("X1.xlsx", to="du_lieu.xlsx")) == [
        "Lỗi: du_lieu.xlsx: Tệp ra trùng với tệp dữ liệu, mà tệp dữ liệu không được thay đổi. Đặt tên khác cho --ra."
    ]
    Path("RA.xlsx").write_bytes(b"mine")
    assert take("X1.xlsx").data_file == Path("RA (bản mới).xlsx")
    assert Path("RA.xlsx").read_bytes() == b"mine"
    assert forms


def test_late_and_missing_on_the_screen_and_in_json(cchc: Cchc, forms: dict[str, Path]) -> None:
    for one in forms.values():
        fill(one, {"Số liệu": {("4-2.1", "Số liệu"): 20}} if one.stem in {"X1", "X2", "SNV"} else {})
    code, out, err = cchc(
        "tong-hop", "du_lieu.xlsx", "X1.xlsx", "X2.xlsx", "--ky", "6 tháng", "--ra", "RA.xlsx", "--ngay", "22/6/2026"
    )
    assert code == 0
    assert out.splitlines()[0] == "RA.xlsx"
    assert err.splitlines()[-4:] == [
        "Đã nhận (2): X1, X2.",
        "Nộp muộn (2): X1, X2.",
        "Chưa nộp (2): SNV, STP.",
        "Gửi lại (2): X1, X2.",
    ]
    _, out, _ = cchc(
        "tong-hop", "RA.xlsx", "SNV.xlsx", "--ky", "6_thang", "--ra", "RA2.xlsx", "--ngay", "20/6/2026", "--json"
    )
    said = json.loads(out)
    assert {name: said[name] for name in ("tep", "da_nhan", "nop_muon", "chua_nop")} == {
        "tep": "RA2.xlsx",
        "da_nhan": ["SNV", "X1", "X2"],
        "nop_muon": ["X1", "X2"],
        "chua_nop": ["STP"],
    }
    code, _, err = cchc("tong-hop", "RA.xlsx", "X1.xlsx", "--ky", "6_thang", "--ra", "R.xlsx", "--ngay", "hôm qua")
    assert (code, err.splitlines()[0]) == (
        2,
        "Lỗi: Giá trị của “--ngay” không dùng được: “hôm qua” không phải là ngày. Viết ngày/tháng/năm, ví dụ: 05/02/2026. "
        "Xem: cchc tong-hop --help.",
    )


def test_forms_that_another_program_saved(forms: dict[str, Path]) -> None:
    need_libreoffice()
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 35, ("4-2.2", "Số liệu"): "ba"}})
    fill(forms["X2"], {"Số liệu": {("4-2.1", "Số liệu"): "=4+16"}})
    for suffix, name in (("ods", "X1"), ("xls", "X2")):
        command = [PROGRAM, f"-env:UserInstallation=file://{Path.cwd()}/lo", "--headless", "--convert-to", suffix]
        subprocess.run([*command, f"{name}.xlsx"], check=True, capture_output=True)
    result = take("X1.ods", "X2.xls")
    assert [one for one in sentences(result) if one.startswith("Lỗi")] == [
        "Lỗi: X1.ods, trang “Số liệu”, ô F11: “ba” không phải là số. Viết bằng chữ số, ví dụ: 1.234 hoặc 99,5."
    ]
    back = openpyxl.load_workbook("tra_lai/X1.xlsx")  # made anew, with what was typed
    assert (back["Số liệu"]["F10"].value, back["Số liệu"]["F11"].value) == (35, "ba")
    assert "“ba” không phải là số." in back["Số liệu"]["F11"].comment.text
    assert (str(figure("4-2.1", "X1")), str(figure("4-2.1", "X2"))) == ("35", "20")


# --- nothing is lost --------------------------------------------------------------------------------------------------

TYPED = st.one_of(
    st.integers(-5, 10**13),
    st.floats(-10, 10**6, allow_nan=False).map(lambda number: round(number, 2)),
    st.sampled_from(
        ["-", "0", "1.234", "hoàn thành đúng hạn", "=1/0", "12/3/2026", "chưa", "I.1", "=", "1-4.1", "4-2.1"]
    ),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zs", "Cf"]), min_size=1, max_size=20),
)


@settings(max_examples=15)
@given(st.data())
def test_nothing_that_a_unit_typed_is_lost(tmp_path_factory: pytest.TempPathFactory, draw: st.DataObject) -> None:
    """Each open cell that was filled is in the new data file, or a problem says where it is."""
    folder = _made_once(tmp_path_factory)
    book = openpyxl.load_workbook(folder / "X1.xlsx")
    opened = [
        cell
        for sheet in book.worksheets[1:-1]
        for row in sheet.iter_rows(min_row=2)
        for cell in row
        if not cell.protection.locked
    ]
    chosen = draw.draw(st.lists(st.sampled_from(opened), min_size=1, max_size=25, unique_by=id))
    for cell in chosen:
        cell.value = draw.draw(TYPED)
        if isinstance(cell.value, str) and not cell.value.startswith("=1/0"):
            cell.data_type = "s"
    book.save(folder / "dien.xlsx")
    result = gather(folder / "thu.yaml", [folder / "dien.xlsx"], "6_thang", folder / "RA.xlsx", ON_TIME)
    assert result.data_file is not None
    told = {(one.where.sheet, one.where.cell) for one in result.problems if one.where.file.endswith("dien.xlsx")}
    kept = {
        (str(row["trang"]), str(row["o"]))
        for row in _ledger(result.data_file)
        if "da_ghi" in row and row["tep"] != "" and "o" in row
    }
    data = load(read(result.data_file, VOCABULARY)).data
    new_file = Book(data, data.source)
    for entry in ledger.entries(read(result.data_file, ledger.VOCABULARY)):
        assert not entry.is_written or new_file.value(entry.answer.target) is not None
    for path in (result.data_file, *result.returned.values()):
        path.unlink()
    for cell in chosen:
        sheet, at = cell.parent.title, cell.coordinate
        is_key = PARTS_BY_NAME[sheet].columns[cell.column - 1].access is Access.KEY
        in_row = any(
            name == sheet and place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(cell.row) for name, place in told | kept
        )
        assert (sheet, at) in told | kept or (is_key and in_row), (sheet, at, cell.value)


PARTS_BY_NAME = {part.name: part for part in PARTS.values()}


def _ledger(path: Path) -> list[Mapping[str, object]]:
    return list(read(path, ledger.VOCABULARY).sheets["cchc_phieu"].records())


def _made_once(factory: pytest.TempPathFactory) -> Path:
    """The form of X1 in a folder that all examples share."""
    folder = factory.getbasetemp() / "phieu"
    if not folder.exists():
        folder.mkdir()
        data_file(folder, PROVINCE, PROVINCE_OFFICE)
        documents = make_forms(folder / "thu.yaml", "6_thang", folder / "gui", ["X1"]).documents
        shutil.copy(documents[0].path, folder / "X1.xlsx")
    return folder


def test_a_form_in_which_nothing_is_filled_is_no_report(forms: dict[str, Path]) -> None:
    Path("ve/xa").mkdir(parents=True)
    shutil.copy(forms["X1"], "ve/xa/X1.xlsx")
    result = take("ve")
    assert "Lỗi: ve/xa/X1.xlsx: Phiếu này chưa điền gì nên chưa tính là đã nộp. Nhờ đơn vị điền rồi gửi lại." in (
        sentences(result)
    )
    assert ([unit.ma for unit in result.received], "X1" in [unit.ma for unit in result.missing]) == ([], True)
    assert data_of().nop_bao_cao == []


def test_forms_are_found_in_folders_of_a_folder_but_not_those_to_mail_back(forms: dict[str, Path]) -> None:
    Path("ve/xa").mkdir(parents=True)
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): "ba"}}, Path("ve/xa/X1.xlsx"))
    first = take("ve", to="ve/RA.xlsx")
    assert [str(path) for path in first.returned.values()] == ["ve/tra_lai/X1.xlsx"]
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 3}}, Path("ve/xa/X1.xlsx"))
    Path("ve/RA.xlsx").unlink()
    second = take("ve")
    assert [unit.ma for unit in second.received] == ["X1"]
    assert str(figure("4-2.1", "X1")) == "3"


def test_a_number_typed_over_a_total_is_told(forms: dict[str, Path]) -> None:
    book = openpyxl.load_workbook(forms["X1"])
    sheet = book["Số liệu"]
    value = column(sheet, "Số liệu")
    formulas = [
        number
        for number in range(2, sheet.max_row + 1)
        if str(sheet.cell(number, value).value).startswith("=") and sheet.cell(number, 1).value
    ]
    assert formulas
    code = sheet.cell(formulas[0], 1).value
    sheet.cell(formulas[0], value).value = 88.5
    book.save("X1.xlsx")
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): 3}})
    told = [one for one in sentences(take("X1.xlsx")) if "công thức" in one]
    where = sheet.cell(formulas[0], value).coordinate
    assert told == [
        f"Cảnh báo: X1.xlsx, trang “Số liệu”, ô {where}: Ô này do công thức tính, được 0, nhưng ghi 88,5; không nhập số "
        "ấy. Xem lại các ô thành phần."
    ], code


def test_a_form_is_judged_as_a_form(cchc: Cchc, forms: dict[str, Path]) -> None:
    fill(forms["X1"], {"Số liệu": {("4-2.1", "Số liệu"): "ba"}}, Path("ve.xlsx"))
    code, out, err = cchc("kiem-tra", "ve.xlsx", "--ghi-chu", "xem.xlsx")
    assert (code, out.splitlines()[0], err) == (1, "xem.xlsx", "")
    assert [line for line in out.splitlines() if line.startswith("Lỗi: ")] == [
        "Lỗi: ve.xlsx, trang “Số liệu”, ô F10: “ba” không phải là số. Viết bằng chữ số, ví dụ: 1.234 hoặc 99,5."
    ]
    assert openpyxl.load_workbook("xem.xlsx")["Số liệu"]["F10"].comment is not None
    far = Path("a/b/c/d/e/ve.xlsx")  # too far from any data file to be thought its own
    far.parent.mkdir(parents=True)
    shutil.copy("ve.xlsx", far)
    assert cchc("kiem-tra", str(far))[1] == (
        "Lỗi: ve.xlsx: Đây là phiếu nhập số liệu của một đơn vị, nhưng chưa biết tệp dữ liệu của cơ quan. Chỉ ra tệp ấy: "
        "--du-lieu TỆP.\nTất cả: 1 lỗi.\n"
    )
    assert "“ba” không phải là số" in cchc("kiem-tra", str(far), "--du-lieu", "du_lieu.xlsx")[1]


def test_the_folder_that_phieu_made_is_taken_as_it_is(cchc: Cchc, forms: dict[str, Path]) -> None:
    """Its record and its list are no forms, and a catalogue without a day is none either."""
    assert forms["X1"].is_file()
    folder = next(path.parent for path in Path().rglob(".cchc"))
    _, out, err = cchc(
        "tong-hop", "du_lieu.xlsx", str(folder), "--ky", "quy_1", "--ra", "moi.xlsx", "--ngay", "18/3/2026"
    )
    assert "manifest.json" not in out + err
    assert "bang_ke.xlsx" not in out + err
    assert "None" not in out + err
