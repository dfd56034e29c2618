"""The plan made from ``data/so_vhttdl_lang_son_2023.yaml`` is the real plan of 2023, word for word.

``nguon/ke_hoach_2023.txt`` is the text of the real plan, one paragraph a line, footnotes where its pages ended.
Another office's data gives a plan without a word of this one.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from cchc_docs.commands.make import make
from cchc_docs.files import shipped

HERE = Path(__file__).parent
SOURCE = HERE / "nguon" / "ke_hoach_2023.txt"
DATA = HERE.parent / "data" / "so_vhttdl_lang_son_2023.yaml"
ILLUSTRATIVE = "số liệu minh họa"
SUPERSCRIPTS = "¹²³"

# The source's text file leaves out the two blocks above number and date.
LETTERHEAD = [
    "UBND TỈNH LẠNG SƠN",
    "SỞ VĂN HÓA,",  # a long name is broken into balanced lines, each its own paragraph
    "THỂ THAO VÀ DU LỊCH",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
]

# What stands in the source, what the document says instead, and why. Nothing else differs.
CORRECTIONS = [
    (
        "đơn vị trực thuộc trong\n\nthực hiện các nhiệm vụ",
        "đơn vị trực thuộc trong thực hiện các nhiệm vụ",
        "a page ended in the middle of the sentence: no new paragraph begins there",
    ),
    (
        "Phần đầu Chỉ số cải cách hành chính",
        "Phấn đấu Chỉ số cải cách hành chính",
        "misspelt: a target is striven for (phấn đấu); “phần đầu” is a first part",
    ),
    (
        "thuộc thẩm quyền giải quyết của đạt tỷ lệ",
        "thuộc thẩm quyền giải quyết đạt tỷ lệ",
        "“của” has lost the name that followed it; leaving it out invents no name",
    ),
    ("- GD, các PGD Sở;", "- GĐ, các PGĐ Sở;", "Đ has lost its stroke: the recipients are Giám đốc and Phó Giám đốc"),
    (
        "(*Có Phụ lục triển khai thực hiện các nhiệm vụ về CCHC năm 2023 kèm theo*)",
        "(Có Phụ lục triển khai thực hiện các nhiệm vụ về CCHC năm 2023 kèm theo)",
        "the stars are the text file's sign for italics",
    ),
]


# --- the two texts ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Text:
    """A document as one reads it: paragraphs with single spaces, blank ones left out, and footnotes in their order.

    A reference to a footnote is a superscript figure in its paragraph, as in the source.
    """

    paragraphs: list[str]
    footnotes: list[str]
    italic: list[str]
    """The italic parts of each paragraph that has any, runs side by side joined."""

    @property
    def appendix_at(self) -> int:
        """Index of the paragraph that begins the appendix; the number of paragraphs where there is none."""
        return next((n for n, text in enumerate(self.paragraphs) if text.lower() == "phụ lục"), len(self.paragraphs))


def fold(text: str) -> str:
    """Single spaces: blanks left for number and date are as wide as the template makes them."""
    return " ".join(text.split())


def source() -> Text:
    text = SOURCE.read_text(encoding="utf-8")
    for printed, made, _ in CORRECTIONS:
        text = text.replace(printed, made)
    lines = [fold(line) for line in text.splitlines() if line.strip()]
    footnotes = [line for line in lines if line[0] in SUPERSCRIPTS]
    assert [line[0] for line in footnotes] == list(SUPERSCRIPTS)
    return Text(
        paragraphs=[line for line in lines if line not in footnotes],
        footnotes=[line[1:].strip() for line in footnotes],
        italic=[],
    )


NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
W = f"{{{NAMES['w']}}}"


def read_docx(path: Path) -> Text:
    with zipfile.ZipFile(path) as package:
        document: Any = etree.fromstring(package.read("word/document.xml"))
        has_notes = "word/footnotes.xml" in package.namelist()
        notes: Any = etree.fromstring(package.read("word/footnotes.xml")) if has_notes else ()
    # Word shows the alternative content of a drawing, not its fallback as well.
    paragraphs = document.xpath("//w:p[not(ancestor::mc:Fallback)]", namespaces=NAMES)
    references = [reference.get(f"{W}id") for reference in document.iter(f"{W}footnoteReference")]
    by_id = {note.get(f"{W}id"): fold("".join(shown(note, []))) for note in notes}
    return Text(
        paragraphs=[text for p in paragraphs if (text := fold("".join(shown(p, references))))],
        footnotes=[by_id[reference] for reference in references],
        italic=[text for p in paragraphs if (text := fold("".join(italic(p))))],
    )


def shown(element: Any, references: list[str]) -> Iterator[str]:
    """The text of an element as it is seen; ``references`` are the footnotes' ids in the document's order."""
    for node in element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}footnoteReference"):
        match node.tag.removeprefix(W):
            case "t":
                yield node.text or ""
            case "footnoteReference":
                yield SUPERSCRIPTS[references.index(node.get(f"{W}id"))]
            case _:
                yield " "


def italic(paragraph: Any) -> Iterator[str]:
    on = "w:rPr/w:i[not(@w:val='0') and not(@w:val='false')]"
    for run in paragraph.xpath(f".//w:r[{on}]", namespaces=NAMES):
        yield from shown(run, [])


def load(text: str) -> Any:
    """The data of a YAML file, every value a text."""
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - this loader makes texts, lists and mappings only


def plan(data: Path, out: Path) -> Text:
    """The text of the plan that the data file gives."""
    result = make(data, out, types=["ke_hoach"])
    return read_docx(result.documents[0].path)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Text:
    return plan(DATA, tmp_path_factory.mktemp("ra"))


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    loaded: dict[str, Any] = load(DATA.read_text(encoding="utf-8"))
    return loaded


# --- the document against the source ------------------------------------------------------------------------------


@pytest.mark.parametrize(("printed", "made_instead", "why"), CORRECTIONS)
def test_each_correction_is_of_one_place_of_the_source(printed: str, made_instead: str, why: str) -> None:
    assert SOURCE.read_text(encoding="utf-8").count(printed) == 1, why
    assert made_instead != printed


def test_the_document_equals_the_source_paragraph_by_paragraph(made: Text) -> None:
    expected = source().paragraphs
    assert len(expected) == 117  # the walk walks something

    head = len(LETTERHEAD)
    assert made.paragraphs[:head] == LETTERHEAD
    assert made.paragraphs[head : made.appendix_at] == expected


def test_the_footnotes_are_those_of_the_source_in_order(made: Text) -> None:
    assert made.footnotes == source().footnotes


def test_the_italics_of_the_source_are_italic_inside_upright_brackets(made: Text) -> None:
    assert "Có Phụ lục triển khai thực hiện các nhiệm vụ về CCHC năm 2023 kèm theo" in made.italic


def test_the_appendix_has_every_task_and_product_in_order(made: Text, data: dict[str, Any]) -> None:
    rows = data["nhiem_vu"]
    assert 25 <= sum("ma" in row for row in rows) <= 35
    expected = [fold(row[name]) for row in rows for name in ("noi_dung", "san_pham", "thoi_han") if name in row]

    left = iter(made.paragraphs[made.appendix_at :])
    missing = next((text for text in expected if text not in left), None)  # "in" reads on from where the last one stood
    assert missing is None


# --- the data against the source ----------------------------------------------------------------------------------


def test_a_unit_that_the_source_does_not_name_is_marked_illustrative(data: dict[str, Any]) -> None:
    text = SOURCE.read_text(encoding="utf-8")
    marked = {unit["ten"] for unit in data["don_vi"] if unit.get("Ghi chú") == ILLUSTRATIVE}
    assert marked == {unit["ten"] for unit in data["don_vi"] if unit["ten"] not in text}


def test_leads_and_deadlines_that_the_source_does_not_give_are_marked_illustrative(data: dict[str, Any]) -> None:
    unmarked = [row for row in data["nhiem_vu"] if row.get("Ghi chú") != ILLUSTRATIVE]

    assert [row["ma"] for row in unmarked] == ["CD.6"]  # its lead and deadline stand in part III of the source
    assert "Định kỳ hàng quý, 6 tháng, năm hoặc đột xuất" in SOURCE.read_text(encoding="utf-8")
    assert unmarked[0]["thoi_han"] == "Định kỳ hàng quý, 6 tháng, năm hoặc đột xuất"


def test_every_target_is_measured_and_every_value_stands_in_the_plan(data: dict[str, Any]) -> None:
    targets = {target["ma"]: target for target in data["chi_tieu"]}
    assert {measure["chi_tieu"] for measure in data["thuoc_do"]} == set(targets)

    for measure in data["thuoc_do"]:
        target = targets[measure["chi_tieu"]]
        solutions = [s["noi_dung"] for s in data["giai_phap"] if s["linh_vuc"] == target["linh_vuc"]]
        plan_text = " ".join([target["noi_dung"], *solutions])
        if measure["so_sanh"] == "định tính":
            assert "gia_tri" not in measure
        else:
            percent = "%" if measure["don_vi_tinh"] == "%" else " "
            assert re.search(rf"\b0?{measure['gia_tri']}{percent}", plan_text), measure["noi_dung"]


# --- another office -----------------------------------------------------------------------------------------------

OTHER_OFFICE = """
co_quan:
  ten: Ủy ban nhân dân xã Suối Mơ
  viet_tat: UBND
  dia_danh: Suối Mơ
  cap: xã
  che_do: tập thể
  don_vi_soan_thao: VHXH
