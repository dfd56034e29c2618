"""``cchc moi --loai``: new types from those that are there and from blank kinds, ready to open in Word."""

import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from lxml import etree

from cchc_docs.authoring.kinds import KINDS
from cchc_docs.authoring.scaffold import NewType, create_type
from cchc_docs.commands.make import make
from cchc_docs.files import example_file, shipped
from cchc_docs.word.template.marking import texts_of
from cchc_docs.word.template.tags import scan
from tests.sound.ooxml import complaints
from tests.word.template.word import part

TITLES = {"giay_moi_trang": "Giấy mời họp Ban Chỉ đạo", "cong_van_trang": "Công văn về việc báo cáo kết quả"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with the example's data."""
    shutil.copy(example_file(), tmp_path / "du_lieu.xlsx")
    return tmp_path


def said(folder: Path, **wanted: object) -> list[str]:
    return [str(problem) for problem in create_type(folder, NewType(**wanted)).problems]  # type: ignore[arg-type]


def made(folder: Path, name: str) -> list[Path]:
    result = make(folder / "du_lieu.xlsx", folder / "output", types=[name])
    assert [str(problem) for problem in result.problems] == []
    return [one.path for one in result.documents]


def lines(document: Document) -> list[str]:
    """Every paragraph with the name of its style, tables in their place."""
    found = []
    for block in document.iter_inner_content():
        cells = [cell for row in block.rows for cell in dict.fromkeys(row.cells)] if isinstance(block, Table) else []
        paragraphs = [block] if not isinstance(block, Table) else [one for cell in cells for one in cell.paragraphs]
        found += [f"[{one.style and one.style.name}] {one.text}".rstrip() for one in paragraphs]
    return found


# -- Blank kinds


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_kind_is_a_sound_template_with_comments_and_makes_a_sound_document(
    folder: Path, kind: str, golden: Callable[[str, str], None]
) -> None:
    begun = create_type(folder, NewType(TITLES.get(kind, f"{KINDS[kind].ten_loai} thử"), kind))
    paths = begun.made
    assert (begun.problems, [path.parent for path in paths]) == ((), [folder / "templates"] * 2)
    template = paths[0].read_bytes()
    assert complaints(template) == []
    assert part(template, "word/comments.xml").count("<w:comment ") >= 8
    (document,) = made(folder, paths[0].stem)
    content = document.read_bytes()
    assert complaints(content) == []
    assert "omment" not in part(content, "word/document.xml")
    golden(f"mau_trang/{kind}.txt", "\n".join(lines(docx.Document(str(document)))) + "\n")


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_kind_for_each_row_of_a_sheet_names_the_row(folder: Path, kind: str) -> None:
    problems = create_type(folder, NewType("thu", kind, pham_vi="Đơn vị")).problems
    assert problems == ()
    documents = made(folder, "thu")
    assert [path.stem for path in documents][:2] == ["VP", "BCD"]
    assert any("Văn phòng Sở" in line for line in lines(docx.Document(str(documents[0]))))


def test_a_kind_is_found_by_its_bare_name_where_no_type_has_it(folder: Path) -> None:
    assert said(folder, loai="a", tu="Công văn") == []
    assert 'ten_loai: "Công văn"' in (folder / "templates/a.yaml").read_text(encoding="utf-8")
    assert said(folder, loai="b", tu="Kế hoạch") == []  # the shipped type, not the blank kind
    assert 'tinh: ["ke_hoach"]' in (folder / "templates/b.yaml").read_text(encoding="utf-8")


def test_what_the_options_say_stands_in_the_yaml(folder: Path) -> None:
    assert said(folder, loai="Báo cáo nhanh", tu="báo cáo trắng", trich_yeu="Kết quả", ky=["quý 1", "năm"]) == []
    assert (folder / "templates/bao_cao_nhanh.yaml").read_text(encoding="utf-8") == (
        "# Loại văn bản “Báo cáo nhanh”: mẫu là tệp Word cùng tên, bên cạnh tệp này.\n"
        'loai_van_ban:\n  tieu_de: "Báo cáo nhanh"\n  ten_loai: "Báo cáo"\n  viet_tat: "BC"\n'
        '  trich_yeu: "Kết quả"\n  ky: ["quý 1", "năm"]\n'
    )


@pytest.mark.parametrize(
    ("title", "kind", "summary"),
    [
        ("Quyết định thành lập Tổ công tác", "quyet_dinh", "Về việc thành lập Tổ công tác"),
        ("Quyết định về việc khen thưởng", "quyet_dinh", "Về việc khen thưởng"),
        ("Công văn về báo cáo quý I", "cong_van", "Báo cáo quý I"),
        ("Thông báo kết luận", "thong_bao", "Kết luận"),
        ("Họp giao ban", "bien_ban", "Họp giao ban"),
    ],
)
def test_the_trich_yeu_follows_from_the_title(folder: Path, title: str, kind: str, summary: str) -> None:
    assert said(folder, loai="thu", tu=kind, tieu_de=title) == []
    assert f'  trich_yeu: "{summary}"\n' in (folder / "templates/thu.yaml").read_text(encoding="utf-8")


def test_the_rows_of_a_clerks_own_sheet_are_named_by_its_columns(tmp_path: Path) -> None:
    assert said(tmp_path, loai="giay_moi", tu="giấy mời", pham_vi="Thành viên") == [
        "Cảnh báo: so_vhttdl_lang_son_2023.xlsx: Tệp dữ liệu chưa có trang “Thành viên” mà mẫu này làm mỗi dòng một "
        "văn bản. Thêm trang ấy, rồi sửa các thẻ {{ doi_tuong… }} theo tên cột của trang."
    ]


@pytest.mark.parametrize("kind", [*KINDS, "ke_hoach"])
def test_every_tag_is_explained_in_a_comment(folder: Path, kind: str) -> None:
    template, _ = create_type(folder, NewType("thu", kind)).made
    comments = " ".join(etree.fromstring(part(template.read_bytes(), "word/comments.xml").encode()).itertext())
    root = etree.fromstring(part(template.read_bytes(), "word/document.xml").encode())
    tags = {one.tag for text in texts_of(root) for one in scan(text).tags}
    opening = [tag for tag in tags if not tag.word.startswith(("end", "else")) and "danh_so" not in tag.code]
    assert len(opening) > 8
    assert [tag.shown for tag in opening if tag.shown not in comments] == []


def test_what_a_comment_says(folder: Path) -> None:
    template, _ = create_type(folder, NewType("thu", "giấy mời", pham_vi="Đơn vị")).made
    root = etree.fromstring(part(template.read_bytes(), "word/comments.xml").encode())
    said = ["".join(paragraph.itertext()) for paragraph in root.iter(qn("w:p"))]
    for line in (
        "{{ doi_tuong.ten }} in ra: Tên đầy đủ, in trong văn bản (trang “Đơn vị”, cột “Tên”).",
        "{{ van_ban.so_ky_hieu }} in ra: Số: 05/KH-SVHTTDL, hoặc chừa chỗ cho số.",
        "{%p for noi in noi_nhan %} … {%p endfor %}: phần ở giữa in lại cho từng mục. Các nơi nhận của văn bản này, theo "
        "thứ tự in (trang “Nơi nhận”, vai trò nơi nhận).",
        "{{ dong }} in ra: giá trị đặt tên ở thẻ for hay set phía trên.",
    ):
        assert line in said


# -- Copies


def test_a_copy_of_a_shipped_type_wins_and_makes_the_same_document(folder: Path) -> None:
    before = made(folder, "ke_hoach")[0].read_bytes()
    assert said(folder, loai="ke_hoach", tu="ke_hoach") == []
    copy = (folder / "templates/ke_hoach.docx").read_bytes()
    assert "Tên đầy đủ của cơ quan ban hành" in part(copy, "word/comments.xml")
    assert copy != (shipped("templates") / "ke_hoach.docx").read_bytes()
    assert made(folder, "ke_hoach")[0].read_bytes() == before


def test_a_copy_under_another_name_is_a_type_of_its_own(folder: Path) -> None:
    assert said(folder, loai="Kế hoạch tuyên truyền", tu="ke_hoach", trich_yeu="Tuyên truyền") == []
    assert [path.name for path in made(folder, "kế hoạch tuyên truyền")] == ["ke_hoach_tuyen_truyen.docx"]
    text = (folder / "templates/ke_hoach_tuyen_truyen.yaml").read_text(encoding="utf-8")
    assert "ten_tep" not in text
    assert 'tieu_de: "Kế hoạch tuyên truyền"' in text


# -- What cannot be


def test_nothing_that_is_there_is_overwritten(folder: Path) -> None:
    said(folder, loai="a", tu="công văn")
    before = (folder / "templates/a.docx").read_bytes()
    assert said(folder, loai="A", tu="quyết định") == [
        f"Lỗi: {folder}/templates/a.{suffix}: Tệp này đã có nên không tạo lại. "
        "Chọn tên loại khác, hoặc sửa tiếp tệp đang có bằng Word."
        for suffix in ("docx", "yaml")
    ]
    assert (folder / "templates/a.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (
            {"loai": "a", "tu": "quyet_din"},
            "Lỗi: Không có loại văn bản hay mẫu trắng “quyet_din”. Có phải “quyet_dinh_trang” không?",
        ),
        (
            {"loai": "…", "tu": "công văn"},
            "Lỗi: “…” không làm tên loại văn bản được. Đặt tên bằng chữ và số, ví dụ giay_moi_hop.",
        ),
        (
            {"loai": "con", "tu": "công văn"},
            "Lỗi: “con” không làm tên loại văn bản được. Đặt tên bằng chữ và số, ví dụ giay_moi_hop.",
        ),
        (
            {"loai": "a", "tu": "công văn", "pham_vi": "don_vij"},
            "Cảnh báo: du_lieu.xlsx: Tệp dữ liệu chưa có trang “don_vij” mà mẫu này làm mỗi dòng một văn bản. "
            "Có phải “don_vi” không?",
        ),
    ],
)
def test_what_is_said_of_a_wrong_wish(folder: Path, wanted: dict[str, str], sentence: str) -> None:
    assert said(folder, **wanted) == [sentence]
    assert (folder / "templates").exists() == sentence.startswith("Cảnh báo")


def test_a_type_that_is_no_word_file_is_not_copied(folder: Path) -> None:
    said(folder, loai="hong", tu="công văn")
    (folder / "templates/hong.docx").write_bytes(b"hong")
    (sentence,) = said(folder, loai="moi", tu="hong")
    assert sentence.startswith("Lỗi: moi.docx: Tệp không phải là tệp Word .docx, hoặc bị hỏng, bị cắt cụt.")
    assert not (folder / "templates/moi.docx").exists()


def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    (folder / "templates").write_text("a file where a folder should be")
    (sentence,) = said(folder, loai="moi", tu="công văn")
    assert sentence.startswith(f"Lỗi: {folder}/templates: Không ghi được mẫu vào đây: ")
