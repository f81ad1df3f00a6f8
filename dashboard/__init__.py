"""The Streamlit application over the tables that the loaders build."""
