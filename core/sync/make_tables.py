"""Makes the entropy tables of a dictionary, once, before it is released:  make_tables.py dictionary-1.txt > dictionary-1.tables

How often which octet and which match occurs is learnt from notes of the one half of the sentences, compressed with the other
half: a note that is not in the dictionary is what it will be used for. Needs libzstd; what it prints is kept, as another
version of the library may choose other tables.
"""
import ctypes
import random
import struct
import sys

from embed_dictionary import lines_of, octets_of

SAMPLES = 2000
NOTE = 600          # octets of words in a note
TEXT = 500          # of them in its text, the rest in its translation
SENTENCE = 60       # shorter or wordless lines of the dictionary are vocabulary
LEVEL = 6           # as bodycodec.cpp compresses
KINDS = ["experience", "need", "resource", "idea", "barrier", "question"]
THEMES = ["access", "money", "housing", "places", "loneliness", "carers"]


class Parameters(ctypes.Structure):
    _fields_ = [("level", ctypes.c_int), ("notification", ctypes.c_uint), ("dictionary", ctypes.c_uint)]


def head(major, number):
    for octets, form, marker in ((1, ">B", 24), (2, ">H", 25), (4, ">I", 26), (8, ">Q", 27)):
        if number < 24:
            return bytes([major << 5 | number])
        if number < 1 << 8 * octets:
            return bytes([major << 5 | marker]) + struct.pack(form, number)
    raise ValueError(number)


def cbor(value):
    if isinstance(value, bool):
        return b"\xf5" if value else b"\xf4"
    if isinstance(value, int):
        return head(0, value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    return head(5, len(value)) + b"".join(cbor(key) + cbor(held) for key, held in value.items())


def note(number, sentences):
    """The body of a note (PROTOCOL.md 3): the words are ours, ids and times are invented."""
    chance = random.Random(number)
    words = " ".join(chance.sample(sentences, 16))[:NOTE]
    cut = words.rfind(" ", 0, TEXT)
    writes = [[2, 0, chance.randbytes(16), []], [3, 0, 1 + number % 6, []], [4, 0, number % 200, []],
              [6, 0, KINDS[number % 6], []], [7, 0, words[:cut], []], [20, 0, chance.randbytes(16), []],
              [8, 1, THEMES[number % 5], []], [18, 0, words[cut + 1:], []], [11, 0, "notes_only", []],
              [1, 4, ["draft", "noted"], []]]
    return cbor({0: 8, 1: 1, 2: (1795336200000 + number * 977) << 16, 3: True, 6: 1, 7: writes})


def tables(path):
    lines = lines_of(path)
    sentences = [line for line in lines if len(line) > SENTENCE and " " in line and "\\x" not in line]
    content = octets_of(sentences[0::2] + [line for line in lines if line not in sentences])
    samples = [note(number, sentences[1::2]) for number in range(SAMPLES)]
    sizes = (ctypes.c_size_t * len(samples))(*map(len, samples))
    whole = ctypes.create_string_buffer(1 << 17)
    library = ctypes.CDLL("libzstd.so.1")
    library.ZDICT_finalizeDictionary.restype = ctypes.c_size_t
    length = library.ZDICT_finalizeDictionary(
        whole, ctypes.c_size_t(len(whole)), content, ctypes.c_size_t(len(content)), b"".join(samples), sizes,
        ctypes.c_uint(len(samples)), Parameters(LEVEL, 0, 1))
    made = whole.raw[:length]
    if not made.endswith(content):
        raise SystemExit("no tables were made")
    return made[:-len(content)]


def main():
    print("# Entropy tables of dictionary 1, as zstd writes them in front of a dictionary: made once by make_tables.py.")
    made = tables(sys.argv[1]).hex()
    print("\n".join(made[i:i + 96] for i in range(0, len(made), 96)))


if __name__ == "__main__":
    main()
