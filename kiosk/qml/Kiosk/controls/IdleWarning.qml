pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// Over the page: is anybody there? Any touch stays.
Rectangle {
    id: warning

    required property Idle idle
    required property Visit visit

    onVisibleChanged: if (visible)
        stay.forceActiveFocus(Qt.OtherFocusReason)
    objectName: "warning"
    color: Theme.page
    visible: idle.secondsLeft > 0
    Accessible.role: Accessible.Dialog
    Accessible.name: question.text

    MouseArea {
        anchors.fill: parent
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap * 6
        spacing: Theme.gap * 3

        Item {
            Layout.fillHeight: true
        }

        Words {
            id: question

            Layout.fillWidth: true
            text: qsTr("Are you still there?")
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
        }

        Words {
            Layout.fillWidth: true
            objectName: "seconds"
            text: warning.idle.secondsLeft
            Accessible.ignored: true // a voice that counts would not let anybody think
            font.pixelSize: Theme.display * 2
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
        }

        Words {
            Layout.fillWidth: true
            text: qsTr("When this reaches zero, your answers are cleared.")
            horizontalAlignment: Text.AlignHCenter
        }

        Item {
            Layout.fillHeight: true
        }

        Touch {
            id: stay

            objectName: "stay"
            Layout.fillWidth: true
            Layout.preferredHeight: 36 * Theme.mm
            look: Touch.Primary
            centred: true
            size: Theme.big
            text: qsTr("I need more time")
            onClicked: warning.idle.touched()
        }

        Touch {
            objectName: "leave"
            Layout.fillWidth: true
            look: Touch.Quiet
            centred: true
            picture: "home"
            text: qsTr("Start over")
            onClicked: warning.visit.startOver()
        }
    }
}
