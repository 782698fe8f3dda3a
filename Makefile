# make run: the dashboard.  make test: all tests.  make check: style and types.
# make catalogue: the strings to translate.  make bench: how long a search takes, here and now.
PORT ?= 8501
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check format catalogue bench

run: .venv/run
	@$(BIN)/python tools/port.py $(PORT)
	@echo "The dashboard: http://localhost:$(PORT)   (Ctrl+C stops it)"
	@$(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/dev
	@$(BIN)/python tools/browser.py
	@$(BIN)/python tools/office.py
	$(BIN)/pytest

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/run
	$(BIN)/python -m tools.bench

catalogue: .venv/dev
	$(BIN)/pybabel -q extract -F babel.cfg -o .venv/messages.pot --no-default-keywords -k say -k plural:1,2 \
		-k template -k plural_template:1,2 -k message --no-location --no-wrap mirps_data mirps_design mirps_ui mirps_publish pages
	$(BIN)/pybabel -q update -l es -i .venv/messages.pot -o mirps_data/locale/es.po --no-wrap --ignore-obsolete

.venv/run: requirements.txt
	@sh tools/venv.sh $(PYTHON)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev: requirements.txt requirements-dev.txt
	@sh tools/venv.sh $(PYTHON)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ .venv/run
