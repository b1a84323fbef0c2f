# So Ordered: every command that a person or a machine gives this project.
# The first run of any target makes .venv by itself (see .ci/set_up); later runs start at once.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help demo test quick check format bench stress score build clean

BIN := .venv/bin
# The stamp carries the digest of what decides the environment: another lock is another stamp.
LOCK := $(shell cat uv.lock pyproject.toml .ci/set_up | sha256sum | cut -c1-16)
READY := .make/ready-$(LOCK)
SHARED := $(or $(SOORDERED_SHARED),../shared)

# Make the environment: once per lock file, and again if .venv was taken away.
$(READY): $(if $(wildcard $(BIN)/python),,no-environment)
	@mkdir -p .make
	@PYTHON="$(PYTHON)" .ci/set_up
	@rm -f .make/ready-*
	@touch $@

.PHONY: no-environment
no-environment:

# List the targets.
help:
	@awk '/^# /{note=substr($$0,3)} /^[a-z]+:/{split($$1,t,":"); if (note!="") printf "  make %-8s %s\n", t[1], note; note=""} !/^# /&&!/^[a-z]+:/{note=""}' Makefile

# Walk through one dispute in the terminal; ends by itself.
demo: $(READY)
	@$(BIN)/soordered demo

# Run everything that CI runs: the checks, then all tests (under 20 minutes on two cores).
test: $(READY) check
	@$(BIN)/pytest -n 2 --no-header

# Run the tests of the inner loop (under 3 minutes).
quick: $(READY)
	@$(BIN)/pytest -n 2 -q -m "not slow"

# Check format, lint, types and floors.
check: $(READY)
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-cache > .make/imports.txt || { cat .make/imports.txt; exit 1; }

# Put the code in the project's format.
format: $(READY)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

# Measure start-up, reading, counting, running and keeping records beside peers; print the ratios.
bench: $(READY)
	@code=0; for part in measure dates reading records; do $(BIN)/python -m bench.$$part || code=1; done; exit $$code

# Run the heavy measurements that are no part of CI: long case files, ten million rows, 10 MB orders, 10,000 fuzzed texts.
stress: $(READY)
	@$(BIN)/python -m bench.measure --stress
	@$(BIN)/python -m bench.dates
	@$(BIN)/python -m bench.reading --stress
	@SOORDERED_FUZZ=10000 $(BIN)/pytest -q --no-header -n 2 tests/orders/test_fuzzed_texts.py
	@SOORDERED_STRESS=1 $(BIN)/pytest -q tests/store/test_crash_and_crowd.py tests/wiring/test_tampering_in_the_database.py

# Read the labelled corpus; print what is found, missed, wrong, gained and lost.
score: $(READY)
	@$(BIN)/soordered score $(SHARED)/corpus/dev --baseline tests/orders/score_baseline.json

# Build the wheel into dist/.
build: $(READY)
	@.make/bootstrap/bin/uv build --quiet --wheel --no-build-isolation --python $(BIN)/python

# Take away what the other targets made.
clean:
	@rm -rf .venv .make dist
