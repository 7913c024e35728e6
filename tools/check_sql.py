#!/usr/bin/env python3
"""Fails when a statement or a migration breaks a tenancy rule. Usage: check_sql.py [ROOT] | --self-test

Reads text only: that every statement also prepares on both engines after all migrations is proved by
the store tests. Tables are those the migrations declare, « -- table: NAME platform|shared|business|log|platform_log », and the
runner's own, which kernel/db creates before any migration.
"""
import re
import sys

import cpp_source
from check_architecture import declared_dependencies
from examples import files, main

RULES = {
    "S1": "statements and table handles live in *_store.cpp (kernel/db is the exception)",
    "S2": "a statement names its folder's own tables, or <other>_published_… views of a dependency",
    "S3": "a statement binds :workspace or says « -- all workspaces: reason »",
    "S4": "a table is declared by a migration: « -- table: NAME platform|shared|business|log|platform_log »",
    "S5": "a query is named after its folder, « tickets.open », and no two share a name",
    "S6": "a migration is YYYYMMDDHHMMSS_<what>.sql at a moment of its own, starts by saying why, and declares its tables",
    "S7": "no comma join, no LIKE (use a range on the search key), no SQL made by concatenation",
    "S8": "tables other than platform carry workspace_id and lead their primary key with it",
}
KINDS = {"platform", "shared", "business", "log", "platform_log"}
QUERY = re.compile(r'Query\s+\w+\s*(?:=\s*)?\{\s*"([^"]*)"\s*,\s*R"sql\(')
TABLE_HANDLE = re.compile(r'\b(?:Platform)?Table\s*<[^;{}]*>\s*\w*\s*\{\s*"([^"]*)"')
TABLE_USE = re.compile(r"\b(?:(FROM|JOIN)\s+(?:ONLY\s+)?(\w+)(?!\w)(?!\s*\()|(INTO|(?<!DO )(?<!FOR )UPDATE)\s+(\w+))", re.I)
NOT_A_TABLE = {"set", "select", "lateral", "skip", "of", "nowait", "no", "values", "unnest"}


def violations(root):
    declared = {}  # table → (owner, kind)
    moments = {}
    for path in migrations(root):
        yield from migration(root, path, declared)
        other = moments.setdefault(path.name[:14], path)
        if other.name.removesuffix(".postgres.sql") != path.name.removesuffix(".sql") and other != path:
            yield f"S6 {path.relative_to(root)} -> same moment as {other.relative_to(root)}"
    for path in root.glob("kernel/db/*.cpp"):
        for table in re.findall(r"CREATE TABLE IF NOT EXISTS (\w+)", path.read_text()):
            declared[table] = ("db", "platform")
    depends = declared_dependencies(root)
    names = {}
    for path in files(root, ".cpp", ".hpp"):
        where = path.relative_to(root)
        if where.parts[0] not in ("kernel", "modules", "app") or where.name.endswith("_test.cpp"):
            continue
        text = path.read_text()
        is_store = where.name.endswith("_store.cpp")
        if where.parts[:2] == ("kernel", "db") and not is_store:
            continue
        yield from statements(where, text, is_store, declared, depends)
        yield from query_names(where, text, names)


def migrations(root):
    return [path for path in files(root, ".sql") if path.parent.name == "migrations"]


