pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Kiosk

// Fills the room there is. What needs more of it moves: by a finger, by a button, and to whatever the keyboard is on.
Item {
    id: scroll

    default property alias content: column.data
    property alias spacing: column.spacing
    readonly property real contentHeight: column.implicitHeight
    readonly property bool moves: contentHeight > height + 1
    readonly property bool more: moves && !pane.atYEnd
    readonly property Item focused: Window.activeFocusItem

    implicitHeight: contentHeight
    onFocusedChanged: show(focused)

    function toTop() {
        pane.contentY = 0;
    }

    // Bring an item of ours into sight, with its ring.
    function show(item: Item) {
        let above = item;
        while (above && above !== column)
            above = above.parent;
        if (!above || !moves)
            return;
        const top = item.mapToItem(column, 0, 0).y - Theme.gap * 2;
        const bottom = top + item.height + Theme.gap * 4;
        if (top < pane.contentY)
            pane.contentY = Math.max(0, top);
        else if (bottom > pane.contentY + pane.height)
            pane.contentY = Math.min(bottom, pane.contentHeight) - pane.height;
    }

    Flickable {
        id: pane

        anchors.fill: parent
        anchors.bottomMargin: scroll.moves ? Theme.target + Theme.gap : 0
        contentHeight: column.height
        boundsBehavior: Flickable.StopAtBounds
        interactive: scroll.moves
        clip: scroll.moves

        Behavior on contentY {
            enabled: !Theme.still && !pane.moving

            NumberAnimation {
                duration: Theme.swift
            }
        }

        ColumnLayout {
            id: column

            width: pane.width
            height: Math.max(pane.height, implicitHeight)
            spacing: 0
        }
    }

    Touch {
        objectName: "more"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.target
        look: Touch.Quiet
        centred: true
        picture: scroll.more ? "below" : "above"
        text: scroll.more ? qsTr("Show more") : qsTr("Back to the top")
        visible: scroll.moves
        onClicked: pane.contentY = scroll.more ? Math.min(pane.contentY + pane.height * 0.8, pane.contentHeight - pane.height) : 0
    }
}
