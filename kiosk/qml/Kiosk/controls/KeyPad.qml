pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// Keys of our own, what takes the last sign away, and what goes on.
ColumnLayout {
    id: pad

    required property var signs
    required property bool complete

    signal pressed(sign: string)
    signal erased
    signal confirmed

    spacing: Theme.gap * 2

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumHeight: Math.ceil(keys.count / columns) * (Theme.tall ? 44 : 30) * Theme.mm
        // Keys lie as on the paper, left to right, in every language.
        LayoutMirroring.enabled: false
        columns: keys.count > 20 ? 8 : 5
        uniformCellWidths: true
        uniformCellHeights: true
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            id: keys

            model: pad.signs

            Touch {
                required property string sign

                objectName: "key-" + sign
                text: sign
                centred: true
                size: Theme.big
                topPadding: 0
                bottomPadding: 0
                implicitWidth: Theme.key
                implicitHeight: Math.max(Theme.key, size * 1.6)
                Layout.minimumWidth: Theme.key
                Layout.minimumHeight: Theme.key
                leftPadding: Theme.gap / 2
                rightPadding: Theme.gap / 2
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: pad.pressed(sign)
            }
        }
    }

    Item {
        Layout.fillHeight: true
        Layout.preferredHeight: 0
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        spacing: Theme.gap * 2
        uniformCellSizes: true

        Touch {
            objectName: "erase"
            Layout.fillWidth: true
            look: Touch.Quiet
            picture: "back"
            directed: true
            text: qsTr("Erase")
            onClicked: pad.erased()
        }

        Touch {
            objectName: "confirm"
            Layout.fillWidth: true
            look: pad.complete ? Touch.Primary : Touch.Quiet
            centred: true
            text: qsTr("Continue")
            enabled: pad.complete
            onClicked: pad.confirmed()
        }
    }
}
