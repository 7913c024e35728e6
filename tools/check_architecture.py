#!/usr/bin/env python3
"""Fails when a file breaks a layering or a size rule. Usage: check_architecture.py [ROOT] | --self-test"""
import re
import sys
from pathlib import Path

import cpp_source
from examples import files, main

RULES = {
    "R0": "every module declares itself with add_business_module(); DEPENDS and the kernel's order name what exists",
    "R1": "the kernel uses only folders on its left; nobody includes app/ or presets/",
    "R2": "across modules only the front door of a declared dependency, or events.hpp by who listens",
    "R3": "DEPENDS has no cycle and at most 6 entries",
    "R4": "domain files see neither database nor web nor clock; views no database; stores no HTML; SQL is in stores",
    "R6": "presets hold data only, and no C++ names one",
    "R8": "at most 300 lines in a file (tests 500), 70 in a function",
    "R9": "no folder named after a technique: src, common, utils, helpers, services…",
    "R10": "heavy headers stay behind a .cpp, or a header only its own folder includes",
    "R11": "money is counted in integers: no float, no double",
    "R12": "calls that overflow, run a shell or guess are not used",
    "R13": "snake_case file names, #pragma once, no using namespace in a header, no macro but KERNEL_ASSERT and a library's own switches, no naked new",
    "R14": "a comment is not a to-do list",
    "R15": "time is told by the demonstration alone: nobody else, but tests and the kernel that carries it or waits, includes story_clock.hpp",
}
KERNEL_ORDER = ("base log i18n html forms presets db tenancy secrets events audit jobs http limits auth "
                "guard live files mail sms documents search module").split()
ROLE = re.compile(r"_(store|actions|forms|pages|api|views|parts|policy|jobs|listeners|test)\.(?:hpp|cpp)$")
USES_DB = {"front", "store", "actions", "jobs", "listeners", "policy", "pages", "api", "test", "manifest"}
USES_WEB = {"forms", "pages", "api", "views", "parts", "test", "manifest"}
FORBIDDEN_FOLDERS = {"src", "common", "utils", "util", "helpers", "services", "managers", "misc", "include", "core"}
HEAVY = re.compile(r"boost/(?:beast|asio)|spdlog/|CLI/|toml\+\+|toml\.hpp|gmime|libpq|sqlite3\.h|curl/|openssl/")
MONEY_FILE = re.compile(r"(?:^|_)(?:money|cents|price|pricing|invoice|payment|vat|tax|ledger|amount)(?:_|\.)")
BANNED = re.compile(r"(?<![\w.>:])(?:std::|::)?(sprintf|vsprintf|strcpy|strcat|gets|system|popen|rand|srand|strtok|"
                    r"atoi|atol|atof|tmpnam|mktemp)\s*\(")
TELLS_TIME = ("app/demonstration/", "kernel/base/clock.cpp", "kernel/db/sqlite_writer.cpp", "kernel/jobs/job_store.cpp")
FILE_LINES, TEST_LINES, FUNCTION_LINES, DEPENDS_MAX = 300, 500, 70, 6


