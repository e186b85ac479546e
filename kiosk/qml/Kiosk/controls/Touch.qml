pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk

// Whatever may be touched: 20 mm at least, named, with a ring when the keyboard is on it.
T.AbstractButton {
    id: touch

    enum Look {
        Plain,
        Primary,
        Quiet
    }

    property int look: Touch.Plain
    property string picture
    property bool directed: false
    property bool centred: false
    // The picture above the words, large, where there is room.
    property bool stacked: false
    // Whether the words are written as well as said.
    property bool worded: true
    // Whether a sign tells that it is chosen.
    property bool ticked: true
    property color tint: Theme.picturePaper
    property real size: Theme.body
    readonly property color ink: look === Touch.Primary ? Theme.primaryInk : Theme.ink

    implicitWidth: Math.max(Theme.target, content.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, content.implicitHeight + topPadding + bottomPadding)
    Layout.minimumWidth: Theme.fingertip
    Layout.minimumHeight: Math.max(Theme.fingertip, content.implicitHeight + topPadding + bottomPadding)
    padding: Theme.gap
    leftPadding: Theme.gap * 1.5
    rightPadding: Theme.gap * 1.5
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checked: checked
    // A key held down is pressed once.
    Keys.onReturnPressed: event => press(event)
    Keys.onEnterPressed: event => press(event)

    function press(event: KeyEvent) {
        if (!event.isAutoRepeat)
            touch.click();
    }

    background: Rectangle {
        radius: Theme.corner
        color: touch.look === Touch.Primary ? Theme.primary : touch.look === Touch.Quiet ? Theme.page : Theme.surface
        border.width: touch.checked ? 6 : 2
        border.color: touch.look === Touch.Primary || touch.checked ? Theme.primary : Theme.hairline

        Rectangle {
            anchors.fill: parent
            radius: Theme.corner
            color: Theme.ink
            opacity: touch.pressed ? 0.14 : 0
        }

        Rectangle {
            anchors.fill: parent
            anchors.margins: -8
            radius: Theme.corner + 8
            color: "transparent"
            border.width: 4
            border.color: Theme.ink
            visible: touch.visualFocus
        }

        Rectangle {
            anchors.fill: parent
            anchors.margins: -4
            radius: Theme.corner + 4
            color: "transparent"
            border.width: 4
            border.color: Theme.call
            visible: touch.visualFocus
        }
    }

    contentItem: Item {
        implicitWidth: content.implicitWidth
        implicitHeight: content.implicitHeight

        GridLayout {
            id: content

            // By place, not by anchors: changing those leaves a width behind.
            x: (parent.width - width) / 2
            y: (parent.height - height) / 2
            width: touch.centred && !touch.stacked ? Math.min(implicitWidth, parent.width) : parent.width
            columns: touch.stacked ? 1 : 3
            columnSpacing: Theme.gap * (touch.ticked ? 1.5 : 0.75)
            rowSpacing: Theme.gap * (touch.ticked ? 1.5 : 0.5)

            Picture {
                Layout.alignment: Qt.AlignCenter
                name: touch.picture
                size: touch.size * (!touch.ticked ? 1.5 : touch.stacked ? 4.5 : 1.9)
                directed: touch.directed
                tint: touch.look === Touch.Primary ? Theme.surface : touch.tint
            }

            Words {
                Layout.fillWidth: true
                text: touch.text
                color: touch.ink
                font.pixelSize: touch.size
                font.weight: Font.Medium
                horizontalAlignment: touch.stacked || touch.centred && touch.picture === "" ? Text.AlignHCenter
                    : Text.AlignLeft
                visible: text !== "" && touch.worded
                Accessible.ignored: true
            }

            Picture {
                Layout.alignment: Qt.AlignCenter
                name: touch.checked && touch.ticked && !touch.stacked ? "check" : ""
                size: touch.size * 1.3
                tint: Theme.goodPaper
            }
        }

        Picture {
            anchors.top: parent.top
            anchors.right: parent.right
            name: touch.checked && touch.ticked && touch.stacked ? "check" : ""
            size: touch.size * 1.3
            tint: Theme.goodPaper
        }
    }
}
