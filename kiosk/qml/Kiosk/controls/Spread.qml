pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// What is asked above what is answered; side by side on a wide page.
GridLayout {
    columns: Theme.wide ? 2 : 1
    columnSpacing: Theme.gap * 5
    rowSpacing: Theme.gap * (Theme.tall ? 6 : 3)
}
