pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// What a page asks or tells: a quiet lead, the title, why, and how to tell; the picture beside it, or above on a wide page.
GridLayout {
    id: heading

    property string lead
    property string title
    property string why
    property string hint
    property string picture

    Layout.fillHeight: false // else a layout within a layout takes all it can
    Layout.fillWidth: !Theme.wide
    Layout.preferredWidth: Theme.wide ? Theme.side : -1
    Layout.alignment: Qt.AlignTop
    columns: Theme.wide ? 1 : 2
    columnSpacing: Theme.gap * 3
    rowSpacing: Theme.gap * (Theme.compact ? 1 : 3)

    Picture {
        Layout.alignment: Qt.AlignTop
        name: heading.picture
        // A small page needs the room for words.
        size: (Theme.compact ? 20 : Theme.tall ? 76 : 28) * Theme.mm
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            text: heading.lead
            font.pixelSize: Theme.roomy
            color: Theme.quiet
            visible: text !== ""
        }

        Words {
            objectName: "title"
            Layout.fillWidth: true
            text: heading.title
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }

        Words {
            Layout.fillWidth: true
            text: heading.why
            font.pixelSize: Theme.roomy
            visible: text !== ""
        }

        Words {
            Layout.fillWidth: true
            text: heading.hint
            font.pixelSize: Theme.roomy
            color: Theme.quiet
            visible: text !== ""
        }
    }
}
