pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.ViewModels

// In the place of every visitor's page while the kiosk is closed to them.
Item {
    id: pages

    required property Enrolment enrolment

    EnrolmentPage {
        objectName: "page-enrolment"
        anchors.fill: parent
        visible: pages.enrolment.shown
        enrolment: pages.enrolment
    }
}
