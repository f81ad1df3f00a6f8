FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 \
    HOME=/home/atlas XDG_CACHE_HOME=/var/cache/atlas ATLAS_CURATE=off

RUN useradd --create-home --home-dir /home/atlas --uid 1000 atlas \
    && mkdir -p /var/cache/atlas && chown atlas:atlas /var/cache/atlas

WORKDIR /srv/atlas
COPY pyproject.toml requirements.txt LICENSE README.md ./
COPY loaders loaders
COPY dashboard dashboard
RUN pip install -r requirements.txt
COPY .streamlit .streamlit
COPY data data

USER atlas
# The checkout is read-only: tables are built into this volume at the first start.
VOLUME /var/cache/atlas
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"
CMD ["streamlit", "run", "dashboard/app.py", "--server.address=0.0.0.0", "--server.port=8501", "--server.headless=true"]
