#!/usr/bin/env python3
"""A list read page by page is read in the order of an index: SQLite is asked how it would run each statement
that goes on after a row (« (a, b) < (:after, …) », « id > :after »), on the demonstration. One that sorts what it found reads
its whole table for fifty rows; where that is few, the statement says « -- sorts: reason ». Sorting the equals
among themselves (« RIGHT PART ») costs nothing.

Usage: ETABLI_TEST_BINARY=build/release/etabli tests/plans/plans_test.py; ends with « N passed, N failed ».
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUERY = re.compile(r'"([a-z_]+\.\w+)",\s*R"sql\((.*?)\)sql"', re.S)
GOES_ON = re.compile(r"[<>]\s*\(?:(after|before|last|place)|\)\s*[<>]\s*\(:")
CANARY = """SELECT t.id FROM tickets_ticket t WHERE t.workspace_id = :workspace AND (t.title, t.id) < (:a, :b)
             ORDER BY t.title DESC, t.id DESC LIMIT 50"""
SECONDS = 60


def paged_statements():
    for path in sorted([*ROOT.glob("kernel/**/*_store.cpp"), *ROOT.glob("modules/**/*_store.cpp")]):
        for name, text in QUERY.findall(path.read_text()):
            if "ORDER BY" in text and "LIMIT" in text and GOES_ON.search(text):
                yield name, text


def plan_of(database, text):
    asked = subprocess.run(["sqlite3", "-readonly", database, f"EXPLAIN QUERY PLAN {text};"],
                           capture_output=True, text=True, timeout=SECONDS)
    return asked.stdout or asked.stderr


def is_read_in_order(plan):
    reads_a_range = "SEARCH" in plan and not re.search(r"^[|` -]*SCAN (?!CONSTANT)", plan, re.M)
    return reads_a_range and "TEMP B-TREE FOR ORDER BY" not in plan


def main():
    passed, failed = 0, 0
    with tempfile.TemporaryDirectory(prefix="etabli-plans-") as folder:
        environment = dict(os.environ, ETABLI_DATA=folder, ETABLI_MODE="test")
        environment.pop("ETABLI_DATABASE_URL", None)
        subprocess.run([os.environ.get("ETABLI_TEST_BINARY", ROOT / "build/release/etabli"), "demo", "--json"],
                       env=environment, check=True, stdout=subprocess.DEVNULL, timeout=SECONDS)
        database = f"{folder}/etabli.sqlite"
        canary = plan_of(database, CANARY)
        if is_read_in_order(canary) or "TEMP B-TREE" not in canary:
            print(f"FAIL  a statement that sorts its whole table was taken for a good one\n{canary}")
            failed += 1
        for name, text in paged_statements():
            plan = plan_of(database, text)
            if is_read_in_order(plan) or re.search(r"-- sorts: \w", text):
                passed += 1
            else:
                failed += 1
                print(f"FAIL  {name}\n{plan}")
    print(f"{passed} passed, {failed} failed")
    return failed == 0 and passed > 0


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
