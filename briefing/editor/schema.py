"""`build.py schema`: JSON Schemas of the YAML files, from the declarations that validate them, for an editor's program.

A schema sees one file at a time. Whether an id is defined in another file, whether paragraphs ascend, and what a number
means is left to `build.py check`.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from briefing.content import model
from briefing.content.layout import NOT_SPEECHES, SCHEMA
from briefing.content.load import SHARED
from briefing.paths import write_whole
from briefing.problems import UsageError

SUFFIX = ".schema.json"
KINDS: Mapping[str, tuple[Any, type[BaseModel]]] = {
    "site": (SHARED["site"], model.SiteFile),
    "units": (SHARED["units"], model.Unit),
    "places": (SHARED["places"], model.Place),
    "indicators": (SHARED["indicators"], model.Indicator),
    "sectors": (SHARED["sectors"], model.Sector),
    "glossary": (SHARED["glossary"], model.Term),
    "entities": (SHARED["entities"], model.Entity),
    "words": (model.WordsFile, model.WordsFile),
    "briefing": (model.BriefingFile, model.BriefingFile),
    "speech": (model.Speech, model.Speech),
    "changes": (model.ChangesFile, model.Change),
    "source": (model.SourceFile, model.SourceParagraph),
    "reviews": (model.ReviewsFile, model.Review),
}
"""The declaration of each kind of file, and the record whose docstring describes it."""


class _Schemas(GenerateJsonSchema):
    """Leaves out null, which no file may hold, and titles made of keys, which say nothing new."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        generated = super().default_schema(schema)
        return {key: value for key, value in generated.items() if key != "default" or value is not None}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the library calls it so
        return False


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of one kind of file, such as `speech`."""
    declaration, record = KINDS[kind]
    generated = TypeAdapter(declaration).json_schema(schema_generator=_Schemas)
    about = {"title": kind.capitalize(), "description": record.__doc__}
    return {"$schema": _Schemas.schema_dialect, **generated, **about}


def schemas() -> Mapping[str, str]:
    """Return the text of every schema by its file's name, such as `speech.schema.json`."""
    return {f"{kind}{SUFFIX}": json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n" for kind in KINDS}


def write_schemas(content: Path) -> list[Path]:
    """Write the schemas into their folder below `content`, remove those of kinds that are gone, and return the paths.

    Raises UsageError if `content` is not a folder.
    """
    if not content.is_dir():
        raise UsageError(f"{content} is not a folder; --content names the folder that holds site.yaml")
    folder = content / SCHEMA
    folder.mkdir(exist_ok=True)
    fresh = {folder / name: text for name, text in schemas().items()}
    for path, text in fresh.items():
        write_whole(path, text)
    for path in set(folder.glob(f"*{SUFFIX}")) - fresh.keys():
        path.unlink()
    return list(fresh)


def kind_of(file: str) -> str:
    """Return the kind of a file, named below the content folder: `site` of `site.yaml`, `speech` of a speech's file."""
    folder, _, name = file.rpartition("/")
    return "speech" if folder and name not in NOT_SPEECHES else name.removesuffix(".yaml")


def modeline(file: str) -> str:
    """Return the first line of a file, which tells an editor's program where its schema is."""
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMA}/{kind_of(file)}{SUFFIX}\n"
