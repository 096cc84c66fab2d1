"""What publishing promises: the whole old site or the whole new one, and a small change for a small price."""

from __future__ import annotations

import errno
import io
import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT, SITES, Workplace, require, run, tree

from briefing.cli.progress import progress
from briefing.engine.cache import Made
from briefing.engine.making import Maker
from briefing.engine.parts import Keep, Workshop
from briefing.engine.staging import MARKER
from briefing.render.renderer import environment

ROUNDS = 40
KILLS = 200
SEED = 20230128


def command(folder: Path, content: str = "content") -> list[str]:
    """A build of a workplace in a process of its own."""
    folders = {"content": content, "templates": "templates", "output": "site"}
    options = [f"--{name}={folder / value}" for name, value in folders.items()]
    return [sys.executable, str(ROOT / "build.py"), "build", *options]


def built(folder: Path, content: str = "content") -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(folder, content), cwd=folder, capture_output=True, text=True, check=False)


def clean(place: Workplace) -> dict[str, bytes]:
    """What a build of the same inputs yields where nothing was built before."""
    other = place.folder / "clean"
    arguments = [f"--{name}={place.folder / name}" for name in ("content", "templates")]
    assert run(place.capture, "build", *arguments, f"--output={other}").status == 0
    try:
        return tree(other)
    finally:
        shutil.rmtree(other)
        shutil.rmtree(place.folder / ".clean.build")


def copy_briefing(folder: Path, name: str, source: str = "demo-2030") -> None:
    shutil.copytree(folder / "content" / source, folder / "content" / name)


@pytest.fixture
def two_sites(tmp_path: Path) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    """A workplace with two contents of several briefings, and the site of each."""
    for name in ("content", "templates"):
        shutil.copytree(SITES / "minimal" / name, tmp_path / name)
    for year in range(2031, 2035):
        copy_briefing(tmp_path, f"demo-{year}")
    shutil.copytree(tmp_path / "content", tmp_path / "other")
    shutil.rmtree(tmp_path / "other/demo-2032")
    for path in (tmp_path / "other").rglob("briefing.yaml"):
        text = path.read_text("utf-8").replace("手工摘编。, en: Summarised", "人工摘编。, en: Abridged")
        path.write_text(text, "utf-8")
    sites = []
    for content in ("content", "other"):
        assert built(tmp_path, content).returncode == 0
        sites.append(tree(tmp_path / "site"))
    assert sites[0] != sites[1]
    return tmp_path, sites[0], sites[1]


Edit = Callable[[Path, random.Random], None]


def any_of(folder: Path, pattern: str, chance: random.Random) -> Path | None:
    found = sorted(folder.glob(pattern))
    return chance.choice(found) if found else None


def reworded(folder: Path, chance: random.Random) -> None:
    """A text in both languages, so that it is new and not half translated."""
    if path := any_of(folder, "content/*/alpha.yaml", chance):
        text = path.read_text("utf-8")
        old = text.partition("title: {zh: ")[2].partition("}")[0]
        new = chance.choice(["主动招商, en: Active scouting", "再主动招商, en: Active scouting again"])
        path.write_text(text.replace(old, new), "utf-8")


def half_translated(folder: Path, chance: random.Random) -> None:
    """An error, now and then: nothing may be published, and the next build must not believe it was."""
    if path := any_of(folder, "content/*/alpha.yaml", chance):
        path.write_text(path.read_text("utf-8").replace("Active scouting", "Scouting", 1), "utf-8")


def another_briefing(folder: Path, chance: random.Random) -> None:
    shutil.copytree(
        any_of(folder, "content/demo-*", chance) or SITES / "minimal/content/demo-2030",
        folder / "content" / f"demo-{chance.randrange(2040, 2060)}",
        dirs_exist_ok=True,
    )


def renamed_briefing(folder: Path, chance: random.Random) -> None:
    if path := any_of(folder, "content/demo-*", chance):
        path.rename(path.with_name(f"demo-{chance.randrange(2060, 2999)}"))


def one_briefing_less(folder: Path, chance: random.Random) -> None:
    found = sorted((folder / "content").glob("demo-*"))
    if len(found) > 1:
        shutil.rmtree(chance.choice(found))


