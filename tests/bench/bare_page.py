"""`python -m tests.bench.bare_page TOUCHES`: the least a page can be that gives way to another under a finger."""

import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from tests.bench.first_picture import when_drawn

_PAGES = b"""
import QtQuick

Window {
    property bool turned

    visible: true
    width: 1080
    height: 1920

    Rectangle {
        objectName: "page-bare"
        anchors.fill: parent
        color: parent.turned ? "white" : "whitesmoke"

        Text {
            anchors.centerIn: parent
            font.pixelSize: 60
            text: turned ? "One page" : "Another page"
        }

        TapHandler {
            onTapped: turned = !turned
        }
    }
}
"""


def main(count: int) -> int:
    """Touch it so often, and end."""
    application = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine()
    engine.loadData(_PAGES, QUrl("bare.qml"))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)

    def touched() -> None:
        from tests.bench.timed_hand import TimedHand  # Not before: the window's start is measured.

        hand = TimedHand(window, lambda: window.property("turned"))
        for _ in range(count):
            hand.touch("page-bare")

    when_drawn(window, lambda: True, touched)
    ended = application.exec()
    del engine
    return ended


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
