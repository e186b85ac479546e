pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Text {
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    // Explicit, or a mirrored page would keep it on the wrong side.
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
    // Between words; a word longer than its line is broken rather than cut off.
    wrapMode: Text.Wrap
    // Plex leaves a lot of air between lines of its own.
    lineHeight: 0.95
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: !visible || text === ""
}
