"""What other generators do to their users, one test a trap; most make the same document with docxtpl, to show the trap.

The numbers of the traps are those of the project's study of docxtpl 0.20.2 (reproduced faults) and of its users' threads
(points). Where docxtpl mends a fault one day, the test says so by failing, and the half about docxtpl can go.
"""

import gc
import io
import re
import shutil
import time
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import docxtpl
import jinja2
import pytest

from cchc_docs.cli import main as cli
from cchc_docs.problems import ProblemsFound
from cchc_docs.text.normal import MarkedText
from cchc_docs.word.template import Template
from cchc_docs.word.template.filters import FILTERS
from tests.word.template.word import (
    NAME,
    Content,
    body,
    lines,
    opened,
    part,
    rendered,
    rows,
    said,
    saved,
    with_part,
    word,
)

ROOT = Path(__file__).resolve().parents[3]
BODY = "Lỗi: mau.docx, thân văn bản, đoạn “{}”: "


def by_docxtpl(template: bytes, context: Mapping[str, object], *, autoescape: bool = False) -> bytes:
    """What docxtpl makes, by default as its users call it."""
    made = docxtpl.DocxTemplate(io.BytesIO(template))
    made.render(dict(context), autoescape=autoescape)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def their_lines(*content: Content, context: Mapping[str, object] | None = None, autoescape: bool = False) -> list[str]:
    made = by_docxtpl(word(*content), context or {}, autoescape=autoescape)
    return [paragraph.text for paragraph in opened(made).paragraphs]


def with_notes_and_two_sections(note: str) -> bytes:
    """A template with a footnote that says ``note``, and a second section, as a landscape appendix makes one."""
    made = rendered("{{ x }}", context={"x": MarkedText("Có chú thích^[cũ]")})
    footnotes = part(made, "word/footnotes.xml").replace("cũ", note)
    document = opened(with_part(made, {"word/footnotes.xml": footnotes}))
    document.add_section()
    return saved(document)


def plain(xml: str) -> str:
    return re.sub("<[^>]+>", "", xml).strip()


# -- Wrong documents without a word


def test_trap_01_ampersand_and_less_than_in_data() -> None:
    """Also point 1: they vanish, or take the rest of the paragraph along."""
    assert their_lines("a {{ x }} b", context={"x": "A < B & C"}) == ["a A  B  C b"]
    assert their_lines("a {{ x }} b", context={"x": "<b>chữ"}) == ["a "]
    assert lines("a {{ x }} b", context={"x": "A < B & C"}) == ["a A < B & C b"]
    assert lines("a {{ x }} b", context={"x": "<b>chữ"}) == ["a <b>chữ b"]


def test_trap_02_characters_that_xml_cannot_hold() -> None:
    """Also point 6: half of a surrogate pair cuts the text, control characters from other programs break the file."""
    assert their_lines("{{ x }} sau", context={"x": "A\ud800B"}, autoescape=True) == ["A"]
    assert lines("{{ x }} sau", context={"x": "A\ud800B\x07C\ufffeD"}) == ["ABCD sau"]


def test_trap_03_an_undefined_name_prints_blank() -> None:
    """Also point 2; at any depth."""
    context = {"co_quan": {"ten": "Sở"}}
    assert their_lines("Gửi {{ co_quan.tenn }}{{ co_qaun }}", context=context) == ["Gửi "]
    assert said(word("{{ co_qaun }} {{ co_quan.tenn }}"), context) == [
        BODY.format("{{ co_qaun }} {{ co_quan.tenn }}")
        + "Thẻ “{{ co_qaun }}” dùng tên “co_qaun” không có trong dữ liệu. Có phải “co_quan” không?",
        BODY.format("{{ co_qaun }} {{ co_quan.tenn }}")
        + "Thẻ “{{ co_quan.tenn }}” dùng tên “tenn” không có trong mục đó. Có phải “ten” không?",
    ]


def test_trap_04_none_is_printed_as_a_word() -> None:
    """Also point 7."""
    assert their_lines("Số: {{ x }}", context={"x": None}) == ["Số: None"]
    assert lines("Số: {{ x }}", context={"x": None}) == ["Số: "]


