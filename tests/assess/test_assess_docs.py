from __future__ import annotations

import re
from pathlib import Path

from tocsin.assess import confidence, gaps, level
from tocsin.assess.level import RULES

PAGE = (Path(__file__).parents[2] / "docs" / "assessment.md").read_text(encoding="utf-8")


def test_each_rule_of_the_level_is_published_with_its_level() -> None:
    for rule in RULES:
        assert f"| `{rule.id}` | {rule.level.value} |" in PAGE


def test_the_numbers_of_the_page_are_the_numbers_of_the_rules() -> None:
    assert f"at least {level.MASS_TOLL} killed" in PAGE
    assert f"last {level.NOW_DAYS} days" in PAGE
    assert f"within {level.NEAR_DAYS} days" in PAGE
    assert f"within {level.RECENT_DAYS} days" in PAGE


def test_every_rule_id_that_a_reason_can_carry_is_published() -> None:
    for module, pattern in ((gaps, r"gap[.][a-z-]+"), (confidence, r"confidence[.][a-z.]+")):
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        found = {name.rstrip(".") for name in re.findall(rf'"({pattern})"', source)}
        found |= {f"confidence.low.{rule}" for rule in re.findall(r'rule, text = "(.+?)"', source)}
        assert found
        assert all(f"`{name}`" in PAGE for name in found)
