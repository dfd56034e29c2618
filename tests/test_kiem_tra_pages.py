"""The papers of inspections, late files and late reports as LibreOffice sets them; lengths are in mm.

All are converted in one run.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cchc_docs.commands.make import make
from cchc_docs.documents.composer import Composer
from cchc_docs.files import example_file
from cchc_docs.text.widths import text_width
from cchc_docs.word.template import Template
from cchc_docs.working_folder.opened import open_data
from tests.pdf import MM, Page, convert, pages_of
from tests.test_kiem_tra_2023 import TYPES
from tools.templates import FOLDER

LEFT, RIGHT = 30, 15
SLIP = "phieu_xin_loi"
MINUTES = "bien_ban_kiem_tra"
# Minutes of so many results: some of them end where only a part of the signatures would still fit.
FILLINGS = range(4, 18)
Documents = dict[str, list[Page]]


def filled_minutes() -> Iterator[tuple[str, bytes]]:
    """Minutes of a finished inspection that grow by one line each."""
    checked = open_data(example_file())
    composer = Composer(checked.types[MINUTES], checked.inputs)
    template = Template(FOLDER / f"{MINUTES}.docx")
    context = composer.context(composer.subjects[0])
    one: Any = context["cuoc"]
    for count in FILLINGS:
        first, *rest = one.linh_vuc
        more = replace(one, linh_vuc=[replace(first, ket_qua=first.ket_qua * count), *rest])
        yield f"filled_{count}", template.render(context | {"cuoc": more})


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Documents:
    made = make(example_file(), tmp_path_factory.mktemp("ra"), types=TYPES).documents
    files = {f"{one.loai}-{one.subject.code}".replace(".", "_"): one.path.read_bytes() for one in made}
    paths = convert(files | dict(filled_minutes()), tmp_path_factory.mktemp("pages"))
    return {name: pages_of(path, 12 if name.startswith(SLIP) else 20) for name, path in paths.items()}


def of_type(pages: Documents, name: str) -> Documents:
    return {key: found for key, found in pages.items() if key.startswith(f"{name}-")}


def test_every_type_is_here(pages: Documents) -> None:
    assert all(of_type(pages, name) for name in TYPES)
    assert len(of_type(pages, MINUTES)) == 4


def test_nothing_leaves_the_margins_and_no_page_is_empty(pages: Documents) -> None:
    for name, made in pages.items():
        for page in made:
            left, right = (18, 10) if name.startswith(SLIP) else (LEFT, RIGHT)
            assert min(line.left for line in (*page.text, *page.drawn)) > left - 0.5, name
            assert max(line.right for line in (*page.text, *page.drawn)) < page.width - right + 0.5, name
            assert len(page.text) > 2, name


def test_pages_are_numbered_from_the_second_on_and_anew_in_each_appendix(pages: Documents) -> None:
    for name, made in pages.items():
        starts = [n for n, page in enumerate(made) if n == 0 or page.text[0].text.startswith("Phụ lục")]
        for first, after in zip(starts, [*starts[1:], len(made)], strict=True):
            wanted = ["", *(str(n) for n in range(2, after - first + 1))]
            assert [page.number for page in made[first:after]] == wanted, name


@pytest.mark.parametrize("name", [name for name in TYPES if name != SLIP])
def test_papers_of_the_decree_are_a4_and_only_appendices_lie(pages: Documents, name: str) -> None:
    for made in of_type(pages, name).values():
        assert {tuple(sorted((round(page.width), round(page.height)))) for page in made} == {(210, 297)}
        assert all(page.text[0].text == "Phụ lục" for page in made if page.width > page.height)


def test_a_slip_is_one_page_of_a5(pages: Documents) -> None:
    for made in of_type(pages, SLIP).values():
        (page,) = made
        assert (round(page.width), round(page.height)) == (148, 210)
        assert max(line.bottom for line in page.text) < 210 - 12
        assert sum(line.text.endswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") for line in page.text) == 1  # on one line


@pytest.mark.parametrize("name", [name for name in TYPES if name not in {MINUTES, SLIP}])
def test_the_signature_is_whole_and_not_alone(pages: Documents, name: str) -> None:
    for made in of_type(pages, name).values():
        page = next(page for page in made if page.has("Nơi nhận:"))
        recipients = page.find("Nơi nhận:")
        assert page.has("- Lưu: VT")
        assert page.has("Nguyễn Phúc Hà")
        assert any("./." in line.text and line.bottom < recipients.bottom for line in page.text)


# -- Minutes: three signatures


def minutes(pages: Documents) -> Documents:
    return {name: made for name, made in pages.items() if name.startswith((f"{MINUTES}-", "filled_"))}


def test_the_three_signatures_stand_side_by_side_whole_and_not_alone(pages: Documents) -> None:
    for name, made in minutes(pages).items():
        page = next(page for page in made if page.has("THƯ KÝ"))
        titles = [page.find(title) for title in ("THƯ KÝ", "ĐẠI DIỆN ĐƠN VỊ", "TRƯỞNG ĐOÀN")]
        assert max(line.top for line in titles) - min(line.top for line in titles) < 1, name
        assert [line.left for line in titles] == sorted(line.left for line in titles)
        notes = [line for line in page.text if line.text.startswith("(Ký")]
        assert len(notes) == 3, name
        below = [line for line in page.text if line.top > notes[0].bottom + 20]
        names = below[:3]
        assert max(line.top for line in names) - min(line.top for line in names) < 1, name
        for title, signer in zip(titles, sorted(names, key=lambda line: line.left), strict=True):
            assert abs((title.left + title.right) - (signer.left + signer.right)) < 2, name
        assert page.has("- Lưu: VT, Hồ sơ."), name
        assert any("./." in line.text and line.bottom < titles[0].bottom for line in page.text), name


def test_one_of_the_fillings_pushes_the_signatures_over(pages: Documents) -> None:
    """Else the test above proves nothing: the closing paragraph went over with signatures that did not fit."""
    made = [pages[f"filled_{count}"] for count in FILLINGS]
    assert len({len(one) for one in made}) > 1
    short = min((one[-1] for one in made), key=lambda page: len(page.text))
    assert short.text[0].text.startswith("Biên bản kết thúc")


def test_minutes_have_no_place_and_day_at_the_top(pages: Documents) -> None:
    for made in minutes(pages).values():
        top = [line.text for line in made[0].text if line.top < made[0].find("BIÊN BẢN").top]
        assert not any(", ngày" in text for text in top)


def test_dotted_lines_go_from_margin_to_margin(pages: Documents) -> None:
    blank = pages[f"{MINUTES}-KT03"]
    dotted = [line for page in blank for line in page.text if set(line.text) == {"."}]
    assert len(dotted) > 30
    assert all(line.left == pytest.approx(LEFT, abs=1) for line in dotted)
    assert all(line.right == pytest.approx(210 - RIGHT, abs=1.5) for line in dotted)


# -- Công văn, quyết định


@pytest.mark.parametrize("name", ["cong_van_yeu_cau_bao_cao", "cong_van_don_doc"])
def test_the_subject_of_a_letter_stands_under_its_number(pages: Documents, name: str) -> None:
    for made in of_type(pages, name).values():
        page = made[0]
        number, subject, day = page.find("Số:"), page.find("V/v"), page.find("Lạng Sơn, ngày")
        assert abs(number.top - day.top) < 1.5
        assert subject.top > number.bottom
        assert 6 <= (subject.top - number.bottom) / MM < 10  # 6 pt, and what the larger letters of the date take
        assert abs((subject.left + subject.right) - (number.left + number.right)) < 4
        assert subject.right < LEFT + 58


def test_addressees_stand_under_the_colon(pages: Documents) -> None:
    page = pages["cong_van_don_doc-"][0]
    to, first = page.find("Kính gửi:"), page.find("- Phòng Quản lý Du lịch;")
    assert to.left == pytest.approx(LEFT + 35, abs=0.5)
    assert first.left == pytest.approx(to.left + text_width("Kính gửi", 14), abs=0.5)
    assert first.top > to.bottom
    assert pages["cong_van_yeu_cau_bao_cao-KT03"][0].has("Kính gửi: Bảo tàng tỉnh")


def test_a_decision_is_centred_where_the_decree_says(pages: Documents) -> None:
    for made in of_type(pages, "quyet_dinh_doan_kiem_tra").values():
        middle = LEFT + (210 - LEFT - RIGHT) / 2
        for start in ("QUYẾT ĐỊNH", "GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "QUYẾT ĐỊNH:"):
            line = next(line for line in made[0].text if line.text == start)
            assert (line.left + line.right) / 2 == pytest.approx(middle, abs=0.5)


def test_drawn_lines_under_a_letterhead_of_a_team(pages: Documents) -> None:
    page = pages[f"{MINUTES}-KT01"][0]
    team = page.find("CẢI CÁCH HÀNH CHÍNH")
    under = next(line for line in page.drawn if line.top > team.bottom - 1.5 and line.right < LEFT + 58)
    assert 1 / 3 < under.length / team.length < 1 / 2
