"""Signing forms of NĐ 30/2020, Điều 13 and Phụ lục I, II.7: the lines, and inconsistent records."""

from pathlib import Path

import pytest

from cchc_docs.office.checks import check
from cchc_docs.office.figures.history import History
from cchc_docs.office.signing import chu_ky
from tests.helpers import COLLECTIVE, OFFICE, data, sentences


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
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Cột Ký thay ghi “Giám đốc” mà không có Quyền hạn. "
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
            OFFICE,
            "quyen_han: Q.\n    ky_thay: Giám đốc\n    chuc_vu: Giám đốc",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 10: Cột Ký thay ghi “Giám đốc” nhưng quyền hạn “Q.” không dùng đến. "
            "Chọn quyền hạn (KT., TM., TL., TUQ.) hoặc xóa ô Ký thay.",
        ),
        (
            OFFICE,
            "chuc_vu: Phó Giám đốc phụ trách",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Cấp phó được giao phụ trách vẫn ký như cấp phó, không in chữ "
            "“phụ trách”. Chọn quyền hạn KT. và ghi “GIÁM ĐỐC” ở cột Ký thay, ở cột Chức vụ chỉ ghi “PHÓ GIÁM ĐỐC”; "
            "khi in là: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC.",
        ),
        (
            OFFICE,
            "quyen_han: KT.\n    ky_thay: Giám đốc\n    chuc_vu: Phó Giám đốc điều hành Sở",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 11: Cấp phó được giao điều hành vẫn ký như cấp phó, không in chữ "
            "“điều hành”. Chọn quyền hạn KT. và ghi “GIÁM ĐỐC” ở cột Ký thay, ở cột Chức vụ chỉ ghi “PHÓ GIÁM ĐỐC”; "
            "khi in là: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC.",
        ),
        (
            COLLECTIVE,
            "chuc_vu: Phó Chủ tịch",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Phó Chủ tịch là cấp phó nên phải ký KT. CHỦ TỊCH. "
            "Chọn quyền hạn TM. KT. và ghi “ỦY BAN NHÂN DÂN; CHỦ TỊCH” ở cột Ký thay.",
        ),
        (
            COLLECTIVE,
            "quyen_han: TM.\n    ky_thay: Hội đồng nhân dân\n    chuc_vu: Phó Chủ tịch",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Phó Chủ tịch là cấp phó nên phải ký KT. CHỦ TỊCH. "
            "Chọn quyền hạn TM. KT. và ghi “HỘI ĐỒNG NHÂN DÂN; CHỦ TỊCH” ở cột Ký thay.",
        ),
        (
            OFFICE,
            "quyen_han: TL.\n    ky_thay: Giám đốc\n    chuc_vu: Phó Chánh Văn phòng",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Phó Chánh Văn phòng là cấp phó nên ký thừa lệnh phải là "
            "TL. GIÁM ĐỐC / KT. CHÁNH VĂN PHÒNG. "
            "Chọn quyền hạn TL. KT. và ghi “GIÁM ĐỐC; CHÁNH VĂN PHÒNG” ở cột Ký thay.",
        ),
        (
            OFFICE,
            "quyen_han: TL.\n    ky_thay: Giám đốc\n    chuc_vu: Phó Giám đốc",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Phó Giám đốc là cấp phó nên phải ký KT. GIÁM ĐỐC. "
            "Chọn quyền hạn KT. và ghi “GIÁM ĐỐC” ở cột Ký thay.",
        ),
        (
            OFFICE,
            "quyen_han: TUQ.\n    ky_thay: Giám đốc\n    chuc_vu: Phó Trưởng phòng",
            "Cảnh báo: thu.yaml, trang “nguoi_ky”, dòng 9: Phó Trưởng phòng là cấp phó, mà ủy quyền chỉ giao cho người "
            "đứng đầu đơn vị và không được ủy quyền lại. Xem lại Quyền hạn hoặc Chức vụ.",
        ),
        (
            OFFICE,
            "chuc_vu: Thứ trưởng",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Thứ trưởng là cấp phó nên phải ký KT. BỘ TRƯỞNG. "
            "Chọn quyền hạn KT. và ghi “BỘ TRƯỞNG” ở cột Ký thay.",
        ),
        (
            OFFICE,
            "quyen_han: KT.\n    ky_thay: KT. Giám đốc\n    chuc_vu: Phó Giám đốc",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 10: Cột Ký thay ghi cả “KT.”, chữ thuộc cột Quyền hạn. "
            "Chỉ ghi “Giám đốc”, còn KT., TM., TL., TUQ., Q. thì chọn ở cột Quyền hạn.",
        ),
        (
            OFFICE,
            "chuc_vu: Q. Giám đốc",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 9: Cột Chức vụ ghi cả “Q.”, chữ thuộc cột Quyền hạn. "
            "Chỉ ghi “Giám đốc”, còn KT., TM., TL., TUQ., Q. thì chọn ở cột Quyền hạn.",
        ),
        (
            COLLECTIVE,
            "quyen_han: TM.\n    ky_thay: T/M Ủy ban nhân dân\n    chuc_vu: Chủ tịch",
            "Lỗi: thu.yaml, trang “nguoi_ky”, dòng 10: Cột Ký thay ghi cả “T/M”, chữ thuộc cột Quyền hạn. "
            "Chỉ ghi “Ủy ban nhân dân”, còn KT., TM., TL., TUQ., Q. thì chọn ở cột Quyền hạn.",
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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "Ths Lê A",
            "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu: “Ths Lê A”. Chỉ ghi họ, tên đệm và tên.",
        ),
        (
            "Ông Lê A",
            "Trước họ tên người ký không ghi “Ông”: “Ông Lê A”. Chỉ ghi họ, tên đệm và tên; nếu “Ông” là họ thì để nguyên.",
        ),
        (
            "đ/c Lê A",
            "Trước họ tên người ký không ghi “Đ/c”: “đ/c Lê A”. Chỉ ghi họ, tên đệm và tên; nếu “Đ/c” là họ thì để nguyên.",
        ),
        ("NGUYỄN ĐỨC Ý", "Họ tên người ký in chữ thường, không in hoa cả chữ: “NGUYỄN ĐỨC Ý”. Ghi: Nguyễn Đức Ý."),
    ],
)
def test_names_that_are_probably_more_than_a_name(tmp_path: Path, name: str, said: str) -> None:
    assert sentences(tmp_path, f"nguoi_ky:\n  - chuc_vu: Giám đốc\n    ho_ten: {name}\n") == [
        f"Cảnh báo: thu.yaml, trang “nguoi_ky”, dòng 10: {said}"
    ]


