# 安薪 portal generator: `make help` lists the targets.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
TESTED := $(VENV)/.ready-test
PEERS  := .venv-bench

.DEFAULT_GOAL := help
.PHONY: help site test lint docs serve mutants bench system lock clean

help:  ## this list
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(TESTED): requirements-test.lock $(READY)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.lock
	@touch $@

site: $(READY)  ## set up, check every record, build site/
	$(BIN)/anxin check
	$(BIN)/anxin build

test: $(TESTED) system  ## set up, run every test, the browser's too
	$(BIN)/python -m pytest

lint: $(TESTED)  ## ruff, mypy --strict, architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/architecture

docs: $(READY)  ## write anew what docs/ says of the code
	$(BIN)/python -m generator.cli.docs

serve: $(READY)  ## preview on http://127.0.0.1:8000, built anew and reloaded at every save
	$(BIN)/anxin serve

mutants: $(TESTED)  ## change the code in small ways and see that a test notices (long)
	$(BIN)/python -m tests.mutants

# A peer that cannot be installed is said to be missing in the table, and nothing else fails.
$(PEERS)/.ready: requirements-bench.lock bench/peers/package-lock.json
	$(PYTHON) -m venv $(PEERS)
	-$(PEERS)/bin/python -m pip install --quiet --require-hashes -r requirements-bench.lock
	-cp bench/peers/package.json bench/peers/package-lock.json $(PEERS)/ && npm ci --prefix $(PEERS) --silent --no-audit --no-fund --ignore-scripts
	@touch $@

bench: $(TESTED) $(PEERS)/.ready  ## ours beside Hugo, Eleventy, MkDocs, Zensical and others at 1,000 and 10,000 cases (long)
	$(BIN)/python -m bench $(BENCH)
	$(BIN)/python -m bench.report

system:  # what the tests need from the operating system
	@sh .ci/system

lock:  ## renew the lock files (needs uv and npm)
	uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -U -o requirements.lock
	uv pip compile pyproject.toml --extra build --extra test --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -c requirements.lock -o requirements-test.lock
	uv pip compile pyproject.toml --extra build --extra bench --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -c requirements.lock -o requirements-bench.lock
	cd bench/peers && npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --silent

clean:  ## remove what was built
	rm -rf site .cache