nguoi_ky:
  - quyen_han: TM. KT.
    ky_thay: Ủy ban nhân dân; Chủ tịch
    chuc_vu: Phó Chủ tịch
    ho_ten: Trần Thị Mai
noi_nhan:
  - vai_tro: nơi nhận
    ten: Đảng ủy xã
    muc_dich: để b/c
can_cu:
  - loai_van_ban: Kế hoạch
    noi_dung: Căn cứ Luật Chính quyền địa phương ngày 16 tháng 6 năm 2025
linh_vuc:
  - ma: CONG_VU
    ten_trong_ke_hoach: Đội ngũ gần dân
    ten_muc_chi_tieu: Mục tiêu
    thu_tu_trong_ke_hoach: 1
ke_hoach:
  nam: 2027
  trich_yeu: Đơn giản hóa giấy tờ xã Suối Mơ năm 2027
  mo_dau: Xã Suối Mơ đặt ra những việc sau cho năm 2027.
  ket: Mọi thôn, bản nhận việc từ hôm nay
muc_dich_yeu_cau:
  - muc: Mục đích
    noi_dung: Bà con đi lại ít hơn.
  - muc: Yêu cầu
    noi_dung: Việc nào cũng có người làm.
chi_tieu:
  - ma: M1
    linh_vuc: CONG_VU
    noi_dung: Mỗi thôn họp hai buổi.
    gach_dau_dong: có
