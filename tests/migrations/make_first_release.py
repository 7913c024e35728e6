#!/usr/bin/env python3
"""Writes first_release.rows: the rows of a small demonstration, as the first release kept them.

Usage: make_first_release.py DATABASE > first_release.rows
       DATABASE is the SQLite file of `etabli demo`, made by any build.

The schema is that of the commit below: its migrations are applied to an empty database, and only tables
and columns they know are written. A migration that changed since could not be upgraded: the test compares
the SHA-256 of each with those written here.
"""
import hashlib
import sqlite3
import subprocess
import sys

COMMIT = "357c365"
TICKETS = 8
KEPT_WHOLE = ("workspace", "person", "membership", "projects_project", "projects_assignment", "tickets_counter")
OF_TICKETS = ("tickets_message", "tickets_note", "tickets_event", "tickets_share", "tickets_read", "tickets_rating")


def git(*words):
    return subprocess.run(["git", *words], capture_output=True, check=True, text=True).stdout


def old_migrations():
    """(name, SQL for SQLite, SQL for PostgreSQL), oldest first."""
    paths = [p for p in git("ls-tree", "-r", "--name-only", COMMIT).splitlines() if "/migrations/" in p and p.endswith(".sql")]
    plain = sorted((p for p in paths if not p.endswith(".postgres.sql")), key=lambda p: p.rsplit("/", 1)[1])
    for path in plain:
        sql = git("show", f"{COMMIT}:{path}")
        twin = path.replace(".sql", ".postgres.sql")
        yield path.rsplit("/", 1)[1][:-4], sql, git("show", f"{COMMIT}:{twin}") if twin in paths else sql


def literal(value, kind):
    if value is None:
        return "NULL"
    if kind == "BOOLEAN":
        return "TRUE" if value else "FALSE"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def condition(table, tickets):
    if table in OF_TICKETS:
        return f"ticket_id IN ({tickets})"
    if table == "tickets_ticket":
        return f"id IN ({tickets})"
    if table in ("audit_entry", "audit_payload"):
        return "id IN (SELECT id FROM audit_entry ORDER BY id LIMIT 20)"
    if table == "outbox":
        return "is_secret = 0 AND id IN (SELECT id FROM outbox ORDER BY id LIMIT 4)"
    return "1" if table in KEPT_WHOLE or table.startswith(("crm_", "settings_")) else None


def main(database):
    old, now = sqlite3.connect(":memory:"), sqlite3.connect(database)
    print(f"-- Rows of the demonstration as {COMMIT} kept them; made by make_first_release.py.")
    order = []
    for name, sql, postgres in old_migrations():
        old.executescript(sql)
        for text in dict.fromkeys((sql, postgres)):
            print(f"-- migration: {name} {hashlib.sha256(text.encode()).hexdigest()}")
        order += [row[0] for row in old.execute("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY rowid") if row[0] not in order]
    tickets = ",".join(str(row[0]) for row in now.execute("SELECT id FROM tickets_ticket ORDER BY id DESC LIMIT ?", (TICKETS,)))
    for table in order:
        columns = [(row[1], row[2]) for row in old.execute(f"PRAGMA table_info({table})")]
        names = [name for name, _ in columns]
        where = condition(table, tickets)
        if where is None:
            continue
        for row in now.execute(f"SELECT {', '.join(names)} FROM {table} WHERE {where} ORDER BY 1, 2"):
            values = ", ".join(literal(value, kind) for value, (_, kind) in zip(row, columns))
            print(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values});")


if __name__ == "__main__":
    main(sys.argv[1])
