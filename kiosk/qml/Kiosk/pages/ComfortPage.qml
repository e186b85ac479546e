pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// How this visitor wants the kiosk, each with one touch.
Spread {
    id: page

    required property Comfort comfort
    required property Speech speech

    Heading {
        title: qsTr("Make it easier for me")
        why: qsTr("This ends with your visit.")
        picture: "comfort"
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gap * 2

        Item {
            Layout.fillHeight: true
            Layout.preferredHeight: 0
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: implicitHeight
            Layout.maximumHeight: Math.max(implicitHeight, Math.ceil((modes.count + (page.speech.on ? 3 : 0)) / columns) * (Theme.tall ? 80 : 40) * Theme.mm)
            columns: Theme.large ? 1 : 2
            uniformCellWidths: true
            columnSpacing: Theme.gap * 2
            rowSpacing: Theme.gap * 2

            Repeater {
                id: modes

                model: page.comfort.modes

                Touch {
                    required property string mode
                    required property string label
                    required property bool on
                    required picture

                    objectName: "mode-" + mode
                    text: label
                    checked: on
                    centred: stacked
                    stacked: Theme.tall && !Theme.large
                    size: Theme.roomy
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onClicked: page.comfort.turn(mode)
                }
            }

            component VoiceTouch: Touch {
                centred: stacked
                stacked: Theme.tall && !Theme.large
                size: Theme.roomy
                visible: page.speech.on
                Layout.fillWidth: true
                Layout.fillHeight: true
            }

            VoiceTouch {
                objectName: "louder"
                text: qsTr("Louder")
                picture: "louder"
                onClicked: page.speech.louder()
            }

            VoiceTouch {
                objectName: "quieter"
                text: qsTr("Quieter")
                picture: "quieter"
                onClicked: page.speech.quieter()
            }

            VoiceTouch {
                objectName: "stop-speaking"
                text: qsTr("Stop speaking")
                picture: "silent"
                onClicked: page.speech.stop()
            }
        }
    }
}
