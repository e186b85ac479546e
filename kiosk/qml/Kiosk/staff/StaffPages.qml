pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.ViewModels

// In the place of every visitor's page while the kiosk is closed to them.
Item {
    id: pages

    required property Enrolment enrolment
    required property Service service
    required property Upkeep upkeep

    component On: Loader {
        required property bool wanted

        anchors.fill: parent
        anchors.margins: Theme.gap * 3
        visible: active
        active: wanted && pages.visible
    }

    On {
        objectName: "page-enrolment"
        wanted: pages.enrolment.shown
        sourceComponent: EnrolmentPage {
            enrolment: pages.enrolment
        }
    }

    On {
        objectName: "page-service-code"
        wanted: pages.service.page === "code"
        sourceComponent: ServiceCodePage {
            service: pages.service
        }
    }

    On {
        objectName: "page-upkeep"
        wanted: pages.service.page === "upkeep"
        sourceComponent: UpkeepPage {
            service: pages.service
            upkeep: pages.upkeep
        }
    }

    On {
        objectName: "page-screen-test"
        anchors.margins: 0
        wanted: pages.service.page === "screen"
        sourceComponent: ScreenTest {
            service: pages.service
            upkeep: pages.upkeep
        }
    }
}
