"""Where long Swedish words may break, on a browser that knows no Swedish hyphenation."""

import pytest

from kollegium.ui.components.breaking import BREAK, SOFT_HYPHEN, breakable_sentence


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("specialiseringstjänstgöring ska", "specialiserings~tjänstgöring ska"),
        ("utbildning/uppdatering/kompetensutveckling", "utbildning/|uppdatering/|kompetens~utveckling"),
        ("Varje ST-läkare har en handledare och en plan.", "Varje ST-läkare har en handledare och en plan."),
        ("1/2 och och/eller", "1/2 och och/|eller"),
    ],
    ids=["compound", "slashes", "short words", "fractions"],
)
def test_long_words_break_at_their_joints_and_short_ones_stay(text: str, shown: str) -> None:
    assert breakable_sentence(text).replace(SOFT_HYPHEN, "~").replace(BREAK, "|") == shown