giai_phap:
  - linh_vuc: CONG_VU
    noi_dung: Lịch họp dán ở nhà văn hóa thôn.
    gach_dau_dong: có
to_chuc_thuc_hien:
  - dau_moi: Trưởng thôn
    noi_dung: Mời bà con đến đông đủ.
    gach_dau_dong: có
"""

# The words that the template itself prints in a plan without tasks.
FIXED = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: /KH-",
    ", ngày tháng năm",
    "KẾ HOẠCH",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích",
    "2. Yêu cầu",
    "II. NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM",
    "1.",
    "a)",
    "b) Nhiệm vụ, giải pháp",
    "III. TỔ CHỨC THỰC HIỆN",
    "Nơi nhận:",
    "- Lưu: VT,",
]


@pytest.fixture(scope="module")
def other_plan(tmp_path_factory: pytest.TempPathFactory) -> Text:
    folder = tmp_path_factory.mktemp("xa")
    data = folder / "suoi_mo.yaml"
    data.write_text(OTHER_OFFICE, encoding="utf-8")
    return plan(data, folder / "ra")


def leaves(value: Any) -> Iterator[str]:
    """Every text of a data file, keys left out."""
    match value:
        case dict():
            for part in value.values():
                yield from leaves(part)
        case list():
            for part in value:
                yield from leaves(part)
        case _:
            yield value


def runs(texts: Iterator[str] | list[str], length: int) -> set[tuple[str, ...]]:
    """All sequences of ``length`` words in the texts, without regard to capitals and punctuation."""
    found: set[tuple[str, ...]] = set()
    for text in texts:
        words = re.findall(r"\w+", text.lower())
        found.update(tuple(words[n : n + length]) for n in range(len(words) - length + 1))
    return found


@pytest.mark.parametrize("length", [1, 3])
def test_another_office_gets_no_words_of_this_one(other_plan: Text, data: dict[str, Any], length: int) -> None:
    own = load(OTHER_OFFICE)
    allowed = runs(leaves(own), length) | runs(FIXED, length)

    foreign = runs(leaves(data), length) & runs(other_plan.paragraphs + other_plan.footnotes, length) - allowed
    assert foreign == set()


def test_another_office_gets_its_own_plan(other_plan: Text) -> None:
    paragraphs = other_plan.paragraphs
    for text in leaves(load(OTHER_OFFICE)["ke_hoach"]):
        assert any(text in paragraph for paragraph in paragraphs), text

    sign = paragraphs.index("TM. ỦY BAN NHÂN DÂN")
    assert paragraphs[sign:] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Mai"]
    assert "Số: /KH-UBND" in paragraphs
    assert "Suối Mơ, ngày tháng năm 2027" in paragraphs
    assert "a) Mục tiêu" in paragraphs
    assert "- Đảng ủy xã (để b/c);" in paragraphs
    assert "- Lưu: VT, VHXH" in [text.rstrip(".") for text in paragraphs]
    assert other_plan.appendix_at == len(paragraphs)  # no tasks, no appendix


def test_workbook_and_yaml_make_the_same_bytes_on_every_run(tmp_path: Path) -> None:
    made = {
        make(DATA.with_suffix(suffix), tmp_path / f"{suffix}{run}", types=["ke_hoach"]).documents[0].path.read_bytes()
        for suffix in (".xlsx", ".yaml")
        for run in (1, 2)
    }
    assert len(made) == 1


def test_every_part_that_is_not_the_template_s_was_reviewed(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    """Part by part, an element a line where it is one of a page: a change of the document shows where it is."""
    document = make(DATA, tmp_path, types=["ke_hoach"]).documents[0].path
    with zipfile.ZipFile(shipped("templates") / "ke_hoach.docx") as old, zipfile.ZipFile(document) as new:
        parts = {name: new.read(name) for name in new.namelist()}
        own = [name for name, content in parts.items() if name not in old.namelist() or old.read(name) != content]
        assert set(old.namelist()) <= set(parts)
    assert "word/document.xml" in own
    for name in own:
        golden(
            f"ke_hoach_2023/{name}",
            re.sub("(?=<w:(?:p|tbl|tr|tc|sectPr|footnote|style)[ >])", "\n", parts[name].decode()),
        )
