"""Checks of signers: rights, titles and names agree. Source: NĐ 30/2020, Điều 13 and Phụ lục I, II.7."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_docs.facts import table
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import Data, error, warning
from cchc_docs.office.records.co_quan import NguoiKy
from cchc_docs.office.signing import PREFIX
from cchc_docs.problems import Problem
from cchc_docs.text.normal import fold, upper

_COLLECTIVE = "ỦY BAN NHÂN DÂN"
"""The collective in an example where the data names none."""


def signing_forms(history: History) -> Iterator[Problem]:
    """Quyền hạn, Ký thay and Chức vụ agree (NĐ 30/2020, Điều 13; Phụ lục I, II.7). One thing is told of each signer."""
    data = history.data
    collective = data.co_quan.che_do == "tập thể"
    for signer in data.nguoi_ky:
        for rule in (_typed_prefixes, _number_of_lines, _put_in_charge, _deputy_alone, _deputy_by_order, _titles):
            if found := rule(data, signer, collective=collective):
                yield found
                break


def _typed_prefixes(data: Data, signer: NguoiKy, *, collective: bool) -> Problem | None:  # noqa: ARG001 - a rule
    """The prefix is chosen in its own column; typed before the title too it would be printed twice."""
    typed = [("chuc_vu", "Chức vụ", signer.chuc_vu), *(("ky_thay", "Ký thay", name) for name in signer.ky_thay)]
    for column, heading, text in typed:
        if found := PREFIX.match(upper(text)):
            prefix, rest = found[0].strip(), text[found.end() :]
            return error(
                data,
                signer,
                column,
                "thua_tien_to",
                f"Cột {heading} ghi cả “{prefix}”, chữ thuộc cột Quyền hạn.",
                f"Chỉ ghi “{rest}”, còn KT., TM., TL., TUQ., Q. thì chọn ở cột Quyền hạn.",
            )
    return None


def _number_of_lines(data: Data, signer: NguoiKy, *, collective: bool) -> Problem | None:  # noqa: ARG001 - a rule
    """Each prefix has the title or the collective that follows it."""
    wanted = 0 if signer.quyen_han == "Q." else len(signer.quyen_han.split())
    if len(signer.ky_thay) < wanted:
        return error(
            data,
            signer,
            "ky_thay",
            "thieu_ky_thay",
            f"Quyền hạn “{signer.quyen_han}” cần {wanted} chức vụ hoặc tập thể ở cột Ký thay, "
            f"mới có {len(signer.ky_thay)}.",
            f"Ví dụ: GIÁM ĐỐC; với TM. KT. ghi: {_COLLECTIVE}; CHỦ TỊCH.",
        )
    if len(signer.ky_thay) > wanted:
        of_none = (
            f"nhưng quyền hạn “{signer.quyen_han}” không dùng đến" if signer.quyen_han else "mà không có Quyền hạn"
        )
        return error(
            data,
            signer,
            "ky_thay",
            "thua_ky_thay",
            f"Cột Ký thay ghi “{'; '.join(signer.ky_thay)}” {of_none}.",
            "Chọn quyền hạn (KT., TM., TL., TUQ.) hoặc xóa ô Ký thay.",
        )
    return None


def _put_in_charge(data: Data, signer: NguoiKy, *, collective: bool) -> Problem | None:
    """A deputy in charge signs as a deputy; *phụ trách* is never printed (Điều 13, khoản 1)."""
    deputy = _deputy(signer.chuc_vu)
    if deputy is None or not deputy.unprinted:
        return None
    return error(
        data,
        signer,
        "chuc_vu",
        "khong_in_phu_trach",
        f"Cấp phó được giao {deputy.unprinted} vẫn ký như cấp phó, không in chữ “{deputy.unprinted}”.",
        f"{_as_deputy(signer, deputy, collective=collective)}, ở cột Chức vụ chỉ ghi “{deputy.title}”; "
        f"khi in là: KT. {deputy.head} / {deputy.title}.",
    )


def _deputy_alone(data: Data, signer: NguoiKy, *, collective: bool) -> Problem | None:
    """A deputy signs for the head (Điều 13, khoản 1 and 2)."""
    deputy, prefixes = _deputy(signer.chuc_vu), signer.quyen_han.split()
    if deputy is None or "KT." in prefixes or ({"TL.", "TUQ."} & set(prefixes) and not deputy.serves(_last(signer))):
        return None
    return error(
        data,
        signer,
        "quyen_han",
        "cap_pho_khong_kt",
        f"{_on_a_line(signer.chuc_vu)} là cấp phó nên phải ký KT. {deputy.head}.",
        f"{_as_deputy(signer, deputy, collective=collective)}.",
    )


def _deputy_by_order(data: Data, signer: NguoiKy, *, collective: bool) -> Problem | None:  # noqa: ARG001 - a rule
    """By order (TL.) a unit's head signs, whose deputy signs KT. (Điều 13, khoản 4); TUQ. is the head's (khoản 3)."""
    deputy = _deputy(signer.chuc_vu)
    if deputy is None or signer.quyen_han not in {"TL.", "TUQ."}:
        return None
    title, head = _on_a_line(signer.chuc_vu), _last(signer)
    if signer.quyen_han == "TL.":
        what = f"{title} là cấp phó nên ký thừa lệnh phải là TL. {head} / KT. {deputy.head}."
        hint = f"Chọn quyền hạn TL. KT. và ghi “{head}; {deputy.head}” ở cột Ký thay."
        return error(data, signer, "quyen_han", "tl_cap_pho", what, hint)
    return warning(
        data,
        signer,
        "quyen_han",
        "tuq_cap_pho",
        f"{title} là cấp phó, mà ủy quyền chỉ giao cho người đứng đầu đơn vị và không được ủy quyền lại.",
        "Xem lại Quyền hạn hoặc Chức vụ.",
    )


def _titles(data: Data, signer: NguoiKy, *, collective: bool) -> Problem | None:  # noqa: ARG001 - a rule
    """The title after the last prefix is that of the signer's head."""
    deputy, prefixes, head = _deputy(signer.chuc_vu), set(signer.quyen_han.split()), _last(signer)
    title = _on_a_line(signer.chuc_vu)
    if "KT." in prefixes and deputy is None:
        return warning(
            data,
            signer,
            "chuc_vu",
            "kt_khong_phai_cap_pho",
            f"Ký KT. {head} nhưng chức vụ “{title}” không phải cấp phó.",
            "KT. chỉ dùng cho cấp phó, kể cả cấp phó được giao phụ trách; xem lại Quyền hạn hoặc Chức vụ.",
        )
    if "KT." in prefixes and deputy is not None and not deputy.serves(head):
        return warning(
            data,
            signer,
            "ky_thay",
            "kt_sai_cap_truong",
            f"Ký KT. {head} nhưng {title} là cấp phó của {deputy.head}.",
            f"Ghi “{deputy.head}” ở cột Ký thay, hoặc sửa Chức vụ.",
        )
    if prefixes & {"TL.", "TUQ."} and upper(title) == head:
        return error(
            data,
            signer,
            "ky_thay",
            "ky_thay_chinh_minh",
            f"Sau {signer.quyen_han} là chức vụ của người đứng đầu, không phải của chính người ký.",
            "Ví dụ: TL. GIÁM ĐỐC, dòng dưới là CHÁNH VĂN PHÒNG.",
        )
    return None