def test_trap_05_text_beside_a_paragraph_tag_vanishes() -> None:
    """Also point 3."""
    content = ("Kính gửi: {%p if x %}", "a", "{%p endif %}")
    assert their_lines(*content, context={"x": 1}) == ["a"]
    assert said(word(*content), {"x": 1}) == [
        BODY.format("Kính gửi: {%p if x %}")
        + "Thẻ “{%p if x %}” thay cho cả đoạn, nên phần đứng cùng sẽ mất: “Kính gửi:”. "
        "Để thẻ này một mình trong đoạn, chuyển phần kia sang đoạn khác."
    ]


@pytest.mark.parametrize("opener", ["{% p if x %}", "{%p if x % 2 %}", "{%p if {'a': x}.a %}"])
def test_trap_06_a_space_or_a_percent_sign_or_a_brace_in_a_tag(opener: str) -> None:
    """Also point 12: “Encountered unknown tag 'p'”."""
    content = (opener, "a", "{%p endif %}")
    with pytest.raises(jinja2.TemplateSyntaxError, match="unknown tag 'p'"):
        their_lines(*content, context={"x": 1})
    assert lines(*content, context={"x": 1}) == ["a"]


def test_trap_07_data_that_looks_like_an_escape() -> None:
    assert their_lines("{{ x }}", context={"x": "{_{ a }_}"}) == ["{{ a }}"]
    assert lines("{{ x }}", context={"x": "{_{ a }_}"}) == ["{_{ a }_}"]


def test_trap_08_code_in_the_properties_of_the_file() -> None:
    template = word("a", title="{{ ''.__class__.__name__ }}")
    assert opened(by_docxtpl(template, {})).core_properties.title == "str"
    assert said(template) == [
        "Lỗi: mau.docx, thuộc tính của tệp, đoạn “{{ ''.__class__.__name__ }}”: Thẻ “{{ ''.__class__.__name__ }}” dùng "
        f"tên “{name}”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu. Bỏ tên này khỏi thẻ."
        for name in ("__name__", "__class__")
    ]


def test_trap_09_data_in_footnotes_is_run_as_code() -> None:
    """docxtpl prints the footnotes once a section: the second time the data is the template."""
    template = with_notes_and_two_sections("{{ x }}")
    assert plain(part(by_docxtpl(template, {"x": "{{ 7*7 }}"}), "word/footnotes.xml")) == "49"
    assert plain(part(Template(template).render({"x": "{{ 7*7 }}"}), "word/footnotes.xml")) == "{{ 7*7 }}"


def test_trap_10_an_unclosed_block_is_told_at_the_end_of_the_file() -> None:
    """Also point 10: where is the error?"""
    content = ("a", "{% if x %}", "b", "c")
    with pytest.raises(jinja2.TemplateSyntaxError, match="Unexpected end of template"):
        their_lines(*content)
    assert said(word(*content)) == [
        BODY.format("{% if x %}") + "Khối mở bằng thẻ “{% if x %}” chưa được đóng. Thêm {% endif %} ở cuối khối."
    ]


@pytest.mark.parametrize("where", ["thân văn bản", "đầu trang", "chân trang", "chú thích"])
def test_trap_11_an_error_in_an_expression_has_no_place(where: str) -> None:
    """Also point 13."""
    tag = "{{ 1 / x }}"
    template = {
        "thân văn bản": lambda: word([["a", tag]]),
        "đầu trang": lambda: word(header=tag),
        "chân trang": lambda: word(footer=tag),
        "chú thích": lambda: with_notes_and_two_sections(tag),
    }[where]()
    with pytest.raises(ZeroDivisionError) as raised:
        by_docxtpl(template, {"x": 0})
    assert not hasattr(raised.value, "docx_context")
    assert said(template, {"x": 0}) == [
        f"Lỗi: mau.docx, {where}, đoạn “{{{{ 1 / x }}}}”: Thẻ “{{{{ 1 / x }}}}”: phép chia cho số không. "
        "Bọc thẻ trong {% if … %} để chỉ tính khi số chia khác 0."
    ]


