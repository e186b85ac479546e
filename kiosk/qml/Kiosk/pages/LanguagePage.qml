pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// The first page: everybody finds their own language.
ColumnLayout {
    id: page

    required property Ask ask
    required property Visit visit

    spacing: Theme.gap * 3

    component Centred: Words {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
    }

    Item {
        Layout.fillHeight: true
    }

    Centred {
        text: page.ask.lead
        color: Theme.quiet
    }

    Centred {
        objectName: "title"
        text: page.ask.title
        font.pixelSize: Theme.display
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }

    Centred {
        text: page.ask.why
        font.pixelSize: Theme.large
    }

    Item {
        Layout.fillHeight: true
    }

    Answers {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredHeight: 60 * Theme.mm
        likely: page.ask.answers
        others: page.ask.others
        primary: true
        onChosen: value => page.visit.choose(value)
    }
}
