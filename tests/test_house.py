"""The code as a whole: the promises of CONTRIBUTING.md beside the import contract of pyproject.toml."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import grimp

PACKAGE = Path(__file__).resolve().parent.parent / "briefing"
MOST_LINES, MOST_FLAT = 250, 8


def test_no_module_imports_itself_through_others() -> None:
    graph = grimp.build_graph("briefing", exclude_type_checking_imports=True, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(imports).prepare()  # raises CycleError, with the circle, if there is one


def test_every_package_says_what_it_knows() -> None:
    for init in PACKAGE.rglob("__init__.py"):
        assert ast.get_docstring(ast.parse(init.read_text("utf-8"))), init


def test_few_modules_lie_outside_of_packages() -> None:
    assert len([path for path in PACKAGE.glob("*.py") if path.name != "__init__.py"]) <= MOST_FLAT


def test_no_module_is_longer_than_250_lines() -> None:
    for path in PACKAGE.rglob("*.py"):
        assert path.read_text("utf-8").count("\n") <= MOST_LINES, path
