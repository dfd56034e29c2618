#!/usr/bin/env bash
# vietnam-provinces 2026.9.0 (PyPI): Ward.get_legacy_sources() leaves out former communes without a word.
# The package's conversion table names ten former communes by codes for which the package has no former commune; the call
# drops them (only a debug line in the log), so that the list looks whole. Phường Mộc Châu comes back as two xã, though its
# table has three units; Phường Bình Tiên, Phường Phú Nhuận and eight more lack one as well. The other way round,
# Ward.search_from_legacy(code=...) answers () for 28 former communes that the package itself lists.
# Seen: "Phường Mộc Châu: 2 of 3; short: 11; former communes that lead nowhere: 28 of 10051"
# Needs Python 3.12 or newer (PYTHON=... names it) and PyPI. Exits with 1 when the package behaves otherwise.
set -euo pipefail
python=${PYTHON:-$(for p in python3.14 python3.13 python3.12 python3; do
    "$p" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && echo "$p" && break; done)}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$python" -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'vietnam-provinces==2026.9.0'
"$folder/venv/bin/python" - <<'PYTHON_CODE'
import sys

from vietnam_provinces import Ward, legacy
from vietnam_provinces._ward_conversion_2025 import NEW_TO_OLD

wards = [ward for ward in Ward.iter_all() if ward.code.value in NEW_TO_OLD]
told = {ward.name: (len(ward.get_legacy_sources()), len(NEW_TO_OLD[ward.code.value].old_wards)) for ward in wards if ward.code.value == 3980}
short = sum(len(ward.get_legacy_sources()) < len(NEW_TO_OLD[ward.code.value].old_wards) for ward in wards)
old = list(legacy.Ward.iter_all())
nowhere = sum(Ward.search_from_legacy(code=ward.code.value) == () for ward in old)
((name, (given, listed)),) = told.items()
seen = f"{name}: {given} of {listed}; short: {short}; former communes that lead nowhere: {nowhere} of {len(old)}"
print(seen)
sys.exit(seen != "Phường Mộc Châu: 2 of 3; short: 11; former communes that lead nowhere: 28 of 10051")
PYTHON_CODE
