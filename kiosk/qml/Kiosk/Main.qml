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
    required property Help help
    required property Keypad keypad
    required property Dates dates
    required property Scanning scanning
    required property Idle idle
    required property Connection connection
    required property Office office
    required property Comfort comfort
    required property Speech speech
    required property Enrolment enrolment
    required property Service service
    required property Upkeep upkeep
    required property bool closable

    title: office.name
    color: Theme.page
    // No key of a keyboard left plugged in ends a kiosk.
    onClosing: event => event.accepted = window.closable

    // Whoever wants to know whether the pages live asks, and looks for the same answer.
    property int asked
    readonly property int answered: asked

    Binding { target: Theme; property: "rightToLeft"; value: window.rightToLeft }
    Binding { target: Theme; property: "width"; value: window.width }
    Binding { target: Theme; property: "height"; value: window.height }
    Binding { target: Theme; property: "large"; value: window.comfort.large }
    Binding { target: Theme; property: "strong"; value: window.comfort.strong }
    Binding { target: Theme; property: "seated"; value: window.comfort.seated }
    Binding { target: Theme; property: "still"; value: window.comfort.still }

    // Each page begins with its heading: the first key leads to its first answer, and Enter chooses nothing by itself.
    readonly property string place: visit.place + service.page
    readonly property bool closed: visit.page === "closed"
    readonly property bool rightToLeft: closed ? service.rightToLeft : visit.rightToLeft
    onPlaceChanged: page.begin()
    onActiveFocusItemChanged: if (activeFocusItem === contentItem && !warning.visible)
        Qt.callLater(page.begin)

    Item {
        id: page

        anchors.fill: parent
        focus: true
        LayoutMirroring.enabled: window.rightToLeft
        LayoutMirroring.childrenInherit: true

        Keys.onPressed: event => event.accepted = window.speech.pressed(event.key) || window.service.pressed(event.text)
        Keys.onDownPressed: page.step(true)
        Keys.onUpPressed: page.step(false)
        Keys.onRightPressed: page.step(!window.rightToLeft)
        Keys.onLeftPressed: page.step(window.rightToLeft)
        Keys.onEscapePressed: if (window.visit.canGoBack)
            window.visit.back();
        else if (window.closed)
            window.service.back()

        function begin() {
            pages.toTop();
            page.forceActiveFocus(Qt.OtherFocusReason);
        }

        // In reading order, from the last to the first again.
        function step(forward: bool) {
            const next = (window.activeFocusItem ?? page).nextItemInFocusChain(forward);
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
        }

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.gap * 3
            spacing: Theme.gap * (Theme.compact ? 2 : 4)
            enabled: !warning.visible
            visible: !window.closed

            // For a seated visitor everything to touch lies below this third of the panel.
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.minimumHeight: Theme.seated ? window.height / 3 - Theme.gap * 3 : 0
                spacing: parent.spacing

                Header {
                    Layout.fillWidth: true
                    office: window.office
                    visible: !Theme.compact || !Theme.large && !steps.visible
                }

                Steps {
                    id: steps

                    Layout.fillWidth: true
                    stage: window.visit.stage
                    visible: stage >= 0 && !(Theme.compact && Theme.large)
                }

                Banner {
                    objectName: "connecting"
                    Layout.fillWidth: true
                    calm: window.connection.goesOn
                    // Whoever has a number need not be told to go on.
                    visible: text !== "" && !(calm && window.visit.page === "number")
                    text: window.connection.lost && window.visit.page !== "waiting"
                        ? (window.connection.goesOn
                            ? qsTr("Please go on. We work without the network for now.")
                            : qsTr("Connecting… Your answers are kept. Please wait a moment."))
                        : ""
                }

                Banner {
                    objectName: "trouble"
                    Layout.fillWidth: true
                    stop: true
                    text: window.visit.trouble
                }

                Banner {
                    objectName: "voice"
                    Layout.fillWidth: true
                    text: window.speech.notice
                }

                Item {
                    Layout.fillHeight: true
                    visible: Theme.seated
                }
            }

            Pages {
                id: pages

                objectName: "page-" + visit.page
                Layout.fillWidth: true
                Layout.fillHeight: true
                visit: window.visit
                ask: window.ask
                result: window.result
                number: window.number
                printing: window.printing
                help: window.help
                keypad: window.keypad
                dates: window.dates
                scanning: window.scanning
                comfort: window.comfort
                speech: window.speech
            }

            Footer {
                Layout.fillWidth: true
                office: window.office
                visit: window.visit
                comfort: window.comfort
                speech: window.speech
            }
        }

        StaffPages {
            anchors.fill: parent
            visible: window.closed
            enrolment: window.enrolment
            service: window.service
            upkeep: window.upkeep
        }

        IdleWarning {
            id: warning

            anchors.fill: parent
            idle: window.idle
            visit: window.visit
        }
    }
}
