pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// The number, a third of the page; where it leads, and the paper to take.
ColumnLayout {
    id: page

    required property Number number
    required property Printing printing

    spacing: Theme.gap * (Theme.compact ? 1 : 4)

    Words {
        Layout.fillWidth: true
        text: qsTr("Your number")
        font.pixelSize: Theme.large
        color: Theme.quietInk
        horizontalAlignment: Text.AlignHCenter
    }

    Words {
        objectName: "number"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredHeight: page.height
        Layout.maximumHeight: page.Window.height / 3
        text: page.number.number
        font.pixelSize: page.Window.height / 3
        font.weight: Font.Bold
        font.features: ({ "tnum": 1 })
        fontSizeMode: Text.Fit
        lineHeight: 0.8
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        spacing: Theme.gap * 3

        Picture {
            name: "stairs"
            size: (Theme.compact ? 24 : Theme.tall ? 56 : 40) * Theme.mm
        }

        Picture {
            name: "lift"
            size: (Theme.compact ? 24 : Theme.tall ? 56 : 40) * Theme.mm
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

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
                font.pixelSize: Theme.large
            }

            Words {
                objectName: "ahead"
                Layout.fillWidth: true
                font.pixelSize: Theme.roomy
                text: page.number.ahead
            }
        }
    }

    SlipState {
        Layout.fillWidth: true
        printing: page.printing
        instead: qsTr("Write the number down or take a photo of it. It is valid without paper.")
    }
}
