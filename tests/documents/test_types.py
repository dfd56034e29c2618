"""Document types: pairs of .docx and .yaml, which of several wins, and what is said of those that are no pair."""

from pathlib import Path
from typing import Any

import docx
import pytest

from cchc_docs.commands.make import make
from cchc_docs.making.jobs import MakeResult
from tests.helpers import data_file

YAML = "loai_van_ban: {tieu_de: Giấy mời, ten_loai: Giấy mời, viet_tat: GM}\n"
DATA = "nguoi_ky:\n  - {chuc_vu: Giám đốc, ho_ten: Lê A}\n"


def template(folder: Path, text: str, name: str = "giay_moi", yaml: str | None = YAML) -> None:
    folder.mkdir(exist_ok=True)
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(folder / f"{name}.docx"))
    if yaml is not None:
        (folder / f"{name}.yaml").write_text(yaml, encoding="utf-8")


def made(folder: Path, text: str = DATA, **wanted: Any) -> tuple[dict[str, str], list[str]]:
    """The text of each document made, by type; the problems."""
    result = make(data_file(folder, text), folder / "ra", **{"types": ["giay_moi"], **wanted})
    texts = {one.loai: docx.Document(str(one.path)).paragraphs[0].text for one in result.documents}
    return texts, [str(problem) for problem in result.problems]


def test_the_working_folders_template_wins_over_the_shipped_one(tmp_path: Path) -> None:
    template(
        tmp_path / "templates", "của thư mục", "ke_hoach", YAML.replace("GM", "KH").replace("Giấy mời", "Kế hoạch")
    )
    assert made(tmp_path, types=["ke_hoach"]) == ({"ke_hoach": "của thư mục"}, [])


def test_a_folder_on_the_command_line_wins_over_the_working_folder(tmp_path: Path) -> None:
    template(tmp_path / "templates", "của thư mục")
    template(tmp_path / "khac", "của dòng lệnh")
    assert made(tmp_path) == ({"giay_moi": "của thư mục"}, [])
    assert made(tmp_path, templates=tmp_path / "khac")[0] == {"giay_moi": "của dòng lệnh"}


def test_a_folder_of_templates_that_is_not_there(tmp_path: Path) -> None:
    template(tmp_path / "templates", "x")
    texts, said = made(tmp_path, templates=tmp_path / "khong_co")
    assert texts == {}
    assert said == [f"Lỗi: {tmp_path}/khong_co: Không có thư mục mẫu này. Xem lại tên thư mục."]


def test_a_stray_template_does_not_keep_the_others_from_being_made(tmp_path: Path) -> None:
    template(tmp_path / "templates", "tốt")
    template(tmp_path / "templates", "sao chép", "giay_moi - Copy", yaml=None)
    template(tmp_path / "templates", "sai", "sai", yaml="loai_van_ban: {ten_loai: Giấy mời, viet_tat: GM}\n")
    texts, said = made(tmp_path)
    assert texts == {"giay_moi": "tốt"}
    assert said == [
        "Cảnh báo: giay_moi - Copy.docx: Mẫu này thiếu tệp .yaml đi kèm nên chưa phải là một loại văn bản. Chép tệp "
        ".yaml của một mẫu có sẵn thành giay_moi - Copy.yaml rồi sửa lại, hoặc bỏ mẫu này ra khỏi thư mục.",
        "Cảnh báo: sai.yaml, trang “loai_van_ban”, dòng 1: Trang “Loại văn bản” thiếu mục bắt buộc “Tiêu đề”. "
        "Thêm mục “Tiêu đề”: tên của loại văn bản trong danh sách, ví dụ Kế hoạch kiểm tra.",
    ]


def test_two_types_that_write_the_same_file(tmp_path: Path) -> None:
    template(tmp_path / "templates", "một")
    template(
        tmp_path / "templates",
        "hai",
        "hai",
        YAML.replace("}", ", ten_tep: giay_moi}").replace("tieu_de: Giấy mời", "tieu_de: Hai"),
    )
    texts, said = made(tmp_path, types=["giay_moi", "hai"])
    assert texts == {}
    assert said == [
        "Lỗi: hai.yaml: Hai loại văn bản cùng ghi vào một tệp “giay_moi”: giay_moi và hai. "
        "Sửa mục ten_tep của một trong hai."
    ]


@pytest.mark.parametrize("name", ["giay_moi", "Giấy mời", "GIAY-MOI", "Giấy mời họp"])
def test_a_type_is_called_by_its_name_or_its_title(tmp_path: Path, name: str) -> None:
    template(tmp_path / "templates", "x", yaml=YAML.replace("tieu_de: Giấy mời", "tieu_de: Giấy mời họp"))
    assert made(tmp_path, types=[name])[0] == {"giay_moi": "x"}


