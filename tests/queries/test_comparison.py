"""The comparison: what a ranked column shows, and what is alike enough to be compared."""

from __future__ import annotations

from dataclasses import replace

from conftest import SITES

from briefing.content.load import load
from briefing.queries.comparison import comparable, compare


def test_a_ranked_column_numbers_its_cells_from_the_largest() -> None:
    site, _ = load(SITES / "minimal" / "content")
    assert site
    indicators = {name: each.model_copy(update={"ranked": True}) for name, each in site.indicators.items()}
    ranked = compare(replace(site, indicators=indicators), site.briefings[0])
    assert [cell[0].rank for row in ranked.rows for cell in row.cells if cell] == [1, 2]
    plain = compare(site, site.briefings[0])
    assert [cell[0].rank for row in plain.rows for cell in row.cells if cell] == [0, 0]


def test_figures_are_alike_only_in_unit_claim_period_and_scope() -> None:
    site, _ = load(SITES / "minimal" / "content")
    assert site
    figure = site.speeches[0].record.figures["new-projects"]
    assert comparable(figure) == comparable(figure.model_copy(update={"value": figure.ends[0] + 1}))
    for change in ({"unit": "cny"}, {"claim": "actual"}, {"period": "2029"}, {"scope": site.places["beta"].name}):
        assert comparable(figure) != comparable(figure.model_copy(update=change))
