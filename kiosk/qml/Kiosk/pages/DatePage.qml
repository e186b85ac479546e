pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// A date found on the paper: year, month and day, one touch each.
Spread {
    id: page

    required property Ask ask
    required property Dates dates
    required property Visit visit

    Heading {
        lead: page.ask.lead
        title: page.ask.title
        why: page.ask.why
        picture: page.ask.picture
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gap * 2

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            spacing: Theme.gap * 3

            Words {
                objectName: "asks"
                Layout.fillWidth: true
                text: page.dates.asks
                font.pixelSize: Theme.big
                font.weight: Font.Bold
            }

            Words {
                objectName: "written"
                text: page.dates.written
                font.pixelSize: Theme.big
                font.weight: Font.Bold
                color: Theme.primary
                wrapMode: Text.NoWrap
            }
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Math.ceil(cells.count / columns) * (Theme.tall ? 48 : 34) * Theme.mm
            columns: page.dates.part === "day" ? 7 : 3
            uniformCellWidths: true
            uniformCellHeights: true
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            visible: page.dates.part !== ""

            Repeater {
                id: cells

                model: page.dates.cells

                Touch {
                    required property int value
                    required property string label

                    objectName: page.dates.part + "-" + value
                    text: label
                    centred: true
                    size: page.dates.part === "month" ? Theme.body : Theme.big
                    leftPadding: Theme.gap / 2
                    rightPadding: Theme.gap / 2
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onClicked: page.dates.choose(value)
                }
            }
        }

        Touch {
            objectName: "confirm"
            Layout.fillWidth: true
            Layout.preferredHeight: 36 * Theme.mm
            look: Touch.Primary
            centred: true
            size: Theme.big
            text: qsTr("Yes, continue")
            visible: page.dates.part === ""
            onClicked: page.dates.confirm()
        }

        Item {
            Layout.fillHeight: true
            Layout.preferredHeight: 0
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            spacing: Theme.gap * 2
            uniformCellSizes: true

            Touch {
                objectName: "answer-aside:scan"
                Layout.fillWidth: true
                look: Touch.Quiet
                picture: "scan"
                text: qsTr("Scan it")
                visible: page.visit.canScan && page.dates.written === ""
                onClicked: page.visit.choose("aside:scan")
            }

            Touch {
                objectName: "change-date"
                Layout.fillWidth: true
                look: Touch.Quiet
                picture: "renew"
                text: qsTr("Choose again")
                visible: page.dates.written !== ""
                onClicked: page.dates.change()
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
        }
    }
}
