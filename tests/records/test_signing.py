"""Signing forms of NĐ 30/2020, Điều 13 and Phụ lục I, II.7: the lines, and inconsistent records."""

from pathlib import Path

import pytest

from cchc_docs.records.signing import chu_ky
from tests.helpers import COLLECTIVE, OFFICE, sentences


@pytest.mark.parametrize(
    ("quyen_han", "ky_thay", "chuc_vu", "lines"),
    [
        ("", (), "Giám đốc", ["GIÁM ĐỐC"]),
        ("KT.", ("Giám đốc",), "Phó Giám đốc", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        ("Q.", (), "Giám đốc", ["Q. GIÁM ĐỐC"]),
        ("TM.", ("ỦY BAN NHÂN DÂN",), "Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        ("TL.", ("Giám đốc",), "Chánh Văn phòng", ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]),
        ("TUQ.", ("Giám đốc",), "Trưởng phòng Pháp chế", ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG PHÁP CHẾ"]),
        (
            "TM. KT.",
            ("Ủy ban nhân dân", "Chủ tịch"),
            "Phó Chủ tịch",
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        (
            "TL. KT.",
            ("Chủ tịch", "Chánh Văn phòng"),
            "Phó Chánh Văn phòng",
            ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        ),
    ],
)
def test_lines_above_the_name(quyen_han: str, ky_thay: tuple[str, ...], chuc_vu: str, lines: list[str]) -> None:
    assert list(chu_ky(quyen_han, ky_thay, chuc_vu, "Trần Văn B").dong) == lines


@pytest.mark.parametrize(
    ("office", "signer", "said"),
    [
        (
            OFFICE,
            "quyen_han: KT.\n    chuc_vu: Phó Giám đốc",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Quyền hạn “KT.” cần 1 chức vụ hoặc tập thể ở cột Ký thay, mới có 0. "
            "Ví dụ: GIÁM ĐỐC; với TM. KT. ghi: ỦY BAN NHÂN DÂN; CHỦ TỊCH.",
        ),
        (
            OFFICE,
            "ky_thay: Giám đốc\n    chuc_vu: Giám đốc",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Cột Ký thay ghi “Giám đốc” nhưng quyền hạn “” không dùng đến. "
            "Chọn quyền hạn (KT., TM., TL., TUQ.) hoặc xóa ô Ký thay.",
        ),
        (
            OFFICE,
            "chuc_vu: Phó Giám đốc",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Phó Giám đốc là cấp phó nên phải ký KT. GIÁM ĐỐC. "
            "Chọn quyền hạn KT. và ghi “GIÁM ĐỐC” ở cột Ký thay.",
        ),
        (
            OFFICE,
            "quyen_han: KT.\n    ky_thay: Giám đốc\n    chuc_vu: Chánh Văn phòng",
            "Cảnh báo: thu.yaml, trang “nguoi_ky”, dòng 11: Ký KT. GIÁM ĐỐC nhưng chức vụ “Chánh Văn phòng” không phải cấp phó. "
            "KT. chỉ dùng cho cấp phó, kể cả cấp phó được giao phụ trách; xem lại Quyền hạn hoặc Chức vụ.",
        ),
        (
            OFFICE,
            "quyen_han: KT.\n    ky_thay: Chủ tịch\n    chuc_vu: Phó Giám đốc",
            "Cảnh báo: thu.yaml, trang “nguoi_ky”, dòng 10: Ký KT. CHỦ TỊCH nhưng Phó Giám đốc là cấp phó của GIÁM ĐỐC. "
            "Ghi “GIÁM ĐỐC” ở cột Ký thay, hoặc sửa Chức vụ.",
        ),
        (
            OFFICE,
            "quyen_han: TL.\n    ky_thay: Giám đốc\n    chuc_vu: Giám đốc",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 10: Sau TL. là chức vụ của người đứng đầu, không phải của chính người ký. "
            "Ví dụ: TL. GIÁM ĐỐC, dòng dưới là CHÁNH VĂN PHÒNG.",
        ),
        (
            OFFICE,
            "quyen_han: TM.\n    ky_thay: Ủy ban nhân dân\n    chuc_vu: Chủ tịch",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Cơ quan theo chế độ thủ trưởng thì không ký TM. "
            "Bỏ TM., hoặc sửa mục Chế độ ở trang Cơ quan.",
        ),
        (
            COLLECTIVE,
            "chuc_vu: Chủ tịch",
            "Cảnh báo: thu.yaml, trang “nguoi_ky”, dòng 9: Cơ quan làm việc theo chế độ tập thể thì người đứng đầu ký TM. tập thể. "
            "Chọn TM. và ghi tên tập thể ở cột Ký thay, ví dụ ỦY BAN NHÂN DÂN.",
        ),
    ],
)
def test_inconsistent_records(tmp_path: Path, office: str, signer: str, said: str) -> None:
    text = f"nguoi_ky:\n  - {signer}\n    ho_ten: Trần Văn B\n"
    assert sentences(tmp_path, text, office) == [said]


@pytest.mark.parametrize("name", ["TS. Trần Văn B", "PGS.TS. Trần Văn B", "ThS.Trần Văn B", "Tiến sĩ Trần Văn B"])
def test_no_academic_title_before_the_name(tmp_path: Path, name: str) -> None:
    assert sentences(tmp_path, f"nguoi_ky:\n  - chuc_vu: Giám đốc\n    ho_ten: {name}\n") == [
        f"Lỗi: thu.yaml, trang “nguoi_ky”, dòng 10: Trước họ tên người ký không ghi học hàm, học vị, danh hiệu: “{name}”. "
        "Chỉ ghi họ, tên đệm và tên."
    ]


def test_consistent_records_say_nothing(tmp_path: Path) -> None:
    text = """\
        nguoi_ky:
          - {chuc_vu: Giám đốc, ho_ten: Lê Thị A}
          - {quyen_han: kt., ky_thay: Giám đốc, chuc_vu: Phó Giám đốc, ho_ten: Thạch Sanh}
          - {quyen_han: "Q.", chuc_vu: Giám đốc, ho_ten: Cao Bá C}
    """
    assert sentences(tmp_path, text) == []
