"""What may stand once in a document, in the loops of a template: ids of drawings, bookmarks, content controls."""

import re

import pytest

from cchc_docs.word.template import Template
from tests.sound.ooxml import complaints
from tests.sound.samples import CONTROL, NUMBERED, P, bookmark, line
from tests.word.template.word import body, part

LOOP, END = P.format("{%p for x in ds %}"), P.format("{%p endfor %}")
CONTEXT = {"ds": [{"ten": "A"}, {"ten": "B"}], "co": True}


def made(*content: str) -> str:
    document = Template(body("".join(content))).render(CONTEXT)
    assert complaints(document) == []
    return part(document, "word/document.xml")


def ids(xml: str) -> list[str]:
    return re.findall(r'docPr id="(\d+)"', xml)


def test_drawings_in_loops_are_numbered_anew_and_others_stay() -> None:
    assert ids(made(line(2), LOOP, line(7), END, line(3))) == ["2", "1", "4", "3"]


def test_drawings_of_tags_and_of_loops_share_their_numbers() -> None:
    assert ids(made(LOOP, line(7), P.format("{{ x.ten|duong_ke(0.5) }}"), END)) == ["1", "2", "3", "4"]


def test_drawings_in_conditions_stay() -> None:
    assert ids(made(P.format("{%p if co %}"), line(5), P.format("{%p else %}"), line(6), P.format("{%p endif %}"))) == [
        "5"
    ]


def test_the_highest_number_leaves_room_for_others() -> None:
    assert ids(made(line(2**31 - 1), LOOP, line(9), END)) == [str(2**31 - 1), "1", "2"]


def test_a_drawing_may_have_a_name_that_looks_like_a_number() -> None:
    named = line(7).replace('name="Đường kẻ 7"', 'name="hình id="')
    xml = made(LOOP, named, END)
    assert ids(xml) == ["1", "2"]
    assert xml.count('name="hình id="') == 2


def test_a_bookmark_in_a_loop_stands_where_it_is_first() -> None:
    xml = made(LOOP, bookmark(4, "Muc", "{{ x.ten }}"), END, bookmark(5, "Sau", "x"))
    assert re.findall(r"<w:bookmarkStart[^>]*>.*?<w:bookmarkEnd[^>]*>", xml)[0].count(">A<") == 1
    assert xml.count('w:name="Muc"') == xml.count('w:name="Sau"') == 1
    assert xml.count("<w:bookmarkEnd") == 2
    assert ">B<" in xml


@pytest.mark.parametrize(
    "content",
    [
        (LOOP, '<w:p><w:bookmarkStart w:id="4" w:name="Muc"/></w:p>', END, '<w:p><w:bookmarkEnd w:id="4"/></w:p>'),
        (
            P.format("{%p if co %}"),
            '<w:p><w:bookmarkStart w:id="4" w:name="Muc"/></w:p>',
            P.format("{%p else %}"),
            '<w:p><w:bookmarkEnd w:id="4"/></w:p>',
            P.format("{%p endif %}"),
        ),
        (
            LOOP.replace("<w:r>", '<w:bookmarkStart w:id="4" w:name="Muc"/><w:r>'),
            '<w:p><w:bookmarkEnd w:id="4"/></w:p>',
            END,
        ),
    ],
)
def test_a_bookmark_of_which_half_might_be_printed_goes(content: tuple[str, ...]) -> None:
    assert "bookmark" not in made(*content)


def test_controls_and_paragraphs_in_loops_lose_their_ids() -> None:
    xml = made(LOOP, CONTROL, NUMBERED, END)
    assert xml.count("<w:sdt>") == 2
    assert xml.count('<w:alias w:val="Tên"/>') == 2
    assert "12345" not in xml
    assert "paraId" not in xml


def test_controls_outside_loops_keep_theirs() -> None:
    assert "12345" in made(CONTROL.replace("x.ten", "co"))
