"""The lints of QML. Each is a function that gets the root of a tree and yields (path, line, words)."""
import re

from sources import sources


# Shows differences, from words that it escapes itself; tests/qml/tst_difftxt.cpp tries hostile ones.
RICH_TEXT = ["qml/controls/DiffTxt.qml"]


def qml(root, *without):
    return [file for file in sources(root, {".qml"}) if not file.under(*without)]


def found_in(files, pattern, words):
    for file in files:
        for found in re.finditer(pattern, file.code):
            yield file.path, file.line_of(found.start()), words.format(found.group(0).strip())


def qml_colours(root):
    """Colours come from the theme, where their contrast is checked."""
    files = qml(root, "qml/theme")
    yield from found_in(files, r'"#[0-9a-fA-F]{3,8}"|\bQt\.(?:rgba|hsla|hsva|lighter|darker|tint)\b', "{} stands in qml/theme")
    yield from found_in(files, r'\bcolor:\s*"(?!transparent")\w+"', "{}: the theme has the colours")


def qml_layout(root):
    """Layouts and anchors mirror for right to left; x and y do not (ux.md 10.8)."""
    yield from found_in(qml(root), r"(?m)(?:^|[;{])\s*[xy]:\s", "{} does not mirror; use anchors or a layout")


def qml_translated(root):
    """Every word that a person reads or hears goes through qsTr. The gallery is for us."""
    properties = r"(?:text|title|name|label|hint|error|detail|tag|caption|unit|lowWords|highWords|Accessible\.name|Accessible\.description)"
    yield from found_in(qml(root, "qml/theme", "qml/gallery", "tests"), rf'(?<![\w.]){properties}:\s*"[^"]*[A-Za-z]{{2}}[^"]*"', "{} is not translated")


def qml_plain_text(root):
    """Words are shown and typed in our own controls, which take no markup and commit unfinished words."""
    files = qml(root, "qml/controls", "tests")
    yield from found_in(files, r"\bimport QtQuick\.Controls\b", "{}: use OurTable.Controls")
    yield from found_in(files, r"(?<![\w.])(?:T\.)?(?:Text|TextEdit|TextInput|TextField|TextArea|Label)\s*\{", "{}: use Txt, Field or TextBox")
    yield from found_in([file for file in qml(root) if file.path not in RICH_TEXT], r"\b(?:Text|TextEdit)\.(?:RichText|StyledText|AutoText|MarkdownText)\b", "{}: text is plain")


def qml_symbols(root):
    """Every icon that is named has a drawing."""
    drawn = {file.name[:-4] for file in sources(root, {".svg"}) if file.under("qml/pictures/icons")}
    for file in qml(root, "tests"):
        for found in re.finditer(r'\bsymbol\w*:\s*([^\n;}]*)', file.code):
            for name in re.findall(r'"([\w-]+)"', re.sub(r'[!=]==\s*"[^"]*"', "", found.group(1))):
                if name not in drawn:
                    yield file.path, file.line_of(found.start()), f"there is no icon {name}"


def counted_words(root):
    """English needs its plurals written down, or a screen says "1 things"."""
    words = "".join(file.text for file in sources(root, {".ts"}) if "en_GB" in file.name)
    contexts = dict(re.findall(r"<name>(\w+)</name>(.*?)</context>", words, re.S))
    for file in qml(root, "tests"):
        for found in re.finditer(r'qsTr\("([^"]*%n[^"]*)"', file.code):
            if f"<source>{found.group(1)}</source>" not in contexts.get(file.name[:-4], ""):
                yield file.path, file.line_of(found.start()), f"'{found.group(1)}' has no plural in the English words"
    for file in sources(root, {".cpp"}):
        for found in re.finditer(r'\btr\("([^"]*%n[^"]*)"', file.code if file.under("app") else ""):
            if f"<source>{found.group(1)}</source>" not in words:
                yield file.path, file.line_of(found.start()), f"'{found.group(1)}' has no plural in the English words"


RULES = [qml_colours, qml_layout, qml_translated, qml_plain_text, qml_symbols, counted_words]
