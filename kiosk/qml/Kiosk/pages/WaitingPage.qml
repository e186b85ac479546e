pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// Before the office's catalogue is known.
ColumnLayout {
    spacing: Theme.gap * 4

    Item {
        Layout.fillHeight: true
    }

    Picture {
        Layout.alignment: Qt.AlignHCenter
        name: "status"
        size: 50 * Theme.mm
    }

    Words {
        objectName: "title"
        Layout.fillWidth: true
        text: qsTr("One moment, please")
        font.pixelSize: Theme.title
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
    }

    Words {
        Layout.fillWidth: true
        text: qsTr("This kiosk is connecting. The information desk can help you now.")
        horizontalAlignment: Text.AlignHCenter
    }

    Item {
        Layout.fillHeight: true
    }
}
