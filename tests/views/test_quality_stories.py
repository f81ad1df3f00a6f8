"""Stories told twice, on the data-quality page; and set algebra in words, on the map page."""

from dashboard.parts import data
from dashboard.views.membership_answers import likeness_frame, number_frame
from tests.views.app import opened, says


def test_stories_told_twice_are_told() -> None:
    app = opened("quality")
    assert says(app, "of articles known to be one source", "only alike")


def test_frames_in_words_name_nations_and_coalitions() -> None:
    app = opened("map", {"tab": "overlap"})
    assert not app.exception
    atlas = data.atlas()
    sets = {
        "cspo": frozenset({"FRA", "USA", "ITA"}),
        "olympic-defender": frozenset({"FRA", "USA"}),
    }
    numbers = number_frame(atlas, sets)
    assert numbers["Nation"].tolist() == ["France", "United States", "Italy"]
    assert numbers["Coalitions"].tolist() == [2, 2, 1]
    alike = likeness_frame(atlas, sets)
    assert alike[["Nations in both", "In either", "Shared"]].values.tolist() == [[2, 3, "67%"]]
