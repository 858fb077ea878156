# Newsdesk's chores. `make` alone lists them. The first that needs .venv makes it.

PYTHON ?= python3
ARGS ?=

export PYTHON
BIN := .venv/bin
READY := .venv/.ready
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header

.PHONY: help setup test check run screenshots demo bench package faults reliability golden pictures translations check-pages lock clean

help: ## list the chores
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 14

setup: $(READY) ## install what is missing: system libraries, .venv, this project

$(READY): requirements.lock pyproject.toml scripts/setup.sh scripts/missing_packages.py
	@sh scripts/setup.sh

test: $(READY) ## run all tests (ARGS="tests/unit/test_size.py -k lines" for some)
	$(BIN)/python -m pytest -q -n 2 $(ARGS)

check: $(READY) ## format, lint, types, import contracts, all tests
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m ruff check
	$(BIN)/python -m mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q -n 2

run: $(READY) ## open the window on a sample newsroom; with no display it works by itself and leaves build/demo
	@$(BIN)/python scripts/show_window.py

screenshots: $(READY) ## take the pictures of the window in docs/images anew
	@$(BIN)/python scripts/take_screenshots.py

demo: $(READY) ## make the sample newsroom and export its site into build/demo
	test -e build/demo/newsroom/newsroom.db || $(BIN)/newsdesk new build/demo/newsroom --sample
	$(BIN)/newsdesk -n build/demo/newsroom export site build/demo/newsroom-site
	@echo "Open build/demo/newsroom-site/index.html in a browser."

bench: .venv/.bench ## measure beside Hugo and cp -r
	$(BIN)/python benchmarks/run.py $(ARGS)

.venv/.bench: $(READY) requirements-bench.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

faults: $(READY) ## stop every job at hundreds of points (ARGS=--every for all there are)
	@$(BIN)/python scripts/kill_points.py $(ARGS)

reliability: $(READY) ## stop every job at thousands of points, kill the window 50 times, write both into docs/reliability.md
	@$(BIN)/python scripts/kill_points.py --points 60 --write
	@$(BIN)/python scripts/kill_window.py --write $(ARGS)

package: .venv/.package ## build dist/newsdesk, a folder that runs without Python, and start it once
	$(BIN)/python scripts/package.py

.venv/.package: $(READY) requirements-package.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-package.lock
	@touch $@

golden: $(READY) ## write the golden files anew; then read the diff
	$(BIN)/python -m pytest -q --golden-update $(ARGS)
	git diff --stat tests/golden

pictures: $(READY) ## draw the sample newsroom's pictures anew
	$(BIN)/python scripts/make_sample_pictures.py

translations: $(READY) ## bring the translations up to date with the source (ARGS="--add fr" begins one)
	$(BIN)/python scripts/translations.py $(ARGS)

check-pages: $(READY) ## validate the exported sample (needs Java, Node and Chromium)
	sh scripts/check_pages.sh

lock: $(READY) ## refresh the lock files (ARGS=--upgrade for the newest versions)
	$(LOCK) --group dev $(ARGS) -o requirements.lock
	$(LOCK) --group bench --constraints requirements.lock --no-annotate $(ARGS) -o requirements-bench.lock
	$(LOCK) --group packaging --constraints requirements.lock --no-annotate $(ARGS) -o requirements-package.lock

clean: ## remove what was built and cached; .venv stays
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -r {} +
