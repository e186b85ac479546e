pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// A paper under the reader: how to hold it, how it fares, and always a way on without it.
Spread {
    id: page

    required property Scanning scanning
    required property Visit visit

    Heading {
        lead: page.scanning.paper
        title: qsTr("Show it to the reader")
        why: page.scanning.how
        hint: page.scanning.watching ? qsTr("The camera is on. No picture is kept.") : ""
        picture: page.scanning.picture
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gap * 2

        ScanState {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Math.max(implicitHeight, 60 * Theme.mm)
            scanning: page.scanning
        }

        Item {
            Layout.fillHeight: true
            Layout.preferredHeight: 0
        }

        Touch {
            objectName: "scan-again"
            Layout.fillWidth: true
            look: Touch.Primary
            picture: "scan"
            centred: true
            size: Theme.roomy
            text: qsTr("Try again")
            visible: page.scanning.state !== "looking"
            onClicked: page.scanning.again()
        }

        GridLayout {
            id: ways

            Layout.fillWidth: true
            Layout.fillHeight: false
            columns: Theme.large ? 1 : 2
            uniformCellWidths: true
            columnSpacing: Theme.gap * 2
            rowSpacing: Theme.gap * 2

            Touch {
                objectName: "scan-instead"
                Layout.fillWidth: true
                Layout.columnSpan: ways.columns
                picture: "check"
                tint: Theme.goodPaper
                text: qsTr("Go on without a scan")
                onClicked: page.scanning.instead()
            }

            Touch {
                objectName: "answer-unsure"
                Layout.fillWidth: true
                look: Touch.Quiet
                picture: "unsure"
                tint: Theme.carefulPaper
                text: qsTr("I am not sure")
                onClicked: page.visit.choose("unsure")
            }

            Touch {
                objectName: "scan-cancel"
                Layout.fillWidth: true
                look: Touch.Quiet
                picture: "cross"
                tint: Theme.stopPaper
                text: qsTr("Cancel")
                onClicked: page.visit.back()
            }
        }
    }
}
