# make run: the dashboard.  make test: all tests.  make test-fast: an answer within a minute.
# make test-thorough: the property tests with 2,000 examples each.  make check: style and types.
# make picture: the house in docs/.  make update-lock: what is installed, with its hashes, from the short lists.
# make catalogue: the strings to translate.  make bench: how long a search takes, here and now.
PORT ?= 8501
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test test-fast test-thorough check format catalogue bench picture update-lock

run: .venv/run
	@$(BIN)/python tools/port.py $(PORT)
	@echo "The dashboard: http://localhost:$(PORT)   (Ctrl+C stops it)"
	@$(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/dev
	@$(BIN)/python tools/browser.py
	@$(BIN)/python tools/office.py
	$(BIN)/pytest -n 2 --dist loadfile --ignore=tests/browser
	$(BIN)/pytest tests/browser

test-thorough: .venv/dev
	$(BIN)/pytest -n 2 --hypothesis-profile thorough tests/test_findings.py tests/test_counts.py tests/test_selection.py

test-fast: .venv/dev
	$(BIN)/pytest -q -n auto --ignore=tests/browser -m "not slow and not hypothesis"

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/run
	$(BIN)/python -m tools.bench

picture: .venv/run
	$(BIN)/python -m tools.house

catalogue: .venv/dev
	$(BIN)/pybabel -q extract -F babel.cfg -o .venv/messages.pot --no-default-keywords -k say -k plural:1,2 \
		-k template -k plural_template:1,2 -k message --no-location --no-wrap mirps_data mirps_design mirps_ui mirps_publish pages
	$(BIN)/pybabel -q update -l es -i .venv/messages.pot -o mirps_data/locale/es.po --no-wrap --ignore-obsolete

LOCK = $(BIN)/uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make update-lock"

update-lock: .venv/dev
	$(LOCK) requirements.txt --output-file requirements.lock
	$(LOCK) --constraints requirements.lock requirements-dev.txt --output-file requirements-dev.lock

.venv/run: requirements.lock
	@sh tools/venv.sh $(PYTHON)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/dev: requirements-dev.lock
	@sh tools/venv.sh $(PYTHON)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ .venv/run
