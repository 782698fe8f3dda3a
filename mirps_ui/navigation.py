"""The pages as Streamlit's navigation has them, titled in the reader's language."""

import streamlit as st

from mirps_data.addresses import ABOUT, COMMITMENTS, COMPARE, COUNTRY, FOCUS_AREA, OVERVIEW, PRESENT
from mirps_data.language import Language


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