def one_speech_less(folder: Path, chance: random.Random) -> None:
    if path := any_of(folder, "content/*/beta.yaml", chance):
        path.unlink()
        briefing, source = path.with_name("briefing.yaml"), path.with_name("source.yaml")
        briefing.write_text(briefing.read_text("utf-8").replace("[alpha, beta]", "[alpha]"), "utf-8")
        source.write_text(source.read_text("utf-8").partition("beta:")[0], "utf-8")


def shared_name(folder: Path, chance: random.Random) -> None:
    path = folder / "content/places.yaml"
    name = chance.choice(["Alpha County", "Alpha Shire"])
    path.write_text(path.read_text("utf-8").replace("Alpha County", name).replace("Alpha Shire", name), "utf-8")


def own_entity(folder: Path, chance: random.Random) -> None:
    if path := any_of(folder, "content/demo-*", chance):
        park = "south-park:\n  kind: park\n  name: {zh: 城南园区, en: South Park}\n"
        (path / "entities.yaml").write_text(park, "utf-8")


def template(folder: Path, chance: random.Random) -> None:
    if path := any_of(folder, "templates/*.html", chance):
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n<p>{chance.random()}</p>\n", "utf-8")


def catalog(folder: Path, chance: random.Random) -> None:
    path = folder / "templates/locales/zh/LC_MESSAGES/messages.po"
    text = path.read_text("utf-8")
    path.write_text(text.replace("关于", "有关") if chance.random() < 0.5 else text.replace("有关", "关于"), "utf-8")


def static_file(folder: Path, chance: random.Random) -> None:
    path = folder / "templates/static" / f"{chance.choice('abc')}.txt"
    if path.exists() and chance.random() < 0.5:
        path.unlink()
    else:
        path.write_text(str(chance.random()))


def damaged_memory(folder: Path, chance: random.Random) -> None:
    if path := any_of(folder, ".site.build/parts/*.json", chance):
        data = path.read_bytes()
        path.write_bytes(data[: chance.randrange(len(data))])


def meddling(folder: Path, chance: random.Random) -> None:
    """Somebody changes what was published, or takes it away."""
    if path := any_of(folder, "site/**/*.html", chance):
        path.unlink()
        if chance.random() < 0.5:
            path.write_text("changed by hand")


def nothing(_folder: Path, _chance: random.Random) -> None:
    pass


EDITS: tuple[Edit, ...] = (
    reworded,
    half_translated,
    another_briefing,
    renamed_briefing,
    one_briefing_less,
    one_speech_less,
    shared_name,
    own_entity,
    template,
    catalog,
    static_file,
    damaged_memory,
    meddling,
    nothing,
)


def test_a_build_after_any_edits_is_byte_for_byte_a_clean_one(minimal: Workplace) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a test must be repeatable
    kept = minimal.folder / "kept"
    failures = 0
    assert minimal.run().status == 0
    for _ in range(ROUNDS):
        shutil.copytree(minimal.folder / "content", kept, dirs_exist_ok=False)
        edits = chance.choices(EDITS, k=chance.randrange(1, 4))
        before = tree(minimal.output)
        for edit in edits:
            edit(minimal.folder, chance)
        outcome = minimal.run()
        if outcome.status:
            failures += 1
            assert meddling in edits or tree(minimal.output) == before
            shutil.rmtree(minimal.folder / "content")
            shutil.copytree(kept, minimal.folder / "content")
            assert minimal.run().status == 0, outcome.err
        shutil.rmtree(kept)
        assert tree(minimal.output) == clean(minimal), [edit.__name__ for edit in edits]
    assert 0 < failures < ROUNDS / 2