def test_trap_12_which_names_does_a_template_need() -> None:
    """Also point 14: those within loops, in properties and in footnotes too."""
    document = opened(with_notes_and_two_sections("{{ ghi_chu }}"))
    document.add_paragraph("{% for d in ds %}{{ d.tenn }}{% endfor %}")
    document.core_properties.title = "{{ tieu_de }}"
    template = saved(document)
    assert docxtpl.DocxTemplate(io.BytesIO(template)).get_undeclared_template_variables() == {"ds"}
    found = said(template, {"ds": [{"ten": "A"}]})
    assert [re.findall(r"dùng tên “(\w+)”", sentence) for sentence in found] == [["tenn"], ["ghi_chu"], ["tieu_de"]]


def test_trap_13_accents_composed_in_another_way() -> None:
    tag = unicodedata.normalize("NFD", "{{ họ_tên }}")
    assert their_lines(tag, context={"họ_tên": "A"}) == [""]
    assert lines(tag, context={"họ_tên": "A"}) == ["A"]


def test_trap_14_the_clock_is_in_the_file() -> None:
    template = word("{{ x }}")
    theirs = zipfile.ZipFile(io.BytesIO(by_docxtpl(template, {"x": "a"})))
    assert any(info.date_time > (1980, 1, 1, 0, 0, 0) for info in theirs.infolist())
    ours = [Template(template).render({"x": "a"}) for _ in range(2)]
    assert ours[0] == ours[1]
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(ours[0])).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def with_endnote(text: str) -> bytes:
    template = with_notes_and_two_sections(text)
    endnotes = part(template, "word/footnotes.xml").replace("footnote", "endnote")
    types, rels = "[Content_Types].xml", "word/_rels/document.xml.rels"
    return with_part(
        template,
        {
            "word/footnotes.xml": None,
            "word/endnotes.xml": endnotes,
            types: part(template, types).replace("footnotes", "endnotes"),
            rels: part(template, rels).replace("footnotes", "endnotes"),
        },
    )


def test_trap_15_endnotes_are_left_as_they_are() -> None:
    """Comments, the reviewers' talk, are taken out: ``cchc_docs.word.template.review``."""
    template = with_endnote("{{ x }}")
    assert plain(part(by_docxtpl(template, {"x": "A & B"}), "word/endnotes.xml")) == "{{ x }}"
    assert plain(part(Template(template).render({"x": "A & B"}), "word/endnotes.xml")) == "A &amp; B"


def test_trap_16_tags_in_a_tracked_deletion_are_filled_in() -> None:
    template = body(
        '<w:p><w:r><w:t>Gửi {{ x }}</w:t></w:r><w:del w:id="1" w:author="B">'
        "<w:r><w:delText>{{ y }}</w:delText></w:r></w:del></w:p>"
    )
    assert "<w:delText>mật</w:delText>" in part(by_docxtpl(template, {"x": "", "y": "mật"}), "word/document.xml")
    assert said(template, {"x": "", "y": "mật"}) == [
        "Cảnh báo: mau.docx, thân văn bản, đoạn “Gửi {{ x }}”: Mẫu còn 1 chỗ sửa theo Track Changes chưa chốt, chỗ đầu ở "
        "đây; văn bản làm ra sẽ mang theo. Trong Word: Review > Accept hoặc Reject cho hết, tắt Track Changes, rồi lưu mẫu.",
        "Lỗi: mau.docx, thân văn bản, đoạn “Gửi {{ x }}{{ y }}”: Thẻ “{{ y }}” nằm trong phần đã xóa hoặc chuyển đi mà "
        "Track Changes còn giữ lại. Trong Word: Review > Accept để xóa hẳn, hoặc Reject để giữ lại thẻ.",
    ]


def test_trap_17_documents_leave_memory_behind() -> None:
    """docxtpl's documents are cycles of objects, which wait for the collector."""
    template, context = word("{{ x }}"), {"x": "a"}
    compiled = Template(template)

    def left_behind(make: Callable[[], bytes]) -> int:
        make()
        gc.collect()
        gc.disable()
        try:
            make()
            return gc.collect()
        finally:
            gc.enable()

    assert left_behind(lambda: by_docxtpl(template, context)) > 0
    assert left_behind(lambda: compiled.render(context)) == 0


