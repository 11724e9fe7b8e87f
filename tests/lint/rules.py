"""The lints. Each is a function that gets the root of a tree and yields (path, line, words)."""
import re
from collections import defaultdict

import qmlrules
import wordrules
from functions import functions_of
from sources import CPP, sources


def matches(pattern, files, words, bare=False):
    for file in files:
        text = file.bare if bare else file.code
        for found in re.finditer(pattern, text):
            yield file.path, file.line_of(found.start()), words.format(found.group(0).strip())


def no_qtsql(root):
    """Core has one way to SQLite, and it is not QtSql (design README 1)."""
    yield from matches(r"\bQSql\w*|\bQtSql\b", sources(root, CPP), "{} is not used here: core/store/sqlite is the way to SQLite")
    for file in sources(root, {"CMakeLists.txt"}):
        for found in re.finditer(r"Qt6?::Sql\b|COMPONENTS[^)]*\bSql\b", file.text):
            yield file.path, file.line_of(found.start()), "QtSql is not linked"


def generated_sql(root):
    """The one way around literal SQL belongs to the projection, whose tables come from the catalogue."""
    files = [f for f in sources(root, CPP) if not f.under("tests") and not re.match(r"core/store/(projection\w*\.|sqlite/)", f.path)]
    yield from matches(r"SqlText::generated\b", files, "{} is for core/store/projection* only")


def sql_from_strings(root):
    """SQL is a literal; values are bound."""
    files = [f for f in sources(root, CPP) if f.under("core", "platform", "app") and not re.match(r"core/store/(projection\w*\.|sqlite/)", f.path)]
    word = r"(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|ATTACH|FROM|WHERE|VALUES|SET|ORDER BY|LIMIT)"
    joined = rf'"(?:[^"\\\n]*\b)?{word}\b[^"\\\n]*"\s*(?:\+(?!\+)|%|<<|\.append)|(?:\+|%|<<)\s*"\s*{word}\b(?=[^"\n]*")'
    yield from matches(joined, files, "SQL is put together from strings: {}")
    yield from matches(r"\b(?:prepare|execute)\(\s*(?:std::string|QString|\w+\s*\+)", files, "SQL from a string: {}")


def sqlite_named(root):
    """The driver is named in one folder; a snapshot reads and writes whole databases."""
    files = [f for f in sources(root, CPP) if f.under("core", "platform", "app") and not f.under("core/store/sqlite") and not re.match(r"core/store/snapshot\w*\.", f.path)]
    yield from matches(r"\bsqlite3\w*", files, "{} belongs to core/store/sqlite", bare=True)
    yield from matches(r"#include\s*<sqlite3\.h>", files, "{} belongs to core/store/sqlite")


def sodium_named(root):
    """libsodium is called in one folder, which is small enough to be reviewed by two people."""
    files = [f for f in sources(root, CPP) if f.under("core", "platform", "app") and not f.under("core/crypto")]
    yield from matches(r"\bsodium_\w+|\bcrypto_(?:aead|box|sign|secretbox|secretstream|generichash|pwhash|kdf|auth|scalarmult)\w*|\brandombytes_\w+", files,
                       "{} belongs to core/crypto", bare=True)
    yield from matches(r"#include\s*<sodium", files, "{} belongs to core/crypto")


def no_user_text_in_logs(root):
    """What people wrote never reaches a log: core/support/log.h takes names known at compile time, numbers and
    pseudonyms, and nothing else prints."""
    core = [f for f in sources(root, CPP) if f.under("core", "platform") and f.path != "core/support/log.cpp"]
    pattern = r"\bq(?:Debug|Info|Warning|Critical|Fatal)\b|\b(?:f|v|vf|d)?printf\s*\(|\bstd::(?:cerr|cout|clog)\b|\bf?puts\s*\(|\bperror\s*\(|\bsyslog\s*\("
    yield from matches(pattern, core, "{} could print what somebody wrote; use core/support/log.h", bare=True)
    app = [f for f in sources(root, CPP) if f.under("app")]
    yield from matches(r"\bq(?:Debug|Info|Warning|Critical|Fatal)\b|\bsyslog\s*\(", app, "{} could log what somebody wrote", bare=True)
    names = [f for f in sources(root, CPP) if not f.path.startswith("core/support/log.") and not f.under("tests")]
    yield from matches(r"\blog::write\([^;]*(?:\.c_str\(\)|\.data\(\)|\.text\(\)|\.detail\b)", names, "free text in a log line: {}")


def no_tr_in_core(root):
    """Core speaks codes; words for people are made in the bridge and in the command line."""
    files = [f for f in sources(root, CPP) if f.under("core")]
    yield from matches(r"(?<![\w:.>])tr\s*\(|\bQT_TR\w*|\bQCoreApplication::translate\b", files, "{} in core: words are made further out", bare=True)


def unique_headers(root):
    """The type registrar includes headers by their base name only."""
    by_name = defaultdict(list)
    for file in sources(root, {".h"}):
        if not file.under("tests"):
            by_name[file.name].append(file.path)
    for name, paths in sorted(by_name.items()):
        for path in paths[1:]:
            yield path, 1, f"there is another {name}: {paths[0]}"


