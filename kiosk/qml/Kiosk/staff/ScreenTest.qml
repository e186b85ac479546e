pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// Plain colours for dead points, then fields for a finger: each is green once it was touched.
Rectangle {
    id: test

    required property Service service
    required property Upkeep upkeep
    readonly property list<color> colours: ["white", "black", "red", "lime", "blue"]
    property int step: 0
    readonly property bool touching: step >= colours.length

    color: touching ? Theme.page : colours[step]
    border.width: touching ? 0 : 2
    border.color: step === 0 ? "black" : "white"

    MouseArea {
        objectName: "colour"
        anchors.fill: parent
        enabled: !test.touching
        onClicked: test.step++
    }

    GridLayout {
        objectName: "fields"
        anchors.fill: parent
        visible: test.touching
        columns: Theme.landscape ? 8 : 5
        uniformCellWidths: true
        uniformCellHeights: true
        columnSpacing: 2
        rowSpacing: 2

        Repeater {
            model: 40

            Rectangle {
                id: field

                required property int index
                property bool touched: false

                objectName: "field-" + index
                Layout.fillWidth: true
                Layout.fillHeight: true
                color: touched ? Theme.good : Theme.surface
                border.width: 1
                border.color: Theme.hairline

                MouseArea {
                    anchors.fill: parent
                    onPressed: field.touched = true
                }
            }
        }
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width * 0.6
        visible: test.touching

        Banner {
            Layout.fillWidth: true
            calm: true
            text: test.upkeep.fieldsText
        }

        Touch {
            objectName: "screen-done"
            Layout.fillWidth: true
            look: Touch.Primary
            centred: true
            text: test.upkeep.doneText
            onClicked: test.service.back()
        }
    }
}
