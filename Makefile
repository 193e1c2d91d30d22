# Two commands do all the set-up: `make demo` and `make test`.
SHELL := /bin/bash
PYTHON := .venv/bin/python
PORT ?= 8000
BENCHMARKS := $(patsubst benchmarks/%.py,%,$(filter-out benchmarks/report.py benchmarks/__init__.py,$(wildcard benchmarks/*.py)))

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test check services openapi build install lock bench screenshots clean

help: ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: ## a contest in progress at http://127.0.0.1:8000 (PORT= changes it)
	@bash deploy/demo.sh $(PORT)

demo-reset: ## forget the demo's data
	rm -rf var/demo

test: ## every test: pytest on SQLite and on PostgreSQL + Redis, Vitest, Playwright
	@bash deploy/test.sh

check: ## linters, types, layers, snapshots, both languages
	@bash deploy/check.sh

services: ## PostgreSQL and Redis on loopback, installed and started where missing
	@bash deploy/setup/services.sh

install: ## Python and Node packages, from the lock files
	@bash deploy/setup/python.sh dev && bash deploy/setup/node.sh

build: ## the front end
	@bash deploy/setup/node.sh && bash deploy/setup/frontend.sh

openapi: ## write the API and event snapshots and the front end's types
	@bash deploy/setup/python.sh dev && bash deploy/setup/node.sh
	$(PYTHON) manage.py openapi
	cd frontend && npm run --silent api

lock: ## pin anew what pyproject.toml asks for (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" -q pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" -q pyproject.toml --group dev -o requirements-dev.lock

bench: $(BENCHMARKS:%=bench-%) ## every benchmark, as a table and benchmarks/results/NAME.jsonl

bench-%: install
	$(PYTHON) -m benchmarks.$*

screenshots: ## the pictures of the README, from the running product
	@bash deploy/screenshots.sh

clean: ## everything that was made here
	rm -rf .venv frontend/node_modules frontend/dist var
