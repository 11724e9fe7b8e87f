<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>BoardColumn</name>
    <message numerus="yes">
        <source>%n here</source>
        <comment>cards in a column</comment>
        <translation><numerusform>%n here</numerusform><numerusform>%n here</numerusform></translation>
    </message>
</context>
<context>
    <name>BoxLine</name>
    <message numerus="yes">
        <source>%n too many</source>
        <comment>letters</comment>
        <translation><numerusform>%n too many</numerusform><numerusform>%n too many</numerusform></translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation><numerusform>%n chosen</numerusform><numerusform>%n chosen</numerusform></translation>
    </message>
</context>
<context>
    <name>FeedHead</name>
    <message numerus="yes">
        <source>%n notes</source>
        <translation><numerusform>%n note</numerusform><numerusform>%n notes</numerusform></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation><numerusform>%n chosen</numerusform><numerusform>%n chosen</numerusform></translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation><numerusform>%n waiting</numerusform><numerusform>%n waiting</numerusform></translation>
    </message>
</context>
<context>
    <name>ourtable::Capture</name>
    <message numerus="yes">
        <source>Saved. %n notes at table %1</source>
        <translation><numerusform>Saved. %n note at table %1</numerusform><numerusform>Saved. %n notes at table %1</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n others are writing</source>
        <translation><numerusform>%1, %2 and %n other are writing</numerusform><numerusform>%1, %2 and %n others are writing</numerusform></translation>
    </message>
</context>
<context>
    <name>PersonPick</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation><numerusform>%n found</numerusform><numerusform>%n found</numerusform></translation>
    </message>
</context>
<context>
    <name>SavePill</name>
    <message numerus="yes">
        <source>%n to share</source>
        <comment>notes and other things</comment>
        <translation><numerusform>%n to share</numerusform><numerusform>%n to share</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation><numerusform>%n to decide</numerusform><numerusform>%n to decide</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n things to decide</source>
        <translation><numerusform>%n thing to decide</numerusform><numerusform>%n things to decide</numerusform></translation>
    </message>
</context>
<context>
    <name>SaveRow</name>
    <message numerus="yes">
        <source>%n notes</source>
        <translation><numerusform>%n note</numerusform><numerusform>%n notes</numerusform></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation><numerusform>%n found</numerusform><numerusform>%n found</numerusform></translation>
    </message>
</context>
<context>
    <name>TableTab</name>
    <message numerus="yes">
        <source>Table %1, %n notes</source>
        <translation><numerusform>Table %1, %n note</numerusform><numerusform>Table %1, %n notes</numerusform></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n things to decide</source>
        <translation><numerusform>%n thing to decide</numerusform><numerusform>%n things to decide</numerusform></translation>
    </message>
</context>
</TS>
