"""Every mistake in a template is said in Vietnamese, with its paragraph, and all of them at once."""

from dataclasses import dataclass

import pytest

from cchc_docs.text.normal import MarkedText
from tests.word.template.word import Content, body, said, word

BODY = "Lỗi: mau.docx, thân văn bản, đoạn “{}”: "

STATIC: list[tuple[Content, str, str]] = [
    # (content, paragraph, what and hint)
    (
        "Gửi {{ ten }",
        "Gửi {{ ten }",
        "Thẻ “{{ ten }” không có dấu đóng trong đoạn này. Đóng {{ bằng }}, {% bằng %}, {# bằng #} trong cùng một đoạn. "
        "Muốn in hai dấu ngoặc: {{ '{{' }}.",
    ),
    (
        "Gửi { { ten } }",
        "Gửi { { ten } }",
        "Hai dấu “{ {” bị tách rời nên không thành thẻ và sẽ được in nguyên. Gõ liền hai dấu: {{ … }} hoặc {% … %}.",
    ),
    (
        "Gửi ten }}",
        "Gửi ten }}",
        "Dấu đóng “}}” không có dấu mở thẻ trong đoạn này nên sẽ được in nguyên. "
        "Mở {{ và đóng }}, mở {% và đóng %} trong cùng một đoạn.",
    ),
    (
        "{{ a – b }}",
        "{{ a – b }}",
        "Thẻ “{{ a – b }}” có dấu “–” do Word tự đổi, nên không đọc được. "
        "Gõ lại bằng dấu gạch nối “-”, rồi bấm Ctrl+Z nếu Word lại đổi.",
    ),
    (
        "{{ x|so(1, 2) }}",
        "{{ x|so(1, 2) }}",
        "Thẻ “{{ x|so(1, 2) }}” dùng bộ lọc “so” với những giá trị trong ngoặc không đúng. Cách viết: |so(le); le có thể bỏ.",
    ),
    (
        "{% fro x in ds %}",
        "{% fro x in ds %}",
        "Thẻ “{% fro x in ds %}” dùng lệnh “fro” mà mẫu không có. "
        "Các lệnh dùng được: for, if, elif, else, with, set, vm, colspan, cellbg.",
    ),
    ("{% endfo %}", "{% endfo %}", "Thẻ “{% endfo %}” dùng lệnh “endfo” mà mẫu không có. Có phải “endfor” không?"),
    (
        "{% macro x() %}",
        "{% macro x() %}",
        "Thẻ “{% macro x() %}” dùng lệnh “macro” mà mẫu không có. "
        "Các lệnh dùng được: for, if, elif, else, with, set, vm, colspan, cellbg.",
    ),
    (
        "{%p for x in ds %}",
        "{%p for x in ds %}",
        "Khối mở bằng thẻ “{%p for x in ds %}” chưa được đóng. Thêm {%p endfor %} ở cuối khối.",
    ),
    (
        "a {% endif %}",
        "a {% endif %}",
        "Thẻ “{% endif %}” không có {% if … %} nào đứng trước để đóng. Thêm {% if … %} ở đầu khối, hoặc bỏ thẻ này.",
    ),
    (
        "{% else %}",
        "{% else %}",
        "Thẻ “{% else %}” không nằm trong khối {% if … %} hay {% for … %} nào. "
        "Chuyển thẻ này vào giữa thẻ mở và thẻ đóng của khối.",
    ),
    (
        "Kính gửi: {%p if x %}",
        "Kính gửi: {%p if x %}",
        "Thẻ “{%p if x %}” thay cho cả đoạn, nên phần đứng cùng sẽ mất: “Kính gửi:”. "
        "Để thẻ này một mình trong đoạn, chuyển phần kia sang đoạn khác.",
    ),
    (
        "{%tr for x in ds %}{%tr endfor %}",
        "{%tr for x in ds %}{%tr endfor %}",
        "Thẻ “{%tr for x in ds %}” không nằm trong bảng. {%tr … %} chỉ dùng trong bảng; ngoài bảng dùng {%p … %}.",
    ),
    ("{% vm %}a", "{% vm %}a", "Thẻ “{% vm %}” không nằm trong ô của bảng. Chuyển thẻ này vào ô mà nó định dạng."),
    (
        [["{% vm %}a"]],
        "{% vm %}a",
        "Thẻ “{% vm %}” gộp các hàng của một vòng lặp nhưng không nằm trong vòng lặp nào. "
        "Đặt hàng này giữa {%tr for … %} và {%tr endfor %}.",
    ),
    (
        "{{p x }}",
        "{{p x }}",
        "Thẻ “{{p x }}” chèn cả đoạn dựng sẵn, điều mà mẫu ở đây không có. "
        "Viết {{ x }}; nhiều đoạn thì dùng {%p for … %} với bộ lọc |doan.",
    ),
    (
        "Số {{ a b }}",
        "Số {{ a b }}",
        "Thẻ “{{ a b }}” viết sai cú pháp. Kiểm tra dấu ngoặc, dấu nháy, dấu | và khoảng trắng trong thẻ.",
    ),
    (
        "{% set x %}",
        "{% set x %}",
        "Thẻ “{% set x %}” viết sai cú pháp. Kiểm tra dấu ngoặc, dấu nháy, dấu | và khoảng trắng trong thẻ.",
    ),
    (
        "{{ x|in_ho }}",
        "{{ x|in_ho }}",
        "Thẻ “{{ x|in_ho }}” dùng bộ lọc “in_ho” mà mẫu không có. Có phải “in_hoa” không?",
    ),
    (
        "{{ x|safe }}",
        "{{ x|safe }}",
        "Thẻ “{{ x|safe }}” dùng bộ lọc “safe” mà mẫu không có. Xem danh sách bộ lọc bằng lệnh cchc xem.",
    ),
    (
        "{% if x is definde %}{% endif %}",
        "{% if x is definde %}{% endif %}",
        "Thẻ “{% if x is definde %}” dùng phép thử “is definde” mà mẫu không có. Có phải “defined” không?",
    ),
    (
        "{{ danh_so.mucs() }}",
        "{{ danh_so.mucs() }}",
        "Thẻ “{{ danh_so.mucs() }}” gọi “mucs()”, điều mà mẫu không được làm. Có phải “muc()” không?",
    ),
    (
        "{{ x._y }}",
        "{{ x._y }}",
        "Thẻ “{{ x._y }}” dùng tên “_y”; tên bắt đầu bằng dấu gạch dưới không dùng được trong mẫu. Bỏ tên này khỏi thẻ.",
    ),
]


