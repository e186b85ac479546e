pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// A list of papers; a button shows more of it when it is longer than the page.
Item {
    id: papers

    required property var rows
    property bool passed: false
    readonly property bool more: list.interactive && !list.atYEnd

    Accessible.role: Accessible.List

    Flickable {
        id: list

        anchors.fill: parent
        anchors.bottomMargin: interactive ? Theme.target + Theme.gap : 0
        contentHeight: content.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > papers.height
        clip: interactive

        Behavior on contentY {
            NumberAnimation {
                duration: Theme.swift
            }
        }

        ColumnLayout {
            id: content

            width: list.width
            spacing: Theme.gap * (papers.passed ? 1 : 2.5)

            Repeater {
                model: papers.rows

                Paper {
                    passed: papers.passed
                    Layout.fillWidth: true
                }
            }
        }
    }

    Touch {
        objectName: "more"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        look: Touch.Quiet
        centred: true
        text: papers.more ? qsTr("Show more") : qsTr("Back to the top")
        visible: list.interactive
        onClicked: list.contentY = papers.more ? Math.min(list.contentY + list.height * 0.8, list.contentHeight - list.height) : 0
    }
}
