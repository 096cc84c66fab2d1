"""Every name leads to its record and back, and is found in the index with all its forms."""

import re
from urllib.parse import urljoin

from tests.support.built import BuiltSite, words


def element(page: str, identity: str) -> str:
    """Return what follows the opening of an element, up to the next one with an id."""
    assert f'id="{identity}"' in page, identity
    return page.partition(f'id="{identity}"')[2].partition(' id="')[0]


def linked(part: str, name: str) -> set[str]:
    return {urljoin(name, address) for address in re.findall(r'href="([^"]*)"', part)}


def kind_page(site: BuiltSite, folder: str, entity: str) -> str:
    return f"{folder}/entities/{site.entities[entity]['kind']}/index.html"


def test_every_mention_leads_to_its_entity_and_back(any_site: BuiltSite) -> None:
    for speech in any_site.speeches:
        for language in any_site.languages:
            place = speech.page(language)
            for entity in speech.data["entities"]:
                kind = kind_page(any_site, f"{language}/{speech.briefing}", entity)
                assert f"{kind}#e-{entity}" in linked(element(any_site.html(place), f"e-{entity}"), place)
                entry = linked(element(any_site.html(kind), f"e-{entity}"), kind)
                about = {f"{place}#m-{each['id']}" for each in speech.measures if entity in each.get("entities", ())}
                assert about | {f"{place}#e-{entity}"} <= entry


def test_every_entity_is_in_the_index_with_all_its_names(any_site: BuiltSite) -> None:
    for speech in any_site.speeches:
        for language in any_site.languages:
            folder = f"{language}/{speech.briefing}"
            index = f"{folder}/entities/index.html"
            for entity in speech.data["entities"]:
                kind, record = kind_page(any_site, folder, entity), any_site.entities[entity]
                assert f"{kind}#e-{entity}" in linked(any_site.html(index), index)
                aliases = [alias for each in record.get("aliases", {}).values() for alias in each]
                entry = words(f"<p {element(any_site.html(kind), f'e-{entity}')}")
                assert [each for each in (*record["name"].values(), *aliases) if each not in entry] == []
