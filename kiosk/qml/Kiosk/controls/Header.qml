pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// The office's name and the time, small and quiet.
RowLayout {
    id: header

    Layout.fillHeight: false // else a layout within a layout takes all it can
    required property Office office

    objectName: "header"
    Accessible.role: Accessible.TitleBar
    Accessible.name: office.name

    Words {
        Layout.fillWidth: true
        text: header.office.name
        color: Theme.quiet
        font.pixelSize: Theme.small
    }

    Words {
        text: header.office.time
        color: Theme.quiet
        font.pixelSize: Theme.small
        font.features: ({ "tnum": 1 })
    }
}
