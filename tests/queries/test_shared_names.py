"""The names that two or more places say."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.queries.names import SharedNames, shared_names
from tests.support.briefings import invented

MANY = [f"company-{number}" for number in range(19)]


def found(folder: Path, names: Mapping[str, Sequence[str]], parties: Mapping[str, str] | None = None) -> SharedNames:
    return shared_names(invented(folder, dict.fromkeys(names, ()), names=names, parties=parties or {}))


def test_the_most_widely_said_comes_first(tmp_path: Path) -> None:
    names = {
        "alpha": ["programme-a", "programme-b", "park-a"],
        "beta": ["programme-a", "programme-b"],
        "gamma": ["programme-b"],
    }
    first, second = found(tmp_path, names).kinds
    assert [row.entity.id for row in first.rows] == ["programme-b", "programme-a"]
    assert (first.kind, first.names, first.shared) == ("programme", 2, 2)
    assert (second.kind, second.names, second.rows) == ("park", 1, [])


def test_another_name_of_a_company_is_shown_and_not_counted(tmp_path: Path) -> None:
    names = {"alpha": ["company-a"], "beta": ["project-a"]}
    kinds = {each.kind: each for each in found(tmp_path, names, {"project-a": "company-a"}).kinds}
    [row] = kinds["company"].rows
    assert [each.id for each in row.mentions.values()] == ["company-a", "project-a"]
    assert row.related
    assert kinds["company"].shared == 0
    assert kinds["project"].rows == []


def test_words_are_shared_and_companies_are_not(tmp_path: Path) -> None:
    all_found = found(tmp_path, {"alpha": ["programme-a", "policy-a", *MANY], "beta": ["programme-a", MANY[0]]})
    assert all_found.count(words=True) == (1, 2)
    assert all_found.count(words=False) == (1, 19)
    assert all_found.mostly_words


def test_the_finding_needs_names_of_both_sorts_and_a_gap(tmp_path: Path) -> None:
    for number, said in enumerate((["programme-a"], MANY[:2], ["programme-a", *MANY[:2]])):
        assert not found(tmp_path / str(number), dict.fromkeys(("alpha", "beta"), said)).mostly_words
