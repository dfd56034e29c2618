"""YAML and JSON: text stays text, every key and value has its line, and hostile files end in a sentence."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from cchc_docs.data.read import nodes
from cchc_docs.data.read.source import BadCell, Percent, Raw
from tests.data.read.helpers import records, sentences, source, workbook

YAML = """\
co_quan:
  ten: Sở Nội vụ
  Viết tắt: SNV
  dia_chi: |
    Số 1
    Phường A
Nhiệm vụ:
  - ma: NV1
    noi_dung: Một
    kinh_phi: 1.500
  - ma:
    Nội dung: Hai
    chu_tri:
      - VP
      - Thanh tra
  -
  - {}
  - ma: ~
    kinh_phi: null
  - {ma: NV2, cua_rieng_toi: x}
"""


def test_values_and_lines(tmp_path: Path) -> None:
    found = source(tmp_path, YAML, "du_lieu.yaml")
    office, tasks = found.sheets["co_quan"], found.sheets["nhiem_vu"]
    assert sentences(found) == []
    assert records(office) == [{"ten": "Sở Nội vụ", "viet_tat": "SNV", "dia_chi": "Số 1\nPhường A"}]
    assert records(tasks) == [
        {"ma": "NV1", "noi_dung": "Một", "kinh_phi": "1.500"},
        {"noi_dung": "Hai", "chu_tri": "VP\nThanh tra"},
        {"ma": "NV2", "cua_rieng_toi": "x"},
    ]
    assert (office.name, tasks.name) == ("co_quan", "Nhiệm vụ")
    assert [column.heading for column in office.columns] == ["ten", "Viết tắt", "dia_chi"]
    assert [office.place(0, name).line for name in ("ten", "viet_tat", "dia_chi", "dia_danh", "")] == [2, 3, 4, 2, 2]
    assert [tasks.place(row, "ma").line for row in range(3)] == [8, 11, 20]
    assert [tasks.place(row, "chu_tri").line for row in range(3)] == [8, 14, 20]
    assert str(tasks.place(1, "noi_dung")) == "du_lieu.yaml, trang “Nhiệm vụ”, dòng 12"


def test_yaml_equals_the_workbook(tmp_path: Path) -> None:
    book = workbook(
        {
            "Cơ quan": [["Tên", "Sở Nội vụ"], ["Viết tắt", "SNV"], ["Địa chỉ", "Số 1\nPhường A"]],
            "Nhiệm vụ": [
                ["Mã", "Nội dung", "Kinh phí", "Chủ trì", "Của riêng tôi"],
                ["NV1", "Một", "1.500"],
                [None, "Hai", None, "VP\nThanh tra"],
                ["NV2", None, None, None, "x"],
            ],
        }
    )
    from_yaml = source(tmp_path, YAML, "du_lieu.yaml")
    from_book = source(tmp_path, book)
    assert [(name, records(sheet)) for name, sheet in from_yaml.sheets.items()] == [
        (name, records(sheet)) for name, sheet in from_book.sheets.items()
    ]


@pytest.mark.parametrize(
    ("written", "raw"),
    [
        ("1.500", "1.500"),
        ("012", "012"),
        ("10:30", "10:30"),
        ("no", "no"),
        ("true", "true"),
        ("2023-05-01", "2023-05-01"),
        ("0x1F", "0x1F"),
        ("!!str 5", "5"),
        ("!!str null", "null"),
        ("~", None),
        ("null", None),
        ("", None),
        ('""', None),
        ('"null"', "null"),
        ("'~'", "~"),
        ('"Hoa\\u0300"', "Hoà"),
        ("[]", None),
        ("[a, ~, '', 1.50]", "a\n1.50"),
    ],
)
def test_a_yaml_value(tmp_path: Path, written: str, raw: Raw) -> None:
    found = source(tmp_path, f"don_vi:\n  - ma: x\n    ten: {written}\n", "du_lieu.yml")
    assert sentences(found) == []
    assert records(found.sheets["don_vi"])[0].get("ten") == raw


@pytest.mark.parametrize(
    ("written", "raw"),
    [
        ("1500", 1500),
        ("-1.50", Decimal("-1.5")),
        ("2.0", 2),
        ("1e3", 1000),
        ("0.1", Decimal("0.1")),
        ("12345678901234567890.5", Decimal("12345678901234567890.5")),
        ("true", True),
        ("false", False),
        ("null", None),
        ('"012"', "012"),
        ('"true"', "true"),
        ('["a", "b", 1]', "a\nb\n1"),
        ('"C\\u00f4ng \\ud83d\\ude00 \\/ \\\\ud83d"', "Công 😀 / \\ud83d"),
        ('"99%"', "99%"),
    ],
)
def test_a_json_value(tmp_path: Path, written: str, raw: Raw) -> None:
    text = f'{{\t"don_vi":\n[\t{{"ma":"x",\n\t\t"ten":{written}}}\n]}}'
    assert json.loads(text)
    found = source(tmp_path, text, "du_lieu.json")
    value = records(found.sheets["don_vi"])[0].get("ten")
    assert sentences(found) == []
    assert value == raw
    assert type(value) is type(raw)
    assert found.sheets["don_vi"].place(0, "ten").line == 3


@pytest.mark.parametrize("written", ["1e999999999", "-1e-999999999", "9" * 5000])
def test_absurd_json_numbers_are_bad_cells(tmp_path: Path, written: str) -> None:
    found = source(tmp_path, f'{{"don_vi": [{{"ma": "x", "ten": {written}}}]}}', "du_lieu.json")
    assert isinstance(records(found.sheets["don_vi"])[0]["ten"], BadCell)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    found = source(tmp_path, YAML.encode(encoding), "du_lieu.yaml")
    assert sentences(found) == []
    assert records(found.sheets["co_quan"])[0]["ten"] == "Sở Nội vụ"


def test_line_ends_of_windows(tmp_path: Path) -> None:
    found = source(tmp_path, YAML.replace("\n", "\r\n").encode(), "du_lieu.yaml")
    assert found.sheets["nhiem_vu"].place(2, "ma").line == 20
    assert records(found.sheets["co_quan"])[0]["dia_chi"] == "Số 1\nPhường A"


def test_aliases_stand_for_their_values(tmp_path: Path) -> None:
    found = source(tmp_path, "don_vi:\n  - &a {ma: &m VP, ten: x}\n  - *a\n  - ma: *m\n", "du_lieu.yaml")
    assert sentences(found) == []
    assert [record["ma"] for record in records(found.sheets["don_vi"])] == ["VP", "VP", "VP"]


def test_sheets_without_data(tmp_path: Path) -> None:
    found = source(tmp_path, "co_quan:\nnhiem_vu:\ndon_vi: []\nnhap:\nhuong_dan: x\n", "du_lieu.yaml")
    assert sentences(found) == []
    assert {name: list(map(list, sheet.rows)) for name, sheet in found.sheets.items()} == {
        "co_quan": [[]],
        "nhiem_vu": [],
        "don_vi": [],
    }


def test_own_sheets(tmp_path: Path) -> None:
    found = source(tmp_path, "danh_ba:\n  - ho_ten: An\n  - ho_ten: Bình\nthong_tin:\n  a: b\n", "du_lieu.yaml")
    assert sentences(found) == []
    assert records(found.sheets["danh_ba"]) == [{"ho_ten": "An"}, {"ho_ten": "Bình"}]
    assert records(found.sheets["thong_tin"]) == [{"a": "b"}]


SYNTAX = "Xem lại dòng này và dòng ngay trên: "
SYNTAX_YAML = (
    "Dòng này không đúng cách viết YAML. " + SYNTAX + "sau dấu hai chấm phải có dấu cách, dấu ngoặc và dấu nháy mở thì "
    "phải đóng, mục ngang hàng thụt như nhau."
)
SYNTAX_JSON = (
    "Dòng này không đúng cách viết JSON. "
    + SYNTAX
    + "giữa hai mục phải có dấu phẩy, dấu ngoặc và dấu nháy mở thì phải "
    "đóng."
)

CASES: list[tuple[str, str, list[str]]] = [
    (
        "equal keys",
        "don_vi:\n  - ma: VP\n    ten: a\n    ma: TT\n",
        ["Lỗi: du_lieu.yaml, dòng 4: Mục “ma” đã ghi ở dòng 2. Giữ lại một mục, xóa mục kia."],
    ),
    (
        "keys of one name",
        "don_vi:\n  - ma: VP\n    Tên: a\n    ten: b\n",
        ["Lỗi: du_lieu.yaml, dòng 4: Mục “ten” trùng với mục “Tên” ở dòng 3. Giữ lại một mục, xóa mục kia."],
    ),
    (
        "sheets of one name",
        "Đơn vị:\n  - ma: VP\ndon_vi:\n  - ma: TT\n",
        ["Lỗi: du_lieu.yaml, dòng 3: Mục “don_vi” trùng với mục “Đơn vị” ở dòng 1. Giữ lại một mục, xóa mục kia."],
    ),
    (
        "python object",
        "don_vi:\n  - ma: !!python/object/apply:os.system [rm]\n  - ma: !cua_toi x\n",
        [
            "Lỗi: du_lieu.yaml, dòng 2: Thẻ “!!python/object/apply:os.system” không dùng trong tệp dữ liệu. Xóa phần "
            "bắt "
            "đầu bằng dấu ! ở dòng này; nếu là chữ thì đặt trong dấu ngoặc kép.",
            "Lỗi: du_lieu.yaml, dòng 3: Thẻ “!cua_toi” không dùng trong tệp dữ liệu. Xóa phần bắt đầu bằng dấu ! ở "
            "dòng "
            "này; nếu là chữ thì đặt trong dấu ngoặc kép.",
        ],
    ),
    (
        "two documents",
        "don_vi:\n  - ma: VP\n---\ndon_vi: []\n",
        [
            "Lỗi: du_lieu.yaml, dòng 3: Tệp chứa nhiều phần ngăn bởi dòng “---”; chỉ phần đầu được đọc. Bỏ dòng "
            "“---” ở "
            "giữa tệp, hoặc tách thành nhiều tệp."
        ],
    ),
    ("open quote", 'co_quan:\n  ten: "Sở\n  viet_tat: SNV\n', [f"Lỗi: du_lieu.yaml, dòng 2: {SYNTAX_YAML}"]),
    ("no colon", "co_quan:\n  ten: Sở\n  viet_tat SNV\n", [f"Lỗi: du_lieu.yaml, dòng 3: {SYNTAX_YAML}"]),
    ("wrong indent", "co_quan:\n  ten: Sở\n viet_tat: SNV\n", [f"Lỗi: du_lieu.yaml, dòng 3: {SYNTAX_YAML}"]),
    (
        "tab",
        "co_quan:\n  ten: Sở\n\tviet_tat: SNV\n",
        [
            f"Lỗi: du_lieu.yaml, dòng 3: Dòng này không đúng cách viết YAML. {SYNTAX}thay phím Tab ở đầu dòng bằng dấu "
            "cách."
        ],
    ),
    (
        "no data",
        "# chưa có gì\n",
        ["Lỗi: du_lieu.yaml: Tệp không có dữ liệu nào. Ghi tên trang rồi đến các mục của trang đó."],
    ),
    (
        "a list at the top",
        "- ma: VP\n",
        [
            "Lỗi: du_lieu.yaml, dòng 1: Tệp phải gồm tên các trang, sau mỗi tên là dấu hai chấm rồi đến dữ liệu của "
            "trang. Thêm tên trang ở trên, ví dụ “co_quan:”."
        ],
    ),
    (
        "a list for a record",
        "co_quan:\n  - ten: Sở\n",
        [
            "Lỗi: du_lieu.yaml, trang “co_quan”, dòng 2: Trang “co_quan” chỉ có một bản ghi: các mục viết thẳng dưới "
            "tên "
            "trang, không phải danh sách. Sửa lại theo mẫu của lệnh “cchc moi --vi-du”."
        ],
    ),
    (
        "a record for a list",
        "Đơn vị:\n  ma: VP\n",
        [
            "Lỗi: du_lieu.yaml, trang “Đơn vị”, dòng 2: Trang “Đơn vị” phải là một danh sách, mỗi dòng bắt đầu bằng "
            "dấu "
            "gạch ngang. Sửa lại theo mẫu của lệnh “cchc moi --vi-du”."
        ],
    ),
    (
        "a value for a list",
        "nhap: 5\n",
        [
            "Lỗi: du_lieu.yaml, trang “nhap”, dòng 1: Trang “nhap” phải là một danh sách, mỗi dòng bắt đầu bằng dấu "
            "gạch "
            "ngang. Sửa lại theo mẫu của lệnh “cchc moi --vi-du”."
        ],
    ),
    (
        "a value for a row",
        "don_vi:\n  - VP\n  - ma: TT\n",
        [
            "Lỗi: du_lieu.yaml, trang “don_vi”, dòng 2: Mỗi dòng của trang phải gồm các mục dạng “tên mục: giá trị”. "
            "Ghi "
            "tên mục trước giá trị này."
        ],
    ),
    (
        "a group in a field",
        "don_vi:\n  - ma: VP\n    ten:\n      a: b\n  - ma: TT\n    ten: [[3-3.1]]\n",
        [
            "Lỗi: du_lieu.yaml, trang “don_vi”, dòng 4: Chỗ này cần một giá trị, không phải một nhóm mục. Ghi giá trị "
            "ngay sau dấu hai chấm; nếu là chữ có dấu hai chấm thì đặt cả trong dấu ngoặc kép.",
            "Lỗi: du_lieu.yaml, trang “don_vi”, dòng 6: Chỗ này cần một giá trị, không phải một nhóm mục. Nếu đây là "
            'dấu trích dẫn số liệu thì đặt cả giá trị trong dấu ngoặc kép: "[[3-3.1]]".',
        ],
    ),
    (
        "a group as key",
        "don_vi:\n  - ma: VP\n    ? [a, b]\n    : c\n",
        [
            "Lỗi: du_lieu.yaml, dòng 3: Tên mục phải là chữ, không phải một danh sách hay một nhóm. Sửa lại thành “tên "
            "mục: giá trị”."
        ],
    ),
    (
        "a key without letters",
        "don_vi:\n  - ma: VP\n    <<: x\n",
        [
            "Lỗi: du_lieu.yaml, trang “don_vi”, dòng 3: Tên mục “<<” không có chữ hay số nào, nên giá trị của nó không "
            "được dùng. Đặt lại tên mục."
        ],
    ),
    (
        "misspelt key in some rows",
        "nhiem_vu:\n  - ma: NV1\n    chu_tri: a\n  - ma: NV2\n    chu_chi: b\n  - ma: NV3\n    chu_chi: c\n",
        [
            "Cảnh báo: du_lieu.yaml, trang “nhiem_vu”, dòng 5: “chu_chi” (cùng 1 dòng khác) không có trong các mục của "
            "trang này. Có phải “Chủ trì” không? Nếu phải thì sửa lại cho đúng; nếu là mục riêng của đơn vị thì để "
            "nguyên."
        ],
    ),
    (
        "misspelt key in a record",
        "co_quan:\n  ten: Sở\n  viet_tac: SNV\n",
        [
            "Cảnh báo: du_lieu.yaml, trang “co_quan”, dòng 3: “viet_tac” không có trong các mục của trang này. Có phải "
            "“Viết tắt” không? Nếu phải thì sửa lại cho đúng; nếu là mục riêng của đơn vị thì để nguyên."
        ],
    ),
    (
        "misspelt sheet",
        "nhien_vu:\n  - ma: NV1\n",
        [
            "Cảnh báo: du_lieu.yaml, dòng 1: Chương trình không có trang “nhien_vu”. Có phải “Nhiệm vụ” không? Nếu "
            "phải "
            "thì sửa lại tên trang; nếu là trang riêng của đơn vị thì để nguyên."
        ],
    ),
    (
        "control character",
        "don_vi:\n  - ma: V\x07P\n",
        [
            "Cảnh báo: du_lieu.yaml, dòng 2: Có ký tự điều khiển không in được (U+0007); đã bỏ đi. Xem lại chữ ở đó có "
            "bị mất không, rồi gõ lại."
        ],
    ),
    (
        "escaped control character",
        'don_vi:\n  - ma: "V\\x07P"\n  - ma: "V\\x01"\n',
        [
            "Cảnh báo: du_lieu.yaml, trang “don_vi”, dòng 2: Có ký tự điều khiển không in được (U+0007); đã bỏ đi "
            "(và 1 "
            "chỗ khác trong trang). Xem lại chữ ở đó có bị mất không, rồi gõ lại."
        ],
    ),
    (
        "legacy encoding",
        "don_vi:\n  - ma: VP\n    ten: Céng hoµ x· héi\n",
        [
            "Lỗi: du_lieu.yaml, trang “don_vi”, dòng 3: Chữ gõ bằng bảng mã cũ TCVN3, không phải Unicode. Dùng Unikey "
            "(Ctrl+Shift+F6) chuyển các ô này sang Unicode rồi lưu lại."
        ],
    ),
    (
        "a value that holds itself",
        "don_vi: &a\n  - ma: VP\n  - *a\n",
        [
            "Lỗi: du_lieu.yaml, dòng 3: Dấu *a chỉ tới chính phần chứa nó hoặc tới tên chưa đặt bằng &a. Bỏ dấu * và "
            'ghi thẳng giá trị; nếu dấu * là của chữ thì đặt cả giá trị trong dấu ngoặc kép: "*a".'
        ],
    ),
    (
        "deep nesting",
        "don_vi: " + "[" * 100,
        [
            "Lỗi: du_lieu.yaml, dòng 1: Dữ liệu lồng nhau quá 20 tầng. Dữ liệu chỉ cần: tên trang, các dòng, các mục; "
            "xem lại dấu ngoặc và khoảng thụt đầu dòng."
        ],
    ),
    (
        "nesting deeper than the parser itself allows",
        "don_vi: " + "[" * 100_000,
        [
            "Lỗi: du_lieu.yaml, dòng 1: Dữ liệu lồng nhau quá 20 tầng. Dữ liệu chỉ cần: tên trang, các dòng, các mục; "
            "xem lại dấu ngoặc và khoảng thụt đầu dòng."
        ],
    ),
    (
        "aliases that multiply",
        "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{name}: &{name} [{', '.join(['*' + before] * 10)}]\n"
            for before, name in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        [
            "Lỗi: du_lieu.yaml, dòng 6: Tệp có hơn 5 triệu giá trị, tính cả phần lặp lại bằng dấu * (bí danh). Bỏ các "
            "dấu & và *, ghi thẳng giá trị; chia dữ liệu thành nhiều tệp."
        ],
    ),
]


QUOTE = "Dòng này không đúng cách viết YAML. Giá trị có dấu mà YAML hiểu theo nghĩa khác; đặt cả giá trị trong "

CASES += [
    (
        f"a value that begins with {value[0]}",
        f"nhiem_vu:\n  - ma: NV1\n    noi_dung: {value}\n    chu_tri: VP\n",
        [f"Lỗi: du_lieu.yaml, dòng 3: {QUOTE}{better}."],
    )
    for value, better in [
        ("**100%** hồ sơ", 'dấu ngoặc kép: noi_dung: "**100%** hồ sơ"'),
        ("*nghiêng*", 'dấu ngoặc kép: noi_dung: "*nghiêng*"'),
        ("- gạch", 'dấu ngoặc kép: noi_dung: "- gạch"'),
        ("Sở: A", 'dấu ngoặc kép: noi_dung: "Sở: A"'),
        ("[[3-3.1]] là", 'dấu ngoặc kép: noi_dung: "[[3-3.1]] là"'),
        ("%", 'dấu ngoặc kép: noi_dung: "%"'),
        ("@ab", 'dấu ngoặc kép: noi_dung: "@ab"'),
        ("`ab`", 'dấu ngoặc kép: noi_dung: "`ab`"'),
        ("> 50%", 'dấu ngoặc kép: noi_dung: "> 50%"'),
        (r"**a\b**", r"dấu nháy đơn: noi_dung: '**a\b**'"),
        ("& b", 'dấu ngoặc kép: noi_dung: "& b"'),
        ('**"Một cửa"** và c', "dấu nháy đơn: noi_dung: '**\"Một cửa\"** và c'"),
        ("**'Một' \\ \"hai\"**", "dấu nháy đơn: noi_dung: '**''Một'' \\ \"hai\"**'"),
        ("** " + 60 * "a", "dấu ngoặc kép"),
    ]
]
CASES += [
    (
        "a mark in an item of a list",
        "nhiem_vu:\n  - ma: NV1\n    chu_tri:\n      - **VP**\n",
        [f'Lỗi: du_lieu.yaml, dòng 4: {QUOTE}dấu ngoặc kép: "**VP**".'],
    ),
    (
        "an unknown alias",
        "nhiem_vu:\n  - ma: NV1\n    noi_dung: *nghieng\n",
        [
            "Lỗi: du_lieu.yaml, dòng 3: Dấu *nghieng chỉ tới chính phần chứa nó hoặc tới tên chưa đặt bằng &nghieng. "
            "Bỏ dấu * và ghi thẳng giá trị; nếu dấu * là của chữ thì đặt cả giá trị trong dấu ngoặc kép: "
            '"*nghieng".'
        ],
    ),
    (
        "a value that is a comment",
        "nhiem_vu:\n  - ma: NV1 #2\n    noi_dung: #1 việc\n    chu_tri: # phòng nào?\n    kinh_phi: '' #3\n",
        [
            "Cảnh báo: du_lieu.yaml, trang “nhiem_vu”, dòng 3: Mục “noi_dung” thiếu phần “#1 việc”: sau dấu # là lời "
            'ghi chú, không được đọc. Nếu là giá trị thì đặt cả giá trị trong dấu ngoặc kép: "#1 việc"; nếu là ghi chú '
            "thì thêm dấu cách sau dấu #."
        ],
    ),
    (
        "an item that is a comment",
        f"nhiem_vu:\n  - ma: NV1\n    chu_tri: #x\n      - VP\n      - #{70 * 'a'}\n",
        [
            f"Cảnh báo: du_lieu.yaml, trang “nhiem_vu”, dòng 5: Mục “chu_tri” thiếu phần “#{59 * 'a'}…”: sau dấu # là "
            "lời ghi chú, không được đọc. Nếu là giá trị thì đặt cả giá trị trong dấu ngoặc kép; nếu là ghi chú thì "
            "thêm dấu cách sau dấu #."
        ],
    ),
    ("an open bracket", "co_quan:\n  ten: [Sở\n  dia_chi: a\n", [f"Lỗi: du_lieu.yaml, dòng 3: {SYNTAX_YAML}"]),
    ("an open quote in a list", 'co_quan:\n  ten: [Sở, "A]\n', [f"Lỗi: du_lieu.yaml, dòng 2: {SYNTAX_YAML}"]),
    ("text after quotes", 'co_quan:\n  ten: "Sở" A\n', [f"Lỗi: du_lieu.yaml, dòng 2: {SYNTAX_YAML}"]),
    (
        "control characters that only Word cannot show",
        'don_vi:\n  - ma: "Sở Văn\\x81 hóa\\x7f"\n    ten: "một\\x85hai"\n',
        [
            "Cảnh báo: du_lieu.yaml, trang “don_vi”, dòng 2: Có ký tự điều khiển không in được (U+0081, U+007F); đã bỏ "
            "đi. Xem lại chữ ở đó có bị mất không, rồi gõ lại."
        ],
    ),
]


@pytest.mark.parametrize("loader", [nodes._LOADER, yaml.BaseLoader])
@pytest.mark.parametrize("value", [r'"\UFFFFFFFF"', r'"\U00110000"', r'[["\UFFFFFFFF"]] a'])
def test_an_escape_beyond_unicode(
    tmp_path: Path, value: str, loader: type[yaml.BaseLoader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nodes, "_LOADER", loader)
    assert [problem.code for problem in source(tmp_path, f"co_quan:\n  ten: {value}\n", "a.yaml").problems] == [
        "sai_cu_phap"
    ]


def test_lines_of_old_macs_are_counted(tmp_path: Path) -> None:
    text = "co_quan:\r  ten: Sở\r\tviet_tat: SNV\r"
    assert sentences(source(tmp_path, text.encode(), "du_lieu.yaml")) == [
        f"Lỗi: du_lieu.yaml, dòng 3: Dòng này không đúng cách viết YAML. {SYNTAX}thay phím Tab ở đầu dòng bằng dấu cách."
    ]


def test_a_very_long_line_is_not_looked_into(tmp_path: Path) -> None:
    text = "co_quan:\n  ten: **" + " a" * 10_000 + "\n"
    assert sentences(source(tmp_path, text, "du_lieu.yaml")) == [f"Lỗi: du_lieu.yaml, dòng 2: {SYNTAX_YAML}"]


def test_a_long_text_cannot_multiply(tmp_path: Path) -> None:
    text = f"a: &a {'x' * 100_000}\ndon_vi:\n  - ten: [{', '.join(['*a'] * 3000)}]\n"
    assert [problem.code for problem in source(tmp_path, text, "du_lieu.yaml").problems] == ["yaml_qua_lon"]


def test_columns_cannot_multiply(tmp_path: Path) -> None:
    text = "don_vi:\n" + "".join(f"  - k{i}: x\n" for i in range(2300))
    found = source(tmp_path, text, "du_lieu.yaml")
    assert (found.unread, dict(found.sheets)) == ({"don_vi"}, {})
    assert sentences(found) == [
        "Lỗi: du_lieu.yaml, trang “don_vi”, dòng 2238: Trang có quá nhiều tên mục khác nhau, thành hơn 5 triệu ô, nên "
        "không đọc trang. Xem lại tên mục: các dòng phải dùng chung một số tên mục."
    ]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sentences(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert sentences(source(tmp_path, text, "du_lieu.yaml")) == expected


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_parser_in_python_says_the_same(
    tmp_path: Path, text: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not every build of PyYAML has the C parser."""
    monkeypatch.setattr(nodes, "_LOADER", yaml.BaseLoader)
    assert sentences(source(tmp_path, text, "du_lieu.yaml")) == expected


