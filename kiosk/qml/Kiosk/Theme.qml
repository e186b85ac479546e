pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// The kiosk's tokens. Lengths are millimetres on the panel, so that a finger fits on every one of them.
QtObject {
    property real mm: 3.2
    property url images
    property bool rightToLeft: false
    property bool wide: false
    property bool compact: false
    property real side: 100 * mm
    readonly property bool tall: !wide && !compact

    readonly property color ink: "#10212B"
    readonly property color quiet: "#4A5A64"
    readonly property color surface: "#FFFFFF"
    readonly property color page: "#F4F6F5"
    readonly property color primary: "#0B4F5C"
    readonly property color primaryInk: "#FFFFFF"
    readonly property color call: "#FFD23F"
    readonly property color good: "#14532D"
    readonly property color goodPaper: "#E4F3E8"
    readonly property color careful: "#6B4300"
    readonly property color carefulPaper: "#FFF3D6"
    readonly property color stop: "#8C1D22"
    readonly property color stopPaper: "#FDE9E9"
    readonly property color hairline: "#7A8890"
    readonly property color picturePaper: "#E3EEF0"

    readonly property string family: "IBM Plex Sans Arabic"
    // A capital is 0.7 of the size: 7 mm keeps it at the 4.8 mm asked of public terminals.
    readonly property real small: 7 * mm
    readonly property real body: (compact ? 7 : 8.7) * mm
    readonly property real large: body * 1.25
    // Lists and keys: larger where there is room.
    readonly property real roomy: tall ? large : body
    readonly property real title: body * (tall ? 2.441 : compact ? 1.25 : 1.4)
    readonly property real display: body * (tall ? 3.05 : 2.441)

    readonly property real gap: (compact ? 2 : 2.5) * mm
    readonly property real corner: 12
    readonly property real fingertip: 20 * mm
    readonly property real target: 22 * mm
    readonly property int swift: 120
}
