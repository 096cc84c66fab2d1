"""A language of another script needs words only, and is then checked as strictly as the others."""

import re

import pytest

from briefing.markup.terms import Vocabulary
from tests.support.internals import load_sound
from tests.support.languages import add_language
from tests.support.paths import tree
from tests.support.project import Project

ALPHA, BETA = "content/demo-2030/alpha.yaml", "content/demo-2030/beta.yaml"
OUT_OF_STEP = "stale-translation"
"""The code of what any edit in one language alone brings."""


@pytest.fixture
def three(minimal: Project) -> Project:
    """Return the minimal site with Japanese as its third language."""
    add_language(minimal, "japanese")
    return minimal


def codes(messages: str) -> set[str]:
    return set(re.findall(r"^content/\S+: (?:error|warning)\[([a-z-]+)\]", messages, re.MULTILINE))


def test_a_site_in_three_languages_is_built_without_a_warning(three: Project) -> None:
    outcome = three.run("build", "--strict")
    assert (outcome.status, outcome.err) == (0, "")
    files = tree(three.output)
    japanese, english = ({file[2:] for file in files if file.startswith(code)} for code in ("ja", "en"))
    assert japanese == english


@pytest.mark.parametrize(
    ("page", "written"),
    [
        ("index.html", "ja サンプル資料集"),
        ("demo-2030/figures/index.html", "387.6億元"),
        ("demo-2030/alpha/index.html", ">90件以上</a>誘致する"),
        ("demo-2030/index.html", "乙区: 新規誘致 2〜4件 (期日の記載なし)"),
        ("index.html", "2030年第1四半期"),
        ("demo-2030/changes/index.html", "2030年1月3日"),
    ],
)
def test_words_figures_and_dates_are_japanese(three: Project, page: str, written: str) -> None:
    assert three.run("build").status == 0
    assert written in three.read(f"site/ja/{page}")


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        (ALPHA, "出向き、", "出向き,", "error[half-width]: half-width ',' beside Japanese; write it full"),
        (ALPHA, "甲県、", "甲県(", "error[half-width]: half-width '(' beside Japanese; write it full"),
        (ALPHA, "プロジェクトを{", "プロジェクトを {", "error[typed-space]: a space typed between Japanese and Latin"),
        (ALPHA, "審査のスピードアップ", "审批提速", "error[damaged-text]: '审' is a simplified character; write the J"),
        (ALPHA, "審査のスピードアップ", "Faster approvals", "error[no-han]: a Japanese text without a Japanese ch"),
        (ALPHA, "審査のスピードアップ", "심사", "error[foreign-script]: '심사' stands unmarked; mark it as […: 심사]"),
        (
            ALPHA,
            "zh: 审批提速",
            "zh: 审批スピード",
            "error[foreign-script]: 'スピード' stands unmarked; mark it as [ja: ス",
        ),
        (ALPHA, "Faster", "スピード", "error[foreign-script]: 'スピード' stands unmarked; mark it as [ja: スピード]"),
        (ALPHA, "Faster", "審査", "error[foreign-script]: '審査' stands unmarked; mark it as [zh: 審査]"),
        (ALPHA, "Active scouting", "スピード", "'スピード' stands unmarked; write it in the text's own script"),
        (BETA, "投資誘致", "企業誘致", "error[glossary-term]: zh says 招商引资 ('investment-promotion'), ja none of"),
    ],
)
def test_what_belongs_to_another_language_is_refused(
    three: Project, file: str, before: str, after: str, message: str
) -> None:
    three.replace(file, before, after)
    outcome = three.run("check")
    assert outcome.status == 1
    assert message in outcome.err


@pytest.mark.parametrize(
    "words",
    [
        "AI・IoTで審査を迅速に",
        "「店小二」と呼ばれる“世話役”（専任）を置く。",
        "城北パーク〜甲県、90％を目指す！",
        "ヴェルサイユ々ヶ〆ー",
        "機械",
        "比亜迪（[zh: 比亚迪]）",
        "『国会』『学来当体号点参区画万』",
    ],
)
def test_what_japanese_is_written_with_is_taken(three: Project, words: str) -> None:
    three.replace(ALPHA, "審査のスピードアップ", f'"{words}"')
    assert codes(three.run("check").err) == {OUT_OF_STEP}


def test_a_term_in_latin_letters_is_found_beside_kana(three: Project) -> None:
    three.replace("content/glossary.yaml", "ja: 投資誘致", "ja: FDI導入")
    three.replace(BETA, "乙区は、投資誘致", "乙区はFDI導入")
    assert codes(three.run("check").err) == {OUT_OF_STEP}


def test_a_closing_bracket_stays_with_its_term(three: Project) -> None:
    glossary = load_sound(three.folder / "content").shared.glossary
    (match,) = Vocabulary(glossary, "ja").found_in("「投資誘致」の目標")
    assert match["closing"] == "」"
