"""``cchc kiem-tra MAU.docx``: each mistake of a template with its paragraph, tag, reason and hint, all at once."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from cchc_docs.authoring import judge
from cchc_docs.authoring.judge import judge_template
from cchc_docs.authoring.scaffold import NewType, create_type
from cchc_docs.commands.make import make
from cchc_docs.documents.types import DocumentType
from cchc_docs.files import example_file, example_files, shipped
from cchc_docs.problems import Place, Problem, Severity
from cchc_docs.text.normal import MarkedText
from cchc_docs.word.check.rules import RULES
from tests.helpers import data_file
from tests.sound.samples import P, box
from tests.word.template.word import part, rendered, with_part, word

YAML = "loai_van_ban: {tieu_de: Thử, ten_loai: Thông báo, viet_tat: TB, the_thuc: bieu_mau_rieng}\n"
MISSING_NAME = "Thẻ “{}” dùng tên “{}” không có trong {}. Có phải “{}” không?"


OF_THE_DECREE = {rule.id for rule in RULES}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with the example's data."""
    (tmp_path / "templates").mkdir()
    shutil.copy(example_file(), tmp_path / "du_lieu.xlsx")
    return tmp_path


def judged(folder: Path, template: bytes, yaml: str = YAML, du_lieu: Path | None = None) -> list[str]:
    """What is said of a template itself; its documents, a line or two without any layout, break rules of the decree."""
    path = folder / "templates" / "mau.docx"
    path.write_bytes(template)
    if yaml:
        path.with_suffix(".yaml").write_text(yaml, encoding="utf-8")
    problems = judge_template(path, du_lieu=du_lieu).problems
    return [str(problem) for problem in problems if problem.code not in OF_THE_DECREE]


# -- Every mistake, wherever a tag can stand


@dataclass(frozen=True)
class Mistake:
    """A paragraph with a mistake, what is said of it, and the paragraph as the message shows it."""

    text: str
    said: str
    severity: str = "Lỗi"
    shown: str = ""

    @property
    def xml(self) -> str:
        return self.text if self.text.startswith("<w:p>") else P.format(self.text)


