#!/usr/bin/env python3
"""Runs every suite and ends with the line « N passed, N failed ».

Usage: tools/run_tests.py [--preset release|asan] [--only FOLDER,FOLDER] [WORDS...]
       tools/run_tests.py --self-test

The suites are the test executables ctest knows (`…_tests` are doctest's, another program is one test:
its exit code), two at a time, then those of tests/suites.toml: two at a time where they say so, then the others alone. With words, only
the tests whose name contains them. A suite that crashes, overruns or prints no figures counts as
failed. Logs: build/logs/tests/. --only keeps the unit tests named (ctest names), nothing else.
"""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UNIT_SECONDS = 480
LANES = 2  # of unit tests, and of suites « beside »: they wait for disks, clocks and databases most of the time
TAIL_LINES = 60
CLUSTER_BYTES = 4 << 30  # of databases at a time; each has 13 MB
LINE_CHARACTERS = 600
DOCTEST = re.compile(r"test cases:\s*(\d+)\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed")
running = set()  # process groups, ended whatever happens
LINE = re.compile(r"^(\d+) passed, (\d+) failed$", re.M)


@dataclass
class Suite:
    name: str
    command: list[str]
    counts: str
    seconds: int
    folder: Path = ROOT
    beside: bool = False  # waits more than it works: another such suite may run at the same time


def unit_suites(preset, only, words):
    """The test executables of the build, as ctest lists them."""
    listing = subprocess.run(["ctest", "--test-dir", f"build/{preset}", "--show-only=json-v1"],
                             cwd=ROOT, capture_output=True, text=True, check=True)
    for test in json.loads(listing.stdout)["tests"]:
        if only and test["name"] not in only:
            continue
        command = test.get("command") or [f"the executable of {test['name']}"]
        counts = "exit" if test.get("command") and not command[0].endswith("_tests") else "doctest"
        if words and counts == "exit":
            if words.lower() not in test["name"].lower():
                continue
        elif words:
            command = [*command, f"--test-case=*{words.replace(',', '?')}*"]
        properties = {entry["name"]: entry["value"] for entry in test.get("properties", [])}
        yield Suite(test["name"], command, counts, UNIT_SECONDS,
                    Path(properties.get("WORKING_DIRECTORY", ROOT)))


def size_of(suite):
    """Bytes of its program: the largest take longest, and begin first, so that no lane waits for one at the end."""
    program = Path(suite.command[0])
    return program.stat().st_size if program.is_file() else 0


def listed_suites(file, words):
    """The suites of tests/suites.toml."""
    for suite in tomllib.loads(file.read_text()).get("suite", []):
        command = suite["command"]
        if words and words.lower() not in suite["name"].lower():
            if "words" not in suite:
                continue
            command = command + [part.replace("{words}", words) for part in suite["words"]]
        yield Suite(suite["name"], command, suite["counts"], suite["seconds"], beside=suite.get("beside", False))


def figures(text, counts):
    """(passed, failed) as the suite printed them last, or None."""
    if counts == "doctest":
        found = DOCTEST.findall(text)
        return (int(found[-1][1]), int(found[-1][2])) if found else None
    found = LINE.findall(text)
    return (int(found[-1][0]), int(found[-1][1])) if found else None


def run_bounded(suite, log, environment):
    """Exit code of the suite, or a sentence saying why there is none. Ends its whole process group."""
    try:
        process = subprocess.Popen(suite.command, cwd=suite.folder, env=environment, stdout=log,
                                   stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                   start_new_session=True)
    except OSError as error:
        return f"cannot start {suite.command[0]}: {error.strerror}"
    running.add(process.pid)
    try:
        return process.wait(suite.seconds)
    except subprocess.TimeoutExpired:
        return f"still running after {suite.seconds} s"
    finally:
        end_group(process.pid)
        process.wait()
        running.discard(process.pid)


def end_group(group):
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        pass


def run(suite, logs, environment, words):
    """Runs one suite and prints its line; (passed, failed)."""
    began = time.monotonic()
    path = logs / f"{suite.name}.log"
    with path.open("wb") as log:
        code = run_bounded(suite, log, environment)
    text = path.read_text(errors="replace")
    counted = (int(code == 0), 0) if suite.counts == "exit" else figures(text, suite.counts)
    passed, failed = counted or (0, 0)
    reason = ""
    if isinstance(code, str):
        reason = code
    elif counted is None:
        reason = f"printed no figures (exit code {code})"
    elif code != 0 and failed == 0:
        reason = f"exit code {code}, and nothing counted as failed"
    elif passed + failed == 0 and not words:
        reason = "holds no test"
    if reason:
        failed += 1
    said = []
    if failed or passed:
        said.append(f"{'FAIL' if failed else 'ok':4}  {suite.name:28} {passed:5} passed  {failed:3} failed"
                    f"  {time.monotonic() - began:6.1f} s  {reason}".rstrip())
    if failed:
        said += ["      | " + line[:LINE_CHARACTERS] for line in text.splitlines()[-TAIL_LINES:]]
    if said:
        print("\n".join(said), flush=True)
    return passed, failed


