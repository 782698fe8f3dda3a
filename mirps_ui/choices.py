"""The one row of options: links to the same page for one thing each, the chosen ones marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from mirps_ui.elements import Node, element


@dataclass(frozen=True)
class Choice:
    """An option: its label, where it leads, whether it is chosen, and the number that stands behind the label."""

    label: str
    href: str
    is_chosen: bool = False
    number: str = ""
    is_empty: bool = False


def choices(choices: Iterable[Choice], label: str, is_labelled: bool = False) -> Node:
    """A row of options under an accessible name, which is shown before it if `is_labelled`."""
    items = element("ul", *(element("li", _option(choice)) for choice in choices), class_="choices")
    if not is_labelled:
        return element("nav", items, aria_label=label)
    return element("nav", element("span", label, class_="label"), items, aria_label=label, class_="filter")


def _option(choice: Choice) -> Node:
    number = element("span", choice.number, class_="number") if choice.number else None
    return element(
        "a",
        *((f"{choice.label} ", number) if number else (choice.label,)),
        href=choice.href,
        data_page="",
        aria_current="true" if choice.is_chosen else None,
        class_="empty" if choice.is_empty else None,
    )
