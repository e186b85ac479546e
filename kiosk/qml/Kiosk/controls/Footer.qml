pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// Back, a person, a new start, another language: always in the same place.
RowLayout {
    id: footer

    Layout.fillHeight: false // else a layout within a layout takes all it can
    required property Visit visit

    spacing: Theme.gap * 2
    uniformCellSizes: true

    Foot {
        objectName: "back"
        text: qsTr("Back")
        picture: "back"
        directed: true
        shown: footer.visit.canGoBack
        onClicked: footer.visit.back()
    }

    Foot {
        objectName: "person"
        text: footer.visit.askText
        picture: "person"
        shown: footer.visit.page !== "person"
        onClicked: footer.visit.askPerson()
    }

    Foot {
        objectName: "start-over"
        text: footer.visit.page === "number" ? qsTr("Done") : qsTr("Start over")
        picture: footer.visit.page === "number" ? "check" : "home"
        shown: footer.visit.underWay
        onClicked: footer.visit.startOver()
    }

    Foot {
        objectName: "other-language"
        text: footer.visit.otherLanguage
        picture: "language"
        shown: footer.visit.underWay && text !== ""
        onClicked: footer.visit.changeLanguage()
    }

    // What is not offered keeps its place, so that the others never move.
    component Foot: Touch {
        property bool shown: true

        look: Touch.Quiet
        size: Theme.small
        centred: true
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.fillHeight: true
        opacity: shown ? 1 : 0
        enabled: shown
        Accessible.ignored: !shown
    }
}
