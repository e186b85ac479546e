pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// Before the office lets the kiosk in: the code somebody types at a desk, in Arabic and English together.
Scroll {
    id: page

    required property Enrolment enrolment

    spacing: Theme.gap * (Theme.tall ? 4 : 1)

    component Centred: Words {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        visible: text !== ""
    }

    Item {
        Layout.fillHeight: true
    }

    Centred {
        objectName: "title"
        text: page.enrolment.title
        font.pixelSize: Theme.title
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }

    Centred {
        objectName: "why"
        text: page.enrolment.why
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: card.implicitHeight + Theme.gap * 4
        radius: Theme.corner
        color: Theme.surface
        border.width: 4
        border.color: Theme.primary
        visible: page.enrolment.code !== ""

        ColumnLayout {
            id: card

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.gap * 2
            spacing: Theme.gap

            Centred {
                objectName: "enrolment-code"
                text: page.enrolment.code
                font.pixelSize: Theme.display * (Theme.compact ? 1 : 1.4)
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.body
                wrapMode: Text.NoWrap
            }

            Centred {
                objectName: "enrolment-left"
                text: page.enrolment.left
                color: Theme.quiet
                font.features: ({ "tnum": 1 })
            }
        }
    }

    Banner {
        objectName: "enrolment-news"
        Layout.fillWidth: true
        text: page.enrolment.news
        stop: page.enrolment.again !== ""
    }

    Touch {
        objectName: "ask-again"
        Layout.alignment: Qt.AlignHCenter
        look: Touch.Primary
        centred: true
        text: page.enrolment.again
        visible: text !== ""
        onClicked: page.enrolment.askAgain()
    }

    Item {
        Layout.fillHeight: true
    }

    Centred {
        objectName: "visitors"
        text: page.enrolment.visitors
        font.weight: Font.Medium
    }

    Centred {
        objectName: "enrolment-server"
        text: page.enrolment.server
        color: Theme.quiet
        font.pixelSize: Theme.small
    }
}
