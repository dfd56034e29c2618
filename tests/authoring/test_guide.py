"""``docs/mau.md`` is followed line by line: every command is run, every table typed, every sentence it shows is said."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Row
from docx.text.paragraph import Paragraph

from cchc_docs.authoring import preview
from cchc_docs.authoring.dictionary import example_context
from cchc_docs.cli import main as cli
from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.parts.bao_cao import BaoCao
from cchc_docs.documents.subjects import Subject
from cchc_docs.files import shipped
from cchc_docs.word.template.frame import FRAME
from cchc_docs.working_folder.opened import open_data
from tests.helpers import data
from tests.word.template.word import lines

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "mau.md").read_text(encoding="utf-8")
EDITS = ["đoạn trong mẫu", "sửa thành"]
SWAPS = ["ô của cột", "đổi chỗ với ô của cột"]
MEMBERS = ["Họ tên", "Chức vụ", "Đơn vị"]
WRITTEN = ["viết trong mẫu", "in ra"]
REPORTED = ["viết trong mẫu báo cáo", "in ra"]
STYLES = ["thành phần", "kiểu đoạn"]

Cells = list[str]


# -- The guide, as steps


@dataclass(frozen=True)
class Command:
    """An indented line that begins with a command."""

    words: list[str]


@dataclass(frozen=True)
class Shown:
    """Any other indented line: what the command before it prints."""

    line: str


@dataclass(frozen=True)
class Typed:
    """A table: its headings, its rows."""

    headings: Cells
    rows: list[Cells]


def steps(text: str) -> Iterator[Command | Shown | Typed | str]:
    """The guide's commands, outputs, tables and (as text) its other lines, in order."""
    table: list[Cells] = []
    for line in [*text.split("\n"), ""]:
        if line.startswith("|"):
            table.append([_plain(cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
            continue
        if table:
            yield Typed(table[0], table[2:])
            table = []
        if line.startswith("    "):
            words = line.strip()
            yield Command(shlex.split(words)) if re.match("cchc |cd ", words) else Shown(words)
        elif line:
            yield line


def _plain(cell: str) -> str:
    return cell.strip().strip("`").replace("\\|", "|")


# -- What a person does in Word


def paragraphs(document: Document) -> list[Paragraph]:
    """Every paragraph, those of tables too."""
    return [Paragraph(element, document) for element in document.element.body.iter(qn("w:p"))]


def type_over(path: Path, old: str, new: str) -> int:
    """Replace the text of the paragraph that is ``old`` (or begins so, before an …); how many there were."""
    document = docx.Document(str(path))
    start = old.removesuffix("…").rstrip()
    found = [one for one in paragraphs(document) if one.text == old or (start != old and one.text.startswith(start))]
    for paragraph in found:
        paragraph.text = new
    document.save(str(path))
    return len(found)


def swap_columns(path: Path, one: str, other: str) -> None:
    """Exchange what stands in the cells of two columns, in the rows that have them."""
    document = docx.Document(str(path))
    rows = [row for table in document.tables for row in table.rows if "Sản phẩm" in _texts(table.rows[0])]
    first, second = (next(_texts(row).index(name) for row in rows if name in _texts(row)) for name in (one, other))
    meant = [row for row in rows if "Nhiệm vụ" in _texts(row) or "{% vm %}{{ nv.noi_dung }}" in _texts(row)]
    assert len(meant) == 6
    for row in meant:
        cells = [cell._tc for cell in row.cells]
        left, right = cells[first].p_lst[0], cells[second].p_lst[0]
        cells[first].append(right)
        cells[second].append(left)
    document.save(str(path))


def _texts(row: _Row) -> Cells:
    return [cell.text for cell in row.cells]


def add_logo(path: Path) -> None:
    picture = str(ROOT / "docs" / "anh" / "mau_giay_moi.png")
    document = docx.Document(str(path))
    document.sections[0].first_page_header.paragraphs[0].add_run().add_picture(picture, height=Mm(8))
    document.save(str(path))


# -- A report, its period before and a year ago

FIGURES = """\
ke_hoach: {nam: 2027, trich_yeu: t, mo_dau: m, ket: k}
so_lieu_quy_1:
  - {3-1.1: 9, 3-3.1: "99,5"}
so_lieu_6_thang:
  - {3-1.1: 14, 3-3.1: 99}
"""


def figures_of_a_report(folder: Path) -> object:
    """What the report of 6 tháng sees as ``so_lieu``; last year's file has the one figure only."""
    now = data(folder, FIGURES)
    year_ago = data(
        folder, "ke_hoach: {nam: 2026, trich_yeu: t, mo_dau: m, ket: k}\nso_lieu_6_thang:\n  - {3-1.1: 14}\n"
    )
    report = BaoCao(Inputs(now, year_ago)).of(Subject(ky="6_thang"))
    assert report is not None
    return report.so_lieu


# -- Following the guide


@dataclass
class Author:
    """Someone who follows the guide, and nothing else."""

    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch
    said: str = ""
    templates: list[Path] = field(default_factory=list)

    def do(self, step: Command | Shown | Typed | str) -> None:
        match step:
            case Command(words=["cd", folder]):
                self.monkeypatch.chdir(folder)
            case Command(words=[_, *arguments]):
                self.run(arguments)
            case Shown(line=line):
                assert line in self.said, self.said
            case Typed(headings, rows):
                for row in rows:
                    self.use(headings, row)
            case str() if step.startswith("**Thêm lô-gô.**"):
                add_logo(self.templates[-1])

    def use(self, headings: Cells, row: Cells) -> None:
        """What a row of a table is for."""
        if headings == EDITS:
            assert sum(type_over(template, *row) for template in self.templates) == 1, row
        elif headings == SWAPS:
            swap_columns(self.templates[-1], *row)
        elif headings == MEMBERS:
            book = openpyxl.load_workbook("du_lieu.xlsx")
            sheet = book["Thành viên"] if "Thành viên" in book.sheetnames else book.create_sheet("Thành viên")
            for cells in [row] if sheet.max_row > 1 else [headings, row]:
                sheet.append(cells)
            book.save("du_lieu.xlsx")
        elif headings == WRITTEN:
            checked = open_data(Path("du_lieu.xlsx"))
            loai = checked.types["giay_moi_hop_ban_chi_dao"]
            assert lines(row[0], context=example_context(loai, checked.inputs)) == [row[1]]
        elif headings == REPORTED:
            assert lines(row[0], context={"so_lieu": figures_of_a_report(Path.cwd())}) == [row[1]]
        elif headings == STYLES:
            frame = docx.Document(str(shipped("templates") / FRAME))
            assert set(row[1].split(", ")) <= {style.name for style in frame.styles}
        else:
            raise AssertionError(f"a table that nobody types: {headings}")

    def run(self, arguments: list[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            cli.run(arguments)
        out, err = self.capsys.readouterr()
        self.said = out + err
        assert ended.value.code == 0 or self.said.startswith("Lỗi: giay_moi_hop_ban_chi_dao.docx"), self.said
        if "--tu" in arguments:
            self.templates.append(Path(out.split("\n")[0]))


def test_the_guide_is_followed_line_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(preview, "saves", lambda _: iter(()))
    author = Author(capsys, monkeypatch)
    done = list(steps(GUIDE))
    for step in done:
        author.do(step)
    kinds = [type(step) for step in done]
    assert (kinds.count(Command), kinds.count(Typed)) == (17, 8)

    made = Path("output/2023")
    invitation = docx.Document(str(made / "giay_moi_hop_ban_chi_dao" / "Lê Văn Cường.docx"))
    texts = [one.text for one in invitation.paragraphs]
    assert [text for text in texts if text][:8] == [
        "GIẤY MỜI",
        "Họp Ban Chỉ đạo cải cách hành chính quý IV năm 2023",
        "Sở Văn hóa, Thể thao và Du lịch trân trọng kính mời: Lê Văn Cường, Chánh Thanh tra, Thanh tra Sở",
        "Tới dự: họp Ban Chỉ đạo cải cách hành chính quý IV năm 2023.",
        "Chủ trì: Nguyễn Phúc Hà.",
        "Thời gian: 14 giờ 00 phút, ngày 15 tháng 12 năm 2023.",
        "Địa điểm: Phòng họp số 1, trụ sở Sở Văn hóa, Thể thao và Du lịch.",
        "Kính mời Lê Văn Cường đến dự đúng giờ./.",
    ]
    plan = docx.Document(str(made / "ke_hoach.docx"))
    appendix = [[cell.text for cell in row.cells] for row in plan.tables[-1].rows]
    assert appendix[0] == ["STT", "Nhiệm vụ", "Thời gian hoàn thành", "Sản phẩm", "Chủ trì", "Phối hợp"]
    assert appendix[2][2:4] == ["Trong tháng 7/2023", "Kế hoạch CCHC năm 2023 của Sở"]
    closing = next(one.text for one in plan.paragraphs if one.style and one.style.name == "Đoạn kết")
    assert closing.endswith("phản ánh về Sở Văn hóa, Thể thao và Du lịch để xem xét, giải quyết./.")
    assert len(plan.sections[0].first_page_header._element.xpath(".//pic:pic")) == 1
    assert docx.Document("tu_dien.docx").paragraphs[0].text == "TỪ ĐIỂN MẪU giay_moi_hop_ban_chi_dao"


def test_no_line_of_the_guide_goes_unread() -> None:
    """A table or a command that the reader above does not see would not be tested."""
    assert len(re.findall(r"^    cchc ", GUIDE, flags=re.MULTILINE)) == sum(
        isinstance(step, Command) and step.words[0] == "cchc" for step in steps(GUIDE)
    )
    assert len(re.findall(r"^\|---", GUIDE, flags=re.MULTILINE)) == sum(
        isinstance(step, Typed) for step in steps(GUIDE)
    )
    assert "```" not in GUIDE
