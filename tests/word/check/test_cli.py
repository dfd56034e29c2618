"""Judging and mending as a clerk types it: sentences, exit codes, JSON, files that are never overwritten."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph

from cchc_docs.cli import main as cli
from cchc_docs.word.check.rules import RULES
from tests.word.check.breaks import BREAKS
from tests.word.check.papers import PAPERS, body, packed, paper

Cchc = Callable[..., tuple[int, str, str]]


@pytest.fixture
def cchc(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cchc:
    """Run one command in an empty folder: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            cli.run(arguments)
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return run


def test_a_paper_that_is_right(cchc: Cchc) -> None:
    Path("tb.docx").write_bytes(paper("thong_bao"))
    right = "tb.docx: được ban hành, không có gì phải sửa (Thông báo).\n"
    assert cchc("kiem-tra", "tb.docx") == (0, right, "")
    assert cchc("kiem-tra", "tb.docx", "--day-du") == (
        0,
        right + "Cần người xem: Không có trang trắng khi in ra (PG-21).\n"
        "Cần người xem: Chữ ký tay màu xanh, dấu đỏ trùm 1/3 chữ ký về bên trái, hoặc ảnh chữ ký số đúng vị trí "
        "(KY-13).\nCần người xem: Khi in ra, khối chữ ký trọn một trang và có nội dung ở trên (KY-16).\n",
        "",
    )


def test_a_mistake_is_said_with_its_place_and_clause(cchc: Cchc) -> None:
    Path("tb.docx").write_bytes(BREAKS["NT-01"]())
    code, out, err = cchc("kiem-tra", "tb.docx")
    assert (code, err) == (1, "")
    assert out == (
        "tb.docx: chưa được ban hành, 1 lỗi (Thông báo).\n"
        "Lỗi: Địa danh và thời gian (bảng 1, hàng 2, cột 2), đoạn “Hưng An, ngày 05 tháng 03 năm 2026”: "
        "Địa danh và thời gian “Hưng An, ngày 05 tháng 03 năm 2026”: tháng từ 3 trở đi không thêm số 0. "
        "Viết “Hưng An, ngày 05 tháng 3 năm 2026”. (NT-01: NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 4, điểm b; "
        "Phụ lục I, Phần I, Mục II, khoản 4, điểm c)\n"
    )


def test_a_rule_that_is_broken_at_many_places_is_one_line(cchc: Cchc) -> None:
    many = "".join(body(f"{number}. Đơn vị thứ {number} thực hiện nhiệm vụ được giao.") for number in range(3, 8))
    small = many.replace('<w:sz w:val="28"/>', '<w:sz w:val="24"/>')
    known = body("2. Các phòng báo cáo kết quả trước ngày 20 tháng 3 năm 2026.")
    Path("tb.docx").write_bytes(packed(PAPERS["thong_bao"]().replace(known, known + small)))
    code, out, _ = cchc("kiem-tra", "tb.docx")
    lines = [line for line in out.splitlines() if "(ND-01:" in line]
    assert code == 1
    assert out.startswith("tb.docx: chưa được ban hành, 5 lỗi (Thông báo).\n")
    assert len(lines) == 1
    assert lines[0].startswith("Lỗi (5 chỗ): Đoạn có chữ cỡ 12. Nội dung văn bản cỡ 13 đến 14. (ND-01: NĐ 30/2020, ")
    assert re.search(
        r"Ở: đoạn \d+ “3\. Đơn vị thứ 3 [^”]*”; đoạn \d+ “4\. [^”]*”; đoạn \d+ “5\. [^”]*”; …\.$", lines[0]
    )
    _, full, _ = cchc("kiem-tra", "tb.docx", "--day-du")
    assert len([line for line in full.splitlines() if "(ND-01:" in line]) == 5


def test_a_folder_is_all_its_documents(cchc: Cchc) -> None:
    Path("ra").mkdir()
    for kind in ("thong_bao", "cong_van"):
        Path(f"ra/{kind}.docx").write_bytes(paper(kind))
    assert cchc("kiem-tra", "ra") == (0, "Thể thức 2 văn bản: không có lỗi, không có cảnh báo.\n", "")