@dataclass(frozen=True, slots=True)
class _Deputy:
    """A deputy's title in capitals as printed, the title of the head, and what must not be printed (*phụ trách*)."""

    title: str
    head: str
    unprinted: str = ""

    def serves(self, head: str) -> bool:
        """Return True if ``head`` can be the deputy's: titles are shortened, so one beginning the other is enough."""
        return f"{head} ".startswith(f"{self.head} ") or f"{self.head} ".startswith(f"{head} ")


def _deputy(chuc_vu: str) -> _Deputy | None:
    """Return what a title says of the deputy who has it; None for a title that is no deputy's."""
    title = upper(_on_a_line(chuc_vu))
    named = {upper(row["cap_pho"]): upper(row["cap_truong"]) for row in table("cap_pho")}
    for row in table("hau_to_chuc_vu"):
        core, found, _ = f"{title} ".partition(f" {upper(row['hau_to'])} ")
        if found and (deputy := _deputy(core)):
            return deputy if row["co_in"] == "có" else _Deputy(core, deputy.head, row["hau_to"])
    if title in named:
        return _Deputy(title, named[title])
    return _Deputy(title, title.removeprefix("PHÓ ")) if title.startswith("PHÓ ") else None


def _as_deputy(signer: NguoiKy, deputy: _Deputy, *, collective: bool) -> str:
    """Say what to choose and write for a deputy: where the office is a collective, its line stands above."""
    if not collective or signer.don_vi is not None:
        return f"Chọn quyền hạn KT. và ghi “{deputy.head}” ở cột Ký thay"
    named = signer.quyen_han.startswith("TM.") and signer.ky_thay
    body = upper(_on_a_line(signer.ky_thay[0])) if named else _COLLECTIVE
    return f"Chọn quyền hạn TM. KT. và ghi “{body}; {deputy.head}” ở cột Ký thay"


