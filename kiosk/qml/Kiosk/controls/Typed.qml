pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What was typed so far, on one line.
Rectangle {
    id: box

    property string text

    implicitHeight: Theme.tall ? Theme.target * 1.5 : Theme.target
    radius: Theme.corner
    color: Theme.surface
    border.width: 4
    border.color: Theme.primary

    Words {
        objectName: "typed"
        anchors.fill: parent
        anchors.margins: Theme.gap
        text: box.text
        font.pixelSize: Theme.title
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