def in_lanes(counted, suites):
    with ThreadPoolExecutor(LANES) as lanes:
        try:
            return list(lanes.map(counted, suites))
        finally:  # told to stop: what waits is not begun, what runs is ended
            lanes.shutdown(wait=False, cancel_futures=True)
            for group in list(running):
                end_group(group)


def run_all(units, suites, environment, words):
    logs = ROOT / "build/logs/tests"
    logs.mkdir(parents=True, exist_ok=True)

    def counted(suite):
        return run(suite, logs, environment, words)

    results = in_lanes(counted, units)
    results += in_lanes(counted, [suite for suite in suites if suite.beside])
    results += [counted(suite) for suite in suites if not suite.beside]
    passed, failed = (sum(column) for column in zip((0, 0), *results))
    if passed + failed == 0:
        print(f"no test has a name containing « {words} »" if words else "no suite was found")
        failed = 1
    print(f"{passed} passed, {failed} failed", flush=True)
    return failed == 0


def self_test():
    """Every way a suite can go wrong is counted as failed; a good one is not."""
    cases = [("good", "echo '2 passed, 0 failed'", "line", (2, 0)),
             ("good doctest", "echo '[doctest] test cases:  3 |  3 passed | 0 failed | 0 skipped'", "doctest", (3, 0)),
             ("one failed", "echo '1 passed, 1 failed'; exit 1", "line", (1, 1)),
             ("crashed", "echo '2 passed, 0 failed'; kill -SEGV $$", "line", (2, 1)),
             ("wrong exit code", "echo '2 passed, 0 failed'; exit 3", "line", (2, 1)),
             ("silent", "true", "line", (0, 1)),
             ("empty", "echo '0 passed, 0 failed'", "line", (0, 1)),
             ("too slow", "sleep 30; echo '1 passed, 0 failed'", "line", (0, 1)),
             ("program", "echo fine", "exit", (1, 0)),
             ("program crashed", "exit 7", "exit", (0, 1)),
             ("program too slow", "sleep 30", "exit", (0, 1)),
             ("not built", None, "doctest", (0, 1))]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, script, counts, expected in cases:
            command = ["bash", "-c", script] if script else ["/nowhere/built"]
            if run(Suite(name, command, counts, 1), Path(folder), dict(os.environ), "") != expected:
                print(f"self-test: « {name} » was not counted as {expected}")
                wrong += 1
    print(f"{len(cases) - wrong} passed, {wrong} failed")
    return wrong == 0


def memory_folder():
    """Where the cluster of the tests lives: each test copies a database of some 900 files, and a disk spends more time
    making and unlinking them than the tests take (17 s of the sheets' tests become 7). None: the machine's own folder."""
    folder = Path("/dev/shm")
    roomy = folder.is_dir() and shutil.disk_usage(folder).free >= CLUSTER_BYTES
    return folder if roomy and os.access(folder, os.W_OK) else None


def option(words, name, default):
    if name not in words:
        return default
    place = words.index(name)
    value = words[place + 1]
    del words[place:place + 2]
    return value


def main(words):
    if "--help" in words or "-h" in words:
        print(__doc__)
        return True
    if "--self-test" in words:
        return self_test()
    preset = option(words, "--preset", "release")
    only = [name for name in option(words, "--only", "").split(",") if name]
    words = " ".join(words)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the cluster below is stopped

    cluster = tempfile.mkdtemp(prefix="etabli-tests-", dir=memory_folder())
    try:
        started = subprocess.run(["tools/test_postgres", "start", cluster], cwd=ROOT, text=True,
                                 stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        environment = dict(os.environ, ETABLI_TEST_BINARY=str(ROOT / f"build/{preset}/etabli"))
        if started.returncode == 0:  # otherwise each test that needs it fails saying so
            environment["ETABLI_TEST_POSTGRES"] = started.stdout.strip()
        units = sorted(unit_suites(preset, only, words), key=size_of, reverse=True)
        suites = [] if only else list(listed_suites(ROOT / "tests/suites.toml", words))
        return run_all(units, suites, environment, words)
    finally:
        subprocess.run(["tools/test_postgres", "stop", cluster], cwd=ROOT, stderr=subprocess.DEVNULL)
        shutil.rmtree(cluster, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) else 1)
