pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// White on black for whoever needs contrast more than colour; pictures keep their light tiles.
Colours {
    ink: "#FFFFFF"
    quiet: "#FFFFFF"
    surface: "#000000"
    page: "#000000"
    primary: "#FFFFFF"
    primaryInk: "#000000"
    good: "#FFFFFF"
    goodPaper: "#000000"
    calmPaper: "#000000"
    careful: "#FFFFFF"
    carefulPaper: "#000000"
    stop: "#FFFFFF"
    stopPaper: "#000000"
    hairline: "#FFFFFF"
    picturePaper: "#FFFFFF"
}
