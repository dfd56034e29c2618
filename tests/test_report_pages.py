"""The reports as LibreOffice sets them: what a clerk at the stamp desk would send back (NĐ 30/2020, Phụ lục I).

All documents are converted in one run; lengths are in mm.
"""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Pt

from cchc_docs.commands.make import make
from cchc_docs.documents.composer import Composer
from cchc_docs.documents.parts.bao_cao import BieuMauIn, DongBieuMau, NhomGhiChu
from cchc_docs.word.template import Template
from cchc_docs.working_folder.opened import open_data
from tests.documents.test_bao_cao import readable
from tests.pdf import BOTTOM, LEFT, RIGHT, TOP, Page, convert, pages_of
from tests.reports import data_files
from tools.templates import FOLDER

REPORTS = ["bao_cao", "bao_cao_don_vi", "bang_theo_doi", "to_trinh"]
OFFICIAL = [
    "so/bao_cao_quy_1",
    "so/bao_cao_6_thang",
    "so/to_trinh_quy_1",
    "tinh/bao_cao_nam",
    "tinh/to_trinh_nam",
    *(f"so/bao_cao_don_vi_quy_1/{unit}" for unit in ("VP", "QLTM", "TTKC", "TTr")),
    "so/bao_cao_don_vi_6_thang/QLNL",
    *(f"tinh/bao_cao_don_vi_nam/{unit}" for unit in ("SNV", "STC", "VPUB", "XHV", "PTT")),
]
TRACKING = ["so/bang_theo_doi_quy_1", "tinh/bang_theo_doi_nam"]
# Forms of so many rows: in some of them a heading row, or a form's title, comes near the foot of the page.
FILLINGS = range(8, 22)

# Heights (pt) of the last row, by half points: at one of them the table fills its page to the last point.
LAST_ROWS = [22 + step / 2 for step in range(14)]

