pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// One sentence across the page: something is being waited for, or went wrong; `calm` when nothing need be done.
Rectangle {
    id: banner

    property string text
    property bool stop: false
    property bool calm: false
    readonly property color ink: stop ? Theme.stop : calm ? Theme.ink : Theme.careful

    visible: text !== ""
    implicitHeight: content.implicitHeight + Theme.gap * 3
    radius: Theme.corner
    color: stop ? Theme.stopPaper : calm ? Theme.calmPaper : Theme.carefulPaper
    border.width: 2
    border.color: ink
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
            name: banner.stop ? "cross" : banner.calm ? "check" : "unsure"
            size: 14 * Theme.mm
            tint: Theme.surface
        }

        Words {
            Layout.fillWidth: true
            text: banner.text
            color: banner.ink
            font.weight: Font.Medium
            Accessible.ignored: true
        }
    }
}
