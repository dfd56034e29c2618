"""What a template may do to a value: ``{{ kinh_phi|so }}``, ``{{ ten|in_hoa }}``. The table stands at the end.

A filter takes the value as it is in the data. It prints nothing for a missing value (None, blank), leaves markup what
it is, and raises ``ValueError`` with a Vietnamese sentence for what it cannot do; the template engine adds the place.
The docstrings are Vietnamese: their first lines are what ``cchc xem`` shows to template authors.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from cchc_docs.text import markup, numbering
from cchc_docs.text import normal as text
from cchc_docs.text.formats import grouped_number, in_prose, long_date, short_date, written_number
from cchc_docs.text.normal import MarkedText
from cchc_docs.text.widths import break_lines, text_width

_EMU_PER_MM = 36_000
_STOPS = re.compile(r"(?:[.;,\s]|/(?=\s*\.))*")  # at the end of a sentence, which is read backwards; ./. among them
# A footnote in marked text (see cchc_docs.text.markup), whose brackets inside are those of citations.
_NOTE = re.compile(r"(?<!\\)\^\[(?:\\.|[^\[\]\\]|\[\[[\w./-]+\]\])*\]", re.DOTALL)
_LINE_EMU = 9_525  # 0.75 pt, the line that Word draws when nothing else is chosen


@dataclass(frozen=True, slots=True)
class RunXml:
    """Whole ``w:r`` elements, printed as they are. ``{id}`` in it becomes a number that is unique in the document."""

    xml: str

    def with_id(self, number: int) -> str:
        """The elements, carrying this drawing number."""
        return self.xml.replace("{id}", str(number))


def as_text(value: object) -> str | None:
    """The characters that ``value`` prints, or None where it is nothing to print (a list, a record).

    None and blanks print nothing, dates ``05/01/2023``, numbers with a decimal comma and no other change (dots for
    thousands are for the filter ``so``).

    >>> as_text(None), as_text(1500), as_text(Decimal("0.5")), as_text(date(2023, 3, 5)), as_text(["a"])
    ('', '1500', '0,5', '05/3/2023', None)
    """
    match value:
        case None:
            return ""
        case str():
            return str(value)
        case bool():
            return "có" if value else "không"
        case int():
            return str(value)
        case float() | Decimal():
            return thap_phan(value)
        case date():
            return ngay(value)
    owner = next(kind for kind in type(value).__mro__ if "__str__" in vars(kind))
    # Lists and records would print as Python code; a kind of value that says itself how it reads is welcome.
    return None if owner is object or owner.__module__.startswith("pydantic") else str(value)


def text_of(value: object) -> str:
    """``value`` as a document prints it, for what makes another text of it: filters, ``~``.

    Raises:
        ValueError: it is nothing to print.
    """
    written = as_text(value)
    if written is None:
        message = f"ở đây cần chữ hay số, không phải {kind_of(value)}."
        raise ValueError(message)
    return written


def kind_of(value: object) -> str:
    """What ``value`` is where it should have been a text, for a message."""
    if isinstance(value, Mapping):
        return "cả một bản ghi"
    if isinstance(value, Iterable) and not hasattr(type(value), "model_fields"):
        return "cả một danh sách"
    return "cả một việc cần tính" if callable(value) else "cả một bản ghi"


def in_hoa(value: object) -> str:
    """Chữ in hoa.

    >>> in_hoa("Kế hoạch")
    'KẾ HOẠCH'
    """
    return _like(value, text_of(value).upper())


def chu_dau_hoa(value: object) -> str:
    """Viết hoa chữ cái đầu, giữ nguyên phần còn lại.

    >>> chu_dau_hoa("đơn vị thuộc Sở")
    'Đơn vị thuộc Sở'
    """
    words = text_of(value)
    return _like(value, words[:1].upper() + words[1:])


def chu_dau_thuong(value: object) -> str:
    """Viết thường chữ cái đầu, ví dụ sau V/v; tên viết tắt (UBND) thì giữ nguyên.

    >>> chu_dau_thuong("Báo cáo kết quả"), chu_dau_thuong("UBND tỉnh")
    ('báo cáo kết quả', 'UBND tỉnh')
    """
    words = text_of(value)
    return words if words[:2].isupper() else _like(value, words[:1].lower() + words[1:])


def la_ma(value: object) -> str:
    """Chữ số La Mã.

    >>> la_ma(4)
    'IV'
    """
    number = _number(value)
    return "" if number is None else numbering.roman(int(number))


def thap_phan(value: Decimal | float) -> str:
    """Số với dấu phẩy thập phân, không có dấu chấm hàng nghìn.

    >>> thap_phan(Decimal("1234.50"))
    '1234,5'
    """
    return so(value).replace(".", "")


def so(value: object, le: int | None = None) -> str:
    """Số có dấu chấm hàng nghìn, dấu phẩy thập phân; ``le`` là số chữ số lẻ (mặc định: như trong dữ liệu).

    >>> so(Decimal("1234567.50")), so(12, le=1), so(-0.25), so("khoảng 100")
    ('1.234.567,5', '12,0', '-0,25', 'khoảng 100')
    """
    number = _number(value)
    if number is None:
        return text_of(value)
    if not number.is_finite():
        message = "giá trị này không phải là số."
        raise ValueError(message)
    if le is not None:
        if not 0 <= le <= 20:
            message = f"số chữ số lẻ phải từ 0 đến 20, không phải {le}."
            raise ValueError(message)
        number = number.quantize(Decimal(1).scaleb(-le), rounding=ROUND_HALF_UP)
        number = number or abs(number)  # no “-0”
    return written_number(number) if le is None else grouped_number(number)


def hai_so(value: object) -> str:
    """Số đếm trong câu văn: dưới mười thì thêm số không ở trước.

    >>> hai_so(5), hai_so(0), hai_so(12), hai_so(2.5)
    ('05', '0', '12', '2,5')
    """
    number = _number(value)
    return so(value) if number is None or not number.is_finite() else in_prose(number)


def ngay(value: object) -> str:
    """Ngày dạng ngắn: ngày hai chữ số, tháng 1 và 2 hai chữ số.

    >>> ngay(date(2023, 1, 5)), ngay(date(2023, 12, 31)), ngay(date(2023, 3, 14))
    ('05/01/2023', '31/12/2023', '14/3/2023')
    """
    if not isinstance(value, date):
        return text_of(value)
    return short_date(value)


def ngay_day_du(value: object) -> str:
    """Ngày viết đủ chữ.

    >>> ngay_day_du(date(2020, 1, 5)), ngay_day_du(date(2020, 3, 15))
    ('ngày 05 tháng 01 năm 2020', 'ngày 15 tháng 3 năm 2020')
    """
    if not isinstance(value, date):
        return text_of(value)
    return long_date(value)


def noi(value: object, dau: str = "; ", cuoi: str | None = None) -> str:
    """Nối danh sách thành một dòng; ``cuoi`` đứng trước phần cuối.

    >>> noi(["Văn phòng", "Thanh tra"]), noi(["a", "b", "c"], ", ", " và ")
    ('Văn phòng; Thanh tra', 'a, b và c')
    """
    parts = _items(value)
    if any(isinstance(part, MarkedText) for part in parts):
        return MarkedText(text.join(map(_with_marks, parts), markup.escape(dau), cuoi and markup.escape(cuoi)))
    return text.join(map(text_of, parts), dau, cuoi)


def doan(value: object) -> list[str]:
    r"""Tách một ô chữ thành các đoạn, bỏ dòng trống.

    >>> doan("Đoạn một.\n\nĐoạn hai.")
    ['Đoạn một.', 'Đoạn hai.']
    """
    words = text_of(value)
    if isinstance(value, MarkedText):
        # A note is one paragraph at the foot of the page, and its marks must stay together.
        words = _NOTE.sub(lambda note: note[0].replace("\n", " "), words)
    return [_like(value, line) for line in words.split("\n") if line.strip()]


def bo_cham(value: object) -> str:
    """Bỏ dấu chấm, chấm phẩy, phẩy, ``./.`` ở cuối để mẫu tự thêm dấu.

    >>> bo_cham("Hoàn thành trong năm 2023."), bo_cham("v.v…;"), bo_cham("nghiêm túc thực hiện ./.")
    ('Hoàn thành trong năm 2023', 'v.v…', 'nghiêm túc thực hiện')
    """
    words = text_of(value).rstrip()
    # A mark may close after the stop: **thực hiện./.**
    stars = words[len(words.rstrip("*")) :] if isinstance(value, MarkedText) else ""
    backwards = words.removesuffix(stars)[::-1]
    return _like(value, _STOPS.sub("", backwards, count=1)[::-1] + stars)


def cau(value: object, dau: str = ".") -> str:
    """Kết thúc bằng đúng một dấu ``dau`` (chấm, chấm phẩy, ``./.``), dù trong dữ liệu có dấu hay chưa.

    >>> cau("Hoàn thành"), cau("Hoàn thành;"), cau("Vì sao?"), cau("Hết ./.", "./.")
    ('Hoàn thành.', 'Hoàn thành.', 'Vì sao?', 'Hết./.')
    """
    words = text_of(value).rstrip()
    if not words or (words[-1] in "?!…:" and dau == "."):
        return _like(value, words)
    return _like(value, bo_cham(_like(value, words)) + (markup.escape(dau) if isinstance(value, MarkedText) else dau))


def ngat_dong(value: object, rong: float, co: float = 14, *, dam: bool = False, nghieng: bool = False) -> str:
    """Ngắt tên dài thành các dòng cân đối trong bề rộng ``rong`` (mm), chữ Times New Roman cỡ ``co`` (pt)."""
    lines = [line for part in _lines(value) for line in break_lines(part, rong, co, bold=dam, italic=nghieng)]
    return "\n".join(lines)


def duong_ke(
    value: object,
    ti_le: float,
    co: float = 14,
    *,
    dam: bool = False,
    nghieng: bool = False,
    toi_da: float | None = None,
) -> RunXml:
    """Đường kẻ liền, dài bằng ``ti_le`` lần dòng chữ ở trên (dòng dài nhất, khi chữ bị ngắt ở bề rộng ``toi_da`` mm).

    ``value`` là dòng chữ ở trên; ``co``, ``dam``, ``nghieng`` là cỡ và kiểu chữ của nó.
    """
    lines = _lines(value)
    if toi_da is not None:
        lines = [line for part in lines for line in break_lines(part, toi_da, co, bold=dam, italic=nghieng)]
    widest = max((text_width(line, co, bold=dam, italic=nghieng) for line in lines), default=0.0)
    if toi_da is not None:
        widest = min(widest, toi_da)
    if not 0 < ti_le <= 1:
        message = f"tỉ lệ của đường kẻ phải lớn hơn 0 và không quá 1, không phải {thap_phan(ti_le)}."
        raise ValueError(message)
    return RunXml(_LINE.replace("{length}", str(round(widest * ti_le * _EMU_PER_MM))))


# A drawing declares its own namespaces, so that it can stand in any part of any template. Word wants the
# mc:AlternateContent around shapes, which Word 2007 did not know.
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_LINE = (
    f'<w:r><mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:wps="{_WPS}" Requires="wps"><w:drawing>'
    f'<wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{{length}}" cy="0"/>'
    '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{id}" name="Đường kẻ {id}"/><wp:cNvGraphicFramePr/>'
    f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_WPS}"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    f'<a:ln w="{_LINE_EMU}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
    "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    "</mc:AlternateContent></w:r>"
)


def _like(value: object, words: str) -> str:
    """``words``, with markup where ``value`` had it."""
    return MarkedText(words) if isinstance(value, MarkedText) else words


def _with_marks(value: object) -> str:
    return value if isinstance(value, MarkedText) else markup.escape(text_of(value))


def _items(value: object) -> list[object]:
    if value is None:
        return []
    if isinstance(value, str) or not isinstance(value, Iterable):
        return [value]
    return list(value)


def _lines(value: object) -> list[str]:
    """The lines to measure: marks take no room."""
    texts = [markup.plain(item) if isinstance(item, MarkedText) else text_of(item) for item in _items(value)]
    return [line for words in texts for line in words.split("\n") if line.strip()]


def _number(value: object) -> Decimal | None:
    """``value`` as a number, or None for text and blanks. A float counts as what it prints (0.1 is 0,1)."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return Decimal(str(value)) if isinstance(value, float) else Decimal(value)


FILTERS: dict[str, Callable[..., object]] = {
    "bo_cham": bo_cham,
    "cau": cau,
    "chu_dau_hoa": chu_dau_hoa,
    "chu_dau_thuong": chu_dau_thuong,
    "doan": doan,
    "duong_ke": duong_ke,
    "hai_so": hai_so,
    "in_hoa": in_hoa,
    "la_ma": la_ma,
    "ngat_dong": ngat_dong,
    "ngay": ngay,
    "ngay_day_du": ngay_day_du,
    "noi": noi,
    "so": so,
    "thap_phan": thap_phan,
}
