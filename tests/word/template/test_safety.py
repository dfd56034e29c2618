"""Templates come by e-mail, data from anywhere: neither may run code, read files, or eat the machine."""

import io
import pkgutil
import re
import struct
import time
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_docs
from cchc_docs.problems import ProblemsFound
from cchc_docs.text.normal import MarkedText
from cchc_docs.word.ooxml.package import MAX_MEMBERS
from cchc_docs.word.template import Template
from tests.helpers import growth
from tests.word.template.word import NAME, body, lines, part, said, with_part, word


class Record:
    """A value with a method that no template should call."""

    ten = "A"

    def xoa(self) -> str:
        raise AssertionError("was called")


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ x['__class__'] }}",
        "{{ x.__init__.__globals__ }}",
        "{{ cycler.__init__ }}",
        "{{ x|attr('__class__') }}",
        "{{ [x]|map(attribute='__class__')|list }}",
        "{{ x[a ~ 'class__'] }}",
        "{{ [danh_so]|map(attribute='_muc')|first }}",
        "{{ x.xoa() }}",
        "{{ x.xoa }}",
        "{{ [x]|map('xoa')|list }}",
        "{{ ''.format(x) }}",
        "{{ '%s' % x }}",
        "{{ lipsum() }}",
        "{{ self }}",
        "{{ _cchc }}",
        "{{ x|_print(0) }}",
        "{{ [1]|map('_print', 0)|list }}",
        "{{ loop(1) }}",
        "{% include 'x' %}",
        "{% import 'os' as os %}",
        "{% for a in x recursive %}{{ loop(a) }}{% endfor %}",
        # bombs
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 1000000000 }}",
        "{{ [1] * 1000000000 }}",
        "{{ range(1000000000)|list }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ 'a'|center(1000000000) }}",
        "{{ 1|so(1000000000) }}",
        "{{ [1]|batch(1000000000, 1)|list }}",
        "{{ dai|replace('a', dai) }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% set n = namespace(a='ab') %}{% for i in range(99) %}{% set n.a = n.a ~ n.a %}{% endfor %}",
        "{% set n = namespace(a='ab') %}{% for i in range(99) %}{% set n.a = n.a + n.a %}{% endfor %}",
        "{% set n = namespace(a=[1]) %}{% for i in range(99) %}{% set n.a = n.a + n.a %}{% endfor %}",
        "{% set n = namespace(a=9) %}{% for i in range(99) %}{% set n.a = n.a * n.a %}{% endfor %}",
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{{ " + "x." * 5000 + "x }}",
        "{{ " + "not " * 5000 + "x }}",
        "{{ " + "9" * 5000 + " }}",
    ],
    ids=lambda tag: tag[:60],
)
def test_what_a_template_may_not_do_is_a_problem(tag: str) -> None:
    start = time.perf_counter()
    assert said(word(tag), {"x": Record(), "a": "__", "dai": "a" * 999_999})
    assert time.perf_counter() - start < 20  # these would take hours, or all memory


def test_what_a_template_may_do() -> None:
    text = (
        "{{ x.ten.upper() }} {{ d.items()|list|length }} {{ loop is defined }} {{ range(3)|sum }} "
        "{% set n = namespace(a=1) %}{% for i in range(3) %}{% set n.a = n.a * 2 %}{% endfor %}{{ n.a }} {{ ['b', 'a']|sort|join(', ') }}"
    )
    assert lines(text, context={"x": Record(), "d": {"a": 1}}) == ["A 1 không 3 8 a, b"]


# -- The file itself

GOOD = word("{{ x }}")
NOT_WORD = (
    "Lỗi: mau.docx: Tệp không phải là tệp Word .docx, hoặc bị hỏng, bị cắt cụt. "
    "Mở tệp bằng Word rồi lưu lại dạng Word Document (.docx)."
)
NO_DOCUMENT = (
    "Lỗi: mau.docx: Tệp không phải là văn bản Word dạng .docx. Mở tệp bằng Word rồi lưu lại dạng Word Document (.docx)."
)
TOO_BIG = (
    "Lỗi: mau.docx: Tệp giải nén ra quá lớn (giới hạn 128 MB, 2000 phần). "
    "Bỏ bớt ảnh, hoặc không dùng tệp này nếu không rõ nguồn gốc."
)