def test_an_abbreviation_that_is_not_the_decrees(tmp_path: Path) -> None:
    template(tmp_path / "templates", "x", yaml=YAML.replace("GM", "GMH"))
    assert made(tmp_path)[1] == [
        "Cảnh báo: giay_moi.yaml: Chữ viết tắt của Giấy mời là “GM”, không phải “GMH”. "
        "Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục III, Mục I."
    ]


YEAR = """\
ke_hoach: {nam: 2026, trich_yeu: Kế hoạch CCHC, mo_dau: Mở đầu, ket: Hết}
"""
OWN_PERIOD = "ky_bao_cao: [{ma: quý 1, ten: quý I, tu_ngay: 15/12/2025, den_ngay: 14/3/2026}]\n"
NARRATIVE = """\
noi_dung_bao_cao:
  - {ky: quý 1, muc: I.1, noi_dung: Đã chỉ đạo.}
  - {ky: 9 tháng, muc: I.1, noi_dung: Đã chỉ đạo.}
ky_bao_cao:
  - {ma: 9 tháng, ten: 9 tháng đầu năm, tu_ngay: 15/12/2025, den_ngay: 14/9/2026, ten_ky_sau: quý IV năm 2026}
"""


def first_lines(result: MakeResult) -> dict[str, str]:
    return {one.path.name: docx.Document(str(one.path)).paragraphs[0].text for one in result.documents}


def test_one_document_for_each_period(tmp_path: Path) -> None:
    template(tmp_path / "templates", "{{ ky }}, {{ ky.ma }}", yaml=YAML.replace("}", ", ky: quý 1; năm}"))
    result = make(data_file(tmp_path, DATA + YEAR), tmp_path / "ra", types=["giay_moi"])
    assert first_lines(result) == {"giay_moi_quy_1.docx": "quý I năm 2026, quy_1", "giay_moi_nam.docx": "năm 2026, nam"}
    only = make(data_file(tmp_path, DATA + YEAR), tmp_path / "ra", types=["giay_moi"], periods=["Năm"])
    assert [(one.path.name, one.subject.ky) for one in only.documents] == [("giay_moi_nam.docx", "nam")]


def test_one_document_for_every_period_that_the_data_tell_of(tmp_path: Path) -> None:
    yaml = YAML.replace("}", ", ky: mọi kỳ, trich_yeu: 'Kết quả {ky}, nhiệm vụ {ky_sau} của {co_quan}'}")
    template(tmp_path / "templates", "{{ van_ban.trich_yeu }}", yaml=yaml)
    result = make(data_file(tmp_path, DATA + YEAR + NARRATIVE), tmp_path / "ra", types=["giay_moi"])
    assert first_lines(result) == {
        "giay_moi_quy_1.docx": "Kết quả quý I năm 2026, nhiệm vụ quý II năm 2026 của Sở Thử nghiệm",
        "giay_moi_9_thang.docx": "Kết quả 9 tháng đầu năm 2026, nhiệm vụ quý IV năm 2026 của Sở Thử nghiệm",
    }


def test_periods_need_a_year(tmp_path: Path) -> None:
    template(tmp_path / "templates", "{{ ky }}", yaml=YAML.replace("}", ", ky: quý 1}"))
    assert made(tmp_path) == (
        {},
        [
            "Lỗi: thu.yaml: Chưa biết năm của kỳ báo cáo để làm “Giấy mời”. "
            "Điền Năm ở trang “Kế hoạch”, hoặc điền trang “Kỳ báo cáo”."
        ],
    )


def test_what_stands_in_braces_in_a_summary_is_known(tmp_path: Path) -> None:
    template(tmp_path / "templates", "x", yaml=YAML.replace("}", ", trich_yeu: 'Kết quả {doi_tuog}'}"))
    assert made(tmp_path)[1] == [
        "Cảnh báo: giay_moi.yaml: Trích yếu có “{doi_tuog}”, không phải là chỗ thay được. Có phải “doi_tuong” không?"
    ]


def test_a_period_and_a_subject_that_nothing_is_made_for(tmp_path: Path) -> None:
    template(tmp_path / "templates", "x", yaml=YAML.replace("}", ", ky: quý 1; năm}"))
    assert made(tmp_path, DATA + OWN_PERIOD, periods=["quy_2"], subjects=["VP"]) == (
        {},
        [
            "Lỗi: Không có văn bản nào cho kỳ “quy_2”. Có phải “quy_1” không?",
            "Lỗi: Không có văn bản nào cho đối tượng “VP”. Xem lại tên trên dòng lệnh.",
        ],
    )
