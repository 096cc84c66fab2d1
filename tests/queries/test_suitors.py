"""Who puts which sector forward, and the order of the diagonal."""

from collections.abc import Mapping
from pathlib import Path

from briefing.queries.suitors import Suitors, suitors
from tests.support.briefings import invented


def found(folder: Path, sectors: Mapping[str, Mapping[str, str]]) -> Suitors:
    return suitors(invented(folder, dict.fromkeys(sectors, ()), sectors=sectors))


def order(found: Suitors) -> tuple[list[str], list[str]]:
    return [each.sector.id for each in found.sectors], [each.place for each in found.speeches]


def test_a_sector_that_is_only_mentioned_has_no_suitor(tmp_path: Path) -> None:
    all_found = found(tmp_path, {"alpha": {"steel": "lead", "silk": "mentioned"}, "beta": {"silk": "emerging"}})
    assert {each.sector.id: each.suitors for each in all_found.sectors} == {"steel": 1, "silk": 1}
    assert all_found.mostly_single


def test_one_place_has_no_rivals_to_speak_of(tmp_path: Path) -> None:
    assert not found(tmp_path, {"alpha": {"steel": "lead"}}).mostly_single


def test_most_sectors_shared_is_no_finding(tmp_path: Path) -> None:
    assert not found(tmp_path, {place: {"steel": "lead", "silk": "key"} for place in ("alpha", "beta")}).mostly_single


def test_places_that_share_a_sector_stand_together(tmp_path: Path) -> None:
    names = {
        "alpha": {"steel": "lead", "silk": "key"},
        "beta": {"wine": "lead"},
        "gamma": {},
        "delta": {"tea": "lead", "steel": "key"},
    }
    rows, columns = order(found(tmp_path, names))
    assert columns == ["alpha", "delta", "beta", "gamma"]
    assert rows == ["silk", "steel", "tea", "wine"]


def test_places_that_name_no_sector_come_last_and_are_told(tmp_path: Path) -> None:
    all_found = found(tmp_path, {"alpha": {}, "beta": {"tea": "lead"}})
    assert order(all_found) == (["tea"], ["beta", "alpha"])
    assert [each.place for each in all_found.silent] == ["alpha"]
