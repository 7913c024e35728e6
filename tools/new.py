#!/usr/bin/env python3
"""Usage: bin/new module NAME [DEPENDS...]     modules/NAME, building and empty
       bin/new migration FOLDER WHAT         <kernel|modules>/FOLDER/migrations/<now>_FOLDER_WHAT.sql
       bin/new decision TITLE...             docs/decisions/<next number>-title.md

Prints the files written. docs/guides/ says what comes next.
"""
import re
import sys
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

README = """# {name}

What this module is for, in two sentences.

| noun | what it is | French |
|---|---|---|

## Always true

## Who listens
"""
FRONT = """#pragma once

/// What other modules may ask of {name}.
namespace {name}
{{
}} // namespace {name}
"""
MANIFEST = """#include "kernel/module.hpp"

namespace {name}
{{

void describe(kernel::Module& module)
{{
    module.permission("{name}.view", "{name}.permission.view");
}}

}} // namespace {name}
"""
WORDS = """[{name}.permission]
view = "Voir"
"""
MIGRATION = """-- Why this change, in one sentence, and what happens to the rows that exist.
-- table: {table} business
CREATE TABLE {table} (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    created_at   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
"""
DECISION = """# {number:04}. {title}

{date} · proposed

## Context

## Options

| option | price |
|---|---|

## Decision

## Consequences

## What would change our mind
"""


def fail(sentence):
    sys.exit(f"bin/new: {sentence}")


def name_of(word):
    if not re.fullmatch(r"[a-z][a-z0-9_]*", word):
        fail(f"« {word} » is not a name: small letters, digits and _")
    return word


def write(path, text):
    path = ROOT / path
    if path.exists():
        fail(f"{path.relative_to(ROOT)} exists")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    print(path.relative_to(ROOT))


def module(name, *depends):
    folder = Path("modules") / name_of(name)
    if (ROOT / folder).exists():
        fail(f"{folder} exists")
    for other in depends:
        if not (ROOT / "modules" / other / "CMakeLists.txt").exists():
            fail(f"no module {other} to depend on")
    uses = f" DEPENDS {' '.join(depends)}" if depends else ""
    write(folder / "CMakeLists.txt", f"add_business_module({name}{uses})\n")
    write(folder / "README.md", README.format(name=name))
    write(folder / f"{name}.hpp", FRONT.format(name=name))
    write(folder / "module.cpp", MANIFEST.format(name=name))
    write(folder / "i18n/fr.toml", WORDS.format(name=name))
    print(f"Next: add {name}::describe to app/modules.cpp, then docs/guides/add-a-module.md")


def migration(folder, *what):
    place = next((ROOT / top / folder for top in ("kernel", "modules") if (ROOT / top / folder).is_dir()), None)
    if place is None or not what:
        fail("a migration needs the folder it belongs to and what it does: bin/new migration tickets add_due_date")
    words = "_".join(name_of(word) for word in what)
    moment = f"{datetime.now(timezone.utc):%Y%m%d%H%M%S}"
    write(place.relative_to(ROOT) / "migrations" / f"{moment}_{folder}_{words}.sql",
          MIGRATION.format(table=f"{folder}_noun"))


def decision(*words):
    title = " ".join(words)
    if not title:
        fail("a decision needs a title")
    numbers = [int(path.name[:4]) for path in (ROOT / "docs/decisions").glob("[0-9]*.md")]
    number = max(numbers, default=0) + 1
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    write(Path("docs/decisions") / f"{number:04}-{slug}.md",
          DECISION.format(number=number, title=title, date=f"{datetime.now(timezone.utc):%Y-%m-%d}"))


def main(words):
    kinds = {"module": module, "migration": migration, "decision": decision}
    if not words or words[0] in ("--help", "-h"):
        print(__doc__)
        return 0 if words else 2
    if words[0] not in kinds or len(words) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    kinds[words[0]](*words[1:])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
