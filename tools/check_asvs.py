#!/usr/bin/env python3
"""Fails when docs/operations/asvs.md claims what is not there. Usage: check_asvs.py [ROOT] | --self-test

A row of the table is « | requirement | level | state | by | »; a proof is a test file in backquotes
followed by the name of a test of it between « ».
"""
import re
import sys
from collections import Counter

from examples import main

RULES = {
    "V1": "each requirement has one row, in order, with one of the four states",
    "V2": "a proved requirement names tests that exist",
    "V3": "a requirement that is built, open or absent says how or why",
    "V4": "the figures above the table are those of the table",
}
TABLE = "docs/operations/asvs.md"
STATES = ("proved", "built", "open", "absent")
ROW = re.compile(r"\| (V[\d.]+) \| ([12]) \| (\w+) \| (.*?) \|$", re.M)
PROOF = re.compile(r"`([^`]+)` « (.+?) »(?:; |$)")


def violations(root):
    path = root / TABLE
    if not path.exists():
        yield f"V1 {TABLE} -> missing"
        return
    text = path.read_text()
    rows = ROW.findall(text)
    numbers = [tuple(int(part) for part in row[0][1:].split(".")) for row in rows]
    for before, after in zip(numbers, numbers[1:]):
        if before >= after:
            yield f"V1 {TABLE} -> {after} after {before}"
    for requirement, _, state, by in rows:
        if state not in STATES:
            yield f"V1 {TABLE} -> {requirement}: state {state}"
        elif state == "proved":
            yield from (f"V2 {TABLE} -> {requirement}: {wrong}" for wrong in unproved(root, by))
        elif len(by.split()) < 2:
            yield f"V3 {TABLE} -> {requirement}"
    counts = Counter(state for _, _, state, _ in rows)
    figures = ", ".join(f"{counts[state]} {state}" for state in STATES) + "."
    if figures not in text or f"{len(rows)} requirements" not in text:
        yield f"V4 {TABLE} -> expected « {len(rows)} requirements » and « {figures} »"


def unproved(root, by):
    proofs = PROOF.findall(by)
    if not proofs or PROOF.sub("", by):
        yield f"no test is named in « {by} »"
    for file, name in proofs:
        path = root / file
        if not path.exists():
            yield f"{file} is not there"
        elif f'"{name}' not in re.sub(r'"\s*\n\s*"', "", path.read_text()):
            yield f"{file} has no test « {name} »"


if __name__ == "__main__":
    sys.exit(main("asvs", RULES, violations))
