# Tocsin: `make demo` and `make test` do all the set-up they need.
PYTHON ?= python3
VENV   ?= .venv
GOLD   ?= ../shared/gold
BIN     = $(VENV)/bin
PIP     = $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check lint eval scale speed docs lock clean

demo: $(VENV)/.run  ## read the shipped examples and print the brief
	@$(BIN)/tocsin brief examples/reports --config examples/tocsin.toml; \
	code=$$?; [ $$code -le 1 ] || exit $$code

test: $(VENV)/.dev  ## run every test and doctest
	$(BIN)/python -m pytest -q

lint: $(VENV)/.dev  ## formatting, lint, types, layers
	$(BIN)/ruff format --check src tests evals training
	$(BIN)/ruff check src tests evals training
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## what CI runs

eval: $(VENV)/.dev  ## quality figures on the gold sets, against their floors; renews the scorecard
	$(BIN)/python -m evals --gold $(GOLD) --scorecard docs/scorecard.md

scale: $(VENV)/.dev  ## what it costs to weigh 10,000, 30,000 and 100,000 reports
	$(BIN)/python -m evals.scale

speed: $(VENV)/.dev  ## words a second and memory against bare spaCy, start-up times
	$(BIN)/python -m evals.speed --gold $(GOLD)

docs: $(VENV)/.dev  ## build the documentation into site/
	$(BIN)/mkdocs build --strict

lock: $(VENV)/.dev  ## pin every dependency again
	$(BIN)/uv pip compile $(LOCK_FLAGS) -o lock/run.txt pyproject.toml lock/build.in
	$(BIN)/uv pip compile $(LOCK_FLAGS) --extra dev -c lock/run.txt -o lock/dev.txt pyproject.toml lock/build.in
LOCK_FLAGS = --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate --no-emit-index-url --no-emit-find-links

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: lock/run.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r lock/run.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: lock/dev.txt $(VENV)/.run
	$(PIP) install --require-hashes -r lock/dev.txt
	@touch $@

clean:
	rm -rf $(VENV) site dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
