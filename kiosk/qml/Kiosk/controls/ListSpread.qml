pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// What came of the papers: what it means, the papers, and what can be done now.
Spread {
    id: spread

    property alias lead: heading.lead
    property alias title: heading.title
    property alias why: heading.why
    property alias picture: heading.picture
    property alias listed: papers.rows
    property alias passed: papers.passed
    default property alias acts: acts.data

    Heading {
        id: heading
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gap * 3

        Papers {
            id: papers

            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        ColumnLayout {
            id: acts

            Layout.fillWidth: true
            Layout.fillHeight: false
            spacing: Theme.gap * 2
        }
    }
}
