"""``cchc xem``: the document types, or the dictionary of one."""

from pathlib import Path

import click

import cchc_docs
from cchc_docs.cli.options import FILE, JSON, MAU
from cchc_docs.cli.shown import code_of, echo_json, ended, problems_json, table
from cchc_docs.cli.words import VietnameseCommand


@click.command(cls=VietnameseCommand)
@click.argument("loai", required=False)
@click.option("--du-lieu", type=FILE, metavar="TỆP", help="Lấy giá trị, trang riêng và mẫu riêng theo tệp này.")
@click.option("--ra", type=FILE, metavar="TỆP", help="Ghi từ điển của LOẠI thành tệp Word này để in.")
@MAU
@JSON
def xem(loai: str | None, du_lieu: Path | None, ra: Path | None, mau: Path | None, *, as_json: bool) -> int:
    """Liệt kê các loại văn bản và mẫu trắng, hoặc xem một loại LOAI.

    Với một loại: các tên dùng được trong mẫu, ý nghĩa, lấy từ trang và cột nào, giá trị mẫu; cách viết vòng lặp, bộ
    lọc, đánh số, mỗi thứ một ví dụ.
    """
    if ra is not None and loai is None:
        raise click.UsageError("Thiếu LOAI: --ra ghi từ điển của một loại văn bản.", click.get_current_context())
    result = cchc_docs.describe(loai or "", data=du_lieu, templates=mau, out=ra if loai and not as_json else None)
    if as_json:
        shown = result.view.as_json() if result.view else {}
        echo_json(shown | {"van_de": problems_json(result.problems)})
        return code_of(result)
    if result.view and not (ra and loai):
        for one in result.view.tables():
            table(one.title, one.headings, one.rows)
    return ended(result)
