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

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.tall ? Theme.target * 1.5 : Theme.target
            radius: Theme.corner
            color: Theme.surface
            border.width: 4
            border.color: Theme.primary

            Words {
                objectName: "typed"
                anchors.fill: parent
                anchors.margins: Theme.gap
                text: page.keypad.typed
                font.pixelSize: Theme.title
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                wrapMode: Text.NoWrap
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
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

                model: page.keypad.keys

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
                    onClicked: page.keypad.press(sign)
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
                onClicked: page.keypad.erase()
            }

            Touch {
                objectName: "confirm"
                Layout.fillWidth: true
                look: page.keypad.complete ? Touch.Primary : Touch.Quiet
                centred: true
                text: qsTr("Continue")
                enabled: page.keypad.complete
                onClicked: page.keypad.confirm()
            }
        }
    }
}