@pytest.mark.parametrize(("content", "paragraph", "sentence"), STATIC, ids=[case[1] for case in STATIC])
def test_mistakes_that_show_without_data(content: Content, paragraph: str, sentence: str) -> None:
    assert said(word(content))[0] == BODY.format(paragraph) + sentence


def test_all_mistakes_of_a_template_at_once() -> None:
    # Among the blocks that others leave open, these three would be right.
    cases = [case for case in STATIC if case[1] not in ("{% else %}", "a {% endif %}", "{% vm %}a")]
    found = said(word(*(content for content, _, _ in cases), header="{{ a b }}"))
    assert {BODY.format(paragraph) + sentence for _, paragraph, sentence in cases} <= set(found)
    assert found[-1].startswith("Lỗi: mau.docx, đầu trang, đoạn “{{ a b }}”: ")


CHOICE = " Đưa điều kiện vào trong một thẻ duy nhất, ví dụ {% cellbg 'D9E2F3' if … else 'auto' %}."


@pytest.mark.parametrize(
    ("cell", "sentences"),
    [
        (
            "{% if x %}{% cellbg 'FF0000' %}{% endif %}a",
            ["Thẻ “{% cellbg 'FF0000' %}” định dạng cả ô, nên khối “{% if x %}” trong ô không chọn được nó."],
        ),
        (
            "{% colspan 2 %}{% cellbg 'FF0000' %}{% colspan 3 %}a",
            ["Thẻ “{% colspan 3 %}” là thẻ colspan thứ hai trong một ô; mỗi ô chỉ nhận một thẻ như vậy."],
        ),
        ("{% cellbg 'FF0000' if x else 'auto' %}a", []),
    ],
)
def test_a_tag_of_a_cell_stands_in_it_once_and_in_no_block(cell: str, sentences: list[str]) -> None:
    """Both would be printed, whatever the block says."""
    assert said(word([[cell, "b"]]), {"x": 1}) == [BODY.format(cell) + sentence + CHOICE for sentence in sentences]


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ('<w:r><w:instrText>HYPERLINK "{{ x }}"</w:instrText></w:r>', "mã trường"),
        ('<w:fldSimple w:instr="REF {{ x }}"/>', "mã trường"),
        (f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>{{{{ x }}}}</m:t></m:r></m:oMath>', "công thức"),
        (
            f'<w:r><w:drawing><d:docPr xmlns:d="{DRAWING}" descr="{{{{ x }}}}"/></w:drawing></w:r>',
            "chữ thay thế của hình",
        ),
        (
            '<w:r><w:pict><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="{{ x }}"/></w:pict></w:r>',
            "chữ nghệ thuật (WordArt)",
        ),
        ('<w:sdt><w:sdtPr><w:alias w:val="{{ x }}"/></w:sdtPr></w:sdt>', "hình vẽ hoặc thuộc tính của Word"),
    ],
)
def test_a_tag_where_none_is_filled_in_is_not_printed_as_it_was_typed(content: str, where: str) -> None:
    assert said(body(f"<w:p><w:r><w:t>Gửi {{{{ y }}}}</w:t></w:r>{content}</w:p>"), {"x": 1, "y": 2}) == [
        f"Lỗi: mau.docx, thân văn bản, đoạn “Gửi”: Thẻ “{{{{ x }}}}” nằm trong {where}, nơi mẫu không điền được. "
        "Chuyển thẻ ra phần chữ của đoạn, hoặc bỏ thẻ này."
    ]


