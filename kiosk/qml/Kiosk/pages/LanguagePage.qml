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
    // No room for a welcome: the languages are what matters.
    readonly property bool short: Theme.landscape || (Theme.compact && Theme.large)

    spacing: Theme.gap * (Theme.compact || short ? 1 : 3)

    component Centred: Words {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
    }

    Item {
        Layout.fillHeight: !page.short
    }

    Centred {
        text: page.ask.lead
        color: Theme.quiet
        visible: text !== "" && !page.short
    }

    Centred {
        objectName: "title"
        text: page.ask.title
        font.pixelSize: Theme.tall ? Theme.display : Theme.title
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
        visible: !page.short || page.ask.why === ""
    }

    Centred {
        text: page.ask.why
        font.pixelSize: Theme.big
        font.weight: page.short ? Font.Bold : Font.Normal
        visible: text !== ""
    }

    Item {
        Layout.fillHeight: !page.short
    }

    Answers {
        Layout.fillWidth: true
        Layout.fillHeight: true
        likely: page.ask.answers
        others: page.ask.others
        columns: Theme.landscape ? 4 : 2
        tallest: 36 * Theme.mm
        onChosen: value => page.visit.choose(value)
    }
}
