"""The overview: what this is, what it holds, and three questions with their answers."""

from __future__ import annotations

from tests.views.app import button, figure, opened, query, run, says

ON_THE_DAY = {"as_of": "2025-12-06"}


def test_the_first_screen_says_what_this_is_and_how_much_it_holds() -> None:
    app = opened("overview", dict(ON_THE_DAY))
    assert app.title[0].value == "Space Coalition Atlas"
    assert says(app, "Which nations work together on security in space")
    assert says(app, "2 articles by 2 publishers give 10 nations counted into 2 coalitions")
    assert says(app, "The newest source is of 5 Dec 2025 (inferred), 1 day ago.")


def test_each_question_shows_its_answer_and_links_to_its_page() -> None:
    app = opened("overview", dict(ON_THE_DAY))
    answers = {metric.label: metric.value for metric in app.metric}
    assert answers["members"] == "10"
    assert says(
        app,
        "members of the Combined Space Operations Initiative (CSpO); "
        "1 other coalition has members on 6 Dec 2025",
    )
    queries = {link.proto.page: link.proto.query_string for link in app.main.get("page_link")}
    assert queries["coalition"] == "as_of=2025-12-06&of=cspo"
    assert "official=" in queries["officials"]


def test_the_map_says_in_words_what_it_shows() -> None:
    app = opened("overview", dict(ON_THE_DAY))
    assert app.get("plotly_chart")[0].proto.alt.startswith("CSpO: 10 members on 6 Dec 2025: ")
    dots = [trace for trace in figure(app)["data"] if trace["type"] == "scattergeo"]
    assert sum(len(trace.get("customdata", [])) for trace in dots) == 10


def test_filters_narrow_the_numbers_and_the_newest() -> None:
    app = opened("overview", {**ON_THE_DAY, "coalition": "olympic-defender"})
    assert says(app, "7 nations counted into 1 coalition", "on Olympic Defender")
    assert says(app, "Olympic Defender: 7 members")


def test_when_nothing_passes_the_page_still_stands() -> None:
    app = opened("overview", {"state": "reviewed"})
    assert says(app, "0 articles")
    assert says(app, "No announcement passes the filters.")
    assert says(app, "No statement passes the filters.")


def test_another_day_than_today_is_said_and_can_be_let_go() -> None:
    app = opened("overview", {**ON_THE_DAY, "known_by": "2025-12-06"})
    assert says(app, "The map on 6 Dec 2025")
    button(app, "As of 6 Dec 2025").click()
    run(app)
    assert query(app) == {"known_by": ["2025-12-06"]}
    assert says(app, "The map now")


def test_each_of_the_newest_is_a_link_to_its_claims() -> None:
    app = opened("overview", dict(ON_THE_DAY))
    queries = [link.proto.query_string for link in app.main.get("page_link")]
    assert "as_of=2025-12-06&event=cspo-principals-2025" in queries


def test_no_heading_steps_over_a_level() -> None:
    app = opened("overview")
    assert [item.tag for item in (*app.main.title, *app.main.header)] == ["h1", "h2", "h2", "h2"]
    assert not app.subheader


def test_the_number_of_events_is_that_of_the_page_it_links_to() -> None:
    app = opened("overview", {"as_of": "2026-01-01"})
    number = next(m.value for m in app.metric if "events" in m.label)
    there = opened("timeline", {"from": "2025-01-01", "to": "2026-01-01"})
    assert says(there, f"{number} event")
