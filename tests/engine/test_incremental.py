"""A build after edits of every kind is byte for byte a clean one."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.paths import SITES, tree
from tests.support.project import Project

ROUNDS = 40
SEED = 20230128
Edit = Callable[[Path, random.Random], None]


def any_of(folder: Path, pattern: str, chance: random.Random) -> Path | None:
    found = sorted(folder.glob(pattern))
    return chance.choice(found) if found else None


def reword(folder: Path, chance: random.Random) -> None:
    """Change a text in both languages, so that it is new and not half translated."""
    if path := any_of(folder, "content/*/alpha.yaml", chance):
        text = path.read_text("utf-8")
        old = text.partition("title: {zh: ")[2].partition("}")[0]
        new = chance.choice(["主动招商, en: Active scouting", "再主动招商, en: Active scouting again"])
        path.write_text(text.replace(old, new), "utf-8")


def translate_half(folder: Path, chance: random.Random) -> None:
    """Make an error: nothing may be published, and the next build must not believe that it was."""
    if path := any_of(folder, "content/*/alpha.yaml", chance):
        path.write_text(path.read_text("utf-8").replace("Active scouting", "Scouting", 1), "utf-8")


def add_briefing(folder: Path, chance: random.Random) -> None:
    shutil.copytree(
        any_of(folder, "content/demo-*", chance) or SITES / "minimal/content/demo-2030",
        folder / "content" / f"demo-{chance.randrange(2040, 2060)}",
        dirs_exist_ok=True,
    )


def rename_briefing(folder: Path, chance: random.Random) -> None:
    if path := any_of(folder, "content/demo-*", chance):
        path.rename(path.with_name(f"demo-{chance.randrange(2060, 2999)}"))


def remove_briefing(folder: Path, chance: random.Random) -> None:
    found = sorted((folder / "content").glob("demo-*"))
    if len(found) > 1:
        shutil.rmtree(chance.choice(found))


def remove_speech(folder: Path, chance: random.Random) -> None:
    if path := any_of(folder, "content/*/beta.yaml", chance):
        path.unlink()
        briefing, source = path.with_name("briefing.yaml"), path.with_name("source.yaml")
        briefing.write_text(briefing.read_text("utf-8").replace("[alpha, beta]", "[alpha]"), "utf-8")
        source.write_text(source.read_text("utf-8").partition("beta:")[0], "utf-8")


def rename_place(folder: Path, chance: random.Random) -> None:
    """Change a name in one language, which is refused, or leave it."""
    path = folder / "content/places.yaml"
    name = chance.choice(["Alpha County", "Alpha Shire"])
    path.write_text(path.read_text("utf-8").replace("Alpha County", name).replace("Alpha Shire", name), "utf-8")


def add_entity(folder: Path, chance: random.Random) -> None:
    if path := any_of(folder, "content/demo-*", chance):
        park = "south-park:\n  kind: park\n  name: {zh: 城南园区, en: South Park}\n"
        (path / "entities.yaml").write_text(park, "utf-8")


def change_template(folder: Path, chance: random.Random) -> None:
    if path := any_of(folder, "templates/*.html", chance):
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n<p>{chance.random()}</p>\n", "utf-8")


def change_catalog(folder: Path, chance: random.Random) -> None:
    path = folder / "templates/locales/zh/LC_MESSAGES/messages.po"
    text = path.read_text("utf-8")
    path.write_text(text.replace("关于", "有关") if chance.random() < 0.5 else text.replace("有关", "关于"), "utf-8")


def change_static_file(folder: Path, chance: random.Random) -> None:
    path = folder / "templates/static" / f"{chance.choice('abc')}.txt"
    if path.exists() and chance.random() < 0.5:
        path.unlink()
    else:
        path.write_text(str(chance.random()))


def damage_cache(folder: Path, chance: random.Random) -> None:
    if path := any_of(folder, ".site.build/units/*.json", chance):
        data = path.read_bytes()
        path.write_bytes(data[: chance.randrange(len(data))])


def change_output(folder: Path, chance: random.Random) -> None:
    """Change a page that was published, or remove it."""
    if path := any_of(folder, "site/**/*.html", chance):
        path.unlink()
        if chance.random() < 0.5:
            path.write_text("changed by hand")


def change_nothing(_folder: Path, _chance: random.Random) -> None:
    pass


EDITS: tuple[Edit, ...] = (
    translate_half,
    reword,
    add_briefing,
    rename_briefing,
    remove_briefing,
    remove_speech,
    rename_place,
    add_entity,
    change_template,
    change_catalog,
    change_static_file,
    damage_cache,
    change_output,
    change_nothing,
)


def build_after(minimal: Project, edits: list[Edit], chance: random.Random) -> bool:
    """Make edits and build; undo those of the content if they were refused. Return True if the build succeeded."""
    kept = minimal.folder / "kept"
    shutil.copytree(minimal.folder / "content", kept)
    before = tree(minimal.output)
    for edit in edits:
        edit(minimal.folder, chance)
    outcome = minimal.run()
    if outcome.status:
        assert change_output in edits or tree(minimal.output) == before
        shutil.rmtree(minimal.folder / "content")
        shutil.copytree(kept, minimal.folder / "content")
        assert minimal.run().status == 0, outcome.err
    shutil.rmtree(kept)
    assert tree(minimal.output) == minimal.build_elsewhere(), [edit.__name__ for edit in edits]
    return outcome.status == 0


def test_a_build_after_each_kind_of_edit_equals_a_clean_one(minimal: Project) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a test must be repeatable
    assert minimal.run().status == 0
    refused = {edit for edit in EDITS if not build_after(minimal, [edit], chance)}
    assert {translate_half} <= refused <= {translate_half, rename_place}


@pytest.mark.slow
def test_a_build_after_random_edits_equals_a_clean_one(minimal: Project) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a test must be repeatable
    assert minimal.run().status == 0
    outcomes = [build_after(minimal, chance.choices(EDITS, k=chance.randrange(1, 4)), chance) for _ in range(ROUNDS)]
    assert 0 < outcomes.count(False) < ROUNDS / 2
