"""The pages: their names, addresses and order, in one place."""

import streamlit as st

from mirps_data.language import Language

OVERVIEW = ""
COUNTRY = "country"
FOCUS_AREA = "focus_area"
COMPARE = "compare"
COMMITMENTS = "commitments"
PRESENT = "present"
ABOUT = "about"


def pages(say: Language) -> dict[str, st.Page]:
    """Each page by its address, titled in the language, in the order of the navigation."""
    titles = {
        OVERVIEW: say("Overview"),
        COUNTRY: say("Country"),
        FOCUS_AREA: say("Focus area"),
        COMPARE: say("Compare"),
        COMMITMENTS: say("Commitments"),
        PRESENT: say("Present"),
        ABOUT: say("About the data"),
    }
    return {
        address: st.Page(
            f"../pages/{address or 'overview'}.py", title=title, url_path=address, default=address == OVERVIEW
        )
        for address, title in titles.items()
    }
