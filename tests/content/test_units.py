"""Figures of every unit are read back as they are written, in each language, and are the same in all."""

import functools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.content.site import Shared
from briefing.numbers.numerals import decimal
from briefing.numbers.quantities import unmatched
from briefing.numbers.readers import READERS, read_stated
from tests.support.figures import figures, formatters, one
from tests.support.internals import load_sound
from tests.support.paths import ROOT
from tests.support.sample import CONTENT

CLASSES = {"percentage-points": "points"}
SENTENCES = {
    "zh": ("发言提出，力争", "，并加快建设。"),
    "en": ("The county aims for", ", and will speed up construction."),
}
any_content = pytest.mark.parametrize("content", [CONTENT, ROOT / "content"], ids=["sample", "published"])


@functools.cache
def shared(content: Path) -> Shared:
    return load_sound(content).shared


def languages(content: Path) -> list[str]:
    """Return the languages of a site whose numbers can be read."""
    return [code for code in shared(content).codes if code in READERS]


@any_content
@settings(max_examples=60)
@given(data=st.data())
def test_a_figure_is_read_back_inside_any_sentence(content: Path, data: st.DataObject) -> None:
    units, language = shared(content).units, data.draw(st.sampled_from(languages(content)))
    figure, write = data.draw(figures(units)), formatters(content)[language].format
    before, after = SENTENCES[language]
    base = READERS[language](write(one(figure.unit)))[0].quantity
    (found,) = READERS[language](f"{before} {write(figure)} {after}")
    kind, quantity = units[figure.unit].kind, found.quantity
    low, high = (decimal(end) * base.low for end in figure.ends)
    assert (quantity.low, quantity.high, quantity.bound) == (low, high, figure.bound)
    assert quantity.kind.partition(":")[0] in {CLASSES.get(kind, kind), "number", "amount"}


@any_content
@settings(max_examples=60)
@given(data=st.data())
def test_a_stated_figure_and_the_same_in_a_text_read_alike(content: Path, data: st.DataObject) -> None:
    source = shared(content).codes[0]
    figure, write, read = data.draw(figures(shared(content).units)), formatters(content)[source].format, READERS[source]
    single = read(write(one(figure.unit)))[0].quantity
    (found,), stated = read(write(figure)), read_stated(write(figure))
    assert (found.quantity.low, found.quantity.high) == (
        decimal(stated.low) * single.low,
        decimal(stated.high) * single.low,
    )
    assert found.quantity.bound in (stated.bound, "")
    assert found.quantity.kind.startswith("frequency") == stated.recurring


@any_content
@settings(max_examples=60)
@given(data=st.data())
def test_a_figure_written_in_two_languages_is_the_same(content: Path, data: st.DataObject) -> None:
    figure = data.draw(figures(shared(content).units))
    texts = [READERS[code](formatters(content)[code].format(figure)) for code in languages(content)]
    assert all(unmatched(texts[0], each) == ([], []) for each in texts[1:])
