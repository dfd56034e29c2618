"""A folder of ``.csv``, a file a sheet: encodings, separators, quotes, and places that name the file and the cell."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs.cli import main as cli
from cchc_docs.data.read import read, safety
from cchc_docs.data.read.source import Source
from cchc_docs.problems import Place
from cchc_docs.text.normal import clean
from tests.data.read.helpers import VOCABULARY, sentences

UNITS = "Mã,Tên\nVP,Văn phòng\nTTr,Thanh tra\n"
NOTEPAD = "Mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu CSV UTF-8 (Comma delimited) (*.csv)."
QUOTES = (
    "Dấu ngoặc kép mở ra ở đây hoặc ở trên không có dấu đóng, hoặc có chữ đứng ngay sau dấu đóng. Một ô có dấu ngoặc kép "
    "thì đặt cả ô trong ngoặc kép và gõ đôi dấu bên trong; hoặc lưu lại tệp bằng Excel."
)


def folder_of(parent: Path, files: Mapping[str, str | bytes]) -> Source:
    """What reading gives for a folder *dl* with these files."""
    folder = parent / "dl"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return read(folder, VOCABULARY)


def rows(found: Source, sheet: str) -> list[list[object]]:
    return [list(row) for row in found.sheets[sheet].rows]


def test_each_file_is_a_sheet(tmp_path: Path) -> None:
    office = "Mục,Nội dung\nTên,Sở Thử nghiệm\nViết tắt,STN\nĐịa danh,Hà Nội\nĐịa chỉ,\n"
    found = folder_of(
        tmp_path, {"Đơn vị.csv": UNITS, "Cơ quan.CSV": office, "riêng.csv": "a;b\n1;2\n", "ghi chú.txt": ""}
    )
    assert sentences(found) == []
    assert found.file == "dl"
    assert list(found.sheets["co_quan"].records()) == [
        {"ten": "Sở Thử nghiệm", "viet_tat": "STN", "dia_danh": "Hà Nội"}
    ]
    assert rows(found, "don_vi") == [["VP", "Văn phòng"], ["TTr", "Thanh tra"]]
    assert rows(found, "rieng") == [["1", "2"]]
    assert found.sheets["don_vi"].place(1, "ten") == Place("dl/Đơn vị.csv", "Đơn vị", 3, 2)
    assert found.sheets["co_quan"].place(0, "dia_danh") == Place("dl/Cơ quan.CSV", "Cơ quan", 4, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    found = folder_of(tmp_path, {"Đơn vị.csv": UNITS.encode(encoding)})
    assert sentences(found) == []
    assert rows(found, "don_vi")[0] == ["VP", "Văn phòng"]


def test_the_code_page_of_vietnamese_windows_is_refused(tmp_path: Path) -> None:
    found = folder_of(tmp_path, {"Đơn vị.csv": b"Ma,Ten\nVP," + "Đơn vi\u0323".encode("cp1258"), "x.csv": "a,b\n1,2\n"})
    assert sentences(found) == [f"Lỗi: dl/Đơn vị.csv, dòng 2: Tệp không lưu ở dạng UTF-8. {NOTEPAD}"]
    assert list(found.sheets) == ["x"]
    assert found.unread == {"don_vi"}


@pytest.mark.parametrize(
    "text",
    [
        "Mã;Tên\nVP;Văn phòng, Thanh tra\n",
        "Mã\tTên\nVP\tVăn phòng, Thanh tra\n",
        'Mã,Tên\nVP,"Văn phòng, Thanh tra"\n',
        "sep=;\r\nMã;Tên\r\nVP;Văn phòng, Thanh tra\r\n",
        "Mã;Tên\rVP;Văn phòng, Thanh tra\r",
        "Danh sách các phòng, ban, đơn vị; năm 2026\n\nMã;Tên\nVP;Văn phòng, Thanh tra\n",
        "Danh sách đơn vị, năm 2026\nPhòng, ban\nMã;Tên\nVP;Văn phòng, Thanh tra\n",
        "Mã;Tên\nVP;Văn phòng, Thanh tra",
    ],
)
def test_separators(tmp_path: Path, text: str) -> None:
    found = folder_of(tmp_path, {"Đơn vị.csv": text})
    assert sentences(found) == []
    assert rows(found, "don_vi") == [["VP", "Văn phòng, Thanh tra"]]


def test_commas_in_the_texts_of_a_sheet_of_the_office(tmp_path: Path) -> None:
    found = folder_of(tmp_path, {"khách.csv": "Họ tên;Chức vụ\nLê A, Lê B;x\nLê C, Lê D;y\nLê E, Lê G;z\n"})
    assert rows(found, "khach")[2] == ["Lê E, Lê G", "z"]


def test_lines_in_a_cell_and_the_line_that_names_the_separator_count_as_in_excel(tmp_path: Path) -> None:
    found = folder_of(tmp_path, {"Đơn vị.csv": 'sep=,\nMã,Tên\nVP,"một\nhai ""ba"""\n\nTTr,Thanh tra\n'})
    assert rows(found, "don_vi") == [["VP", 'một\nhai "ba"'], ["TTr", "Thanh tra"]]
    assert [found.sheets["don_vi"].place(row, "ten").cell for row in (0, 1)] == ["B2", "B4"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('Mã,Tên\nVP,"Văn phòng\nTTr,Thanh tra\n', f"Lỗi: dl/Đơn vị.csv, dòng 3: {QUOTES}"),
        ('Mã,Tên\nVP,"Văn" phòng\n', f"Lỗi: dl/Đơn vị.csv, dòng 2: {QUOTES}"),
        (f"Mã,Tên\nVP,{'x' * 2**21}\n", f"Lỗi: dl/Đơn vị.csv, dòng 2: {QUOTES}"),
        (
            "PK\x03\x04",
            "Lỗi: dl/Đơn vị.csv: Tên tệp là của tệp văn bản nhưng thật ra đây là tệp nén (.zip) không có bảng tính. Kiểm "
            "tra xem có chọn nhầm tệp không.",
        ),
        (
            "Mã,Tên\nVP,a\x07b\n",
            "Cảnh báo: dl/Đơn vị.csv, dòng 2: Có ký tự điều khiển không in được (U+0007); đã bỏ đi. Xem lại chữ ở đó có "
            "bị mất không, rồi gõ lại.",
        ),
        (
            "Mã,Tên,\nVP,Văn phòng,x\n",
            "Cảnh báo: dl/Đơn vị.csv, trang “Đơn vị”, ô C2: Ô có dữ liệu nhưng cột không có tiêu đề, nên không được "
            "dùng. Thêm tiêu đề cho cột, hoặc xóa dữ liệu thừa.",
        ),
        (
            "một\nhai\n",
            "Lỗi: dl/Đơn vị.csv, trang “Đơn vị”: Không thấy dòng tiêu đề. Thêm một dòng tiêu đề phía trên dữ liệu, gồm: "
            "Mã, Tên, Đang giải quyết trong hạn, Đang giải quyết quá hạn.",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, text: str, sentence: str) -> None:
    assert sentences(folder_of(tmp_path, {"Đơn vị.csv": text})) == [sentence]


def test_a_blank_file_is_a_blank_sheet(tmp_path: Path) -> None:
    found = folder_of(tmp_path, {"Đơn vị.csv": "", "x.csv": "\n\n"})
    assert sentences(found) == []
    assert [(name, sheet.is_blank) for name, sheet in found.sheets.items()] == [("don_vi", True)]


def test_two_files_of_one_sheet(tmp_path: Path) -> None:
    found = folder_of(tmp_path, {"Don vi.csv": UNITS, "Đơn vị.csv": UNITS})
    assert sentences(found) == [
        "Lỗi: dl/Đơn vị.csv: Trang “Đơn vị” trùng tên với trang “Don vi”. Gộp hai trang làm một, hoặc đổi tên một trang."
    ]


def test_other_data_files_in_the_folder_are_told(tmp_path: Path) -> None:
    found = folder_of(tmp_path, {"Đơn vị.csv": UNITS, "du_lieu.xlsx": b"x"})
    assert sentences(found) == [
        "Lưu ý: dl: Thư mục được đọc như một tệp dữ liệu gồm các trang .csv, nên không đọc du_lieu.xlsx. Nếu dữ liệu ở "
        "tệp ấy thì ghi tên tệp thay cho tên thư mục."
    ]


def test_all_files_together_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "MOST_BYTES", 3 * 2**20)
    found = folder_of(tmp_path, {"a.csv": bytes(2 * 2**20), "b.csv": bytes(2 * 2**20)})
    assert sentences(found) == [
        "Lỗi: dl/b.csv: Tệp nặng 2 MB, quá mức 3 MB mà chương trình đọc. Bỏ ảnh và các trang không dùng ra khỏi tệp rồi "
        "lưu lại."
    ]
    assert not found.sheets


