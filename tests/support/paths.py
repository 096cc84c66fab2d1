"""Folders that the tests read."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SITES = ROOT / "tests" / "sites"


def tree(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder, by its name there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
