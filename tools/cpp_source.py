"""Reads C++ as text, for the checks: what is code, what is a comment, what is a string."""
import re

_TOKEN = re.compile(r"""
    (?P<raw>R"(?P<tag>[^(\s"]*)\((?P<raw_body>.*?)\)(?P=tag)")
  | (?P<string>"(?P<body>(?:\\.|[^"\\\n])*)")
  | (?P<char>'(?:\\.|[^'\\\n])+')
  | (?P<line>//[^\n]*)
  | (?P<block>/\*.*?\*/)
""", re.S | re.X)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def code(text):
    """The same text with comments and string contents blanked; line numbers are kept."""
    def replace(match):
        if match["raw"] is not None or match["string"] is not None:
            return '"' + _blank(match[0])[1:-1] + '"'
        if match["char"] is not None and _is_digit_separator(match):
            return match[0]
        return _blank(match[0])
    return _TOKEN.sub(replace, text)


def without_comments(text):
    """The same text with comments blanked; line numbers are kept."""
    return _TOKEN.sub(lambda match: match[0] if match["line"] is None and match["block"] is None
                      else _blank(match[0]), text)


def _is_digit_separator(match):
    return match.start() > 0 and match.string[match.start() - 1].isalnum()


def comments(text):
    """(line number, comment) of each comment."""
    for match in _TOKEN.finditer(text):
        if match["line"] is not None or match["block"] is not None:
            yield line_at(text, match.start()), match[0]


def strings(text):
    """(line number, tag of a raw string or None, contents) of each string literal; not of includes."""
    for match in _TOKEN.finditer(text):
        if match["raw"] is not None:
            yield line_at(text, match.start()), match["tag"], match["raw_body"]
        elif match["string"] is not None:
            before = text[text.rfind("\n", 0, match.start()) + 1:match.start()]
            if not re.match(r"\s*#\s*include", before):
                yield line_at(text, match.start()), None, match["body"]


def line_at(text, place):
    return text.count("\n", 0, place) + 1


_NOT_A_FUNCTION = re.compile(
    r"^\s*(?:if|else|for|while|switch|do|try|catch|return|namespace|class|struct|enum|union|extern)\b")
_FUNCTION = re.compile(
    r"\)\s*(?:const|noexcept(?:\([^)]*\))?|override|final|mutable|&&?|try|->[^{;]+|requires[^{;]+|\s)*$", re.S)
_INITIALISER = re.compile(r"\)\s*(?:noexcept\s*)?:(?!:).*[\w>]\s*$", re.S)


def functions(text):
    """(line number, lines from brace to brace) of each function that is not inside another."""
    source = code(text)
    source = re.sub(r"^\s*#.*$", lambda m: _blank(m[0]), source, flags=re.M)
    source = re.sub(r"\[\[[^\]]*\]\]|\btemplate\s*<[^{};]*?>(?=\s)", lambda m: _blank(m[0]), source)
    depth, chunk_at, place = 0, 0, 0
    inside = None  # (depth, place) of the function being read
    while place < len(source):
        char = source[place]
        if char == "{":
            chunk = source[chunk_at:place]
            if inside is None and _INITIALISER.search(chunk):
                place = _closing(source, place) + 1
                continue
            if inside is None and _opens_function(chunk):
                inside = (depth, place)
            depth += 1
            chunk_at = place + 1
        elif char == "}":
            depth -= 1
            if inside and inside[0] == depth:
                first = line_at(source, inside[1])
                yield first, line_at(source, place) - first + 1
                inside = None
            chunk_at = place + 1
        elif char == ";" and source.count("(", chunk_at, place) == source.count(")", chunk_at, place):
            chunk_at = place + 1
        place += 1


def _opens_function(chunk):
    if _NOT_A_FUNCTION.match(re.sub(r"\b(?:public|private|protected)\s*:", "", chunk)):
        return False
    if _INITIALISER.search(chunk):
        return True
    return bool(_FUNCTION.search(chunk)) or bool(re.search(r"\)\s*(?:noexcept\s*)?:(?!:)", chunk))


def _closing(source, place):
    depth = 0
    for at in range(place, len(source)):
        depth += (source[at] == "{") - (source[at] == "}")
        if depth == 0:
            return at
    return len(source) - 1