@pytest.mark.parametrize(
    ("ky_thay", "chuc_vu"),
    [
        ("TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC BAN CHỈ ĐẠO"),
        ("Trưởng Ban Chỉ đạo", "Phó Trưởng Ban Thường trực"),
        ("Giám đốc", "Phó Giám đốc Sở"),
        ("Chủ tịch", "Phó Chủ tịch Thường trực"),
    ],
)
def test_titles_with_more_words_are_left_alone(tmp_path: Path, ky_thay: str, chuc_vu: str) -> None:
    signer = f"quyen_han: KT.\n    ky_thay: {ky_thay}\n    chuc_vu: {chuc_vu}\n    ho_ten: Lê A"
    assert sentences(tmp_path, f"nguoi_ky:\n  - {signer}\n") == []


def test_a_line_break_in_a_title_is_kept(tmp_path: Path) -> None:
    text = """\
        nguoi_ky:
          - quyen_han: KT.
            ky_thay: "Trưởng ban\\nBan Chỉ đạo"
            chuc_vu: "Phó Trưởng ban\\nBan Chỉ đạo"
            ho_ten: Lê A
    """
    (signer,) = data(tmp_path, text).nguoi_ky
    assert check(History.of_file(data(tmp_path, text))) == ()
    assert chu_ky(signer.quyen_han, signer.ky_thay, signer.chuc_vu, signer.ho_ten).dong == (
        "KT. TRƯỞNG BAN\nBAN CHỈ ĐẠO",
        "PHÓ TRƯỞNG BAN\nBAN CHỈ ĐẠO",
    )


def test_consistent_records_say_nothing(tmp_path: Path) -> None:
    text = """\
        nguoi_ky:
          - {chuc_vu: Giám đốc, ho_ten: Lê Thị A}
          - {quyen_han: kt., ky_thay: Giám đốc, chuc_vu: Phó Giám đốc, ho_ten: Thạch Sanh}
          - {quyen_han: "Q.", chuc_vu: Giám đốc, ho_ten: Cao Bá C}
          - {quyen_han: TL. KT., ky_thay: Giám đốc; Chánh Văn phòng, chuc_vu: Phó Chánh Văn phòng, ho_ten: Tạ D}
          - {quyen_han: TUQ., ky_thay: Giám đốc, chuc_vu: Trưởng phòng, ho_ten: Tô E}
          - {chuc_vu: Giám đốc điều hành, ho_ten: Quản F}
    """
    assert sentences(tmp_path, text) == []
