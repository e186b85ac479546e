pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// A quick service: where to go, without a number.
ColumnLayout {
    id: page

    required property Result result

    spacing: Theme.gap * 4

    Heading {
        Layout.fillWidth: true
        lead: page.result.service
        title: qsTr("You need no number for this")
        picture: "check"
    }

    Words {
        objectName: "guidance"
        Layout.fillWidth: true
        text: page.result.guidance
        font.pixelSize: Theme.large
    }

    Item {
        Layout.fillHeight: true
    }
}
