#!/usr/bin/env python3
"""Checks the catalogue whole and writes the C++ of it.

    generate.py --data FOLDER --out FOLDER    check, then write catalogue_data.cpp and handles.h
    generate.py --data FOLDER --check         check only
    generate.py --data FOLDER --markdown      print the page of all kinds

Every problem is printed to standard error as "file: kind.field: what is wrong"; with any, the exit status is 1 and
nothing is written.
"""
import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from generator.check import check  # noqa: E402 (after the switch above, which keeps the source tree clean)
from generator.emit_data import data_source  # noqa: E402
from generator.emit_handles import handles_header  # noqa: E402
from generator.markdown import markdown_page  # noqa: E402
from generator.model import Model  # noqa: E402


def write_if_changed(path, text):
    """Leaves the file alone when it already says so, so that nothing is rebuilt for nothing."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path(__file__).parent, help="the folder of the JSON files")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=Path, help="where to write catalogue_data.cpp and handles.h")
    what.add_argument("--check", action="store_true", help="check only")
    what.add_argument("--markdown", action="store_true", help="print the page of all kinds")
    chosen = parser.parse_args()

    model = Model(chosen.data)
    check(model)
    if model.problems.lines:
        print("\n".join(model.problems.lines), file=sys.stderr)
        return 1
    if chosen.markdown:
        print(markdown_page(model), end="")
    if chosen.out:
        chosen.out.mkdir(parents=True, exist_ok=True)
        write_if_changed(chosen.out / "catalogue_data.cpp", data_source(model))
        write_if_changed(chosen.out / "handles.h", handles_header(model))
    return 0


if __name__ == "__main__":
    sys.exit(main())
