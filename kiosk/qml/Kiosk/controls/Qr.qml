pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// A code for the visitor's phone, and what it leads to. Dark on white in every mode: phones read nothing else for certain.
RowLayout {
    id: qr

    property string source
    property string text
    property real size: (Theme.compact ? 34 : 50) * Theme.mm

    Layout.fillHeight: false // else a layout within a layout takes all it can
    spacing: Theme.gap * 2

    Image {
        objectName: "qr"
        Layout.preferredWidth: qr.size
        Layout.preferredHeight: qr.size
        source: qr.source
        // Squares with sharp edges; and nothing of the visit is kept when it is over.
        smooth: false
        cache: false
        Accessible.ignored: true
    }

    Picture {
        name: Theme.compact || qr.text === "" ? "" : "phone"
    }

    Words {
        Layout.fillWidth: true
        text: qr.text
        visible: text !== ""
        font.pixelSize: Theme.body
    }
}