MISTAKES = {
    "a name that is not there": Mistake(
        "{{ co_qan.ten }}", MISSING_NAME.format("{{ co_qan.ten }}", "co_qan", "dữ liệu", "co_quan")
    ),
    "a name that is not there, below another": Mistake(
        "{{ nguoi_ky.ho_tenn }}", MISSING_NAME.format("{{ nguoi_ky.ho_tenn }}", "ho_tenn", "mục đó", "ho_ten")
    ),
    "a name that is not there, in the rows of a loop": Mistake(
        "{% for u in don_vi %}{{ u.linh_vuc[0].ten_trong_bao_cap }}{% endfor %}",
        MISSING_NAME.format(
            "{{ u.linh_vuc[0].ten_trong_bao_cap }}", "ten_trong_bao_cap", "mục đó", "ten_trong_bao_cao"
        ),
    ),
    "a name that a filter asks for": Mistake(
        '{{ nhiem_vu|selectattr("theo_doii")|list|length }}',
        MISSING_NAME.format('{{ nhiem_vu|selectattr("theo_doii")|list|length }}', "theo_doii", "mục đó", "theo_doi"),
    ),
    "syntax": Mistake(
        "Số {{ a b }}",
        "Thẻ “{{ a b }}” viết sai cú pháp. Kiểm tra dấu ngoặc, dấu nháy, dấu | và khoảng trắng trong thẻ.",
    ),
    "a block that is not closed": Mistake(
        "{%p if trich_yeu %}", "Khối mở bằng thẻ “{%p if trich_yeu %}” chưa được đóng. Thêm {%p endif %} ở cuối khối."
    ),
    "a block that was not opened": Mistake(
        "a {% endif %}",
        "Thẻ “{% endif %}” không có {% if … %} nào đứng trước để đóng. Thêm {% if … %} ở đầu khối, hoặc bỏ thẻ này.",
    ),
    "a tag that is not closed": Mistake(
        "Gửi {{ trich_yeu }",
        "Thẻ “{{ trich_yeu }” không có dấu đóng trong đoạn này. Đóng {{ bằng }}, {% bằng %}, {# bằng #} trong cùng một "
        "đoạn. Muốn in hai dấu ngoặc: {{ '{{' }}.",
    ),
    "a tag that is not opened": Mistake(
        "trich_yeu }} hết",
        "Dấu đóng “}}” không có dấu mở thẻ trong đoạn này nên sẽ được in nguyên. "
        "Mở {{ và đóng }}, mở {% và đóng %} trong cùng một đoạn.",
    ),
    "braces apart": Mistake(
        "{ { trich_yeu } }",
        "Hai dấu “{ {” bị tách rời nên không thành thẻ và sẽ được in nguyên. Gõ liền hai dấu: {{ … }} hoặc {% … %}.",
    ),
    "a single brace": Mistake(
        "Gửi {trich_yeu}",
        "Chữ “{trich_yeu}” giống một thẻ nhưng không phải thẻ nên sẽ được in nguyên. "
        "Nếu là thẻ thì viết {{ trich_yeu }}.",
        "Cảnh báo",
    ),
    "a merge field": Mistake(
        "Gửi «trich_yeu»",
        "Chữ “«trich_yeu»” giống một thẻ nhưng không phải thẻ nên sẽ được in nguyên. "
        "Nếu là thẻ thì viết {{ trich_yeu }}.",
        "Cảnh báo",
    ),
    "a dash that Word corrected": Mistake(
        "{{ don_vi|length – 1 }}",
        "Thẻ “{{ don_vi|length – 1 }}” có dấu “–” do Word tự đổi, nên không đọc được. "
        "Gõ lại bằng dấu gạch nối “-”, rồi bấm Ctrl+Z nếu Word lại đổi.",
    ),
    "a dash that Word corrected, in a statement": Mistake(
        "{%– set a = 1 %}",
        "Thẻ “{%– set a = 1 %}” có dấu “–” do Word tự đổi, nên không đọc được. "
        "Gõ lại bằng dấu gạch nối “-”, rồi bấm Ctrl+Z nếu Word lại đổi.",
    ),
    "dots that Word corrected": Mistake(
        "{{ trich_yeu… }}",
        "Thẻ “{{ trich_yeu… }}” có dấu “…” do Word tự đổi, nên không đọc được. Gõ lại dấu “...” bằng ba dấu chấm.",
    ),
    "quotes that Word corrected": Mistake(
        "{{ trich_yeu|cau(“;”) }}",
        "Thẻ “{{ trich_yeu|cau(“;”) }}” có dấu nháy cong do Word tự đổi; máy vẫn hiểu là dấu nháy thẳng. Không bắt buộc "
        "sửa. Muốn Word thôi tự đổi: File > Options > Proofing > AutoCorrect Options > AutoFormat As You Type.",
        "Lưu ý",
    ),
    "a space that Word corrected": Mistake(
        "{{\u00a0trich_yeu }}",
        "Thẻ “{{\u00a0trich_yeu }}” có khoảng trắng đặc biệt do Word tự đổi; máy vẫn hiểu là khoảng trắng thường. Không bắt "
        "buộc sửa. Muốn Word thôi tự đổi: File > Options > Proofing > AutoCorrect Options > AutoFormat As You Type.",
        "Lưu ý",
        "{{ trich_yeu }}",
    ),
    "a command that Word made a capital of": Mistake(
        "{% If trich_yeu %}", "Thẻ “{% If trich_yeu %}” dùng lệnh “If” mà mẫu không có. Có phải “if” không?"
    ),
    "an unknown filter": Mistake(
        "{{ trich_yeu|in_ho }}",
        "Thẻ “{{ trich_yeu|in_ho }}” dùng bộ lọc “in_ho” mà mẫu không có. Có phải “in_hoa” không?",
    ),
    "a filter that is given too much": Mistake(
        "{{ trich_yeu|in_hoa(1) }}",
        "Thẻ “{{ trich_yeu|in_hoa(1) }}” dùng bộ lọc “in_hoa” với những giá trị trong ngoặc không đúng. "
        "Cách viết: |in_hoa.",
    ),
    "a filter that is given what it does not know": Mistake(
        "{{ trich_yeu|duong_ke(0.4, mau=1) }}",
        "Thẻ “{{ trich_yeu|duong_ke(0.4, mau=1) }}” dùng bộ lọc “duong_ke” với những giá trị trong ngoặc không đúng. "
        "Cách viết: |duong_ke(ti_le, co, dam=…, nghieng=…, toi_da=…); co, dam, nghieng, toi_da có thể bỏ.",
    ),
    "text that would vanish": Mistake(
        "Kính gửi: {%p set a = 1 %}",
        "Thẻ “{%p set a = 1 %}” thay cho cả đoạn, nên phần đứng cùng sẽ mất: “Kính gửi:”. "
        "Để thẻ này một mình trong đoạn, chuyển phần kia sang đoạn khác.",
    ),
    "a tag in a tracked deletion": Mistake(
        '<w:p><w:del w:id="7" w:author="A"><w:r><w:delText>{{ trich_yeu }}</w:delText></w:r></w:del></w:p>',
        "Thẻ “{{ trich_yeu }}” nằm trong phần đã xóa hoặc chuyển đi mà Track Changes còn giữ lại. "
        "Trong Word: Review > Accept để xóa hẳn, hoặc Reject để giữ lại thẻ.",
        shown="{{ trich_yeu }}",
    ),
}
LOOPS = "".join(map(P.format, ["{%p for x in don_vi %}", "{%p for y in noi_nhan %}"]))
ENDS = P.format("{%p endfor %}") * 2
MEMBERS = {
    "thân văn bản": "word/document.xml",
    "đầu trang": "word/header1.xml",
    "chân trang": "word/footer1.xml",
    "chú thích": "word/footnotes.xml",
}
PLACES = {
    # where it stands: (part as messages call it, what is put around the paragraphs)
    "body": ("thân văn bản", "{}"),
    "header": ("đầu trang", "{}"),
    "footer": ("chân trang", "{}"),
    "footnote": ("chú thích", "{}"),
    "text box": ("thân văn bản", box("CHỖ NÀY").replace(P.format("CHỖ NÀY"), "{}")),
    "nested loops": ("thân văn bản", f"{LOOPS}{{}}{ENDS}"),
}


