"""Self-tests of the checks: small trees that must be refused, each by the rule it breaks.

tools/bad_examples/<check>.toml holds [good] = a tree that passes (path = contents), and one [[bad]]
per broken rule: rule, path, text (times, before, after: for long files). Each bad file is added to, or replaces one of, the good tree.
"""
import sys
import tempfile
import tomllib
from pathlib import Path

SKIPPED = {".git", "build", "node_modules", "var", "dist", "__pycache__", "bad_examples", "good_examples"}


def files(root, *suffixes):
    """Every file of the project with one of the suffixes, sorted; nothing built, nothing fetched."""
    found = []
    for path in root.rglob("*"):
        parts = path.relative_to(root).parts
        if not SKIPPED.intersection(parts) and path.suffix in suffixes and path.is_file():
            found.append(path)
    return sorted(found)


def prove(check, rules, violations):
    """Runs the examples of `check`; prints the figures. Every rule needs an example that it refuses."""
    examples = tomllib.loads((Path(__file__).parent / "bad_examples" / f"{check}.toml").read_text())
    for bad in examples["bad"]:
        bad["text"] = bad.get("before", "") + bad["text"] * bad.get("times", 1) + bad.get("after", "")
    wrong = [f"{rule}: no bad example" for rule in rules
             if rule not in {bad["rule"] for bad in examples["bad"]}]
    count = len(wrong)
    for bad in [{"rule": "nothing"}, *examples["bad"]]:
        count += 1
        added = {bad["path"]: bad["text"]} if "path" in bad else {}
        found = list(_judged({**examples["good"], **added}, violations))
        if {line.split()[0] for line in found} != ({bad["rule"]} if added else set()):
            wrong.append(f"{bad['rule']} expected for {bad.get('path', 'the good tree')}, found {found or 'nothing'}")
    for line in wrong:
        print("self-test:", line)
    print(f"{count - len(wrong)} passed, {len(wrong)} failed")
    return not wrong


def _judged(tree, violations):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in tree.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        yield from violations(Path(folder))


def main(check, rules, violations):
    """The command line of every check: [--self-test | --help | ROOT]."""
    words = sys.argv[1:]
    if "--help" in words or "-h" in words:
        print(sys.modules["__main__"].__doc__)
        print("\n".join(f"  {rule}  {sentence}" for rule, sentence in rules.items()))
        return 0
    if "--self-test" in words:
        return 0 if prove(check, rules, violations) else 1
    root = Path(words[0]) if words else Path(__file__).resolve().parent.parent
    found = sorted(set(violations(root)))
    for line in found:
        print(line)
    broken = {line.split()[0] for line in found}
    for rule in sorted(broken):
        print(f"  {rule}: {rules[rule]}")
    print(f"{check}: {len(found)} violations" if found else f"{check}: nothing to say")
    return 1 if found else 0