def migration(root, path, declared):
    where = path.relative_to(root)
    owner, text = where.parts[1], path.read_text()
    postgres = where.name.endswith(".postgres.sql")
    if not re.fullmatch(r"\d{14}_[a-z0-9_]+(\.postgres)?\.sql", where.name):
        yield f"S6 {where} -> file name"
    if postgres and not path.with_name(where.name.replace(".postgres.sql", ".sql")).exists():
        yield f"S6 {where} -> no {where.name.replace('.postgres.sql', '.sql')} beside it"
    if not re.match(r"-- (?!table:)\S", text):
        yield f"S6 {where} -> the first line does not say why"
    kinds = dict(re.findall(r"^-- table: (\w+) (\w+)\s*$", text, re.M))
    for table, kind in kinds.items():
        if kind not in KINDS:
            yield f"S6 {where} -> kind {kind} of {table}"
        if where.parts[0] == "modules" and not table.startswith(owner + "_"):
            yield f"S6 {where} -> {table} is not named {owner}_…"
        declared[table] = (owner, kind)
    bare = re.sub(r"--[^\n]*", "", text)
    for view in re.findall(r"\bCREATE\s+VIEW\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)", bare, re.I):
        declared[view] = (owner, "view")
        if not view.startswith(f"{owner}_published_"):
            yield f"S6 {where} -> view {view} is not named {owner}_published_…"
    for table, body in re.findall(r"\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)\s*\((.*?)\)\s*(?:STRICT|WITHOUT ROWID|,|\s)*;",
                                  bare, re.I | re.S):
        if table not in kinds:
            yield f"S6 {where} -> {table} is created without « -- table: {table} KIND »"
        elif kinds[table] in ("shared", "business", "log") and not re.search(
                r"\bPRIMARY\s+KEY\s*\(\s*workspace_id\b", body, re.I):
            yield f"S8 {where} -> {table} has no PRIMARY KEY (workspace_id, …)"


def statements(where, text, is_store, declared, depends):
    for line, tag, body in cpp_source.strings(text):
        if tag != "sql":
            continue
        at = f"{where}:{line}"
        if not is_store:
            yield f"S1 {at} -> SQL outside a store"
        sql = re.sub(r"--[^\n]*", "", body)
        if not re.search(r":workspace\b", sql) and not re.search(r"-- all workspaces: \S+", body):
            yield f"S3 {at} -> neither :workspace nor « -- all workspaces: reason »"
        if re.search(r"\bFROM\s+\w+(?:\s+(?:AS\s+)?\w+)?\s*,\s*\w+", re.sub(r"\([^()]*\)", "", sql), re.I):
            yield f"S7 {at} -> comma join"
        if re.search(r"\bI?LIKE\b", sql, re.I):
            yield f"S7 {at} -> LIKE"
        for table in sorted(tables(sql)):
            yield from table_use(at, where, table, declared, depends)
    source = cpp_source.code(text)
    for found in re.finditer(r'\)sql"\s*\+|\+\s*R"sql', text):
        yield f"S7 {where}:{cpp_source.line_at(source, found.start())} -> SQL made by concatenation"
    for found in TABLE_HANDLE.finditer(text):
        at = f"{where}:{cpp_source.line_at(text, found.start())}"
        if not is_store:
            yield f"S1 {at} -> table handle outside a store"
        yield from table_use(at, where, found[1], declared, depends)


def tables(sql):
    """The tables a statement names; not its WITH names, not functions used as tables."""
    sql = re.sub(r"(?<!:):\w+", "?", sql)
    local = {name.lower() for name in re.findall(r"\b(\w+)\s*(?:\([\w\s,]*\)\s*)?AS\s+(?:NOT\s+)?(?:MATERIALIZED\s*)?\(", sql, re.I)}
    sql = re.sub(r"\bDISTINCT\s+FROM\b", "", sql, flags=re.I)
    sql = re.sub(r"\b(?:EXTRACT|SUBSTRING|TRIM)\s*\([^()]*\)", "", sql, flags=re.I)
    found = {(match[2] or match[4]).lower() for match in TABLE_USE.finditer(sql)}
    return found - local - NOT_A_TABLE


def table_use(at, where, table, declared, depends):
    folder = where.parts[1] if len(where.parts) > 2 else ""
    if table not in declared:
        yield f"S4 {at} -> table {table}"
        return
    owner, kind = declared[table]
    usable = set(depends.get(folder) or ()) | ({owner} if owner not in depends else set())
    if owner != folder and not (kind == "view" and owner in usable):
        yield f"S2 {at} -> {table} belongs to {owner}"


def query_names(where, text, names):
    for found in QUERY.finditer(text):
        at = f"{where}:{cpp_source.line_at(text, found.start())}"
        name = found[1]
        if not re.fullmatch(rf"{where.parts[1]}\.[a-z0-9_.]+", name):
            yield f"S5 {at} -> {name or 'no name'}"
        elif name in names:
            yield f"S5 {at} -> {name} is already at {names[name]}"
        names.setdefault(name, at)


if __name__ == "__main__":
    sys.exit(main("sql", RULES, violations))
