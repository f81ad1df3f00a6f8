"""What draws an answer: a frame goes in, a plotly figure comes out. No streamlit here."""
