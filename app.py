"""The application: `streamlit run app.py`. The dashboard is mirps_ui/frame.py; the server answers the rest itself."""

import streamlit as st

from mirps_publish.middleware import middleware
from mirps_publish.routes import exception_handlers, routes

app = st.App("mirps_ui/frame.py", routes=routes, middleware=middleware, exception_handlers=exception_handlers)
