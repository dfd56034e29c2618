"""Kinds of value: how a raw cell becomes what a record holds, and what a blank form offers for it.

A ``Kind`` is the one place for a kind of value: its name in the vocabulary, its reader, its choices. Records use it
as ``Annotated[Decimal, SO]``; pydantic calls the reader, ``cchc_docs.workbook`` asks it for drop-downs and formats.
Readers raise ``Unreadable`` with a whole Vietnamese sentence, never anything else.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from cchc_docs import deadline, markup
from cchc_docs.deadline import LoaiThoiHan, ThoiHan
from cchc_docs.formats import plain_number, short_date
from cchc_docs.problems import did_you_mean
from cchc_docs.read.source import BadCell, Percent, Raw
from cchc_docs.text import MarkedText, fold, key


class Unreadable(ValueError):
    """A cell that cannot be read as its kind. ``what`` and ``hint`` are sentences for the person who mends it."""

    def __init__(self, code: str, what: str, hint: str = "") -> None:
        self.code, self.what, self.hint = code, what, hint
        super().__init__(what)


class AlreadyReported(ValueError):
    """The cell refers to a row that was reported as bad itself: nothing more to say."""


class Lookup(Protocol):
    """What references need to know of the other sheets."""

    def find(self, sheet_key: str, name: str) -> object | None:
        """The record that ``name`` (code, name or alias) means; None if there is none. Raises AlreadyReported."""

    def names(self, sheet_key: str) -> Sequence[str]:
        """All names by which records of the sheet can be called, for suggestions."""

    def title(self, sheet_key: str) -> str:
        """The sheet's name as the office knows it: *Đơn vị*."""


@dataclass(slots=True)
class Remark:
    """Something worth saying of a value that could be read: a *lưu ý*, or a *cảnh báo* where ``grave``."""

    field: str
    code: str
    what: str
    hint: str
    grave: bool


@dataclass(slots=True)
class Context:
    """What a reader may ask while it reads one row."""

    lookup: Lookup
    year: int | None = None
    """The plan's year: completes deadlines such as *Trước ngày 15/12*."""
    field_name: str = ""
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, code: str, what: str, hint: str = "", *, grave: bool = False) -> None:
        """Note something about the value being read; its place follows from the row and the field."""
        self.remarks.append(Remark(self.field_name, code, what, hint, grave))


Reader = Callable[[Raw, Context], Any]


