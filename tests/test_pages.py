"""The plan as LibreOffice sets it: what a clerk at the stamp desk would send back (NĐ 30/2020, Phụ lục I).

All documents are converted in one run; lengths are in mm.
"""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Pt

from cchc_docs.commands.make import make
from cchc_docs.files import example_file
from cchc_docs.text.normal import MarkedText
from cchc_docs.word.template import Template
from tests.pdf import BOTTOM, LEFT, MM, RIGHT, TOP, Line, Page, convert, pages_of
from tests.plan import SENTENCE, area, document, item, long_names, long_plan, plan, product, task
from tests.test_templates import appendix, body, lines
from tools.templates import FOLDER, FRAME, blocks, read_parts

MOTTO = "Độc lập - Tự do - Hạnh phúc"
# Bodies of so many paragraphs: one of them ends where only a part of the signature would still fit.
FILLINGS = range(16, 30)


Documents = dict[str, list[Page]]


def documents() -> dict[str, dict[str, object]]:
    """What is set: the short and the long, and the places where things break."""
    bare = area("Cải cách thể chế", targets=[item("Một chỉ tiêu.")])
    made = {"short": plan(), "long": long_plan(), "names": long_names(), "no_tasks": plan(linh_vuc=[bare])}
    made["note"] = plan(muc_dich=[MarkedText("Theo quy định^[Nghị định số 118/2025/NĐ-CP.].")])
    made["number"] = plan(van_ban=document(so_ky_hieu="Số:        /KH-TTBTPHDSVHHCC"))
    made["endless"] = plan(linh_vuc=[area("Một", tasks=[task("Việc", *[product(f"Sản phẩm {n}") for n in range(60)])])])
    for count in FILLINGS:
        tasks = [
            *[task(f"Việc {n}") for n in range(count % 10)],
            task("Chung", *[product(f"Sản phẩm {n}") for n in range(4)]),
        ]
        made[f"filled_{count}"] = plan(
            muc_dich=[MarkedText(f"{SENTENCE}.")] * count, linh_vuc=[area("Một", tasks=tasks)]
        )
    return made


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Documents:
    template = Template(FOLDER / "ke_hoach.docx")
    files = {name: template.render(context) for name, context in documents().items()}
    folder = tmp_path_factory.mktemp("example")
    files["example"] = make(example_file(), folder, types=["ke_hoach"]).documents[0].path.read_bytes()
    made = convert(files, tmp_path_factory.mktemp("pages"))
    return {name: pages_of(path) for name, path in made.items()}


ALL = [*sorted(documents()), "example"]


