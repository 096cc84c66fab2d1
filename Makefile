# `make` sets up .venv and builds site/; `make test` also proves it. Needs python3 (3.11 or later) and nothing else.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site serve pdf test check mutants bench lock clean

site: .venv/installed
	$(BIN)/python build.py

# The site on this machine, new at each save.
serve: .venv/installed
	$(BIN)/python build.py serve

# The site with its PDFs, in public/: site/ is committed, and equal to a build without them.
pdf: .venv/printing
	$(BIN)/python build.py pdf --output public

test: .venv/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python build.py verify --strict
	$(BIN)/python build.py audit
	$(BIN)/pytest

check: .venv/installed
	$(BIN)/python build.py check

# Every figure made wrong in each way an editor errs: a table of what is caught.
mutants: .venv/tested
	$(BIN)/python tests/mutants.py

# Against Hugo, on the same content and the same pages: a table of times, at 9, 300 and 3,000 places.
# Then the profile: the time of each stage of a briefing.
bench: .venv/benchmarked
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python benchmarks/stages.py

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

# Pins every dependency with its hashes and names no registry. Needs uv on the path.
LOCK = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --quiet
lock:
	$(LOCK) -o requirements.lock
	$(LOCK) --extra pdf -o requirements-pdf.lock
	$(LOCK) --extra test -o requirements-test.lock
	$(LOCK) --extra bench -o requirements-bench.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache
