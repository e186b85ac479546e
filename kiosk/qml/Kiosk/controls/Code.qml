pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// The code that brings a visitor back to the check.
Rectangle {
    id: card

    required property string code

    implicitHeight: content.implicitHeight + Theme.gap * 4
    radius: Theme.corner
    color: Theme.surface
    border.width: 2
    border.color: Theme.hairline
    visible: card.code !== ""

    RowLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap * 2
        spacing: Theme.gap * 2

        Words {
            Layout.fillWidth: true
            text: qsTr("Your code")
            color: Theme.quiet
        }

        Words {
            objectName: "code"
            text: card.code
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
        }
    }
}
