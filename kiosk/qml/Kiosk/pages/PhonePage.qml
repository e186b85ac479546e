pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// A paper on the visitor's phone: a code that leads the phone to where it is looked at, and the answers of the paper's page.
Spread {
    id: page

    required property Ask ask
    required property Visit visit

    Heading {
        lead: page.ask.lead
        title: page.ask.title
        why: page.ask.why
        hint: page.ask.hint
        picture: Theme.compact ? "" : page.ask.picture
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gap * 3

        Qr {
            objectName: "to-phone"
            Layout.alignment: Qt.AlignHCenter
            source: page.ask.code
            size: (Theme.compact ? 38 : Theme.tall ? 100 : 60) * Theme.mm
        }

        Answers {
            Layout.fillWidth: true
            Layout.fillHeight: true
            likely: page.ask.answers
            others: page.ask.others
            onChosen: value => page.visit.choose(value)
        }
    }
}
