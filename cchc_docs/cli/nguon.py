"""``cchc nguon``: where a figure comes from."""

from pathlib import Path

import click

import cchc_docs
from cchc_docs.cli.options import FILE, JSON
from cchc_docs.cli.shown import code_of, echo_json, ended, problems_json, table
from cchc_docs.cli.words import VietnameseCommand


@click.command(cls=VietnameseCommand)
@click.argument("ma")
@click.argument("du_lieu", type=FILE)
@click.option("--ky", default="", metavar="KỲ", help="Kỳ báo cáo; để trống là kỳ sau cùng có số liệu.")
@click.option("--don-vi", default="", metavar="MÃ", help="Số của đơn vị này; để trống là số của cơ quan.")
@JSON
def nguon(ma: str, du_lieu: Path, ky: str, don_vi: str, *, as_json: bool) -> int:
    """Cho biết con số mã MA (ví dụ 3-3.1) trong tệp DU_LIEU lấy từ đâu.

    In giá trị, công thức, trang và ô của từng số đã dùng.
    """
    result = cchc_docs.trace(ma, du_lieu, period=ky, unit=don_vi)
    if as_json:
        echo_json({"nguon": [one.as_json() for one in result.steps], "van_de": problems_json(result.problems)})
        return code_of(result)
    if result.steps:
        rows = [(f"{'  ' * one.bac}{one.ma}", one.ten, one.gia_tri, one.cach, str(one.where)) for one in result.steps]
        table("", ("Mã", "Tên", "Giá trị", "Cách có số", "Ở đâu"), rows)
    return ended(result)
