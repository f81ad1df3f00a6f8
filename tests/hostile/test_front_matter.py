"""Front matter that a stranger wrote: it is not unfolded, and the article below it is read."""

from __future__ import annotations

import pytest

from loaders.extraction import extract

BODY = "Ann Doe said the talks had ended.\n"
# Each level has nine of the one before: twelve of them name 282 thousand million words.
BOMB = "a0: &a0 [x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 13)
)


@pytest.mark.parametrize(
    "fields",
    [
        BOMB + "title: *a12\n",
        "title: " + "[" * 15_000 + "\n",
        "title: !!python/object:os.system {}\n",
        "title: &a Talks end\nauthor: *a\n",
    ],
    ids=["alias bomb", "deep", "tag", "alias"],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_front_matter_that_is_not_plain_is_passed_over(fields: str, name: str) -> None:
    read = extract(f"---\n{fields}---\n{BODY}", name)
    assert read["article"]["author"] is None
    assert len(str(read["article"])) < 1_000
    assert [said["text"] for said in read["statements"]] == ["the talks had ended"]


def test_plain_front_matter_is_read() -> None:
    read = extract(f"---\ntitle: Talks end\nauthor: [Bo Ray, Cy Fox]\n---\n{BODY}", "a.md")
    assert (read["article"]["title"], read["article"]["author"]) == ("Talks end", "Bo Ray, Cy Fox")