@pytest.mark.parametrize("name", ALL)
def test_the_head_is_whole(pages: Documents, name: str) -> None:
    right = [line.text.strip() for line in pages[name][0].text if line.left > LEFT + 58]
    assert right[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", MOTTO]
    assert right[2].endswith("năm 2023" if name == "example" else "năm 2026")
    assert ", ngày" in right[2]


@pytest.mark.parametrize("name", ALL)
def test_nothing_leaves_the_margins(pages: Documents, name: str) -> None:
    for page in pages[name]:
        assert min(line.left for line in (*page.text, *page.drawn)) > LEFT - 0.5
        assert max(line.right for line in (*page.text, *page.drawn)) < page.width - RIGHT + 0.5
        assert min(line.top for line in page.text) > TOP - 0.5
        assert max(line.bottom for line in page.text) < page.height - BOTTOM + 0.5


@pytest.mark.parametrize("name", ["short", "note"])
def test_the_head_stands_at_the_top_of_the_page(pages: Documents, name: str) -> None:
    """LibreOffice puts a blank line before a table that opens a document with notes; a paragraph of 1 pt stops it."""
    assert pages[name][0].text[0].top == pytest.approx(TOP, abs=1)


def test_a_note_stands_at_the_foot_of_its_page(pages: Documents) -> None:
    assert pages["note"][0].text[-1].text.endswith("Nghị định số 118/2025/NĐ-CP.")


def test_every_letter_is_set_in_times_new_roman_or_its_twin(pages: Documents) -> None:
    fonts = frozenset[str]().union(*(page.fonts for made in pages.values() for page in made))
    hint = "install Liberation fonts of version 2 (Debian 12: fonts-liberation2); version 1 has no Vietnamese letters"
    assert fonts <= {"LiberationSerif", "TimesNewRoman", "TimesNewRomanPSMT"}, hint


@pytest.mark.parametrize("name", ALL)
def test_no_page_is_empty(pages: Documents, name: str) -> None:
    assert all(len(page.text) > 2 for page in pages[name])


def test_only_the_appendix_is_landscape(pages: Documents) -> None:
    shapes = {name: "".join("pl"[page.width > page.height] for page in made) for name, made in pages.items()}
    assert shapes["short"] == "pl"
    assert shapes["names"] == "pl"
    assert set(shapes["long"].split("l", 1)[0]) == {"p"}
    assert shapes["long"].count("l") > 3
    assert shapes["no_tasks"] == "p"


@pytest.mark.parametrize("name", ALL)
def test_pages_are_numbered_from_the_second_on_and_anew_in_the_appendix(pages: Documents, name: str) -> None:
    for landscape in (False, True):
        numbers = [page.number for page in pages[name] if (page.width > page.height) is landscape]
        assert numbers == ["", *map(str, range(2, len(numbers) + 1))][: len(numbers)]


@pytest.mark.parametrize("name", ALL)
def test_the_signature_is_whole_and_not_alone(pages: Documents, name: str) -> None:
    page = next(page for page in pages[name] if page.has("Nơi nhận:"))
    recipients = page.find("Nơi nhận:")
    assert page.has("- Lưu: VT")
    assert any(page.has(signer) for signer in ("Lê Thị Hoa", "Trần Văn Bình", "Nguyễn Phúc Hà"))
    assert any("./." in line.text and line.bottom < recipients.bottom for line in page.text)
    signer = next(line for line in page.text if "GIÁM ĐỐC" in line.text)
    assert abs(signer.top - recipients.top) < 2


def test_one_of_the_fillings_pushes_the_signature_over(pages: Documents) -> None:
    """Else the test above proves nothing: the closing paragraph went over with a signature that did not fit."""
    texts = [[page for page in pages[f"filled_{count}"] if page.width < page.height] for count in FILLINGS]
    assert len({len(text) for text in texts}) > 1
    assert min(len(text[-1].text) for text in texts) < 12


def test_a_deputy_signs_for_the_head_on_two_lines(pages: Documents) -> None:
    page = next(page for page in pages["long"] if page.has("Nơi nhận:"))
    first, second, name = page.find("KT. GIÁM ĐỐC"), page.find("PHÓ GIÁM ĐỐC"), page.find("Lê Thị Hoa")
    assert first.bottom < second.bottom < name.top - 20
    centres = [(line.left + line.right) / 2 for line in (first, second, name)]
    assert max(centres) - min(centres) < 1


def test_the_header_row_stands_on_every_page_of_the_appendix(pages: Documents) -> None:
    own = [page for page in pages["long"] if page.width > page.height]
    assert all(page.has("STT") and page.has("Nhiệm vụ") for page in own)


def test_the_products_of_a_task_stand_on_one_page(pages: Documents) -> None:
    places = []
    for count in FILLINGS:
        own = [page for page in pages[f"filled_{count}"] if page.width > page.height]
        found = {number for number, page in enumerate(own) for line in page.text if line.text.startswith("Sản phẩm ")}
        found -= {number for number, page in enumerate(own) if not any("Chung" in line.text for line in page.text)}
        places.append(found)
        assert sum(line.text.startswith("Sản phẩm ") for page in own for line in page.text) == 4
        assert len(found) == 1
    assert len({min(place) for place in places}) > 1, "no task came near the foot of a page: this proves nothing"


def test_a_task_longer_than_a_page_flows_on(pages: Documents) -> None:
    own = [page for page in pages["endless"] if page.width > page.height]
    counts = [sum(line.text.startswith("Sản phẩm ") for line in page.text) for page in own]
    assert sum(counts) == 60
    assert max(counts) > 10


def test_a_long_number_stays_on_one_line(pages: Documents) -> None:
    page = pages["number"][0]
    assert page.find("Số:").text.split() == ["Số:", "/KH-TTBTPHDSVHHCC"]
    assert abs(page.find("Hưng An, ngày").top - page.find("Số:").top) < 1


def test_a_table_that_fills_its_page_leaves_no_empty_one(tmp_path: Path) -> None:
    """The last row grows by half points, less than the closing paragraph is high, until it must change the page."""
    content = Template(FOLDER / "ke_hoach.docx").render(
        plan(linh_vuc=[area("Một", tasks=[task(f"Việc {n}") for n in range(5)])])
    )
    (tmp_path / "first").mkdir()
    first = convert({"a": content}, tmp_path / "first")["a"]
    *_, page = pages_of(first)
    *_, top, _ = sorted(line.top for line in page.drawn if line.length > 200)
    room = (page.height - BOTTOM - top) / MM
    files = {str(n): _with_last_row(content, room + n / 2) for n in range(-6, 6)}
    found = {name: pages_of(path) for name, path in convert(files, tmp_path).items()}
    assert {len(made) for made in found.values()} == {2, 3}
    assert all(len(page.text) > 2 for made in found.values() for page in made)


def _with_last_row(content: bytes, height_pt: float) -> bytes:
    """The document with the last row of its last table that high."""
    made = Document(BytesIO(content))
    row = made.tables[-1].rows[-1]
    row.height, row.height_rule = Pt(height_pt), WD_ROW_HEIGHT_RULE.EXACTLY
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _line_under(page: Page, above: Line) -> Line:
    """The drawn line next below a line of text; it has its middle."""
    found = min((line for line in page.drawn if line.top > above.bottom - 1.5), key=lambda line: line.top)
    assert abs((found.left + found.right) - (above.left + above.right)) < 1
    assert found.top - above.bottom < 3
    return found


@pytest.mark.parametrize("name", ["short", "long", "no_tasks"])
def test_drawn_lines_are_as_long_as_the_decree_says(pages: Documents, name: str) -> None:
    page = pages[name][0]
    motto = page.find(MOTTO)
    left = replace(page, drawn=tuple(line for line in page.drawn if line.right < LEFT + 58))
    issuer, title = page.find("SỞ CÔNG THƯƠNG"), page.find("Cải cách hành chính năm 2026")
    right = replace(page, drawn=tuple(line for line in page.drawn if line not in left.drawn))
    assert _line_under(right, motto).length == pytest.approx(motto.length, abs=0.5)
    assert 1 / 3 < _line_under(left, issuer).length / issuer.length < 1 / 2
    assert 1 / 3 < _line_under(right, title).length / title.length < 1 / 2


def test_the_lines_fit_the_last_line_of_long_names(pages: Documents) -> None:
    page = pages["names"][0]
    for start in ("THÀNH PHỐ", "và công nghiệp thành phố năm 2026"):
        above = [line for line in page.text if line.text.startswith(start)][-1]
        below = [line for line in page.drawn if abs((line.left + line.right) - (above.left + above.right)) < 1]
        assert 1 / 3 < below[-1].length / above.length < 1 / 2


def test_templates_survive_libreoffice(tmp_path: Path) -> None:
    """A template that an author opened and saved there still compiles and prints the same, its blocks still marked."""
    files = {path.stem: path.read_bytes() for path in FOLDER.glob("*.docx")}
    assert {"ke_hoach", Path(FRAME).stem} < files.keys()
    saved = convert(files, tmp_path, "docx")
    for name in files:
        marked = [blocks(body(read_parts(path))) for path in (saved[name], FOLDER / f"{name}.docx")]
        assert [len(block) for block in marked[0].values()] == [len(block) for block in marked[1].values()]
    ours, theirs = (Template(path).render(long_plan()) for path in (FOLDER / "ke_hoach.docx", saved["ke_hoach"]))
    assert lines(theirs) == lines(ours)
    assert appendix(theirs) == appendix(ours)
    assert len(Document(BytesIO(theirs)).sections) == 2
