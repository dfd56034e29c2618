"""The template of the measurements: a report as offices write it, made by python-docx, and what is filled into it.

The same template serves docxtpl and us, a made-up context and the one of a whole working folder: it uses names that
both have. ``cong_viec`` is a sheet of the office's own, of six columns.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor
from docx.table import _Cell
from lxml import etree

COLUMNS: Mapping[str, str] = {
    "noi_dung": "Nội dung",
    "san_pham": "Sản phẩm",
    "chu_tri": "Chủ trì",
    "thoi_han": "Thời hạn",
    "ket_qua": "Kết quả",
    "ghi_chu": "Ghi chú",
}
"""The loop's columns: the name of each in the data, and its heading."""

_STYLES_OF_WORD = range(30_000, 60_000)
"""Bytes of ``styles.xml`` in a file that Word saved."""
_KEPT_TABLE_STYLES = {"TableNormal", "TableGrid", "LightShading", "LightList", "LightGrid"}
_SECTIONS = (
    "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
    "II. KẾT QUẢ THỰC HIỆN CẢI CÁCH HÀNH CHÍNH",
    "III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
    "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ",
)
_PARAGRAPH = (
    "Thực hiện chương trình tổng thể cải cách hành chính nhà nước, {{ doi_tuong.ten }} đã quán triệt, triển khai "
    "đầy đủ, kịp thời các văn bản chỉ đạo của {{ co_quan.ten }}; xác định rõ trách nhiệm của người đứng đầu trong "
    "tổ chức thực hiện, gắn cải cách hành chính với nhiệm vụ chính trị của đơn vị, với thi đua, khen thưởng hằng năm."
)


def write_template(path: Path) -> None:
    """The template as ``path``."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(13)
    _head(document)
    _body(document)
    _signature(document)
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.header.paragraphs[0].add_run("{{ van_ban.so_ky_hieu }}")
    section.footer.paragraphs[0].add_run("{{ co_quan.ten }} - {{ doi_tuong.ten }}")
    _slim(document)
    document.save(str(path))


def _head(document: Any) -> None:
    left, right = document.add_table(1, 2).rows[0].cells
    _centred(left, "{{ co_quan.co_quan_chu_quan }}", "{{ co_quan.ten }}", "{{ van_ban.so_ky_hieu }}")
    motto = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "{{ van_ban.dia_danh_ngay }}")
    _centred(right, *motto)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("BÁO CÁO").bold = True
    title.add_run("\nKết quả công tác cải cách hành chính của {{ doi_tuong.ten }}")
    for text in ("{%p for mot in kinh_gui %}", "Kính gửi: {{ mot }}", "{%p endfor %}"):
        document.add_paragraph(text)


def _centred(cell: _Cell, *lines: str) -> None:
    cell.paragraphs[0].text = lines[0]
    for text in lines[1:]:
        cell.add_paragraph(text)
    for number, paragraph in enumerate(cell.paragraphs):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.runs[0].bold = number == 1


def _body(document: Any) -> None:
    for heading in _SECTIONS:
        document.add_heading(heading, 1)
        for number in range(1, 5):
            document.add_heading(f"{number}. Nội dung thứ {number}", 2)
            document.add_paragraph(_PARAGRAPH)
            document.add_paragraph(
                "Kết quả cụ thể tại {{ doi_tuong.ten }} ({{ doi_tuong.ma }}) như sau:", "List Bullet"
            )
    document.add_heading("PHỤ LỤC", 1)
    table = document.add_table(1, len(COLUMNS), "Table Grid")
    for cell, heading in zip(table.rows[0].cells, COLUMNS.values(), strict=True):
        _set_bold(cell, heading)
    table.add_row().cells[0].text = "{%tr for viec in cong_viec %}"
    for cell, name in zip(table.add_row().cells, COLUMNS, strict=True):
        _format(cell, f"{{{{ viec.{name} }}}}")
    table.add_row().cells[0].text = "{%tr endfor %}"


def _format(cell: _Cell, text: str) -> None:
    """A cell as an office formats it: by hand, so that Word saves each property with each paragraph and each run."""
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    font = paragraph.add_run(text).font
    font.name, font.size, font.color.rgb = "Times New Roman", Pt(11), RGBColor(0, 0, 0)


def _signature(document: Any) -> None:
    left, right = document.add_table(1, 2).rows[0].cells
    _set_bold(left, "Nơi nhận:")
    for text in ("{%p for noi in noi_nhan %}", "- {{ noi }};", "{%p endfor %}", "- Lưu: {{ luu }}."):
        left.add_paragraph(text)
    right.paragraphs[0].text = "{%p for dong in nguoi_ky.dong %}"
    for text in ("{{ dong }}", "{%p endfor %}", "{{ nguoi_ky.ho_ten }}"):
        right.add_paragraph(text)


def _set_bold(cell: _Cell, text: str) -> None:
    cell.paragraphs[0].add_run(text).bold = True


def _slim(document: Any) -> None:
    """Leave of python-docx's 800 KB of styles as much as a file has that Word saved."""
    styles = document.styles.element
    for style in list(document.styles):
        if style.type.name == "TABLE" and style.style_id not in _KEPT_TABLE_STYLES:
            styles.remove(style.element)
    package = document.part.package
    for part in (document.part, package):
        for number, relation in list(part.rels.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                del part.rels[number]
    size = len(etree.tostring(styles))
    if size not in _STYLES_OF_WORD:
        raise ValueError(f"styles.xml has {size} bytes, which no file of Word has")


def contexts(rows: int) -> Iterator[dict[str, object]]:
    """Made-up data without end, each different; ``rows`` rows in the loop. One text in ten needs escaping."""
    work = [
        {
            "noi_dung": f"Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý, đợt {row + 1}",
            "san_pham": "Quyết định & phụ lục" if row % 2 else "Báo cáo, kế hoạch",
            "chu_tri": f"Phòng chuyên môn số {row % 12 + 1}",
            "thoi_han": f"Tháng {row % 12 + 1}/2025",
            "ket_qua": f"{row * 7 % 101} %",
            "ghi_chu": "",
        }
        for row in range(rows)
    ]
    number = 0
    while True:
        number += 1
        yield {
            "co_quan": {"ten": "UBND xã Hữu Lũng", "co_quan_chu_quan": "UBND tỉnh Lạng Sơn"},
            "van_ban": {"so_ky_hieu": f"Số: {number}/BC-UBND", "dia_danh_ngay": "Hữu Lũng, ngày 15 tháng 12 năm 2025"},
            "doi_tuong": {"ma": f"X{number}", "ten": f"Xã số {number}"},
            "kinh_gui": ["Sở Nội vụ", "Văn phòng UBND tỉnh"],
            "noi_nhan": ["Như trên", "Đảng ủy (để b/c)", "HĐND (để b/c)"],
            "luu": "VT, VP",
            "nguoi_ky": {"dong": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "ho_ten": "Nguyễn Văn A"},
            "cong_viec": work,
        }