AIMS = {"function": 40, ".cpp": 300, ".h": 150, ".qml": 200, ".py": 300}
STOPS = {"function": 60, ".cpp": 500, ".h": 250, ".qml": 300, ".py": 500}


def lengths(root, exceptions=None):
    """Nothing is so long that nobody reads it (style.md 3.4). Over the aim is printed; over the stop has to be written
    down, with its reason, in exceptions.txt."""
    exceptions = exceptions if exceptions is not None else read_exceptions(root)
    used = set()
    for file in sources(root, {".cpp", ".h", ".qml", ".py"}):
        measured = [(file.path, 1, file.suffix, file.text.count("\n"))]
        if file.suffix in CPP:
            measured += [(f"{file.path}:{f.name}", f.line, "function", f.lines) for f in functions_of(file.bare)]
        for place, line, kind, lines in measured:
            allowed = max(exceptions.get(place, 0), STOPS[kind])
            if lines > STOPS[kind] and place in exceptions:
                used.add(place)
            if lines > allowed:
                yield file.path, line, f"{place} has {lines} lines; {allowed} is the stop"
            elif lines > AIMS[kind]:
                print(f"note: {place} has {lines} lines, the aim is {AIMS[kind]}")
    for place in sorted(set(exceptions) - used):
        yield "tests/lint/exceptions.txt", 1, f"{place} needs no exception any more"


def read_exceptions(root):
    """Lines of `path[:function] lines reason`."""
    from pathlib import Path

    file = Path(root) / "tests/lint/exceptions.txt"
    allowed = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else []:
        parts = line.split(None, 2)
        if parts and not line.startswith("#"):
            if len(parts) < 3:
                raise SystemExit(f"exceptions.txt: no reason is given in: {line}")
            allowed[parts[0]] = int(parts[1])
    return allowed


AMERICAN = re.compile(
    r"\b(?:colou?r(?<=color)\w*|behavior\w*|favor(?:ite)?s?|honor\w*|neighbor\w*|center(?:ed|s)?|organiz\w+|recogniz\w+|initializ\w+"
    r"|serializ(?!e\b)\w+|synchroniz\w+|normaliz\w+|authoriz\w+|minimiz\w+|maximiz\w+|optimiz\w+|summariz\w+|analyz\w+|canceled"
    r"|canceling|labeled|labeling|modeled|modeling|traveled|fulfill(?!ed|ing)\w*|catalogs?|dialogs?|gray|license)\b",
    re.IGNORECASE,
)


def british(root):
    """Pages and words on screens are British English. Names of other people's things stand in `code marks`."""
    for file in sources(root, {".md"}):
        text = re.sub(r"```.*?```|`[^`\n]*`|\]\([^)]*\)|https?://\S+", lambda m: re.sub(r"[^\n]", " ", m.group(0)), file.text, flags=re.S)
        for found in AMERICAN.finditer(text):
            yield file.path, file.line_of(found.start()), f"'{found.group(0)}' is not British spelling"
    for file in sources(root, CPP):
        if not file.under("app/cli") or "words" not in file.name:
            continue
        for found in AMERICAN.finditer(file.text):
            yield file.path, file.line_of(found.start()), f"'{found.group(0)}' is not British spelling"


# The numbers of the attack list that the spine has to withstand; the others belong to the app and to later work.
ATTACKS = [number for first, last in ((1, 27), (28, 47), (48, 64), (75, 79), (85, 93), (95, 100), (120, 128))
           for number in range(first, last + 1)]


def attacks_tested(root):
    """Every attack of the list has a test that carries its number, and a line in ATTACKS.md that names it."""
    for index in (f for f in sources(root, {".md"}) if f.name == "ATTACKS.md"):
        found = defaultdict(set)
        for file in sources(root, {".cpp", ".py"}):
            for name, number in re.findall(r"\b(?:void|def)\s+(?:test_)?(attack0*(\d+)_\w+)\s*\(", file.text):
                found[int(number)].add((file.name, name))
        listed = {}
        for line, text in enumerate(index.text.splitlines(), 1):
            row = re.match(r"\|\s*(\d+)\s*\|", text)
            if not row:
                continue
            listed[int(row.group(1))] = line
            for file, names in re.findall(r"`([\w.]+)`:((?: `\w+`,?)+)", text):
                for name in re.findall(r"`(\w+)`", names):
                    if (file, name) not in found[int(row.group(1))]:
                        yield index.path, line, f"there is no {name} in {file}"
            if "`" not in text:
                yield index.path, line, f"attack {row.group(1)} has no test beside it"
        for number in ATTACKS:
            if number not in listed or not found[number]:
                yield index.path, listed.get(number, 1), f"attack {number} has no test or is not listed"


RULES = {
    rule.__name__: rule
    for rule in (no_qtsql, generated_sql, sql_from_strings, sqlite_named, sodium_named, no_user_text_in_logs, no_tr_in_core, unique_headers, lengths, british, attacks_tested,
                 *qmlrules.RULES, *wordrules.RULES)
}
