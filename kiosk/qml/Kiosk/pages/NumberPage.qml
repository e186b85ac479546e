pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Kiosk
import Kiosk.ViewModels

// The number, a third of the screen; where it leads, and the paper to take.
ColumnLayout {
    id: page

    required property Number number
    required property Printing printing

    spacing: Theme.gap * (Theme.tall ? 6 : 1)

    Words {
        Layout.fillWidth: true
        text: qsTr("Your number")
        font.pixelSize: Theme.big
        color: Theme.quiet
        horizontalAlignment: Text.AlignHCenter
    }

    Item {
        id: third

        Layout.fillWidth: true
        Layout.fillHeight: true
        // What is wrong with the printer needs words, and a wide page is low, a small one narrow.
        Layout.minimumHeight: page.Window.height / (!Theme.tall && page.printing.trouble !== "" ? 4 : 3)

        Words {
            objectName: "number"
            anchors.centerIn: parent
            height: font.pixelSize
            text: page.number.number
            // The widest letter is 0.7 as wide as the type is high.
            font.pixelSize: Math.min(third.height, third.width / (0.7 * Math.max(4, text.length)))
            font.weight: Font.Bold
            font.features: ({ "tnum": 1 })
            lineHeight: 1
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.NoWrap
        }
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.gap * 5
        rowSpacing: Theme.gap * 4
        uniformCellWidths: true

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap * 2

            Picture {
                name: "stairs"
                size: (Theme.compact ? 24 : Theme.tall ? 56 : 36) * Theme.mm
            }

            Picture {
                name: "lift"
                size: (Theme.compact ? 24 : Theme.tall ? 56 : 36) * Theme.mm
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap
                spacing: Theme.gap / 2

                Words {
                    objectName: "floor"
                    Layout.fillWidth: true
                    text: page.number.floor
                    font.pixelSize: Theme.title
                    font.weight: Font.Bold
                }

                Words {
                    Layout.fillWidth: true
                    text: page.number.line
                    font.pixelSize: Theme.roomy
                }

                Words {
                    objectName: "ahead"
                    Layout.fillWidth: true
                    text: page.number.ahead
                    font.pixelSize: Theme.roomy
                }
            }
        }

        SlipState {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            printing: page.printing
            instead: qsTr("Write the number down or take a photo of it. It is valid without paper.")
        }
    }
}
