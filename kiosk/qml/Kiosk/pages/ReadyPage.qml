pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// Before the number: what was found in order, who should be helped sooner, and whether the paper may not come out.
ListSpread {
    id: page

    required property Ask ask
    required property Result result
    required property Visit visit
    required property Printing printing

    lead: result.service
    title: ask.title
    why: ask.why
    listed: result.passed
    passed: true

    Banner {
        objectName: "printer-caution"
        Layout.fillWidth: true
        text: page.printing.caution === "" ? "" : page.printing.caution + "\n"
            + qsTr("Your paper may not come out. Write your number down or take a photo of it.")
    }

    Banner {
        objectName: "no-printer"
        Layout.fillWidth: true
        calm: true
        text: page.printing.state !== "none" ? "" : page.printing.title + "\n"
            + qsTr("Your number is shown on the screen.")
    }

    Answers {
        Layout.fillWidth: true
        Layout.preferredHeight: implicitHeight
        likely: page.ask.answers
        others: page.ask.others
        primary: true
        onChosen: value => page.visit.choose(value)
    }

    Touch {
        objectName: "to-the-desk"
        Layout.fillWidth: true
        look: Touch.Quiet
        picture: "person"
        centred: true
        text: qsTr("Send me to the information desk")
        visible: page.printing.caution !== ""
        onClicked: page.visit.choose("help:machine")
    }
}
