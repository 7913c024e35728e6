#!/usr/bin/env python3
"""Fails when a word is missing, unused, or typed the wrong way. Usage: check_translations.py [ROOT] | --self-test

Keys are the full paths of **/i18n/fr.toml (« tickets.sent »); `one`, `other`, `zero` below a key are
its plural forms. A key counts as used when a literal of C++, TypeScript or a preset is that key, or its
beginning up to a dot (« tickets.status » or « tickets.status. » use all of tickets.status.…).
"""
import re
import sys
import tomllib

import cpp_source
from examples import files, main

RULES = {
    "T1": "a key asked for is defined in some i18n/fr.toml",
    "T2": "a key defined is used",
    "T3": "no French in the code: visible sentences live in i18n/fr.toml",
    "T4": "typography as the renderer expects it: ’ and not ', … and not ..., « » and not \", ordinary spaces, one before ? ! : ;",
    "T5": "a key is written in one file, under the name of the folder that owns it, or of a folder inside",
}
FORMS = {"one", "other", "zero"}
ASKED = re.compile(r'(?:\bt|\btr|\btranslate|\bRefusal|\btitle)\s*[({](?:[^(){};"]*,\s*)?\s*"([^"\n]+)"'
                   r'|\brefuse\w*\s*\([^;"]*"([^"\n]+)"'
                   r'|\b\w*_key\s*=\s*"([^"\n]+)"')
TELLING = re.compile(r"\.(?:error|errors|refusal|notice|flash)\.")
KEY = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+")
ACCENT = re.compile(r"[À-ÖØ-öø-ÿœŒ]")
PRODUCT = "Établi"
# Two start before any translation can be read and speak to whoever installs; the third is French itself.
EXEMPT = ("kernel/base/", "kernel/log/", "kernel/i18n/")


def violations(root):
    defined = {}
    for path in files(root, ".toml"):
        if path.name == "fr.toml" and path.parent.name == "i18n":
            yield from words_file(root, path, defined)
    used, asked = set(), []
    for path in files(root, ".cpp", ".hpp", ".ts"):
        where = path.relative_to(root)
        text = path.read_text()
        if where.parts[0] in ("tests", "tools") or re.search(r"(_test\.|_test_kit\.|\.test\.)", where.name):
            # A family that a test holds against its codes is used, though the page comes later.
            used.update(body for _, _, body in cpp_source.strings(text) if body.endswith("."))
            continue
        if path.suffix == ".ts":
            yield from script(where, text, used)
            continue
        for line, tag, body in cpp_source.strings(text):
            used.add(body)
            if tag is None and ACCENT.search(body.replace(PRODUCT, "")) and not where.as_posix().startswith(EXEMPT):
                yield f"T3 {where}:{line} -> {body[:60]}"
            if KEY.fullmatch(body) and TELLING.search(body):
                asked.append((f"{where}:{line}", body))
        for found in ASKED.finditer(cpp_source.without_comments(text)):
            if KEY.fullmatch(key := found[1] or found[2] or found[3]):
                asked.append((f"{where}:{cpp_source.line_at(text, found.start())}", key))
    for path in root.glob("presets/**/*.toml"):
        used.update(re.findall(r'"([a-z0-9_.]+)"', path.read_text()))
    for at, key in asked:
        if key not in defined and not any(name.startswith(key + ".") for name in defined):
            yield f"T1 {at} -> {key}"
    prefixes = {body.rstrip(".") for body in used if "." in body}
    for key, where in defined.items():
        parts = key.split(".")
        if key not in used and not prefixes.intersection(".".join(parts[:n]) for n in range(1, len(parts))):
            yield f"T2 {where} -> {key}"


def words_file(root, path, defined):
    where = path.relative_to(root)
    try:
        flat = dict(flatten(tomllib.loads(path.read_text())))
    except tomllib.TOMLDecodeError as error:
        yield f"T4 {where} -> {error}"
        return
    folder = path.parent.parent
    owners = {folder.name} | {inner.name for inner in folder.iterdir() if inner.is_dir()} - {"i18n", "migrations"}
    for key, sentence in flat.items():
        base = key.rsplit(".", 1)[0] if key.rsplit(".", 1)[-1] in FORMS else key
        if base.split(".")[0] not in owners:
            yield f"T5 {where} -> {key} is not under [{' or '.join(sorted(owners))}]"
        elif defined.get(base, where) != where:
            yield f"T5 {where} -> {key} is also in {defined[base]}"
        defined.setdefault(base, where)
        for wrong in typography(sentence):
            yield f"T4 {where} -> {key}: {wrong}"


def flatten(table, prefix=""):
    for name, value in table.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{prefix}{name}.")
        else:
            yield prefix + name, str(value)


def typography(sentence):
    """What a French typographer would correct; markup, addresses and {parameters} are left alone."""
    text = re.sub(r"https?://\S+|mailto:\S+|<[^>]*>|`[^`]*`", " ", sentence)
    if "'" in text:
        yield "straight apostrophe"
    if "..." in text:
        yield "three dots"
    if '"' in text:
        yield "straight quotes"
    if re.search("[\u00a0\u202f]", text):
        yield "non-breaking space (the renderer puts them)"
    if re.search(r"[^\s?!«(][?!;»]|[^\s\d?!]:(?=\s|$)|«\S", text):
        yield "no space before ? ! : ; » or after «"


def script(where, text, used):
    for quote, body in re.findall(r"""(['"`])((?:\\.|(?!\1).)*)\1""", re.sub(r"(?<!:)//[^\n]*|/\*.*?\*/", "", text, flags=re.S)):
        used.add(body)
        if ACCENT.search(body):
            yield f"T3 {where} -> {body[:60]}"


if __name__ == "__main__":
    sys.exit(main("translations", RULES, violations))
