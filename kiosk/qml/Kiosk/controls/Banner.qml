pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// One sentence across the page: something is being waited for, or went wrong.
Rectangle {
    id: banner

    property string text
    property bool stop: false

    visible: text !== ""
    implicitHeight: content.implicitHeight + Theme.gap * 3
    radius: Theme.corner
    color: stop ? Theme.stopPaper : Theme.carefulPaper
    border.width: 2
    border.color: stop ? Theme.stop : Theme.careful
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap * 2
        spacing: Theme.gap * 2

        Picture {
            name: banner.stop ? "cross" : "unsure"
            size: 14 * Theme.mm
            tint: Theme.surface
        }

        Words {
            Layout.fillWidth: true
            text: banner.text
            color: banner.stop ? Theme.stop : Theme.careful
            font.weight: Font.Medium
            Accessible.ignored: true
        }
    }
}