def archive(*members: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members:
            new.writestr(name, data)
    return stream.getvalue()


def encrypted(content: bytes) -> bytes:
    """``content`` with the flag of encryption on every member."""
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        pieces = content.split(sign)
        pieces[1:] = [piece[: at - 4] + struct.pack("<H", 1) + piece[at - 2 :] for piece in pieces[1:]]
        content = sign.join(pieces)
    return content


def with_document(old: str, new: str) -> bytes:
    return with_part(GOOD, {"word/document.xml": part(GOOD, "word/document.xml").replace(old, new)})


FILES = {
    "empty": (b"", NOT_WORD),
    "text": (b"abc", NOT_WORD),
    "cut": (GOOD[: len(GOOD) // 2], NOT_WORD),
    "cut at the end": (GOOD[:-30], NOT_WORD),
    "damaged": (GOOD[:200] + bytes(2000) + GOOD[2200:], NOT_WORD),
    "zip without anything": (archive(), NO_DOCUMENT),
    "another zip": (archive(("a.txt", b"a")), NO_DOCUMENT),
    "no document": (with_part(GOOD, {"word/document.xml": None}), NO_DOCUMENT),
    "a workbook": (
        with_part(
            GOOD,
            {"[Content_Types].xml": part(GOOD, "[Content_Types].xml").replace("wordprocessingml.document.main", "x")},
        ),
        NO_DOCUMENT,
    ),
    "password or .doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "Lỗi: mau.docx: Tệp được đặt mật khẩu hoặc là tệp Word đời cũ (.doc). "
        "Mở bằng Word, bỏ mật khẩu nếu có, rồi lưu lại dạng Word Document (.docx).",
    ),
    "encrypted zip": (
        encrypted(GOOD),
        "Lỗi: mau.docx: Tệp được nén có mật khẩu. Mở tệp bằng Word rồi lưu lại dạng Word Document (.docx).",
    ),
    "strict": (
        with_document(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        "Lỗi: mau.docx: Tệp được lưu ở dạng Strict Open XML. Mở tệp bằng Word, chọn Save As, kiểu Word Document (.docx).",
    ),
    "broken XML": (
        with_document("</w:body>", ""),
        "Lỗi: mau.docx: Phần “word/document.xml” của tệp bị hỏng. Mở tệp bằng Word rồi lưu lại dạng Word Document (.docx).",
    ),
    "entities": (
        with_document(
            "<w:document",
            '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><w:document',
        ),
        "Lỗi: mau.docx: Phần “word/document.xml” của tệp có khai báo DOCTYPE, điều mà Word không bao giờ ghi. "
        "Không dùng tệp này nếu không rõ nguồn gốc; nếu cần, mở bằng Word rồi lưu lại dạng .docx.",
    ),
    "nested too deep": (
        body("<w:p>" * 50_000 + "</w:p>" * 50_000),
        "Lỗi: mau.docx: Phần “word/document.xml” của tệp bị hỏng. Mở tệp bằng Word rồi lưu lại dạng Word Document (.docx).",
    ),
    "a bomb": (with_part(GOOD, {"word/media/image1.png": bytes(200 * 1024 * 1024)}), TOO_BIG),
    "too many members": (archive(*((f"a{n}", b"") for n in range(MAX_MEMBERS + 1))), TOO_BIG),
    "climbing name": (
        with_part(GOOD, {"../../x": "a"}),
        "Lỗi: mau.docx: Tệp chứa phần có tên không an toàn “../../x”. Không dùng tệp này; lấy lại bản gốc.",
    ),
}


@pytest.mark.parametrize("kind", FILES)
def test_what_is_no_sound_word_file_is_refused(kind: str) -> None:
    content, sentence = FILES[kind]
    assert said(content) == [sentence]


def test_a_bomb_that_says_it_is_small() -> None:
    size = 200 * 1024 * 1024
    content = with_part(GOOD, {"word/media/image1.png": bytes(size)})
    assert said(content.replace(struct.pack("<I", size), struct.pack("<I", 1000))) == [NOT_WORD]


@given(st.sampled_from(sorted(zipfile.ZipFile(io.BytesIO(GOOD)).namelist())), st.floats(0, 1), st.binary(max_size=8))
def test_damage_is_a_problem_never_a_crash(member: str, where: float, bite: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        old = archive.read(member)
    at = int(where * len(old))
    for content in (
        with_part(GOOD, {member: old[:at] + bite + old[at + len(bite) :]}),
        with_part(GOOD, {member: None}),
        GOOD[: int(where * len(GOOD))] + bite + GOOD[int(where * len(GOOD)) + len(bite) :],
    ):
        assert all(sentence.startswith("Lỗi: mau.docx") for sentence in said(content, {"x": MarkedText("a^[b]")}))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as found:
        Template(tmp_path / "ke_hoach.docx")
    assert [str(problem) for problem in found.value.problems] == [
        "Lỗi: ke_hoach.docx: Không mở được tệp. Kiểm tra tên tệp và đường dẫn; nếu tệp đang mở trong Word thì đóng lại."
    ]


def test_a_member_that_stands_twice_is_written_once() -> None:
    """LibreOffice once wrote docProps/core.xml twice."""
    stream = io.BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("docProps/core.xml", part(GOOD, "docProps/core.xml"))
    made = Template(stream.getvalue()).render({"x": "a"})
    with zipfile.ZipFile(io.BytesIO(made)) as new:
        assert len(new.namelist()) == len(set(new.namelist()))


def test_the_zip_is_whole_and_without_a_clock() -> None:
    made = Template(GOOD, NAME).render({"x": "Ấ"})
    with zipfile.ZipFile(io.BytesIO(made)) as new:
        assert new.testzip() is None
        assert new.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert {info.date_time for info in new.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in new.infolist()} == {zipfile.ZIP_DEFLATED}


@pytest.mark.parametrize("seed", ["{{ ", "{% ", "{# ", "{{ ' ", "{{ “ ", "{{ x }}", "{", "'\"{{ }}"])
def test_hostile_paragraphs_take_linear_time(seed: str) -> None:
    times = 500 if "}}" in seed else 3_000  # tags take longer than what is none
    assert growth(lambda times: body(f"<w:p><w:r><w:t>{seed * times}</w:t></w:r></w:p>"), said, times) < 10


def test_no_pattern_repeats_possessively() -> None:
    """Python 3.11.2, which Debian 12 has, gets possessive repeats and atomic groups around groups wrong."""
    names = [module.name for module in pkgutil.walk_packages(cchc_docs.__path__, "cchc_docs.")]
    values = [value for name in names if name != "cchc_docs.__main__" for value in vars(import_module(name)).values()]
    values += [inner for value in values if isinstance(value, dict) for inner in value.values()]
    found = (value.pattern for value in values if isinstance(value, re.Pattern))
    patterns = {pattern if isinstance(pattern, str) else pattern.decode() for pattern in found}
    assert len(patterns) > 20
    assert [pattern for pattern in patterns if re.search(r"(?<!\\)[*+?}]\+|\(\?>", pattern)] == []


def test_compiling_takes_time_linear_in_the_paragraphs() -> None:
    row = "<w:tr><w:tc><w:p><w:r><w:t>{%tr if x %}</w:t></w:r></w:p></w:tc></w:tr>"
    rows = row + "<w:tr><w:tc><w:p><w:r><w:t>{{ y }}</w:t></w:r></w:p></w:tc></w:tr>" + row.replace("if x", "endif")

    assert growth(lambda times: body(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows * times}</w:tbl><w:p/>"), Template, 100) < 10
