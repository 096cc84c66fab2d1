"""The pages that all briefings share."""

import pytest

from tests.support.built import BuiltSite


@pytest.mark.parametrize(
    ("language", "source"),
    [("zh", "释义依据：编者据通行用法"), ("en", "Source of the definition: The editors, from common usage")],
)
def test_a_definition_names_its_source(sample: BuiltSite, language: str, source: str) -> None:
    assert source in sample.html(f"{language}/glossary/index.html")