def template_with(paragraphs: str, place: str) -> tuple[bytes, str]:
    """A template that has these paragraphs there; the part as messages call it."""
    whole = rendered("{{ x }}", context={"x": MarkedText("a^[HERE]")}, header="HERE", footer="HERE")
    label, around = PLACES[place]
    xml = part(whole, MEMBERS[label])
    if label == "thân văn bản":
        xml = xml.replace("<w:sectPr", around.replace("{}", paragraphs, 1) + "<w:sectPr", 1)
    else:
        xml = re.sub(r"<w:p>(?:(?!<w:p>).)*HERE.*?</w:p>", lambda _: paragraphs, xml, flags=re.DOTALL)
    return with_part(whole, {MEMBERS[label]: xml}), label


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_said_with_its_place(folder: Path, name: str, place: str) -> None:
    mistake = MISTAKES[name]
    template, label = template_with(mistake.xml, place)
    told = [one for one in judged(folder, template) if "Track Changes chưa chốt" not in one]
    assert told == [f"{mistake.severity}: mau.docx, {label}, đoạn “{mistake.shown or mistake.text}”: {mistake.said}"]


@pytest.mark.parametrize("place", PLACES)
def test_all_mistakes_are_said_at_once(folder: Path, place: str) -> None:
    apart = {"a block that is not closed"}  # the endif of the next one would close it
    mistakes = [mistake for name, mistake in MISTAKES.items() if name not in apart]
    template, label = template_with("".join(mistake.xml for mistake in mistakes), place)
    told = [one for one in judged(folder, template) if "Track Changes chưa chốt" not in one]
    assert sorted(told) == sorted(
        f"{one.severity}: mau.docx, {label}, đoạn “{one.shown or one.text}”: {one.said}" for one in mistakes
    )


