# Everything runs in .venv, which make sets up on first use and again when pyproject.toml changes.

# The first Python that is new enough and can make a virtual environment; or name one: make PYTHON=python3.12 …
ENOUGH := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c '$(ENOUGH)' >/dev/null 2>&1 && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready
EXAMPLE := data/so_vhttdl_lang_son_2023
SEED := 30
COUNT := 400

.DELETE_ON_ERROR:
.PHONY: help demo test lint golden data templates rules bench bench-quick precision clean

help: ## say what make can do
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

demo: $(READY) ## make the documents of the shipped example into output/, and judge their format
	$(BIN)/cchc tao $(EXAMPLE).xlsx
	$(BIN)/cchc kiem-tra output

test: lint ## check the code, then run all tests
	$(BIN)/pytest

lint: $(READY) ## check the code without running it: style, types, who imports whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

golden: $(READY) ## write tests/golden anew from what the code gives; review the difference
	$(BIN)/pytest --update-golden

data: $(READY) ## write data/*.xlsx anew from data/*.yaml
	$(BIN)/python tools/data.py

templates: $(READY) ## put the shared blocks of templates/_khung.docx into the templates
	$(BIN)/python tools/templates.py

rules: $(READY) ## write docs/the_thuc.md and docs/van_de.md anew from the rules of format and the codes of problems
	$(BIN)/python tools/rules_page.py
	$(BIN)/python tools/problems_page.py

bench: $(READY) ## measure speed and memory, against docxtpl and bare libraries (figures also in build/bench.json)
	$(BIN)/python -m benchmarks.bench

bench-quick: $(READY) ## see that all that bench measures still runs, in about a minute; its figures say little
	$(BIN)/python -m benchmarks.bench --quick

precision: $(READY) ## judge and mend made papers of other people: how often that is right (SEED=… COUNT=…)
	$(BIN)/python -m benchmarks.other_papers.precision --seed $(SEED) --count $(COUNT)

clean: ## remove .venv, caches and builds; output/ stays
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The version stands in __init__.py; groups of dependencies need pip 25.1.
$(READY): pyproject.toml cchc_docs/__init__.py
	@$(or $(PYTHON),false) -c '$(ENOUGH)' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed, with its venv module (on Debian and Ubuntu the package python3-venv)."; \
		echo "Found: $(or $(PYTHON),none that will do). Install one, or name one: make PYTHON=/path/to/python3"; \
		exit 1; } >&2
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@
