pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The kiosk's tokens. Lengths are millimetres on the panel, so that a finger fits on every one of them.
QtObject {
    property real mm: 3.2
    property url images
    property bool rightToLeft: false
    property bool large: false
    property bool strong: false
    property bool seated: false
    property bool still: false
    property real width: 1080
    property real height: 1920

    readonly property bool landscape: width > height
    // Side by side where there is room for two columns of the letters asked for.
    readonly property bool wide: landscape && !large
    readonly property bool compact: Math.min(width, height) < 240 * mm
    readonly property bool tall: !landscape && !compact && !seated
    readonly property real side: width * 0.34

    readonly property Colours plain: Colours {}
    readonly property Colours strongly: StrongColours {}
    readonly property Colours colours: strong ? strongly : plain
    readonly property color ink: colours.ink
    readonly property color quiet: colours.quiet
    readonly property color surface: colours.surface
    readonly property color page: colours.page
    readonly property color primary: colours.primary
    readonly property color primaryInk: colours.primaryInk
    readonly property color call: colours.call
    readonly property color good: colours.good
    readonly property color goodPaper: colours.goodPaper
    readonly property color calmPaper: colours.calmPaper
    readonly property color careful: colours.careful
    readonly property color carefulPaper: colours.carefulPaper
    readonly property color stop: colours.stop
    readonly property color stopPaper: colours.stopPaper
    readonly property color hairline: colours.hairline
    readonly property color picturePaper: colours.picturePaper

    readonly property string family: "IBM Plex Sans Arabic"
    // A capital is 0.698 of the size: 7 mm keeps it at the 4.8 mm asked of public terminals, 10.6 mm at the 7.3 mm
    // that 0.7 degrees are at an arm's length.
    readonly property real small: (large ? 10.6 : 7) * mm
    readonly property real body: (large ? compact ? 10.6 : 12 : compact ? 7 : 8.7) * mm
    readonly property real big: large ? body * 1.1 : body * 1.25
    // Lists and keys: larger where there is room.
    readonly property real roomy: tall && !large ? big : body
    readonly property real title: body * (large ? tall ? 1.6 : 1.2 : tall ? 2.441 : compact ? 1.25 : 1.4)
    readonly property real display: body * (large ? tall ? 2 : 1.4 : tall ? 3.05 : 2.441)

    readonly property real gap: (compact ? 2 : 2.5) * mm
    readonly property real corner: 12
    readonly property real fingertip: 20 * mm
    readonly property real key: 16 * mm
    readonly property real target: 22 * mm
    readonly property int swift: still ? 0 : 120
}
