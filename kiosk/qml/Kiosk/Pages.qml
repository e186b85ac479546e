pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.ViewModels

// The page of the present step, drawn by the page that knows how.
Scroll {
    id: pages

    required property Visit visit
    required property Ask ask
    required property Result result
    required property Number number
    required property Printing printing
    required property Help help
    required property Keypad keypad
    required property Dates dates
    required property Scanning scanning
    required property Comfort comfort
    required property Speech speech

    component On: Loader {
        required property list<string> shows

        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: active
        active: shows.includes(pages.visit.page)
    }

    On {
        shows: ["waiting"]
        sourceComponent: WaitingPage {}
    }

    On {
        shows: ["language"]
        sourceComponent: LanguagePage {
            ask: pages.ask
            visit: pages.visit
        }
    }

    On {
        shows: ["comfort"]
        sourceComponent: ComfortPage {
            comfort: pages.comfort
            speech: pages.speech
        }
    }

    On {
        shows: ["appointment", "caller", "group", "service", "question", "paper", "detail", "priority", "help"]
        sourceComponent: AskPage {
            ask: pages.ask
            visit: pages.visit
        }
    }

    On {
        shows: ["date"]
        sourceComponent: DatePage {
            ask: pages.ask
            dates: pages.dates
            visit: pages.visit
        }
    }

    On {
        shows: ["scan"]
        sourceComponent: ScanPage {
            scanning: pages.scanning
            visit: pages.visit
        }
    }

    On {
        shows: ["phone"]
        sourceComponent: PhonePage {
            ask: pages.ask
            visit: pages.visit
        }
    }

    On {
        shows: ["application", "code"]
        sourceComponent: KeypadPage {
            keypad: pages.keypad
            visit: pages.visit
        }
    }

    On {
        shows: ["ready"]
        sourceComponent: ReadyPage {
            ask: pages.ask
            result: pages.result
            visit: pages.visit
            printing: pages.printing
        }
    }

    On {
        shows: ["number"]
        sourceComponent: NumberPage {
            number: pages.number
            printing: pages.printing
        }
    }

    On {
        shows: ["missing"]
        sourceComponent: MissingPage {
            result: pages.result
            printing: pages.printing
        }
    }

    On {
        shows: ["refer"]
        sourceComponent: ReferPage {
            result: pages.result
            printing: pages.printing
        }
    }

    On {
        shows: ["guidance"]
        sourceComponent: GuidancePage {
            ask: pages.ask
            result: pages.result
            visit: pages.visit
        }
    }

    On {
        shows: ["person"]
        sourceComponent: PersonPage {
            result: pages.result
            help: pages.help
        }
    }
}
