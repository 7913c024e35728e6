#!/usr/bin/env python3
"""Fails when a document names what does not exist, or a file names someone's machine.

Usage: check_docs.py [ROOT] | --self-test
"""
import re
import subprocess
import sys
from pathlib import Path

from examples import files, main

RULES = {
    "D1": "a link in a document leads to a file, and to a heading of it",
    "D2": "a path written in `backquotes` exists: bin/…, kernel/…, modules/…, docs/…, tools/…",
    "D3": "no absolute path of a machine, and no path that leaves the project",
    "D4": "no package registry is named: the reader's own configuration decides",
    "D7": "a lock of npm names versions: Debian's npm cannot read « latest »",
    "D6": "requirement numbers are named by tests only: a comment says the rule itself",
    "D5": "a document is not empty and starts with its title",
}
TOP = "app bin cmake deploy docs kernel modules presets tests tools web integrations".split()
PATH = re.compile(rf"(?<![\w/.-])((?:{'|'.join(TOP)})/[\w./-]*[\w-])(?![\w/…*<{{-])")
MACHINE = re.compile(r"(?<![\w.$})~\]/-])/(?:work|home|root|Users|farm)/[\w.]")
OUTSIDE = re.compile(r"""(?<![\w)/"'}.$])((?:\.\./)+[\w.-]+)""")
REGISTRY = re.compile(r'"resolved":\s*"http|registry\s*=|\bregistry\.[a-z-]+\.(?:org|com|dev|io)\b|--index-url|\.pkg\.dev\b')
TAG = re.compile(r'":\s*"(?:latest|next)"')
BUILT = ("build/", "var/", "web/dist", "web/node_modules")
REQUIREMENT = re.compile(r"\b(?:PLT|IDN|CRM|LED|CMP|TKT|ITV|PRJ|PRG|PRB|QUO|INV|ACC|PWD|WHL|FIL|WEB|PTL|NTF|DSH|OPS|PUB|API|AUD|JRN)-\d{2,3}\b")
TEXT = (".md .cpp .hpp .ts .mjs .js .css .py .sh .toml .json .txt .sql .cmake .yml .yaml .service .conf .html").split()


def violations(root):
    for path in files(root, ".md"):
        where, text = path.relative_to(root), path.read_text()
        if where.parts[:2] != ("tests", "contracts") and not re.match(r"(?:---\n.*?\n---\n)?# \S", text, re.S):
            yield f"D5 {where} -> no title on the first line"
        prose = re.sub(r"```.*?```", lambda m: re.sub(r"[^\n]", " ", m[0]), text, flags=re.S)
        yield from links(root, path, where, prose)
        yield from paths(root, where, text)
    for path in tracked(root):
        where = path.relative_to(root)
        if where.parts[0] == "LICENSE" or where.name == "check_docs.py":
            continue
        yield from machine(root, path, where)


def tracked(root):
    """Every text file git knows; in an example tree without git, every text file."""
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True, text=True)
    if listed.returncode or not (root / ".git").exists():
        return files(root, *TEXT)
    named = [root / name for name in listed.stdout.split("\0") if name]
    return [path for path in named if path.is_file() and "bad_examples" not in path.parts
            and (path.suffix in TEXT or not path.suffix)]


def links(root, path, where, prose):
    for found in re.finditer(r"!?\[[^\]]*\]\(([^)\s]+)\)", prose):
        target, _, anchor = found[1].partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        file = (path.parent / target).resolve() if target else path.resolve()
        if not file.is_relative_to(root.resolve()) or not file.exists():
            yield f"D1 {where} -> {found[1]}"
        elif anchor and file.suffix == ".md" and anchor not in headings(file.read_text()):
            yield f"D1 {where} -> no heading for #{anchor}"


def headings(text):
    found = set()
    for title in re.findall(r"^#+ (.+)$", text, re.M):
        words = re.sub(r"[^\w\- ]", "", re.sub(r"`", "", title.lower())).strip()
        found.add(words.replace(" ", "-"))
    return found


def paths(root, where, text):
    for quoted in re.findall(r"`([^`\n]+)`", text):
        for found in PATH.finditer(quoted):
            name = found[1]
            following = quoted[found.end():found.end() + 1]
            if name.startswith(BUILT) or following in {"*", "<", "{", "…"} or is_pattern(name):
                continue
            if not (root / name).exists():
                yield f"D2 {where} -> {name}"


def is_pattern(name):
    """A path with an invented part: dates in capitals, NAME, x."""
    return bool(re.search(r"(?:^|/)(?:[A-Z_]{3,}|x|y|NAME)(?:[./_]|$)", name)) or "NAME" in name


def machine(root, path, where):
    try:
        text = path.read_text()
    except UnicodeDecodeError:
        return
    is_test = where.parts[0] == "tests" or "_test." in where.name or "fixtures" in where.parts
    for number, line in enumerate(text.splitlines(), 1):
        if not is_test and (found := REQUIREMENT.search(line)):
            yield f"D6 {where}:{number} -> {found[0]}"
        if found := MACHINE.search(line):
            yield f"D3 {where}:{number} -> {line[found.start():found.start() + 40]}"
        for found in OUTSIDE.finditer(line):
            if not (path.parent / found[1]).resolve().is_relative_to(root.resolve()):
                yield f"D3 {where}:{number} -> {found[1]}"
        if found := REGISTRY.search(line):
            yield f"D4 {where}:{number} -> {found[0]}"
        if path.name == "package-lock.json" and TAG.search(line):
            yield f"D7 {where}:{number} -> {line.strip()}"


if __name__ == "__main__":
    sys.exit(main("docs", RULES, violations))