# -- Names


@pytest.mark.parametrize(
    "text",
    [
        "{{ khong_co|default('…') }}",
        "{% if khong_co is defined %}a{% endif %}",
        "{{ co_quan.khong_co|d('…') }}",
        "{% for dong in don_vi %}{% if loop.index > 1 %}{{ loop.previtem.ten }}{% endif %}{% endfor %}",
        "{% set ten = co_quan.ten %}{{ ten }}",
        "{% with a = 1, b = co_quan %}{{ a }}{{ b.ten }}{% endwith %}",
        "{% for nhom in don_vi|groupby('loai') %}{{ nhom.grouper }}{% for u in nhom.list %}{{ u.ten }}{% endfor %}{% endfor %}",
        "{% for hang in don_vi|batch(2) %}{% for u in hang %}{{ u.ten }}{% endfor %}{% endfor %}",
        "{{ (don_vi|first).ten }}{{ don_vi[0].linh_vuc|map(attribute='ma')|noi }}",
        "{{ nhiem_vu|map(attribute='chu_tri')|map('list')|sum(start=[])|length }}",
        "{{ danh_so.khoan() }}{{ range(3)|noi }}{{ co_quan.ten.upper() }}{{ van_ban.ngay.year if van_ban.ngay }}",
        "{% for dong in trich_yeu|doan %}{{ dong }}{% endfor %}{{ nguoi_ky.thu_truong }}",
    ],
)
def test_what_a_template_may_ask_for(folder: Path, text: str) -> None:
    assert [one for one in judged(folder, word(text)) if not one.startswith("Cảnh báo")] == []


@pytest.mark.parametrize(
    ("text", "tag", "name"),
    [
        ("{% for u in don_vi %}{% endfor %}{{ u.ten }}", "{{ u.ten }}", "u"),
        ("{{ loop.index }}", "{{ loop.index }}", "loop"),
        ("{{ loopp|default(khong_co) }}", "{{ loopp|default(khong_co) }}", "khong_co"),
    ],
)
def test_names_of_a_loop_end_with_it(folder: Path, text: str, tag: str, name: str) -> None:
    (sentence,) = judged(folder, word(text))
    assert f"Thẻ “{tag}” dùng tên “{name}” không có trong dữ liệu." in sentence


def test_names_are_held_against_the_columns_that_the_clerk_added(folder: Path) -> None:
    data = data_file(
        folder,
        """\
        nguoi_ky:
          - {chuc_vu: Giám đốc, ho_ten: Lê A}
        thanh_vien:
          - {Họ tên: Trần B, Chức vụ: Trưởng phòng}
        don_vi:
          - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không, Email: a@b.vn}
        """,
    )
    text = "{{ doi_tuong.ho_ten }} {{ doi_tuong.chuc_vuu }} {{ don_vi[0].email }} {{ thanh_vien[0].ho_tenn }}"
    assert judged(folder, word(text), YAML.replace("}", ", pham_vi: Thành viên}"), data) == [
        f"Lỗi: mau.docx, thân văn bản, đoạn “{text[:79]}…”: " + MISSING_NAME.format(tag, name, "mục đó", near)
        for tag, name, near in (
            ("{{ doi_tuong.chuc_vuu }}", "chuc_vuu", "chuc_vu"),
            ("{{ thanh_vien[0].ho_tenn }}", "ho_tenn", "ho_ten"),
        )
    ]


def test_a_type_that_the_data_cannot_make_yet_is_read_all_the_same(folder: Path) -> None:
    data = data_file(folder, "thanh_vien:\n  - {Họ tên: Trần B}\n")
    yaml = YAML.replace("}", ", tinh: [ke_hoach], can: [ke_hoach]}")
    text = "{{ muc_dich|noi }}{{ linh_vuc[0].giai_phapp }}{{ thanh_vien[0].ho_ten }}"
    assert [one.split(": ", 2)[2] for one in judged(folder, word(text), yaml, data)] == [
        MISSING_NAME.format("{{ linh_vuc[0].giai_phapp }}", "giai_phapp", "mục đó", "giai_phap")
    ]