def test_json_syntax(tmp_path: Path) -> None:
    text = '{\n\t"co_quan": {\n\t\t"ten": "Sở"\n\t\t"viet_tat": "SNV"\n\t}\n}'
    assert sentences(source(tmp_path, text, "du_lieu.json")) == [f"Lỗi: du_lieu.json, dòng 4: {SYNTAX_JSON}"]


def test_not_utf_8(tmp_path: Path) -> None:
    text = "co_quan:\n  ten: Sở Nội vụ\n".encode("cp1258", errors="replace") + b"  dia_danh: H\xe0 N\xf4\xcc\n"
    assert sentences(source(tmp_path, text, "du_lieu.yaml")) == [
        "Lỗi: du_lieu.yaml, dòng 3: Tệp không lưu ở dạng UTF-8. Mở bằng Notepad, chọn Lưu thành (Save As), ô Mã hóa "
        "(Encoding) chọn UTF-8, rồi lưu lại."
    ]


def test_random_bytes_named_yaml(tmp_path: Path) -> None:
    assert sentences(source(tmp_path, bytes(range(255, 0, -1)), "du_lieu.yaml")) == [
        "Lỗi: du_lieu.yaml: Tên tệp là của tệp văn bản nhưng không nhận ra định dạng bên trong. Kiểm tra xem có chọn "
        "nhầm tệp không; nếu đúng tệp thì lấy lại bản gốc."
    ]


