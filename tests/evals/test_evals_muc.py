"""MUC-4 templates: events grouped into incidents, answers chosen to the best F1, keys parsed."""

from __future__ import annotations

from datetime import date

from evals.muc import incidents_of, stage_figures, template_figure
from evals.muc_keys import Key, key_of, slots_of
from evals.templates import Template, best_mapping, template_counts
from factories import Page
from tocsin.core.types import Status

TEXT = "Rebels attacked Ninefold. They killed a guard. A mob burned barns. They may seize a judge."
KEYS = """\
;;; an invented key
0.  MESSAGE: ID                     TST1-0001
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
4.  INCIDENT: TYPE                  BOMBING / ATTACK
5.  INCIDENT: STAGE OF EXECUTION    THREATENED
9.  PERP: INDIVIDUAL ID             "REBELS" / "A REBEL \\"COLUMN\\""
                                    "BANDITS"
12. PHYS TGT: ID                    -

0.  MESSAGE: ID                     TST1-0002
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
5.  INCIDENT: STAGE OF EXECUTION    *
"""


def template(kind: str, *people: str) -> Template:
    roles = {"PerpInd": [frozenset({name}) for name in people]}
    return Template(types=frozenset({kind}), roles=roles)


def test_a_killing_joins_the_attack_it_belongs_to() -> None:
    page = Page(TEXT)
    page.event("kill", "killed")
    page.event("armed_attack", "attacked")
    assert [[e.type for e in each.events] for each in incidents_of(page.reading())] == [
        ["armed_attack", "kill"]
    ]


def test_attacks_on_different_days_or_far_apart_are_two_incidents() -> None:
    for first, second in (
        ({"day": date(2031, 4, 1)}, {"day": date(2031, 4, 3)}),
        ({"place": "Halvik"}, {"place": "Brenmark"}),
    ):
        page = Page(TEXT)
        page.event("armed_attack", "attacked", **first)
        page.event("armed_attack", "seize", **second)
        assert len(incidents_of(page.reading())) == 2


def test_what_burns_is_arson_and_what_is_denied_or_only_feared_is_nothing() -> None:
    page = Page(TEXT)
    page.event("destroy_property", "burned")
    page.event("armed_attack", "attacked", denied=True)
    page.event("abduct", "seize", status=Status.FEARED)
    assert [each.type for each in incidents_of(page.reading())] == ["arson"]


def test_the_stage_of_an_incident_is_its_furthest() -> None:
    page = Page(TEXT)
    page.event("abduct", "seize", status=Status.THREATENED)
    assert incidents_of(page.reading())[0].stage == "THREATENED"
    page.event("abduct", "attacked", status=Status.ATTEMPTED)
    assert incidents_of(page.reading())[0].stage == "ATTEMPTED"


def test_gold_templates_against_themselves_are_perfect() -> None:
    gold = [template("attack", "rebels", "bandits"), template("arson", "a mob")]
    assert template_counts(gold, gold) == ((5, 5), (5, 5))


def test_the_answers_chosen_are_those_of_the_best_f1() -> None:
    predicted = [template("attack", "rebels"), template("attack")]
    gold = [template("attack", "bandits"), template("attack", "rebels")]
    assert sorted(best_mapping(predicted, gold)) == [(0, 1), (1, 0)]


def test_a_template_of_another_type_answers_nothing() -> None:
    assert template_counts([template("arson", "rebels")], [template("attack", "rebels")]) == (
        (0, 0),
        (2, 2),
    )


def test_a_key_gives_types_stages_names_and_whether_it_is_optional() -> None:
    first, second = slots_of(KEYS)
    key = key_of(first)
    assert key.template.types == {"bombing", "attack"}
    assert key.template.roles["PerpInd"] == [{"rebels", "rebel column"}, {"bandits"}]
    assert (key.stages, key.optional) == ({"THREATENED"}, True)
    assert second[5] == ["*"]


def test_an_optional_template_that_nobody_answers_is_not_missing() -> None:
    page = Page(TEXT)
    page.event("armed_attack", "attacked")
    reading = page.reading()
    keys = [
        Key(template=template("arson"), stages=frozenset({"ACCOMPLISHED"}), optional=optional)
        for optional in (True, False)
    ]
    figures = stage_figures([((), reading)], {"": keys})
    assert figures[0].items == 1


def test_templates_of_a_reading_are_scored_over_reports() -> None:
    page = Page(TEXT)
    page.event("armed_attack", "attacked", actors=["Rebels"])
    row = {
        "incident_type": "attack",
        "PerpInd": [[["rebels", 0]]],
        **{role: [] for role in ("PerpOrg", "Target", "Victim", "Weapon")},
    }
    assert template_figure([([row], page.reading())]).value == 1
