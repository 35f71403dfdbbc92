# make run         set up .venv/, convert samples/ to out/, show a task sheet
# make test        set up .venv/, lint, type-check, run every test
# make test-batch  the batch test at full length: 500 files in every joined format, killed again and again
# make test-spark  the tests under Apache Spark, too: needs Java 17, installs the extra "spark" (some 800 MB)
# make model       learn the confidences again, from samples/ and the annotated documents beside the checkout
# make fuzz        every fuzzer for FUZZ_SECONDS (600) and the property tests with many more examples
# make bench       speed of the whole job and of its stages
# make clean       remove what the targets above made

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
FUZZ_SECONDS ?= 600
FUZZERS ?= structure content text html docx package pdf doc scan written

.PHONY: run test test-batch test-spark lint fuzz model bench clean
.DELETE_ON_ERROR:

$(READY): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

run: $(READY)
	$(BIN)/vnstruct convert samples/*.txt -o out
	$(BIN)/vnstruct convert samples/*.txt -o out/tong-hop.xlsx
	@echo
	$(BIN)/vnstruct tasks samples/chi-thi-ubnd-phuong-2025.txt

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint
	$(BIN)/pytest

test-batch: $(READY)
	VNSTRUCT_TEST_BATCH=long $(BIN)/pytest tests/shell/test_mixed_batch.py --durations=0

test-spark: $(READY)
	@command -v java >/dev/null || test -n "$$JAVA_HOME" || { echo "Java 17 or newer is needed"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,spark]'
	$(BIN)/pytest -rs tests/cluster

fuzz: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,fuzz]'
	VNSTRUCT_EXAMPLES=5000 $(BIN)/python -m pytest tests/hardness
	for fuzzer in $(FUZZERS); do $(BIN)/python -m tests.hardness.fuzz $$fuzzer --seconds $(FUZZ_SECONDS) || exit 1; done

model: $(READY)
	$(BIN)/vnstruct train samples/gold $(wildcard ../shared/eval/dev) --familiar models/familiar.txt --report

bench: $(READY)
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf $(VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .fuzz
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
