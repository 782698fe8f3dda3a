"""The data of a PowerPoint chart, on a sheet with a name in the language; the library calls each one Sheet1."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pptx.chart.data import CategoryChartData
from pptx.chart.series import _BaseCategorySeries
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

_LIBRARY_S = "Sheet1!"


class NamedChartData(CategoryChartData):
    """Categories and series as the library takes them, with the name of their sheet and of its author."""

    def __init__(self, sheet: str, author: str) -> None:
        super().__init__()
        self.sheet, self.author = sheet, author

    @property
    def _workbook_writer(self) -> "_NamedSheet":
        return _NamedSheet(self)


class _NamedSheet(CategoryWorkbookWriter):
    @contextmanager
    def _open_worksheet(self, xlsx_file: BytesIO) -> Iterator[tuple[Workbook, Worksheet]]:
        with Workbook(xlsx_file, {"in_memory": True}) as book:
            book.set_properties({"author": self._chart_data.author})
            yield book, book.add_worksheet(self._chart_data.sheet)

    @property
    def categories_ref(self) -> str:
        return self._named(super().categories_ref)

    def series_name_ref(self, series: _BaseCategorySeries) -> str:
        return self._named(super().series_name_ref(series))

    def values_ref(self, series: _BaseCategorySeries) -> str:
        return self._named(super().values_ref(series))

    def _named(self, reference: str) -> str:
        quoted = self._chart_data.sheet.replace("'", "''")
        return reference.replace(_LIBRARY_S, f"'{quoted}'!")
