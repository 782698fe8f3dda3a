"""The commitments of the MIRPS national action plans: load, check, select, count, search.

This package knows the data and nothing of how it is shown: it never imports Streamlit or Plotly.
"""
