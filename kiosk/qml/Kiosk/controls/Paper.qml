pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// One paper on a list: its picture, why it falls short, and what to do.
RowLayout {
    id: paper

    required property string name
    required property string picture
    required property string reason
    required property string remedy
    property bool passed: false

    spacing: Theme.gap * 2

    Picture {
        Layout.alignment: Qt.AlignTop
        name: paper.passed ? "check" : paper.picture
        tint: paper.passed ? Theme.goodPaper : Theme.picturePaper
        size: (paper.passed ? 14 : Theme.tall ? 40 : 22) * Theme.mm
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter
        spacing: Theme.gap / 2

        Words {
            Layout.fillWidth: true
            text: paper.name
            font.pixelSize: Theme.roomy
            font.weight: Font.Bold
        }

        Words {
            Layout.fillWidth: true
            text: paper.remedy
            font.pixelSize: Theme.roomy
            visible: text !== "" && !paper.passed
        }

        Words {
            Layout.fillWidth: true
            text: paper.reason
            color: Theme.quiet
            visible: text !== "" && !paper.passed
        }
    }
}
