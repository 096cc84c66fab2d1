"""Files of templates/static: those for readers are published, others are not."""

from tests.support.project import Project


def test_files_of_an_editors_own_are_not_published(minimal: Project) -> None:
    (minimal.folder / "templates/static/.DS_Store").write_bytes(b"\0")
    (minimal.folder / "content/demo-2030/.alpha.yaml.swp").write_bytes(b"\0")
    assert minimal.run().status == 0
    assert not (minimal.output / "static/.DS_Store").exists()


def test_a_static_file_that_is_a_link_out_is_not_published(minimal: Project) -> None:
    (minimal.folder / "templates/static/leak.txt").symlink_to("/etc/passwd")
    outcome = minimal.run()
    assert outcome.status == 1
    assert "templates/static/leak.txt: error[leads-out]" in outcome.err
    assert not minimal.output.exists()
