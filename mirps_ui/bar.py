"""What stands above every page: what is selected, with a way to clear it, and the languages."""

from mirps_data.addresses import COMMITMENTS, COUNTRY, FOCUS_AREA, READ, address, download_address
from mirps_data.language import LANGUAGES
from mirps_data.messages import left_out, nothing_selected
from mirps_data.reference import COUNTRIES, FOCUS_AREAS, Country, FocusArea
from mirps_data.selection import Selection
from mirps_ui.elements import Node, element, link
from mirps_ui.navigation import pages
from mirps_ui.view import View


def bar(view: View, page: str, shown: Selection, count: int) -> Node:
    """What the page shows of the selection in words and as files, and the language switch."""
    in_the_page = page == COMMITMENTS  # whose headline is the selection
    selected = None if in_the_page else _selected(view.of(shown), page, count)
    tools = element("div", _take_away(view.of(shown), count), languages(view, page), class_="tools")
    return element("div", _pages(view, page), selected, tools, class_="bar")


def scope_of_page(view: View, page: str) -> Selection:
    """What a page shows of the selection: Country and Focus area show one, the first where none is chosen."""
    if page == COUNTRY:
        return view.selection.narrowed(country=shown_country(view).code)
    return view.selection.narrowed(area=shown_area(view).code) if page == FOCUS_AREA else view.selection


def shown_country(view: View) -> Country:
    """The country that the page Country shows: the first of those selected, else the first of all."""
    chosen = view.selection.codes("country") or (COUNTRIES[0].code,)
    return next(country for country in COUNTRIES if country.code in chosen)


def shown_area(view: View) -> FocusArea:
    """The focus area that the page Focus area shows: the first of those selected, else the first of all."""
    chosen = view.selection.codes("area") or (FOCUS_AREAS[0].code,)
    return next(area for area in FOCUS_AREAS if area.code in chosen)


def unknown_note(view: View) -> Node | None:
    """A polite word on what in the link names nothing we know."""
    if not view.unknown:
        return None
    return element("p", left_out(view.say, view.unknown), class_="note", role="status")


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


def _pages(view: View, page: str) -> Node:
    """The pages again, for phones: there Streamlit's navigation is a drawer that covers the page and stays open."""
    items = (
        element("li", link(each.title, view.link(address), aria_current="page" if address == page else None))
        for address, each in pages(view.say).items()
    )
    return element("nav", element("ul", *items, class_="choices"), aria_label=view.say("Pages"), class_="pages")


def _take_away(view: View, count: int) -> Node:
    """The selection as files, and as light pages; where nothing is selected, why there is nothing to take."""
    if not count:
        return element("p", nothing_selected(view.say), class_="source")
    say = view.say
    files = {
        download_address("xlsx"): say("Excel"),
        download_address("csv"): say("CSV"),
        download_address("pptx"): say("PowerPoint"),
        download_address("docx"): say("Word"),
        download_address("pdf"): say("PDF"),
        download_address("html"): say("Offline page"),
        READ: say("Print"),
    }
    links = (element("li", element("a", label, href=address(page, view.query()))) for page, label in files.items())
    return element(
        "nav", element("span", say("Download")), element("ul", *links), aria_label=say("Download"), class_="take-away"
    )


def languages(view: View, page: str) -> Node:
    """The languages as links to the same place, the open commitment included."""
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
