pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One drawing of assets/images, on a tile of its own so that its ink is always readable.
Rectangle {
    id: picture

    property string name
    property real size: 16 * Theme.mm
    property bool directed: false
    property color tint: Theme.picturePaper

    implicitWidth: size
    implicitHeight: size
    radius: size / 5
    color: Theme.strong ? Theme.picturePaper : tint
    visible: name !== ""
    Accessible.ignored: true

    Image {
        anchors.centerIn: parent
        width: picture.size * 0.68
        height: width
        sourceSize: Qt.size(width, height)
        source: picture.name === "" ? "" : Theme.images + picture.name + ".svg"
        mirror: picture.directed && Theme.rightToLeft
    }
}
