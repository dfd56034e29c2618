"""The commands as a clerk types them: paths on stdout, problems on stderr, exit codes, JSON."""

import json
from pathlib import Path

import pytest

from cchc_docs.cli import main as cli
from tests.helpers import EXAMPLE, Cchc, data_file


def test_from_a_new_folder_to_documents(cchc: Cchc) -> None:
    code, out, err = cchc("moi", "CCHC", "--vi-du")
    assert (code, out.splitlines(), err) == (0, ["CCHC/du_lieu.xlsx", "CCHC/templates", "CCHC/output"], "")
    assert cchc("kiem-tra", "CCHC/du_lieu.xlsx") == (0, "Không có vấn đề gì.\n", "")
    assert cchc("tao", "CCHC/du_lieu.xlsx", "--loai", "ke_hoach") == (0, "output/2023/ke_hoach.docx\n", "")
    assert Path("output/2023/ke_hoach.docx").read_bytes()[:2] == b"PK"


def test_a_blank_folder_is_read_back_without_a_mistake(cchc: Cchc) -> None:
    assert cchc("moi", "CCHC")[0] == 0
    code, out, err = cchc("kiem-tra", "CCHC/du_lieu.xlsx")
    assert (code, err) == (0, "")
    assert out == (
        "Lưu ý: du_lieu.xlsx, trang “Cơ quan”: Tệp này chưa điền gì. Bắt đầu từ trang “Cơ quan”, rồi lần lượt các "
        "trang sau.\nTất cả: 1 lưu ý.\n"
    )
    code, out, err = cchc("tao", "CCHC/du_lieu.xlsx")
    assert (code, out) == (1, "")
    assert "Lỗi: du_lieu.xlsx: Dữ liệu chưa đủ để làm văn bản nào." in err


def test_a_new_document_type_is_listed_and_made(cchc: Cchc) -> None:
    cchc("moi", "CCHC", "--vi-du")
    code, out, err = cchc("mới", "CCHC", "--Loại", "Thông báo họp", "--từ", "thông báo", "--phạm-vi", "Đơn vị")
    assert (code, err) == (0, "")
    assert out.splitlines() == [f"CCHC/templates/thong_bao_hop.{suffix}" for suffix in ("docx", "yaml")]
    assert "thong_bao_hop\tThông báo họp\tĐơn vị\t" in cchc("xem", "--du-lieu", "CCHC/du_lieu.xlsx")[1]
    code, out, err = cchc("tao", "CCHC/du_lieu.xlsx", "--loai", "thong_bao_hop")
    assert (code, out.splitlines()[0], len(out.splitlines())) == (0, "output/2023/thong_bao_hop/VP.docx", 9)


def test_a_template_and_a_finished_document_are_told_apart(cchc: Cchc) -> None:
    cchc("moi", "CCHC", "--vi-du")
    cchc("moi", "CCHC", "--loai", "mau", "--tu", "thông báo")
    assert cchc("kiem-tra", "CCHC/templates/mau.docx") == (0, "Không có vấn đề gì.\n", "")
    cchc("tao", "CCHC/du_lieu.xlsx", "--loai", "mau")
    code, out, err = cchc("kiem-tra", "output/2023/mau.docx")
    assert err == ""
    assert out.startswith("mau.docx: được ban hành, ")
    code, out, err = cchc("kiem-tra", "CCHC/du_lieu.xlsx", "khong_co.docx")
    assert (code, err) == (1, "")
    assert out.startswith("Lỗi: khong_co.docx: Không mở được tệp.")


def test_a_data_file_that_is_there_is_never_made_again(cchc: Cchc) -> None:
    cchc("moi", "CCHC", "--vi-du")
    before = Path("CCHC/du_lieu.xlsx").read_bytes()
    code, out, err = cchc("moi", "CCHC")
    assert (code, out) == (1, "")
    assert err.startswith("Lỗi: CCHC/du_lieu.xlsx: Thư mục này đã có tệp dữ liệu nên không tạo lại.")
    assert Path("CCHC/du_lieu.xlsx").read_bytes() == before


def test_twice_is_once(cchc: Cchc) -> None:
    cchc("tao", EXAMPLE)
    before = Path("output/2023/ke_hoach.docx").read_bytes()
    code, out, _ = cchc("tao", EXAMPLE, "--json")
    assert (code, {one["trang_thai"] for one in json.loads(out)["van_ban"]}) == (0, {"khong_doi"})
    assert Path("output/2023/ke_hoach.docx").read_bytes() == before


def test_an_edited_document_is_kept(cchc: Cchc) -> None:
    cchc("tao", EXAMPLE, "--loai", "ke_hoach")
    Path("output/2023/ke_hoach.docx").write_bytes(b"edited")
    code, out, err = cchc("tao", EXAMPLE, "--loai", "ke_hoach")
    assert (code, out) == (0, "output/2023/ke_hoach (bản mới).docx\n")
    assert err == ("Tệp cũ đã có người sửa nên được giữ nguyên; bản mới ở: output/2023/ke_hoach (bản mới).docx\n")
    assert Path("output/2023/ke_hoach.docx").read_bytes() == b"edited"


