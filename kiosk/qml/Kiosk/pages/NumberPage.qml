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

    // Without paper the number goes along on the phone.
    readonly property bool unprinted: printing.state === "none" || printing.trouble !== ""

    spacing: Theme.gap * (Theme.tall ? 6 : 1)

    component OwnPage: Qr {
        objectName: "own-page"
        source: visible ? page.number.page : ""
        text: qsTr("Scan this with your phone. It shows your number and your turn.")
    }

    Words {
        Layout.fillWidth: true
        text: qsTr("Your number")
        font.pixelSize: Theme.big
        color: Theme.quiet
        horizontalAlignment: Text.AlignHCenter
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gap * 3

        Item {
            id: third

            Layout.fillWidth: true
            Layout.fillHeight: true
            // What is told instead of paper needs words, as do large letters; a wide page is low, a small one narrow.
            Layout.minimumHeight: page.Window.height / (!Theme.tall && (page.unprinted || Theme.large) ? 4 : 3)

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

        OwnPage {
            Layout.fillWidth: false
            Layout.preferredWidth: page.width * 0.42
            visible: Theme.wide && page.unprinted
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

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.alignment: Qt.AlignVCenter
            spacing: Theme.gap * 2

            SlipState {
                Layout.fillWidth: true
                printing: page.printing
                instead: qsTr("Write the number down or take a photo of it. It is valid without paper.")
            }

            OwnPage {
                Layout.fillWidth: true
                visible: !Theme.wide && page.unprinted
            }
        }
    }
}