def test_the_file_that_is_checked_stays_as_it_was(cchc: Cchc) -> None:
    content = BREAKS["PG-03"]()
    Path("tb.docx").write_bytes(content)
    cchc("kiem-tra", "tb.docx", "--ghi-chu", "ghi_chu.docx")
    cchc("sua", "tb.docx", "--ra", "sua.docx")
    assert Path("tb.docx").read_bytes() == content


def test_findings_are_comments_at_their_place(cchc: Cchc) -> None:
    Path("tb.docx").write_bytes(BREAKS["TN-01"]())
    code, out, _ = cchc("kiem-tra", "tb.docx", "--ghi-chu", "ghi_chu.docx")
    assert (code, out.splitlines()[0]) == (1, "ghi_chu.docx")
    copy = docx.Document(io.BytesIO(Path("ghi_chu.docx").read_bytes()))
    (comment,) = copy.comments
    assert comment.author == "cchc"
    assert comment.text.startswith("Lỗi: Tiêu ngữ viết “Độc lập – Tự do – Hạnh phúc”. Phải là “Độc lập - Tự do - ")
    (start,) = copy.element.body.xpath(".//w:commentRangeStart")
    assert Paragraph(start.getparent(), copy).text == "Độc lập – Tự do – Hạnh phúc"


def test_a_file_that_is_there_is_not_overwritten(cchc: Cchc) -> None:
    Path("tb.docx").write_bytes(BREAKS["TN-01"]())
    Path("cu.docx").write_bytes(b"cu")
    assert cchc("kiem-tra", "tb.docx", "--ghi-chu", "cu.docx")[1].startswith("cu (bản mới).docx\n")
    assert cchc("sua", "tb.docx", "--ra", "cu.docx")[1].startswith("cu (bản mới 2).docx\n")
    assert Path("cu.docx").read_bytes() == b"cu"


def test_mending_says_what_it_did_and_what_is_left(cchc: Cchc) -> None:
    Path("tb.docx").write_bytes(BREAKS["PG-03"]())
    code, out, err = cchc("sua", "tb.docx", "--ra", "sua.docx")
    told = "Đã sửa: tb.docx, trang giấy: Lề trên đang là 25,4 mm.\nĐã sửa 1 chỗ; còn 0 chỗ cần người sửa.\n"
    assert (code, out, err) == (0, f"sua.docx\n{told}", "")
    assert cchc("sua", "tb.docx", "--thu") == (0, told.replace("Đã sửa", "Sẽ sửa"), "")
    assert sorted(path.name for path in Path().iterdir()) == ["sua.docx", "tb.docx"]
    assert cchc("sua", "tb.docx")[::2] == (
        2, "Lỗi: Thiếu --ra: tên tệp mới để ghi bản đã sửa; hoặc thêm --thu để chỉ xem sẽ sửa gì.\n",
    )  # fmt: skip
    assert cchc("kiem-tra", "sua.docx")[0] == 0


def test_what_only_a_person_can_mend_is_left(cchc: Cchc) -> None:
    Path("tb.docx").write_bytes(BREAKS["KY-04"]())
    code, out, _ = cchc("sua", "tb.docx", "--ra", "sua.docx")
    assert code == 1
    assert "Đã sửa 0 chỗ; còn 1 chỗ cần người sửa.\n" in out
    assert "Cấp phó “PHÓ GIÁM ĐỐC” ký mà không ghi KT. cấp trưởng. Ghi thêm dòng trên: “KT. GIÁM ĐỐC”." in out


def test_json_has_every_verdict(cchc: Cchc) -> None:
    Path("tb.docx").write_bytes(BREAKS["NT-01"]())
    code, out, _ = cchc("kiem-tra", "tb.docx", "--json")
    answer = json.loads(out)
    assert code == 1
    assert [problem["ma"] for problem in answer["van_de"]] == ["NT-01"]
    (judged,) = answer["the_thuc"]
    assert judged["loai"] == "Thông báo"
    assert [one["ma"] for one in judged["quy_tac"]] == [rule.id for rule in RULES]
    assert {one["ket_qua"] for one in judged["quy_tac"]} == {"dat", "loi", "khong_thay", "can_nguoi_xem"}


