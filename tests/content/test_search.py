"""The search indexes name every page that holds something; what the search finds in them, tests/browser proves."""

from tests.support.built import BuiltSite


def test_every_entry_leads_to_a_page_and_an_element(any_site: BuiltSite) -> None:
    entries = list(any_site.search_entries())
    assert entries
    for language in any_site.languages:
        for entry in entries:
            path, _, anchor = entry["to"].partition("#")
            assert not anchor or f'id="{anchor}"' in any_site.html(f"{language}/{path}"), entry["to"]


def test_there_is_one_index_a_briefing_and_a_shared_one(any_site: BuiltSite) -> None:
    names = {path.stem for path in (any_site.folder / "data").glob("search*.js")}
    assert names == {"search", *(f"search-{briefing}" for briefing in any_site.briefings)}


def test_everything_that_a_speech_says_is_in_an_index(any_site: BuiltSite) -> None:
    found = {entry["to"] for entry in any_site.search_entries()}
    for speech in any_site.speeches:
        page = f"{speech.briefing}/{speech.place}/index.html"
        assert page in found
        assert {f"{page}#f-{figure}" for figure in speech.figures} <= found
        assert {f"{page}#m-{measure['id']}" for measure in speech.measures} <= found


def test_every_name_and_alias_is_in_an_index(any_site: BuiltSite) -> None:
    texts = {entry["to"].partition("#e-")[2]: entry for entry in any_site.search_entries() if "#e-" in entry["to"]}
    named = {key for speech in any_site.speeches for key in speech.data["entities"]}
    assert texts.keys() == named
    for key in named:
        entity = any_site.entities[key]
        names = {*entity["name"].values(), *(each for also in entity.get("aliases", {}).values() for each in also)}
        assert names <= {*texts[key]["name"], *texts[key].get("also", ())}


def test_every_term_is_in_the_shared_index(any_site: BuiltSite) -> None:
    found = {entry["to"] for entry in any_site.search_entries()}
    assert {f"glossary/index.html#t-{term}" for term in any_site.yaml("glossary")} <= found
