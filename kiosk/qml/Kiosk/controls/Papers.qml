pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// A list of papers. It moves by itself while the page around it can stand still.
Scroll {
    id: papers

    required property var rows
    property bool passed: false

    implicitHeight: Theme.large ? contentHeight : Math.min(contentHeight, (Theme.compact ? 50 : 80) * Theme.mm)
    spacing: Theme.gap * (papers.passed ? 1 : 2.5)
    Accessible.role: Accessible.List

    Repeater {
        model: papers.rows

        Paper {
            passed: papers.passed
            Layout.fillWidth: true
        }
    }

    Item {
        Layout.fillHeight: true
    }
}
