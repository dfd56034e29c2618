"""``make rules``: docs/the_thuc.md, the page on the rules of format, made from ``RULES``."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cchc_docs.facts import table
from cchc_docs.word.check.report import source
from cchc_docs.word.check.rule import Rule
from cchc_docs.word.check.rules import PARTS

PAGE = Path(__file__).parent.parent / "docs" / "the_thuc.md"
_INTRODUCTION = """\
# Quy tắc thể thức

Trang này do `make rules` viết ra từ bảng `RULES` trong mã nguồn; không sửa tay.

`cchc kiem-tra VAN_BAN.docx` soát một văn bản Word theo từng quy tắc dưới đây, nêu chỗ sai, đang là gì và phải là gì.
`cchc kiem-tra VAN_BAN.docx --ghi-chu BAN_GHI_CHU.docx` ghi một bản sao có bình luận ở từng chỗ sai.
`cchc sua VAN_BAN.docx --ra BAN_SUA.docx` sửa những chỗ thuộc quy tắc có dấu ✓ ở cột *Tự sửa*, và nói còn lại gì.

Cột *Theo* nói quy tắc lấy từ đâu, và mức độ theo đó: **Nghị định** – lời văn Nghị định 30/2020/NĐ-CP: *lỗi* (*cảnh
báo* khi lời văn còn để ngỏ); **mẫu trình bày** – chỉ thấy ở mẫu của Phụ lục III: *cảnh báo*; **suy ra từ Nghị định** –
không có câu nào nói, suy từ những gì Nghị định liệt kê: *cảnh báo*; **luật khác, hướng dẫn** và **thông lệ** của các cơ
quan, không có trong Nghị định: *lưu ý*.

Mỗi quy tắc có một trong bốn kết quả: *đạt*; *chưa đạt*; *không thấy* (văn bản không có thành phần ấy); *cần người xem*
(tệp không cho biết: chữ ký, con dấu).

Một quy tắc theo **thông lệ**, luật khác hoặc hướng dẫn có thể tắt (hoặc bật lại) bằng tệp `the_thuc.yaml` trong thư mục
làm việc:

```yaml
the_thuc:
  - quy_tac: ND-07
    ap_dung: không
```

Biểu mẫu có quy định riêng (`the_thuc: bieu_mau_rieng` trong tệp .yaml của mẫu) chỉ được soát theo các quy tắc có dấu
✓ ở cột *Biểu mẫu*.

Phần cuối trang, *Từng điều của Nghị định*, đi theo chiều ngược lại: Nghị định nói gì, quy tắc nào soát điều ấy, hoặc vì
sao không có quy tắc.
"""
_STATEMENTS = """\
## Từng điều của Nghị định

{counts}.

*Đủ*: quy tắc so đúng điều ấy; *một phần*: còn để lọt; *chưa*: chưa có quy tắc; *người xem*: tệp Word không cho biết
hoặc điều ấy chỉ cho phép mà không buộc.
"""
_GROUPS = {
    "A": "Trang giấy",
    "B": "Phần đầu văn bản",
    "C": "Nội dung",
    "D": "Người ký, nơi nhận",
    "E": "Phụ lục, các thành phần khác, vị trí",
    "F": "Bản sao",
    "G": "Viết hoa",
}

_HEAD = "| Mã | Mức độ | Quy tắc | Theo | Nơi ghi | Tự sửa | Biểu mẫu |\n|---|---|---|---|---|---|---|"


def rules_page() -> str:
    """The page."""
    parts = [_INTRODUCTION]
    for title, rules in PARTS.items():
        rows = "\n".join(map(_row, rules))
        parts.append(f"## {title}\n\n{_HEAD}\n{rows}\n")
    return "\n".join([*parts, *_statements()])


def _statements() -> Iterator[str]:
    """What the decree says, with the rules that hold it or why there is none."""
    rows = table("dieu_nd30")
    counts = Counter(row["soat"] for row in rows)
    said = ", ".join(f"{counts[word]} {word}" for word in ("đủ", "một phần", "chưa", "người xem"))
    yield _STATEMENTS.format(counts=f"Có {len(rows)} điều: {said}")
    for group, title in _GROUPS.items():
        own = [row for row in rows if row["ma"].startswith(group)]
        yield f"### {title}\n\n| Mã | Nơi | Nghị định nói | Soát | Quy tắc | Vì sao |\n|---|---|---|---|---|---|"
        for row in own:
            yield f"| {' | '.join(row[name] for name in ('ma', 'noi', 'noi_dung', 'soat', 'quy_tac', 'vi_sao'))} |"
        yield ""


def _row(rule: Rule) -> str:
    marks = ("✓" if rule.mends else "", "✓" if rule.holds_everywhere else "")
    words = (rule.id, rule.grade.label, rule.title, rule.authority.label, source(rule), *marks)
    return f"| {' | '.join(words)} |"


if __name__ == "__main__":
    PAGE.write_text(rules_page(), encoding="utf-8")
