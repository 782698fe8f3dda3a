"""The pages: their names, addresses and order, in one place."""

import streamlit as st

from mirps_data.language import Language

OVERVIEW, COUNTRY, FOCUS_AREA, COMMITMENTS, ABOUT = "", "country", "focus_area", "commitments", "about"


def pages(say: Language) -> dict[str, st.Page]:
    """Each page by its address, titled in the language, in the order of the navigation."""
    titles = {
        OVERVIEW: say("Overview"),
        COUNTRY: say("Country"),
        FOCUS_AREA: say("Focus area"),
        COMMITMENTS: say("Commitments"),
        ABOUT: say("About the data"),
    }
    return {
        address: st.Page(
            f"../pages/{address or 'overview'}.py", title=title, url_path=address, default=address == OVERVIEW
        )
        for address, title in titles.items()
    }
