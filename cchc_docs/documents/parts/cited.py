"""The office's own papers as its other papers cite them, found by the role that their type says it has."""

from collections.abc import Iterable

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.parts.the_thuc import DOTS, dotted_day, symbol
from cchc_docs.documents.types import ROLES, holder
from cchc_docs.facts import table
from cchc_docs.office.records.co_quan import VanBan
from cchc_docs.text.formats import document_number
from cchc_docs.text.normal import fold


class Issued:
    """The papers of the types that have certain roles, as the register has them."""

    def __init__(self, inputs: Inputs, roles: Iterable[str]) -> None:
        data = inputs.data
        self._office, self._year = data.co_quan, data.nam
        self._kinds: dict[str, tuple[str, str]] = {}
        self._register: dict[tuple[str, str], VanBan] = {}
        for role in roles:
            cited = holder(inputs.types, role)
            if cited is None:
                self._kinds[role] = _usual(ROLES[role])
                continue
            self._kinds[role] = cited.settings.ten_loai, cited.settings.viet_tat
            for entry in data.van_ban:
                if cited.is_meant_by(entry.loai_van_ban):
                    self._register.setdefault((role, fold(entry.doi_tuong)), entry)

    def find(self, role: str, code: str = "") -> VanBan | None:
        """The register's row for the paper of that role about ``code``."""
        return self._register.get((role, fold(code)))

    def cite(self, role: str, code: str = "") -> str:
        """The paper by type, number and day; dots for what the register does not have."""
        ten_loai, abbreviation = self._kinds[role]
        entry = self.find(role, code)
        number = DOTS if entry is None or entry.so is None else document_number(entry.so)
        day = dotted_day(entry.ngay if entry else None, self._year)
        return f"{ten_loai} số {number}/{symbol(self._office, abbreviation)} {day}"


def _usual(ten_loai: str) -> tuple[str, str]:
    """A kind of paper with the abbreviation that the decree gives it."""
    return ten_loai, next(row["viet_tat"] for row in table("ten_loai") if row["ten_loai"] == ten_loai)
