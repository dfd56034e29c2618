#!/usr/bin/env bash
# vietnam-provinces 2026.9.0 (PyPI): its two forms of the same data disagree.
# The package says in __data_version__ that all its data are of 2026-09-20. On that day Đồng Nai, Quảng Ninh and Bắc Ninh
# were cities. The objects know it; the JSON file that NESTED_DIVISIONS_JSON_PATH names still calls them tỉnh, so that a
# reader of the JSON, who trusts __data_version__, counts 28 tỉnh and 6 cities instead of 25 and 9.
# Seen: "2026-09-20 objects 25 + 9, JSON 28 + 6: Tỉnh Quảng Ninh, Tỉnh Bắc Ninh, Tỉnh Đồng Nai"
# Needs Python 3.12 or newer (PYTHON=... names it) and PyPI. Exits with 1 when the package behaves otherwise.
set -euo pipefail
python=${PYTHON:-$(for p in python3.14 python3.13 python3.12 python3; do
    "$p" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && echo "$p" && break; done)}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$python" -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'vietnam-provinces==2026.9.0'
"$folder/venv/bin/python" - <<'PYTHON_CODE'
import json
import sys

import vietnam_provinces as package

objects = {one.code.value: str(one.division_type) for one in package.Province.iter_all()}
read = json.loads(package.NESTED_DIVISIONS_JSON_PATH.read_text(encoding="utf-8"))
in_json = {one["code"]: one["division_type"] for one in read}
differ = [one["name"] for one in read if objects[one["code"]] != one["division_type"]]


def counted(kinds):
    return f"{sum(kind == 'tỉnh' for kind in kinds)} + {sum(kind != 'tỉnh' for kind in kinds)}"


seen = (
    f"{package.__data_version__} objects {counted(objects.values())}, JSON {counted(in_json.values())}: {', '.join(differ)}"
)
print(seen)
sys.exit(
    seen != "2026-09-20 objects 25 + 9, JSON 28 + 6: Tỉnh Quảng Ninh, Tỉnh Bắc Ninh, Tỉnh Đồng Nai"
)
PYTHON_CODE
