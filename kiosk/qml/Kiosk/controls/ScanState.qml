pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// How the paper fares under the reader, by sign, colour and words.
Rectangle {
    id: card

    required property Scanning scanning
    readonly property bool read: scanning.state === "read"
    readonly property bool looking: scanning.state === "looking"

    implicitHeight: content.implicitHeight + Theme.gap * 4
    radius: Theme.corner
    color: read ? Theme.goodPaper : looking ? Theme.surface : Theme.carefulPaper
    border.width: 4
    border.color: read ? Theme.good : looking ? Theme.primary : Theme.careful
    Accessible.role: Accessible.AlertMessage
    Accessible.name: scanning.told

    RowLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap * 2
        spacing: Theme.gap * 2

        Picture {
            name: card.read ? "check" : card.looking ? "scan" : "unsure"
            size: 16 * Theme.mm
            tint: card.looking ? Theme.picturePaper : Theme.surface
        }

        Words {
            objectName: "scan-state"
            Layout.fillWidth: true
            text: card.scanning.told
            font.pixelSize: Theme.roomy
            font.weight: Font.Bold
            color: card.read ? Theme.good : card.looking ? Theme.ink : Theme.careful
            Accessible.ignored: true
        }
    }
}
