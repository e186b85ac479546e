pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// Back, a person, a new start; to hear it, to see it better, another language: always in the same place.
GridLayout {
    id: footer

    Layout.fillHeight: false // else a layout within a layout takes all it can
    required property Visit visit
    required property Office office
    required property Comfort comfort
    required property Speech speech

    objectName: "footer"
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Help and tools")
    // One row where it is long enough for words in any language.
    readonly property bool long: Theme.wide && !Theme.compact

    columns: long ? 2 : 1
    columnSpacing: Theme.gap * 2
    rowSpacing: Theme.gap * (Theme.compact ? 1 : 2)

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gap * 2
        uniformCellSizes: true

        Foot {
            objectName: "back"
            text: qsTr("Back")
            drawn: "back"
            directed: true
            shown: footer.visit.canGoBack
            onClicked: footer.visit.back()
        }

        Foot {
            objectName: "person"
            text: footer.office.askText
            drawn: "person"
            shown: !["help", "person"].includes(footer.visit.page)
            onClicked: footer.visit.choose("aside:help")
        }

        Foot {
            objectName: "start-over"
            text: footer.visit.page === "number" ? qsTr("Done") : qsTr("Start over")
            drawn: footer.visit.page === "number" ? "check" : "home"
            shown: footer.visit.underWay
            onClicked: footer.visit.startOver()
        }
    }

    RowLayout {
        Layout.fillWidth: !footer.long
        Layout.fillHeight: true
        spacing: Theme.gap * (footer.long ? 1 : 2)
        uniformCellSizes: !footer.long

        Tool {
            objectName: "listen"
            text: footer.speech.on ? qsTr("Say it again") : qsTr("Listen")
            drawn: "listen"
            checked: footer.speech.on
            onClicked: footer.speech.listen()
        }

        Tool {
            objectName: "larger"
            text: qsTr("Larger")
            drawn: "larger"
            checked: footer.comfort.large
            onClicked: footer.comfort.turn("large")
        }

        Tool {
            objectName: "contrast"
            text: qsTr("Contrast")
            drawn: "contrast"
            checked: footer.comfort.strong
            onClicked: footer.comfort.turn("strong")
        }

        Tool {
            objectName: "comfort"
            text: qsTr("Easier")
            drawn: "comfort"
            shown: footer.visit.page !== "comfort"
            onClicked: footer.visit.choose("aside:comfort")
        }

        Tool {
            objectName: "other-language"
            text: footer.office.otherLanguage
            drawn: "language"
            shown: footer.visit.underWay && text !== ""
            onClicked: footer.visit.changeLanguage()
        }
    }

    // What is not offered keeps its place, so that the others never move.
    component Foot: Touch {
        property bool shown: true
        // Large words need the room of their picture on a small panel.
        property string drawn

        picture: Theme.compact && Theme.large && worded ? "" : drawn

        look: Touch.Quiet
        size: Theme.small
        centred: true
        ticked: false
        leftPadding: Theme.gap
        rightPadding: Theme.gap
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.fillHeight: true
        opacity: shown ? 1 : 0
        enabled: shown
        Accessible.ignored: !shown
    }

    // A picture, with its word under it where there is room; the word is its name in any case.
    component Tool: Foot {
        stacked: true
        worded: Theme.tall && !Theme.large
        Layout.fillWidth: !footer.long
        Layout.preferredWidth: footer.long ? Theme.target : 1
    }
}