def test_trap_18_one_template_for_several_threads() -> None:
    """docxtpl keeps the document that it makes in the template itself."""
    template = docxtpl.DocxTemplate(io.BytesIO(word("{{ x }}")))
    template.render({"x": "a"})
    assert template.docx.paragraphs[0].text == "a"
    ours = Template(word("{{ danh_so.muc() }} {{ x }}^", *["{{ x }}"] * 50))
    contexts = [{"x": MarkedText(f"{n}^[{n}]")} for n in range(24)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ours.render, contexts)) == [ours.render(context) for context in contexts]


# -- The points that are not among those


def test_point_04_prefixes_that_do_not_match_lose_rows() -> None:
    content: Content = [["{% for d in ds %}{{ d }}", "1"], ["{%tr endfor %}", ""], ["cuối", "2"]]
    table = opened(by_docxtpl(word(content), {"ds": ["A", "B"]})).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["A", "1"]]
    assert said(word(content), {"ds": ["A", "B"]}) == [
        BODY.format("{%tr endfor %}") + "Thẻ “{%tr endfor %}” không cùng cấp với thẻ mở khối “{% for d in ds %}”. "
        "Hai thẻ phải cùng loại ({%p với {%p, {%tr với {%tr …) và cùng trong một bảng, một ô, hoặc cùng ngoài bảng."
    ]


def test_point_05_the_second_document_repeats_the_first() -> None:
    template = Template(word("{{ danh_so.muc() }} {{ x }}", header="{{ x }}"))
    for x in ("A", "B"):
        made = opened(template.render({"x": x}))
        assert (made.paragraphs[0].text, made.sections[0].header.paragraphs[0].text) == (f"I. {x}", x)


def test_point_08_a_merged_cell_covers_equal_values_only() -> None:
    """A merge goes over the rows of the innermost loop: group the rows, and it covers those of one value."""
    group = "{%tr for nhom in ds|groupby('sở') %}", "{%tr for d in nhom.list %}"
    content: Content = [
        [group[0], ""],
        [group[1], ""],
        ["{% vm %}{{ d.sở }}", "{{ d.việc }}"],
        *[["{%tr endfor %}", ""]] * 2,
    ]
    ds = [{"sở": "A", "việc": "1"}, {"sở": "A", "việc": "2"}, {"sở": "B", "việc": "3"}]
    assert rows(content, context={"ds": ds}) == [["A", "1"], ["A", "2"], ["B", "3"]]


@pytest.mark.parametrize(
    ("value", "printed"), [("0912", "0912"), ("00", "00"), (Decimal("25.1"), "25,1"), (1e15, "1000000000000000")]
)
def test_point_09_numbers_do_not_change_on_the_way(value: object, printed: str) -> None:
    """Leading zeros stay, and nobody guesses what a text might mean."""
    assert lines("{{ x }}", context={"x": value}) == [printed]


def test_point_11_all_errors_at_once() -> None:
    content = ("{{ a b }}", "{% fro %}", "{{ x|safe }}", "{{ y }")
    with pytest.raises(jinja2.TemplateSyntaxError) as raised:
        their_lines(*content)
    assert "expected token" in str(raised.value)  # the first, and no more
    assert len(said(word(*content, header="{{ c d }}"))) == len(content) + 1


