pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// A person has to see something first; the desk finds everything filled in.
ListSpread {
    id: page

    required property Result result
    required property Printing printing

    lead: result.service
    title: qsTr("The information desk will confirm this")
    why: qsTr("Go to the information desk on this floor. Your answers are there already.")
    picture: Theme.compact ? "" : "person"
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
}
