#!/usr/bin/env python3
"""Runs clang-tidy's short list (.clang-tidy) over the sources, most recently changed first.

Usage: check_tidy.py [SECONDS] | --self-test       (default 240; needs build/release built)

When the time is up it stops, in the middle of a file too, and says how many were read; a finding fails. What was clean
once is remembered (ETABLI_TIDY_CACHE, default ~/.cache/etabli-tidy) by the bytes of the file, of every header of the
project it includes, of .clang-tidy and of this check, and is not read again: the time goes to what changed and to what
was never read.
"""
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("kernel", "modules", "app")
BAD_EXAMPLE = ROOT / "tools/bad_examples/tidy/moved.cpp"
FORGOTTEN_DAYS = 30
FINDING = re.compile(r"^\S+:\d+:\d+: (?:error|warning): .*$", re.M)
# The commands are g++'s; clang does not know all of its options.
FOR_CLANG = ["-Wno-unknown-warning-option", "-Wno-error", "-w",
             "-enable-trivial-auto-var-init-zero-knowing-it-will-be-removed-from-clang"]


def tidy(file, *options, seconds=None):
    """What clang-tidy finds in the file, empty when nothing, None when it took too long; and whether it read all of it."""
    command = ["clang-tidy-14", "--quiet", str(file), *options]
    try:
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None, False
    # clang 14 takes structured bindings in lambdas for errors; g++ has judged what compiles.
    found = FINDING.findall(run.stdout)
    if run.returncode and not found and "clang-diagnostic-error" not in run.stdout:
        return f"{file}: {run.stderr.strip()[:300]}", False
    errors = [line for line in found if "[clang-diagnostic-error]" in line]
    is_whole = all("structured binding" in line for line in errors)
    return "\n".join(line for line in found if line not in errors), is_whole


def commands_of():
    """Each compiled source with its command."""
    commands = json.loads((ROOT / "build/release/compile_commands.json").read_text())
    return {Path(entry["file"]): entry["command"] for entry in commands}


def sources():
    """The product's compiled sources, most recently committed first, tests left out."""
    compiled = set(commands_of())
    changed = subprocess.run(["git", "log", "--format=", "--name-only", "--", "*.cpp"], cwd=ROOT,
                             capture_output=True, text=True, check=True).stdout.split()
    order = {name: rank for rank, name in reversed(list(enumerate(changed)))}
    found = [path for path in compiled if path.is_relative_to(ROOT)
             and path.relative_to(ROOT).parts[0] in FOLDERS and not path.name.endswith(("_test.cpp", "_test_kit.hpp"))]
    return sorted(found, key=lambda path: order.get(str(path.relative_to(ROOT)), -1))


class Remembered:
    """Files that were clean, each an empty file named by the digest of all that was judged."""

    def __init__(self, folder, included, commands):
        self.folder = folder
        self.included = included  # source → headers of the project, as the compiler listed them
        self.commands = commands  # source → what it is compiled with
        self.digests = {}
        version = subprocess.run(["clang-tidy-14", "--version"], capture_output=True, check=True).stdout
        judge_itself = [(ROOT / ".clang-tidy").read_bytes(), Path(__file__).read_bytes(), version]
        self.rules = b"".join(hashlib.sha256(part).digest() for part in judge_itself)
        folder.mkdir(parents=True, exist_ok=True)
        forgotten = time.time() - FORGOTTEN_DAYS * 86400
        for old in folder.iterdir():
            if old.stat().st_mtime < forgotten:
                old.unlink()

    def digest(self, path):
        if path not in self.digests:
            name = str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name
            self.digests[path] = hashlib.sha256(name.encode() + b"\0" + path.read_bytes()).digest()
        return self.digests[path]

    def place(self, source):
        """None when the compiler has not told what the source includes: such a file is always read."""
        if source not in self.included:
            return None
        parts = [self.digest(path) for path in [source, *sorted(self.included[source])]]
        command = self.commands[source].replace(str(ROOT), "")  # the same in every clone
        parts.append(hashlib.sha256(command.encode()).digest())
        return self.folder / hashlib.sha256(self.rules + b"".join(parts)).hexdigest()


def included_files():
    """What each source of the release build includes of the project, from the build's own record."""
    record = subprocess.run(["ninja", "-C", "build/release", "-t", "deps"], cwd=ROOT, capture_output=True, text=True)
    included = {}
    for entry in record.stdout.split("\n\n"):
        if "(STALE)" in entry.partition("\n")[0]:
            continue
        paths = [(ROOT / "build/release" / line.strip()).resolve() for line in entry.splitlines()[1:]]
        own = [path for path in paths if path.is_relative_to(ROOT) and path.is_file()]
        if own and own[0].suffix == ".cpp":
            included[own[0]] = own[1:]
    return included


def judge(seconds):
    began = time.monotonic()
    options = ["-p", "build/release", *(f"--extra-arg={option}" for option in FOR_CLANG)]
    folder = os.environ.get("ETABLI_TIDY_CACHE") or Path.home() / ".cache/etabli-tidy"
    included, commands = included_files(), commands_of()
    remembered = Remembered(Path(folder), included, commands)
    files = sources()
    places = {path: remembered.place(path) for path in files}
    known = {path for path, place in places.items() if place and place.exists()}

    def read(path):
        left = seconds - (time.monotonic() - began)
        if left <= 0:
            return None
        finding, is_whole = tidy(path, *options, seconds=left)
        if finding == "" and is_whole and places[path] and Remembered(Path(folder), included, commands).place(path) == places[path]:
            places[path].touch()  # nothing changed while it was read
        return finding

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(read, [path for path in files if path not in known]))
    for finding in filter(None, results):
        print(finding)
    judged = sum(result is not None for result in results)
    print(f"{judged} of {len(files)} files read in {time.monotonic() - began:.0f} s, {len(known)} were clean before")
    return judged + len(known) > 0 and not any(results)


def self_test():
    """The bad example is refused, and what is remembered is forgotten when a header changes."""
    finding, _ = tidy(BAD_EXAMPLE, "--", "-std=c++20")
    passed = ["bugprone-use-after-move" in finding]
    if not passed[0]:
        print(f"the bad example was accepted: {finding}")
    passed.append(tidy(BAD_EXAMPLE, "--", "-std=c++20", seconds=0.01) == (None, False))
    if not passed[-1]:
        print("a file was read longer than its time")
    with tempfile.TemporaryDirectory() as name:
        source, header = Path(name) / "a.cpp", Path(name) / "a.hpp"
        places = []
        for source_text, header_text in (("1", "1"), ("1", "1"), ("1", "2"), ("2", "1")):
            source.write_text(source_text)
            header.write_text(header_text)
            for command in ("c++ -DA", "c++ -DB")[:1 + (header_text == "2")]:
                places.append(Remembered(Path(name) / "cache", {source: [header]}, {source: command}).place(source))
    passed.append(places[0] == places[1] and len(set(places)) == 4)
    if not passed[-1]:
        print("what was remembered does not follow the bytes of source and header")
    print(f"{sum(passed)} passed, {len(passed) - sum(passed)} failed")
    return all(passed)


if __name__ == "__main__":
    words = sys.argv[1:]
    if "--help" in words:
        print(__doc__)
    elif "--self-test" in words:
        sys.exit(not self_test())
    else:
        sys.exit(not judge(int(words[0]) if words else 240))
