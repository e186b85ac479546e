pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// Before the number: what was found in order, and who should be helped sooner.
ListSpread {
    id: page

    required property Ask ask
    required property Result result
    required property Visit visit

    lead: result.service
    title: ask.title
    why: ask.why
    listed: result.passed
    passed: true

    Answers {
        Layout.fillWidth: true
        Layout.preferredHeight: implicitHeight
        likely: page.ask.answers
        others: page.ask.others
        primary: true
        onChosen: value => page.visit.choose(value)
    }
}
