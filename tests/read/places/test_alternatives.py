"""Names that several places bear keep the others, each with its score."""

from __future__ import annotations

import pytest

from place_reports import place_called, places_in


def test_a_name_of_many_bearers_keeps_the_others_with_scores() -> None:
    mention = place_called("The fair was held in Springfield.", "Springfield")
    assert len(mention.alternatives) > 1
    scores = [mention.score, *(other.score for other in mention.alternatives)]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) <= 1.001
    places = [mention.place, *(other.place for other in mention.alternatives)]
    assert len(set(places)) == len(places)


def test_context_takes_the_doubt_away() -> None:
    bare = place_called("The fair was held in Springfield.", "Springfield")
    told = place_called("The fair was held in Springfield, Illinois.", "Springfield")
    assert told.score > bare.score
    assert told.place is not None
    assert told.place.admin1 == "Illinois"


@pytest.mark.parametrize("text", ["It rained in Norway.", "It rained in Ninefold, a small town."])
def test_a_name_of_one_bearer_or_none_has_no_alternative(text: str) -> None:
    (mention,) = places_in(text)
    assert mention.alternatives == ()
