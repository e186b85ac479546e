pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// Answers side by side, the less likely ones beneath. They fill the room there is, and can be moved when it is short.
Scroll {
    id: answers

    required property var likely
    required property var others
    property bool primary: false
    property int columns: likely.count === 2 || likely.count > 3 ? 2 : 1

    property real tallest: (columns > 1 && Theme.tall && !Theme.large ? 120 : 60) * Theme.mm

    signal chosen(string value)

    implicitHeight: Theme.large ? contentHeight : Math.min(contentHeight, (Theme.compact ? 75 : 100) * Theme.mm)
    spacing: Theme.gap * 2

    component Answer: Touch {
        required property string value
        required property string label
        required property bool chosen
        required picture

        objectName: "answer-" + value
        text: label
        checked: chosen
        tint: picture === "check" ? Theme.goodPaper : picture === "cross" ? Theme.stopPaper
            : picture === "unsure" ? Theme.carefulPaper : Theme.picturePaper
        Layout.fillWidth: true
        onClicked: answers.chosen(value)
    }

    // Answers lie low, where every hand reaches.
    Item {
        Layout.fillHeight: true
        Layout.preferredHeight: 0
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumHeight: Math.max(implicitHeight, Math.ceil(likely.count / columns) * answers.tallest)
        columns: answers.columns
        uniformCellWidths: true
        columnSpacing: Theme.gap * 2
        rowSpacing: Theme.gap * 2

        Repeater {
            id: likely

            model: answers.likely

            Answer {
                look: answers.primary ? Touch.Primary : Touch.Plain
                centred: picture === "" || answers.primary || stacked
                stacked: Theme.tall && answers.columns > 1 && picture !== "" && !answers.primary
                size: Theme.roomy
                Layout.fillHeight: true
            }
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: others.count > 1 ? 2 : 1
        uniformCellWidths: true
        columnSpacing: Theme.gap * 2
        rowSpacing: Theme.gap * 2
        visible: others.count > 0

        Repeater {
            id: others

            model: answers.others

            Answer {
                look: Touch.Quiet
            }
        }
    }
}