def violations(root):
    depends = declared_dependencies(root)
    presets = {path.name for path in root.glob("presets/*") if path.is_dir()}
    yield from declarations(root, depends)
    yield from folders(root)
    for path in files(root, ".cpp", ".hpp"):
        where = path.relative_to(root)
        text = path.read_text()
        includes = re.findall(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', text, re.M)
        yield from any_file(where, text, presets)
        if where.parts[0] == "kernel":
            yield from kernel_file(where, includes)
        if where.parts[0] == "modules" and len(where.parts) > 2:
            yield from module_file(where, text, includes, depends)
        if where.parts[0] not in ("app", "tests"):
            yield from (f"R1 {where} -> {inc}" for inc in includes if re.match(r"(app|presets)/", inc))
        if "kernel/base/story_clock.hpp" in includes and not where.as_posix().startswith(TELLS_TIME) and not is_test(where):
            yield f"R15 {where} -> kernel/base/story_clock.hpp"
    yield from heavy_headers(root)


def declared_dependencies(root):
    """Module → set of modules it may use, None when its CMakeLists.txt declares nothing."""
    depends = {}
    for cmake in sorted(root.glob("modules/*/CMakeLists.txt")):
        call = re.search(r"add_business_module\(\s*(\w+)(?:\s+DEPENDS([^)]*))?\)", cmake.read_text())
        depends[cmake.parent.name] = set((call[2] or "").split()) if call and call[1] == cmake.parent.name else None
    return depends


def declarations(root, depends):
    for folder in sorted(root.glob("modules/*/")):
        if any(folder.glob("*.cpp")) and folder.name not in depends:
            yield f"R0 modules/{folder.name} -> no CMakeLists.txt"
    for module, uses in depends.items():
        where = f"modules/{module}/CMakeLists.txt"
        if uses is None:
            yield f"R0 {where} -> no add_business_module({module} …)"
        for other in sorted(uses or ()):
            if other not in depends:
                yield f"R0 {where} -> unknown module {other}"
        if len(uses or ()) > DEPENDS_MAX:
            yield f"R3 {where} -> {len(uses)} dependencies, at most {DEPENDS_MAX}"
    yield from (f"R3 modules -> cycle {' > '.join(cycle)}" for cycle in cycles(depends))
    kernel = root / "kernel/CMakeLists.txt"
    if kernel.exists():
        declared = re.findall(r"^add_kernel_folder\((\w+)", kernel.read_text(), re.M)
        known = [name for name in KERNEL_ORDER if name in declared]
        if declared != known:
            yield f"R0 kernel/CMakeLists.txt -> order {' '.join(declared)}, expected {' '.join(known)}"


def cycles(depends):
    done, stack = set(), []

    def visit(node):
        if node in stack:
            yield stack[stack.index(node):] + [node]
            return
        if node in done:
            return
        stack.append(node)
        for following in sorted(depends.get(node) or ()):
            yield from visit(following)
        stack.pop()
        done.add(node)

    for node in sorted(depends):
        yield from visit(node)


def folders(root):
    for path in files(root, ".cpp", ".hpp", ".ts", ".sql", ".toml", ".py"):
        where = path.relative_to(root)
        for part in where.parts[:-1]:
            if part in FORBIDDEN_FOLDERS:
                yield f"R9 {where} -> folder {part}/"
        if where.parts[0] == "presets" and path.suffix in {".cpp", ".hpp", ".ts", ".py"}:
            yield f"R6 {where} -> code in a preset"


def is_test(where):
    return where.name.endswith(("_test.cpp", "_test_kit.hpp")) or where.parts[0] == "tests"


def any_file(where, text, presets):
    source = cpp_source.code(text)
    name = where.name
    limit = TEST_LINES if is_test(where) else FILE_LINES
    if text.count("\n") > limit:
        yield f"R8 {where} -> {text.count(chr(10))} lines, at most {limit}"
    for line, length in cpp_source.functions(text):
        if length > FUNCTION_LINES and not is_test(where):
            yield f"R8 {where}:{line} -> a function of {length} lines, at most {FUNCTION_LINES}"
    for line, _, body in cpp_source.strings(text):
        if body in presets and not is_test(where):
            yield f"R6 {where}:{line} -> names the preset {body}"
    if MONEY_FILE.search(name) and (found := re.search(r"\b(float|double)\b", source)):
        yield f"R11 {where}:{cpp_source.line_at(source, found.start())} -> {found[1]}"
    for found in BANNED.finditer(source):
        before = re.search(r"([\w>&*]*)\s*$", source[:found.start()])[1]
        if before and before not in ("return", "co_return", "else"):
            continue  # a declaration: « static Actor system(); »
        yield f"R12 {where}:{cpp_source.line_at(source, found.start())} -> {found[1]}()"
    for line, comment in cpp_source.comments(text):
        if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", comment):
            yield f"R14 {where}:{line} -> {comment.strip()[:60]}"
    yield from shape(where, source)


def shape(where, source):
    if not re.fullmatch(r"[a-z0-9_]+\.(cpp|hpp)", where.name):
        yield f"R13 {where} -> file name"
    if where.suffix == ".hpp":
        if "#pragma once" not in source:
            yield f"R13 {where} -> no #pragma once"
        if re.search(r"^using namespace\b", source, re.M):
            yield f"R13 {where} -> using namespace"
    for found in re.finditer(r"^\s*#\s*define\s+(\w+)(.*)$", source, re.M):
        sets_up_a_library = re.match(r"\s*[01]?\s*$", found[2]) and re.match(
            r"(?:\s*#\s*define.*)*\s*#\s*include\s*<", source[found.end():])
        if not is_test(where) and not sets_up_a_library and found[1] != "KERNEL_ASSERT":
            yield f"R13 {where}:{cpp_source.line_at(source, found.start())} -> macro {found[1]}"
    for found in re.finditer(r"(?<![\w:])new\s+[A-Za-z_][\w:<>]*\s*[({;\[]", source):
        yield f"R13 {where}:{cpp_source.line_at(source, found.start())} -> naked new"


def kernel_file(where, includes):
    for inc in includes:
        if inc.startswith("modules/"):
            yield f"R1 {where} -> {inc}"
        if inc.startswith("kernel/") and rank(inc) > rank(where.as_posix()):
            yield f"R1 {where} -> {inc}"


def rank(path):
    folder = path.split("/")[1].split(".")[0]
    return KERNEL_ORDER.index(folder) if folder in KERNEL_ORDER else len(KERNEL_ORDER)


def role_of(where):
    if where.name == "module.cpp":
        return "manifest"
    if where.name == "events.hpp":
        return "events"
    if where.name == f"{where.parts[1]}.hpp" or where.name == f"{where.parts[1]}.cpp":
        return "front"
    found = ROLE.search(where.name)
    return found[1] if found else "domain"


def module_file(where, text, includes, depends):
    module, role = where.parts[1], role_of(where)
    for inc in includes:
        target = re.match(r"modules/(\w+)/(.+)", inc)
        if target and target[1] != module:
            yield from across(where, inc, target[1], target[2], depends.get(module) or ())
        if re.match(r"kernel/db/", inc) and role not in USES_DB:
            yield f"R4 {where} -> {inc} ({role} may not touch the database)"
        if re.match(r"kernel/(http|html|guard)/", inc) and role not in USES_WEB:
            yield f"R4 {where} -> {inc} ({role} may not know the web)"
    source = cpp_source.code(text)
    if role in ("domain", "views", "parts") and (found := re.search(r"\b(system_clock|steady_clock|clock_now|base::now)\b", source)):
        yield f"R4 {where} -> {found[1]} ({role} takes the time as a parameter)"
    if role not in ("store", "test") and 'R"sql(' in text:
        yield f"R4 {where} -> SQL outside a store"


def across(where, inc, other, file, allowed):
    if where.name.endswith(("_test.cpp", "_test_kit.hpp")) and other in allowed:
        return
    listens = where.suffix == ".cpp" or "_listeners." in where.name or "_test_kit." in where.name
    if file == "events.hpp" and listens:
        return
    if file not in (f"{other}.hpp", "events.hpp"):
        yield f"R2 {where} -> {inc} (not a front door)"
    elif other not in allowed:
        yield f"R2 {where} -> {inc} (not in DEPENDS)"


def heavy_headers(root):
    """A header that leads to a heavy one may be included only from its own folder."""
    includes = {path.relative_to(root).as_posix():
                re.findall(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', path.read_text(), re.M)
                for path in files(root, ".cpp", ".hpp")}
    heavy = {name for name, found in includes.items()
             if name.endswith(".hpp") and any(HEAVY.match(inc) for inc in found)}
    grown = True
    while grown:
        more = {name for name, found in includes.items() if name.endswith(".hpp") and heavy.intersection(found)}
        grown = not more <= heavy
        heavy |= more
    for name, found in includes.items():
        for header in heavy.intersection(found):
            if Path(name).parent != Path(header).parent:
                yield f"R10 {name} -> {header} brings a heavy header"


if __name__ == "__main__":
    sys.exit(main("architecture", RULES, violations))
