"""Reading the tree for the lints: which files there are, and C++ without comments or strings."""
import re
from pathlib import Path

SKIPPED = {"build", ".git", "__pycache__", "data", "corpus", "bad"}
CPP = {".cpp", ".h"}


class Source:
    """One file: `path` as it is named in messages, `text` as it is."""

    def __init__(self, root, file):
        self.path = file.relative_to(root).as_posix()
        self.text = file.read_text(encoding="utf-8", errors="replace")
        self.suffix = file.suffix
        self.name = file.name

    def under(self, *folders):
        return self.path.startswith(tuple(folder.rstrip("/") + "/" for folder in folders))

    @property
    def code(self):
        """C++ with comments blanked, strings kept; line numbers stay."""
        return blanked(self.text, strings=False)

    @property
    def bare(self):
        """C++ with comments and strings blanked."""
        return blanked(self.text, strings=True)

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1


TOKEN = re.compile(
    r'R"(?P<tag>[^\s()\\]{0,16})\((?:.|\n)*?\)(?P=tag)"'  # raw string
    r'|"(?:\\.|[^"\\\n])*"'                               # string
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'"               # character, not a digit separator
    r"|//[^\n]*"
    r"|/\*(?:.|\n)*?\*/"
)


def blanked(text, strings):
    def replace(match):
        found = match.group(0)
        comment = found.startswith("//") or found.startswith("/*")
        if not comment and not strings:
            return found
        inner = re.sub(r"[^\n]", " ", found)
        return inner if comment else '"' + inner[1:-1] + '"'

    return TOKEN.sub(replace, text)


def sources(root, suffixes=None):
    root = Path(root)
    found = []
    for file in sorted(root.rglob("*")):
        parts = file.relative_to(root).parts
        if any(part in SKIPPED or part.startswith("build-") for part in parts[:-1]) or not file.is_file():
            continue
        if suffixes is None or file.suffix in suffixes or file.name in suffixes:
            found.append(Source(root, file))
    return found
