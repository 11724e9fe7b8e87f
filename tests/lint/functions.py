"""Finding function bodies in C++ whose comments and strings are blanked. Not a parser: good enough to measure lengths."""
import re
from typing import NamedTuple


class Function(NamedTuple):
    name: str
    line: int
    lines: int


# What stands before a body's brace: "name(...)" with qualifiers, an initialiser list or a return type behind it.
HEAD = re.compile(r"([~\w:<>]+|operator\s*\S{1,3})\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*(?:const|noexcept|override|final|mutable|->[^{;]*|&|\s)*(?::[^{;]*)?$", re.S)
NO_FUNCTION = {"if", "for", "while", "switch", "catch", "return", "sizeof", "alignas", "decltype"}
OPENS_SCOPE = re.compile(r"\b(?:namespace|struct|class|union|enum|extern)\b[^;(){}=]*$", re.S)


def functions_of(bare):
    """Outermost functions only: a lambda counts as part of the function around it."""
    found = []
    stack = []  # True for a scope that may hold functions
    start = 0   # where the text since the last brace or semicolon begins
    position = 0
    for token in re.finditer(r"[{};]", bare):
        char, position = token.group(0), token.start()
        inside = any(kind is not None and kind is not True for kind in stack)
        if char == ";":
            start = position + 1
        elif char == "{":
            before = bare[start:position].strip()
            kind = None
            if OPENS_SCOPE.search(before) and not before.endswith(")"):
                kind = True
            elif not inside:
                head = HEAD.search(before)
                name = head.group(1) if head else None
                if name and name.split("::")[-1] not in NO_FUNCTION:
                    kind = (name, position)
            stack.append(kind)
            start = position + 1
        elif stack:
            kind = stack.pop()
            if isinstance(kind, tuple):
                name, opened = kind
                line = bare.count("\n", 0, opened) + 1
                found.append(Function(name, line, bare.count("\n", opened, position) + 1))
            start = position + 1
    return found
