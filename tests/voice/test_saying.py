"""A thousand numbers in eleven languages, as they are said."""

import re
import shutil
import subprocess
import unicodedata

import pytest

from assets.spoken import Spoken, spoken
from assets.words import languages
from queue_server.voice.saying import Called, called, for_the_voice, transcript
from queue_server.voice.synthetic import PROGRAM

NUMBERS = range(1000)
SCRIPTS = {
    "ar": "ARABIC", "bn": "BENGALI", "en": "LATIN", "fil": "LATIN", "hi": "DEVANAGARI", "ml": "MALAYALAM",
    "ne": "DEVANAGARI", "si": "SINHALA", "ta": "TAMIL", "te": "TELUGU", "ur": "ARABIC",
}  # fmt: skip
PUNCTUATION = set(" ,.-،।۔")
needs_espeak = pytest.mark.skipif(shutil.which(PROGRAM) is None, reason="no espeak-ng here: see system.lock")
each_language = pytest.mark.parametrize("language", languages())


def how(language: str) -> Spoken:
    found = spoken(language)
    assert found is not None
    return found


@each_language
def test_a_thousand_numbers_are_said_in_words_of_the_language_each_otherwise(language: str) -> None:
    said = [transcript(Called("C", n, 1 + n % 60), how(language)) for n in NUMBERS]
    signs = set("".join(said)) - PUNCTUATION
    strange = {sign for sign in signs if SCRIPTS[language] not in unicodedata.name(sign)}
    assert {sign for sign in strange if not unicodedata.combining(sign)} == set()
    assert not any(sign.isdigit() for sign in signs)
    assert len({how(language).in_words(n) for n in NUMBERS}) == len(NUMBERS)


@each_language
def test_a_number_is_its_hundreds_and_then_the_rest(language: str) -> None:
    words = how(language)
    for n in range(101, 1000):
        hundreds, rest = divmod(n, 100)
        if rest:
            assert words.in_words(n) == words.hundreds_before[hundreds - 1] + words.joint + words.in_words(rest)


@each_language
def test_letters_and_counters_are_said_each_by_its_own_words(language: str) -> None:
    words = how(language)
    assert len(set(words.letters.values())) >= 25  # Arabic has no P
    said = transcript(Called("KC", 42, 3), words)
    parts = [words.letters["K"], words.letters["C"], words.in_words(42), words.in_words(3)]
    places = [said.index(part) for part in parts]
    assert places == sorted(places)


@each_language
def test_the_voice_is_told_no_numerals_but_those_it_says_itself(language: str) -> None:
    told = for_the_voice(Called("C", 142, 12), how(language))
    assert re.findall("[0-9]+", told) == (["142", "12"] if how(language).digits else [])


@pytest.mark.parametrize(
    ("language", "number", "counter", "said"),
    [
        ("en", "C042", 3, "Number C, forty-two. Please go to counter three."),
        ("en", "KC119", 12, "Number K C, one hundred and nineteen. Please go to counter twelve."),
        ("ar", "C042", 3, "الرَقْم سِي, اِثْنَان وَأَرْبَعُون، يُرْجَى الذَهَاب إِلَى الشُبَّاكْ رَقْم ثَلَاثَة."),
        ("ar", "G211", 11, "الرَقْم جِي, مِئَتَان وَأَحَدَ عَشَر، يُرْجَى الذَهَاب إِلَى الشُبَّاكْ رَقْم أَحَدَ عَشَر."),
        ("hi", "C142", 5, "टोकन नंबर सी, एक सौ बयालीस, कृपया काउंटर नंबर पांच पर आइए।"),
        ("ur", "R777", 2, "ٹوکن نمبر آر, سات سو ستتر، براہِ کرم کاؤنٹر نمبر دو پر تشریف لائیں۔"),
        ("bn", "C028", 7, "টোকেন নম্বর সি, আটাশ, অনুগ্রহ করে সাত নম্বর কাউন্টারে আসুন।"),
        ("ml", "C921", 4, "ടോക്കൺ നമ്പർ സി, തൊള്ളായിരത്തി ഇരുപത്തിയൊന്ന്. ദയവായി വരൂ, കൗണ്ടർ നമ്പർ നാല്."),
        ("ta", "C100", 6, "டோக்கன் எண் சி, நூறு. தயவுசெய்து வாருங்கள், கவுன்டர் எண் ஆறு."),
        ("te", "C101", 8, "టోకెన్ నంబర్ సి, నూట ఒకటి. దయచేసి కౌంటర్ నంబర్ ఎనిమిది వద్దకు రండి."),
        ("ne", "C199", 9, "टोकन नम्बर सी, एक सय उनान्सय, कृपया काउन्टर नम्बर नौमा आउनुहोस्।"),
        ("si", "C342", 10, "අංක සී, තුන්සිය හතළිස් දෙක. කරුණාකර අංක දහය කවුන්ටරයට පැමිණෙන්න."),
        ("fil", "C450", 1, "Numero si, apat na raan at limampu. Pumunta po kayo sa kawnter numero isa."),
    ],
)  # fmt: skip
def test_a_call_as_it_is_said(language: str, number: str, counter: int, said: str) -> None:
    call = called(number, counter)
    assert call is not None
    assert transcript(call, how(language)) == said


@pytest.mark.parametrize(("number", "counter"), [("", 1), ("42", 1), ("C", 1), ("c042", 1), ("C042", 0), ("Ali", 2)])
def test_what_is_no_call_is_not_said(number: str, counter: int) -> None:
    assert called(number, counter) is None


def test_a_number_of_four_digits_is_read_out_digit_by_digit() -> None:
    assert how("en").in_words(1042) == "one, zero, four, two"


def test_nothing_is_known_of_other_languages() -> None:
    assert spoken("xx") is None
    assert spoken("../voice/en") is None
    assert [language for language in languages() if how(language).borrowed] == ["fil"]


@needs_espeak
@each_language
def test_the_real_voice_says_it_all_in_its_own_tongue(language: str) -> None:
    """It marks what it says in another one, as `(en)`: Latin letters, and digits it cannot say."""
    words = how(language)
    calls = [
        for_the_voice(Called(letter, n, 1 + n % 60), words) for n, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    ]
    told = "\n\n".join([*calls, for_the_voice(Called("Z", 999, 120), words), words.test])
    spelt = subprocess.run(
        [PROGRAM, "-v", words.voice, "-q", "--ipa", "--stdin"], input=told, capture_output=True, text=True, check=True
    ).stdout
    assert spelt.strip()
    assert "(" not in spelt
