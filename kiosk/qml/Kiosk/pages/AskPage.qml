pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// One question and its answers.
Spread {
    id: page

    required property Ask ask
    required property Visit visit

    Heading {
        lead: page.ask.lead
        title: page.ask.title
        why: page.ask.why
        hint: page.ask.hint
        picture: page.ask.picture
    }

    Answers {
        Layout.fillWidth: true
        Layout.fillHeight: true
        likely: page.ask.answers
        others: page.ask.others
        onChosen: value => page.visit.choose(value)
    }
}
