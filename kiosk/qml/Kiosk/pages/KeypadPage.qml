pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// An application number or a code, typed on keys of our own.
Spread {
    id: page

    required property Keypad keypad
    required property Visit visit
    readonly property bool code: visit.page === "code"

    ColumnLayout {
        Layout.fillWidth: !Theme.wide
        Layout.preferredWidth: Theme.wide ? Theme.side : -1
        Layout.fillHeight: false
        Layout.alignment: Qt.AlignTop
        spacing: Theme.gap * 3

        Heading {
            title: page.code ? qsTr("Type your code") : qsTr("Type your application number")
            why: page.code ? qsTr("It is on the list that was printed for you.")
                : qsTr("It is on the letter or message about your application.")
        }

        Typed {
            Layout.fillWidth: true
            text: page.keypad.typed
        }
    }

    KeyPad {
        Layout.fillWidth: true
        Layout.fillHeight: true
        signs: page.keypad.keys
        complete: page.keypad.complete
        onPressed: sign => page.keypad.press(sign)
        onErased: page.keypad.erase()
        onConfirmed: page.keypad.confirm()
    }
}
