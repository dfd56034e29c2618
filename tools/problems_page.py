"""``make rules``: docs/van_de.md, the page on the codes of problems, made from ``facts/van_de.csv``."""

from itertools import groupby
from pathlib import Path

from cchc_docs.facts import table
from cchc_docs.problems import Severity

PAGE = Path(__file__).parent.parent / "docs" / "van_de.md"
_INTRODUCTION = """\
# Mã vấn đề

Trang này do `make rules` viết ra từ bảng `cchc_docs/facts/van_de.csv`; không sửa tay.

Mọi điều phải sửa trong tệp dữ liệu, mẫu, phiếu đều là một vấn đề có mã. Với `--json`, mỗi vấn đề là một nhóm mục:
`ma` (mã dưới đây, không đổi giữa các phiên bản), `muc_do` (`loi`, `canh_bao`, `luu_y`), `o_dau`, `noi_dung`, `goi_y`.
Lời của `noi_dung` và `goi_y` có thể thay đổi, nên chương trình khác chỉ nên dựa vào `ma` và `muc_do`.

Mức độ: **lỗi** – phải sửa rồi mới làm được; **cảnh báo** – vẫn làm, nhưng cần người xem; **lưu ý** – để biết.
Khi làm thử văn bản từ một mẫu (`cchc kiem-tra MAU.docx`), một vấn đề có thể được báo ở mức nhẹ hơn mức ghi ở đây.

Quy tắc thể thức có mã riêng, như PG-01: xem [the_thuc.md](the_thuc.md).
"""


def problems_page() -> str:
    """Return the page."""
    parts = [_INTRODUCTION]
    for group, rows in groupby(table("van_de"), key=lambda row: row["nhom"]):
        lines = "\n".join(map(_line, rows))
        parts.append(f"## {group}\n\n| Mã | Mức độ | Nghĩa là gì, làm gì |\n|---|---|---|\n{lines}\n")
    return "\n".join(parts)


def _line(row: dict[str, str]) -> str:
    grades = ", ".join(Severity(one).label for one in row["muc_do"].split("; "))
    return f"| `{row['ma']}` | {grades} | {row['y_nghia']} |"


if __name__ == "__main__":
    PAGE.write_text(problems_page(), encoding="utf-8")
