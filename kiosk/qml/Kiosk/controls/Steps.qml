pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// Where am I: four steps, with their words under the dots.
RowLayout {
    id: steps

    Layout.fillHeight: false // else a layout within a layout takes all it can
    required property int stage

    spacing: Theme.gap
    uniformCellSizes: true
    visible: stage >= 0
    objectName: "steps"
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("Where you are")

    component Dot: ColumnLayout {
        id: dot

        required property int at
        required property string label
        readonly property bool reached: at <= steps.stage

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: Theme.gap / 2

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 2.5 * Theme.mm
            radius: height / 2
            color: dot.reached ? Theme.primary : Theme.page
            border.width: 2
            border.color: dot.reached ? Theme.primary : Theme.hairline
        }

        Words {
            Layout.fillWidth: true
            text: dot.label
            color: dot.reached ? Theme.ink : Theme.quiet
            font.pixelSize: Theme.small
            font.weight: dot.at === steps.stage ? Font.Bold : Font.Normal
        }
    }

    Dot {
        at: 0
        label: qsTr("You")
    }

    Dot {
        at: 1
        label: qsTr("Service")
    }

    Dot {
        at: 2
        label: qsTr("Papers")
    }

    Dot {
        at: 3
        label: qsTr("Number")
    }
}
