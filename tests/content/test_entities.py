"""Every name leads to its record and back, and is one row among the names with all its forms."""

import re
from urllib.parse import urljoin

from tests.support.built import BuiltSite, words


def element(page: str, identity: str) -> str:
    """Return what follows the opening of an element, up to the next one with an id."""
    assert f'id="{identity}"' in page, identity
    return page.partition(f'id="{identity}"')[2].partition(' id="')[0]


def linked(part: str, name: str) -> set[str]:
    return {urljoin(name, address) for address in re.findall(r'href="([^"]*)"', part)}


def test_every_mention_leads_to_its_entity_and_back(any_site: BuiltSite) -> None:
    for speech in any_site.speeches:
        for language in any_site.languages:
            place, names = speech.page(language), f"{language}/{speech.briefing}/entities/index.html"
            for entity in speech.data["entities"]:
                assert f"{names}#e-{entity}" in linked(element(any_site.html(place), f"e-{entity}"), place)
                entry = linked(element(any_site.html(names), f"e-{entity}"), names)
                assert f"{place}#e-{entity}" in entry


def test_a_row_of_names_has_the_paragraphs_of_each_mention(any_site: BuiltSite) -> None:
    for speech in any_site.speeches:
        for language in any_site.languages:
            page = any_site.html(f"{language}/{speech.briefing}/entities/index.html")
            for entity, said in speech.data["entities"].items():
                at = said["at"] if isinstance(said["at"], list) else [said["at"]]
                address = f'href="../{speech.place}/index.html#e-{entity}">'
                mention = element(page, f"e-{entity}").partition(address)[2].partition("</a>")[0]
                assert mention.endswith(f" ¶{', '.join(map(str, at))}")


def test_every_name_is_one_row_with_all_its_forms(any_site: BuiltSite) -> None:
    """Under its kind, where slogans and programmes are apart from companies, projects and parks."""
    for speech in any_site.speeches:
        for language in any_site.languages:
            page = any_site.html(f"{language}/{speech.briefing}/entities/index.html")
            for entity in speech.data["entities"]:
                record = any_site.entities[entity]
                kind = page.partition(f'id="k-{record["kind"]}"')[2].partition("</tbody>")[0]
                assert f'<tr id="e-{entity}"' in kind
                aliases = [alias for each in record.get("aliases", {}).values() for alias in each]
                entry = words(f"<p {element(page, f'e-{entity}')}")
                assert [each for each in (*record["name"].values(), *aliases) if each not in entry] == []
