"""Elements that Streamlit has no widget for: tables, sentences and lists whose counts are real links.

An element is described in Python (`element("p", "text", …)`) and built in the browser as text nodes, never from HTML
in a string. A plain click on a link is followed without loading the dashboard again; see browser.js.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from mirps_data import messages
from mirps_data.addresses import COMMITMENTS
from mirps_data.language import Language
from mirps_data.sentences import Count, Sentence
from mirps_data.store import Tables
from mirps_design.palette import css_variables
from mirps_ui.view import View

Node = str | list  # text, or [tag, attributes, children]

_HERE = Path(__file__).parent


def element(tag: str, *children: Node | None, **attributes: str | int | None) -> Node:
    """An element: attributes as in HTML (`class_`, `aria_label`), those that are None left out, as are children."""
    named = {name.rstrip("_").replace("_", "-"): str(value) for name, value in attributes.items() if value is not None}
    return [tag, named, [child for child in children if child is not None]]


def link(text: str, href: str, **attributes: str | int | None) -> Node:
    """A link to a page of the dashboard, followed without loading it again."""
    return element("a", text, href=href, data_page="", **attributes)


def count_link(view: View, count: Count, **attributes: str | int | None) -> Node:
    """Words that count, as a link to exactly the commitments counted."""
    return link(count.words, view.link(COMMITMENTS, count.selection), **attributes)


def sentence_nodes(view: View, sentence: Sentence) -> list[Node]:
    """A sentence with its counts as links."""
    return [part if isinstance(part, str) else count_link(view, part) for part in sentence]


def copy_button(say: Language, label: str, text: str, href: str) -> Node:
    """A button that copies a text and, below it, the address of a page that the server renders itself."""
    copied = say("Copied")
    return element("button", label, type="button", data_copy=text, data_copy_link=href, data_done=copied)


def show(*nodes: Node | None, key: str, keys: bool = False, told: Mapping[str, object] | None = None) -> None:
    """Shows elements on the page; `key` names them apart from the page's others.

    `keys` lets links with `data_key` be followed by that key; `told` is for the browser (see mirps_ui.browser.told).
    """
    shown = [node for node in nodes if node is not None]
    _component()(data={"nodes": shown, "keys": keys, **(told or {})}, key=key)


def paragraphs(text: str) -> Iterable[Node]:
    """The paragraphs of a text whose paragraphs are parted by an empty line."""
    return (element("p", paragraph) for paragraph in text.split("\n\n"))


def headline(view: View, sentence: Sentence) -> Node:
    """The finding that a page opens with."""
    return element("h1", *sentence_nodes(view, sentence))


def chart_title(finding: str, counted: str) -> Node:
    """What stands above a chart: what it shows, and what is counted."""
    return element("div", element("h2", finding), element("p", counted, class_="counted"), class_="chart-title")


def source_line(view: View, tables: Tables, *more: str) -> Node:
    """What stands below a chart or a table: where its figures come from."""
    source = messages.source(view.say, tables.edition)
    return element("p", " ".join(filter(None, [source, *more])), class_="source")


@st.cache_resource
def _component() -> ComponentRenderer:
    """The styles are not isolated: in a shadow root, a dialog's focus would never reach the elements."""
    scripts = (_HERE / name for name in ("browser.js", "elements.js"))
    return st.components.v2.component(
        "mirps_elements",
        html='<div class="mirps"></div>\n',
        css=css_variables(".mirps") + (_HERE / "elements.css").read_text(encoding="utf-8"),
        js="\n".join(script.read_text(encoding="utf-8") for script in scripts),
        isolate_styles=False,
    )