def test_point_15_the_command_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not “An error ocurred while trying to render the docx”."""
    monkeypatch.chdir(tmp_path)
    for name in ("_khung.docx", "ke_hoach.yaml"):
        shutil.copy(ROOT / "templates" / name, tmp_path)
    (tmp_path / "ke_hoach.docx").write_bytes(word("Gửi {{ x|in_ho }}"))
    with pytest.raises(SystemExit):
        cli.run(["tao", str(ROOT / "data" / "so_vhttdl_lang_son_2023.xlsx"), "--mau", str(tmp_path)])
    wrong = "đoạn “Gửi {{ x|in_ho }}”: Thẻ “{{ x|in_ho }}” dùng bộ lọc “in_ho” mà mẫu không có."
    assert wrong in " ".join(capsys.readouterr().err.split())


def test_point_16_the_check_knows_our_own_filters() -> None:
    brackets = {"duong_ke": "(0.4)", "ngat_dong": "(57, co=13)"}
    Template(word(*(f"{{{{ x|{name}{brackets.get(name, '')} }}}}" for name in FILTERS)))


# -- Templates come by e-mail

ATTACKS: dict[str, str] = {
    # tag: what is wrong with it, said when the template is opened
    "{{ x.__class__ }}": "dùng tên “__class__”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu. Bỏ tên này khỏi thẻ.",
    "{{ x['__class__'] }}": "dùng tên “__class__”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu. Bỏ tên này khỏi thẻ.",
    "{{ x|attr('__class__') }}": "dùng bộ lọc “attr” mà mẫu không có. Xem danh sách bộ lọc bằng lệnh cchc xem.",
    "{{ '{0.a}'.format(x) }}": "gọi “format()”, điều mà mẫu không được làm. Dùng bộ lọc, ví dụ {{ ten|in_hoa }}.",
    "{{ 'a'.format_map(x) }}": "gọi “format_map()”, điều mà mẫu không được làm. Dùng bộ lọc, ví dụ {{ ten|in_hoa }}.",
    "{{ '%s'|format(x) }}": "dùng bộ lọc “format” mà mẫu không có. Có phải “float” không?",
    "{{ x.xoa() }}": "gọi “xoa()”, điều mà mẫu không được làm. Dùng bộ lọc, ví dụ {{ ten|in_hoa }}.",
    "{{ x['xoa']() }}": "gọi “…()”, điều mà mẫu không được làm. Dùng bộ lọc, ví dụ {{ ten|in_hoa }}.",
    "{{ lipsum() }}": "gọi “lipsum()”, điều mà mẫu không được làm. Dùng bộ lọc, ví dụ {{ ten|in_hoa }}.",
    "{{ 'a'.zfill(9) }}": "gọi “zfill()”, điều mà mẫu không được làm. Dùng bộ lọc, ví dụ {{ ten|in_hoa }}.",
    "{% include 'x' %}": "dùng lệnh “include” mà mẫu không có. Các lệnh dùng được: for, if, elif, else, with, set, vm, colspan, cellbg.",
    "{% import 'os' as os %}": "dùng lệnh “import” mà mẫu không có. Các lệnh dùng được: for, if, elif, else, with, set, vm, colspan, cellbg.",
    "{{ [x]|map(attribute='a.__class__')|list }}": "dùng tên “__class__”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu. Bỏ tên này khỏi thẻ.",
    "{{ [x]|groupby('__class__')|list }}": "dùng tên “__class__”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu. Bỏ tên này khỏi thẻ.",
    "{{ [x]|sort(attribute='__dict__')|list }}": "dùng tên “__dict__”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu. Bỏ tên này khỏi thẻ.",
    "{{ [x]|sort(false, false, '__dict__')|list }}": "dùng tên “__dict__”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu. Bỏ tên này khỏi thẻ.",
    "{{ [x]|selectattr('__class__')|list }}": "dùng tên “__class__”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu. Bỏ tên này khỏi thẻ.",
    "{{ [x]|join(',', '__class__') }}": "dùng tên “__class__”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu. Bỏ tên này khỏi thẻ.",
    "{% set x.__class__ = 1 %}": "dùng tên “__class__”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu. Bỏ tên này khỏi thẻ.",
    "{% set _cchc = 1 %}": "dùng tên “_cchc”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu. Bỏ tên này khỏi thẻ.",
    "{{ " + "(" * 3000 + " }}": "lồng quá nhiều dấu ngoặc. Viết gọn lại.",
}  # fmt: skip


@pytest.mark.parametrize("tag", ATTACKS, ids=lambda tag: tag[:50])
def test_an_attack_is_refused_when_the_template_is_opened(tag: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        Template(word(tag), NAME)
    sentence = str(found.value.problems[0])
    assert sentence.startswith("Lỗi: mau.docx, thân văn bản, đoạn “{")
    assert sentence.endswith(ATTACKS[tag])


NOT_ALLOWED = "biểu thức này không được phép trong mẫu. Chỉ dùng tên của dữ liệu và các bộ lọc."
NOT_COMPUTED = "không tính được biểu thức này. Kiểm tra giá trị và cách viết của thẻ."
TOO_MANY_ROUNDS = "các vòng lặp chạy quá 2000000 lượt."
TOO_MUCH_WORK = "các bộ lọc phải xem quá 20000000 giá trị."
BOMBS: dict[str, tuple[str, str]] = {
    # template: (the tag, what is wrong with it), said when it is run
    "{{ x['__cl' ~ 'ass__'] }}": ("", NOT_ALLOWED),
    "{{ [x]|map('attr', 'ten')|list }}": ("", NOT_COMPUTED),
    "{{ [x]|map('xoa')|list }}": ("", NOT_COMPUTED),
    "{{ range(1000000000)|sum }}": ("", NOT_COMPUTED),
    "{{ 9 ** 9 ** 9 }}": ("", "phép luỹ thừa cho ra số quá lớn."),
    "{{ 'a' * 1000000000 }}": ("", "mẫu không nhân được chữ hay danh sách với một số."),
    "{{ '%1000000000d' % 1 }}": ("", "mẫu không dùng được phép % với chữ; dùng bộ lọc |so, |ngay."),
    "{{ 1|round(1000000000) }}": ("", "bộ lọc “round” nhận số quá lớn: 1000000000."),
    "{{ [1]|batch(1000, 1)|list }}": ("", "bộ lọc “batch” nhận số quá lớn: 1000."),
    "{% set n = range(99999)|list %}{{ [n]|batch(63, n)|first|batch(63)|map('sum', start=[])|sum(start=[])|batch(1)|list }}": (
        "{{ [n]|batch(63, n)|first|batch(63)|map('sum', start=[])|sum(start=[])|batch(1)|list }}",
        TOO_MUCH_WORK,
    ),
    "{{ range(99999)|join(dai) }}": ("", "bộ lọc “join” ghép thành đoạn chữ dài quá 1000000 ký tự."),
    "{{ trieu|noi(dai) }}": ("", "bộ lọc “noi” ghép thành đoạn chữ dài quá 1000000 ký tự."),
    "{{ dai|replace('a', dai) }}": ("", "bộ lọc “replace” cho ra đoạn chữ quá dài."),
    "{{ trieu|map('string')|map('replace', '1', dai)|list }}": ("", TOO_MUCH_WORK),
    "{% for i in trieu %}{% set x = trieu|sum %}{% endfor %}": ("{% set x = trieu|sum %}", TOO_MUCH_WORK),
    "{% for i in trieu %}{% for j in trieu %}{% endfor %}{% endfor %}": ("{% for j in trieu %}", TOO_MANY_ROUNDS),
    "{% for i in trieu %}{{ dai }}{% endfor %}": ("{% for i in trieu %}", "văn bản tạo ra dài quá 268435456 ký tự."),
    "{% set n = namespace(a='ab') %}{% for i in range(99) %}{% set n.a = n.a ~ n.a %}{% endfor %}": (
        "{% set n.a = n.a ~ n.a %}",
        "ghép thành đoạn chữ dài quá 1000000 ký tự.",
    ),
    "{% set n = namespace(a=9) %}{% for i in range(99) %}{% set n.a = n.a * n.a %}{% endfor %}": (
        "{% set n.a = n.a * n.a %}",
        "phép tính cho ra số quá lớn.",
    ),
}


class Record:
    """A value with a method that no template should call."""

    ten = "A"

    def xoa(self) -> str:
        raise AssertionError("was called")


@pytest.mark.parametrize("template", BOMBS, ids=lambda template: template[:50])
def test_a_bomb_is_refused_before_it_goes_off(template: str) -> None:
    """Each would take all memory, or hours."""
    tag, wrong = BOMBS[template]
    (sentence,) = said(word(template), {"x": Record(), "dai": "a" * 900_000, "trieu": range(1_000_000)})
    assert sentence.endswith(f"Thẻ “{tag or template}”: {wrong}")


@pytest.mark.parametrize(
    ("template", "tag"),
    [
        ("{% set range = x.xoa %}{{ range() }}", "{{ range() }}"),
        ("{% for range in [x.xoa] %}{{ range() }}{% endfor %}", "{{ range() }}"),
        ("{{ {'get': x.xoa}.get() }}", "{{ {'get': x.xoa}.get() }}"),
        ("{% set n = namespace(get=x.xoa) %}{{ n.get() }}", "{{ n.get() }}"),
    ],
)
def test_a_method_under_the_name_of_a_helper_is_not_called(template: str, tag: str) -> None:
    assert said(word(template), {"x": Record()}) == [BODY.format(template) + f"Thẻ “{tag}”: {NOT_ALLOWED}"]


@pytest.mark.parametrize("member", ["word/document.xml", "word/settings.xml", "word/theme/theme1.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_external_entities_are_refused_in_every_part(member: str, encoding: str) -> None:
    template = word("{{ x }}")
    _, _, xml = part(template, member).partition("?>")
    declared = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>{xml}'
    assert said(with_part(template, {member: declared.encode(encoding)}), {"x": "a"}) == [
        f"Lỗi: mau.docx: Phần “{member}” của tệp có khai báo DOCTYPE, điều mà Word không bao giờ ghi. "
        "Không dùng tệp này nếu không rõ nguồn gốc; nếu cần, mở bằng Word rồi lưu lại dạng .docx."
    ]


def test_a_zip_bomb_of_many_parts_is_refused() -> None:
    """Each part alone would pass."""
    parts = {f"word/media/image{n}.png": bytes(1_000_000) for n in range(40)}
    assert said(with_part(word("a"), parts)) == [
        "Lỗi: mau.docx: Tệp giải nén ra quá lớn (giới hạn 128 MB, 2000 phần). "
        "Bỏ bớt ảnh, hoặc không dùng tệp này nếu không rõ nguồn gốc."
    ]


# -- Compiling takes time in proportion to the template


def paragraphs(text: str) -> Callable[[int], str]:
    return lambda times: f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" * times


def one_paragraph(text: str) -> Callable[[int], str]:
    return lambda times: f"<w:p>{f'<w:r><w:t>{text}</w:t></w:r>' * times}</w:p>"


def tables(depth: int, text: str) -> Callable[[int], str]:
    start = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>"
    end = "<w:p/></w:tc></w:tr></w:tbl>"
    return lambda times: (start * depth + f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" + end * depth) * (times // depth)


SHAPES: dict[str, tuple[Callable[[int], str], int]] = {
    # what: (the body for so many pieces, how many pieces to begin with)
    "values": (paragraphs("Gửi {{ x }}"), 60),
    "conditions": (paragraphs("{% if x %}a{% endif %}"), 40),
    "text without tags": (paragraphs("Căn cứ"), 600),
    "unclosed values": (paragraphs("{{ x"), 200),
    "unclosed statements": (paragraphs("{% if x"), 200),
    "unclosed blocks": (paragraphs("{% if x %}"), 60),
    "superfluous ends": (paragraphs("{% endif %}"), 100),
    "braces in runs of their own": (one_paragraph("{"), 400),
    "an unclosed tag over many runs": (one_paragraph("{{ x "), 200),
    "values in one paragraph": (one_paragraph("{{ x }}"), 60),
    "unclosed quotes": (one_paragraph("{{ '"), 200),
    "nested tables": (tables(20, "{{ x }}"), 400),
    "unclosed tags in nested tables": (tables(20, "{%tr if x"), 400),
}


@pytest.mark.parametrize("what", SHAPES)
def test_four_times_the_template_takes_about_four_times_as_long(what: str) -> None:
    """docxtpl's patterns take sixteen times as long for tags that nothing closes."""
    shape, pieces = SHAPES[what]
    sizes = (pieces, 4 * pieces)
    contents = {size: body(shape(size)) for size in sizes}
    empty = body("")

    def seconds(content: bytes) -> float:
        start = time.process_time()
        said(content, {"x": 1})
        return time.process_time() - start

    seconds(contents[pieces])
    rounds = [[seconds(content) for content in (empty, *contents.values())] for _ in range(4)]
    nothing, once, four_times = (min(column) for column in zip(*rounds, strict=True))
    # The fixed cost of any file is taken off half, so that noise in it cannot make the ratio.
    assert four_times - nothing / 2 < 9 * (once - nothing / 2)