def test_json_of_a_run(cchc: Cchc) -> None:
    code, out, err = cchc("tạo", EXAMPLE, "--Loại", "Kế hoạch", "--ra", "ket_qua", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "van_ban": [
            {
                "loai": "ke_hoach",
                "ky": "",
                "doi_tuong": "",
                "tep": "ket_qua/2023/ke_hoach.docx",
                "trang_thai": "moi",
                "van_de": [],
            }
        ],
        "van_de": [],
    }


def test_a_mistake_stops_everything_before_anything_is_written(cchc: Cchc, tmp_path: Path) -> None:
    path = data_file(tmp_path, "nguoi_ky:\n  - {chuc_vu: Phó Giám đốc, ho_ten: Lê A}\n")
    code, out, err = cchc("tao", str(path), "--loai", "ke_hoach")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Phó Giám đốc là cấp phó nên phải ký KT. GIÁM ĐỐC. Chọn quyền hạn KT. và ghi "
        "“GIÁM ĐỐC” ở cột Ký thay.",
        "Lỗi: thu.yaml: Văn bản “Kế hoạch cải cách hành chính” cần trang “Kế hoạch”, tệp này không có hoặc để trống. "
        "Thêm dữ liệu vào trang “Kế hoạch”.",
        "Tất cả: 2 lỗi.",
    ]
    assert not Path("output").exists()


def test_json_of_problems(cchc: Cchc, tmp_path: Path) -> None:
    path = data_file(tmp_path, "nguoi_ky:\n  - {chuc_vu: Phó Giám đốc, ho_ten: Lê A}\n")
    code, out, err = cchc("kiem-tra", str(path), "--json")
    assert (code, err) == (1, "")
    assert json.loads(out)["van_de"] == [
        {
            "ma": "cap_pho_khong_kt",
            "muc_do": "loi",
            "o_dau": "thu.yaml, trang “nguoi_ky”, dòng 9",
            "noi_dung": "Phó Giám đốc là cấp phó nên phải ký KT. GIÁM ĐỐC.",
            "goi_y": "Chọn quyền hạn KT. và ghi “GIÁM ĐỐC” ở cột Ký thay.",
        }
    ]


