"""The desk's one style sheet, made of the visual language's tokens."""

from string import Template

import fontpkg
from PySide6.QtGui import QFontDatabase

from assets import path

FONT = "IBM Plex Sans Arabic"

TOKENS = {
    "ink": "#10212B",
    "quiet": "#4A5A64",
    "surface": "#FFFFFF",
    "page": "#F4F6F5",
    "primary": "#0B4F5C",
    "call": "#FFD23F",
    "good": "#14532D",
    "good_paper": "#E4F3E8",
    "careful": "#6B4300",
    "careful_paper": "#FFF3D6",
    "stop": "#8C1D22",
    "stop_paper": "#FDE9E9",
    "hairline": "#7A8890",
}

# A rule inside a panel: decoration only, so it need not carry the contrast of an edge one can press.
_RULE = "#DCE2E4"
_PRESSED = "#083B45"

_SCALE = {"small": 0.87, "body": 1.0, "large": 1.25, "title": 1.5625, "figure": 2.44, "number": 5.2}

_SHEET = Template("""
* { font-family: "$font"; font-size: ${body}px; color: $ink; }
QMainWindow, #page { background: $page; }
QLabel { background: transparent; }
QLabel[look="small"] { font-size: ${small}px; color: $quiet; }
QLabel[look="quiet"] { color: $quiet; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="heading"] { font-size: ${small}px; font-weight: 600; color: $quiet; }
QLabel[look="large"] { font-size: ${large}px; font-weight: 600; }
QLabel[look="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[look="figure"] { font-size: ${figure}px; font-weight: 600; }
QLabel[look="number"] { font-size: ${number}px; font-weight: 700; }
QLabel[look="good"] { color: $good; font-weight: 600; }
QLabel[look="careful"] { color: $careful; font-weight: 600; }
QLabel[look="stop"] { color: $stop; font-weight: 600; }

#top { background: $primary; }
#top QLabel { color: $surface; }
#strip-window { background: $page; border: 1px solid $hairline; }
#strip { background: $surface; border-bottom: 1px solid $rule; }
#strip[phase="called"] { background: $call; }
QFrame[look="panel"] { background: $surface; border: 1px solid $rule; border-radius: 12px; }
QFrame[look="card"] { background: $surface; border: 1px solid $rule; border-radius: 8px; }
QFrame[look="edge"] { border: none; border-radius: 3px; min-width: 6px; max-width: 6px; background: $rule; }
QFrame[look="edge"][tone="good"] { background: $good; }
QFrame[look="edge"][tone="careful"] { background: #C98A00; }
QFrame[look="edge"][tone="stop"] { background: $stop; }
QFrame[look="notice"][tone="good"] { background: $good_paper; border-bottom: 1px solid $good; }
QFrame[look="notice"][tone="careful"] { background: $careful_paper; border-bottom: 1px solid $careful; }
QFrame[look="notice"][tone="stop"] { background: $stop_paper; border-bottom: 1px solid $stop; }
QFrame[look="outcome"] { border-radius: 8px; }
QFrame[look="outcome"][tone="good"] { background: $good_paper; }
QFrame[look="outcome"][tone="careful"] { background: $careful_paper; }
QFrame[look="outcome"][tone="stop"] { background: $stop_paper; }
QFrame[look="rule"] { background: $rule; border: none; max-height: 1px; min-height: 1px; }

QPushButton { background: $surface; border: 1px solid $hairline; border-radius: 8px; padding: 6px 14px; }
QPushButton:hover { background: $page; }
QPushButton:pressed { background: $rule; }
QPushButton:checked { background: $primary; color: $surface; border-color: $primary; }
QPushButton:disabled { background: $page; color: $hairline; border-color: $rule; }
QPushButton[look="primary"] { background: $primary; color: $surface; border-color: $primary; font-weight: 600; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed { background: $pressed; }
QPushButton[look="primary"]:disabled { background: $page; color: $hairline; border-color: $rule; }
QPushButton QLabel:disabled { color: $hairline; }
QPushButton[look="top"] { background: transparent; color: $surface; border-color: #6F99A1; font-weight: 600; }
QPushButton[look="top"]:hover, QPushButton[look="top"]:pressed { background: $pressed; }
QPushButton[look="top"]:checked { background: $surface; color: $primary; }
QLabel[look="key"] { font-size: ${small}px; font-weight: 600; color: $quiet; background: $page;
    border: 1px solid $rule; border-radius: 4px; padding: 1px 6px; }
QLabel[look="great key"] { font-weight: 600; color: $surface; background: $pressed;
    border: 1px solid #6F99A1; border-radius: 4px; padding: 1px 8px; }
QPushButton QLabel[look="key"]:disabled,
QPushButton QLabel[look="great key"]:disabled { color: $hairline; background: $page; border-color: $rule; }
QLabel[look="act"] { font-weight: 600; }
QLabel[look="current act"] { font-weight: 600; color: $surface; }
QLabel[look="great act"] { font-size: ${title}px; font-weight: 600; color: $surface; }
QLabel[look="great act"]:disabled { color: $hairline; }
QPushButton[rank="great"] { border-radius: 12px; }

QLineEdit, QComboBox { background: $surface; border: 1px solid $hairline; border-radius: 6px;
    padding: 5px 8px; selection-background-color: $primary; selection-color: $surface; }
QLineEdit:focus, QComboBox:focus { border: 2px solid $ink; padding: 4px 7px; background: #FFFBEA; }
QLineEdit[look="wrong"] { color: $stop; background: $stop_paper; border-color: $stop; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url($arrow); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $hairline; selection-background-color: $primary;
    selection-color: $surface; outline: none; }
QCheckBox, QRadioButton { spacing: 8px; padding: 4px; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { background: #FFFBEA; border: 2px solid $ink; padding: 2px; }
QListWidget { background: $surface; border: 2px solid transparent; border-radius: 6px; outline: none; }
QListWidget::item { border-bottom: 1px solid $rule; padding: 8px 4px; color: $ink; }
QListWidget::item:selected { background: $careful_paper; color: $ink; }
QListWidget:focus { border-color: $ink; }
QTableWidget { background: $surface; border: 2px solid $rule; border-radius: 8px; outline: none;
    gridline-color: $rule; selection-background-color: $careful_paper; selection-color: $ink; }
QTableWidget:focus { border-color: $ink; }
QTableWidget::item { padding: 4px 8px; color: $ink; }
QTableWidget::item:selected { background: $careful_paper; color: $ink; }
QTableWidget QHeaderView { background: $surface; border: none; }
QTableWidget QHeaderView::section { background: $surface; color: $quiet; font-size: ${small}px; font-weight: 600;
    border: none; border-bottom: 1px solid $rule; padding: 4px 8px; }
QScrollArea, #scrolled { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: #B8C4CC; border-radius: 5px; min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
""")


def load_fonts() -> None:
    """Make the desk's typeface known to Qt."""
    for weight in (400, 500, 600, 700):
        QFontDatabase.addApplicationFont(str(fontpkg.path("ibm-plex-sans-arabic", weight=weight)))


def sheet(body: int) -> str:
    """The style sheet for a body size in pixels."""
    sizes = {name: round(body * part) for name, part in _SCALE.items()}
    arrow = path("images", "down.svg").as_posix()
    return _SHEET.substitute(TOKENS, font=FONT, rule=_RULE, pressed=_PRESSED, arrow=arrow, **sizes)