Documents = dict[str, list[Page]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Documents:
    files = {}
    sources = data_files(tmp_path_factory.mktemp("data"))
    for name, path in sources.items():
        folder = tmp_path_factory.mktemp(name)
        for one in make(path, folder, types=REPORTS).documents:
            files[f"{name}/{one.path.relative_to(folder / '2026').with_suffix('').as_posix()}"] = one.path.read_bytes()
    checked = open_data(sources["tinh"])
    composer = Composer(checked.types["bao_cao"], checked.inputs)
    template, names = Template(FOLDER / "bao_cao.docx"), composer.context(composer.subjects[0])
    for count in FILLINGS:
        files[f"filled/{count}"] = template.render(names | {"bieu_mau": _forms(count)})
    for height in LAST_ROWS:
        files[f"last/{height}"] = _with_last_row(template.render(names | {"bieu_mau": _forms(39)[:1]}), height)
    numbered = {name.replace("/", "-"): content for name, content in files.items()}
    made = convert(numbered, tmp_path_factory.mktemp("pages"))
    return {name: pages_of(made[name.replace("/", "-")]) for name in files}


def _forms(count: int) -> list[BieuMauIn]:
    """A form whose last row but one is a heading, and a second form."""
    filling = [NhomGhiChu("", [_row(f"{n}.", "Dòng thường")]) for n in range(1, count)]
    heads = [_row("8.", "Tiêu đề lớn", heading=True), _row("8.1.", "Tiêu đề nhỏ", heading=True)]
    shared = NhomGhiChu("Ghi chú chung", [_row("8.2.1.", "Dòng chung một"), _row("8.2.2.", "Dòng chung hai")])
    first = [*filling, *(NhomGhiChu("", [one]) for one in heads), NhomGhiChu("", [_row("8.1.1.", "Dòng ngay sau")])]
    second = [NhomGhiChu("", [_row("1.", "Dòng đầu của biểu hai")])]
    return [BieuMauIn("Biểu mẫu 1. Thứ nhất", [*first, shared]), BieuMauIn("Biểu mẫu 2. Thứ hai", second)]


def _row(number: str, name: str, *, heading: bool = False) -> DongBieuMau:
    return DongBieuMau(number, name, "" if heading else "Hồ sơ", "" if heading else "1", heading)


def _with_last_row(content: bytes, height_pt: float) -> bytes:
    """The document with the last row of its last form that high."""
    document = Document(BytesIO(content))
    row = document.tables[-1].rows[-1]
    row.height, row.height_rule = Pt(height_pt), WD_ROW_HEIGHT_RULE.EXACTLY
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def landscape(made: list[Page]) -> list[Page]:
    return [page for page in made if page.width > page.height]


def places_of(made: list[Page], text: str) -> set[int]:
    """The pages that have ``text``; two cells that stand close make one line."""
    return {number for number, page in enumerate(made) for line in page.text if text in line.text}


def test_every_document_is_looked_at(pages: Documents) -> None:
    assert {*OFFICIAL, *TRACKING} <= pages.keys()


@pytest.mark.parametrize("name", [*OFFICIAL, *TRACKING])
def test_nothing_leaves_the_margins(pages: Documents, name: str) -> None:
    for page in pages[name]:
        assert sorted([round(page.width), round(page.height)]) == [210, 297]
        assert min(line.left for line in (*page.text, *page.drawn)) > LEFT - 0.5
        assert max(line.right for line in (*page.text, *page.drawn)) < page.width - RIGHT + 0.5
        assert min(line.top for line in page.text) > TOP - 0.5
        assert max(line.bottom for line in page.text) < page.height - BOTTOM + 0.5


@pytest.mark.parametrize("name", [*OFFICIAL, *TRACKING])
def test_no_page_is_empty(pages: Documents, name: str) -> None:
    assert all(len(page.text) > 2 for page in pages[name])


@pytest.mark.parametrize("name", OFFICIAL)
def test_pages_are_numbered_from_the_second_on_and_anew_in_the_appendix(pages: Documents, name: str) -> None:
    for wide in (False, True):
        numbers = [page.number for page in pages[name] if (page.width > page.height) is wide]
        assert numbers == ["", *map(str, range(2, len(numbers) + 1))][: len(numbers)]


@pytest.mark.parametrize("name", ["so/bao_cao_quy_1", "tinh/bao_cao_nam", "so/bao_cao_don_vi_quy_1/QLTM"])
def test_the_forms_are_landscape_and_their_headers_stand_on_every_page(pages: Documents, name: str) -> None:
    assert landscape(pages[name])
    assert landscape(pages[name]) == pages[name][-len(landscape(pages[name])) :]
    for page in landscape(pages[name]):
        assert all(page.has(title) for title in ("STT", "Chỉ tiêu thống kê", "Kết quả thống kê", "Đơn vị tính"))
        assert all(page.has(title) for title in ("Số liệu", "Ghi chú"))


@pytest.mark.parametrize("name", ["so/to_trinh_quy_1", "so/bao_cao_don_vi_6_thang/QLNL", "tinh/bao_cao_don_vi_nam/PTT"])
def test_where_there_are_no_forms_no_page_is_turned(pages: Documents, name: str) -> None:
    assert not landscape(pages[name])


@pytest.mark.parametrize("name", OFFICIAL)
def test_the_signature_is_whole_and_not_alone(pages: Documents, name: str) -> None:
    page = next(page for page in pages[name] if page.has("Nơi nhận:"))
    recipients = page.find("Nơi nhận:")
    assert page.has("- Lưu:")
    assert any("./." in line.text and line.bottom < recipients.bottom for line in page.text)
    signer = next(line for line in page.text if line.left > LEFT + 80 and abs(line.top - recipients.top) < 2)
    assert any(line.top > signer.bottom + 20 and line.left > LEFT + 80 for line in page.text)


def test_the_date_stands_where_it_does_beside_a_number(pages: Documents) -> None:
    unsealed, sealed = pages["so/bao_cao_don_vi_quy_1/VP"][0], pages["so/bao_cao_quy_1"][0]
    assert not unsealed.has("Số:")
    assert sealed.has("Số:")
    ours, theirs = (page.find("Hưng An, ngày") for page in (unsealed, sealed))
    assert ours.top == pytest.approx(theirs.top, abs=0.5)
    assert (ours.left + ours.right) / 2 == pytest.approx((theirs.left + theirs.right) / 2, abs=0.5)


def test_the_dashes_stand_under_the_colon(pages: Documents) -> None:
    page = pages["so/bao_cao_quy_1"][0]
    head, *items = (page.find(start) for start in ("Kính gửi:", "- Ủy ban", "- Sở Nội vụ."))
    assert head.left == pytest.approx(LEFT + 35, abs=1)
    assert all(item.left == pytest.approx(head.right, abs=2) for item in items)


def test_a_heading_row_stands_with_the_row_that_it_heads(pages: Documents) -> None:
    places = []
    for count in FILLINGS:
        made = landscape(pages[f"filled/{count}"])
        found = [places_of(made, name) for name in ("Tiêu đề lớn", "Tiêu đề nhỏ", "Dòng ngay sau")]
        assert found[0] == found[1] == found[2], count
        places.append(min(found[0]))
    assert len(set(places)) > 1, "no heading row came near the foot of a page: this proves nothing"


def test_the_rows_of_a_shared_note_stand_together(pages: Documents) -> None:
    for count in FILLINGS:
        made = landscape(pages[f"filled/{count}"])
        assert len(places_of(made, "Dòng chung")) == 1, count


def test_the_title_of_a_form_stands_with_its_table(pages: Documents) -> None:
    places = []
    for count in FILLINGS:
        made = landscape(pages[f"filled/{count}"])
        assert places_of(made, "Biểu mẫu 2.") == places_of(made, "Dòng đầu của biểu hai"), count
        places.append(min(places_of(made, "Biểu mẫu 2.")))
    assert len(set(places)) > 1, "no form began near the foot of a page: this proves nothing"


def test_a_form_that_fills_its_page_leaves_no_empty_one(pages: Documents) -> None:
    found = {height: landscape(pages[f"last/{height}"]) for height in LAST_ROWS}
    assert all(len(page.text) > 2 for made in found.values() for page in made)
    assert len({len(made) for made in found.values()}) > 1, "no form came to the foot of a page: this proves nothing"


def test_the_tracking_table_is_landscape_with_its_headers(pages: Documents) -> None:
    for name in TRACKING:
        assert landscape(pages[name]) == pages[name]
    first = pages["so/bang_theo_doi_quy_1"][0]
    assert all(first.has(title) for title in ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Trạng thái"))


def test_templates_survive_libreoffice(tmp_path: Path) -> None:
    """A template that an author opened and saved there still compiles and prints the same."""
    path = data_files(tmp_path)["so"]
    checked = open_data(path)
    files = {name: (FOLDER / f"{name}.docx").read_bytes() for name in REPORTS}
    for name, saved in convert(files, tmp_path, "docx").items():
        composer = Composer(checked.types[name], checked.inputs)
        for subject in composer.subjects:
            ours, theirs = (
                Template(template).render(composer.context(subject)) for template in (FOLDER / f"{name}.docx", saved)
            )
            assert readable(theirs) == readable(ours)


def test_a_report_of_a_unit_is_short(pages: Documents) -> None:
    assert len(pages["tinh/bao_cao_don_vi_nam/PTT"]) == 1