def test_a_branch_that_no_data_reaches_is_read_too(folder: Path) -> None:
    (sentence,) = judged(folder, word("{% if 1 == 2 %}{% for x in can_cu %}{{ co_quan.tenn }}{% endfor %}{% endif %}"))
    assert MISSING_NAME.format("{{ co_quan.tenn }}", "tenn", "mục đó", "ten") in sentence


# -- Parts of an official document


def test_parts_that_an_official_document_must_have(folder: Path) -> None:
    told = judged(folder, word("Thân"), YAML.replace(", the_thuc: bieu_mau_rieng", ""))
    assert [one.split(", thành phần")[0].removeprefix("Cảnh báo: mau.docx: Mẫu chưa có ") for one in told] == [
        "Quốc hiệu",
        "Tiêu ngữ",
        "tên cơ quan ban hành",
        "số, ký hiệu",
        "địa danh và thời gian ban hành",
        "tên loại văn bản",
        "trích yếu",
        "chức vụ của người ký",
        "họ tên người ký",
        "nơi nhận",
        "dòng lưu ở cuối nơi nhận",
    ]
    assert told[0] == (
        "Cảnh báo: mau.docx: Mẫu chưa có Quốc hiệu, thành phần bắt buộc của văn bản hành chính (NĐ 30/2020/NĐ-CP, Điều 8). "
        "Thêm dòng “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”, hoặc chép lại khối ấy từ một mẫu có sẵn."
    )
    assert told[3] == (
        "Cảnh báo: mau.docx: Mẫu chưa có số, ký hiệu, thành phần bắt buộc của văn bản hành chính (NĐ 30/2020/NĐ-CP, Điều "
        "8). Thêm {{ van_ban.so_ky_hieu }}, hoặc chép lại khối ấy từ một mẫu có sẵn."
    )


def test_a_form_with_rules_of_its_own_needs_none_of_them(folder: Path) -> None:
    assert judged(folder, word("Thân")) == []


# -- Tried with data


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{{ don_vi[0].ten }}",
            "Cảnh báo: mau.docx, thân văn bản, đoạn “{{ don_vi[0].ten }}”: Khi các trang không có dòng nào: Thẻ "
            "“{{ don_vi[0].ten }}” dùng tên “0” không có trong mục đó.",
        ),
        (
            "{{ don_vi[1].ten }}",
            "Cảnh báo: mau.docx, thân văn bản, đoạn “{{ don_vi[1].ten }}”: Khi mỗi trang chỉ có một dòng: Thẻ "
            "“{{ don_vi[1].ten }}” dùng tên “1” không có trong mục đó.",
        ),
        (
            "{{ (nhiem_vu|last).theo_doi.ten }}",
            "Lỗi: mau.docx, thân văn bản, đoạn “{{ (nhiem_vu|last).theo_doi.ten }}”: Thẻ "
            "“{{ (nhiem_vu|last).theo_doi.ten }}” lấy “ten” của một mục đang để trống. "
            "Điền mục đó, hoặc bọc thẻ trong {% if … %} … {% endif %}.",
        ),
        (
            "{{ nhiem_vu[0].thoi_han.nguyen_van }}",
            "Cảnh báo: mau.docx, thân văn bản, đoạn “{{ nhiem_vu[0].thoi_han.nguyen_van }}”: Khi các mục không bắt buộc để "
            "trống: Thẻ “{{ nhiem_vu[0].thoi_han.nguyen_van }}” lấy “nguyen_van” của một mục đang để trống. "
            "Điền mục đó, hoặc bọc thẻ trong {% if … %} … {% endif %}.",
        ),
        ("{% if don_vi|length %}{{ (don_vi|length - (don_vi[0].ten|length > 100))|la_ma }}{% endif %}", ""),
        (
            "{% if co_quan.dia_danh|length > 100 %}{{ 1 / 0 }}{% endif %}",
            "Cảnh báo: mau.docx, thân văn bản, đoạn “{% if co_quan.dia_danh|length > 100 %}{{ 1 / 0 }}{% endif %}”: Khi các ô "
            "chữ rất dài: Thẻ “{{ 1 / 0 }}”: phép chia cho số không. "
            "Bọc thẻ trong {% if … %} để chỉ tính khi số chia khác 0.",
        ),
    ],
)
def test_data_that_other_offices_might_have(folder: Path, text: str, said: str) -> None:
    told = judged(folder, word(text))
    assert (said in told) if said else told == []