def test_no_such_file(cchc: Cchc) -> None:
    code, out, err = cchc("tao", "khong_co.xlsx")
    assert (code, out) == (1, "")
    assert err.startswith("Lỗi: khong_co.xlsx")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ta", "x"], "Lỗi: Không có lệnh “ta”. Có phải “tao” không?"),
        (["gi", "x"], "Lỗi: Không có lệnh “gi”. Xem các lệnh: cchc --help."),
        (["tao"], "Lỗi: Thiếu DU_LIEU. Xem: cchc tao --help."),
        (["tao", "x", "--lai", "y"], "Lỗi: Không có tùy chọn “--lai”."),
        (["tao", "x", "--loai"], "Lỗi: Tùy chọn “--loai” dùng chưa đúng: có thể thiếu giá trị."),
        *(
            (["tao", "x", "--luong", typed], "Lỗi: Giá trị của “--luong” không dùng được: cần số nguyên từ 1 đến 256.")
            for typed in ("0", "hai")
        ),
        (["moi", "x", "y"], "Lỗi: Thừa đối số trên dòng lệnh. Xem: cchc moi --help."),
        (["moi"], "Lỗi: Thiếu tên thư mục mới, hoặc --loai và --tu."),
        (["moi", "--loai", "x"], "Lỗi: Thiếu --tu: loại mới bắt đầu từ loại nào."),
    ],
)
def test_a_wrong_command_line(cchc: Cchc, arguments: list[str], said: str) -> None:
    code, out, err = cchc(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(said)


def test_an_unknown_type(cchc: Cchc) -> None:
    code, _, err = cchc("tao", EXAMPLE, "--loai", "ke_hoac")
    assert code == 1
    assert err.startswith("Lỗi: Không có loại văn bản “ke_hoac”. Có phải “ke_hoach” không?")


def test_our_own_bug_gives_a_log_file_and_no_traceback(cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc_docs.make", lambda *_, **__: 1 / 0)
    code, out, err = cchc("tao", EXAMPLE)
    assert (code, out) == (3, "")
    assert err.startswith("Chương trình có lỗi. Xin gửi tệp này cho người phát triển: ")
    log = Path(err.rsplit(": ", 1)[1].strip())
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    log.unlink()


def test_the_types_and_one_of_them(cchc: Cchc) -> None:
    code, out, err = cchc("xem")
    assert (code, err) == (0, "")
    assert "ke_hoach\tKế hoạch cải cách hành chính\tco_quan\t" in out
    code, out, err = cchc("xem", "ke_hoach")
    assert (code, err) == (0, "")
    shown = {line.split("\t")[0]: line for line in out.splitlines()}
    assert shown["co_quan.ten"].endswith("Sở Văn hóa, Thể thao và Du lịch")
    assert shown["van_ban.so_ky_hieu"].endswith("Số: /KH-SVHTTDL")
    assert "linh_vuc[].nhiem_vu[].san_pham[].chu_tri[]" in shown
    assert "|in_hoa" in shown
    assert "danh_so.muc()" in shown


def test_types_as_json(cchc: Cchc) -> None:
    code, out, _ = cchc("xem", "--json")
    assert code == 0
    assert "ke_hoach" in [one["ten"] for one in json.loads(out)["loai"]]
    code, out, _ = cchc("xem", "ke_hoach", "--json")
    names = {one["ten"]: one["mau"] for one in json.loads(out)["bien"]}
    assert names["ke_hoach.nam"] == "2023"


@pytest.mark.parametrize("command", ["moi", "tao", "kiem-tra", "xem"])
def test_help_is_vietnamese(cchc: Cchc, command: str) -> None:
    code, out, err = cchc(command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"Cách dùng: cchc {command} ")
    assert "Tùy chọn:" in out
    assert "Usage" not in out
    assert "Show this message" not in out


def test_problems_are_a_table_on_a_terminal(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = data_file(tmp_path, "nguoi_ky:\n  - {chuc_vu: Phó Giám đốc, ho_ten: Lê A}\n")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(cli.sys.stdout, "isatty", lambda: True)
    code, out, err = cchc("kiem-tra", str(path))
    assert (code, err) == (1, "")
    lines = [[cell.strip() for cell in line.strip("│").split("│")] for line in out.splitlines() if line.startswith("│")]
    assert lines == [
        [
            "Lỗi",
            "thu.yaml, trang “nguoi_ky”, dòng 9",
            "Phó Giám đốc là cấp phó nên phải ký KT. GIÁM ĐỐC. Chọn quyền hạn KT. và ghi “GIÁM ĐỐC” ở cột Ký thay.",
        ]
    ]
    assert "Mức độ" in out


@pytest.mark.parametrize("obstacle", ["output", "output/.cchc", "output/.cchc/manifest.json/x"])
def test_an_output_folder_that_cannot_be_written(cchc: Cchc, obstacle: str) -> None:
    path = Path(obstacle)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("a file where a folder, or a folder where a file, should be")
    code, out, err = cchc("tao", EXAMPLE)
    assert (code, out) == (1, "")
    assert err.startswith("Lỗi: output: Không ghi được vào đây: ở chỗ của ")
    assert not list(Path().rglob("*.docx"))


def test_a_command_that_is_interrupted(cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cchc_docs.make", interrupted)
    code, out, err = cchc("tao", EXAMPLE)
    assert (code, out, err.strip()) == (1, "", "Đã dừng theo yêu cầu.")


def test_two_files_of_one_name_are_told_apart(cchc: Cchc) -> None:
    for folder in ("A", "B"):
        Path(folder).mkdir()
        Path(folder, "du_lieu.xlsx").write_bytes(b"")
    _, out, _ = cchc("kiem-tra", "A/du_lieu.xlsx", "B/du_lieu.xlsx")
    assert [line.split(": ")[1] for line in out.splitlines()[:2]] == ["A/du_lieu.xlsx", "B/du_lieu.xlsx"]


def test_what_tao_would_refuse_kiem_tra_tells_too(cchc: Cchc, tmp_path: Path) -> None:
    plan = "ke_hoach: {nam: 2026, trich_yeu: t, mo_dau: m, ket: k}\n"
    _, out, _ = cchc("kiem-tra", str(data_file(tmp_path, plan)))
    assert "Chưa có người ký cho văn bản “Kế hoạch cải cách hành chính”." in out


def test_a_half_made_folder_can_be_made_again(cchc: Cchc) -> None:
    Path("CCHC").mkdir()
    Path("CCHC/templates").write_text("a file")
    code, out, err = cchc("moi", "CCHC")
    assert (code, out) == (1, "")
    assert err.startswith("Lỗi: CCHC: Không tạo được thư mục này: ở chỗ của thư mục đã có một tệp cùng tên.")
    Path("CCHC/templates").unlink()
    assert cchc("moi", "CCHC")[0] == 0


def test_a_note_that_a_person_wrote_is_kept(cchc: Cchc) -> None:
    Path("CCHC/templates").mkdir(parents=True)
    Path("CCHC/templates/DOC_TRUOC.txt").write_text("mine")
    assert cchc("moi", "CCHC")[0] == 0
    assert Path("CCHC/templates/DOC_TRUOC.txt").read_text() == "mine"


def test_without_a_command_the_help_is_shown(cchc: Cchc) -> None:
    code, out, err = cchc()
    assert (code, out) == (2, "")
    assert err.startswith("Cách dùng: cchc [TÙY CHỌN] LỆNH …")
