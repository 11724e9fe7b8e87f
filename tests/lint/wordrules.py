"""The words that people read (domain.md 7.1, 7.2 and 7.4, ux.md 11): short sentences, easy to read, none that hurt.

What is looked at: every text that is translated in qml/ and app/bridge, but for the gallery. And what the window shows while a
test goes through it (tests/app/shownwords.h), which asks here: `lint.py --judge`."""
import re

from sources import sources

MOST_WORDS = 20        # in a sentence
HARDEST = 6.0          # Flesch-Kincaid grade: an age of eleven or twelve
ENOUGH_TO_JUDGE = 10   # words: the grade of a label says nothing

# Not said, and what is said instead (domain.md 7.2, ux.md 11.1 and 11.2, J1-12).
NOT_THIS = {
    r"(?:service|end) users?|users?|clients?|cases?|patients?": "people, a person, their name",
    r"volunteers?|expert patients?": "lay partner, peer worker",
    r"refer|refers|referred|referrals?": "introduce, introduction",
    r"presenting problems?|needs? identified": "what matters to you",
    r"decompensated|kicking off|attention[- ]seeking": "having a rough time",
    r"committed suicide|failed attempts?": "ended their life",
    r"abuse|addicts?": "drug or alcohol use",
    r"rejected|unsuccessful|failed|failures?": "not this time",
    r"declined|closed|no further action": "not yet, and why",
    r"delete[sd]?|purge[sd]?|destroy(?:s|ed)?": "taken back, remove",
    r"attendees|absentees|hard to reach": "in the room, missing",
    r"the public said|stakeholders?": "we heard",
    r"de-escalation": "quiet room",
    r"anonymised": "a note without names",
    r"sync(?:s|ed|ing)?|queued?|pending|upload(?:s|ed|ing)?|pushed": "saved on this tablet, shared with the hub",
    r"encrypted|payloads?": "sealed",
    r"crisis protocol": "get help now",
    r"conflicts?|merged?|overrid(?:e|den)": "two versions",
    r"action items?|deliverables?": "promise",
    r"overdue": "ask how it is going",
    r"individual level|organisational|strategic": "one person's care, a service, big decisions",
    r"competenc(?:y|ies)|criteri(?:a|on)|scoring": "what we look for",
    r"mental illness|mentally ill|suffering": "mental health problems",
    r"please|sorry|should|invalid|network|failed to fetch": "what is true, and what to do",
}
# Names of services and of what people are in a programme count as what they are: names.
NAMES = re.compile(r"\b(?:Samaritans|SHOUT|Our Table|coordinators?|safeguarding)\b", re.I)

LITERAL = r'"((?:\\.|[^"\\])*)"'
CONTEXT = r'\b(?:QT_TRANSLATE_NOOP|translate|qsTranslate)\(\s*"[^"]*"\s*,'
CALL = re.compile(rf'(?:\b(?:qsTr|tr|QT_TR_NOOP)\(|{CONTEXT})\s*{LITERAL}((?:\s*\+?\s*{LITERAL})*)')


def texts(file):
    """The texts of a file with their lines; neighbouring literals are one."""
    for found in CALL.finditer(file.code):
        rest = "".join(re.findall(LITERAL, found.group(2) or ""))
        yield found.start(), found.group(1) + rest


def words_of(text):
    return re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", text)


def sentences_of(text):
    return [part for part in re.split(r"[.?!:…]+(?:\s|$|”)", text) if words_of(part)]


def syllables_of(word):
    """By the groups of vowels; a silent e does not count."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    if len(plain) <= 3:
        return 1
    plain = re.sub(r"(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$", "", plain)
    return max(1, len(re.findall(r"[aeiouy]+", plain)))


def grade_of(text):
    """Flesch-Kincaid, without names."""
    plain = NAMES.sub("Ann", text)
    words = words_of(plain)
    sentences = max(1, len(sentences_of(plain)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables_of, words)) / len(words) - 15.59


def complaints_about(text):
    for sentence in sentences_of(text):
        if len(words_of(sentence)) > MOST_WORDS:
            yield f"a sentence of {len(words_of(sentence))} words: “{sentence.strip()}”"
    for pattern, instead in NOT_THIS.items():
        for found in re.finditer(rf"\b(?:{pattern})\b", text, re.I):
            if not re.search(r"\bin $", text[:found.start()], re.I):  # in case
                yield f"“{found.group(0)}”: we say {instead}"
    if "!" in text:
        yield "an exclamation mark"
    if len(words_of(text)) >= ENOUGH_TO_JUDGE and grade_of(text) > HARDEST:
        yield f"grade {grade_of(text):.1f}, too hard to read: “{text}”"


def plain_words(root):
    """What people read is short, easy, and kind."""
    for file in sources(root, {".qml", ".js", ".cpp", ".h"}):
        if not file.under("qml", "app/bridge") or file.under("qml/gallery"):
            continue
        for start, text in texts(file):
            shown = re.sub(r"%[0-9nL]+", "7", text.replace("\\n", " ").replace('\\"', '"'))
            for complaint in complaints_about(shown):
                yield file.path, file.line_of(start), complaint


def judge(lines):
    """Prints what is against the rules in lines of `where<tab>text`, and says how many there were."""
    found = 0
    for line in lines:
        where, _, text = line.rstrip("\n").partition("\t")
        for complaint in complaints_about(text):
            print(f"{where}: {complaint} in “{text}”")
            found += 1
    return found


RULES = [plain_words]
