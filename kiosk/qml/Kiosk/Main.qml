pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Kiosk
import Kiosk.ViewModels

Window {
    id: window

    required property Visit visit
    required property Ask ask
    required property Result result
    required property Number number
    required property Printing printing
    required property Keypad keypad
    required property Dates dates
    required property Scanning scanning
    required property Idle idle
    required property Connection connection
    required property Office office
    required property bool closable

    title: office.name
    color: Theme.page
    // No key of a keyboard left plugged in ends a kiosk.
    onClosing: event => event.accepted = window.closable

    Binding { target: Theme; property: "rightToLeft"; value: window.visit.rightToLeft }
    Binding { target: Theme; property: "wide"; value: window.width > window.height }
    Binding { target: Theme; property: "compact"; value: Math.min(window.width, window.height) < 240 * Theme.mm }
    Binding { target: Theme; property: "side"; value: window.width * 0.34 }

    Item {
        id: page

        anchors.fill: parent
        LayoutMirroring.enabled: window.visit.rightToLeft
        LayoutMirroring.childrenInherit: true

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.gap * 3
            spacing: Theme.gap * (Theme.compact ? 2 : 4)
            enabled: !warning.visible

            Header {
                Layout.fillWidth: true
                office: window.office
                visible: !Theme.compact || !steps.visible
            }

            Steps {
                id: steps

                Layout.fillWidth: true
                stage: window.visit.stage
            }

            Banner {
                objectName: "connecting"
                Layout.fillWidth: true
                text: window.connection.lost && window.visit.page !== "waiting"
                    ? qsTr("Connecting… Your answers are kept. Please wait a moment.") : ""
            }

            Banner {
                objectName: "trouble"
                Layout.fillWidth: true
                stop: true
                text: window.visit.trouble
            }

            Pages {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visit: window.visit
                ask: window.ask
                result: window.result
                number: window.number
                printing: window.printing
                keypad: window.keypad
                dates: window.dates
                scanning: window.scanning
            }

            Footer {
                Layout.fillWidth: true
                visit: window.visit
            }
        }

        IdleWarning {
            id: warning

            anchors.fill: parent
            idle: window.idle
            visit: window.visit
        }
    }
}