def test_a_build_with_nothing_changed_makes_nothing(minimal: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    minimal.run()
    monkeypatch.setattr("briefing.engine.parts.Workshop.briefing", None)
    monkeypatch.setattr("briefing.engine.parts.Workshop.whole", None)
    assert minimal.run().status == 0
    assert minimal.run("check").status == 0


def test_only_the_briefing_that_changed_is_made_again(minimal: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_briefing(minimal.folder, "demo-2031")
    minimal.run()
    before = {path: path.stat() for path in minimal.output.rglob("*") if path.is_file()}
    minimal.edit("content/demo-2031/briefing.yaml", "手工摘编。, en: Summarised", "人工摘编。, en: Abridged")
    made: list[str] = []
    original = Workshop.briefing

    def noted(self: Workshop, name: str, keep: Keep) -> Made:
        made.append(name)
        return original(self, name, keep)

    monkeypatch.setattr(Workshop, "briefing", noted)
    assert minimal.run().status == 0
    assert made == ["demo-2031"]
    for path, was in before.items():
        now = path.stat()
        same = (now.st_ino, now.st_mtime_ns) == (was.st_ino, was.st_mtime_ns)
        assert same or "demo-2031" in str(path), path


def test_what_is_saved_while_a_build_runs_is_not_taken_for_what_was_read(
    minimal: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taken back later, the file has the fingerprint that the build began with, and not what it was made from."""
    file = minimal.folder / "content/demo-2030/briefing.yaml"
    text = file.read_text("utf-8")
    original = Workshop.briefing

    def saved_meanwhile(self: Workshop, name: str, keep: Keep) -> Made:
        file.write_text(text.replace("手工摘编。, en: Summarised", "人工摘编。, en: Abridged"), "utf-8")
        return original(self, name, keep)

    with monkeypatch.context() as patch:
        patch.setattr(Workshop, "briefing", saved_meanwhile)
        assert minimal.run().status == 0
    file.write_text(text, "utf-8")
    assert minimal.run().status == 0
    assert tree(minimal.output) == clean(minimal)


def linked(path: Path, other: Path) -> None:
    """Put a link in the place of what is there, which goes elsewhere."""
    path.rename(other)
    path.symlink_to(other)


def hidden_among_the_styles(folder: Path) -> None:
    (folder / "templates/static/.cache").mkdir(parents=True)
    (folder / "templates/static/.cache/notes.txt").write_text("not for readers")


def hidden_template(folder: Path) -> None:
    (folder / "templates/.old.html").write_text("{{ _('Words of an old page') }}")


def editors_lock(folder: Path) -> None:
    (folder / "templates/.#home.html").symlink_to("somebody@elsewhere.1234")


def folder_with_the_name_of_a_template(folder: Path) -> None:
    (folder / "templates/drafts.html").mkdir()


def pipe_with_the_name_of_a_template(folder: Path) -> None:
    os.mkfifo(folder / "templates/pipe.html")


def catalogs_behind_a_link(folder: Path) -> None:
    path = folder / "elsewhere/zh/LC_MESSAGES/messages.po"
    text = path.read_text("utf-8")
    assert "术语表" in text
    path.write_text(text.replace("术语表", "词汇表"), "utf-8")


@pytest.mark.parametrize(
    "edit",
    [
        hidden_among_the_styles,
        hidden_template,
        editors_lock,
        folder_with_the_name_of_a_template,
        pipe_with_the_name_of_a_template,
        catalogs_behind_a_link,
    ],
)
def test_what_lies_about_is_seen_alike_by_a_clean_build_and_a_later_one(
    minimal: Workplace, edit: Callable[[Path], None]
) -> None:
    linked(minimal.folder / "templates/locales", minimal.folder / "elsewhere")
    assert minimal.run("build").status == 0
    edit(minimal.folder)
    assert minimal.run("build").status == 0
    assert tree(minimal.output) == clean(minimal)
    assert not list(minimal.output.rglob("notes*"))


def test_a_file_that_becomes_a_link_out_is_refused_though_it_says_the_same(minimal: Workplace) -> None:
    assert minimal.run("build").status == 0
    linked(minimal.folder / "content/demo-2030/alpha.yaml", minimal.folder / "alpha.yaml")
    assert "error[leads-out]" in minimal.run("build").err


def test_a_stray_link_among_the_content_is_seen_by_a_later_build(minimal: Workplace) -> None:
    assert minimal.run("build").status == 0
    (minimal.folder / "content/demo-2030/extra").symlink_to(minimal.folder)
    assert "error[unnamed-file]" in minimal.run("build").err


def test_pages_are_of_one_state_of_the_templates(minimal: Workplace) -> None:
    """Whatever is saved while a build runs."""
    templates = environment(minimal.folder / "templates")
    (minimal.folder / "templates/404.html").write_text("saved later")
    assert templates.loader
    assert templates.loader.get_source(templates, "404.html")[0] != "saved later"


def test_nothing_is_remembered_of_briefings_that_are_gone(minimal: Workplace) -> None:
    copy_briefing(minimal.folder, "demo-2031")
    assert minimal.run("build").status == 0
    shutil.rmtree(minimal.folder / "content/demo-2031")
    assert minimal.run("build").status == 0
    assert {path.name for path in (minimal.folder / ".site.build/parts").iterdir()} == {".site.json", "demo-2030.json"}


def test_the_output_folder_stays_open_to_those_it_was_open_to(minimal: Workplace) -> None:
    assert minimal.run("build").status == 0
    minimal.output.chmod(0o2770)
    for _ in range(2):
        assert minimal.run("build").status == 0
        assert stat.S_IMODE(minimal.output.stat().st_mode) == 0o2770


def test_the_new_site_is_published_last(minimal: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong after it would be said to have changed nothing."""
    assert minimal.run("build").status == 0
    was = tree(minimal.output)
    minimal.edit("content/demo-2030/briefing.yaml", "手工摘编。, en: Summarised", "人工摘编。, en: Abridged")
    monkeypatch.setattr("briefing.engine.cache.write_whole", fails)
    assert minimal.run("build").status == 2
    assert tree(minimal.output) == was


def fails(*_: object) -> None:
    raise OSError(errno.ENOSPC, "no space left")


@pytest.mark.parametrize("garbage", [b"", b"\x80\x04cos\nsystem\n", b"{}", b'0\n{"key": 1}', b"[" * 100_000])
def test_a_damaged_memory_is_as_none(minimal: Workplace, garbage: bytes) -> None:
    minimal.run()
    before = tree(minimal.output)
    for path in (minimal.folder / ".site.build/parts").iterdir():
        path.write_bytes(garbage)
    assert minimal.run().status == 0
    assert tree(minimal.output) == before


def test_a_memory_from_elsewhere_is_not_believed(minimal: Workplace) -> None:
    """Its checksums are right, and it says that a forged page is what the program wrote."""
    minimal.run()
    before = tree(minimal.output)
    memory = minimal.folder / ".site.build"
    page = minimal.output / "en/index.html"
    page.write_bytes(b"forged")
    part = memory / "parts/.site.json"
    said = json.loads(part.read_text("utf-8").partition("\n")[2])
    found = page.stat()
    said["files"]["en/index.html"] = [found.st_size, found.st_mtime_ns, found.st_ino]
    part.write_text(f"{'0' * 64}\n{json.dumps(said)}", "utf-8")
    shutil.copytree(memory, minimal.folder / "copy")
    shutil.rmtree(memory)
    (minimal.folder / "copy").rename(memory)
    assert minimal.run().status == 0
    assert tree(minimal.output) == before


@pytest.mark.parametrize("name", [".site.build", ".site.build/next"])
def test_nothing_beside_the_output_is_destroyed(minimal: Workplace, name: str) -> None:
    (minimal.folder / name).mkdir(parents=True)
    (minimal.folder / name / "thesis.txt").write_text("years of work")
    outcome = minimal.run()
    assert outcome.status == 2
    assert "did not write" in outcome.err
    assert (minimal.folder / name / "thesis.txt").read_text() == "years of work"


def whole(folder: Path, *sites: dict[str, bytes]) -> bool:
    return tree(folder / "site") in sites


def test_a_build_killed_at_any_moment_leaves_a_whole_site(
    two_sites: tuple[Path, dict[str, bytes], dict[str, bytes]],
) -> None:
    folder, *sites = two_sites
    chance = random.Random(SEED)  # noqa: S311 - a test must be repeatable
    begun = time.perf_counter()
    assert built(folder).returncode == 0
    lasts = time.perf_counter() - begun
    killed = builds = 0
    while killed < KILLS:
        builds += 1
        process = subprocess.Popen(
            command(folder, ("other", "content")[builds % 2]),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(chance.uniform(0, lasts))
        os.killpg(process.pid, signal.SIGKILL) if builds % 3 else process.kill()  # with its processes, or alone
        if process.wait():
            killed += 1
        else:
            lasts *= 0.9  # it had ended: the machine has become faster
        assert whole(folder, *sites), f"killed at {killed}"
    print(f"\nkilled {killed} of {builds} builds, at random moments")
    assert built(folder).returncode == 0
    assert whole(folder, sites[0])


def test_two_builds_at_once_leave_the_site_of_one(two_sites: tuple[Path, dict[str, bytes], dict[str, bytes]]) -> None:
    folder, *sites = two_sites
    for _ in range(3):
        commands = [command(folder, content) for content in ("content", "other")]
        both = [subprocess.Popen(each, stdout=subprocess.DEVNULL) for each in commands]
        assert [process.wait() for process in both] == [0, 0]
        assert whole(folder, *sites)


def test_ctrl_c_leaves_everything_as_it_was(two_sites: tuple[Path, dict[str, bytes], dict[str, bytes]]) -> None:
    folder, _, other = two_sites
    shutil.rmtree(folder / ".site.build")
    process = subprocess.Popen(command(folder), stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not (folder / ".site.build/next").exists():
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, "build.py: stopped; nothing has changed\n")
    assert whole(folder, other)
    assert not (folder / ".site.build/next").exists()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own that is soon full."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(disk)]
    mounted = subprocess.run(mount, capture_output=True, check=False)
    require(mounted.returncode == 0, "this user may not mount a disk to fill")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)  # noqa: S607 - likewise


def test_a_full_disk_leaves_the_site_as_it_was(minimal: Workplace, small_disk: Path) -> None:
    arguments = ["build", *(f"--{name}={minimal.folder / name}" for name in ("content", "templates"))]
    output = f"--output={small_disk / 'site'}"
    assert run(minimal.capture, *arguments, output).status == 0
    before = tree(small_disk / "site")
    big = minimal.folder / "templates/static/big.bin"
    big.write_bytes(random.Random(SEED).randbytes(3_000_000))  # noqa: S311 - noise
    outcome = run(minimal.capture, *arguments, output)
    assert outcome.status == 2
    assert "No space left on device" in outcome.err
    assert tree(small_disk / "site") == before
    assert not (small_disk / ".site.build/next").exists()
    big.unlink()
    assert run(minimal.capture, *arguments, output).status == 0
    assert tree(small_disk / "site") == before


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("content/demo-2030/alpha.yaml", "error[unreadable]: cannot be read: Permission denied"),
        ("templates/static/site.css", "Permission denied"),
        ("templates/place.html", "Permission denied"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_changes_nothing(minimal: Workplace, name: str, said: str) -> None:
    assert minimal.run().status == 0
    before = tree(minimal.output)
    (minimal.folder / name).chmod(0)
    with somebody(minimal.folder):
        outcome = minimal.run()
    assert outcome.status in (1, 2)
    assert Path(name).name in outcome.err
    assert said in outcome.err
    assert tree(minimal.output) == before


@contextmanager
def somebody(folder: Path) -> Iterator[None]:
    """Be a user whom permissions concern, in a folder of their own: the superuser reads everything."""
    nobody, self = 65534, os.geteuid()
    if self:
        yield
        return
    temporary = Path(tempfile.gettempdir())
    for path in folder.parents:
        if temporary in path.parents:
            path.chmod(0o755)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, nobody, nobody)
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(self)


def test_the_folder_of_the_build_carries_its_marker(minimal: Workplace) -> None:
    minimal.run()
    assert (minimal.folder / ".site.build" / MARKER).is_file()


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_a_log_has_lines_and_a_terminal_a_bar() -> None:
    log, terminal, short = io.StringIO(), Terminal(), io.StringIO()
    for stream, parts in ((log, 335), (terminal, 335), (short, 9)):
        with progress(stream) as show:
            for done in range(1, parts + 1):
                show(done, parts)
    assert log.getvalue().count("\n") == 10
    assert log.getvalue().endswith("335 of 335 parts\n")
    assert "[###############...............] 168 of 335 parts" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert short.getvalue() == ""


@pytest.mark.parametrize("end", [KeyboardInterrupt, OSError])
def test_a_bar_goes_before_it_is_said_why_a_build_has_stopped(
    minimal: Workplace, monkeypatch: pytest.MonkeyPatch, end: type[BaseException]
) -> None:
    def parts(maker: Maker, _inputs: object) -> None:
        maker.settings.progress(1, 335)
        raise end

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(Maker, "parts", parts)
    assert minimal.run("check").status in {2, 130}
    shown, _, said = terminal.getvalue().partition("1 of 335 parts")
    assert shown.endswith("] ")
    assert said.startswith("\r\x1b[Kbuild.py: ")
