"""The numbers of sections, clauses and points, as printed text.

Word has no list format for the letters of Vietnamese points (``đ`` comes after ``d``; there is no ``f``, ``j``, ``w``,
``z``), so templates ask a counter: a point that a condition leaves out renumbers the rest by itself. The scheme is
that of Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6: Roman, Arabic, letter with a bracket.
"""

from dataclasses import dataclass

LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """``number`` (1–3999) in Roman numerals.

    Raises:
        ValueError: the number has no Roman form.

    >>> roman(4), roman(19), roman(2023)
    ('IV', 'XIX', 'MMXXIII')
    """
    if not 0 < number < 4000:
        message = f"số {number} không viết được bằng chữ số La Mã (chỉ từ 1 đến 3999)."
        raise ValueError(message)
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def letter(number: int) -> str:
    """The letter of the ``number``-th point (from 1); after ``y`` come ``aa``, ``ab`` … as columns go on in Excel.

    >>> "".join(letter(n) for n in range(1, 8)), letter(23), letter(24), letter(25)
    ('abcdđeg', 'y', 'aa', 'ab')
    """
    written = ""
    while number > 0:
        number, place = divmod(number - 1, len(LETTERS))
        written = LETTERS[place] + written
    return written


@dataclass(slots=True)
class DanhSo:
    """``danh_so`` in a template: each call prints the next number of its level and starts the levels below anew.

    A new one is made for each document.

    >>> danh_so = DanhSo()
    >>> [danh_so.muc(), danh_so.khoan(), danh_so.diem(), danh_so.diem(), danh_so.khoan(), danh_so.diem()]
    ['I.', '1.', 'a)', 'b)', '2.', 'a)']
    >>> danh_so.muc(), danh_so.khoan()
    ('II.', '1.')
    """

    _muc: int = 0
    _khoan: int = 0
    _diem: int = 0

    def muc(self) -> str:
        """Số mục kế tiếp: I., II., III."""
        self._muc, self._khoan, self._diem = self._muc + 1, 0, 0
        return f"{roman(self._muc)}."

    def khoan(self) -> str:
        """Số khoản kế tiếp: 1., 2., 3."""
        self._khoan, self._diem = self._khoan + 1, 0
        return f"{self._khoan}."

    def diem(self) -> str:
        """Chữ của điểm kế tiếp: a), b), c), d), đ), e), g)."""
        self._diem += 1
        return f"{letter(self._diem)})"

    def lam_lai(self) -> str:
        """Đánh số lại từ đầu, dùng cho phụ lục; không in gì."""
        self._muc = self._khoan = self._diem = 0
        return ""
