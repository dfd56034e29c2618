"""Kinds that offer a choice: yes or no, one of a list, a period, a record of another sheet; and several in one cell."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cchc_docs.data.fields.kind import Context, Kind, Unreadable, as_text
from cchc_docs.data.read.source import Raw
from cchc_docs.facts import table
from cchc_docs.problems import did_you_mean
from cchc_docs.text.normal import fold, key

_YES = dict.fromkeys(("co", "x", "1", "true", "yes", "y"), True)
_NO = dict.fromkeys(("khong", "0", "false", "no", "n"), False)
_YES_NO = _YES | _NO


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
    forms = [(same, [(same(choice), choice) for choice in choices]) for same in (fold, key)]

    def read(raw: Raw, _: Context) -> str:
        text = typed.get(as_text(raw).strip(), as_text(raw))
        for same, known in forms:
            wanted = same(text)
            matches = [choice for form, choice in known if wanted and form == wanted]
            if len(matches) == 1:
                return matches[0]
        offered = "Chọn một trong: " + "; ".join(choice for choice in choices if choice)
        raise Unreadable(
            "ngoai_danh_sach",
            f"“{text}” không có trong danh sách được chọn.",
            did_you_mean(text, [choice for choice in choices if key(choice)]) or offered.removesuffix(".") + ".",
        )

    return Kind("chọn: " + "; ".join(choices), read, choices=choices)


def period(text: str) -> str:
    """The key of a reporting period, its Roman numeral as a figure; ``""`` for a text without letters or figures.

    >>> period("Quý III"), period("6 tháng")
    ('quy_3', '6_thang')
    """
    return re.sub(r"_(iv|i{1,3})$", lambda m: "_" + str(("i", "ii", "iii", "iv").index(m[1]) + 1), key(text))


def _read_period(raw: Raw, _: Context) -> str:
    name = period(as_text(raw))
    if not name:
        raise Unreadable("khong_la_ky", f"“{as_text(raw)}” không phải là kỳ báo cáo.", f"Ví dụ: {'; '.join(_PERIODS)}.")
    return name


_PERIODS = tuple(row["ten"] for row in table("ky_bao_cao"))
KY = Kind("kỳ", _read_period, _PERIODS[0], _PERIODS, only_suggests=True)


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
    """Several values in one cell, separated by ``;`` or line breaks (``;`` only where a value may have lines).

    Gives a tuple. A comma separates too, but only where every part is then a known record: names of offices contain
    commas.
    """

    def known(context: Context, name: str) -> object | None:
        return context.lookup.find(kind.refers_to, name.strip()) if kind.refers_to else None

    separators = ";" if kind.keeps_lines else "[;\n]"

    def parts(text: str, context: Context) -> Iterator[str]:
        for piece in re.split(separators, text):
            by_comma = [part.strip() for part in piece.split(",")]
            if known(context, piece) is None and all(part and known(context, part) for part in by_comma):
                yield from by_comma
            elif piece.strip():
                yield piece.strip()

    def read(raw: Raw, context: Context) -> tuple[Any, ...]:
        return tuple(kind.read(part, context) for part in parts(as_text(raw), context))

    return replace(kind, name=f"{kind.name}; nhiều", read=read, many=True)
