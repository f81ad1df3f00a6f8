"""Every chart that these tests draw is checked by Plotly, as visitors' are not."""

from __future__ import annotations

import pytest

from dashboard.charts import layout


@pytest.fixture(autouse=True)
def _checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "CHECKED", True)
