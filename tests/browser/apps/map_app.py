"""The least app that draws the world: what the membership map needs, and nothing else."""

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import streamlit as st

from dashboard.charts import geography

INK = {"light": ("#e3e6ea", "#ffffff"), "dark": ("#39414d", "#0e1117")}


def figure(view: geography.View, land: str, border: str) -> go.Figure:
    centres = geography.centres()
    small = centres[centres["is_small"]]
    shown = pd.DataFrame({"nation": sorted(geography.outlined()), "member": "yes"})
    world = px.choropleth(shown, locations="nation", color="member")
    world.update_traces(marker_line={"color": border, "width": 0.5})
    world.add_trace(
        go.Scattergeo(
            lon=small["lon"],
            lat=small["lat"],
            text=small["name"],
            marker={"size": 6, "color": "#c2410c", "line": {"color": "white", "width": 1}},
        )
    )
    world.update_geos(
        fitbounds=False,
        projection_type=view.projection,
        lonaxis_range=view.lon,
        lataxis_range=view.lat,
        showland=True,
        landcolor=land,
        showcoastlines=False,
        showframe=False,
        bgcolor="rgba(0,0,0,0)",
    )
    world.update_layout(
        height=480, margin={"l": 0, "r": 0, "t": 0, "b": 0}, showlegend=False, dragmode="pan"
    )
    return world


st.set_page_config(layout="wide")
land, border = INK[st.context.theme.type or "light"]
view = geography.EUROPE if st.query_params.get("view") == "europe" else geography.WORLD
st.plotly_chart(
    figure(view, land, border), key="world", config={"topojsonURL": geography.TOPOJSON_URL}
)
