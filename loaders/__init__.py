"""Article facts in, pandas tables out. Nothing here imports the dashboard or streamlit."""