@dataclass(frozen=True)
class Kind:
    """A kind of value, as the vocabulary names it (``chữ``, ``số đếm``, ``tham chiếu: Đơn vị; nhiều`` …)."""

    name: str
    read: Reader
    example: str = ""
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    many: bool = False
    only_suggests: bool = False
    """Whether other values than ``choices`` are welcome too."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._validate)

    def _validate(self, raw: Any, info: ValidationInfo) -> Any:
        context = info.context
        if not isinstance(context, Context):
            raise TypeError("a record is validated with a fields.Context")
        context.field_name = info.field_name or ""
        return self.read(raw, context)


# --- text ---------------------------------------------------------------------------------------------------------


def as_text(raw: Raw) -> str:
    """A raw cell as an office would write it: decimal comma, ``15/01/2026``, ``99%``, ``có``/``không``.

    >>> as_text(Decimal("0.5")), as_text(date(2026, 3, 5)), as_text(Percent(Decimal(99))), as_text(True)
    ('0,5', '05/3/2026', '99%', 'có')
    """
    match raw:
        case None:
            return ""
        case str():
            return raw
        case bool():
            return "có" if raw else "không"
        case Percent(value):
            return as_text(value) + "%"
        case Decimal():
            return plain_number(raw)
        case datetime():
            return f"{raw:%H:%M} {short_date(raw)}"
        case date():
            return short_date(raw)
        case time():
            return f"{raw:%H:%M}"
        case BadCell():
            raise Unreadable(raw.code, raw.what, raw.hint)
        case _:
            return str(raw)


def _read_words(raw: Raw, _: Context) -> str:
    return " ".join(as_text(raw).split())


def _read_marked(raw: Raw, context: Context) -> MarkedText:
    text = MarkedText(as_text(raw))
    for mark in markup.parse(text).unclosed:
        context.remark(
            "dau_chua_dong",
            f"Dấu “{mark}” mở ra mà không đóng lại, nên được in như chữ thường.",
            "Thêm dấu đóng, hoặc viết dấu \\ phía trước nếu muốn in đúng dấu ấy.",
        )
    return text


def _read_code(raw: Raw, _: Context) -> str:
    text = as_text(raw).strip()
    if re.search(r"\s", text):
        raise Unreadable("ma_co_dau_cach", f"“{text}” không phải là mã: mã viết liền.", "Bỏ dấu cách trong mã.")
    return text


CHU = Kind("chữ", _read_words)
VAN_BAN = Kind("văn bản", _read_marked)
MA = Kind("mã", _read_code)


# --- numbers ------------------------------------------------------------------------------------------------------

_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[+-]?\d+(?:,\d+)?")


def _number(text: str) -> Decimal:
    """A number as Vietnamese offices write it: dots only between groups of three, a decimal comma.

    Everything else is refused: ``1.5`` is one and a half to one reader and fifteen to another.
    """
    compact = "".join(text.split())
    if not _GROUPED.fullmatch(compact):
        if re.fullmatch(r"[+-]?\d+\.\d+", compact):
            raise Unreadable(
                "dau_cham_thap_phan",
                f"“{text}” không rõ là số nào: dấu chấm chỉ dùng để tách hàng nghìn.",
                f"Viết dấu phẩy cho phần thập phân, ví dụ: {compact.replace('.', ',')}.",
            )
        raise Unreadable("khong_la_so", f"“{text}” không phải là số.", "Viết bằng chữ số, ví dụ: 1.234 hoặc 99,5.")
    try:
        return Decimal(compact.replace(".", "").replace(",", "."))
    except InvalidOperation:  # more digits than any context allows
        raise Unreadable("khong_la_so", f"“{text[:40]}…” không phải là số.", "Xem lại số chữ số.") from None


def _read_number(raw: Raw, _: Context) -> Decimal:
    match raw:
        case bool():
            raise Unreadable("khong_la_so", f"“{as_text(raw)}” không phải là số.", "Viết bằng chữ số.")
        case int():
            return Decimal(raw)
        case Decimal():
            return raw
        case Percent(value):
            return value
        case _:
            return _number(as_text(raw).removesuffix("%"))


def _read_count(raw: Raw, context: Context) -> int:
    if isinstance(raw, str) and raw.endswith("%"):
        raise Unreadable("khong_la_so_dem", f"“{raw}” không phải là số đếm.", "Viết số nguyên, ví dụ: 30.")
    number = _read_number(raw, context)
    if number != number.to_integral_value() or number < 0 or isinstance(raw, Percent):
        raise Unreadable("khong_la_so_dem", f"“{as_text(raw)}” không phải là số đếm.", "Viết số nguyên, ví dụ: 30.")
    return int(number)


def _read_money(raw: Raw, context: Context) -> Decimal:
    if isinstance(raw, str):
        raw = re.sub(r"\s*(?:đồng|đ|vnđ|vnd)\.?$", "", raw, flags=re.IGNORECASE)
        if "," in raw:
            raise Unreadable(
                "tien_co_dau_phay",
                f"“{raw}” không rõ là bao nhiêu tiền: số tiền tính bằng đồng, không có phần lẻ.",
                "Tách hàng nghìn bằng dấu chấm, ví dụ: 1.500.000.",
            )
    return _read_number(raw, context)


def _read_year(raw: Raw, context: Context) -> int:
    year = _read_count(raw, context)
    if not 2000 <= year <= 2100:
        raise Unreadable("nam_la", f"“{year}” không phải là năm của kế hoạch, báo cáo.", "Ví dụ: 2026.")
    return year


SO = Kind("số", _read_number, example="99,5")
SO_DEM = Kind("số đếm", _read_count, example="30")
NAM = Kind("số đếm", _read_year, example="2026")
TIEN = Kind("tiền", _read_money, example="1.500.000")


# --- dates --------------------------------------------------------------------------------------------------------

_DATE_TEXTS = (
    re.compile(r"(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?:ngày )?(?P<d>\d{1,2}) tháng (?P<m>\d{1,2}) năm (?P<y>\d{4})"),
)


def _read_date(raw: Raw, _: Context) -> date:
    match raw:
        case datetime():
            return raw.date()
        case date():
            return raw
        case int() | Decimal() if not isinstance(raw, bool) and 20_000 < raw < 80_000:
            raise Unreadable(
                "ngay_thanh_so",
                f"Ô chứa số {as_text(raw)}, có lẽ là một ngày bị định dạng thành số.",
                "Định dạng ô là ngày (Ctrl+1, Date), hoặc gõ lại, ví dụ: 15/01/2026.",
            )
    text = as_text(raw)
    for pattern in _DATE_TEXTS:
        if found := pattern.fullmatch(fold(text)):
            try:
                day = date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                break
            if 1900 <= day.year <= 2200:
                return day
            break
    raise Unreadable("khong_la_ngay", f"“{text}” không phải là ngày.", "Viết ngày/tháng/năm, ví dụ: 05/02/2026.")


def _read_deadline(raw: Raw, context: Context) -> ThoiHan:
    if isinstance(raw, date):
        day = _read_date(raw, context)
        return ThoiHan(short_date(day), LoaiThoiHan.NGAY, (day,))
    text = " ".join(as_text(raw).split())
    try:
        found = deadline.parse(text, context.year)
    except deadline.ImpossibleDate as error:
        raise Unreadable(
            "thoi_han_sai_ngay", f"Thời hạn “{text}” nêu một ngày không có trong lịch: {error}.", "Sửa lại ngày."
        ) from None
    if found.loai is LoaiThoiHan.KHAC:
        context.remark(
            "thoi_han_la",
            f"Chưa hiểu thời hạn “{text}”: vẫn in nguyên văn, nhưng không theo dõi được quá hạn.",
            "Nếu cần theo dõi, viết ngày, tháng hoặc quý, ví dụ: Trước ngày 15/12/2026.",
        )
    return found


NGAY = Kind("ngày", _read_date, example="15/01/2026")
THOI_HAN = Kind("thời hạn", _read_deadline, example="Trước ngày 15/12/2026")


# --- choices ------------------------------------------------------------------------------------------------------

_YES_NO = {"co": True, "x": True, "1": True, "true": True, "yes": True, "khong": False, "0": False, "false": False}


def _read_yes_no(raw: Raw, _: Context) -> bool:
    if isinstance(raw, bool):
        return raw
    text = as_text(raw)
    if (answer := _YES_NO.get(key(text))) is None:
        raise Unreadable("khong_la_co_khong", f"“{text}” không phải là “có” hay “không”.", "Chọn có hoặc không.")
    return answer


CO_KHONG = Kind("có/không", _read_yes_no, choices=("có", "không"))


def chon(*choices: str) -> Kind:
    """One of ``choices``, typed with or without accents and capitals. A blank choice only names the default."""
    typed = {"<=": "≤", ">=": "≥"}

    def read(raw: Raw, _: Context) -> str:
        text = typed.get(as_text(raw).strip(), as_text(raw))
        for same in (fold, key):
            wanted = same(text)
            matches = [choice for choice in choices if wanted and same(choice) == wanted]
            if len(matches) == 1:
                return matches[0]
        offered = "; ".join(choice for choice in choices if choice)
        raise Unreadable(
            "ngoai_danh_sach",
            f"“{text}” không có trong danh sách được chọn.",
            did_you_mean(text, [choice for choice in choices if key(choice)]) or f"Chọn một trong: {offered}.",
        )

    return Kind("chọn: " + "; ".join(choices), read, choices=choices)


# --- periods ------------------------------------------------------------------------------------------------------


def _read_period(raw: Raw, _: Context) -> str:
    name = re.sub(r"_(iv|i{1,3})$", lambda m: "_" + str(("i", "ii", "iii", "iv").index(m[1]) + 1), key(as_text(raw)))
    if not name:
        raise Unreadable("khong_la_ky", f"“{as_text(raw)}” không phải là kỳ báo cáo.", "Ví dụ: quý 1; 6 tháng; năm.")
    return name


KY = Kind("kỳ", _read_period, "quý 1", ("quý 1", "6 tháng", "quý 3", "năm"), only_suggests=True)


# --- references and lists -----------------------------------------------------------------------------------------


def tham_chieu(sheet: str) -> Kind:
    """A record of another sheet, by its code, name or alias; gives the record itself."""
    sheet_key = key(sheet)

    def read(raw: Raw, context: Context) -> object:
        text = " ".join(as_text(raw).split())
        found = context.lookup.find(sheet_key, text)
        if found is None:
            title = context.lookup.title(sheet_key)
            raise Unreadable(
                "khong_tham_chieu_duoc",
                f"Không có “{text}” trong trang “{title}”.",
                did_you_mean(text, context.lookup.names(sheet_key))
                or f"Thêm một dòng vào trang “{title}”, hoặc sửa lại tên.",
            )
        return found

    return Kind(f"tham chiếu: {sheet}", read, refers_to=sheet_key)


def tham_chieu_hoac_chu(sheet: str) -> Kind:
    """A record of another sheet, or free text (*Các sở, ban, ngành*) where no record has that name."""
    sheet_key = key(sheet)

    def read(raw: Raw, context: Context) -> object:
        text = " ".join(as_text(raw).split())
        found = context.lookup.find(sheet_key, text)
        if found is None and (near := did_you_mean(text, context.lookup.names(sheet_key), at_least=88)):
            title = context.lookup.title(sheet_key)
            context.remark("gan_giong", f"“{text}” gần giống một tên trong trang “{title}”.", near, grave=True)
        return text if found is None else found

    return Kind(f"tham chiếu: {sheet} hoặc chữ", read, refers_to=sheet_key)


def nhieu(kind: Kind) -> Kind:
    """Several values in one cell, separated by ``;`` or line breaks; gives a tuple.

    A comma separates too, but only where every part is then a known record: names of offices contain commas.
    """

    def known(context: Context, name: str) -> object | None:
        return context.lookup.find(kind.refers_to, name.strip()) if kind.refers_to else None

    def parts(text: str, context: Context) -> Iterator[str]:
        for piece in re.split(r"[;\n]", text):
            by_comma = [part.strip() for part in piece.split(",")]
            if known(context, piece) is None and all(part and known(context, part) for part in by_comma):
                yield from by_comma
            elif piece.strip():
                yield piece.strip()

    def read(raw: Raw, context: Context) -> tuple[Any, ...]:
        return tuple(kind.read(part, context) for part in parts(as_text(raw), context))

    return Kind(f"{kind.name}; nhiều", read, kind.example, kind.choices, kind.refers_to, many=True)
