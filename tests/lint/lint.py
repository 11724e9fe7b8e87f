#!/usr/bin/env python3
"""Lints of this project: lint.py ROOT RULE [RULE ...]; lint.py --list; lint.py --self-test;
lint.py --judge, which reads lines of `where<tab>text` and judges the words.

The self-test runs every rule over tests/lint/bad/<rule>, a small tree that it has to complain about, and only there."""
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from rules import RULES, lengths  # noqa: E402
from wordrules import judge  # noqa: E402


def run(root, names):
    complaints = [(name, complaint) for name in names for complaint in RULES[name](root)]
    for name, (path, line, words) in complaints:
        print(f"{path}:{line}: {name}: {words}")
    return len(complaints)


def self_test():
    wrong = []
    for name in RULES:
        tree = HERE / "bad" / name
        if not tree.is_dir():
            wrong.append(f"{name} has no tree that it has to complain about")
            continue
        # Elsewhere, because a folder called "bad" is passed over.
        with tempfile.TemporaryDirectory() as copy:
            for file in tree.rglob("*.txt"):
                to = Path(copy) / file.relative_to(tree).with_suffix("")
                to.parent.mkdir(parents=True, exist_ok=True)
                to.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
            for other in RULES:
                rule = RULES[other] if other != "lengths" else lambda root: lengths(root, {})
                said = {path for path, _, _ in rule(copy)}
                meant = {path.relative_to(copy).as_posix() for path in Path(copy).rglob("*") 
                         if path.is_file() and any(part.lower().startswith("bad") for part in path.relative_to(copy).parts)}
                if other == name and said != meant:
                    wrong.append(f"{name} complains about {sorted(said)}, not about {sorted(meant)}")
    print("\n".join(wrong) or f"{len(RULES)} rules notice what they are for")
    return len(wrong)


def main(arguments):
    if arguments == ["--list"]:
        print("\n".join(RULES))
        return 0
    if arguments == ["--self-test"]:
        return 1 if self_test() else 0
    if arguments == ["--judge"]:
        return 1 if judge(sys.stdin) else 0
    if len(arguments) < 2 or any(name not in RULES for name in arguments[1:]):
        print(__doc__, file=sys.stderr)
        return 2
    return 1 if run(arguments[0], arguments[1:]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
