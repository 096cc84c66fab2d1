# `make` sets up .venv and builds site/; `make help` lists all targets. Needs python3 (3.11 or later) and nothing else.
PYTHON ?= python3
BIN := .venv/bin

# Python is started often: each module is compiled once, not once a process.
unexport PYTHONDONTWRITEBYTECODE

PYTEST := $(BIN)/pytest -n auto --dist worksteal

.PHONY: site serve pdf check test test-all lint types current mutants bench lock clean help

site: .venv/installed  ## build site/ (the default target)
	$(BIN)/python build.py

serve: .venv/installed  ## show the site on this machine, new at each save
	$(BIN)/python build.py serve

# site/ is committed, and equal to a build without PDFs.
pdf: .venv/printing  ## build the site with its PDFs in public/
	$(BIN)/python build.py pdf --output public

check: .venv/installed  ## check the content, and write nothing
	$(BIN)/python build.py check

test: lint  ## lint, verify site/, run the fast tests
	$(PYTEST) -m "not slow"

test-all: lint  ## lint, verify site/, run every test: what CI does
	$(PYTEST)

lint: .venv/tested  ## lint and type-check the code, compare site/ with a build
	$(MAKE) --jobs=2 --output-sync types current

types:
	$(BIN)/mypy

current:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/python build.py verify --strict
	$(BIN)/python build.py audit

mutants: .venv/tested  ## make every figure wrong in each way an editor errs; print what is caught
	$(BIN)/python -m tests.support.mutants

# Against Hugo on the same content, at 9, 300 and 3,000 places; then the time of each stage.
bench: .venv/benchmarked  ## measure the speed, and compare it with Hugo's
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python benchmarks/stages.py

help:  ## list the targets
	@awk -F '## ' '/^[a-z-]+:.*## / { split($$1, target, ":"); printf "%-10s %s\n", target[1], $$2 }' $(MAKEFILE_LIST)

.venv/installed: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed; name one: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

.venv/printing: requirements-pdf.lock .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-pdf.lock
	touch $@

.venv/tested: requirements-test.lock .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	touch $@

.venv/benchmarked: requirements-bench.lock .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	touch $@

# Names no registry.
LOCK = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --quiet
lock:  ## pin every dependency with its hashes (needs uv)
	$(LOCK) -o requirements.lock
	$(LOCK) --extra pdf -o requirements-pdf.lock
	$(LOCK) --extra test -o requirements-test.lock
	$(LOCK) --extra bench -o requirements-bench.lock

clean:  ## remove what these targets installed and cached
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
