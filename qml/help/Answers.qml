// What people ask about each page, three for each, with answers that fit on one line or two.
import QtQuick

QtObject {
    id: root

    function about(topic: string): var {
        const known = root._pages[topic]
        return known ? known : root._pages.other
    }

    readonly property var _pages: ({
        signin: [
            { question: qsTr("Which PIN is it?"), answer: qsTr("The one you chose when you joined. It has 6 to 12 digits.") },
            { question: qsTr("My name is not here"), answer: qsTr("Tap “Someone else”. Your coordinator gives you a code to type.") },
            { question: qsTr("I forgot my PIN"), answer: qsTr("Tap “I forgot”. A coordinator can let you in again. Your notes are safe.") }
        ],
        join: [
            { question: qsTr("Where do I get a code?"), answer: qsTr("From your coordinator. It works once, and for one hour.") },
            { question: qsTr("It says the code is wrong"), answer: qsTr("Look at it again. It has 26 letters and digits. Ask for a new one if it is old.") },
            { question: qsTr("What are the two words for?"), answer: qsTr("They show that nobody came in between. They have to be the same on both screens.") }
        ],
        today: [
            { question: qsTr("How do I start a breakfast?"), answer: qsTr("Tap “Start a breakfast” here. You need no Wi-Fi for it.") },
            { question: qsTr("Where do my words go?"), answer: qsTr("They are saved on this device at once. They are shared when there is Wi-Fi.") },
            { question: qsTr("Can others read my screen?"), answer: qsTr("Tap “Hide” and it shows only the time. Tap again to come back.") }
        ],
        breakfasts: [
            { question: qsTr("How do I find an old breakfast?"), answer: qsTr("They are in order of their days, the newest first. You can search too.") },
            { question: qsTr("Can I start one that nobody planned?"), answer: qsTr("Yes. Tap “Start a breakfast” and say where you are.") },
            { question: qsTr("Can two people write at once?"), answer: qsTr("Yes. Each writes on their own device. It comes together when you share.") }
        ],
        start: [
            { question: qsTr("The place is not in the list"), answer: qsTr("Type its name. It is kept for next time.") },
            { question: qsTr("Do I need Wi-Fi?"), answer: qsTr("No. You can write all morning and share later.") },
            { question: qsTr("I chose the wrong place"), answer: qsTr("Go back and choose again. Nothing is lost.") }
        ],
        capture: [
            { question: qsTr("How do I save a note?"), answer: qsTr("Write what was said. Choose what kind it is. Then tap “Save note”.") },
            { question: qsTr("Do I write down names?"), answer: qsTr("No. We write down what was said, not who said it.") },
            { question: qsTr("I saved something wrong"), answer: qsTr("Tap “Undo”, or open the note and change it.") }
        ],
        sort: [
            { question: qsTr("Why do we sort notes?"), answer: qsTr("So that notes about one thing can be found together.") },
            { question: qsTr("We can’t agree on one"), answer: qsTr("Tap “Leave for later”. It comes again next time.") },
            { question: qsTr("Who is the second person?"), answer: qsTr("Anybody but the one who wrote the note. They read it with fresh eyes.") }
        ],
        note: [
            { question: qsTr("Someone wants it taken out"), answer: qsTr("Tap “Take it out”. It goes from every device, and it can’t be got back.") },
            { question: qsTr("Can I change the words?"), answer: qsTr("Yes, for ten minutes, or until the breakfast ends.") },
            { question: qsTr("What is a promise?"), answer: qsTr("Something that a person says they will do, and by when.") }
        ],
        promises: [
            { question: qsTr("Whose promises are these?"), answer: qsTr("All that were made at our breakfasts. Yours come first.") },
            { question: qsTr("We can’t keep this one"), answer: qsTr("Say so, and say why. That is fair, and people want to know.") },
            { question: qsTr("Who sees what I write?"), answer: qsTr("Everybody in the programme. So leave out what is private.") }
        ],
        sharing: [
            { question: qsTr("What do the ticks mean?"), answer: qsTr("One tick: it is saved here. Two ticks: the hub has it too.") },
            { question: qsTr("There is no Wi-Fi"), answer: qsTr("Carry on. It is shared by itself next time there is Wi-Fi.") },
            { question: qsTr("Who can read what I share?"), answer: qsTr("Only people in the programme. The hub itself can’t read it.") }
        ],
        versions: [
            { question: qsTr("Why are there two?"), answer: qsTr("Two people changed the same thing while they were apart. Both are kept.") },
            { question: qsTr("Which one is right?"), answer: qsTr("You choose. If you don’t know, ask whoever wrote it.") },
            { question: qsTr("What if I choose wrong?"), answer: qsTr("The other one stays in the history. You can go back to it.") }
        ],
        comfort: [
            { question: qsTr("Who else sees this change?"), answer: qsTr("Nobody. It is only for you. Before you sign in, it is for this device.") },
            { question: qsTr("Can I try it out?"), answer: qsTr("Yes. It changes at once, and you can change it back.") },
            { question: qsTr("What are steadier taps?"), answer: qsTr("A second tap right after the first is left out. It helps when hands shake.") }
        ],
        people: [
            { question: qsTr("How do I let somebody in?"), answer: qsTr("Choose what they do. Then show them the address and the code.") },
            { question: qsTr("What if the words differ?"), answer: qsTr("Stop. Don’t let them in. Make a new code and try again.") },
            { question: qsTr("How long does a code work?"), answer: qsTr("One hour, and for one person.") }
        ],
        other: [
            { question: qsTr("Where do my words go?"), answer: qsTr("They are saved on this device at once. They are shared when there is Wi-Fi.") },
            { question: qsTr("How do I get back?"), answer: qsTr("Tap the arrow at the top, or “Today” where there is no arrow. What you typed is kept.") },
            { question: qsTr("Can others read my screen?"), answer: qsTr("Tap “Hide” and it shows only the time. Tap again to come back.") }
        ]
    })
}