@pytest.mark.parametrize(
    ("content", "shown", "opener"),
    [
        (("{%p for x in ds %}", "a", "{% endfor %}"), "{% endfor %}", "{%p for x in ds %}"),
        (("{% if x %}", [["a{% endif %}"]]), "{% endif %}", "{% if x %}"),
        (([["{% if x %}", "a{% endif %}"]],), "{% endif %}", "{% if x %}"),
        (([["{%tr for x in ds %}"]], [["{%tr endfor %}"]]), "{%tr endfor %}", "{%tr for x in ds %}"),
        (("{%p if x %}", [["{%p endif %}"]]), "{%p endif %}", "{%p if x %}"),
        (("{%p if x %}", "{% else %}", "{%p endif %}"), "{% else %}", "{%p if x %}"),
    ],
)
def test_a_block_ends_where_it_began(content: tuple[Content, ...], shown: str, opener: str) -> None:
    sentences = said(word(*content))
    assert len(sentences) == 1
    assert sentences[0].endswith(
        f"Thẻ “{shown}” không cùng cấp với thẻ mở khối “{opener}”. Hai thẻ phải cùng loại ({{%p với {{%p, {{%tr với {{%tr …) "
        "và cùng trong một bảng, một ô, hoặc cùng ngoài bảng."
    )


def test_an_unclosed_block_is_reported_where_it_opens() -> None:
    found = said(word("{%p for x in ds %}", "{%p if x %}", "a", "{%p endfor %}", "b"))
    assert found == [
        BODY.format("{%p if x %}") + "Khối mở bằng thẻ “{%p if x %}” chưa được đóng. Thêm {%p endif %} ở cuối khối."
    ]


def test_a_tag_that_would_take_a_section_break_along() -> None:
    paragraph = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{%p if x %}</w:t></w:r></w:p>"
    found = said(body(paragraph + paragraph.replace("if x", "endif").replace("<w:pPr><w:sectPr/></w:pPr>", "")))
    assert found == [
        BODY.format("{%p if x %}")
        + "Thẻ “{%p if x %}” thay cho cả đoạn, nên phần đứng cùng sẽ mất: “hình vẽ, trường, chú thích "
        "hoặc ngắt phần”. Để thẻ này một mình trong đoạn, chuyển phần kia sang đoạn khác."
    ]


