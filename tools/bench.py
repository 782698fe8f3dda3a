"""How long an update of search and filters takes: medians at the real table and at 100,000 generated rows.

    make bench

An update is what a keystroke or a click asks of the data: the selection, its sentence, the numbers of all options.
Each line is a median of 21 runs on this machine in this run; compare lines of one run only.
"""

import statistics
import time
from dataclasses import replace
from itertools import islice, product

import pandas as pd
from streamlit.testing.v1 import AppTest

from mirps_data.counts import count, facet_counts
from mirps_data.language import language
from mirps_data.reference import COUNTRY_BY_ISO3, FOCUS_AREAS, PROJECT
from mirps_data.selection import Selection
from mirps_data.store import Tables, load_tables

RUNS = 21
MANY = 100_000
SELECTIONS = {
    "all": Selection(),
    "a filter": Selection.of(country=["MEX", "PAN"], area="protection"),
    "a word": Selection.of("docum"),
    "words and a filter": Selection.of("children protection", country=["GTM", "MEX"]),
    "a common word": Selection.of("refugee"),
    "an exclusion": Selection.of("-refugee"),
}


def main() -> None:
    tables = load_tables()
    real = replace(tables)  # without the index that others may have built
    generated = replace(tables, commitments=many_rows(tables.commitments))
    for table in (real, generated):
        began = time.perf_counter()
        assert table.index
        print(f"{len(table.commitments):>7,} rows: index built in {1000 * (time.perf_counter() - began):.0f} ms")
    for name, selection in SELECTIONS.items():
        few, many = (
            median_milliseconds(lambda table=table, chosen=selection: update(table, chosen))
            for table in (real, generated)
        )
        print(
            f"{name:>20}: {few:7.1f} ms at {len(real.commitments):,} rows "
            f"{many:7.1f} ms at {len(generated.commitments):,} rows"
        )
    page = AppTest.from_file(str(PROJECT / "mirps_ui" / "frame.py"), default_timeout=60).run()
    page.switch_page("../pages/commitments.py").run()
    searches = iter(["child", "children", "COMAR", "docum", "refugee"] * RUNS)
    print(
        f"{'whole page, a search':>20}: {median_milliseconds(lambda: searched(page, next(searches))):7.1f} ms of script"
    )


def update(table: Tables, selection: Selection) -> None:
    shown = selection.apply(table)
    selection.sentence(language("es"), count(shown))
    facet_counts(table, selection)


def searched(page: AppTest, words: str) -> None:
    page.query_params["q"] = words
    page.run()


def many_rows(real: pd.DataFrame) -> pd.DataFrame:
    """The real texts over and over, each with words of its own, spread over all countries and areas."""
    places = product(range(MANY), product(COUNTRY_BY_ISO3.values(), FOCUS_AREAS))
    texts = list(real["text"])
    rows = [
        {
            "id": f"{country.iso3}-{area.id_code}-{number:06d}",
            "iso3": country.iso3,
            "country": country.name,
            "focus_area": area.name,
            "title": "",
            "text": f"{texts[number % len(texts)]} number{number}",
            "duplicate_of": "",
        }
        for number, (_, (country, area)) in enumerate(islice(places, MANY))
    ]
    return pd.DataFrame(rows)


def median_milliseconds(action) -> float:
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        action()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


if __name__ == "__main__":
    main()
