"""What leaves the dashboard: the tables under /data/. Knows the data and the web, never Streamlit."""
