pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// Where to find a person, and what to show them: a number once it is known, else the code of the check.
Spread {
    id: page

    required property Result result
    required property Help help

    Heading {
        title: qsTr("A person will help you")
        why: qsTr("Go to the information desk on this floor.")
        hint: page.help.number !== "" ? qsTr("Show this number there.") : page.result.code !== ""
            ? qsTr("Tell them this code: they will see your answers.") : ""
        picture: "person"
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        spacing: Theme.gap * 3

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: shown.implicitHeight + Theme.gap * 4
            radius: Theme.corner
            color: Theme.surface
            border.width: 2
            border.color: Theme.hairline
            visible: page.help.number !== ""

            Words {
                id: shown

                objectName: "help-number"
                anchors.centerIn: parent
                text: page.help.number
                font.pixelSize: Theme.title * (Theme.compact ? 2 : 4)
                font.weight: Font.Bold
                font.features: ({ "tnum": 1 })
                wrapMode: Text.NoWrap
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap * 2
            visible: page.help.printed

            Picture {
                name: "print"
                size: 20 * Theme.mm
            }

            Words {
                objectName: "help-slip"
                Layout.fillWidth: true
                text: qsTr("Take your paper")
                font.pixelSize: Theme.roomy
            }
        }

        Code {
            Layout.fillWidth: true
            code: page.help.number === "" ? page.result.code : ""
        }
    }
}