def _last(signer: NguoiKy) -> str:
    """The title right above the signer's own, in capitals."""
    return upper(_on_a_line(signer.ky_thay[-1])) if signer.ky_thay else ""


def _on_a_line(text: str) -> str:
    return " ".join(text.split())


def collective_signing(history: History) -> Iterator[Problem]:
    """TM. if and only if the office is a collective one (NĐ 30/2020, Điều 13, khoản 2)."""
    data = history.data
    if not data.co_quan.che_do:
        return
    collective = data.co_quan.che_do == "tập thể"
    for signer in data.nguoi_ky:
        if signer.don_vi is not None:
            continue
        if signer.quyen_han.startswith("TM.") and not collective:
            yield error(
                data,
                signer,
                "quyen_han",
                "tm_khong_tap_the",
                "Cơ quan theo chế độ thủ trưởng thì không ký TM.",
                "Bỏ TM., hoặc sửa mục Chế độ ở trang Cơ quan.",
            )
        if collective and not signer.quyen_han and _deputy(signer.chuc_vu) is None:
            yield warning(
                data,
                signer,
                "quyen_han",
                "tap_the_thieu_tm",
                "Cơ quan làm việc theo chế độ tập thể thì người đứng đầu ký TM. tập thể.",
                f"Chọn TM. và ghi tên tập thể ở cột Ký thay, ví dụ {_COLLECTIVE}.",
            )


def names(history: History) -> Iterator[Problem]:
    """Under the signature stands the name alone, in small letters (NĐ 30/2020, Phụ lục I, II.7.c)."""
    data = history.data
    for signer in data.nguoi_ky:
        name = signer.ho_ten
        if title := _before_name(name, "hoc_vi"):
            what = f"Trước họ tên người ký không ghi học hàm, học vị, danh hiệu: “{name}”."
            # Without its dot the word may, if seldom, be a part of the name.
            report = error if "." in name or " " in title else warning
            yield report(data, signer, "ho_ten", "hoc_vi_truoc_ten", what, "Chỉ ghi họ, tên đệm và tên.")
        elif title := _before_name(name, "xung_ho"):
            what = f"Trước họ tên người ký không ghi “{title}”: “{name}”."
            hint = f"Chỉ ghi họ, tên đệm và tên; nếu “{title}” là họ thì để nguyên."
            yield warning(data, signer, "ho_ten", "xung_ho_truoc_ten", what, hint)
        elif name == upper(name) and len(name.split()) > 1:
            what = f"Họ tên người ký in chữ thường, không in hoa cả chữ: “{name}”."
            yield warning(data, signer, "ho_ten", "ho_ten_in_hoa", what, f"Ghi: {name.title()}.")


def _before_name(name: str, facts: str) -> str:
    """The word of a table of facts (its first column) that stands before the name; ``""`` for none."""
    words = f"{' '.join(fold(name).replace('.', ' ').split())} "
    known = (next(iter(row.values())) for row in table(facts))
    return next((title for title in known if words.startswith(f"{fold(title)} ")), "")