def test_too_many_nested_blocks() -> None:
    found = said(word(*["{%p if x %}"] * 17, *["{%p endif %}"] * 17))
    assert found == [
        BODY.format("{%p if x %}")
        + "Thẻ “{%p if x %}” nằm trong quá nhiều khối lồng nhau (tối đa 16). Bỏ bớt khối, hoặc gộp các điều kiện bằng and, or."
    ]


@dataclass(frozen=True)
class Signer:
    ho_ten: str
    dong: tuple[str, ...] = ()


CONTEXT = {
    "chu_tri": "Văn phòng",
    "ds": [{"ten": "A", "so": 0}],
    "nguoi_ky": Signer("Nguyễn Văn A"),
    "trong": None,
    "chu": "abc",
    "x": MarkedText("a"),
}

DYNAMIC = [
    # names
    ("{{ chu_tir }}", "Thẻ “{{ chu_tir }}” dùng tên “chu_tir” không có trong dữ liệu. Có phải “chu_tri” không?"),
    (
        "{{ zzz.a.b }}",
        "Thẻ “{{ zzz.a.b }}” dùng tên “zzz” không có trong dữ liệu. "
        "Các tên dùng được: chu, chu_tri, danh_so, ds, nguoi_ky, trong, x.",
    ),
    (
        "{{ nguoi_ky.ho_tenn }}",
        "Thẻ “{{ nguoi_ky.ho_tenn }}” dùng tên “ho_tenn” không có trong mục đó. Có phải “ho_ten” không?",
    ),
    (
        "{{ nguoi_ky.zzz|in_hoa }}",
        "Thẻ “{{ nguoi_ky.zzz|in_hoa }}” dùng tên “zzz” không có trong mục đó. Các tên dùng được: dong, ho_ten.",
    ),
    (
        "{% for d in ds %}{{ d.tenn }}{% endfor %}",
        "Thẻ “{{ d.tenn }}” dùng tên “tenn” không có trong mục đó. Có phải “ten” không?",
    ),
    ("{{ ds[0]['tenn'] }}", "Thẻ “{{ ds[0]['tenn'] }}” dùng tên “tenn” không có trong mục đó. Có phải “ten” không?"),
    ("{{ ds[5].ten }}", "Thẻ “{{ ds[5].ten }}” dùng tên “5” không có trong mục đó."),
    (
        "{{ trong.ten }}",
        "Thẻ “{{ trong.ten }}” lấy “ten” của một mục đang để trống. "
        "Điền mục đó, hoặc bọc thẻ trong {% if … %} … {% endif %}.",
    ),
    (
        "{% if chu_trii %}a{% endif %}",
        "Thẻ “{% if chu_trii %}” dùng tên “chu_trii” không có trong dữ liệu. Có phải “chu_tri” không?",
    ),
    (
        "{% if 'a' in chu_trii %}a{% endif %}",
        "Thẻ “{% if 'a' in chu_trii %}” dùng tên “chu_trii” không có trong dữ liệu. Có phải “chu_tri” không?",
    ),
    (
        "{{ chu_trii ~ 'a' }}",
        "Thẻ “{{ chu_trii ~ 'a' }}” dùng tên “chu_trii” không có trong dữ liệu. Có phải “chu_tri” không?",
    ),
    (
        "{% for d in dss %}a{% endfor %}",
        "Thẻ “{% for d in dss %}” dùng tên “dss” không có trong dữ liệu. Có phải “ds” không?",
    ),
    # values
    (
        "{% for c in chu %}{{ c }}{% endfor %}",
        "Thẻ “{% for c in chu %}” lặp qua một giá trị không phải là danh sách. "
        "Dùng {{ … }} để in giá trị này, hoặc bộ lọc |doan để tách thành các đoạn.",
    ),
    (
        "{{ 100 / ds[0].so }}",
        "Thẻ “{{ 100 / ds[0].so }}”: phép chia cho số không. Bọc thẻ trong {% if … %} để chỉ tính khi số chia khác 0.",
    ),
    (
        "{{ chu + 1 }}",
        "Thẻ “{{ chu + 1 }}”: kiểu của giá trị không hợp với phép tính hay bộ lọc này. Kiểm tra giá trị là chữ, số hay danh sách.",
    ),
    ("{{ 5000|la_ma }}", "Thẻ “{{ 5000|la_ma }}”: số 5000 không viết được bằng chữ số La Mã (chỉ từ 1 đến 3999)."),
    (
        "{{ chu|duong_ke(2) }}",
        "Thẻ “{{ chu|duong_ke(2) }}”: tỉ lệ của đường kẻ phải lớn hơn 0 và không quá 1, không phải 2.",
    ),
    (
        "{{ chu|truncate(-1) }}",
        "Thẻ “{{ chu|truncate(-1) }}”: không tính được biểu thức này. Kiểm tra giá trị và cách viết của thẻ.",
    ),
]


