"""What leaves the dashboard: tables, light pages, spreadsheets, briefings, decks. Never Streamlit."""
