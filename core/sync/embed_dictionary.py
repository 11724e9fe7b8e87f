"""Turns a dictionary into C++:  embed_dictionary.py dictionary-1.tables dictionary-1.txt dictionary.cpp

The tables are hexadecimal. Escapes \\xHH in the text stand for octets, so that the shapes of the encoding (map heads, ids)
can be in it too. Lines that start with # are in neither.
"""
import re
import sys


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        return [line for line in file.read().splitlines() if not line.startswith("#")]


def octets_of(lines):
    octets = bytearray()
    for line in lines:
        at = 0
        for found in re.finditer(r"\\x([0-9a-f]{2})", line):
            octets += line[at:found.start()].encode() + bytes([int(found.group(1), 16)])
            at = found.end()
        octets += line[at:].encode() + b" "
    return bytes(octets)


def main():
    tables, text, target = sys.argv[1:]
    octets = bytes.fromhex("".join(lines_of(tables))) + octets_of(lines_of(text))
    rows = [", ".join(str(octet) for octet in octets[i:i + 24]) for i in range(0, len(octets), 24)]
    with open(target, "w", encoding="utf-8") as file:
        file.write('#include "core/sync/dictionary.h"\n\nnamespace ourtable::sync {\nnamespace {\n\n')
        file.write("constexpr std::uint8_t kDictionary1[] = {\n    " + ",\n    ".join(rows) + "};\n\n} // namespace\n\n")
        file.write("ByteView dictionary1() { return kDictionary1; }\n\n} // namespace ourtable::sync\n")


if __name__ == "__main__":
    main()
