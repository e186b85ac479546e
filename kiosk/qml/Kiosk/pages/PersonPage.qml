pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// Where to find a person, and what to tell them.
Spread {
    id: page

    required property Result result

    Heading {
        title: qsTr("A person will help you")
        why: qsTr("Go to the information desk on this floor.")
        hint: page.result.code === "" ? "" : qsTr("Tell them this code: they will see your answers.")
        picture: "person"
    }

    Code {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        code: page.result.code
    }
}
