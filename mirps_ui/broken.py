"""What is shown instead of the dashboard when its tables break their contract."""

from mirps_data.tables import BrokenTablesError
from mirps_ui.elements import element, show
from mirps_ui.view import View


def show_problems(view: View, broken: BrokenTablesError) -> None:
    """Says what is wrong and where, one line a problem, and how to see whether it is mended."""
    say = view.say
    number = len(broken.problems)
    show(
        element("h1", say("The commitments cannot be shown")),
        element(
            "p",
            say.plural(
                "The tables have {number} problem. Until it is mended nothing is shown, since a count could be wrong.",
                "The tables have {number} problems. Until they are mended nothing is shown, since a count could be "
                "wrong.",
                number,
            ),
        ),
        element("ul", *(element("li", str(problem)) for problem in broken.problems), class_="problems"),
        element(
            "p",
            say("To check the tables again:"),
            " ",
            element("code", f"python -m mirps_data check --data {broken.folder}"),
        ),
        key="problems",
        sets_language=say.code,
    )
