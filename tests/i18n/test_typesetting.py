"""Apostrophes and spaces as they are printed, by the language of a page."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.content.model import Language
from briefing.i18n.catalogs import Catalog
from briefing.i18n.localizer import Localizer

TYPED = """<meta content="script-src 'self'"><p title="a's">the place's, places&#39; own, 'own' words; '90s"""
PRINTED = """<meta content="script-src 'self'"><p title="a’s">the place’s, places’ own, 'own' words; '90s"""

SPACED = "<p>一。 二： <a>三</a>；\n四</p>"


@pytest.mark.parametrize(("locale", "printed"), [("en_GB", PRINTED), ("zh_Hans_CN", TYPED), ("ja_JP", TYPED)])
def test_an_apostrophe_is_printed_as_the_script_has_it(locale: str, printed: str) -> None:
    language = Language(code="xx", tag="xx", locale=locale, name="X")
    assert Localizer(language, [language], Catalog(), {}).typeset(TYPED) == printed


@pytest.mark.parametrize(("locale", "printed"), [("zh_Hans_CN", "<p>一。二：<a>三</a>；四</p>"), ("en_GB", SPACED)])
def test_no_space_follows_full_width_punctuation(locale: str, printed: str) -> None:
    language = Language(code="xx", tag="xx", locale=locale, name="X")
    assert Localizer(language, [language], Catalog(), {}).typeset(SPACED) == printed


def test_pages_print_apostrophes_and_keep_their_policy(hosted: Mapping[str, Path]) -> None:
    html = (hosted["none"] / "en/accessibility/index.html").read_text("utf-8")
    assert "than the page’s is marked" in html
    assert "script-src 'self'" in html
    assert not re.search(r"[a-z](?:'|&#39;)[a-z]", html)
