"""The application: `streamlit run app.py`. The dashboard is mirps_ui/frame.py; the server also answers /data/…."""

import streamlit as st

from mirps_publish.middleware import middleware
from mirps_publish.routes import routes

app = st.App("mirps_ui/frame.py", routes=routes, middleware=middleware)
