pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// How the kiosk stands, and what its supervisor can do here.
Scroll {
    id: page

    required property Service service
    required property Upkeep upkeep

    spacing: Theme.gap * 2

    Heading {
        Layout.fillWidth: true
        Layout.preferredWidth: -1
        title: page.service.title
        why: page.service.why
    }

    Banner {
        objectName: "upkeep-notice"
        Layout.fillWidth: true
        calm: true
        text: page.upkeep.notice
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        columns: Theme.landscape ? 3 : 2
        uniformCellWidths: true
        columnSpacing: Theme.gap * 2
        rowSpacing: Theme.gap * 2

        Repeater {
            model: page.upkeep.acts

            Touch {
                required property string act
                required property string label
                required picture

                objectName: "act-" + act
                text: label
                look: act === "back" ? Touch.Primary : Touch.Plain
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: page.upkeep.act(act)
            }
        }
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        columns: Theme.landscape ? 2 : 1
        uniformCellWidths: true
        columnSpacing: Theme.gap * 3
        rowSpacing: Theme.gap

        Repeater {
            model: page.upkeep.lines

            RowLayout {
                id: line

                required property string name
                required property string label
                required property string told
                required property string mark

                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gap

                // A sign of its own for each, so that nothing hangs on the colour.
                Picture {
                    Layout.alignment: Qt.AlignTop
                    name: line.mark === "good" ? "check" : line.mark === "stop" ? "cross" : line.mark === "careful" ? "unsure" : "status"
                    size: 12 * Theme.mm
                    tint: line.mark === "good" ? Theme.goodPaper : line.mark === "stop" ? Theme.stopPaper : line.mark === "careful" ? Theme.carefulPaper : Theme.picturePaper
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        text: line.label
                        color: Theme.quiet
                        font.pixelSize: Theme.small
                    }

                    Words {
                        objectName: "line-" + line.name
                        Layout.fillWidth: true
                        text: line.told
                    }
                }
            }
        }
    }

    Item {
        Layout.fillHeight: true
    }
}