@pytest.mark.parametrize(("text", "sentence"), DYNAMIC, ids=[case[0] for case in DYNAMIC])
def test_mistakes_that_show_with_data(text: str, sentence: str) -> None:
    assert said(word("a", text), CONTEXT) == [BODY.format(text) + sentence]


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        (
            "{% colspan chu %}",
            "Thẻ “{% colspan chu %}” cần số cột từ 1 đến 63. Viết một số, hoặc tên của một mục là số.",
        ),
        ("{% colspan 0 %}", "Thẻ “{% colspan 0 %}” cần số cột từ 1 đến 63. Viết một số, hoặc tên của một mục là số."),
        (
            "{% cellbg 'đỏ' %}",
            "Thẻ “{% cellbg 'đỏ' %}” cần mã màu sáu chữ số, ví dụ 'D9E2F3'. Chép mã màu (Hex) từ hộp chọn màu của Word.",
        ),
        (
            "{% cellbg maux %}",
            "Thẻ “{% cellbg maux %}” dùng tên “maux” không có trong dữ liệu. "
            "Các tên dùng được: chu, chu_tri, danh_so, ds, nguoi_ky, trong, x.",
        ),
    ],
)
def test_mistakes_in_cells(tag: str, sentence: str) -> None:
    assert said(word([[tag]]), CONTEXT) == [BODY.format(tag) + sentence]


def test_missing_names_are_reported_together_in_all_parts() -> None:
    found = said(word("{{ a }} {{ b.c }}", "{% for x in d %}{{ x }}{% endfor %}", header="{{ e }}", title="{{ f }}"))
    assert [sentence.split("dùng tên ")[1].split(" ")[0] for sentence in found] == ["“a”", "“b”", "“d”", "“e”", "“f”"]
    assert found[3].startswith("Lỗi: mau.docx, đầu trang, đoạn “{{ e }}”: ")
    assert found[4].startswith("Lỗi: mau.docx, thuộc tính của tệp, đoạn “{{ f }}”: ")


def test_the_paragraph_of_an_error_is_the_right_one_among_many() -> None:
    content = [f"Đoạn {n}: {{{{ 1 / (x - {n}) }}}}" for n in range(20)]
    assert said(word(*content), {"x": 13}) == [
        BODY.format("Đoạn 13: {{ 1 / (x - 13) }}")
        + "Thẻ “{{ 1 / (x - 13) }}”: phép chia cho số không. Bọc thẻ trong {% if … %} để chỉ tính khi số chia khác 0."
    ]


def test_a_long_paragraph_is_shortened() -> None:
    (sentence,) = said(word("Căn cứ " * 30 + "{{ zz }}"))
    assert sentence.startswith(BODY.format(("Căn cứ " * 30)[:79].rstrip() + "…"))


def test_names_that_may_be_missing_are_asked_for_so() -> None:
    content = "{% if zz is defined %}a{% endif %}{{ zz|default('b') }}{{ zz.a.b|d('c') }}{{ 'e' if trong }}{% for x in trong %}d{% endfor %}"
    assert said(word(content), CONTEXT) == []