def test_a_template_for_rows_that_no_data_file_has_yet(folder: Path) -> None:
    yaml = YAML.replace("}", ", pham_vi: Thành viên}")
    assert judged(folder, word("{{ doi_tuong.gi_cung_duoc }}"), yaml) == [
        "Lưu ý: mau.docx: Chưa làm thử được văn bản vì tệp du_lieu.xlsx chưa có trang “thanh_vien”. "
        "Thêm trang ấy vào tệp dữ liệu."
    ]
    (folder / "du_lieu.xlsx").unlink()
    assert judged(folder, word("{{ doi_tuong.gi_cung_duoc }}"), yaml) == [
        "Lưu ý: mau.docx: Chưa làm thử được văn bản vì tệp so_vhttdl_lang_son_2023.xlsx chưa có trang “thanh_vien”. "
        "Chỉ ra tệp dữ liệu có trang ấy: --du-lieu TỆP."
    ]


def test_a_data_file_that_is_wrong_itself(folder: Path) -> None:
    data = data_file(folder, "nguoi_ky:\n  - {chuc_vu: Phó Giám đốc, ho_ten: Lê A}\n")
    assert judged(folder, word("{{ co_quan.ten }}"), du_lieu=data) == [
        "Lưu ý: mau.docx: Chưa làm thử được văn bản vì tệp thu.yaml còn lỗi. Soát tệp dữ liệu trước: cchc kiem-tra thu.yaml."
    ]


def test_a_template_without_its_yaml_is_judged_all_the_same(folder: Path) -> None:
    told = judged(folder, word("{{ co_quan.tenn }}"), "")
    assert told[0].startswith("Lỗi: mau.docx: Mẫu này thiếu tệp .yaml đi kèm nên chưa phải là một loại văn bản.")
    assert "“tenn”" in told[1]


def test_a_template_is_judged_as_one_of_the_type_that_is_named(folder: Path) -> None:
    path = folder / "mau.docx"
    path.write_bytes(word("{% for x in linh_vuc %}{{ x.chi_tieu|length }}{{ x.giai_phapp }}{% endfor %}"))
    told = [
        str(problem) for problem in judge_template(path, loai="Kế hoạch").problems if problem.code == "ten_khong_co"
    ]
    assert len(told) == 1
    assert MISSING_NAME.format("{{ x.giai_phapp }}", "giai_phapp", "mục đó", "giai_phap") in told[0]
    told = [str(problem) for problem in judge_template(path, loai="khong_co").problems]
    assert told[0].startswith("Lỗi: Không có loại văn bản “khong_co”.")


