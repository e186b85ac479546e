pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// What to do first, then each paper that falls short.
ListSpread {
    id: page

    required property Result result
    required property Printing printing

    lead: result.service
    title: qsTr("Some papers are missing")
    why: qsTr("Bring what is listed here, then come back with your code. You need not start again.")
    listed: result.open

    Code {
        Layout.fillWidth: true
        code: page.result.code
    }

    SlipState {
        Layout.fillWidth: true
        printing: page.printing
        instead: qsTr("Write the code down or take a photo of this page.")
    }

    Touch {
        objectName: "print-list"
        Layout.fillWidth: true
        look: Touch.Primary
        picture: "print"
        centred: true
        text: qsTr("Print this list")
        visible: page.printing.state === ""
        onClicked: page.printing.printList()
    }
}
