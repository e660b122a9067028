# Every command for this checkout: make help
.DEFAULT_GOAL := help
.PHONY: run test check bench lock pictures install-server browser-test backup clean help

PYTHON ?= $(shell sh scripts/find_python.sh)
BIN := .venv/bin
DEMO ?= --demo

# A shell that forbids compiled files would make every start slow.
unexport PYTHONDONTWRITEBYTECODE

run: ## Install, prepare, fill with the demonstration year, serve (later: serve)
	@test -n "$(PYTHON)" && "$(PYTHON)" scripts/bootstrap.py && exec $(BIN)/lienhiep serve $(DEMO)

test: .dev ## Run the tests (ARGS= for pytest)
	@$(BIN)/python -m pytest -n 2 --dist loadgroup $(ARGS)

check: .dev ## Style, types, contracts, templates, dead code, dependencies, migrations, words
	@sh scripts/check.sh

browser-test: .dev ## Only the tests in a browser
	@$(BIN)/python -m pytest -n 0 -m browser $(ARGS)

bench: .dev ## Measure what performance promises are made about
	@$(BIN)/python -m benchmarks $(ARGS)

pictures: .dev ## Make the pictures of the guide and the README anew (ARGS="--only NAME")
	@$(BIN)/python scripts/guide_pictures.py $(ARGS)

lock: .dev ## Lock the dependencies anew (ARGS=--upgrade for newer versions)
	@sh scripts/lock.sh $(ARGS)

install-server: ## Add what PostgreSQL and Redis need
	@test -n "$(PYTHON)" && "$(PYTHON)" scripts/bootstrap.py server

backup: ## Write a backup of database and files under var/backups
	@$(BIN)/lienhiep backup

clean: ## Remove the environment and caches; data in var/ stays
	rm -rf .venv .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis .coverage var/tests
	find lienhiep tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: .dev
.dev:
	@test -n "$(PYTHON)" && "$(PYTHON)" scripts/bootstrap.py server dev
