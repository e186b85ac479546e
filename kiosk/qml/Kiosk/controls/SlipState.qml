pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// How the slip fares: on its way, there to take, or what is wrong and what to do instead.
ColumnLayout {
    id: slip

    Layout.fillHeight: false // else a layout within a layout takes all it can
    required property Printing printing
    required property string instead

    readonly property bool none: printing.state === "none"

    spacing: Theme.gap * 2
    visible: printing.state !== ""

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap * 2
        visible: slip.printing.trouble === "" && !slip.none

        Picture {
            name: "paper"
        }

        Words {
            objectName: "slip"
            Layout.fillWidth: true
            text: slip.printing.title
            font.weight: Font.Bold
        }
    }

    Banner {
        objectName: "printer-trouble"
        Layout.fillWidth: true
        calm: slip.none
        text: slip.printing.trouble === "" && !slip.none
            ? "" : [slip.printing.title, slip.printing.trouble].join(" ").trim() + "\n" + slip.instead
    }

    Words {
        objectName: "desk-prints"
        Layout.fillWidth: true
        text: qsTr("The information desk can print it again.")
        visible: slip.printing.trouble !== "" && !slip.printing.canRepeat
    }

    Touch {
        objectName: "print-again"
        Layout.fillWidth: true
        look: Touch.Quiet
        picture: "print"
        centred: true
        text: qsTr("Print again")
        visible: slip.printing.trouble !== "" && slip.printing.canRepeat
        onClicked: slip.printing.again()
    }
}