CELL = st.text(st.sampled_from("abđệ ,;\t\"'\n\r=-0"), max_size=8)


@given(grid=st.lists(st.tuples(CELL, CELL), min_size=1, max_size=5), separator=st.sampled_from(",;\t"))
def test_what_is_quoted_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, grid: list[tuple[str, str]], separator: str
) -> None:
    quoted = [separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [("Mã", "Tên"), *grid]]
    found = folder_of(tmp_path_factory.mktemp("csv"), {"Đơn vị.csv": "\n".join(quoted)})
    cells = [[clean(cell) or None for cell in row] for row in grid]
    assert rows(found, "don_vi") == [row for row in cells if any(row)]


@given(data=st.binary(max_size=60))
def test_any_bytes_are_no_accident(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder_of(tmp_path_factory.mktemp("csv"), {"Đơn vị.csv": data, "x.csv": data})


def test_documents_from_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder is a data file for every command; changed in one file, its documents are made anew."""
    office = "Mục;Nội dung\nTên;Sở Thử nghiệm\nViết tắt;STN\nĐịa danh;Hà Nội\nCấp;sở\nChế độ;thủ trưởng\nĐơn vị soạn thảo;VP\n"
    plan = "Mục;Nội dung\nNăm;2026\nTrích yếu;Cải cách hành chính năm 2026\nMở đầu;Sở ban hành kế hoạch\nKết;Yêu cầu thực hiện\n"
    signers = "Chức vụ;Họ tên\nGiám đốc;Lê A\n"
    folder = tmp_path / "dl"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    states = []
    for text in (plan, plan, plan.replace("Yêu cầu", "Đề nghị")):
        for name, content in {"Cơ quan": office, "Kế hoạch": text, "Người ký": signers}.items():
            (folder / f"{name}.csv").write_text(content, encoding="utf-8")
        with pytest.raises(SystemExit) as ended:
            cli.run(["tao", "dl", "--json"])
        assert ended.value.code == 0
        states += [one["trang_thai"] for one in json.loads(capsys.readouterr().out)["van_ban"]]
    assert states == ["moi", "khong_doi", "cap_nhat"]
