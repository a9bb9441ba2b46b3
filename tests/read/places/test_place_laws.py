import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from place_reports import document_of, gazetteer, places_in
from tocsin.read.places.ground import ground_places

PHRASES = (
    "Norway Norwegian U.S. Paris Texas Lindral province of in the , . ( ) - St. York al-Wusta\n"
    "Karsh, Ms. and Georgia Ga. CAMP \x00 \u202e ’ “ \n\n Of Nice 12"
)
WORDS = st.sampled_from(PHRASES.split(" "))


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_yields_mentions_that_lie_in_it_in_order_and_apart(text: str) -> None:
    found = places_in(text)
    for mention in found:
        assert mention.span.within(text) == mention.text != ""
        assert 0.0 <= mention.score <= 1.0
        assert mention.place is None or mention.within is None
        assert mention.within is None or found[mention.within].place is not None
    spans = [mention.span for mention in found]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_reading_twice_yields_the_same() -> None:
    text = "Troops left Paris, Texas, for Georgia and the Lindral Camp in Kenya."
    assert places_in(text) == places_in(text)


def test_a_hundred_thousand_characters_of_names_are_grounded_in_seconds() -> None:
    text = ("Camp Lindral, Springfield and Karsh province in Georgia, near Paris. " * 1_400)[
        :95_000
    ]
    document = document_of(text)
    started = time.process_time()
    assert ground_places(document, gazetteer())
    assert time.process_time() - started < 20
