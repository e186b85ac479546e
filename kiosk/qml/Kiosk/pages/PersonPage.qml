pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// Where to find a person, and what to tell them.
ColumnLayout {
    id: page

    required property Result result

    spacing: Theme.gap * 4

    Heading {
        Layout.fillWidth: true
        title: qsTr("A person will help you")
        why: qsTr("Go to the information desk on this floor.")
        hint: page.result.code === "" ? "" : qsTr("Tell them this code: they will see your answers.")
        picture: "person"
    }

    Code {
        Layout.fillWidth: true
        code: page.result.code
    }

    Item {
        Layout.fillHeight: true
    }
}
