"""Turns dictionary-1.txt into dictionary.cpp:  embed_dictionary.py INPUT OUTPUT

Escapes \\xHH in the text stand for octets, so that the shapes of the encoding (map heads, ids) can be in it too.
"""
import re
import sys

source, target = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    lines = [line for line in file.read().splitlines() if not line.startswith("#")]
octets = bytearray()
for line in lines:
    at = 0
    for found in re.finditer(r"\\x([0-9a-f]{2})", line):
        octets += line[at:found.start()].encode() + bytes([int(found.group(1), 16)])
        at = found.end()
    octets += line[at:].encode()
    octets += b" "
rows = [", ".join(str(octet) for octet in octets[i:i + 24]) for i in range(0, len(octets), 24)]
with open(target, "w", encoding="utf-8") as file:
    file.write('#include "core/sync/dictionary.h"\n\nnamespace ourtable::sync {\nnamespace {\n\n')
    file.write("constexpr std::uint8_t kDictionary1[] = {\n    " + ",\n    ".join(rows) + "};\n\n} // namespace\n\n")
    file.write("ByteView dictionary1() { return kDictionary1; }\n\n} // namespace ourtable::sync\n")
