"""What the pages for adding and reading over need to know, without streamlit."""
