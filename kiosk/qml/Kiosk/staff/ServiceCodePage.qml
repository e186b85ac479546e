pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// The code that opens the service page.
Scroll {
    id: page

    required property Service service

    spacing: Theme.gap * 2

    Banner {
        objectName: "service-trouble"
        Layout.fillWidth: true
        stop: true
        text: page.service.trouble
    }

    Spread {
        Layout.fillWidth: true
        Layout.fillHeight: true

        ColumnLayout {
            Layout.fillWidth: !Theme.wide
            Layout.preferredWidth: Theme.wide ? Theme.side : -1
            Layout.fillHeight: false
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap * 3

            Heading {
                title: page.service.title
                why: page.service.why
            }

            Typed {
                Layout.fillWidth: true
                text: page.service.typed
            }
        }

        KeyPad {
            Layout.fillWidth: true
            Layout.fillHeight: true
            signs: page.service.keys
            complete: page.service.complete
            onPressed: sign => page.service.press(sign)
            onErased: page.service.erase()
            onConfirmed: page.service.confirm()
        }
    }

    Touch {
        objectName: "service-back"
        Layout.fillWidth: true
        look: Touch.Quiet
        picture: "home"
        centred: true
        text: page.service.backText
        onClicked: page.service.back()
    }
}
