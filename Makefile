# Every target says what it does; each takes seconds where nothing changed.
PYTHON ?= python3
UV_VERSION := 0.13.9
VENV := .venv
PEERS := .venv-peers
BIN := $(VENV)/bin
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard src/concerted/web/locale/*/LC_MESSAGES/django.po))
export UV_PYTHON_DOWNLOADS := never
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup demo test lint unit postgresql evaluate benchmark peers commands api lock clean
.DEFAULT_GOAL := help

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.installed $(CATALOGUES) ## set up the virtual environment from the lock

$(VENV)/.installed: requirements.lock pyproject.toml
	@echo "Setting up Concerted in $(VENV) (under two minutes the first time) ..."
	@$(PYTHON) -c 'import sys; sys.exit("Concerted needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip sync --quiet --require-hashes requirements.lock
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@
	@echo "Set up."

%.mo: %.po | $(VENV)/.installed
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

demo: setup ## load the built-in coalition, print what was read, serve the site on this machine
	@$(BIN)/concerted demo

test: lint unit postgresql ## check style, types and layers, then run every test on SQLite and on PostgreSQL

lint: setup ## check style (ruff), types (mypy) and layers (import-linter)
	@echo "Style ..."
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@echo "Types ..."
	@$(BIN)/mypy
	@echo "Layers ..."
	@$(BIN)/lint-imports --no-logo

unit: setup ## run every test, the register on SQLite
	@echo "Tests, the register on SQLite ..."
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

postgresql: setup ## run the tests of register and site again on a private PostgreSQL, where one is installed
	@echo "Tests of register and site on PostgreSQL ..."
	@$(BIN)/python -m tests.postgresql $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not browser" tests/register tests/actions tests/web tests/api; \
	code=$$?; if [ $$code -eq 69 ]; then echo "left out: no PostgreSQL server is installed here (Debian: apt-get install postgresql)"; \
	else exit $$code; fi

evaluate: setup ## compare what is read with the statements annotated by hand
	@$(BIN)/python -m benchmarks.accuracy --leave-one-out

benchmark: setup ## time reading beside its peers, with growing texts and from the start of the command
	@$(BIN)/python -m benchmarks.reading

peers: $(PEERS)/.installed ## install what only `make benchmark` compares with (spaCy, about 330 MB)

$(PEERS)/.installed: benchmarks/peers.lock | $(VENV)/.installed
	@echo "Setting up the peers in $(PEERS) ..."
	@test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	@VIRTUAL_ENV=$(CURDIR)/$(PEERS) $(BIN)/uv pip sync --quiet --require-hashes benchmarks/peers.lock
	@touch $@
	@echo "Set up."

commands: setup ## write docs/commands.md anew from the commands' own help
	@$(BIN)/python -m tests.house.command_pages > docs/commands.md

api: setup ## write the programming interface's document, its page and its Python client anew
	@$(BIN)/python -m tests.api.reference

lock: ## work the locks out anew from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet --upgrade -o requirements.lock
	@$(BIN)/uv pip compile --group peers --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet --upgrade -o benchmarks/peers.lock

clean: ## remove the virtual environment and what was generated
	rm -rf $(VENV) $(PEERS) $(CATALOGUES) var dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
