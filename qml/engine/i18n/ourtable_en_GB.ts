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
    <name>FeedCard</name>
    <message numerus="yes">
        <source>%n others said so</source>
        <translation><numerusform>%n other said so</numerusform><numerusform>%n others said so</numerusform></translation>
    </message>
</context>
<context>
    <name>ourtable::Echoes</name>
    <message numerus="yes">
        <source>%n others said so</source>
        <translation><numerusform>%n other said so</numerusform><numerusform>%n others said so</numerusform></translation>
    </message>
</context>
<context>
    <name>ourtable::Harvesting</name>
    <message numerus="yes">
        <source>Saved. %n things from table %1</source>
        <translation><numerusform>Saved. %n thing from table %1</numerusform><numerusform>Saved. %n things from table %1</numerusform></translation>
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
    <name>Days</name>
    <message numerus="yes">
        <source>due in %n days</source>
        <translation><numerusform>due in %n day</numerusform><numerusform>due in %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>due %n days ago</source>
        <translation><numerusform>due %n day ago</numerusform><numerusform>due %n days ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>due %n weeks ago</source>
        <translation><numerusform>due %n week ago</numerusform><numerusform>due %n weeks ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>due %n months ago</source>
        <translation><numerusform>due %n month ago</numerusform><numerusform>due %n months ago</numerusform></translation>
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
    <name>Meetings</name>
    <message numerus="yes">
        <source>%n tables</source>
        <translation><numerusform>%n table</numerusform><numerusform>%n tables</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation><numerusform>%n note</numerusform><numerusform>%n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n notes not sorted</source>
        <translation><numerusform>%n note not sorted</numerusform><numerusform>%n notes not sorted</numerusform></translation>
    </message>
</context>
<context>
    <name>KindsPage</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation><numerusform>%n in all</numerusform><numerusform>%n in all</numerusform></translation>
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
        <source>%1, %2 and %n others wrote here</source>
        <translation><numerusform>%1, %2 and %n other wrote here</numerusform><numerusform>%1, %2 and %n others wrote here</numerusform></translation>
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
    <name>SortEnd</name>
    <message numerus="yes">
        <source>%n notes are left for later.</source>
        <translation><numerusform>%n note is left for later.</numerusform><numerusform>%n notes are left for later.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>All sorted. %n notes.</source>
        <translation><numerusform>All sorted. %n note.</numerusform><numerusform>All sorted. %n notes.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n notes wait for a second person to read them.</source>
        <translation><numerusform>%n note waits for a second person to read it.</numerusform><numerusform>%n notes wait for a second person to read them.</numerusform></translation>
    </message>
</context>
<context>
    <name>SortPage</name>
    <message numerus="yes">
        <source>%n left</source>
        <comment>notes that wait</comment>
        <translation><numerusform>%n left</numerusform><numerusform>%n left</numerusform></translation>
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
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n things</source>
        <comment>that wait for a coordinator</comment>
        <translation><numerusform>%n thing</numerusform><numerusform>%n things</numerusform></translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message numerus="yes">
        <source>%n notes</source>
        <translation><numerusform>%n note</numerusform><numerusform>%n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n promises</source>
        <translation><numerusform>%n promise</numerusform><numerusform>%n promises</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n things in two versions</source>
        <translation><numerusform>%n thing in two versions</numerusform><numerusform>%n things in two versions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n things</source>
        <translation><numerusform>%n thing</numerusform><numerusform>%n things</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n other things</source>
        <translation><numerusform>%n other thing</numerusform><numerusform>%n other things</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new things have come so far. You can carry on.</source>
        <translation><numerusform>%n new thing has come so far. You can carry on.</numerusform><numerusform>%n new things have come so far. You can carry on.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n shared with the hub</source>
        <translation><numerusform>%n shared with the hub</numerusform><numerusform>%n shared with the hub</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for Wi-Fi</source>
        <translation><numerusform>%n waiting for Wi-Fi</numerusform><numerusform>%n waiting for Wi-Fi</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n to share</source>
        <translation><numerusform>%n to share</numerusform><numerusform>%n to share</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>It has been %n weeks since this tablet met the hub. Your notes are safe. Find Wi-Fi when you can.</source>
        <translation><numerusform>It has been a week since this tablet met the hub. Your notes are safe. Find Wi-Fi when you can.</numerusform><numerusform>It has been %n weeks since this tablet met the hub. Your notes are safe. Find Wi-Fi when you can.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>All %n notes and other things are safe on this tablet</source>
        <translation><numerusform>Everything is safe on this tablet</numerusform><numerusform>All %n notes and other things are safe on this tablet</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>All %n notes and promises are safe on this tablet</source>
        <translation><numerusform>Your promise is safe on this tablet</numerusform><numerusform>All %n notes and promises are safe on this tablet</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>All %n notes are safe on this tablet</source>
        <translation><numerusform>Your note is safe on this tablet</numerusform><numerusform>All %n notes are safe on this tablet</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>It has been %n weeks since this device met the hub. Your notes are safe. Find Wi-Fi when you can.</source>
        <translation><numerusform>It has been a week since this device met the hub. Your notes are safe. Find Wi-Fi when you can.</numerusform><numerusform>It has been %n weeks since this device met the hub. Your notes are safe. Find Wi-Fi when you can.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>All %n notes and other things are safe on this device</source>
        <translation><numerusform>Everything is safe on this device</numerusform><numerusform>All %n notes and other things are safe on this device</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>All %n notes and promises are safe on this device</source>
        <translation><numerusform>Your promise is safe on this device</numerusform><numerusform>All %n notes and promises are safe on this device</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>All %n notes are safe on this device</source>
        <translation><numerusform>Your note is safe on this device</numerusform><numerusform>All %n notes are safe on this device</numerusform></translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message numerus="yes">
        <source>%n things to decide</source>
        <translation><numerusform>%n thing to decide</numerusform><numerusform>%n things to decide</numerusform></translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message numerus="yes">
        <source>%n breakfasts are still to finish</source>
        <translation><numerusform>%n breakfast is still to finish</numerusform><numerusform>%n breakfasts are still to finish</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n things have two versions</source>
        <translation><numerusform>%n thing has two versions</numerusform><numerusform>%n things have two versions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n notes are not sorted yet</source>
        <translation><numerusform>%n note is not sorted yet</numerusform><numerusform>%n notes are not sorted yet</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n people nominated, not yet contacted</source>
        <translation><numerusform>%n person nominated, not yet contacted</numerusform><numerusform>%n people nominated, not yet contacted</numerusform></translation>
    </message>