def test_what_judges_finished_documents_is_given_the_one_made_from_the_data(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge_margins(content: bytes, loai: DocumentType, where: Place) -> list[Problem]:
        assert loai.settings.the_thuc == "bieu_mau_rieng"
        assert "Sở Văn hóa" in part(content, "word/document.xml")
        return [Problem("tep_word_hong", Severity.ERROR, where, "Lề trái hẹp.")]

    monkeypatch.setattr(judge, "FINISHED", (judge_margins,))
    assert judged(folder, word("{{ co_quan.ten }}")) == ["Lỗi: mau.docx: Lề trái hẹp."]


def narrow(xml: str) -> str:
    """The same with a left margin of 10 mm."""
    return re.sub(r'(<w:pgMar [^>]*w:left=)"\d+"', r'\1"567"', xml)


def test_the_document_of_a_template_is_judged_by_the_decree(folder: Path) -> None:
    template, _ = create_type(folder, NewType("thu", "thong_bao")).made
    name = "word/document.xml"
    template.write_bytes(with_part(template.read_bytes(), {name: narrow(part(template.read_bytes(), name))}))
    assert [str(problem) for problem in judge_template(template).problems] == [
        "Lỗi: thu.docx, trang giấy: Lề trái đang là 10 mm. Phải từ 30 đến 35 mm (Layout > Margins). (PG-04: NĐ 30/2020, "
        "Phụ lục I, Phần I, Mục I, khoản 3)"
    ]


@pytest.mark.parametrize("path", sorted(shipped("templates").glob("[!_]*.docx")), ids=lambda path: path.stem)
def test_the_shipped_templates_pass(path: Path) -> None:
    assert [str(problem) for problem in judge_template(path).problems] == []


@pytest.mark.parametrize("scope", ["", "Đơn vị", "Nhiệm vụ"])
def test_blank_kinds_and_copies_pass(folder: Path, scope: str) -> None:
    for kind in (
        "cong_van",
        "quyet_dinh",
        "bien_ban",
        "giay_moi",
        "thong_bao",
        "bao_cao_trang",
        "ke_hoach_trang",
        "ke_hoach",
    ):
        template, _ = create_type(folder, NewType(f"thu_{kind}", kind, pham_vi=scope)).made
        assert [str(problem) for problem in judge_template(template).problems] == []


# -- cchc tao says the same


def test_a_broken_template_makes_nothing_and_is_told_in_the_same_words(folder: Path) -> None:
    of_names = {name for name in MISTAKES if "name" in name}
    errors = [one for name, one in MISTAKES.items() if one.severity == "Lỗi" and name not in of_names]
    errors.remove(MISTAKES["a block that is not closed"])  # the endif of the next one would close it
    template, _ = template_with("".join(one.xml for one in errors), "body")
    told = [one for one in judged(folder, template) if "Track Changes chưa chốt" not in one]
    result = make(folder / "du_lieu.xlsx", folder / "output", types=["mau"])
    (document,) = result.documents
    assert sorted(str(one) for one in document.problems if "Track Changes chưa chốt" not in str(one)) == sorted(told)
    assert len(told) == len(errors) > 8
    assert not list((folder / "output").rglob("*.docx"))


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ a b }}", "viết sai cú pháp. Kiểm tra dấu ngoặc, dấu nháy, dấu | và khoảng trắng trong thẻ."),
        ("{{ doi_tuong.tenn }}", "dùng tên “tenn” không có trong mục đó. Có phải “ten” không?"),
    ],
)
def test_a_broken_template_for_many_rows_is_told_once(folder: Path, tag: str, said: str) -> None:
    judged(folder, word(tag), YAML.replace("}", ", pham_vi: Đơn vị}"))
    result = make(folder / "du_lieu.xlsx", folder / "output", types=["mau"])
    told = {str(problem) for one in result.documents for problem in one.problems}
    assert [str(one.state) for one in result.documents] == ["loi"] * 9
    assert told == {f"Lỗi: mau.docx, thân văn bản, đoạn “{tag}”: Thẻ “{tag}” {said}"}
    assert not list((folder / "output").rglob("*.docx"))


def test_a_report_is_tried_where_the_data_file_has_a_period(folder: Path) -> None:
    template, _ = create_type(folder, NewType("thu", "bao_cao")).made
    assert [str(problem) for problem in judge_template(template).problems] == [
        "Lưu ý: thu.docx: Chưa làm thử được văn bản vì tệp du_lieu.xlsx không có gì để làm loại này. Chỉ ra tệp dữ liệu "
        "làm được: --du-lieu TỆP."
    ]
    shutil.copy(example_files()[1], folder / "du_lieu.xlsx")
    assert [str(problem) for problem in judge_template(template).problems] == []
