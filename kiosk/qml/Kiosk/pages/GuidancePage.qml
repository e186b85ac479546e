pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// A quick service: where to go, without a number.
Spread {
    id: page

    required property Ask ask
    required property Result result
    required property Visit visit

    Heading {
        lead: page.result.service
        title: qsTr("You need no number for this")
        picture: "check"
    }

    Words {
        objectName: "guidance"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.alignment: Qt.AlignTop
        text: page.result.guidance
        font.pixelSize: Theme.big
    }

    Words {
        Layout.fillWidth: true
        text: page.ask.title
        font.weight: Font.Bold
    }

    Answers {
        Layout.fillWidth: true
        Layout.preferredHeight: implicitHeight
        likely: page.ask.answers
        others: page.ask.others
        onChosen: value => page.visit.choose(value)
    }
}
