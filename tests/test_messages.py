from mirps_data.counts import matrix, plan_sizes
from mirps_data.messages import repetitions, rounding, rounding_of_rows
from mirps_data.selection import Selection


def test_shares_that_do_not_add_up_to_100_are_told(english):
    assert rounding(english, [1, 1, 1], 3) == "Shares are rounded; here they add up to 99%."
    assert rounding(english, [1, 1], 2) == ""


def test_shares_of_a_part_are_not_expected_to_add_up(english):
    assert rounding(english, [1, 1], 7) == ""


def test_a_table_of_shares_says_once_that_rows_may_not_add_up(tables, english):
    sizes, everything = plan_sizes(tables), matrix(tables, Selection())
    assert rounding_of_rows(english, everything.cells, sizes) != ""
    assert rounding_of_rows(english, matrix(tables, Selection.of(area="health")).cells, sizes) == ""


def test_rows_that_are_listed_and_not_counted_are_told_only_where_there_are_any(english):
    assert repetitions(english, 27, 27) == ""
    assert repetitions(english, 39, 38).startswith("39 are listed; one of them")