def test_a_workbook_named_yaml(tmp_path: Path) -> None:
    assert sentences(source(tmp_path, workbook({"A": [["x"]]}), "du_lieu.yaml")) == [
        "Lỗi: du_lieu.yaml: Tên tệp là của tệp văn bản nhưng thật ra đây là tệp Excel (.xlsx). Đổi đuôi "
        "tệp thành .xlsx rồi chạy lại."
    ]


def test_of_equal_keys_the_first_is_kept(tmp_path: Path) -> None:
    found = source(tmp_path, "don_vi:\n  - ma: VP\n    ten: a\n    ma: TT\n", "du_lieu.yaml")
    assert records(found.sheets["don_vi"]) == [{"ma": "VP", "ten": "a"}]
    assert found.sheets["don_vi"].place(0, "ma").line == 2


def test_all_problems_are_said_at_once(tmp_path: Path) -> None:
    text = "co_quan:\n  ten: !a Sở\n  ten: x\nnhiem_vu: 5\ndon_vi:\n  - ma: VP\n"
    found = source(tmp_path, text, "du_lieu.yaml")
    assert [(problem.code, problem.where.line) for problem in found.problems] == [
        ("yaml_the_la", 2),
        ("trung_khoa", 3),
        ("sai_dang", 4),
    ]
    assert set(found.sheets) == {"co_quan", "don_vi"}
    assert found.unread == {"nhiem_vu"}


def test_kinds_of_values_that_only_a_workbook_has(tmp_path: Path) -> None:
    found = source(tmp_path, YAML, "du_lieu.yaml")
    values = {type(value) for sheet in found.sheets.values() for row in sheet.rows for value in row}
    assert not values & {Percent, BadCell}
