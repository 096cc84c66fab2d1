"""Links: what they lead to is no part of the content, and they are named as links."""

import shutil

from tests.support.project import Project


def test_a_linked_folder_is_said_to_be_no_briefing(minimal: Project) -> None:
    shutil.move(minimal.folder / "content/demo-2030", minimal.folder / "elsewhere")
    (minimal.folder / "content/demo-2030").symlink_to("../elsewhere")
    assert "content/demo-2030: error[unnamed-file]: a link is no briefing; put the folder" in minimal.run("check").err