def test_the_rules_as_a_table(cchc: Cchc) -> None:
    code, out, _ = cchc("kiem-tra", "--quy-tac")
    assert code == 0
    lines = out.splitlines()
    assert len(lines) == len(RULES)
    assert (
        lines[0] == "PG-01\tLỗi\tKhổ giấy A4 (210 × 297 mm)\tNĐ 30/2020, Phụ lục I, Phần I, Mục I, khoản 1\tNghị định"
    )


def test_the_kind_can_be_told(cchc: Cchc) -> None:
    Path("tb.docx").write_bytes(paper("thong_bao"))
    code, out, _ = cchc("kiem-tra", "tb.docx", "--loai", "tờ trình")
    assert code == 1
    assert "Tờ trình thiếu phần “Kính gửi”." in out
    code, out, _ = cchc("kiem-tra", "tb.docx", "--loai", "giay_moii")
    assert (code, out) == (1, "Lỗi: Không có loại văn bản “giay_moii”. Có phải “Giấy mời” không?\nTất cả: 1 lỗi.\n")


PROFILE = "the_thuc:\n  - quy_tac: {}\n    ap_dung: không\n"


def test_an_office_switches_a_rule_of_practice_off(cchc: Cchc) -> None:
    Path("tb.docx").write_bytes(BREAKS["ND-07"]())
    assert "ND-07" in cchc("kiem-tra", "tb.docx")[1]
    Path("the_thuc.yaml").write_text(PROFILE.format("ND-07"), encoding="utf-8")
    assert "ND-07" not in cchc("kiem-tra", "tb.docx")[1]


def test_a_rule_of_the_decree_cannot_be_switched_off(cchc: Cchc) -> None:
    Path("tb.docx").write_bytes(paper("thong_bao"))
    Path("the_thuc.yaml").write_text(PROFILE.format("PG-03"), encoding="utf-8")
    code, out, _ = cchc("kiem-tra", "tb.docx")
    assert code == 1
    assert out.startswith("Lỗi: the_thuc.yaml: Quy tắc PG-03 là quy định của Nghị định nên không tắt được.")


def test_a_template_is_no_document(cchc: Cchc) -> None:
    template = Path(__file__).resolve().parent.parent.parent.parent / "templates" / "ke_hoach.docx"
    assert cchc("kiem-tra", str(template)) == (0, "Không có vấn đề gì.\n", "")
    code, out, _ = cchc("kiem-tra", str(template), "--ghi-chu", "x.docx")
    assert code == 1
    assert out.startswith("Lỗi: ke_hoach.docx: Không ghi chú vào mẫu")
    assert not Path("x.docx").exists()
    code, out, _ = cchc("sua", str(template), "--ra", "x.docx")
    assert code == 1
    assert "Lệnh sua chỉ sửa văn bản Word đã làm xong" in out


@pytest.mark.parametrize("name", ["khong_co.docx", "trang.docx"])
def test_what_cannot_be_opened(cchc: Cchc, name: str) -> None:
    Path("trang.docx").write_bytes(b"")
    code, out, _ = cchc("kiem-tra", name)
    assert code == 1
    assert out.startswith(f"Lỗi: {name}: ")
    assert cchc("sua", name, "--ra", "x.docx")[0] == 1


def test_without_a_file(cchc: Cchc) -> None:
    code, _, err = cchc("kiem-tra")
    assert (code, err) == (2, "Lỗi: Thiếu TEP. Xem: cchc kiem-tra --help.\n")


@pytest.mark.parametrize("out", [".", ""])
def test_a_folder_is_no_name_of_a_file(cchc: Cchc, out: str) -> None:
    Path("tb.docx").write_bytes(BREAKS["PG-03"]())
    code, said, _ = cchc("sua", "tb.docx", "--ra", out)
    assert code == 1
    assert said.startswith("Lỗi: .: Tên tệp ra là một thư mục, hoặc để trống. Ghi tên một tệp mới.")
