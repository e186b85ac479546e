pragma ComponentBehavior: Bound

import QtQuick

// The kiosk's colours.
QtObject {
    property color ink: "#10212B"
    property color quiet: "#4A5A64"
    property color surface: "#FFFFFF"
    property color page: "#F4F6F5"
    property color primary: "#0B4F5C"
    property color primaryInk: "#FFFFFF"
    property color call: "#FFD23F"
    property color good: "#14532D"
    property color goodPaper: "#E4F3E8"
    property color calmPaper: "#E3EEF0"
    property color careful: "#6B4300"
    property color carefulPaper: "#FFF3D6"
    property color stop: "#8C1D22"
    property color stopPaper: "#FDE9E9"
    property color hairline: "#7A8890"
    property color picturePaper: "#E3EEF0"
}
