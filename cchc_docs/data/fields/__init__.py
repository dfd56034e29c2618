"""Kinds of value: how a raw cell becomes what a record holds, and what a blank form offers for it.

A ``Kind`` is the one place for a kind of value: its name in the vocabulary, its reader, its choices, its cells in a
form. Records use it as ``Annotated[Decimal, SO]``; pydantic calls the reader, ``data.write.workbook`` asks for the
rest.
Readers raise ``Unreadable`` with a whole Vietnamese sentence, never anything else.
"""

from cchc_docs.data.fields.choices import CO_KHONG, KY, chon, nhieu, period, tham_chieu, tham_chieu_hoac_chu
from cchc_docs.data.fields.days import NGAY, NGAY_GIO, THOI_HAN, read_day
from cchc_docs.data.fields.kind import AlreadyReported, CellForm, Context, Kind, Lookup, Remark, Unreadable, as_text
from cchc_docs.data.fields.numbers import KHONG_CO, NAM, SO, SO_DEM, SO_LIEU, TIEN, KhongCo
from cchc_docs.data.fields.words import CHU, MA, TEN, VAN_BAN

__all__ = [
    "CHU",
    "CO_KHONG",
    "KHONG_CO",
    "KY",
    "MA",
    "NAM",
    "NGAY",
    "NGAY_GIO",
    "SO",
    "SO_DEM",
    "SO_LIEU",
    "TEN",
    "THOI_HAN",
    "TIEN",
    "VAN_BAN",
    "AlreadyReported",
    "CellForm",
    "Context",
    "KhongCo",
    "Kind",
    "Lookup",
    "Remark",
    "Unreadable",
    "as_text",
    "chon",
    "nhieu",
    "period",
    "read_day",
    "tham_chieu",
    "tham_chieu_hoac_chu",
]
