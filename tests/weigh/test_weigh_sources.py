from __future__ import annotations

import pytest

from factories import Page
from tocsin.core.types import Reliability, SourceKind
from tocsin.weigh import weigh
from tocsin.weigh.origins.credits import agency_of, credited_outlet
from tocsin.weigh.origins.parties import stated_roles

CAMP_PEOPLE, BRIGADE = "residents of the camp", "Black Heron brigade"
CAMP = "Guards plan to massacre the residents of Lindral Camp."


def sources_of(page: Page) -> dict[tuple[SourceKind, str], object]:
    ledger = weigh([page.reading()])
    return {(source.kind, source.name): source for source in ledger.sources}


def appeal() -> Page:
    bio = "Mara Kett is a spokeswoman for residents of Lindral Camp and a teacher."
    page = Page(text=f"{CAMP} {bio}", byline="Mara Kett", outlet="The Velmora Courier")
    page.group("residents of Lindral Camp", place="Lindral Camp", size=2600)
    return page


def test_the_bio_line_flags_the_author_as_a_party() -> None:
    author = sources_of(appeal())[SourceKind.AUTHOR, "Mara Kett"]
    assert author.party.role == "spokeswoman"
    assert author.party.of == "residents of Lindral Camp"
    assert author.party.evidence.startswith("Mara Kett is a spokeswoman")


def test_a_new_source_cannot_be_judged() -> None:
    for source in sources_of(appeal()).values():
        assert source.reliability is Reliability.F
        assert "cannot be judged" in source.reason


def test_an_outlet_that_only_prints_is_no_party() -> None:
    assert sources_of(appeal())[SourceKind.OUTLET, "The Velmora Courier"].party is None


def test_a_spokesman_of_a_body_outside_the_dispute_is_no_party() -> None:
    page = Page(
        text=f"{CAMP} Jon Brill is a spokesman for the Velmora Football Union.", byline="Jon Brill"
    )
    page.group("residents of Lindral Camp", place="Lindral Camp")
    assert sources_of(page)[SourceKind.AUTHOR, "Jon Brill"].party is None


def test_a_force_that_speaks_of_what_it_is_said_to_have_done_is_a_party() -> None:
    page = Page(
        text="The Interior Guard killed 12 people in Halvik. The Interior Guard said nobody died."
    )
    page.event("kill", "killed", actors=["Interior Guard"], place="Halvik", killed=12)
    page.says("Interior Guard", "nobody died")
    assert sources_of(page)[SourceKind.SPEAKER, "Interior Guard"].party.role == "attributed actor"


@pytest.mark.parametrize(
    ("name", "text", "role", "of"),
    [
        (
            "Kett",
            "Kett, a spokeswoman for residents of the camp, said so.",
            "spokeswoman",
            CAMP_PEOPLE,
        ),
        ("Brill", "Interior Guard spokesman Brill said so.", "spokesman", "Interior Guard"),
        (
            "Brill",
            "A spokesman for the Interior Guard, Brill, denied it.",
            "spokesman",
            "Interior Guard",
        ),
        ("Brill", "Brill, an Interior Guard spokesman, denied it.", "spokesman", "Interior Guard"),
        ("Orla Venn", "Orla Venn is the leader of the Black Heron brigade.", "leader", BRIGADE),
        ("an Interior Guard spokesman", "", "spokesman", "Interior Guard"),
    ],
)
def test_roles_are_read_in_the_ways_reports_state_them(
    name: str, text: str, role: str, of: str
) -> None:
    assert (role, of) in [(found, body) for found, body, _ in stated_roles(name, text)]


@pytest.mark.parametrize("name", ["", " ", "(", "a" * 500, "\u202eKett"])
def test_odd_names_are_no_trouble(name: str) -> None:
    assert list(stated_roles(name, "Kett is a spokesman for (us) " * 2000)) is not None


def test_an_agency_is_known_by_dateline_outlet_or_byline() -> None:
    assert (
        agency_of(Page(text="HALVIK, May 3 (Northern Wire) – Twelve people died.").report)
        == "Northern Wire"
    )
    assert agency_of(Page(text="Twelve died.", byline="Northern Wire").report) == "Northern Wire"
    assert agency_of(Page(text="Twelve people died in Halvik.").report) is None


def test_a_report_that_leans_on_another_outlet_credits_it() -> None:
    reading = Page(text="A man told Halvik Radio that he had fled.").reading()
    assert credited_outlet(reading, reading.report.text) == "Halvik Radio"
    own = Page(text="A man told Halvik Radio that he had fled.", outlet="Halvik Radio").reading()
    assert credited_outlet(own, own.report.text) is None
