"""The options and exit codes that several commands share."""

from pathlib import Path

import click

EXIT_OK, EXIT_MEND, EXIT_USAGE, EXIT_BUG = 0, 1, 2, 3

FILE = click.Path(path_type=Path, readable=False)
MAU = click.option("--mau", type=FILE, metavar="THƯ_MỤC", help="Thư mục mẫu dùng trước các mẫu có sẵn.")
JSON = click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
RA = click.option("--ra", type=FILE, default=Path("output"), metavar="THƯ_MỤC", help="Thư mục kết quả [output].")
KY = click.option("--ky", required=True, metavar="KỲ", help="Kỳ báo cáo: quy_1, 6_thang, quy_3, nam.")