</context>
<context>
    <name>ourtable::BreakfastSummary</name>
    <message numerus="yes">
        <source>%n people came</source>
        <translation><numerusform>%n person came</numerusform><numerusform>%n people came</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n for the first time</source>
        <translation><numerusform>%1, %n for the first time</numerusform><numerusform>%1, %n for the first time</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation><numerusform>%n note</numerusform><numerusform>%n notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n notes were taken back</source>
        <translation><numerusform>A note was taken back</numerusform><numerusform>%n notes were taken back</numerusform></translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message numerus="yes">
        <source>%n people came.</source>
        <translation><numerusform>%n person came.</numerusform><numerusform>%n people came.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n came for the first time.</source>
        <translation><numerusform>%n came for the first time.</numerusform><numerusform>%n came for the first time.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more did not fit. They are in Our Table.</source>
        <translation><numerusform>%n more did not fit. It is in Our Table.</numerusform><numerusform>%n more did not fit. They are in Our Table.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more notes did not fit. They are in Our Table.</source>
        <translation><numerusform>%n more note did not fit. It is in Our Table.</numerusform><numerusform>%n more notes did not fit. They are in Our Table.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n notes are not shown. They may not be shared, or nobody has checked them yet.</source>
        <translation><numerusform>%n note is not shown. It may not be shared, or nobody has checked it yet.</numerusform><numerusform>%n notes are not shown. They may not be shared, or nobody has checked them yet.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n earlier lines did not fit. Ask to see them in Our Table.</source>
        <translation><numerusform>%n earlier line did not fit. Ask to see it in Our Table.</numerusform><numerusform>%n earlier lines did not fit. Ask to see them in Our Table.</numerusform></translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message numerus="yes">
        <source>Asked about %n promises.</source>
        <translation><numerusform>Asked about %n promise.</numerusform><numerusform>Asked about %n promises.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>You asked about %n of them today.</source>
        <translation><numerusform>You asked about %n of them today.</numerusform><numerusform>You asked about %n of them today.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n need no asking any more.</source>
        <translation><numerusform>%n needs no asking any more.</numerusform><numerusform>%n need no asking any more.</numerusform></translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message numerus="yes">
        <source>%n people so far. All tablets count together.</source>
        <translation><numerusform>%n person so far. All tablets count together.</numerusform><numerusform>%n people so far. All tablets count together.</numerusform></translation>
    </message>
</context>
<context>
    <name>ourtable::VersionChoice</name>
    <message numerus="yes">
        <source>%n things are different</source>
        <translation><numerusform>%n thing is different</numerusform><numerusform>%n things are different</numerusform></translation>
    </message>
</context>
<context>
    <name>ourtable::BeforeStart</name>
    <message numerus="yes">
        <source>%n people need:</source>
        <translation><numerusform>%n person needs:</numerusform><numerusform>%n people need:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n people)</source>
        <translation><numerusform>%1 (%n person)</numerusform><numerusform>%1 (%n people)</numerusform></translation>
    </message>
</context>
</TS>
