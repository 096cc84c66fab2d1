"""Names in texts: they are found as written, however many there are and wherever they stand."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.content.names import MOST_JOINING, Name, Names, found_in

forms = st.lists(st.text("abB1- 甲乙", min_size=1, max_size=6).filter(lambda form: form.strip(" -")), max_size=5)


def names(*given_forms: str) -> Names:
    return Names([Name(form, "term", {"en": (form,)}, {}) for form in given_forms], ["en"])


def word(form: str) -> str:
    """Return the pattern of one form as the rule has it: a word, joined in any way, in any capitals."""
    edges = (r"(?<![abB1])", form[0]), (r"(?![abB1])", form[-1])
    before, after = (edge if end.isascii() and end.isalnum() else "" for edge, end in edges)
    return before + re.sub(r"[ -]+", rf"[\\s-]{{1,{MOST_JOINING}}}", form) + after


@given(forms, forms, st.text("abB1- \n甲乙", max_size=20))
@example(["a-b"], ["a b"], "a  b")
@example(["甲"], ["甲乙"], "甲乙甲")
@example([" 1"], [], "a -1")
def test_of_names_that_begin_alike_the_longest_is_found(some: list[str], others: list[str], words: str) -> None:
    known = sorted([*some, *others], key=len, reverse=True)
    expected = re.finditer("|".join(map(word, known)) or "(?!)", words, re.IGNORECASE)
    found = [match for _, match in found_in(words, (names(*some), names(*others)), "en")]
    assert [match[0] for match in found] == [match[0] for match in expected]


def test_capitals_do_not_matter_in_any_alphabet() -> None:
    found = found_in("École normale", (names("École", "école normale"),), "en")
    assert [match[0] for _, match in found] == ["École normale"]


def test_of_two_names_with_one_form_the_last_is_found() -> None:
    first, last = names("a"), Names([Name("other", "term", {"en": ("A",)}, {})], ["en"])
    assert [name.id for name, _ in found_in("a", (first, last), "en")] == ["other"]


@pytest.mark.parametrize("words", ["推进AI技术", "AIを活用し", "生成AIの活用", "AI", "use of AI."])
def test_a_name_in_latin_letters_is_a_word_beside_han_and_kana_too(words: str) -> None:
    assert [match[0] for _, match in found_in(words, (names("AI"),), "en")] == ["AI"]


@pytest.mark.parametrize("words", ["AID", "Hawai", "AIé", "éAI", "AI2"])
def test_a_name_in_latin_letters_is_not_found_within_a_word(words: str) -> None:
    assert list(found_in(words, (names("AI"),), "en")) == []
