#!/usr/bin/env python3
"""Runs clang-tidy's short list (.clang-tidy) over the sources, most recently changed first.

Usage: check_tidy.py [SECONDS] | --self-test       (default 240; needs build/release configured)

Stops starting files when the time is up and says how many were read; a finding fails.
"""
import json
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("kernel", "modules", "app")
BAD_EXAMPLE = ROOT / "tools/bad_examples/tidy/moved.cpp"
FINDING = re.compile(r"^\S+:\d+:\d+: (?:error|warning): .*$", re.M)
# The commands are g++'s; clang does not know all of its options.
FOR_CLANG = ["-Wno-unknown-warning-option", "-Wno-error", "-w",
             "-enable-trivial-auto-var-init-zero-knowing-it-will-be-removed-from-clang"]


def tidy(file, *options):
    """What clang-tidy finds in the file; empty when nothing."""
    command = ["clang-tidy-14", "--quiet", str(file), *options]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    # clang 14 takes structured bindings in lambdas for errors; g++ has judged what compiles.
    found = FINDING.findall(run.stdout)
    if run.returncode and not found and "clang-diagnostic-error" not in run.stdout:
        return f"{file}: {run.stderr.strip()[:300]}"
    return "\n".join(line for line in found if "[clang-diagnostic-error]" not in line)


def sources():
    """The product's compiled sources, most recently committed first, tests left out."""
    commands = json.loads((ROOT / "build/release/compile_commands.json").read_text())
    compiled = {Path(entry["file"]) for entry in commands}
    changed = subprocess.run(["git", "log", "--format=", "--name-only", "--", "*.cpp"], cwd=ROOT,
                             capture_output=True, text=True, check=True).stdout.split()
    order = {name: rank for rank, name in reversed(list(enumerate(changed)))}
    found = [path for path in compiled if path.is_relative_to(ROOT)
             and path.relative_to(ROOT).parts[0] in FOLDERS and not path.name.endswith(("_test.cpp", "_test_kit.hpp"))]
    return sorted(found, key=lambda path: order.get(str(path.relative_to(ROOT)), -1))


def judge(seconds):
    began = time.monotonic()
    options = ["-p", "build/release", *(f"--extra-arg={option}" for option in FOR_CLANG)]

    def read(path):
        return tidy(path, *options) if time.monotonic() - began < seconds else None

    files = sources()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(read, files))
    for finding in filter(None, results):
        print(finding)
    judged = sum(result is not None for result in results)
    print(f"{judged} of {len(files)} files read in {time.monotonic() - began:.0f} s")
    return judged > 0 and not any(results)


def self_test():
    finding = tidy(BAD_EXAMPLE, "--", "-std=c++20")
    refused = "bugprone-use-after-move" in finding
    print("1 passed, 0 failed" if refused else f"the bad example was accepted: {finding}\n0 passed, 1 failed")
    return refused


if __name__ == "__main__":
    words = sys.argv[1:]
    if "--help" in words:
        print(__doc__)
    elif "--self-test" in words:
        sys.exit(not self_test())
    else:
        sys.exit(not judge(int(words[0]) if words else 240))
