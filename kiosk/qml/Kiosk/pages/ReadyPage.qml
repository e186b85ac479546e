pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// Before the number: what was found in order, and who should be helped sooner.
ColumnLayout {
    id: page

    required property Ask ask
    required property Result result
    required property Visit visit

    spacing: Theme.gap * (Theme.compact ? 2 : 4)

    Heading {
        Layout.fillWidth: true
        lead: page.result.service
        title: page.ask.title
        why: page.ask.why
    }

    Papers {
        Layout.fillWidth: true
        Layout.fillHeight: true
        rows: page.result.passed
        passed: true
    }

    Answers {
        Layout.fillWidth: true
        likely: page.ask.answers
        others: page.ask.others
        primary: true
        onChosen: value => page.visit.choose(value)
    }
}
