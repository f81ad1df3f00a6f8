FROM python:3.11-slim-bookworm AS build

WORKDIR /srv/atlas
COPY pyproject.toml requirements.txt LICENSE README.md ./
COPY loaders loaders
COPY dashboard dashboard
RUN python -m venv /opt/atlas && /opt/atlas/bin/pip install --no-cache-dir -r requirements.txt

FROM python:3.11-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PATH=/opt/atlas/bin:$PATH \
    HOME=/home/atlas XDG_CACHE_HOME=/var/cache/atlas ATLAS_CURATE=off

RUN useradd --create-home --home-dir /home/atlas --uid 1000 atlas \
    && mkdir -p /var/cache/atlas && chown atlas:atlas /var/cache/atlas

COPY --from=build /opt/atlas /opt/atlas
WORKDIR /srv/atlas
COPY --from=build /srv/atlas /srv/atlas
COPY .streamlit .streamlit
COPY data data

# By number, so that the host can tell it is not root.
USER 1000:1000
# The checkout is read-only: tables are built into this volume at the first start.
VOLUME /var/cache/atlas
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
CMD ["streamlit", "run", "dashboard/app.py", "--server.address=0.0.0.0", "--server.port=8501", "--server.headless=true"]
