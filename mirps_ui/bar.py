"""What stands above every page: what is selected, with a way to clear it, and the languages."""

from collections.abc import Mapping

from mirps_data.language import LANGUAGES
from mirps_data.selection import Selection
from mirps_ui.elements import Node, element, link
from mirps_ui.navigation import COMMITMENTS
from mirps_ui.view import View


def bar(view: View, page: str, count: int) -> Node:
    """The selection in words, and the language switch."""
    in_the_page = page == COMMITMENTS  # whose headline is the selection
    return element("div", None if in_the_page else _selected(view, page, count), _languages(view, page), class_="bar")


def unknown_note(view: View) -> Node | None:
    """A polite word on what in the link names nothing we know."""
    if not view.unknown:
        return None
    values = view.say.all_of(f"“{value[:40]}”" for value in view.unknown)
    message = view.say("The link asks for {values}, which is not known here; it was left out.", values=values)
    return element("p", message, class_="note", role="status")


def choices(view: View, page: str, options: Mapping[str, tuple[str, Selection]], chosen: str, label: str) -> Node:
    """Links to the same page for one thing each, the chosen one marked. Options: code to label and selection."""
    items = (
        element("li", link(text, view.link(page, selection), aria_current="true" if code == chosen else None))
        for code, (text, selection) in options.items()
    )
    return element("nav", element("ul", *items, class_="choices"), aria_label=label)


def _selected(view: View, page: str, count: int) -> Node:
    if not view.selection:
        return element("p", view.say("All commitments"), class_="selected")
    return element(
        "p",
        element("strong", view.selection.sentence(view.say, count)),
        " ",
        link(view.say("Show all"), view.link(page, Selection())),
        class_="selected",
    )


def _languages(view: View, page: str) -> Node:
    items = (
        element(
            "li",
            link(
                name,
                view.link(page, commitment=view.commitment, lang=code),
                lang=code,
                hreflang=code,
                aria_current="true" if code == view.say.code else None,
            ),
        )
        for code, name in LANGUAGES.items()
    )
    return element("nav", element("ul", *items, class_="languages"), aria_label=view.say("Language"))
